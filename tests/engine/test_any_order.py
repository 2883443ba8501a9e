# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever happens in whatever order: no lie, no loss, no second request for the same fax."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtWidgets import QApplication

from srfax_desktop.core.fax import DECIDED, UNDER_WAY, AccountNumber, FaxId, FaxState
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.core.pause import NEEDS_SIGN_IN
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.core.status import FINAL, Status
from srfax_desktop.engine.alarm import SHORTEST_S
from tests.engine.rig import CLINIC, HandStore, Rig

if TYPE_CHECKING:
    from srfax_desktop.engine.jobs import StopJob

FAX_IDS = [FaxId(str(number)) for number in range(1, 8)]
ACCOUNTS = [CLINIC, Credentials(CLINIC.account, "new"), Credentials(AccountNumber("777"), "other"), None]

some_faxes = st.lists(st.sampled_from(FAX_IDS), min_size=1, max_size=4, unique=True)


class AnyOrder(RuleBasedStateMachine):
    """Acts as user, SRFax, clock, vault and power cut, in turns."""

    def __init__(self) -> None:
        super().__init__()
        QApplication.instance() or QApplication([])
        self.rig = Rig(credentials=None)
        self.said: dict[FaxId, set[StopOutcome]] = {}
        self.asked: set[FaxId] = set()
        self.rig.controller.add(FAX_IDS)

    @property
    def jobs(self) -> list[StopJob]:
        return list(self.rig.pool.jobs.values())

    @rule(fax_ids=some_faxes)
    def ask(self, fax_ids: list[FaxId]) -> None:
        self.asked |= {fax_id for fax_id in fax_ids if self.rig.board.fax(fax_id).state not in DECIDED}
        self.rig.controller.ask(fax_ids)

    @rule(fax_ids=some_faxes)
    def retry_now(self, fax_ids: list[FaxId]) -> None:
        self.ask(fax_ids)
        self.rig.controller.retry_now(fax_ids)

    @rule(fax_ids=some_faxes)
    def stop_trying(self, fax_ids: list[FaxId]) -> None:
        self.asked -= set(fax_ids)
        self.rig.controller.end(fax_ids)

    @precondition(lambda self: self.jobs)
    @rule(data=st.data(), outcome=st.sampled_from(StopOutcome))
    def answer(self, data: st.DataObject, outcome: StopOutcome) -> None:
        job = data.draw(st.sampled_from(self.jobs))
        self.said.setdefault(job.fax_id, set()).add(outcome)
        self.rig.answer(job.fax_id, StopAnswer(outcome, outcome.value))

    @rule(seconds=st.sampled_from([0.5, 1.0, 2.0, 5.0, 10.0, 60.0, 600.0]))
    def time_passes(self, seconds: float) -> None:
        self.rig.leap(seconds)

    @rule(credentials=st.sampled_from(ACCOUNTS), proven=st.booleans())
    def sign_in(self, credentials: Credentials | None, proven: bool) -> None:
        self.rig.controller.sign_in(credentials, proven=proven)

    @rule()
    def network_is_back(self) -> None:
        self.rig.controller.network_is_back()

    @rule()
    def probe_now(self) -> None:
        self.rig.controller.probe_now()

    @rule(size=st.integers(1, 4))
    def workers_come_and_go(self, size: int) -> None:
        self.rig.pool.size = max(size, len(self.jobs))

    @rule(automatic=st.booleans())
    def choose_automatic_retry(self, automatic: bool) -> None:
        self.rig.controller.set_policy(RetryPolicy(automatic=automatic))

    @rule(fax_ids=some_faxes)
    def list_afresh(self, fax_ids: list[FaxId]) -> None:
        under_way = {fax_id for fax_id in fax_ids if self.rig.board.fax(fax_id).state in UNDER_WAY}
        self.asked -= set(fax_ids) - under_way
        self.rig.controller.add_afresh(fax_ids)

    @rule(broken=st.booleans())
    def the_disk(self, broken: bool) -> None:
        self.rig.store.broken = broken

    @precondition(lambda self: not self.rig.store.broken)
    @rule()
    def power_cut(self) -> None:
        self.rig.controller.tick()  # a disk that has just come back takes what is not written yet
        store = HandStore([], dict(self.rig.store.faxes), list(self.rig.store.entries))
        self.rig = Rig(store=store, clock=self.rig.clock, credentials=None)
        self.rig.controller.restore()

    @invariant()
    def nothing_is_claimed_that_srfax_did_not_say(self) -> None:
        for fax in self.rig.board.faxes():
            if fax.state in DECIDED:
                assert StopOutcome(fax.state.value) in self.said[fax.fax_id]

    @invariant()
    def what_was_asked_for_is_being_tried_or_has_its_end(self) -> None:
        ends = {*DECIDED, FaxState.NOT_FOUND, FaxState.NOT_CONFIRMED}
        for fax_id in self.asked:
            assert self.rig.board.fax(fax_id).state in UNDER_WAY | ends

    @invariant()
    def nothing_under_way_is_forgotten(self) -> None:
        desk = self.rig.controller._desk
        for fax in self.rig.board.faxes():
            match fax.state:
                case FaxState.ASKED:
                    assert (fax.fax_id in list(desk.line)) == desk.gate.admits(fax)
                case FaxState.RETRYING:
                    assert desk.countdowns.due_at(fax.fax_id) is not None or fax.fax_id in desk.ready
                case FaxState.STOPPING | FaxState.ENDING:
                    assert fax.fax_id in self.rig.pool.jobs
            assert (fax.fax_id in desk.trying) == (fax.state in UNDER_WAY)

    @invariant()
    def a_pause_lets_at_most_its_probe_leave(self) -> None:
        pause, sent = self.rig.board.pause, len(self.rig.pool.given)
        if pause:
            self.rig.controller.tick()
            assert len(self.rig.pool.given) <= sent + 1

    @invariant()
    def a_probe_is_under_way_where_the_pause_says_so(self) -> None:
        pause = self.rig.board.pause
        if pause and pause.probing:
            assert [job for job in self.jobs if self.rig.controller._pausing.is_probe(job.fax_id)]

    @invariant()
    def a_refused_password_is_not_sent_again(self) -> None:
        pause, sent = self.rig.board.pause, len(self.rig.pool.given)
        if pause and pause.cause in NEEDS_SIGN_IN:
            self.rig.controller.probe_now()
            self.rig.controller.network_is_back()
            assert len(self.rig.pool.given) == sent

    @invariant()
    def the_event_loop_is_left_in_peace(self) -> None:
        self.rig.controller.tick()
        timer = self.rig.controller._alarm._timer
        assert not timer.isActive() or timer.interval() > 1000 * SHORTEST_S

    @invariant()
    def seconds_are_told_only_of_what_is_still_to_come(self) -> None:
        board = self.rig.board
        for fax in board.faxes():
            due_in_s = board.due_in_s(fax.fax_id)
            if due_in_s is not None:
                assert due_in_s >= 0
                assert board.status(fax.fax_id) not in FINAL | {Status.HELD_ACCOUNT, Status.STOPPING}

    @invariant()
    def the_disk_knows_what_memory_knows(self) -> None:
        if not self.rig.store.broken and not self.rig.board.store_trouble:
            assert {fax.fax_id: fax for fax in self.rig.board.faxes()} == self.rig.store.faxes

    @invariant()
    def the_sums_are_right(self) -> None:
        board = self.rig.board
        rows = Counter(board.status(fax.fax_id) for fax in board.faxes())
        rows[Status.HELD_SIGN_IN] += rows.pop(Status.SIGN_IN_REFUSED, 0)
        assert board.counts() == +rows

    @invariant()
    def a_request_carries_its_own_accounts_password(self) -> None:
        for job in self.jobs:
            assert self.rig.board.fax(job.fax_id).account in {None, job.credentials.account}

    def teardown(self) -> None:
        """Whatever happened: with a good disk, a sign-in and a service that works, everything ends."""
        self.rig.store.broken = False
        self.rig.controller.set_policy(RetryPolicy())
        for credentials in (CLINIC, ACCOUNTS[2]):
            self.rig.controller.sign_in(credentials, proven=True)
            self.rig.controller.probe_now()
            self.rig.leap(3600)
            while self.jobs:
                job = self.jobs[0]
                self.said.setdefault(job.fax_id, set()).add(StopOutcome.STOPPED)
                self.rig.answer(job.fax_id, StopAnswer(StopOutcome.STOPPED, "Fax Cancelled"))
                self.rig.leap(3600)
        assert not [fax for fax in self.rig.board.faxes() if fax.state in UNDER_WAY]


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
