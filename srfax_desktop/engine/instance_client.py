# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The second start's side: it waits for each answer, because it has nothing else to do."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtNetwork import QLocalSocket

from srfax_desktop.engine.instance_address import is_own_peer, is_own_socket
from srfax_desktop.engine.instance_message import TAKEN, greeting, write_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.instance_lock import Notice

MAX_ANSWER_BYTES = 256


def hand_over(notice: Notice, fax_ids: Sequence[FaxId], patience_s: float, *, linked: bool = False) -> bool:
    """Give the window these IDs, bring it to the front, and return whether it says that it took them.

    Nothing is sent before it is certain that this user's own window is at the other end.
    linked: they came through a link. patience_s: how long all of it may take. Where nobody is there, it
    returns sooner.
    """
    if not is_own_socket(notice.address):
        return False
    deadline = time.monotonic() + patience_s
    connection = QLocalSocket()
    connection.setReadBufferSize(MAX_ANSWER_BYTES)
    connection.connectToServer(notice.address)
    try:
        if not connection.waitForConnected(_left_ms(deadline)):
            return False
        if not is_own_peer(connection.socketDescriptor()):
            return False
        if _line(connection, deadline) != greeting(notice.secret):
            return False
        _let_it_come_to_the_front(notice.pid)
        connection.write(write_ids(fax_ids, linked=linked))
        return _line(connection, deadline) == TAKEN
    finally:
        connection.abort()


def _line(connection: QLocalSocket, deadline: float) -> bytes:
    """Return what is said up to the next line break, or so much of it as is said in time."""
    heard = b""
    while not heard.endswith(b"\n") and len(heard) < MAX_ANSWER_BYTES:
        if not connection.bytesAvailable() and not connection.waitForReadyRead(_left_ms(deadline)):
            break
        heard += connection.readLine(MAX_ANSWER_BYTES).data()
    return heard


def _left_ms(deadline: float) -> int:
    return max(1, int((deadline - time.monotonic()) * 1000))


if sys.platform == "win32":
    import ctypes

    def _let_it_come_to_the_front(pid: int) -> None:
        # Windows lets only the program that the user has just used raise a window: that is this one.
        # It may refuse; the window then asks for attention in the task bar.
        ctypes.windll.user32.AllowSetForegroundWindow(pid)

else:

    def _let_it_come_to_the_front(pid: int) -> None:
        """Elsewhere a window asks by itself. On Wayland it is not given more than attention.

        That would take the token that this start was given, and only fax IDs are handed over.
        """
