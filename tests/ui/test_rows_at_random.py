# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever comes, goes and moves in whichever moment: each fax has one row, and all are sorted in the end.

What is selected is the same fax throughout: a stop cannot be taken back.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from srfax_desktop.ui import fax_model, placed_rows, row_numbers, shown_rows
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_model import FaxModel
from tests.figures import short_or_long
from tests.ui.test_placed_rows import MOMENT, Board, ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import FaxId
    from tests.figures import Figures

pytestmark = pytest.mark.usefixtures("qapp")

FLAGS = QItemSelectionModel.SelectionFlag
STEPS = 120
SPREAD_S = 50
"""Many faxes have the same moment: their order is that of adding."""


class Trial:
    """A list, what is done to it, and what its user has chosen in it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.board = Board()
        self.count = 0
        self.new(chance.randrange(100, 300))
        self.model = FaxModel(self.board)  # type: ignore[arg-type]
        self.selection = QItemSelectionModel(self.model)
        self.chosen: set[FaxId] = set()
        self.pinned: dict[FaxId, QPersistentModelIndex] = {}
        self.model.rowsAboutToBeRemoved.connect(self.forget)

    def new(self, most: int) -> tuple[FaxId, ...]:
        came = ids(self.count + 1, most)
        self.count += most
        for fax_id in came:
            self.board.queue([fax_id], self.chance.randrange(SPREAD_S))
        return tuple(came)

    def forget(self, _: QModelIndex, first: int, last: int) -> None:
        """What is no longer shown is no longer selected."""
        for fax_id in self.model.shown_ids()[first : last + 1]:
            self.chosen.discard(fax_id)
            self.pinned.pop(fax_id, None)

    def some(self) -> list[FaxId]:
        """Return faxes, side by side or not."""
        shown = self.model.shown_ids()
        many = self.chance.choice((1, 1, 1, 1, 1, 1, 2, 20))
        if self.chance.random() < 0.5 or not shown:
            return self.chance.sample(list(self.board.queued), min(many, len(self.board.queued)))
        first = self.chance.randrange(len(shown))
        return [fax_id for fax_id in shown[first : first + many] if fax_id in self.board]

    def add(self) -> None:
        self.model.take_added(self.new(self.chance.choice((1, 3, 15))))

    def remove(self) -> None:
        gone = tuple(self.some())
        for fax_id in gone:
            del self.board.queued[fax_id]
        self.model.take_removed(gone)

    def change(self) -> None:
        together = self.chance.randrange(SPREAD_S)
        changed = self.some()
        for fax_id in changed:
            seconds = self.chance.choice((together, self.chance.randrange(SPREAD_S)))
            fax = self.board.fax(fax_id)
            self.board.queued[fax_id] = replace(fax, added_at=MOMENT + timedelta(seconds=seconds))
        self.model.take_changed(tuple(changed))

    def select(self) -> None:
        shown = self.model.shown_ids()
        if shown:
            row = self.chance.randrange(len(shown))
            self.chosen.add(shown[row])
            self.pinned[shown[row]] = QPersistentModelIndex(self.model.index(row, 1))
            self.selection.select(self.model.index(row, 0), FLAGS.Select | FLAGS.Rows)

    def arrange(self) -> None:
        if self.chance.random() < 0.5:
            self.model.set_filter(self.chance.choice(("", "1", "12")))
        else:
            column = self.chance.choice((Column.QUEUED, Column.FAX_ID))
            self.model.sort(column, self.chance.choice(list(Qt.SortOrder)))

    def look(self) -> None:
        shown = self.model.shown_ids()
        assert len(set(shown)) == len(shown)
        assert [self.model.row_of(fax_id) for fax_id in shown] == list(range(len(shown)))
        assert {shown[index.row()] for index in self.selection.selectedRows()} == self.chosen
        assert all(shown[index.row()] == fax_id for fax_id, index in self.pinned.items())

    def look_at_the_end(self) -> None:
        """As a list that is sorted anew."""
        model = self.model
        for timer in (model._take_in_later, model._show_later, model._arrange_later):
            while timer.isActive():
                QApplication.processEvents()
        self.look()
        anew: Sequence[FaxId] = model._arrangement.arranged()
        assert list(model.shown_ids()) == list(anew)
        assert len(model._arrangement) == len(self.board.queued)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> random.Random:
    """Bounds so low that a few hundred faxes meet all that a hundred thousand do."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    bounds = {
        fax_model: {"MANY": 30, "SEVERAL": 20, "PACE_MS": 15, "SHOWN_EACH_MS": 2, "ADDED_EACH_MS": 3},
        row_numbers: {"MOST_CHANGES": 3, "MOST_CAME": 5, "SLICE": 20},
        placed_rows: {"MOST_STEPS": 2},
        shown_rows: {"MOST_STEPS": 2},
    }
    for module, values in bounds.items():
        for name, value in values.items():
            monkeypatch.setattr(module, name, value)
    return chance


def test_each_fax_has_one_row_in_its_place(hurried: random.Random, figures: Figures) -> None:
    chance = hurried
    trials = short_or_long(72, 3000)
    for number in range(trials):
        trial = Trial(chance)
        often = (trial.change,) * 6 + (trial.add, trial.select)
        does = often if number % 2 else (*often, trial.add, trial.remove, trial.arrange)
        for _ in range(STEPS):
            chance.choice(does)()
            trial.look()
            if chance.random() < 0.7:  # else it is gathered
                trial.model._show_changed()
            if chance.random() < 0.1:
                QApplication.processEvents()
        trial.look_at_the_end()
    figures.add("lists that changed at random", trials)
