# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finding the queued faxes: what joins the list, what leaves the queue, and what a failure leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.listing import ListSource, SentStatus
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.pause import PauseCause
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.engine.jobs import QueueJob, RecentJob, StatusJob
from tests.engine.lists_rig import (
    BLANK,
    REFUSED,
    REJECTED,
    UNREACHABLE,
    ListsRig,
    details,
    queue,
    statuses,
)
from tests.engine.rig import CLINIC, CONVERTING, STOPPED, Rig
from tests.engine.rig import REJECTED as STOP_REJECTED

OTHER = Credentials(AccountNumber("67890"), "right")
SENT, FAILED, UNKNOWN = SentStatus.SENT, SentStatus.FAILED, SentStatus.UNKNOWN


@pytest.fixture
def lists(qapp: object) -> ListsRig:
    return ListsRig()


def test_queued_faxes_join_the_list_newest_first_with_all_that_is_told_of_them(lists: ListsRig) -> None:
    lists.finder.find()
    old = details("1", document="20260301090000-1-1_0", to_number="16045550101")
    new = details("2", document="20260301100000-1-2_0", subject="Referral", pages=3)
    timeless = details("3")
    lists.answer(queue(old, timeless, new))
    assert [fax.fax_id for fax in lists.board.faxes()] == ["2", "1", "3"]
    assert lists.board.fax(FaxId("2")).details == new
    assert lists.board.fax(FaxId("1")).account == CLINIC.account
    assert lists.finder.state.queued == 3
    assert lists.finder.state.source is ListSource.QUEUE
    assert not lists.finder.state.busy
    assert lists.rig.events("1") == ["added"]


def test_a_list_that_did_not_come_says_so_and_keeps_the_old_rows(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1"))
    before = lists.finder.state.at
    lists.wait(60)
    lists.finder.find()
    assert lists.finder.state.busy
    lists.answer(UNREACHABLE)
    assert lists.states_of() == {"1": "waiting"}
    assert lists.finder.state.problem is UNREACHABLE
    assert lists.finder.state.at == before
    assert lists.finder.state.queued == 1
    assert lists.asking == ""


def test_where_the_queue_is_refused_the_outbox_is_asked_and_only_what_is_in_progress_joins(
    lists: ListsRig,
) -> None:
    lists.finder.find()
    lists.answer(REFUSED)
    job = lists.pool.job
    assert isinstance(job, RecentJob)
    assert (job.since, job.until) == (date(2025, 12, 30), date(2026, 1, 2))
    lists.answer(replace(queue(details("1"), details("2", SENT)), source=ListSource.OUTBOX))
    assert list(lists.states_of()) == ["1"]
    state = lists.finder.state
    assert (state.source, state.refusal, state.problem) == (ListSource.OUTBOX, REFUSED, None)
    assert state.unread == 0


def test_an_outbox_whose_words_are_not_known_never_looks_like_an_empty_queue(lists: ListsRig) -> None:
    lists.finder.find()
    rows = (details("1", SentStatus.OTHER), details("2", None))
    lists.answer(REFUSED, replace(queue(*rows), source=ListSource.OUTBOX))
    assert (lists.finder.state.queued, lists.finder.state.unread) == (0, 2)


def test_where_the_outbox_does_not_come_either_both_are_told(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(REFUSED, UNREACHABLE)
    assert (lists.finder.state.refusal, lists.finder.state.problem) == (REFUSED, UNREACHABLE)
    assert lists.states_of() == {}


def test_faxes_that_left_the_queue_turn_sent_or_failed_by_what_their_status_says(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1", "2", "3", "4"))
    lists.finder.find()
    lists.answer(queue("4"))
    lists.gathered()
    assert lists.asking == "1 2 3"
    lists.answer(statuses(details("1", SENT), details("2", FAILED, error_code="Busy"), details("3")))
    assert lists.states_of() == {"1": "sent", "2": "failed", "3": "waiting", "4": "waiting"}
    assert lists.rig.events("1")[-1] == "left_queue"
    left = lists.rig.store.entries[-1]
    assert (left.status, left.result) == ("Failed", "Busy")


def test_a_list_that_could_not_be_read_whole_shows_no_fax_as_gone(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1", "2"))
    lists.finder.find()
    lists.answer(queue("2", unread=1))
    assert not lists.finder._gather.isActive()
    assert lists.finder.state.unread == 1
    assert lists.states_of() == {"1": "waiting", "2": "waiting"}


def test_what_is_known_to_have_left_is_not_asked_about_again(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1"))
    lists.finder.find()
    lists.answer(queue())
    lists.gathered()
    lists.answer(statuses(details("1", UNKNOWN)))
    lists.finder.find()
    lists.answer(queue())
    assert not lists.finder._gather.isActive()
    assert lists.states_of() == {"1": "waiting"}


def test_what_left_and_is_queued_again_waits_again(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1"))
    lists.finder.find()
    lists.answer(queue())
    lists.gathered()
    lists.answer(statuses(details("1", FAILED)))
    lists.finder.find()
    lists.answer(queue("1"))
    assert lists.states_of() == {"1": "waiting"}


def test_typed_ids_are_filled_in_fifty_at_a_time_and_none_turns_sent_by_it(lists: ListsRig) -> None:
    ids = [str(number) for number in range(1, 121)]
    lists.rig.controller.add(map(FaxId, ids))
    lists.gathered()
    seen = []
    while job := lists.pool.job:
        assert isinstance(job, StatusJob)
        seen.append(len(job.fax_ids))
        lists.answer(statuses(*(details(fax_id, SENT, pages=2) for fax_id in job.fax_ids)))
    assert seen == [50, 50, 20]
    assert set(lists.states_of().values()) == {"waiting"}  # nobody saw them queued
    fax = lists.board.fax(FaxId("120")).details
    assert fax
    assert fax.pages == 2


def test_what_two_lists_tell_is_put_together(lists: ListsRig) -> None:
    lists.rig.controller.add([FaxId("1")])
    lists.gathered()
    lists.answer(statuses(details("1", queued_at_text="Mar 01/26 10:00 AM")))
    lists.finder.find()
    lists.answer(queue(details("1", subject="Referral")))
    fax = lists.board.fax(FaxId("1")).details
    assert fax
    assert (fax.subject, fax.queued_at_text) == ("Referral", "Mar 01/26 10:00 AM")


def test_an_answer_about_faxes_taken_off_meanwhile_is_for_nobody(lists: ListsRig) -> None:
    lists.rig.controller.add([FaxId("1")])
    lists.gathered()
    lists.rig.controller.remove([FaxId("1")])
    lists.answer(statuses(details("1")))
    assert lists.states_of() == {}


def test_what_the_user_took_off_comes_back_only_when_asked_for(lists: ListsRig) -> None:
    lists.finder.watch(watched=True)
    lists.finder.find()
    lists.answer(queue("1", "2"))
    lists.rig.controller.remove([FaxId("1")])
    lists.fire(lists.finder._refresh)
    lists.answer(queue("1", "2"))
    assert list(lists.states_of()) == ["2"]
    lists.finder.find()
    lists.answer(queue("1", "2"))
    assert list(lists.states_of()) == ["2", "1"]


def test_it_looks_again_every_minute_while_watched_and_not_otherwise(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue())
    assert not lists.finder._refresh.isActive()
    lists.finder.watch(watched=True)
    assert lists.finder._refresh.remainingTime() > 59_000
    lists.fire(lists.finder._refresh)
    assert lists.asking == "queue"
    lists.answer(UNREACHABLE)
    assert lists.finder._refresh.remainingTime() > 59_000
    lists.finder.watch(watched=False)
    assert not lists.finder._refresh.isActive()


def test_whoever_comes_back_after_a_while_sees_what_is_queued_now(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue())
    lists.wait(90)
    lists.finder.watch(watched=True)
    assert lists.finder._refresh.remainingTime() == 0


def test_it_can_be_told_to_look_only_when_asked(lists: ListsRig) -> None:
    lists.finder.watch(watched=True)
    lists.finder.find()
    lists.answer(queue())
    lists.finder.change(refresh_s=0)
    assert not lists.finder._refresh.isActive()
    lists.finder.change(refresh_s=120)
    assert lists.finder._refresh.remainingTime() > 119_000


def test_sub_users_are_asked_for_where_the_setting_says_so(lists: ListsRig) -> None:
    lists.finder.find()
    assert lists.pool.job == QueueJob(CLINIC, include_sub_users=False)
    lists.answer(queue())
    lists.finder.change(include_sub_users=True)
    assert lists.pool.job == QueueJob(CLINIC, include_sub_users=True)
    lists.answer(REFUSED)
    assert isinstance(lists.pool.job, RecentJob)
    assert lists.pool.job.include_sub_users
    lists.answer(queue())
    lists.finder.change(include_sub_users=True)
    assert lists.asking == ""


def test_two_wishes_at_once_are_one_question(lists: ListsRig) -> None:
    lists.finder.find()
    lists.finder.find()
    lists.answer(queue())
    assert lists.asking == ""


def test_nothing_is_looked_for_while_everything_pauses(lists: ListsRig) -> None:
    lists.finder.watch(watched=True)
    lists.finder.find()
    lists.answer(queue("1"))
    lists.rig.ask("1")
    lists.rig.answer("1", STOP_REJECTED)
    lists.fire(lists.finder._refresh)
    assert lists.asking == ""
    assert not lists.finder.state.busy
    lists.finder.find()
    assert lists.finder.state.busy  # what the user asks for waits
    assert lists.asking == ""
    lists.rig.controller.sign_in(replace(CLINIC, password="other"), proven=True)
    assert lists.asking == "queue"


def test_nobody_signed_in_nothing_asked(qapp: object) -> None:
    lists = ListsRig(Rig(credentials=None))
    lists.finder.watch(watched=True)
    lists.finder.find()
    assert lists.asking == ""
    lists.rig.controller.sign_in(CLINIC)
    assert lists.asking == "queue"


def test_a_refused_sign_in_pauses_all_before_a_stop_meets_it_too(qapp: object) -> None:
    lists = ListsRig(Rig(proven=False))
    lists.finder.find()
    lists.rig.ask("1", "2")
    assert lists.rig.under_way == []  # the list goes ahead: a wrong password leaves once
    lists.answer(REJECTED)
    assert lists.rig.under_way == []
    pause = lists.board.pause
    assert pause
    assert pause.cause is PauseCause.LOGIN_REJECTED
    assert lists.finder.state.problem is REJECTED


def test_a_list_that_came_proves_the_sign_in(qapp: object) -> None:
    lists = ListsRig(Rig(proven=False))
    lists.finder.find()
    lists.answer(queue())
    lists.rig.ask("1", "2", "3")
    assert lists.rig.under_way == ["1", "2", "3"]


def test_a_stop_waits_no_longer_than_a_second_for_a_list(qapp: object) -> None:
    lists = ListsRig(Rig(proven=False))
    lists.finder.find()
    lists.rig.ask("1")
    lists.wait(1.1)
    assert lists.rig.under_way == ["1"]


def test_no_list_is_asked_for_beside_a_stop_with_an_unproven_password(qapp: object) -> None:
    lists = ListsRig(Rig(proven=False))
    lists.rig.ask("1")
    lists.finder.find()
    assert lists.asking == ""
    lists.rig.answer("1", CONVERTING)
    assert lists.asking == "queue"


def test_an_answer_to_credentials_of_before_says_nothing_of_the_present_ones(lists: ListsRig) -> None:
    lists.finder.find()
    lists.rig.controller.sign_in(replace(CLINIC, password="new"), proven=False)
    lists.answer(REJECTED)
    assert lists.board.pause is None


def test_a_blank_list_pauses_the_stops_and_they_probe(lists: ListsRig) -> None:
    lists.finder.find()
    lists.rig.ask("1", "2", "3", "4", "5")
    lists.answer(BLANK)
    pause = lists.board.pause
    assert pause
    assert (pause.cause, pause.next_try_at_s) == (PauseCause.BLOCKED, lists.rig.clock.now_s + 10)
    lists.rig.answer("1", STOPPED)
    assert lists.board.pause is None


def test_an_unreachable_list_is_no_reason_to_pause_the_stops(lists: ListsRig) -> None:
    lists.finder.find()
    lists.rig.ask("1")
    lists.answer(UNREACHABLE)
    assert lists.board.pause is None


def test_asking_by_hand_looks_once_more_at_what_ended_without_an_answer(lists: ListsRig) -> None:
    lists.rig.ask("1")
    lists.gathered()
    lists.answer(statuses(details("1")))
    lists.rig.answer("1", CONVERTING)
    lists.rig.controller.end([FaxId("1")])
    lists.check(statuses(details("1")), queue("1"))
    assert lists.states_of() == {"1": "ended"}
    lists.finder.find()
    lists.answer(queue())
    lists.check(statuses(details("1", SENT)), queue())
    assert lists.states_of() == {"1": "sent_anyway"}


def test_a_stopped_fax_that_the_queue_shows_again_is_checked_again(lists: ListsRig) -> None:
    lists.rig.ask("1")
    lists.gathered()
    lists.answer(statuses(details("1")))
    lists.rig.answer("1", STOPPED)
    lists.check(statuses(details("1", FAILED)), queue())
    assert lists.states_of() == {"1": "stopped"}
    lists.finder.find()
    lists.answer(queue("1"))
    lists.check(statuses(details("1", SENT)), queue())
    assert lists.states_of() == {"1": "not_confirmed"}
    assert lists.board.fax(FaxId("1")).outcome is StopOutcome.STOPPED


def test_the_pages_of_a_fax_stay_known_when_it_has_left_the_queue(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue(details("1", pages=6)))
    lists.rig.ask("1")
    lists.rig.answer("1", STOPPED)
    lists.check(statuses(details("1", FAILED, pages=0)), queue())
    fax = lists.board.fax(FaxId("1"))
    assert fax.details
    assert fax.check
    assert (fax.details.pages, fax.check.pages) == (6, 0)


def test_what_stands_in_the_queue_without_a_status_is_queued_all_the_same(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue(details("1", None)))
    lists.finder.find()
    lists.answer(queue())
    lists.gathered()
    lists.answer(statuses(details("1", SENT)))
    assert lists.states_of() == {"1": "sent"}


def test_a_list_of_another_account_is_not_this_ones(lists: ListsRig) -> None:
    lists.finder.find()
    lists.rig.controller.sign_in(OTHER, proven=True)
    lists.answer(queue("1"))
    assert lists.states_of() == {}
    assert lists.finder.state.at is None
    assert lists.asking == "queue"
    lists.answer(queue("2"))
    assert lists.board.fax(FaxId("2")).account == OTHER.account


def test_what_is_known_of_the_queue_is_forgotten_with_the_account(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1"))
    lists.rig.controller.sign_in(OTHER, proven=True)
    assert lists.finder.state.at is None


def test_no_fax_of_another_account_is_asked_about(lists: ListsRig) -> None:
    lists.finder.find()
    lists.answer(queue("1"))
    lists.rig.controller.sign_in(OTHER, proven=True)
    lists.finder.find()
    lists.answer(queue("2"))
    assert not lists.finder._gather.isActive()


def test_the_queue_is_asked_for_before_typed_ids_are_filled_in(lists: ListsRig) -> None:
    lists.rig.controller.add(FaxId(str(number)) for number in range(1, 201))
    lists.gathered()
    lists.finder.find()
    lists.answer(statuses())
    assert lists.asking == "queue"


def test_asking_by_hand_looks_up_again_what_could_not_be_looked_up(qapp: object) -> None:
    lists = ListsRig(look_again_s=())
    lists.finder.find()
    lists.answer(queue("1"))
    lists.rig.ask("1")
    lists.rig.answer("1", STOPPED)
    lists.check(UNREACHABLE)
    lists.finder.find()
    lists.answer(queue())
    lists.check(statuses(details("1", FAILED)), queue())
    check = lists.board.fax(FaxId("1")).check
    assert check
    assert check.verdict is Verdict.CONFIRMED
