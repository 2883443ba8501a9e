# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever happens in the list, the keyboard stays where it is: at the same control, at the same fax."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget

from srfax_desktop.core.fax import FaxId
from tests.engine.rig import BLOCKED, CLINIC, CONVERTING, NOT_FOUND, REJECTED, STOPPED, UNREACHABLE
from tests.figures import short_or_long
from tests.ui.listed import learn
from tests.ui.test_names import controls, name

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.ui.fax_table import FaxTable
    from tests.figures import Figures
    from tests.ui.desk import Desk

ANSWERS = (STOPPED, STOPPED, CONVERTING, CONVERTING, NOT_FOUND, UNREACHABLE, REJECTED, BLOCKED)
MOST_FAXES = 12


class Events:
    """What happens to a window by itself, at random."""

    def __init__(self, desk: Desk, rng: random.Random) -> None:
        self._desk = desk
        self._rng = rng
        self._number = 0
        notices = desk.window.notices
        self.all: tuple[Callable[[], None], ...] = (
            self._add,
            self._ask,
            self._answer,
            self._answer,
            self._wait,
            self._learn,
            self._remove,
            self._sort,
            self._sign_in,
            lambda: notices.show_kin(rng.choice((0, 2))),
            lambda: notices.show_offer(rng.choice(("", "31524120 is on the clipboard"))),
            lambda: notices.show_linked(rng.choice(("", "A link points at fax 1.")), 1),
            lambda: notices.show_backup(rng.choice(("", "A backup"))),
            lambda: notices.show_progress(rng.choice(("", "Reading"))),
            lambda: notices.tell(f"News {rng.randint(1, 9)}"),
            notices._close_news,
        )

    def one(self) -> str:
        """Let one happen, and return which."""
        event = self._rng.choice(self.all)
        event()
        self._desk.settle()
        return getattr(event, "__name__", "")

    def _ids(self) -> list[FaxId]:
        return [fax.fax_id for fax in self._desk.board.faxes()]

    def _add(self) -> None:
        if len(self._ids()) < MOST_FAXES:
            self._number += 1
            self._desk.controller.add([FaxId(str(31524000 + self._number))])

    def _ask(self) -> None:
        ids = self._ids()
        self._desk.controller.ask(self._rng.sample(ids, min(2, len(ids))))

    def _answer(self) -> None:
        if jobs := list(self._desk.rig.pool.jobs):
            self._desk.rig.answer(self._rng.choice(jobs), self._rng.choice(ANSWERS))

    def _wait(self) -> None:
        self._desk.rig.leap(self._rng.choice((0.5, 1, 3, 20)))

    def _learn(self) -> None:
        if ids := self._ids():
            learn(self._desk.rig, self._rng.choice(ids), to_number=f"1604555{self._rng.randint(1000, 9999)}")

    def _remove(self) -> None:
        if ids := self._ids():
            self._desk.controller.remove([self._rng.choice(ids)])

    def _sort(self) -> None:
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        self._desk.table.sortByColumn(self._rng.randrange(5), self._rng.choice(orders))

    def _sign_in(self) -> None:
        self._desk.controller.sign_in(self._rng.choice((None, CLINIC, CLINIC)))
        self._desk.window.show_account()


def go_somewhere(desk: Desk, rng: random.Random) -> QWidget:
    """Put the keyboard to some control that takes it, and into some row of the table."""
    if rows := desk.table.model().rowCount():
        desk.table.setCurrentIndex(desk.table.model().index(rng.randrange(rows), 0))
    can = [
        each
        for each in controls(desk.window)
        if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(each, QTabBar)
    ]
    chosen = rng.choice((desk.table, desk.table, *can))
    chosen.setFocus()
    desk.settle()
    return chosen


def cursor(table: FaxTable) -> FaxId | None:
    return table.current_id() if table.model().rowCount() else None


@pytest.mark.parametrize("seed", short_or_long((16, 24), range(60)))
def test_the_keyboard_is_never_lost(desk: Desk, seed: int, figures: Figures) -> None:
    rng = random.Random(seed)  # noqa: S311 - what is tried
    events = Events(desk, rng)
    desk.window.resize(1240, 900)
    for _ in range(12):
        go_somewhere(desk, rng)
        for _ in range(10):
            before, fax_id = QApplication.focusWidget(), cursor(desk.table)
            happened = events.one()
            now = QApplication.focusWidget()
            assert now is not None, f"{happened} lost the keyboard"
            assert now.isVisible(), happened
            assert now.isEnabled(), happened
            assert before is not None
            if before.isVisible() and before.isEnabled():
                assert now is before, f"{happened} took the keyboard from {name(before)} to {name(now)}"
            elif isinstance(now, QAbstractButton):  # the next Space may be on its way already
                assert not name(now).startswith("Stop"), f"{happened}: from {name(before)} to {name(now)}"
            if fax_id is not None and fax_id in desk.board and before is desk.table:
                assert cursor(desk.table) == fax_id, f"{happened} moved the cursor"
            if desk.table.model().rowCount() and fax_id is not None:
                assert cursor(desk.table) is not None, f"{happened} lost the cursor"
    figures.add("events that left the keyboard where it was", 120)
