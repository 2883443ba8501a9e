# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where two things meet at once: probes and new causes, old and new credentials, hung workers and wishes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.pause import PauseCause
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.core.sign_in import Credentials
from tests.engine.rig import (
    BLOCKED,
    CLINIC,
    CONVERTING,
    FAULT,
    REJECTED,
    STOPPED,
    TIMED_OUT,
    UNREACHABLE,
    UNTRUSTED,
    Rig,
)

if TYPE_CHECKING:
    from srfax_desktop.core.ports import StoreError
    from srfax_desktop.engine.trying import AttemptEnded

pytestmark = pytest.mark.usefixtures("qapp")

OTHER = Credentials(AccountNumber("777"), "other")


def cause(rig: Rig) -> PauseCause | None:
    return rig.board.pause.cause if rig.board.pause else None


def rings_in_s(rig: Rig) -> float | None:
    """Return when the one timer rings, None where it does not."""
    timer = rig.controller._alarm._timer
    return timer.interval() / 1000 if timer.isActive() else None


# Probes


def test_a_probe_that_gets_nowhere_does_not_undo_a_refusal_that_came_meanwhile(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.answer("1", UNREACHABLE)
    rig.wait(2)
    rig.answer("2", REJECTED)
    rig.answer("1", UNREACHABLE)
    assert cause(rig) is PauseCause.LOGIN_REJECTED
    sent = len(rig.pool.given)
    rig.wait(60)
    assert len(rig.pool.given) == sent


def test_a_probe_of_an_older_pause_is_an_ordinary_request_in_a_graver_one(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.answer("1", UNREACHABLE)
    rig.wait(2)
    rig.answer("2", BLOCKED)
    rig.answer("1", TIMED_OUT)
    assert cause(rig) is PauseCause.BLOCKED
    assert rig.status("1") == "retrying"
    assert rig.board.pause_due_in_s() == pytest.approx(10, abs=0.01)


def hung(workers: int = 4) -> Rig:
    """Return a rig in a pause whose every worker hangs: one fax was out of reach, and then its worker was
    taken by another controller's request, as it were."""
    rig = Rig(workers=workers)
    rig.ask(*map(str, range(1, workers + 2)))
    rig.answer("1", UNREACHABLE)
    rig.pool.size = workers - 1
    return rig


def test_a_due_probe_with_no_free_worker_keeps_nobody_busy() -> None:
    rig = hung()
    rig.wait(2.5)
    assert rig.pool.free == 0
    assert len(rig.pool.given) == 4
    assert rings_in_s(rig) is None


def test_a_due_probe_leaves_with_the_next_free_worker() -> None:
    rig = hung()
    rig.wait(2.5)
    rig.answer("2", replace(UNREACHABLE))
    assert len(rig.pool.given) == 5


def test_retry_now_is_not_forgotten_where_no_worker_is_free() -> None:
    rig = hung()
    rig.controller.retry_now([FaxId("1")])
    rig.answer("2", UNREACHABLE)
    assert len(rig.pool.given) == 5


def test_what_left_before_the_pause_and_never_came_back_does_not_lift_it(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.answer("1", UNREACHABLE)
    rig.answer("2", TIMED_OUT)
    assert cause(rig) is PauseCause.UNREACHABLE
    rig.answer("3", FAULT)
    assert cause(rig) is None


@pytest.mark.parametrize("met", [UNREACHABLE, UNTRUSTED])
def test_an_error_of_the_programs_own_lifts_no_pause(rig: Rig, met: StopAnswer) -> None:
    rig.ask("1", "2")
    rig.answer("1", met)
    rig.controller.probe_now()
    rig.answer("1", StopAnswer(StopOutcome.UNRECOGNISED, reason=Reason.INTERNAL))
    assert cause(rig) is not None


def test_no_wait_that_is_told_is_in_the_past(rig: Rig) -> None:
    told: list[AttemptEnded] = []
    rig.controller.attempt_ended.connect(told.append)
    rig.ask("1", "2")
    rig.answer("1", UNREACHABLE)
    rig.clock.now_s += 5
    rig.answer("2", UNREACHABLE)
    assert [ended.retry_in_s for ended in told] == [2.0, 0.0]


def test_the_one_that_is_due_first_finds_out_where_nobody_is_in_line(rig: Rig) -> None:
    rig.ask("1", "2", "3", "4")
    rig.answer("1", CONVERTING)
    rig.answer("2", FAULT)
    rig.answer("3", UNTRUSTED)
    rig.controller.end([FaxId("3")])
    rig.controller.probe_now()
    assert rig.under_way == ["4", "2"]


def test_a_pause_that_holds_up_only_what_is_on_its_way_is_over(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", UNREACHABLE)
    rig.controller.end([FaxId("1")])
    rig.wait(3)
    assert cause(rig) is None
    assert rig.under_way == ["2"]
    assert rings_in_s(rig) is None


def test_one_probe_at_a_time_whoever_wants_one(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.answer("1", UNREACHABLE)
    rig.answer("2", UNREACHABLE)
    rig.controller.probe_now()
    assert rig.board.pause
    assert rig.board.pause.probing
    rig.controller.network_is_back()
    rig.controller.retry_now([FaxId("1"), FaxId("2")])
    rig.ask("4")
    rig.leap(60)
    assert len(rig.pool.given) == 4
    rig.answer(rig.under_way[-1], UNREACHABLE)
    assert not rig.board.pause.probing


def test_what_was_said_of_an_old_password_does_not_disturb_a_probe_with_the_new_one(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.answer("1", UNREACHABLE)
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    rig.controller.probe_now()
    rig.answer("2", REJECTED)
    rig.wait(1)
    assert rig.under_way == ["3", "1"]
    assert rig.board.pause
    assert rig.board.pause.probing


@pytest.mark.parametrize("met", [BLOCKED, UNTRUSTED])
def test_retry_now_for_what_is_held_up_looks_whether_the_pause_is_over(rig: Rig, met: StopAnswer) -> None:
    rig.ask("1", "2")
    rig.answer("1", met)
    rig.controller.retry_now([FaxId("1")])
    assert rig.under_way == ["2", "1"]


# Giving up


def test_a_pause_that_gives_up_writes_so_for_each_with_what_srfax_said_last(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.controller.set_policy(RetryPolicy(give_up_after_s=5))
    rig.clock.now_s += 4
    rig.answer("2", UNREACHABLE)
    assert rig.finished == ["1", "2"]
    assert rig.board.fax(FaxId("1")).outcome is StopOutcome.CONVERTING
    assert rig.board.fax(FaxId("2")).outcome is StopOutcome.UNREACHABLE
    assert rig.events("1")[-1] == rig.events("2")[-1] == "gave_up"


def test_a_stop_asked_for_late_in_a_long_pause_has_an_hour_of_its_own(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.clock.now_s += 3599
    rig.ask("2")
    rig.answer(rig.under_way[0], UNREACHABLE)
    assert rig.status("2") == "held_unreachable"
    rig.leap(60)
    assert len(rig.under_way) == 1


def test_giving_up_does_not_touch_what_waits_for_another_account(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("2", CONVERTING)
    rig.answer("1", FAULT)
    rig.controller.sign_in(OTHER, proven=True)
    rig.ask("3")
    rig.answer("3", UNREACHABLE)
    for _ in range(2):
        rig.leap(4000)
        if rig.under_way:
            rig.answer("3", UNREACHABLE)
    assert rig.status("3") == "not_confirmed"
    assert {rig.status("1"), rig.status("2")} == {"held_account"}


def test_history_says_gave_up_only_of_what_the_user_had_not_ended_already(rig: Rig) -> None:
    rig.controller.set_policy(RetryPolicy(attended=False, give_up_after_s=1))
    rig.ask("1", "2")
    rig.controller.end([FaxId("1"), FaxId("2")])
    rig.answer("1", CONVERTING)
    rig.answer("2", REJECTED)
    for fax_id in ("1", "2"):
        assert rig.status(fax_id) == "ended"
        assert rig.events(fax_id)[-1] == "answered"


# Credentials


def test_new_credentials_send_a_scout_of_their_own_though_old_requests_hang(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.controller.add([FaxId("4")])
    rig.controller.sign_in(Credentials(CLINIC.account, "new"))
    rig.pool.size = 8
    rig.wait(5)
    rig.ask("4", "5", "6", "7")
    assert rig.under_way == ["1", "2", "3", "4"]
    rig.wait(0.9)
    assert rig.under_way == ["1", "2", "3", "4"]
    rig.wait(0.2)
    assert len(rig.under_way) == 7


def test_the_alarm_rings_when_the_others_may_follow_the_scout() -> None:
    rig = Rig(proven=False)
    rig.ask("1")
    assert rings_in_s(rig) is None
    rig.ask("2")
    assert rings_in_s(rig) == pytest.approx(1.0, abs=0.01)
    rig.answer("1", STOPPED)
    rig.ask("3", "4", "5", "6", "7")
    assert rings_in_s(rig) is None
    rig.leap(1)
    assert rig.under_way == ["2", "3", "4", "5"]


def test_a_second_is_enough() -> None:
    rig = Rig(proven=False)
    rig.ask("1", "2")
    rig.leap(1)
    assert rig.under_way == ["1", "2"]


@pytest.mark.parametrize("answer", [FAULT, TIMED_OUT])
def test_only_srfaxs_own_words_prove_a_password(answer: StopAnswer) -> None:
    rig = Rig(proven=False)
    rig.ask("1", "2", "3")
    rig.answer("1", answer)
    assert rig.under_way == ["2"]


def test_what_came_of_the_old_password_proves_nothing_of_the_new_one(rig: Rig) -> None:
    rig.ask("1")
    rig.controller.sign_in(Credentials(CLINIC.account, "new"))
    rig.answer("1", STOPPED)
    rig.ask("2", "3", "4")
    assert rig.under_way == ["2"]


def test_what_stands_in_the_way_of_all_does_so_whoever_met_it(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    rig.answer("1", BLOCKED)
    assert cause(rig) is PauseCause.BLOCKED


def test_after_a_refusal_of_the_old_password_the_new_one_is_tried_at_once(rig: Rig) -> None:
    told: list[AttemptEnded] = []
    rig.controller.attempt_ended.connect(told.append)
    rig.ask("1")
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    rig.answer("1", REJECTED)
    assert told[-1].retry_in_s == 0
    assert rig.under_way == ["1"]


def test_who_signs_in_is_told_with_every_fax_that_it_concerns(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNTRUSTED)
    changed: list[tuple[FaxId, ...]] = []
    rig.controller.faxes_changed.connect(changed.append)
    rig.controller.sign_in(OTHER, proven=True)
    assert changed == [("1",)]
    assert rig.status("1") == "held_account"


def test_a_refusal_of_another_account_promises_no_next_try(rig: Rig) -> None:
    told: list[AttemptEnded] = []
    rig.controller.attempt_ended.connect(told.append)
    rig.ask("1")
    rig.controller.sign_in(OTHER, proven=True)
    rig.answer("1", REJECTED)
    assert rig.status("1") == "held_account"
    assert told[-1].retry_in_s is None


def test_what_another_account_must_stop_counts_nothing_down_in_a_pause(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", FAULT)
    rig.controller.sign_in(OTHER, proven=True)
    rig.wait(3)
    rig.ask("2")
    rig.answer("2", UNREACHABLE)
    assert rig.status("1") == "held_account"
    assert rig.board.due_in_s(FaxId("1")) is None
    assert rig.status("2") == "held_unreachable"
    assert rig.board.counts() == {"held_account": 1, "held_unreachable": 1}


def test_after_a_new_sign_in_what_the_user_asked_for_still_goes_before_retries() -> None:
    rig = Rig(workers=1)
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", REJECTED)
    rig.wait(11)
    rig.ask("3")
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    order = []
    while rig.under_way:
        order.append(rig.under_way[0])
        rig.answer(order[-1], STOPPED)
    assert order == ["2", "3", "1"]


# What the user and the system may do at any moment


def test_without_automatic_retry_the_networks_return_fires_nothing() -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.controller.network_is_back()
    assert rig.under_way == []


def test_a_button_that_lights_up_is_told_and_goes_out_when_it_is_pressed() -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    changed: list[tuple[FaxId, ...]] = []
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.controller.faxes_changed.connect(changed.append)
    rig.leap(10)
    assert changed == [("1",)]
    rig.controller.retry_now([FaxId("1")])
    rig.answer("1", CONVERTING)
    assert rig.status("1") == "retry_later"  # nothing is tried again by itself
    assert rig.board.counts() == {"retry_later": 1}


def test_switching_automatic_retry_on_fires_what_was_waiting_for_a_finger() -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.wait(11)
    assert rig.status("1") == "retry_ready"
    rig.controller.set_policy(RetryPolicy(automatic=True))
    assert rig.under_way == ["1"]


@pytest.mark.parametrize(("met", "sent"), [(UNREACHABLE, ["1"]), (BLOCKED, ["1"]), (UNTRUSTED, [])])
def test_switching_automatic_retry_on_finds_out_about_a_pause(met: StopAnswer, sent: list[str]) -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    rig.ask("1")
    rig.answer("1", met)
    rig.wait(11)
    rig.controller.set_policy(RetryPolicy(automatic=True))
    assert rig.under_way == sent


def test_switching_automatic_retry_on_cuts_no_countdown_short() -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", BLOCKED)
    rig.wait(5)
    rig.controller.set_policy(RetryPolicy(automatic=True))
    assert rig.under_way == []
    rig.wait(6)
    assert len(rig.under_way) == 1


def test_new_rules_that_change_nothing_fire_nothing(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.controller.set_policy(RetryPolicy(automatic=True))
    assert rig.under_way == []


def test_taking_the_same_fax_off_twice_takes_it_off(rig: Rig) -> None:
    rig.controller.add([FaxId("1"), FaxId("2")])
    rig.controller.remove([FaxId("1"), FaxId("1")])
    assert [fax.fax_id for fax in rig.board.faxes()] == ["2"]


def test_listing_a_fax_afresh_that_is_being_stopped_leaves_it_alone(rig: Rig) -> None:
    added: list[tuple[FaxId, ...]] = []
    rig.controller.faxes_added.connect(added.append)
    rig.ask("1", "2")
    rig.answer("2", STOPPED)
    rig.controller.add_afresh([FaxId("1"), FaxId("2"), FaxId("3")])
    assert added == [("1", "2"), ("3",)]
    assert (rig.status("1"), rig.status("2")) == ("stopping", "waiting")
    rig.answer("1", STOPPED)
    assert rig.status("1") == "stopped"


def test_a_request_that_was_cancelled_though_nobody_closes_is_tried_again(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", replace(TIMED_OUT, reason=Reason.CANCELLED))
    assert rig.status("1") == "retrying"
    rig.wait(3)
    assert rig.under_way == ["1"]


def test_a_listener_may_take_off_the_list_what_it_is_told_of(rig: Rig) -> None:
    changed: list[tuple[FaxId, ...]] = []

    def take_off(_: object) -> None:
        rig.controller.remove([FaxId("1")])

    rig.controller.faxes_changed.connect(take_off)
    rig.controller.faxes_changed.connect(changed.append)
    rig.ask("1")
    rig.finished.clear()
    rig.answer("1", STOPPED)
    assert FaxId("1") not in rig.board
    assert rig.finished == []


# The disk


def test_a_listener_may_ask_for_more_when_it_hears_of_a_full_disk(rig: Rig) -> None:
    def ask_for_four(_: StoreError | None) -> None:
        rig.controller.ask([FaxId(str(number)) for number in (2, 3, 4, 5)])

    rig.controller.add([FaxId(str(number)) for number in range(1, 6)])
    rig.controller.store_trouble.connect(ask_for_four)
    rig.store.broken = True
    rig.controller.ask([FaxId("1")])
    assert rig.under_way == ["1", "2", "3", "4"]
    rig.store.broken = False
    for _ in range(5):
        rig.answer(rig.under_way[0], STOPPED)
    assert rig.board.counts() == {"stopped": 5}
    assert rig.events("1") == ["added", "asked", "sending", "answered"]


def test_what_could_not_be_written_is_written_though_nothing_else_happens(rig: Rig) -> None:
    rig.ask("1")
    rig.store.broken = True
    rig.answer("1", STOPPED)
    due_s = rings_in_s(rig)
    assert due_s is not None
    assert 1 <= due_s <= 10
    rig.store.broken = False
    rig.leap(due_s)
    assert rig.events("1")[-1] == "answered"
    assert rig.troubles[-1] is None
    assert rings_in_s(rig) is None


def test_closing_is_the_last_chance_to_write(rig: Rig) -> None:
    rig.ask("1")
    rig.store.broken = True
    rig.answer("1", STOPPED)
    rig.store.broken = False
    rig.controller.close()
    assert rig.events("1")[-1] == "answered"
    assert rings_in_s(rig) is None


def test_a_history_that_cannot_be_read_is_told_at_once(rig: Rig) -> None:
    rig.ask("1")
    rig.store.broken = True
    assert rig.board.history(FaxId("1")) == []
    assert [trouble.problem for trouble in rig.troubles if trouble] == ["disk_full"]
