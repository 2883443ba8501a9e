# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes the buttons concern, with and without a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.choice import Can, Choice
from srfax_desktop.ui.fax_model import FaxModel
from srfax_desktop.ui.fax_table import FaxTable
from tests.engine.rig import CONVERTING, REJECTED, STOPPED, Rig

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme


@pytest.fixture
def rig() -> Rig:
    """Faxes 11 to 14 wait, 21 is stopped, 22 is tried again, 23 is under way."""
    rig = Rig()
    rig.ask("21", "22", "23")
    rig.answer("21", STOPPED)
    rig.answer("22", CONVERTING)
    rig.controller.add(map(FaxId, ("11", "12", "13", "14")))
    return rig


@pytest.fixture
def table(rig: Rig, qtbot: QtBot, theme: Theme) -> FaxTable:
    table = FaxTable(FaxModel(rig.board), theme)
    qtbot.addWidget(table)
    return table


@pytest.fixture
def choice(rig: Rig, table: FaxTable) -> Choice:
    return Choice(rig.board, table)


def test_without_a_filter_all_are_concerned(choice: Choice) -> None:
    assert choice.every(Can.BE_STOPPED) == ["11", "12", "13", "14"]
    assert choice.every(Can.BE_RETRIED) == ["22"]
    assert choice.every(Can.BE_ENDED) == ["22", "23"]
    assert [choice.any(can) for can in Can] == [True] * len(Can)
    assert [choice.hidden(can) for can in Can] == [0] * len(Can)


def test_with_a_filter_only_those_are_that_it_shows(choice: Choice, table: FaxTable) -> None:
    table.set_filter("12")
    assert choice.every(Can.BE_STOPPED) == ["12"]
    assert choice.hidden(Can.BE_STOPPED) == 3
    assert choice.any(Can.BE_STOPPED)
    assert not choice.any(Can.BE_ENDED)
    assert choice.every(Can.BE_ENDED) == []
    assert choice.hidden(Can.BE_ENDED) == 2
    assert choice.selected_or_every(Can.BE_REMOVED) == ["12"]
    table.set_filter("")
    assert choice.hidden(Can.BE_STOPPED) == 0


def test_a_filter_that_hides_nothing_leaves_nothing_out(choice: Choice, table: FaxTable) -> None:
    table.set_filter("waiting")
    assert table.hidden_count == 3
    assert choice.hidden(Can.BE_STOPPED) == 0
    table.set_filter("1")  # is in 21 as well as in 11 to 14, not in 22 and 23
    assert choice.every(Can.BE_REMOVED) == ["21", "11", "12", "13", "14"], "as they are shown"
    assert choice.hidden(Can.BE_ENDED) == 2


def test_only_what_is_shown_can_be_selected(choice: Choice, table: FaxTable) -> None:
    table.selectAll()
    assert choice.any_selected(Can.BE_ENDED)
    table.set_filter("1")
    assert not choice.any_selected(Can.BE_ENDED)
    assert choice.selected(Can.BE_STOPPED) == ["11", "12", "13", "14"]
    table.set_filter("")
    assert choice.selected(Can.BE_STOPPED) == ["11", "12", "13", "14"]
    assert not choice.any_selected(Can.BE_ENDED)


def test_where_signing_in_was_refused_the_sums_are_right(rig: Rig, table: FaxTable, choice: Choice) -> None:
    """Those that were refused and those that wait for it are one sum, and two statuses."""
    rig.answer("23", REJECTED)
    rig.controller.ask([FaxId("11")])
    table.set_filter("23")
    assert choice.every(Can.BE_ENDED) == ["23"]
    assert choice.hidden(Can.BE_ENDED) == 2
