# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Ctrl+C and the system's request to end, told to Qt's event loop."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupts(QObject):
    """Python runs its signal handlers only between two steps of Python, which an idle event loop has not.

    So the handler's number is written to a socket that the event loop watches. Nothing polls.
    What the process was started to ignore (`nohup`, a shell's background job) stays ignored.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_end, self._write_end = socket.socketpair()
        self._read_end.setblocking(False)
        self._write_end.setblocking(False)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        self._before = signal.set_wakeup_fd(self._write_end.fileno())
        heard = [number for number in _numbers() if signal.getsignal(number) is not signal.SIG_IGN]
        self._handlers = {number: signal.signal(number, _do_nothing) for number in heard}

    def close(self) -> None:
        """Put everything back."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._read_end.close()
        self._write_end.close()

    @Slot()
    def _take(self) -> None:
        self._read_end.recv(64)
        self.received.emit()


def _numbers() -> tuple[signal.Signals, ...]:
    hang_up = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()
    return (signal.SIGINT, signal.SIGTERM, *hang_up)


def _do_nothing(number: int, frame: object) -> None:
    """Only the wake-up counts."""
