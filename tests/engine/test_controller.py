# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which fax is tried when: order, retries, the user's wishes, and the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.retry import RetryPolicy, never_again
from tests.engine.rig import (
    CONVERTING,
    FAULT,
    NOT_FOUND,
    STOPPED,
    TIMED_OUT,
    UNRECOGNISED,
    Rig,
)

if TYPE_CHECKING:
    from srfax_desktop.engine.trying import AttemptEnded

pytestmark = pytest.mark.usefixtures("qapp")


def test_four_at_once_first_come_first_served(rig: Rig) -> None:
    rig.ask("1", "2", "3", "4", "5", "6")
    assert rig.under_way == ["1", "2", "3", "4"]
    rig.answer("3", STOPPED)
    assert rig.under_way == ["1", "2", "4", "5"]
    rig.answer("1", STOPPED)
    assert rig.under_way == ["2", "4", "5", "6"]


def test_what_the_user_just_asked_for_goes_before_retries() -> None:
    rig = Rig(workers=1)
    rig.ask("1", "2", "3")
    for fax_id in ("1", "2", "3"):
        rig.answer(fax_id, CONVERTING)
    rig.wait(10)
    assert rig.under_way == ["1"]
    rig.ask("4")
    rig.answer("1", STOPPED)
    assert rig.under_way == ["4"]
    rig.answer("4", STOPPED)
    assert rig.under_way == ["2"]


def test_it_is_written_before_it_is_sent_and_before_it_is_shown(rig: Rig) -> None:
    rig.controller.attempt_ended.connect(lambda ended: rig.log.append(f"told {ended.fax_id}"))
    rig.ask("1")
    rig.answer("1", STOPPED)
    expected = ["write added 1", "write asked 1", "write sending 1", "give 1"]
    assert rig.log == [*expected, "write answered 1", "told 1", "finished 1"]


def test_a_decided_answer_ends_it(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", STOPPED)
    assert rig.status("1") == "stopped"
    assert rig.finished == ["1"]
    rig.controller.ask([FaxId("1")])
    rig.wait(60)
    assert len(rig.pool.given) == 1


@pytest.mark.parametrize(
    ("answer", "waits_s"),
    [
        (CONVERTING, [10, 10, 10]),
        (NOT_FOUND, [5, 5, 5]),
        (TIMED_OUT, [2, 4, 8, 15, 30, 30]),
        (FAULT, [2, 4, 8, 15, 30, 30]),
        (replace(FAULT, retry_after_s=77), [77, 77]),
        (UNRECOGNISED, [10, 10, 10]),
    ],
)
def test_it_is_tried_again_when_the_rules_say(rig: Rig, answer: StopAnswer, waits_s: list[float]) -> None:
    rig.ask("1")
    for attempt, wait_s in enumerate(waits_s, start=1):
        assert rig.under_way == ["1"]
        rig.answer("1", answer)
        assert rig.status("1") == "retrying"
        assert rig.board.due_in_s(FaxId("1")) == wait_s
        assert rig.board.fax(FaxId("1")).attempts == attempt
        rig.wait(wait_s - 0.2)
        assert rig.under_way == []
        rig.wait(0.3)
    assert rig.under_way == ["1"]


def test_srfaxs_words_are_kept_as_they_came(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", NOT_FOUND)
    assert rig.board.fax(FaxId("1")).result == "File not found – Please try again"
    entry = rig.store.entries[-1]
    assert (entry.result, entry.status, entry.retry_in_s) == (NOT_FOUND.result, "Failed", 5)


@pytest.mark.parametrize(
    ("answer", "lasts_s", "ends"),
    [
        (CONVERTING, 900, "not_confirmed"),
        (NOT_FOUND, 120, "not_found"),
        (FAULT, 900, "not_confirmed"),
        (UNRECOGNISED, 30, "not_confirmed"),
    ],
)
def test_it_gives_up_when_the_rules_say(rig: Rig, answer: StopAnswer, lasts_s: float, ends: str) -> None:
    began_s = rig.clock.now_s
    rig.ask("1")
    while rig.under_way:
        rig.answer("1", answer)
        due_in_s = rig.board.due_in_s(FaxId("1"))
        if due_in_s is not None:
            rig.wait(due_in_s)
    assert rig.status("1") == ends
    assert lasts_s - 30 <= rig.clock.now_s - began_s <= lasts_s + 0.5
    assert rig.finished == ["1"]
    assert rig.events("1")[-2:] == ["answered", "gave_up"]


def test_another_answer_in_between_begins_a_new_count(rig: Rig) -> None:
    rig.ask("1")
    for answer in (UNRECOGNISED, UNRECOGNISED, CONVERTING, UNRECOGNISED, UNRECOGNISED, UNRECOGNISED):
        rig.answer("1", answer)
        assert rig.status("1") == "retrying"
        rig.wait(10)
    rig.answer("1", UNRECOGNISED)
    assert rig.status("1") == "not_confirmed"


def test_a_fax_that_was_given_up_can_be_asked_for_again_and_counts_anew(rig: Rig) -> None:
    rig.ask("1")
    for _ in range(3):
        rig.answer("1", UNRECOGNISED)
        rig.wait(10)
    rig.answer("1", UNRECOGNISED)
    rig.controller.ask([FaxId("1")])
    fax = rig.board.fax(FaxId("1"))
    assert (fax.attempts, fax.outcome, fax.result) == (1, None, None)
    rig.answer("1", UNRECOGNISED)
    assert rig.status("1") == "retrying"


def test_retry_now_does_not_wait(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.controller.retry_now([FaxId("1")])
    assert rig.under_way == ["1"]
    assert rig.board.due_in_s(FaxId("1")) is None
    rig.answer("1", CONVERTING)
    assert rig.board.fax(FaxId("1")).attempts == 2


def test_stop_trying_during_a_countdown(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.controller.end([FaxId("1")])
    assert rig.status("1") == "ended"
    rig.wait(60)
    assert len(rig.pool.given) == 1
    assert rig.finished == ["1"]


def test_stop_trying_in_line() -> None:
    rig = Rig(workers=1)
    rig.ask("1", "2")
    rig.controller.end([FaxId("2")])
    rig.answer("1", STOPPED)
    assert rig.under_way == []
    assert rig.status("2") == "ended"


@pytest.mark.parametrize(
    ("answer", "ends"),
    [(STOPPED, "stopped"), (CONVERTING, "ended"), (UNRECOGNISED, "ended"), (FAULT, "ended")],
)
def test_stop_trying_during_a_request_still_hears_the_answer(rig: Rig, answer: StopAnswer, ends: str) -> None:
    rig.ask("1")
    rig.controller.end([FaxId("1")])
    assert rig.status("1") == "ending"
    rig.answer("1", answer)
    rig.wait(60)
    assert rig.status("1") == ends
    assert len(rig.pool.given) == 1


def test_asking_again_while_the_last_answer_is_awaited_goes_on_trying(rig: Rig) -> None:
    rig.ask("1")
    rig.controller.end([FaxId("1")])
    rig.controller.ask([FaxId("1")])
    assert rig.status("1") == "stopping"
    assert rig.under_way == ["1"]
    rig.answer("1", CONVERTING)
    rig.wait(10)
    assert rig.under_way == ["1"]


def test_without_automatic_retry_the_button_lights_up_and_nothing_fires() -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    rig.ask("1")
    rig.answer("1", CONVERTING)
    assert rig.board.due_in_s(FaxId("1")) == 10
    rig.wait(30)
    assert rig.under_way == []
    assert rig.status("1") == "retry_ready"
    rig.controller.retry_now([FaxId("1")])
    assert rig.under_way == ["1"]


def test_a_slept_computer_tries_at_once_when_it_wakes(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.leap(600)
    assert rig.under_way == ["1"]


def test_faxes_under_way_stay_on_the_list(rig: Rig) -> None:
    rig.ask("1")
    rig.controller.add([FaxId("2")])
    rig.controller.remove([FaxId("1"), FaxId("2")])
    assert [fax.fax_id for fax in rig.board.faxes()] == ["1"]
    assert "2" not in rig.store.faxes
    assert rig.events("2") == ["added", "removed"]


def test_the_same_fax_is_added_once(rig: Rig) -> None:
    rig.controller.add([FaxId("1"), FaxId("1")])
    rig.controller.add([FaxId("1")])
    assert len(rig.board) == 1


def test_the_sums_agree_with_the_rows(rig: Rig) -> None:
    rig.ask("1", "2", "3", "4", "5", "6")
    rig.controller.add([FaxId("7")])
    rig.answer("1", STOPPED)
    rig.answer("2", CONVERTING)
    rig.controller.end([FaxId("3")])
    counted: dict[str, int] = {}
    for fax in rig.board.faxes():
        status = rig.board.status(fax.fax_id)
        counted[status] = counted.get(status, 0) + 1
    assert rig.board.counts() == counted


def test_no_wait_is_promised_where_the_user_ended_it(rig: Rig) -> None:
    told: list[AttemptEnded] = []
    rig.controller.attempt_ended.connect(told.append)
    rig.ask("1")
    rig.controller.end([FaxId("1")])
    rig.answer("1", CONVERTING)
    assert [ended.retry_in_s for ended in told] == [None]


def test_a_listener_may_ask_for_more(rig: Rig) -> None:
    rig.controller.fax_finished.connect(lambda _: rig.ask("2"))
    rig.ask("1")
    rig.answer("1", STOPPED)
    assert rig.under_way == ["2"]


def test_when_the_program_closes_nothing_more_is_sent_but_answers_are_written(rig: Rig) -> None:
    rig.ask("1", "2", "3", "4", "5")
    rig.controller.close()
    rig.answer("1", STOPPED)
    rig.answer("2", CONVERTING)
    rig.answer("3", replace(TIMED_OUT, reason=Reason.CANCELLED))
    rig.leap(60)
    assert rig.under_way == ["4"]
    assert rig.store.faxes[FaxId("1")].state == "stopped"
    assert rig.store.faxes[FaxId("3")].state == "stopping"


def test_no_second_try_where_none_is_wanted() -> None:
    rig = Rig(policy=RetryPolicy(never_again(), attended=False))
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", STOPPED)
    assert (rig.status("1"), rig.status("2")) == ("not_confirmed", "stopped")


def test_rules_can_be_changed_while_it_runs(rig: Rig) -> None:
    rig.controller.set_policy(RetryPolicy(never_again()))
    rig.ask("1")
    rig.answer("1", CONVERTING)
    assert rig.status("1") == "retry_ready"


def test_ten_thousand_faxes_all_end() -> None:
    rig = Rig()
    rig.ask(*map(str, range(1, 10_001)))
    while rig.under_way:
        rig.answer(rig.under_way[0], STOPPED)
    assert rig.board.counts() == {"stopped": 10_000}
    assert len(rig.pool.given) == 10_000


@pytest.mark.parametrize("outcome", [StopOutcome.STOPPED, StopOutcome.CONVERTING])
def test_each_attempt_is_told_once(rig: Rig, outcome: StopOutcome) -> None:
    told: list[AttemptEnded] = []
    rig.controller.attempt_ended.connect(told.append)
    rig.ask("1")
    rig.answer("1", StopAnswer(outcome, "words"))
    assert [(ended.fax_id, ended.attempt, ended.answer.outcome) for ended in told] == [("1", 1, outcome)]
