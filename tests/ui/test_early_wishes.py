# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is asked for before that which does it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.ui.early_wishes import EarlyWishes
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme


class Late:
    """A window with somebody who listens only when it has been used."""

    def __init__(self, desk: Desk) -> None:
        self.window = desk.window
        self.early = EarlyWishes(desk.window)
        self.heard: list[object] = []

    def come(self) -> None:
        self.window.history_wanted.connect(lambda: self.heard.append("history"))
        self.window.record_wanted.connect(self.heard.append)
        self.window.account.automatic_retry_chosen.connect(self.heard.append)
        self.early.fulfil()


@pytest.fixture
def late(qtbot: QtBot, theme: Theme) -> Late:
    return Late(Desk(qtbot, theme))


def test_it_is_done_as_soon_as_it_can_be_in_the_same_order(late: Late) -> None:
    late.window.record_wanted.emit(["1"])
    late.window.account.automatic_retry_chosen.emit(False)
    late.window.history_wanted.emit()
    late.come()
    assert late.heard == [["1"], False, "history"]


def test_what_is_asked_for_later_is_done_once(late: Late) -> None:
    late.come()
    late.window.history_wanted.emit()
    late.early.fulfil()
    assert late.heard == ["history"]


def test_whoever_closes_wants_nothing_else(late: Late) -> None:
    late.window.history_wanted.emit()
    late.window.begin_closing()
    late.come()
    assert late.heard == []
