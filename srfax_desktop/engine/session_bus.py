# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A connection to the Linux desktop's session bus that never waits.

Qt's own binding for D-Bus cannot send an unsigned number, which notices begin with. jeepney can, and is
there anyway: the password vault needs it.
"""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from jeepney import Message  # type: ignore[import-untyped]

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
READ_BYTES = 65_536


class BusError(Exception):
    """There is no bus, or it cannot be spoken to."""


class SessionBus(QObject):
    """Opened once; what comes is told by signals, in this object's thread."""

    opened = Signal()  # messages may be sent now
    came = Signal(object)  # Message
    ended = Signal()  # by itself: the bus has gone, or speaks otherwise

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin to open it. Raises BusError."""
        super().__init__(parent)
        try:
            from jeepney.auth import Authenticator  # type: ignore[import-untyped] # noqa: PLC0415 - 50 ms
            from jeepney.bus import get_bus  # type: ignore[import-untyped] # noqa: PLC0415
            from jeepney.low_level import Parser  # type: ignore[import-untyped] # noqa: PLC0415

            place = get_bus(os.environ[ADDRESS])
            self._socket = _connected(place)
        except (ImportError, KeyError, OSError, RuntimeError, ValueError) as error:
            raise BusError from error
        self._sign_in = Authenticator()
        self._parser = Parser()
        self._numbers = 0
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._write(self._sign_in.data_to_send())
        if not self._notifier.isEnabled():
            raise BusError

    def send(self, message: Message) -> int:
        """Send a message, once it has opened; return its number, which the answer names."""
        self._numbers += 1
        self._write(message.serialise(serial=self._numbers))
        return self._numbers

    def close(self) -> None:
        """Go away."""
        self._notifier.setEnabled(False)
        self._socket.close()

    @Slot()
    def _read(self) -> None:
        try:
            if not (data := self._socket.recv(READ_BYTES)):
                raise ConnectionResetError
            if self._sign_in.authenticated:
                self._parser.add_data(data)
            else:
                self._go_on_signing_in(data)
            while self._notifier.isEnabled() and (message := self._parser.get_next_message()):
                self.came.emit(message)
        except BlockingIOError:
            return
        except (OSError, ValueError):
            self._end()

    def _go_on_signing_in(self, data: bytes) -> None:
        from jeepney import message_bus  # noqa: PLC0415 - it is loaded by now
        from jeepney.auth import BEGIN  # noqa: PLC0415

        self._sign_in.feed(data)
        if self._sign_in.authenticated:
            self._write(BEGIN)
            self.send(message_bus.Hello())  # the bus hears nothing else before
            self.opened.emit()

    def _write(self, data: bytes) -> None:
        """Write what is far shorter than a socket takes at once. Where it is full, nobody reads any more."""
        try:
            self._socket.sendall(data)
        except OSError:
            self._end()

    def _end(self) -> None:
        if self._notifier.isEnabled():
            self.close()
            self.ended.emit()


def _connected(place: str) -> socket.socket:
    if sys.platform == "win32":
        raise BusError  # a desktop of Linux, whatever the variable says
    made = socket.socket(socket.AF_UNIX)
    made.setblocking(False)
    try:
        made.connect(place)
    except OSError:
        made.close()
        raise
    return made
