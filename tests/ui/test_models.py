# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The models, held to Qt's own rules while everything changes under them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui import fax_filter, fax_model
from srfax_desktop.ui.attempts_model import AttemptsModel
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_model import FaxModel, Role
from tests.engine.rig import CONVERTING, NOT_FOUND, STOPPED, TIMED_OUT, UNREACHABLE, Rig
from tests.ui.listed import ADDED_AT, learn, put

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def rig() -> Rig:
    return Rig()


FATAL = QAbstractItemModelTester.FailureReportingMode.Warning


def connected(rig: Rig) -> FaxModel:
    model = FaxModel(rig.board)
    rig.controller.faxes_added.connect(model.take_added)
    rig.controller.faxes_removed.connect(model.take_removed)
    rig.controller.faxes_changed.connect(model.take_changed)
    rig.controller.pause_changed.connect(model.take_all_changed)
    return model


def texts(model: QAbstractItemModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("column", [-1, *Column])
@pytest.mark.parametrize("order", Qt.SortOrder)
@pytest.mark.parametrize("text", ["", "1604555", "stopp"])
def test_models_keep_qts_rules_through_every_change(
    rig: Rig, column: int, order: Qt.SortOrder, text: str
) -> None:
    model = connected(rig)
    tester = QAbstractItemModelTester(model, FATAL)
    model.sort(column, order)
    model.set_filter(text)
    rig.ask("10", "9", "8", "7", "6", "5")
    rig.answer("10", STOPPED)
    rig.answer("9", CONVERTING)
    rig.answer("8", NOT_FOUND)
    for number in range(5, 11):
        learn(
            rig,
            str(number),
            to_number=f"160455501{number:02}",
            queued_at_text=f"Jan 0{number % 7 + 1}/26 01:00 PM",
        )
    rig.controller.add([FaxId("4"), FaxId("3")])
    model.let_through([FaxId("3")])
    model.sort(column, Qt.SortOrder.DescendingOrder)
    model.set_filter("")
    rig.controller.remove([FaxId("10"), FaxId("4")])
    rig.answer("7", UNREACHABLE)
    assert model.rowCount() == 6
    assert tester.model() is model
    assert sorted(texts(model, Column.FAX_ID)) == ["3", "5", "6", "7", "8", "9"]


def test_cells_read_as_what_the_eye_sees(rig: Rig) -> None:
    model = connected(rig)
    rig.ask("1", "2", "3", "4")
    rig.controller.add([FaxId("5")])
    rig.answer("1", STOPPED)
    rig.answer("2", CONVERTING)
    rig.answer("3", TIMED_OUT)
    assert texts(model, Column.STATUS) == [
        "Stopped",
        "Retrying in 10 s",
        "Retrying in 2 s",
        "Stopping…",
        "Waiting",
    ]
    assert texts(model, Column.SAID) == [
        "Fax Cancelled",
        "Unable to Cancel Fax",
        "(no answer in time)",
        "",
        "",
    ]
    assert texts(model, Column.ATTEMPTS) == ["1", "1", "1", "1", ""]
    assert texts(model, Column.ACTION) == ["", "Retry in 10 s", "Retry in 2 s", "", "Stop"]


def test_cells_tell_what_srfax_s_lists_told(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("1"), FaxId("2")])
    learn(
        rig,
        "2",
        to_number="16045550123",
        subject="Referral",
        queued_at_text="last Monday",
        pages=3,
        sender="desk@clinic.example",
    )
    row = model.row_of(FaxId("2"))
    assert row is not None
    told = [model.index(row, column).data() for column in Column]
    assert told == [
        "Waiting",
        "2",
        "1 604 555 0123",
        "Referral",
        "last Monday",
        "3",
        "desk@clinic.example",
        "",
        "",
        "Stop",
        "12345",
    ]
    other = [model.index(1 - row, column).data() for column in Column]
    assert other == ["Waiting", "1", "", "", "", "", "", "", "", "Stop", "12345"]


def test_cells_explain_themselves(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("1")])
    learn(rig, "1", to_number="16045550123", subject="<b>Bold</b>", sender="a&b")
    tips = [model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in Column]
    assert tips[Column.STATUS] == "<p>Nobody has asked for this fax to be stopped.</p>"
    assert tips[Column.TO] == "<p>16045550123</p>"
    assert tips[Column.SUBJECT] == "<p>&lt;b&gt;Bold&lt;/b&gt;</p>"
    assert tips[Column.FROM] == "<p>a&amp;b</p>"
    assert "has not told when it was queued" in tips[Column.QUEUED]
    assert [tips[column] for column in (Column.FAX_ID, Column.PAGES, Column.SAID, Column.ACTION)] == [""] * 4


def test_a_cell_has_shorter_words_for_a_narrow_column(rig: Rig) -> None:
    model = connected(rig)
    rig.ask("1")
    rig.answer("1", CONVERTING)
    short = [model.index(0, column).data(Role.SHORT) for column in (Column.STATUS, Column.ACTION)]
    assert short == ["Retrying in 10 s", "Retry now"]
    rig.controller.retry_now([FaxId("1")])
    rig.answer("1", STOPPED)
    put(rig, replace(rig.board.fax(FaxId("1")), check=FaxCheck(ADDED_AT, Verdict.CONFIRMED)))
    assert model.index(0, Column.STATUS).data().startswith("Stopped · confirmed ")
    short = [model.index(0, column).data(Role.SHORT) for column in (Column.STATUS, Column.ACTION)]
    assert short == ["Stopped", ""]


def test_what_does_not_change_with_the_state_is_not_painted_with_it(rig: Rig) -> None:
    model = connected(rig)
    rig.ask("1", "2")
    learn(rig, "1", to_number="16045550123")
    learn(rig, "2", to_number="16045550188")
    told: set[Column] = set()
    before = [[model.index(row, column).data() for column in Column] for row in (0, 1)]
    model.dataChanged.connect(
        lambda upper, lower: told.update(map(Column, range(upper.column(), lower.column() + 1)))
    )
    rig.answer("1", CONVERTING)
    after = [[model.index(row, column).data() for column in Column] for row in (0, 1)]
    changed = {column for row in (0, 1) for column in Column if before[row][column] != after[row][column]}
    assert changed <= told
    assert not told & {Column.FAX_ID, Column.TO, Column.SUBJECT, Column.QUEUED, Column.PAGES, Column.FROM}
    learn(rig, "1", to_number="16045550199")
    assert told == set(Column)


# Its order


def test_what_needs_a_person_comes_first(rig: Rig) -> None:
    model = connected(rig)
    rig.ask("1", "2", "3")
    rig.answer("1", STOPPED)
    rig.controller.end([FaxId("2")])
    rig.answer("2", CONVERTING)
    model.sort(Column.STATUS)
    assert texts(model, Column.FAX_ID) == ["2", "3", "1"]


def test_ids_stand_as_they_were_typed_and_what_is_added_later_above_them(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("5"), FaxId("9"), FaxId("7")])
    assert texts(model, Column.FAX_ID) == ["5", "9", "7"]
    rig.clock.now_s += 60
    rig.controller.add([FaxId("8"), FaxId("6")])
    assert texts(model, Column.FAX_ID) == ["8", "6", "5", "9", "7"]
    model.sort(Column.ATTEMPTS)
    model.sort(-1)
    assert texts(model, Column.FAX_ID) == ["8", "6", "5", "9", "7"]


def test_the_newest_comes_first_as_soon_as_srfax_tells_when_it_was_queued(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("1"), FaxId("2"), FaxId("3")])
    learn(rig, "1", queued_at_text="Nov 01/25 10:00 AM")
    assert texts(model, Column.FAX_ID) == ["2", "3", "1"]
    learn(rig, "3", document="20251102090000-1-2_0")
    assert texts(model, Column.FAX_ID) == ["2", "3", "1"]
    learn(rig, "2", queued_at_text="Nov 01/25 10:00 AM")
    assert texts(model, Column.FAX_ID) == ["3", "1", "2"], "of the same minute, the first added comes first"
    model.sort(Column.QUEUED, Qt.SortOrder.AscendingOrder)
    assert texts(model, Column.FAX_ID) == ["1", "2", "3"]


def test_what_becomes_a_tie_goes_back_into_the_order_of_adding(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("1"), FaxId("2")])
    learn(rig, "1", queued_at_text="Nov 01/25 10:00 AM")
    assert texts(model, Column.FAX_ID) == ["2", "1"]
    learn(rig, "2", queued_at_text="Nov 01/25 10:00 AM")
    assert texts(model, Column.FAX_ID) == ["1", "2"]


def test_what_moves_no_row_costs_no_sorting(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    model = connected(rig)
    rig.ask("1", "2", "3")
    sorted_anew: list[object] = []
    arranged = model._arrangement.arranged

    def counting() -> list[FaxId]:
        sorted_anew.append(1)
        return arranged()

    monkeypatch.setattr(model._arrangement, "arranged", counting)
    rig.answer("2", STOPPED)
    assert texts(model, Column.STATUS) == ["Stopping…", "Stopped", "Stopping…"]
    assert sorted_anew == []
    rig.controller.add([FaxId("4")])
    assert sorted_anew


@pytest.mark.parametrize("column", Column)
def test_ties_are_in_the_order_of_adding_up_and_down(rig: Rig, column: Column) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("3"), FaxId("1"), FaxId("2")])
    if column is Column.FAX_ID:
        return
    for order in Qt.SortOrder:
        model.sort(column, order)
        assert texts(model, Column.FAX_ID) == ["3", "1", "2"]


def test_a_long_list_is_not_sorted_anew_at_each_of_many_answers(
    rig: Rig, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fax_model, "MANY", 3)
    model = connected(rig)
    model.sort(Column.STATUS)
    rig.ask("1", "2", "3")
    rig.controller.add([FaxId("4")])
    moves: list[object] = []
    model.layoutChanged.connect(lambda *_: moves.append(1))
    for fax_id in ("1", "2", "3"):
        rig.answer(fax_id, STOPPED)
    assert len(moves) <= 1
    qtbot.waitUntil(lambda: texts(model, Column.FAX_ID) == ["4", "1", "2", "3"])
    assert len(moves) <= 2


# Its filter


def test_the_filter_tells_of_each_change_in_what_it_shows(rig: Rig) -> None:
    model = connected(rig)
    told: list[tuple[int, int]] = []
    model.shown_changed.connect(lambda: told.append((model.rowCount(), model.hidden_count)))
    rig.controller.add([FaxId("11"), FaxId("12"), FaxId("21")])
    model.set_filter("1")
    model.set_filter("11")
    model.set_filter(" 11 ")
    rig.controller.add([FaxId("110"), FaxId("3")])
    rig.controller.remove([FaxId("12")])
    model.set_filter("")
    assert told == [(3, 0), (1, 2), (2, 3), (2, 2), (4, 0)]


def test_a_fax_appears_when_it_comes_to_match_and_stays_when_it_ceases_to(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("1"), FaxId("2")])
    model.set_filter("stopping")
    assert texts(model, Column.FAX_ID) == []
    rig.controller.ask([FaxId("2")])
    assert texts(model, Column.FAX_ID) == ["2"]
    rig.answer("2", STOPPED)
    assert texts(model, Column.STATUS) == ["Stopped"]
    learn(rig, "1", subject="How to be stopping a fax")
    assert texts(model, Column.FAX_ID) == ["1", "2"]
    model.set_filter("stopped")
    assert texts(model, Column.FAX_ID) == ["2"]


def test_another_language_is_searched_too(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("1")])
    model.set_filter("arrêt")
    assert model.rowCount() == 0
    heads: list[object] = []
    model.headerDataChanged.connect(lambda *_: heads.append(1))
    monkeypatch.setattr(fax_filter, "status_words", lambda status: "Arrêté")
    model.retranslate()
    assert model.rowCount() == 1
    assert heads


def test_a_request_is_told_of_until_its_answer_is_here(rig: Rig) -> None:
    attempts = AttemptsModel()
    tester = QAbstractItemModelTester(attempts, FATAL)
    rig.ask("1")
    attempts.show_entries(rig.board.history(FaxId("1")))
    assert texts(attempts, Column(1)) == [
        "Attempt 1: under way",
        "You asked for it to be stopped",
        "Added to the list",
    ]
    rig.answer("1", STOPPED)
    attempts.show_entries(rig.board.history(FaxId("1")))
    assert texts(attempts, Column(1))[0] == "Attempt 1: Stopped"
    assert texts(attempts, Column(2))[0] == "Fax Cancelled"
    assert texts(attempts, Column(3))[0] == "0.00 s"
    read = attempts.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert read == "Attempt 1: Stopped. Fax Cancelled. 0.00 s", "one cell of a line is heard"
    assert attempts.rowCount() == 3
    assert tester.model() is attempts


def test_each_asking_after_the_first_is_told_as_such(rig: Rig) -> None:
    attempts = AttemptsModel()
    rig.ask("1")
    rig.answer("1", NOT_FOUND)
    rig.controller.end([FaxId("1")])
    rig.ask("1")
    attempts.show_entries(rig.board.history(FaxId("1")))
    assert texts(attempts, Column(1)) == [
        "Attempt 1: under way",
        "You asked again for it to be stopped",
        "You ended the trying",
        "Attempt 1: Not found at this moment – again in 5 s",
        "You asked for it to be stopped",
        "Added to the list",
    ]


def test_headings(rig: Rig) -> None:
    model = connected(rig)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == [
        "Status",
        "Fax ID",
        "To",
        "Subject",
        "Queued",
        "Pages",
        "From",
        "SRFax said",
        "Attempts",
        "What you can do",
        "Account",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize("seed", range(6))
def test_a_long_list_stays_sorted_however_it_is_brought_in_line(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Rows are put in place one by one where the list is long: the order is that of sorting all of them."""
    choose = random.Random(seed)  # noqa: S311 - it keeps no secret
    model = connected(rig)
    by = choose.choice([Column.STATUS, Column.QUEUED, Column.FAX_ID, Column.SUBJECT])
    model.sort(by, choose.choice([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder]))
    numbers = [FaxId(str(number)) for number in choose.sample(range(1, 900), 220)]
    rig.controller.add(numbers[:150])
    monkeypatch.setattr(fax_model, "MANY", 100)
    monkeypatch.setattr(fax_model, "PACE_MS", 60_000)
    for first in range(150, 220, 7):
        rig.controller.add(numbers[first : first + 7])
        every = list(model._arrangement._added)
        for fax_id in choose.sample(every, 4):
            day = choose.randint(1, 9)
            learn(rig, fax_id, subject=choose.choice("abc"), queued_at_text=f"Nov 0{day}/25 10:00 AM")
        rig.controller.ask(choose.sample(every, 2))
        for asked in rig.under_way[:2]:
            rig.answer(asked, STOPPED)
        rows = [model.row_of(fax_id) for fax_id in model.shown_ids()]
        assert rows == list(range(len(every))), "each knows its row at any moment"
        if choose.random() < 0.5:
            monkeypatch.setattr(model._arrangement, "arranged", None)  # none of this sorts all of them
            model._show_changed()
            model._arrange_moved()
            monkeypatch.undo()
            monkeypatch.setattr(fax_model, "MANY", 100)
            monkeypatch.setattr(fax_model, "PACE_MS", 60_000)
            assert list(model.shown_ids()) == model._arrangement.arranged()
    rig.controller.remove(choose.sample(list(model._arrangement._added), 3))
    assert list(model.shown_ids()) == model._arrangement.arranged()
