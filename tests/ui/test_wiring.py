# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What stands behind the window's doors: finding, bringing in, records and history."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTextEdit

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.store.no_store import NoStore
from srfax_desktop.ui.bringing_in import BringingIn
from srfax_desktop.ui.find_line import FindReport
from srfax_desktop.ui.finding import Finding
from srfax_desktop.ui.herald import GATHER_MS
from srfax_desktop.ui.history_window import HistoryWindow
from srfax_desktop.ui.import_report import ImportReportDialog
from srfax_desktop.ui.paperwork import Files, Paperwork
from srfax_desktop.ui.record_dialog import RecordDialog
from srfax_desktop.ui.saving import PrivateCopies
from tests.engine.lists_rig import UNREACHABLE, ListsRig, details, queue, statuses
from tests.engine.rig import CLINIC, REJECTED, STOPPED, Rig
from tests.ui.desk import Desk
from tests.ui.spoken import languages, settle
from tests.ui.test_file_dialogs import SAVING, labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.ui.theme import Theme


class Kept:
    """Preferences in memory."""

    def __init__(self) -> None:
        self.refresh_s = 60.0
        self.include_sub_users = False
        self.mask_numbers = True
        self.retention_days = 0

    def change(self, **values: object) -> None:
        for name, value in values.items():
            assert hasattr(self, name)
            setattr(self, name, value)


class Wired:
    """A window with finder and checker, and the doors of it opened."""

    def __init__(self, qtbot: QtBot, theme: Theme, rig: Rig | None = None) -> None:
        self.lists = ListsRig(rig)
        self.desk = Desk(qtbot, theme, rig=self.lists.rig)
        self.window = self.desk.window
        self.kept = Kept()
        self.sign_ins: list[bool] = []
        preferences = cast("Preferences", self.kept)
        self.finding = Finding(self.window, self.lists.rig.controller, self.lists.finder, preferences)
        self.finding.sign_in_wanted.connect(lambda: self.sign_ins.append(True))
        self.desk.show()

    @property
    def report(self) -> str:
        return self.desk.only(FindReport).text()


@pytest.fixture
def wired(qtbot: QtBot, theme: Theme) -> Iterator[Wired]:
    wired = Wired(qtbot, theme)
    yield wired
    wired.lists.finder.watch(watched=False)


# Finding


def test_the_button_and_f5_look_for_queued_faxes(wired: Wired) -> None:
    wired.desk.press("Find my queued faxes")
    assert wired.report == "Looking for queued faxes…"
    wired.lists.answer(queue(details("1", to_number="16045550123")))
    assert wired.report.startswith("1 fax is queued, as of ")
    wired.desk.settle()
    assert wired.desk.row("1")[:3] == ["Waiting", "1", "1 604 555 0123"]
    QTest.keyClick(wired.window, Qt.Key.Key_F5)
    assert wired.lists.asking == "queue"


def test_a_failure_says_so_and_keeps_the_rows(wired: Wired) -> None:
    wired.desk.press("Find my queued faxes")
    wired.lists.answer(queue("1"))
    wired.desk.press("Find my queued faxes")
    wired.lists.answer(UNREACHABLE)
    assert wired.report.startswith("The queued faxes could not be asked for")
    assert [row[1] for row in wired.desk.rows()] == ["1"]


def test_whoever_is_not_signed_in_is_asked_to(qtbot: QtBot, theme: Theme) -> None:
    wired = Wired(qtbot, theme, Rig(credentials=None))
    wired.desk.press("Find my queued faxes")
    assert (wired.sign_ins, wired.lists.asking) == ([True], "")


def test_whoever_was_refused_is_asked_to_sign_in_again(wired: Wired) -> None:
    wired.lists.rig.ask("1")
    wired.lists.rig.answer("1", REJECTED)
    wired.desk.press("Find my queued faxes")
    assert (wired.sign_ins, wired.lists.asking) == ([True], "")


def test_it_looks_again_while_the_window_is_in_view(wired: Wired) -> None:
    wired.lists.finder.find()
    wired.lists.answer(queue())
    assert wired.lists.finder._refresh.isActive()
    wired.window.showMinimized()
    assert not wired.lists.finder._refresh.isActive()
    wired.window.showNormal()
    assert wired.lists.finder._refresh.isActive()


def test_it_looks_again_where_the_window_was_there_first(wired: Wired) -> None:
    """As in the program, which loads this when the window is painted."""
    finder = wired.lists.finder
    finder.watch(watched=False)
    Finding(wired.window, wired.lists.rig.controller, finder, cast("Preferences", wired.kept))
    finder.find()
    wired.lists.answer(queue())
    assert finder._refresh.isActive()


def test_the_menu_switches_the_looking_off_and_on(wired: Wired) -> None:
    wired.lists.finder.find()
    wired.lists.answer(queue())
    wired.window.account._refresh.trigger()
    assert (wired.kept.refresh_s, wired.lists.finder._refresh.isActive()) == (0.0, False)
    wired.window.account._refresh.trigger()
    assert (wired.kept.refresh_s, wired.lists.finder._refresh.isActive()) == (60.0, True)


def test_the_menu_has_sub_users_asked_for(wired: Wired) -> None:
    wired.window.account._sub_users.trigger()
    assert wired.kept.include_sub_users
    assert wired.lists.checker.include_sub_users
    job: Any = wired.lists.pool.job
    assert job.include_sub_users
    assert job.credentials == CLINIC


# The check


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SentStatus.SENT, "Fax 1: Not confirmed – may still be going out"),
        (SentStatus.FAILED, None),
    ],
)
def test_an_end_that_turns_out_otherwise_is_said_aloud(
    wired: Wired, said: list[str], status: SentStatus, words: str | None
) -> None:
    wired.lists.rig.ask("1")
    wired.lists.rig.answer("1", STOPPED)
    QTest.qWait(2 * GATHER_MS)
    assert said[-1] == "Fax 1: Stopped"
    said.clear()
    wired.desk.qtbot.waitUntil(lambda: wired.lists.asking == "1")  # filled in, then looked up
    wired.lists.answer(statuses(details("1")))
    wired.desk.qtbot.waitUntil(lambda: wired.lists.asking == "1")
    wired.lists.answer(statuses(details("1", status)), queue())
    QTest.qWait(2 * GATHER_MS)
    assert said == ([words] if words else [])


# Bringing in


@pytest.fixture
def bringing(wired: Wired, theme: Theme) -> Wired:
    QGuiApplication.clipboard().clear()
    BringingIn(wired.window, wired.lists.rig.controller, theme)
    return wired


def ids(wired: Wired) -> set[str]:
    return {fax.fax_id for fax in wired.desk.board.faxes()}


def test_files_are_read_and_their_faxes_listed(bringing: Wired, tmp_path: Path) -> None:
    path = tmp_path / "faxes.csv"
    path.write_text("To,FaxDetailsID\n604 555 0123,31524120\n604 555 0124,31524121\n")
    QTest.keyClick(bringing.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = bringing.window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    bringing.desk.qtbot.waitUntil(lambda: ids(bringing) == {"31524120", "31524121"})
    bringing.desk.qtbot.waitUntil(lambda: "2 added" in bringing.desk.banners())


def test_the_import_says_what_it_looks_for_in_both_languages(bringing: Wired, qapp: QApplication) -> None:
    with languages(qapp) as chosen:
        for code, look_in in (("en", "Look &in:"), ("fr", "Chercher &dans\u00a0:")):
            chosen.choose(code)
            bringing.window.import_wanted.emit()
            (asked,) = bringing.window.findChildren(QFileDialog)
            assert labels(asked) == [look_in, *SAVING[code][1:]]
            asked.reject()
            bringing.desk.qtbot.waitUntil(lambda: not bringing.window.findChildren(QFileDialog))


def test_lines_that_were_not_taken_are_reported(bringing: Wired, tmp_path: Path) -> None:
    path = tmp_path / "faxes.txt"
    path.write_text("31524120\nno fax ID\n")
    bringing.window.findChildren(BringingIn)[0]._read_paths([str(path)])
    bringing.desk.qtbot.waitUntil(lambda: bool(bringing.window.findChildren(ImportReportDialog)))
    (dialog,) = bringing.window.findChildren(ImportReportDialog)
    assert dialog.isVisible()
    assert ids(bringing) == {"31524120"}
    dialog.close()
    bringing.desk.qtbot.waitUntil(lambda: not bringing.window.findChildren(ImportReportDialog))


def test_the_clipboard_is_read_when_asked(bringing: Wired) -> None:
    QGuiApplication.clipboard().setText("31524120\n31524121")
    QTest.keyClick(
        bringing.window,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    bringing.desk.qtbot.waitUntil(lambda: ids(bringing) == {"31524120", "31524121"})


def test_a_copied_id_is_offered_and_added_only_on_demand(bringing: Wired) -> None:
    QGuiApplication.clipboard().setText("31524120")
    bringing.window.came_to_front.emit()
    bringing.desk.qtbot.waitUntil(lambda: any("31524120" in words for words in bringing.desk.banners()))
    assert ids(bringing) == set()
    bringing.desk.press("Add from the clipboard")
    assert ids(bringing) == {"31524120"}
    assert not any("31524120" in words for words in bringing.desk.banners())


def test_what_is_offered_follows_the_language(bringing: Wired, qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("31524120")
    bringing.window.came_to_front.emit()
    bringing.desk.qtbot.waitUntil(lambda: any("31524120" in words for words in bringing.desk.banners()))
    (english,) = bringing.desk.banners()
    with languages(qapp) as chosen:
        chosen.choose("fr")
        settle()
        (french,) = bringing.desk.banners()
        assert "presse-papiers" in french
    assert bringing.desk.banners() == [english]


def test_what_was_copied_before_the_start_is_offered(wired: Wired, theme: Theme) -> None:
    """The window is at the front before what looks at the clipboard is loaded."""
    QGuiApplication.clipboard().setText("31524120")
    BringingIn(wired.window, wired.lists.rig.controller, theme)
    wired.desk.qtbot.waitUntil(lambda: any("31524120" in words for words in wired.desk.banners()))


def test_an_offer_that_is_declined_is_not_made_again(bringing: Wired) -> None:
    QGuiApplication.clipboard().setText("31524120")
    bringing.window.came_to_front.emit()
    bringing.desk.qtbot.waitUntil(lambda: any("31524120" in words for words in bringing.desk.banners()))
    bringing.desk.press("Do not add from the clipboard")
    bringing.window.came_to_front.emit()
    QTest.qWait(200)
    assert not any("31524120" in words for words in bringing.desk.banners())
    assert ids(bringing) == set()


# Records and history


class Shelf(NoStore):
    """An archive that takes note of what is removed from it."""

    def __init__(self) -> None:
        super().__init__()
        self.pruned: list[datetime] = []

    def prune(self, before: datetime, now: datetime) -> int:
        self.pruned.append(before)
        return 0


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def paperwork(wired: Wired, theme: Theme, shelf: Shelf) -> Iterator[Paperwork]:
    copies = PrivateCopies()
    files = Files(archive=shelf, exporters={}, copies=copies, user="alice", computer="front-desk")
    kept, clock = cast("Preferences", wired.kept), wired.lists.rig.clock
    yield Paperwork(wired.window, wired.lists.rig.controller, files, kept, clock, theme)
    copies.remove()


def test_the_record_tells_what_happened_with_the_number_masked(wired: Wired, paperwork: Paperwork) -> None:
    wired.lists.finder.find()
    wired.lists.answer(queue(details("31524120", to_number="16045550123")))
    wired.lists.rig.ask("31524120")
    wired.lists.rig.answer("31524120", STOPPED)
    wired.desk.table.select((FaxId("31524120"),))
    wired.desk.press("Incident record")
    (dialog,) = wired.window.findChildren(RecordDialog)
    (preview,) = dialog.findChildren(QTextEdit)
    text = preview.toPlainText()
    assert "31524120" in text
    assert "Fax Cancelled" in text
    assert "alice" in text
    assert "front-desk" in text
    assert "0123" in text
    assert "16045550123" not in text.replace(" ", "")
    dialog.close()


def test_the_history_opens_once_and_closes_with_the_window(wired: Wired, paperwork: Paperwork) -> None:
    wired.desk.press("History")
    letter = Qt.Key.Key_Y if sys.platform == "darwin" else Qt.Key.Key_H
    QTest.keyClick(wired.window, letter, Qt.KeyboardModifier.ControlModifier)
    (history,) = wired.window.findChildren(HistoryWindow)
    assert history.isVisible()
    wired.window.close()
    assert not history.isVisible()


def test_an_open_history_follows_the_look_at_the_lists(
    wired: Wired, paperwork: Paperwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.desk.press("History")
    (history,) = wired.window.findChildren(HistoryWindow)
    followed: list[bool] = []
    monkeypatch.setattr(history, "refresh_soon", lambda: followed.append(True))
    wired.lists.rig.ask("1")
    wired.lists.rig.answer("1", STOPPED)
    followed.clear()
    wired.lists.fire(wired.lists.checker._timer)
    wired.lists.answer(statuses(details("1", SentStatus.SENT)), queue())
    assert followed


def test_what_the_retention_says_is_kept_to(wired: Wired, paperwork: Paperwork, shelf: Shelf) -> None:
    paperwork.keep_to_retention()
    assert shelf.pruned == []
    wired.desk.press("History")
    (history,) = wired.window.findChildren(HistoryWindow)
    history.retention_chosen.emit(90)
    assert wired.kept.retention_days == 90
    now = wired.lists.rig.clock.utc_now()
    assert [(now - before).days for before in shelf.pruned] == [90]
