# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever comes back, no fax is shown as stopped and no queue as empty unless the reply says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import ListSource
from srfax_desktop.engine.jobs import QueueJob, StatusJob
from srfax_desktop.srfax.classify import stop_answer
from srfax_desktop.srfax.list_reply import list_answer
from srfax_desktop.srfax.reply import HttpReply
from tests.engine.lists_rig import ListsRig
from tests.figures import Figures, short_or_long
from tests.srfax import oracle
from tests.srfax.honest_replies import honest_replies
from tests.srfax.strange_replies import replies

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

FAXES = ("9", "10", "11")

bodies = replies() | replies() | honest_replies().map(lambda told: told[0])
acts = st.sampled_from(["stop", "stop", "stop", "list", "list", "list", "wait", "find", "sign in"])


class Office:
    """The engine, and beside it what it was really told."""

    def __init__(self) -> None:
        self.lists = ListsRig()
        self.rig = self.lists.rig
        self.told: set[tuple[str, str | None]] = set()
        self.words: set[str] = set()
        self.rig.ask(*FAXES)

    def act(self, act: str, body: bytes) -> None:
        if act == "stop" and self.rig.under_way:
            fax_id = self.rig.under_way[0]
            self.told.add((fax_id, oracle.stop_may_say(body)))
            self.rig.answer(fax_id, stop_answer(HttpReply(200, {}, body)))
        elif act == "list" and self.lists.pool.job:
            self._answer_list(body)
        elif act == "wait":
            self.rig.leap(60)
        elif act == "find":
            self.lists.finder.find()
        elif act == "sign in":
            self.rig.controller.sign_in(self.rig.controller._desk.gate.credentials, proven=True)
            self.rig.controller.probe_now()
        for timer in (self.lists.checker._timer, self.lists.finder._gather):
            self._fire(timer)

    def _answer_list(self, body: bytes) -> None:
        job = self.lists.pool.job
        assert job
        asked = job.fax_ids if isinstance(job, StatusJob) else ()
        source = ListSource.STATUS if asked else ListSource.QUEUE
        if not asked and not isinstance(job, QueueJob):
            source = ListSource.OUTBOX
        told = oracle.read(body)
        self.words |= oracle.words_in(told.result) if told and told.succeeded else set()
        before = self.lists.finder.state.at
        self.lists.answer(list_answer(HttpReply(200, {}, body), source, asked))
        state = self.lists.finder.state
        if state.at != before:  # a list has come
            assert oracle.sign_in_may_be_accepted(body), f"a list of {body!r}"
            if source is ListSource.QUEUE and not state.queued:
                assert oracle.list_may_be_empty(body), f"an empty queue of {body!r}"

    def _fire(self, timer: QTimer) -> None:
        if timer.isActive():
            self.lists.fire(timer)

    def look_for_lies(self) -> None:
        for fax in self.lists.board.faxes():
            status = self.rig.status(fax.fax_id)
            assert status not in oracle.CLAIMS or (fax.fax_id, status) in self.told, f"{fax.fax_id}: {status}"
            if fax.check and fax.check.verdict in {Verdict.CONFIRMED, Verdict.SETTLED}:
                assert self.words & {"failed", "sent"}, f"{fax.fax_id}: {fax.check}"


@pytest.mark.usefixtures("qapp")
def test_nothing_is_shown_that_was_not_told(figures: Figures) -> None:
    @settings(
        max_examples=short_or_long(60, 4000),
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.lists(st.tuples(acts, bodies), min_size=4, max_size=16))
    def try_it(steps: list[tuple[str, bytes]]) -> None:
        office = Office()
        for act, body in steps:
            figures.add("replies fuzzed through the engine")
            office.act(act, body)
            office.look_for_lies()

    try_it()


@pytest.mark.usefixtures("qapp")
def test_what_was_told_is_shown() -> None:
    office = Office()
    office.act("stop", b'{"Status":"Success","Result":"Fax Cancelled"}')
    office.act("stop", b'{"Status":"Success","Result":"Fax Cancelled but partially sent"}')
    office.look_for_lies()
    assert office.rig.status("9") == "stopped"
    assert office.rig.status("10") == "partially_sent"
    assert FaxId("11") in office.lists.board
