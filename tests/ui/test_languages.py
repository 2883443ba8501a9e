# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The language changes while everything is open, and leaves no word of the one before behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.ui.letters import plain
from tests.ui.desk import Desk
from tests.ui.spoken import languages, said_in, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.languages import Languages
    from srfax_desktop.ui.theme import Theme


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Languages]:
    with languages(qapp) as chosen:
        yield chosen


def test_a_window_that_is_open_speaks_as_one_that_is_made_in_the_language(
    qtbot: QtBot, theme: Theme, spoken: Languages
) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.show()
    desk.add("1001", "1002")
    english = said_in(desk.window)
    spoken.choose("fr")
    settle()
    desk.settle()
    french = said_in(desk.window)
    assert desk.button("Arrêter la sélection").text() == "Arrêter la &sélection"
    fresh = Desk(qtbot, theme, practice=True)
    fresh.show()
    fresh.window.add_text("1001 1002")
    fresh.settle()
    crowded = " (pas de place actuellement)"  # which columns these are, the width decides
    as_made = {plain(line).removesuffix(crowded) for line in said_in(fresh.window)}  # letters: test_letters
    assert [line for line in french if plain(line).removesuffix(crowded) not in as_made] == []
    spoken.choose("en")
    settle()
    desk.settle()
    assert said_in(desk.window) == english
