# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The models, held to Qt's own rules while everything changes under them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QSortFilterProxyModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.attempts_model import AttemptsModel
from srfax_desktop.ui.fax_model import Column, FaxModel, Role, runs
from tests.engine.rig import CONVERTING, NOT_FOUND, STOPPED, TIMED_OUT, UNREACHABLE, Rig

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


@pytest.mark.parametrize("column", Column)
@pytest.mark.parametrize("order", Qt.SortOrder)
def test_models_keep_qts_rules_through_every_change(rig: Rig, column: Column, order: Qt.SortOrder) -> None:
    model = connected(rig)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(Role.SORT)
    proxy.sort(column, order)
    testers = [QAbstractItemModelTester(watched, FATAL) for watched in (model, proxy)]
    rig.ask("10", "9", "8", "7", "6", "5")
    rig.answer("10", STOPPED)
    rig.answer("9", CONVERTING)
    rig.answer("8", NOT_FOUND)
    rig.controller.add([FaxId("4"), FaxId("3")])
    rig.controller.remove([FaxId("10"), FaxId("4")])
    rig.answer("7", UNREACHABLE)
    assert model.rowCount() == proxy.rowCount() == 6
    assert len(testers) == 2
    assert sorted(texts(proxy, Column.FAX_ID)) == ["3", "5", "6", "7", "8", "9"]


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


def test_ids_are_sorted_as_numbers_however_long(rig: Rig) -> None:
    model = connected(rig)
    rig.controller.add([FaxId("9"), FaxId("10"), FaxId("9" * 20), FaxId("100")])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(Role.SORT)
    proxy.sort(Column.FAX_ID)
    assert texts(proxy, Column.FAX_ID) == ["9", "10", "100", "9" * 20]


def test_what_needs_a_person_comes_first(rig: Rig) -> None:
    model = connected(rig)
    rig.ask("1", "2", "3")
    rig.answer("1", STOPPED)
    rig.controller.end([FaxId("2")])
    rig.answer("2", CONVERTING)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(Role.SORT)
    proxy.sort(Column.STATUS)
    assert texts(proxy, Column.FAX_ID) == ["2", "3", "1"]


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
    assert attempts.rowCount() == 3
    assert tester.model() is attempts


def test_headings(rig: Rig) -> None:
    model = connected(rig)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["Status", "Fax ID", "SRFax said", "Attempts", "What you can do"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_runs() -> None:
    assert runs([]) == []
    assert runs([1, 2, 3, 5, 7, 8]) == [(1, 3), (5, 5), (7, 8)]
