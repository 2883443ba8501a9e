# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whoever types into the filter hears how many faxes it finds, and which comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from srfax_desktop.ui import filter_told
from srfax_desktop.ui.filter_told import FilterTeller

if TYPE_CHECKING:
    from srfax_desktop.ui.filter_line import FilterLine
    from tests.ui.desk import Desk


@pytest.fixture
def line(desk: Desk, said: list[str], monkeypatch: pytest.MonkeyPatch) -> FilterLine:
    """The filter over four faxes, in a hurry."""
    monkeypatch.setattr(filter_told, "PAUSE_MS", 20)
    line, table = desk.window.filter_and_table()
    FilterTeller(line, table)
    desk.add("1001", "1002", "2001", "2002")
    said.clear()
    return line


def test_the_count_and_the_first_row_are_said_once_after_the_last_letter(
    desk: Desk, line: FilterLine, said: list[str]
) -> None:
    QTest.keyClicks(line, "100")
    desk.qtbot.waitUntil(lambda: bool(said))
    desk.qtbot.wait(60)
    (words,) = said
    first = desk.rows()[0][1]
    assert words == f"2 faxes match the filter, the first one is: Fax {first}: Waiting."


def test_one_none_and_all_again(desk: Desk, line: FilterLine, said: list[str]) -> None:
    for typed, words in (
        ("2001", "1 fax matches the filter: Fax 2001: Waiting."),
        ("2009", "No fax matches the filter."),
        ("", "No filter: 4 faxes."),
    ):
        said.clear()
        line.setText(typed)
        desk.qtbot.waitUntil(lambda: bool(said))
        assert said == [words]
