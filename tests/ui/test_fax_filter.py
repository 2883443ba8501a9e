# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is typed finds what is meant, however it is written, and nothing goes from under the eye."""

from __future__ import annotations

from typing import Any

import pytest

from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxId, FaxState
from srfax_desktop.ui.fax_filter import FaxFilter, folded
from tests.engine.rig import CONVERTING, STOPPED, Rig
from tests.ui.listed import ADDED_AT, fax, put

pytestmark = pytest.mark.usefixtures("qapp")

ONE = FaxId("31524120")
DETAILS = {
    "to_number": "16045550123",
    "subject": "Référence – Mme Cœur",
    "sender": "Front.Desk@clinic.example",
}


def found(text: str, *, status: FaxState = FaxState.WAITING, **fields: Any) -> bool:
    rig = Rig()
    rig.controller.add([ONE])
    put(rig, fax(ONE, state=status, **{"details": DETAILS, **fields}))
    only = FaxFilter(rig.board)
    only.set_text(text)
    return only.lets_through(ONE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "555 0123",
        "555-0123",
        "5550123",
        "(604) 555-0123",
        "604.555.0123",
        "+1 604 555 0123",
        "604 - 555 - 0123",
        "1 604",
        "31524120",
        "2412",
        "référence",
        "reference",
        "REFERENCE",
        "coeur",
        "mme cœur",
        "waiting",
        "WAIT 555",
        "front.desk@clinic",
        "FRONT.DESK",
        "clinic reference 0123 315",
    ],
)
def test_it_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    ["555 0124", "555-0124", "05551", "stopped", "reference z", "coeurs", "4120 9", "{0}", "%", "*"],
)
def test_it_is_not_found(text: str) -> None:
    assert not found(text)


def test_no_word_reaches_across_two_fields() -> None:
    assert not found("3152412016045550123")
    assert not found("waiting16045550123")


def test_the_words_of_a_status_without_its_seconds() -> None:
    assert found("retrying", status=FaxState.RETRYING)
    assert found("may still be going out", status=FaxState.NOT_CONFIRMED)
    assert found("another account's", status=FaxState.ASKED, account="999")


def test_a_countdown_is_not_searched() -> None:
    rig = Rig()
    rig.ask(ONE)
    rig.answer(ONE, CONVERTING)
    assert rig.board.due_in_s(ONE) == 10
    only = FaxFilter(rig.board)
    only.set_text("10")
    assert not only.lets_through(ONE)


def test_what_was_confirmed_is_found() -> None:
    check = FaxCheck(ADDED_AT, Verdict.CONFIRMED)
    assert found("stopped confirmed", status=FaxState.STOPPED, check=check)
    assert not found("confirmed", status=FaxState.STOPPED)
    assert not found("confirmed", status=FaxState.STOPPED, check=FaxCheck(ADDED_AT, Verdict.UNSETTLED))


def test_a_number_that_is_none_is_found_as_it_is_written() -> None:
    assert found("ext.7", details={"to_number": "604 555 0123 Ext.7"})
    assert found("555-0123", details={"subject": "Re: 555-0123"})


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Straße", "strasse"), ("ÉLÉMENT", "element"), ("Œuvre", "oeuvre"), ("a–b’c", "a-b'c"), ("ABC", "abc")],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain


# What changes


def test_what_was_found_stays_until_other_words_are_typed() -> None:
    """It would be a poor time for a fax to go from sight: somebody has just asked to stop it."""
    rig = Rig()
    rig.controller.add([ONE])
    only = FaxFilter(rig.board)
    only.set_text("waiting")
    assert only.lets_through(ONE)
    rig.ask(ONE)
    only.look_again([ONE])
    assert only.lets_through(ONE)
    assert not only.set_text(" WAITING ")
    assert only.lets_through(ONE)
    assert only.set_text("waiti")
    assert not only.lets_through(ONE)


def test_what_was_not_found_is_when_it_changes() -> None:
    rig = Rig()
    rig.ask(ONE)
    only = FaxFilter(rig.board)
    only.set_text("stopped")
    assert not only.lets_through(ONE)
    rig.answer(ONE, STOPPED)
    assert not only.lets_through(ONE), "it is not looked at again until it is told of"
    only.look_again([ONE])
    assert only.lets_through(ONE)


def test_everything_may_change_at_once() -> None:
    rig = Rig()
    rig.ask(ONE)
    only = FaxFilter(rig.board)
    only.set_text("stopped")
    assert not only.lets_through(ONE)
    rig.answer(ONE, STOPPED)
    only.look_again_at_all()
    assert only.lets_through(ONE)


def test_what_is_asked_for_is_let_through_until_other_words_are_typed() -> None:
    rig = Rig()
    rig.controller.add([ONE])
    only = FaxFilter(rig.board)
    only.let_through([ONE])
    only.set_text("nothing like it")
    assert not only.lets_through(ONE), "without words there was nothing to let it through"
    only.let_through([ONE])
    assert only.lets_through(ONE)
    only.set_text("nothing of it")
    assert not only.lets_through(ONE)


def test_what_comes_back_is_looked_at_anew() -> None:
    rig = Rig()
    rig.controller.add([ONE])
    only = FaxFilter(rig.board)
    only.set_text("waiting")
    assert only.lets_through(ONE)
    only.forget([ONE])
    rig.ask(ONE)
    assert not only.lets_through(ONE)
