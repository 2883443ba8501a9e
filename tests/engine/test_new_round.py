# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A list begun anew: what was under way does not turn up in it as something that was not tried again."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine.new_round import NewRound
from tests.engine.rig import CONVERTING, STOPPED, TIMED_OUT, Rig

pytestmark = pytest.mark.usefixtures("qapp")

ROUND = tuple(map(FaxId, "123"))


@pytest.fixture
def new_round(rig: Rig) -> NewRound:
    return NewRound(rig.controller)


def states(rig: Rig) -> dict[str, str]:
    return {str(fax.fax_id): rig.status(fax.fax_id) for fax in rig.board.faxes()}


def test_what_is_not_under_way_begins_anew_at_once(rig: Rig, new_round: NewRound) -> None:
    rig.ask(*ROUND, "9")
    rig.answer("1", STOPPED)
    rig.answer("2", CONVERTING)
    rig.answer("3", STOPPED)
    rig.answer("9", CONVERTING)
    new_round.begin(ROUND)
    assert states(rig) == dict.fromkeys(ROUND, "waiting")
    assert {fax.attempts for fax in rig.board.faxes()} == {0}


@pytest.mark.parametrize("answer", [TIMED_OUT, STOPPED])
def test_a_request_under_way_begins_anew_with_its_answer(
    rig: Rig, new_round: NewRound, answer: object
) -> None:
    rig.ask("2", "9")
    new_round.begin(ROUND)
    assert states(rig) == {"1": "waiting", "2": "ending", "3": "waiting", "9": "ending"}
    rig.answer("2", answer)  # type: ignore[arg-type]
    rig.answer("9", answer)  # type: ignore[arg-type]
    assert states(rig) == dict.fromkeys(ROUND, "waiting")
    assert rig.board.fax(FaxId("2")).attempts == 0
    assert rig.under_way == []
    assert set(rig.store.faxes) == set(ROUND)
    rig.controller.ask([FaxId("2")])
    rig.answer("2", STOPPED)
    assert rig.status("2") == "stopped", "its end in the new round is its own"


def test_what_is_asked_for_again_meanwhile_belongs_to_the_new_round(rig: Rig, new_round: NewRound) -> None:
    rig.ask("2")
    new_round.begin(ROUND)
    rig.controller.ask([FaxId("2")])
    rig.answer("2", STOPPED)
    assert states(rig) == {"1": "waiting", "2": "stopped", "3": "waiting"}


def test_a_round_may_be_begun_again_before_the_answer_comes(rig: Rig, new_round: NewRound) -> None:
    rig.ask("2")
    new_round.begin(ROUND)
    new_round.begin(ROUND)
    assert states(rig) == {"1": "waiting", "2": "ending", "3": "waiting"}
    rig.answer("2", TIMED_OUT)
    assert states(rig) == dict.fromkeys(ROUND, "waiting")


def test_who_listens_later_still_finds_what_has_ended(rig: Rig, new_round: NewRound) -> None:
    heard: list[str] = []
    rig.controller.fax_finished.connect(lambda fax_id: heard.append(rig.status(fax_id)))
    rig.ask("2", "9")
    new_round.begin(ROUND)
    rig.answer("9", TIMED_OUT)
    rig.answer("2", STOPPED)
    assert heard == ["ended", "stopped"]
