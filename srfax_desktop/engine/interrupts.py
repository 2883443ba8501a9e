# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Ctrl+C and the system's request to end, told to Qt's event loop."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupts(QObject):
    """Python runs its signal handlers only between two steps of Python, which an idle event loop has not.

    So the handler's number is written to a pipe that the event loop watches. Nothing polls. On Windows,
    where Python and Qt take sockets only, it is a pair of these; elsewhere, they need not be loaded.
    What the process was started to ignore (`nohup`, a shell's background job) stays ignored.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends = _Sockets() if sys.platform == "win32" else _Pipe()
        self._notifier = QSocketNotifier(self._ends.read_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        self._before = signal.set_wakeup_fd(self._ends.write_end)
        heard = [number for number in _numbers() if signal.getsignal(number) is not signal.SIG_IGN]
        self._handlers = {number: signal.signal(number, _do_nothing) for number in heard}

    def close(self) -> None:
        """Put everything back."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._ends.close()

    @Slot()
    def _take(self) -> None:
        self._ends.empty()
        self.received.emit()


class _Pipe:
    def __init__(self) -> None:
        self.read_end, self.write_end = os.pipe()
        if sys.platform != "win32":  # there, it is sockets
            for end in (self.read_end, self.write_end):
                os.set_blocking(end, False)

    def empty(self) -> None:
        os.read(self.read_end, 64)

    def close(self) -> None:
        for end in (self.read_end, self.write_end):
            os.close(end)


class _Sockets:
    def __init__(self) -> None:
        import socket  # noqa: PLC0415 - see `Interrupts`

        self._pair = socket.socketpair()
        for end in self._pair:
            end.setblocking(False)
        self.read_end, self.write_end = (end.fileno() for end in self._pair)

    def empty(self) -> None:
        self._pair[0].recv(64)

    def close(self) -> None:
        for end in self._pair:
            end.close()


def _numbers() -> tuple[signal.Signals, ...]:
    hang_up = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()
    return (signal.SIGINT, signal.SIGTERM, *hang_up)


def _do_nothing(number: int, frame: object) -> None:
    """Only the wake-up counts."""
