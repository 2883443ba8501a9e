# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Rows come, go and move in few steps; selection and cursor go with their faxes."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.shown_rows import MOST_STEPS, Index, ShownRows, runs

pytestmark = pytest.mark.usefixtures("qapp")

FATAL = QAbstractItemModelTester.FailureReportingMode.Warning
FLAGS = QItemSelectionModel.SelectionFlag


class Rows(ShownRows):
    """Shows the IDs, and counts the steps in which they change."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[str] = []
        self.rowsInserted.connect(lambda *_: self.steps.append("in"))
        self.rowsRemoved.connect(lambda *_: self.steps.append("out"))
        self.layoutChanged.connect(lambda *_: self.steps.append("moved"))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._ids[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, *fax_ids: int) -> list[str]:
        """Show these and return in which steps that was done."""
        self.steps.clear()
        self._bring_in_line([FaxId(str(fax_id)) for fax_id in fax_ids])
        assert self.shown() == list(fax_ids)
        return list(self.steps)

    def shown(self) -> list[int]:
        return [int(self.index(row, 0).data()) for row in range(self.rowCount())]


def test_no_more_steps_than_it_takes() -> None:
    rows = Rows()
    assert rows.show(1, 2, 3, 4, 5) == ["in"]
    assert rows.show(1, 2, 3, 4, 5) == []
    assert rows.show(1, 2, 6, 7, 3, 4, 5) == ["in"]
    assert rows.show(1, 6, 7, 3, 5) == ["out", "out"]
    assert rows.show(1, 7, 6, 3, 5) == ["moved"]
    assert rows.show(5, 8, 1) == ["out", "moved", "in"]
    assert rows.show() == ["out"]


def test_however_much_comes_and_goes_it_is_done_in_a_few_steps() -> None:
    rows = Rows()
    rows.show(*range(10_000))
    assert rows.show(*range(0, 10_000, 2)) == ["moved", "out"]
    assert rows.show(*range(10_000)) == ["in", "moved"]
    few = range(0, 2 * MOST_STEPS, 2)
    assert rows.show(*(number for number in range(10_000) if number not in few)) == ["out"] * MOST_STEPS


@pytest.mark.parametrize("seed", range(8))
def test_selection_and_cursor_stay_with_their_faxes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    rows = Rows()
    tester = QAbstractItemModelTester(rows, FATAL)
    selection = QItemSelectionModel(rows)
    rows.show(*range(60))
    chosen = set(chance.sample(range(60), 25))
    for row in chosen:
        selection.select(rows.index(row, 0), FLAGS.Select | FLAGS.Rows)
    selection.setCurrentIndex(rows.index(30, 1), FLAGS.NoUpdate)
    for _ in range(20):
        shown = chance.sample(range(80), chance.randrange(20, 80))
        if 30 not in shown:
            shown.append(30)
        rows.show(*shown)
        chosen &= set(shown)
        assert {rows.shown()[index.row()] for index in selection.selectedRows()} == chosen
        assert rows.shown()[selection.currentIndex().row()] == 30
        assert selection.currentIndex().column() == 1
        assert all(rows.row_of(FaxId(str(fax_id))) == row for row, fax_id in enumerate(shown))
    assert tester.model() is rows


def test_runs() -> None:
    assert runs([]) == []
    assert runs([1, 2, 3, 5, 7, 8]) == [(1, 3), (5, 5), (7, 8)]
