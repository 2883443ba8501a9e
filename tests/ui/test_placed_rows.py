# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A few rows are put in and moved among many: they come to stand where all would if they were sorted anew."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester, QTest

from srfax_desktop.core.fax import FaxId, FaxRecord
from srfax_desktop.core.status import Status
from srfax_desktop.ui import fax_model
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_arrangement import FaxArrangement
from srfax_desktop.ui.fax_model import (
    A_FEW,
    ADDED_EACH_MS,
    MANY,
    PACE_MS,
    SEVERAL,
    SHOWN_EACH_MS,
    STORM_EACH_MS,
    FaxModel,
)
from srfax_desktop.ui.placed_rows import MOST_PARTS, PlacedRows
from srfax_desktop.ui.shown_rows import MOST_STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

FATAL = QAbstractItemModelTester.FailureReportingMode.Warning
FLAGS = QItemSelectionModel.SelectionFlag
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


class Board:
    """Faxes that were queued at some second."""

    account = "12345"

    def __init__(self) -> None:
        self.queued: dict[FaxId, FaxRecord] = {}

    def __contains__(self, fax_id: object) -> bool:
        return fax_id in self.queued

    def queue(self, fax_ids: Iterable[FaxId], seconds: int) -> None:
        for fax_id in fax_ids:
            self.queued[fax_id] = FaxRecord(fax_id, MOMENT + timedelta(seconds=seconds))

    def faxes(self) -> list[FaxRecord]:
        return list(self.queued.values())

    def fax(self, fax_id: FaxId) -> FaxRecord:
        return self.queued[fax_id]

    def status(self, _: FaxId) -> Status:
        return Status.WAITING

    def due_in_s(self, _: FaxId) -> float | None:
        return None


class Rows(PlacedRows):
    """All that a board has."""

    def __init__(self, board: Board) -> None:
        super().__init__(FaxArrangement(board))  # type: ignore[arg-type]
        self.arrangement = self._arrangement
        self.steps: list[str] = []
        self.rowsInserted.connect(lambda *_: self.steps.append("in"))
        self.layoutChanged.connect(lambda *_: self.steps.append("moved"))

    def columnCount(  # noqa: N802 - Qt's own name
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return self._ids[index.row()] if role == 0 else None


def ids(first: int, count: int) -> list[FaxId]:
    return [FaxId(str(number)) for number in range(first, first + count)]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("seed", range(2))
def test_they_stand_where_sorting_would_put_them_and_selection_and_cursor_with_them(
    seed: int, *, descending: bool
) -> None:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    board = Board()
    rows = Rows(board)
    rows.arrangement.sort_by(Column.QUEUED, descending=descending)
    tester = QAbstractItemModelTester(rows, FATAL)
    selection = QItemSelectionModel(rows)
    done = {"in": 0, "moved": 0}
    for step in range(1, 40):
        new = ids(step * 100, chance.randrange(1, 12))
        for part in (new[:4], new[4:]):
            board.queue(part, chance.randrange(20))
        rows.arrangement.add(new)
        if not rows._put_in_blocks(new):
            rows._bring_in_line(rows.arrangement.arranged())
        done["in"] += 1
        assert list(rows.shown_ids()) == rows.arrangement.arranged()
        if step == 5:
            for row in (0, 3, 4):
                selection.select(rows.index(row, 0), FLAGS.Select)
            selection.setCurrentIndex(rows.index(3, 0), FLAGS.NoUpdate)
            chosen = {rows.fax_id(row) for row in (0, 3, 4)}
            current = rows.fax_id(3)
        first = chance.randrange(rows.rowCount())
        moved = list(rows.shown_ids()[first : first + chance.randrange(1, 9)])
        moved += [chance.choice(rows.shown_ids())] * chance.randrange(2)
        moved = list(dict.fromkeys(moved))
        board.queue(moved, chance.randrange(20))
        rows.arrangement.look_again(moved)
        assert rows._move_blocks(moved)
        done["moved"] += 1
        assert list(rows.shown_ids()) == rows.arrangement.arranged()
        assert all(rows.row_of(fax_id) == row for row, fax_id in enumerate(rows.shown_ids()))
        if step >= 5:
            assert {rows.fax_id(index.row()) for index in selection.selectedIndexes()} == chosen
            assert rows.fax_id(selection.currentIndex().row()) == current
    assert rows.steps.count("moved") >= done["moved"]
    assert tester.model() is rows


def test_what_stands_or_belongs_in_very_many_places_is_left_alone() -> None:
    board = Board()
    rows = Rows(board)
    for number, fax_id in enumerate(ids(1, 500)):
        board.queue([fax_id], 10 * number)
    rows.arrangement.add(ids(1, 500))
    assert rows._put_in_blocks(ids(1, 500))
    before = list(rows.shown_ids())
    scattered = ids(1, 500)[:: 500 // MOST_PARTS - 1]
    for number, fax_id in enumerate(reversed(scattered)):
        board.queue([fax_id], 100 * number + 5)
    rows.arrangement.look_again(scattered)
    assert not rows._move_blocks(scattered)
    board.queue(scattered, 9999)
    rows.arrangement.look_again(scattered)
    assert not rows._move_blocks(scattered), "they stand in very many places"
    new = ids(1000, MOST_STEPS + 1)
    for number, fax_id in enumerate(new):
        board.queue([fax_id], 100 * number + 7)
    rows.arrangement.add(new)
    assert not rows._put_in_blocks(new)
    assert list(rows.shown_ids()) == before


# The model: what comes by hundreds


def long_list(board: Board) -> FaxModel:
    board.queue(ids(1, SEVERAL), 0)
    return FaxModel(board)  # type: ignore[arg-type]


def add(board: Board, model: FaxModel, new: list[FaxId], seconds: int = 5) -> None:
    board.queue(new, seconds)
    model.take_added(tuple(new))


def test_what_comes_by_hundreds_is_shown_together_but_the_first_at_once(qtbot: QtBot) -> None:
    board = Board()
    model = long_list(board)
    qtbot.wait(ADDED_EACH_MS + 20)
    inserted: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append(last - first + 1))
    for step in range(1, 6):
        add(board, model, ids(step * 1000, 10))
    assert inserted == [10]
    qtbot.waitUntil(lambda: model.rowCount() == SEVERAL + 50)
    assert len(inserted) <= 3
    assert list(model.shown_ids()) == model._arrangement.arranged()


def test_what_is_asked_for_by_name_is_there_at_once(qtbot: QtBot) -> None:
    board = Board()
    model = long_list(board)
    qtbot.wait(ADDED_EACH_MS + 20)
    add(board, model, ids(1000, 1))
    add(board, model, ids(2000, 1))
    model.let_through(ids(2000, 1))
    assert model.row_of(FaxId("2000")) is not None


def test_what_is_taken_off_before_it_was_shown_is_never_shown(qtbot: QtBot) -> None:
    board = Board()
    model = long_list(board)
    qtbot.wait(ADDED_EACH_MS + 20)
    add(board, model, ids(1000, 1))
    add(board, model, ids(2000, 2))
    del board.queued[FaxId("2000")]
    model.take_removed((FaxId("2000"),))
    qtbot.waitUntil(lambda: model.row_of(FaxId("2001")) is not None)
    assert model.row_of(FaxId("2000")) is None
    assert model.rowCount() == SEVERAL + 2


def test_the_answer_to_a_lone_stop_is_shown_as_it_comes(qtbot: QtBot) -> None:
    """In a long list, too: an answer comes in a twentieth of a second at best, and somebody waits for it."""
    board = Board()
    model = long_list(board)
    qtbot.wait(STORM_EACH_MS + 20)
    shown: list[int] = []
    model.dataChanged.connect(lambda first, last: shown.append(last.row() - first.row() + 1))
    model.take_changed((FaxId("1"),))
    so_far = len(shown)
    qtbot.wait(SHOWN_EACH_MS + 5)
    model.take_changed((FaxId("1"),))
    assert len(shown) > so_far > 0
    model.take_changed((FaxId("2"),))
    so_far = len(shown)
    QTest.qSleep(SHOWN_EACH_MS - 10)
    model.take_changed((FaxId("3"),))
    assert len(shown) == so_far
    qtbot.waitUntil(lambda: len(shown) > so_far, timeout=STORM_EACH_MS)


def test_a_storm_of_answers_is_shown_more_seldom(qtbot: QtBot) -> None:
    board = Board()
    model = long_list(board)
    qtbot.wait(STORM_EACH_MS + 20)
    model.take_changed(tuple(ids(1, A_FEW + 1)))
    shown: list[int] = []
    model.dataChanged.connect(lambda first, last: shown.append(last.row() - first.row() + 1))
    QTest.qSleep(SHOWN_EACH_MS + 5)
    model.take_changed((FaxId("1"),))
    assert shown == []
    qtbot.waitUntil(lambda: bool(shown))


def test_a_long_list_is_not_looked_through_where_a_few_move(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fax_model, "MANY", 50)
    board = Board()
    model = long_list(board)
    whole: list[object] = []
    for name in ("with_moved", "arranged"):
        monkeypatch.setattr(model._arrangement, name, lambda *args: whole.append(args))
    qtbot.wait(PACE_MS + 20)
    for number in range(29, 0, -2):
        fax_id = FaxId(str(number))
        board.queued[fax_id] = replace(board.fax(fax_id), added_at=MOMENT + timedelta(seconds=number))
        before = list(model.shown_ids())
        model.take_changed((fax_id,))
        assert list(model.shown_ids()) == before, "they move in a turn of their own"
    newest = [FaxId(str(number)) for number in range(29, 0, -2)]
    qtbot.waitUntil(lambda: list(model.shown_ids()[:15]) == newest)
    assert whole == []


def test_what_changes_beside_one_that_is_about_to_move_is_looked_at_again(qtbot: QtBot) -> None:
    """It is in order with a neighbour that leaves, and not with those that stay."""
    board = Board()
    for number, fax_id in enumerate(ids(1, MANY)):
        board.queue([fax_id], 10 * number)
    model = FaxModel(board)  # type: ignore[arg-type]
    qtbot.wait(SHOWN_EACH_MS + 20)
    for number, seconds in ((700, 99_999), (699, 7005)):
        changed = ids(number, 1)
        board.queue(changed, seconds)
        model.take_changed(tuple(changed))
        model._show_changed()
    qtbot.waitUntil(lambda: model.row_of(FaxId("700")) == 0)
    assert list(model.shown_ids()) == model._arrangement.arranged()
