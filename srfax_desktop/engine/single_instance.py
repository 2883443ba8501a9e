# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One window at a time for each list: who is first, and what becomes of whoever is second.

A lock decides (`instance_lock`). Whoever has it listens for those who have not (`instance_server`),
and they bring their fax IDs (`instance_client`). Where any of this cannot be had, there is a window all
the same: two windows on one list get on with each other, and none would stop no fax.
"""

from __future__ import annotations

import logging
import os
import time
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.engine.instance_lock import InstanceLock, Notice, State
from srfax_desktop.engine.instance_message import MAX_IDS
from srfax_desktop.engine.seat import this_seat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.instance_server import InstanceServer

log = logging.getLogger(__name__)

LOOK_AGAIN_S = 0.03

PATIENCE_S = {State.STARTING: 15.0, State.OPEN: 3.0, State.CLOSING: 5.0, None: 3.0}
"""How long the other process may be in one state without an answer, or without an end."""


class Standing(StrEnum):
    """What came of a start."""

    FIRST = "first"  # it has the window
    HANDED_OVER = "handed_over"  # another has, and has taken the IDs
    NO_ANSWER = "no_answer"  # another has, and does not answer
    UNGUARDED = "unguarded"  # nobody knows: it has a window of its own


class SingleInstance:
    """path: the file to lock, in a folder of this user's alone; one for each list.

    trouble: why it must not even be tried. left: the fax IDs that were to be handed over, and of which
    nobody has said that they were taken.
    """

    def __init__(self, path: Path, *, trouble: str = "") -> None:
        self._path = path
        self._lock = InstanceLock(path)
        self._seat = this_seat()
        self._server: InstanceServer | None = None
        self._trouble = trouble
        self._linked = False
        self.left: tuple[FaxId, ...] = ()

    def settle(self, fax_ids: Sequence[FaxId], *, linked: bool = False) -> Standing:
        """Find out who is first; where it is another, hand it the fax IDs. Takes some seconds at most.

        linked: they came through a link: no more than one message of them.
        """
        self.left = tuple(fax_ids)
        self._linked = linked
        if self._trouble:
            return Standing.UNGUARDED
        try:
            return self._settle()
        except OSError as error:
            return self._go_unguarded(str(error))

    def open(
        self,
        take: Callable[[tuple[FaxId, ...]], None],
        take_linked: Callable[[tuple[FaxId, ...]], None] | None = None,
    ) -> None:
        """Listen for second starts, and hand `take` the fax IDs of each: none is asked for by an empty one.

        take_linked: is handed those that came through a link.

        Called when the event loop runs. What it cannot do is logged, and the next start has its own window.
        """
        if not self._trouble:
            try:
                self._open(take, take_linked or take)
            except OSError as error:
                self._go_unguarded(str(error))
        if self._trouble:
            log.warning("a second window would not be noticed: %s", self._trouble)

    def close(self) -> None:
        """Listen no more: this process will end. Whoever starts now waits for that."""
        if self._server:
            self._server.close()
            self._server = None
            try:
                self._write(State.CLOSING)
            except OSError as error:
                log.warning("a second start was not told that this one ends: %s", error)

    def release(self) -> None:
        """Let the next one be first: everything is written down."""
        self.close()
        self._lock.release()

    def _settle(self) -> Standing:
        since, before = time.monotonic(), None
        while not self._lock.acquire():
            notice = self._lock.read()
            if notice and notice.seat != self._seat:
                return self._go_unguarded("a window is open at another screen or computer")
            seen = notice and (notice.pid, notice.state)
            if seen != before:
                since, before = time.monotonic(), seen
            left_s = since + PATIENCE_S[notice.state if notice else None] - time.monotonic()
            if left_s <= 0:
                return Standing.NO_ANSWER
            if notice and notice.state is State.OPEN and self._hand_over(notice, left_s):
                return Standing.HANDED_OVER
            time.sleep(LOOK_AGAIN_S)
        self._write(State.STARTING)
        return Standing.FIRST

    def _hand_over(self, notice: Notice, patience_s: float) -> bool:
        from srfax_desktop.engine.instance_client import hand_over  # noqa: PLC0415 - no first start needs it

        while hand_over(notice, self.left[:MAX_IDS], patience_s, linked=self._linked):
            self.left = self.left[MAX_IDS:]
            if not self.left:
                return True
        return False

    def _open(
        self,
        take: Callable[[tuple[FaxId, ...]], None],
        take_linked: Callable[[tuple[FaxId, ...]], None],
    ) -> None:
        # The window is shown without them.
        from srfax_desktop.engine.instance_address import addresses  # noqa: PLC0415
        from srfax_desktop.engine.instance_server import InstanceServer  # noqa: PLC0415

        secret = os.urandom(16).hex()
        self._server = InstanceServer(secret, take, take_linked)
        address = self._server.listen(addresses(self._path))
        if address is None:
            self._go_unguarded("there is no place for a socket")
        else:
            self._write(State.OPEN, address, secret)

    def _write(self, state: State, address: str = "", secret: str = "") -> None:
        self._lock.write(Notice(state, os.getpid(), self._seat, address, secret))

    def _go_unguarded(self, why: str) -> Standing:
        self._trouble = why
        if self._server:
            self._server.close()
            self._server = None
        self._lock.release()
        return Standing.UNGUARDED
