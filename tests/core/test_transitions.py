# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of states, read as a specification."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import DECIDED, LEFT, UNDER_WAY, FaxState
from srfax_desktop.core.transitions import TRANSITIONS, FaxEvent, ImpossibleEventError, after, allowed

ANSWERS = {
    FaxEvent.STOPPED: FaxState.STOPPED,
    FaxEvent.PARTIALLY_SENT: FaxState.PARTIALLY_SENT,
    FaxEvent.ALREADY_SENT: FaxState.ALREADY_SENT,
}


def test_nothing_happens_to_a_decided_fax_but_that_a_list_contradicts_it() -> None:
    rows = {row: state for row, state in TRANSITIONS.items() if row[0] in DECIDED}
    assert rows == {(state, FaxEvent.CONTRADICT): FaxState.NOT_CONFIRMED for state in DECIDED}


@pytest.mark.parametrize(("event", "decided"), ANSWERS.items())
def test_only_srfaxs_answer_decides(event: FaxEvent, decided: FaxState) -> None:
    assert {key for key, state in TRANSITIONS.items() if state is decided} == {
        (FaxState.STOPPING, event),
        (FaxState.ENDING, event),
    }


def test_a_stop_can_be_asked_for_whenever_it_is_not_decided_and_not_being_asked() -> None:
    askable = {state for state in FaxState if allowed(state, FaxEvent.ASK)}
    assert askable == set(FaxState) - DECIDED - {FaxState.ASKED, FaxState.STOPPING}


def test_stop_trying_ends_everything_that_is_under_way() -> None:
    endable = {state for state in FaxState if allowed(state, FaxEvent.END)}
    assert endable == UNDER_WAY - {FaxState.ENDING}
    assert after(FaxState.STOPPING, FaxEvent.END) is FaxState.ENDING
    assert {after(state, FaxEvent.END) for state in endable - {FaxState.STOPPING}} == {FaxState.ENDED}


def test_what_was_ended_is_never_tried_again_by_itself() -> None:
    by_itself = set(FaxEvent) - {FaxEvent.ASK}
    reached = {after(FaxState.ENDING, event) for event in by_itself if allowed(FaxState.ENDING, event)}
    assert reached == {FaxState.ENDED, *DECIDED}
    found = {after(FaxState.ENDED, event) for event in by_itself if allowed(FaxState.ENDED, event)}
    assert found <= LEFT


def test_a_restart_puts_back_in_line_all_that_was_under_way() -> None:
    restored = {state: after(state, FaxEvent.RESTORE) for state in UNDER_WAY}
    assert restored == {
        FaxState.ASKED: FaxState.ASKED,
        FaxState.STOPPING: FaxState.ASKED,
        FaxState.RETRYING: FaxState.ASKED,
        FaxState.ENDING: FaxState.ENDED,
    }


def test_every_state_can_be_reached_from_waiting() -> None:
    reached = {FaxState.WAITING}
    while True:
        more = {state for (before, _), state in TRANSITIONS.items() if before in reached} - reached
        if not more:
            break
        reached |= more
    assert reached == set(FaxState)


@pytest.mark.parametrize("state", FaxState)
@pytest.mark.parametrize("event", FaxEvent)
def test_what_the_table_does_not_have_cannot_happen(state: FaxState, event: FaxEvent) -> None:
    if allowed(state, event):
        assert after(state, event) is TRANSITIONS[state, event]
    else:
        with pytest.raises(ImpossibleEventError, match=event.value):
            after(state, event)
