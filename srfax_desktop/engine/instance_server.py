# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The ear of the one window: it takes fax IDs from a second start, and nothing else from anybody.

QtNetwork's local server, here and in `instance_client`, because it is the one thing that is a pipe
with an access list on Windows, a socket elsewhere, and part of Qt's event loop on both: what is
tested on one system is what runs on the others.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from srfax_desktop.engine.instance_address import is_own_peer, is_own_socket
from srfax_desktop.engine.instance_message import (
    MAX_BYTES,
    TAKEN,
    MessageError,
    greeting,
    is_linked,
    read_ids,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from srfax_desktop.core.fax import FaxId

log = logging.getLogger(__name__)

MAX_VISITORS = 32
"""So many are listened to at a time. The others are sent away, and come back if they mean it."""

VISIT_MS = 2000
"""How long a visitor may take for all that it has to say."""

MAX_LOGGED = 20
"""So many refusals are logged: whoever knocks for ever is not to push everything else out of the log."""

SOCKET_MODE = 0o600
TOUCH_MS = 3_600_000
"""What nobody touches for days is removed from temporary folders."""


class InstanceServer(QObject):
    """Hands the fax IDs of each second start to `take`, and answers when it has returned.

    take_linked: is handed those that came through a link; without, `take` is handed them too.
    """

    def __init__(
        self,
        secret: str,
        take: Callable[[tuple[FaxId, ...]], None],
        take_linked: Callable[[tuple[FaxId, ...]], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._greeting = greeting(secret)
        self._take = take
        self._take_linked = take_linked or take
        self._visitors: set[_Visitor] = set()
        self._refused = 0
        self._server = _Server(self)
        # It also has a stale socket's place taken by the new one.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._touch = QTimer(self)
        self._touch.timeout.connect(self._touch_socket)

    def listen(self, names: Iterable[str]) -> str | None:
        """Listen under the first name that can be had, and return it; None where none can."""
        for name in names:
            if self._server.listen(name):
                if is_own_socket(name):  # Qt takes some failures for successes
                    if sys.platform != "win32":  # a pipe is no file, and to touch it is a visit
                        with suppress(OSError):
                            os.chmod(name, SOCKET_MODE)  # noqa: PTH101 - a socket's name
                        self._touch.start(TOUCH_MS)
                    return name
                self._server.close()
        return None

    def close(self) -> None:
        """Listen no more. Who was still speaking is not answered, and asks again."""
        self._touch.stop()
        self._server.close()
        for visitor in tuple(self._visitors):
            visitor.leave()

    def receive(self, connection: QLocalSocket) -> None:
        """Listen to one more visitor, if it may be listened to."""
        if len(self._visitors) >= MAX_VISITORS:
            self._send_away(connection, "too many at once")
        elif not is_own_peer(connection.socketDescriptor()):
            self._send_away(connection, "it is another user's")
        else:
            visitor = _Visitor(self, connection)
            self._visitors.add(visitor)
            visitor.greet(self._greeting)

    def _send_away(self, connection: QLocalSocket, why: str) -> None:
        self.note_refusal(why)
        connection.abort()
        connection.deleteLater()

    def take(self, fax_ids: tuple[FaxId, ...], *, linked: bool) -> None:
        """Hand over what a visitor brought. Raises whatever the receiver does."""
        (self._take_linked if linked else self._take)(fax_ids)

    def forget(self, visitor: _Visitor) -> None:
        """Take note that a visitor is gone."""
        self._visitors.discard(visitor)

    def note_refusal(self, why: str) -> None:
        """Log that a visitor was sent away: never with what it said."""
        self._refused += 1
        if self._refused <= MAX_LOGGED:
            last = "; no more of these are logged" if self._refused == MAX_LOGGED else ""
            log.warning("a hand-over was refused: %s%s", why, last)

    @Slot()
    def _touch_socket(self) -> None:
        with suppress(OSError):
            os.utime(self._server.fullServerName())


class _Server(QLocalServer):
    """Makes its connections itself.

    With those that `nextPendingConnection` returns, PySide 6.11 deleted visitors twice, and a stranger's
    visit ended the program some time later.
    """

    def __init__(self, owner: InstanceServer) -> None:
        super().__init__(owner)
        self._owner = owner

    def incomingConnection(self, descriptor: int) -> None:  # noqa: N802 - Qt's name
        """Take a connection that has just been made."""
        connection = QLocalSocket(self)
        if connection.setSocketDescriptor(descriptor):
            self._owner.receive(connection)


class _Visitor(QObject):
    """One connection, from the greeting to the answer."""

    def __init__(self, server: InstanceServer, connection: QLocalSocket) -> None:
        super().__init__(server)
        self._server = server
        self._connection = connection
        self._heard = b""
        self._gone = False
        connection.setReadBufferSize(MAX_BYTES + 1)  # what is more stays with whoever sent it
        connection.readyRead.connect(self._listen)
        connection.disconnected.connect(self.leave)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._lose_patience)
        self._patience.start(VISIT_MS)

    def greet(self, words: bytes) -> None:
        """Say who is here."""
        self._connection.write(words)
        self._connection.flush()
        self._listen()  # it may have spoken, or left, before anybody listened
        if self._connection.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self.leave()

    @Slot()
    def leave(self) -> None:
        """End the connection, whatever of it there still is."""
        if self._gone:
            return
        self._gone = True
        self._patience.stop()
        self._server.forget(self)
        self._connection.abort()
        self._connection.deleteLater()
        self.deleteLater()

    @Slot()
    def _listen(self) -> None:
        if not self._patience.isActive():
            return
        self._heard += self._connection.readAll().data()
        try:
            fax_ids = read_ids(self._heard)
        except MessageError as error:
            self._refuse(str(error))
            return
        if fax_ids is not None:
            self._hand_over(fax_ids, linked=is_linked(self._heard))

    def _hand_over(self, fax_ids: tuple[FaxId, ...], *, linked: bool) -> None:
        self._patience.stop()
        try:
            self._server.take(fax_ids, linked=linked)
        except Exception:
            log.exception("a hand-over failed")
            self.leave()
            return
        if not self._gone:
            self._connection.write(TAKEN)
            self._connection.disconnectFromServer()  # when that is written

    @Slot()
    def _lose_patience(self) -> None:
        self._refuse("it took too long")

    def _refuse(self, why: str) -> None:
        self._server.note_refusal(why)
        self.leave()
