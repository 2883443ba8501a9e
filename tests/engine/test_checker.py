# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The check after the stop: asked once, believed only where it proves something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.engine.checker import AT_A_TIME
from srfax_desktop.engine.stop_run import ExitStatus, Final, StopRun
from tests.engine.lists_rig import REFUSED, UNREACHABLE, ListsRig, details, queue, statuses
from tests.engine.rig import CLINIC, CONVERTING, REJECTED, STOPPED, Rig

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SENT, FAILED, UNKNOWN, GOING = (
    SentStatus.SENT,
    SentStatus.FAILED,
    SentStatus.UNKNOWN,
    SentStatus.IN_PROGRESS,
)
PARTLY = StopAnswer(StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")
TOO_LATE = StopAnswer(StopOutcome.ALREADY_SENT, "Fax transmission completed", "Failed")
ONE = FaxId("1")


@pytest.fixture
def lists(qapp: object) -> ListsRig:
    return ListsRig()


def stopped(lists: ListsRig, *fax_ids: str, answer: StopAnswer = STOPPED) -> None:
    """Have faxes stopped, with nothing else left to be asked about them."""
    lists.rig.controller.add(map(FaxId, fax_ids))
    lists.finder._unknown.clear()
    lists.finder._gather.stop()
    lists.rig.controller.ask(list(map(FaxId, fax_ids)))
    while lists.rig.under_way:
        lists.rig.answer(lists.rig.under_way[0], answer)


def check_of(lists: ListsRig, fax_id: str = "1") -> FaxCheck:
    check = lists.board.fax(FaxId(fax_id)).check
    assert check
    return check


def test_a_stop_is_confirmed_by_its_status_and_the_queue(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.check(statuses(details("1", FAILED, error_code="Cancelled", pages=0)), queue())
    check = check_of(lists)
    assert (check.verdict, check.status_text, check.pages, check.queued) == (
        Verdict.CONFIRMED,
        "Failed",
        0,
        False,
    )
    assert check.at == lists.rig.clock.utc_now()
    assert lists.states_of() == {"1": "stopped"}
    assert lists.checked == ["1"]
    entry = lists.rig.store.entries[-1]
    assert (entry.event, entry.verdict, entry.status, entry.result) == (
        "checked",
        Verdict.CONFIRMED,
        "Failed",
        "Cancelled",
    )


def test_what_the_look_tells_of_a_fax_is_kept_with_it(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.check(statuses(details("1", FAILED, to_number="16045550123")), queue())
    fax = lists.board.fax(ONE).details
    assert fax
    assert fax.to_number == "16045550123"
    assert lists.rig.store.entries[-1].to_number == "16045550123"


@pytest.mark.parametrize("answer", [STOPPED, PARTLY])
def test_a_fax_that_goes_out_although_it_was_stopped_is_not_confirmed(
    lists: ListsRig, answer: StopAnswer
) -> None:
    stopped(lists, "1", answer=answer)
    lists.check(statuses(details("1", SENT, pages=1)), queue())
    fax = lists.board.fax(ONE)
    assert fax.state == "not_confirmed"
    assert (fax.result, fax.outcome) == (answer.result, answer.outcome)  # both answers are kept
    assert check_of(lists).verdict is Verdict.CONTRADICTED
    assert check_of(lists).status_text == "Sent"


def test_too_late_is_confirmed_and_contradicted_too(lists: ListsRig) -> None:
    stopped(lists, "1", "2", answer=TOO_LATE)
    lists.check(statuses(details("1", SENT), details("2", FAILED)), queue())
    assert lists.states_of() == {"1": "already_sent", "2": "not_confirmed"}


def test_many_are_looked_up_fifty_at_a_time_and_the_queue_once(lists: ListsRig, qtbot: QtBot) -> None:
    stopped(lists, *(str(number) for number in range(1, 121)))
    lists.fire(lists.checker._timer)
    sizes = []
    while lists.asking not in {"queue", ""}:
        fax_ids = lists.asking.split()
        sizes.append(len(fax_ids))
        lists.answer(statuses(*(details(fax_id, FAILED) for fax_id in fax_ids)))
    assert sizes == [50, 50, 20]
    assert lists.asking == "queue"
    lists.answer(queue())
    assert lists.asking == ""
    qtbot.waitUntil(lambda: len(lists.checked) == 120)


def test_lists_that_lag_behind_are_asked_again_before_anything_is_said(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.check(statuses(details("1", GOING)), queue("1"))
    assert lists.board.fax(ONE).check is None
    assert lists.checked == []
    lists.wait(2)
    lists.check(statuses(details("1", FAILED)), queue("1"))
    assert lists.board.fax(ONE).check is None
    lists.wait(5)
    lists.check(statuses(details("1", FAILED)), queue())
    assert check_of(lists).verdict is Verdict.CONFIRMED


def test_what_goes_on_to_the_last_contradicts_the_stop(lists: ListsRig) -> None:
    stopped(lists, "1")
    for wait_s in (0, 2, 5, 10, 20):
        assert lists.checked == []
        lists.wait(wait_s)
        lists.check(statuses(details("1", GOING)), queue("1"))
    assert check_of(lists).verdict is Verdict.CONTRADICTED
    assert check_of(lists).queued is True
    assert lists.states_of() == {"1": "not_confirmed"}
    assert not lists.checker._timer.isActive()


def test_what_proves_nothing_is_never_a_confirmation(qapp: object) -> None:
    lists = ListsRig(look_again_s=())
    stopped(lists, "1", "2")
    lists.check(statuses(details("1", SentStatus.OTHER)), REFUSED)
    assert check_of(lists, "1").verdict is Verdict.UNSETTLED
    assert check_of(lists, "2").verdict is Verdict.NOT_ASKED
    assert lists.states_of() == {"1": "stopped", "2": "stopped"}


def test_an_unknown_fax_confirms_nothing(qapp: object) -> None:
    lists = ListsRig(look_again_s=())  # SRFax says "Unknown" of documents that it could not convert, too
    stopped(lists, "1")
    lists.check(statuses(details("1", UNKNOWN)), queue())
    assert check_of(lists).verdict is Verdict.UNSETTLED
    assert lists.states_of() == {"1": "stopped"}


@pytest.mark.parametrize("answer", [queue(unread=1), REFUSED, UNREACHABLE])
def test_a_queue_that_was_not_read_whole_proves_no_absence(qapp: object, answer: Any) -> None:
    lists = ListsRig(look_again_s=())
    stopped(lists, "1")
    lists.check(statuses(details("1", UNKNOWN)), answer)
    assert check_of(lists).queued is None
    assert check_of(lists).verdict is Verdict.UNSETTLED


@pytest.mark.parametrize(("include", "queued"), [(False, None), (True, False)])
def test_a_sub_users_fax_is_missed_only_in_a_queue_that_would_show_it(
    qapp: object, include: bool, queued: bool | None
) -> None:
    lists = ListsRig(include_sub_users=include, look_again_s=())
    lists.finder.find()
    lists.answer(queue(details("1", sub_user="99998")))
    stopped(lists, "1")
    lists.check(statuses(details("1", FAILED)), queue())
    assert check_of(lists).queued is queued


def test_where_it_could_not_be_asked_it_says_so_and_why(qapp: object) -> None:
    lists = ListsRig(look_again_s=(1,))
    stopped(lists, "1")
    lists.check(UNREACHABLE)
    assert lists.checked == []
    assert lists.asking == ""  # the queue would not be reached either
    lists.wait(1)
    lists.check(UNREACHABLE)
    check = check_of(lists)
    assert (check.verdict, check.problem, check.reason) == (
        Verdict.NOT_ASKED,
        StopOutcome.UNREACHABLE,
        UNREACHABLE.reason,
    )
    assert lists.states_of() == {"1": "stopped"}


def test_a_single_fax_that_srfax_does_not_know_is_unknown_though_it_comes_as_a_failure(
    qapp: object,
) -> None:
    lists = ListsRig(look_again_s=())
    stopped(lists, "1")
    not_found = replace(UNREACHABLE, problem=StopOutcome.NOT_FOUND, result="FaxDetailsID Not Found")
    lists.check(not_found, queue())
    check = check_of(lists)
    assert (check.verdict, check.status, check.status_text) == (
        Verdict.UNSETTLED,
        UNKNOWN,
        "FaxDetailsID Not Found",
    )


def test_an_answer_that_is_no_list_is_not_asked_for_again(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.check(replace(UNREACHABLE, problem=StopOutcome.UNRECOGNISED), queue())
    assert check_of(lists).verdict is Verdict.UNSETTLED
    assert not lists.checker._timer.isActive()


def test_patience_ends_the_looking(qapp: object) -> None:
    lists = ListsRig(look_again_s=(1, 1, 1, 1), patience_s=10)
    stopped(lists, "1")
    lists.fire(lists.checker._timer)
    lists.rig.leap(30)
    lists.answer(UNREACHABLE)
    assert lists.checked == ["1"]


@pytest.mark.parametrize(
    ("status", "state"),
    [(SENT, "sent_anyway"), (FAILED, "failed"), (GOING, "ended"), (UNKNOWN, "ended"), (None, "ended")],
)
def test_trying_that_ended_without_an_answer_is_looked_up_once(
    lists: ListsRig, status: SentStatus | None, state: str
) -> None:
    stopped(lists, "1", answer=CONVERTING)
    lists.rig.controller.end([ONE])
    lists.check(statuses(details("1", status)), queue())
    assert lists.states_of() == {"1": state}
    assert lists.checked == ["1"]
    assert not lists.checker._timer.isActive()


def test_after_a_refused_sign_in_nothing_is_looked_up(qapp: object) -> None:
    lists = ListsRig(Rig(policy=RetryPolicy(attended=False)))
    stopped(lists, "1", answer=REJECTED)
    assert lists.checked == ["1"]
    assert not lists.checker._timer.isActive()


def test_what_was_never_sent_is_not_looked_up(qapp: object) -> None:
    lists = ListsRig(Rig(credentials=None))
    lists.rig.ask("1")
    lists.rig.controller.end([ONE])
    assert lists.checked == ["1"]


def test_an_answer_that_came_after_the_fax_was_asked_for_anew_is_not_its(lists: ListsRig) -> None:
    stopped(lists, "1", answer=CONVERTING)
    lists.rig.controller.end([ONE])
    lists.fire(lists.checker._timer)
    lists.rig.leap(1)
    lists.rig.controller.ask([ONE])
    lists.answer(statuses(details("1", SENT)), queue())
    assert lists.states_of() == {"1": "stopping"}
    assert lists.board.fax(ONE).check is None
    lists.rig.answer("1", STOPPED)
    lists.check(statuses(details("1", FAILED)), queue())
    assert check_of(lists).verdict is Verdict.CONFIRMED
    assert lists.checked == ["1"]


def test_asking_anew_forgets_the_check_of_before(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.check(statuses(details("1", SENT)), queue())
    lists.rig.controller.ask([ONE])
    assert lists.board.fax(ONE).check is None


def test_a_fax_taken_off_the_list_is_forgotten(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.rig.controller.remove([ONE])
    lists.check(statuses(details("1", SENT)), queue())
    assert lists.states_of() == {}
    assert lists.checked == []


def test_faxes_that_end_during_a_round_have_the_next(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.fire(lists.checker._timer)
    stopped(lists, "2")
    lists.answer(statuses(details("1", FAILED)), queue())
    lists.check(statuses(details("2", FAILED)), queue())
    assert lists.checked == ["1", "2"]


def test_what_was_not_checked_when_the_program_ended_is_checked_at_the_next_start(qapp: object) -> None:
    before = ListsRig()
    stopped(before, "1", "2")
    before.check(statuses(details("1", FAILED), details("2", GOING)), queue("2"))
    after = ListsRig(Rig(store=before.rig.store, clock=before.rig.clock))
    after.rig.controller.restore()
    after.checker.restore()
    after.fire(after.checker._timer)
    assert after.asking == "2"


def test_what_was_left_long_ago_is_left_alone(qapp: object) -> None:
    before = ListsRig()
    stopped(before, "1")
    before.rig.clock.now_s += 3 * 24 * 3600
    after = ListsRig(Rig(store=before.rig.store, clock=before.rig.clock))
    after.rig.controller.restore()
    after.checker.restore()
    assert not after.checker._timer.isActive()


OTHER = Credentials(AccountNumber("67890"), "right")


def test_no_fax_is_looked_up_with_another_accounts_password(lists: ListsRig) -> None:
    stopped(lists, "1")
    lists.check(statuses(details("1", GOING)), queue("1"))
    lists.rig.controller.sign_in(OTHER, proven=True)
    lists.wait(60)
    lists.fire(lists.checker._timer)
    assert lists.asking == ""
    assert lists.board.fax(ONE).check is None
    lists.rig.controller.sign_in(CLINIC, proven=True)
    lists.check(statuses(details("1", FAILED)), queue())
    assert check_of(lists).verdict is Verdict.CONFIRMED


@pytest.mark.parametrize("answered", [0, 1])
def test_what_another_account_was_told_proves_nothing(lists: ListsRig, answered: int) -> None:
    stopped(lists, "1")
    lists.fire(lists.checker._timer)
    answers = [statuses(details("1", FAILED)), queue()]
    lists.answer(*answers[:answered])
    lists.rig.controller.sign_in(OTHER, proven=True)
    lists.answer(answers[answered])
    assert lists.board.fax(ONE).check is None
    lists.rig.controller.sign_in(CLINIC, proven=True)
    lists.check(statuses(details("1", SENT)), queue())
    assert check_of(lists).verdict is Verdict.CONTRADICTED


# On the command line


class Run:
    """A StopRun that waits for the check."""

    def __init__(self, *fax_ids: str) -> None:
        self.lists = ListsRig(Rig(policy=RetryPolicy(attended=False)), look_again_s=(1,))
        self.finals: dict[str, Final] = {}
        self.over: list[int] = []
        self.run = StopRun(
            self.lists.rig.controller, list(map(FaxId, fax_ids)), self._take, self.lists.checker
        )
        self.run.over.connect(self.over.append)
        self.run.start()
        self.lists.finder._gather.stop()

    def _take(self, event: Any) -> None:
        if isinstance(event, Final):
            assert event.fax_id not in self.finals
            self.finals[event.fax_id] = event


def test_the_end_is_told_with_its_check(qapp: object) -> None:
    run = Run("1")
    run.lists.rig.answer("1", STOPPED)
    assert run.finals == {}
    run.lists.check(statuses(details("1", FAILED)), queue())
    final = run.finals["1"]
    assert final.outcome is StopOutcome.STOPPED
    assert final.check
    assert final.check.verdict is Verdict.CONFIRMED
    assert run.over == [ExitStatus.ALL_STOPPED]


def test_a_contradicted_stop_is_no_success(qapp: object) -> None:
    run = Run("1")
    run.lists.rig.answer("1", STOPPED)
    run.lists.check(statuses(details("1", SENT)), queue())
    assert (run.finals["1"].outcome, run.finals["1"].result) == (StopOutcome.UNRECOGNISED, "Fax Cancelled")
    assert run.over == [ExitStatus.NOT_ALL_STOPPED]


def test_whoever_interrupts_it_does_not_wait_for_the_check(qapp: object) -> None:
    run = Run("1", "2")
    run.lists.rig.answer("1", STOPPED)
    run.run.interrupt()
    run.lists.rig.answer("2", CONVERTING)
    assert run.finals["1"] == Final(ONE, 1, StopOutcome.STOPPED, "Fax Cancelled")
    assert run.over == [ExitStatus.NOT_ALL_STOPPED]


def test_a_check_that_cannot_be_asked_any_more_is_not_waited_for(qapp: object) -> None:
    run = Run("1", "2")
    run.lists.rig.answer("1", STOPPED)
    run.lists.rig.answer("2", REJECTED)
    assert run.finals["1"].outcome is StopOutcome.STOPPED
    assert run.finals["1"].check is None
    assert run.over == [ExitStatus.SIGN_IN_REFUSED]


def test_a_sign_in_refused_to_the_check_alone_ends_it_too(qapp: object) -> None:
    run = Run("1")
    run.lists.rig.answer("1", STOPPED)
    refused = replace(UNREACHABLE, problem=StopOutcome.LOGIN_REJECTED)
    run.lists.check(refused)
    assert run.finals["1"].check is None
    assert run.over == [ExitStatus.ALL_STOPPED]


def test_verdicts_on_very_many_come_in_parts(lists: ListsRig, qtbot: QtBot) -> None:
    stopped(lists, *(str(number) for number in range(1, 401)))
    lists.fire(lists.checker._timer)
    while lists.asking not in {"queue", ""}:
        lists.answer(statuses(*(details(fax_id, FAILED) for fax_id in lists.asking.split())))
    lists.answer(queue())
    assert len(lists.checked) == AT_A_TIME
    qtbot.waitUntil(lambda: len(lists.checked) == 400)
    assert len(set(lists.checked)) == 400


@pytest.mark.parametrize(("more", "took_s", "rest_s"), [(100, 0.4, 3.6), (100, 8.0, 10.0), (9, 0.4, 0.3)])
def test_looking_up_takes_a_tenth_of_the_time_while_many_are_being_stopped(
    lists: ListsRig, more: int, took_s: float, rest_s: float
) -> None:
    """And waits no longer than that for the next round; where few are left, each is looked up at once."""
    fax_ids = [FaxId(str(number)) for number in range(1, 3 + more)]
    lists.rig.controller.add(fax_ids)
    lists.finder._gather.stop()
    lists.rig.controller.ask(fax_ids)
    lists.rig.answer("1", STOPPED)
    lists.fire(lists.checker._timer)
    lists.rig.clock.now_s += took_s
    lists.rig.answer("2", STOPPED)
    lists.answer(statuses(details("1", FAILED)), queue())
    assert lists.checker._timer.isActive()
    assert lists.checker._timer.interval() == pytest.approx(rest_s * 1000)


def test_giving_up_in_the_middle_of_the_verdicts_tells_of_each_fax_once(
    lists: ListsRig, qtbot: QtBot
) -> None:
    stopped(lists, *(str(number) for number in range(1, 401)))
    lists.fire(lists.checker._timer)
    while lists.asking not in {"queue", ""}:
        lists.answer(statuses(*(details(fax_id, FAILED) for fax_id in lists.asking.split())))
    lists.answer(queue())
    lists.checker.give_up()
    qtbot.wait(20)
    assert len(lists.checked) == len(set(lists.checked)) == 400
