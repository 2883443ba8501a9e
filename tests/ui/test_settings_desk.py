# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is chosen in the dialog is kept, and used at once by all that runs."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QMessageBox, QPushButton

from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.home import KeptPreferences
from srfax_desktop.store.database import Database
from srfax_desktop.store.settings import Settings, SettingsFile
from srfax_desktop.ui.accounts import Accounts
from srfax_desktop.ui.finding import Finding
from srfax_desktop.ui.history_window import HistoryWindow
from srfax_desktop.ui.paperwork import Files, Paperwork
from srfax_desktop.ui.saving import PrivateCopies
from srfax_desktop.ui.settings_desk import Parts, SettingsDesk
from srfax_desktop.ui.settings_dialog import SettingsDialog
from srfax_desktop.ui.window_run import WindowRun
from tests.engine.lists_rig import ListsRig, queue
from tests.engine.rig import CLINIC, CONVERTING, Rig
from tests.ui.desk import Desk, answer_question, in_modal
from tests.ui.hands import Hands
from tests.ui.test_window_run import EndOfWork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from srfax_desktop.engine.worker import WorkerPool
    from srfax_desktop.ui.pick import Pick
    from srfax_desktop.ui.theme import Theme

OLD = datetime(2020, 1, 1, tzinfo=UTC)


class Sized:
    """The workers, of which only the number matters here."""

    size = 4

    def resize(self, size: int) -> None:
        self.size = size


class Office:
    """A window with all that follows the settings, over a real settings file and a real database."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, *, practice: bool = False) -> None:
        folder.chmod(0o700)
        self.path = folder / "settings.json"
        self.path.write_text('{"of_a_newer_version": 1}')  # of a file that is there, only changes are written
        self.preferences = KeptPreferences(SettingsFile(self.path), Settings(), practice=practice)
        self.database = Database.open(folder / "faxes.sqlite3")
        self.lists = ListsRig(Rig())
        self.rig = self.lists.rig
        self.desk = Desk(qtbot, theme, rig=self.rig, practice=practice)
        self.window = self.desk.window
        self.hands = Hands()
        self.copies = PrivateCopies()
        self.workers = Sized()
        run = WindowRun(
            window=self.window,
            controller=self.rig.controller,
            pool=cast("WorkerPool", EndOfWork(self.rig)),
            sign_in=self.hands.sign_in,
            preferences=self.preferences,
            theme=theme,
            protect=lambda _: None,
            practice=CLINIC if practice else None,
        )
        finding = Finding(self.window, self.rig.controller, self.lists.finder, self.preferences)
        files = Files(
            archive=self.database, exporters={}, copies=self.copies, user="alice", computer="front-desk"
        )
        paperwork = Paperwork(
            self.window, self.rig.controller, files, self.preferences, self.rig.clock, theme
        )
        self.accounts = Accounts(self.window, self.rig.controller, run, self.preferences)
        self.settings = SettingsDesk(
            self.window,
            self.rig.controller,
            Parts(self.workers, (finding, paperwork), self.database, self.accounts),
            preferences=self.preferences,
            defaults=KeptPreferences(None, Settings()),
            clock=self.rig.clock,
            theme=theme,
            practice=practice,
        )
        self.desk.show()

    @property
    def dialogs(self) -> list[SettingsDialog]:
        return [each for each in self.window.findChildren(SettingsDialog) if each.isVisible()]

    @property
    def dialog(self) -> SettingsDialog:
        (dialog,) = self.dialogs
        return dialog

    def open(self) -> SettingsDialog:
        self.window.account._settings.trigger()
        return self.dialog

    def set(self, **values: Any) -> None:
        """Choose these, each by the accessible name of its field, and press OK."""
        dialog = self.open()
        for name, value in values.items():
            words = name.replace("_", " ")
            (pick,) = [
                each for each in dialog.findChildren(QComboBox) if words in each.accessibleName().lower()
            ]
            cast("Pick[Any]", pick).show_value(value)
        dialog.accept()

    def tick(self, start: str) -> None:
        """Tick a box, or take the tick away, and press OK."""
        dialog = self.open()
        (box,) = [
            each for each in dialog.findChildren(QCheckBox) if each.text().replace("&", "").startswith(start)
        ]
        box.click()
        dialog.accept()

    def kept(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.path.read_text())
        del found["of_a_newer_version"]
        found.pop("known_accounts", None)  # the account that is signed in is known from its first answer on
        return found

    def close(self) -> None:
        for dialog in self.dialogs:
            dialog.reject()
        self.lists.finder.watch(watched=False)
        self.window.close_now()
        self.database.close()
        self.copies.remove()


@pytest.fixture
def open_office(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[..., Office]]:
    offices: list[Office] = []

    def open_(**given: Any) -> Office:
        offices.append(Office(qtbot, theme, tmp_path, **given))
        return offices[-1]

    yield open_
    for office in offices:
        office.close()


@pytest.fixture
def office(open_office: Callable[..., Office]) -> Office:
    return open_office()


def test_its_keys_open_it_once(office: Office) -> None:
    QTest.keyClick(office.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert len(office.dialogs) == 1
    office.settings.open()
    assert len(office.dialogs) == 1
    office.dialog.reject()
    office.open()


def test_it_does_not_open_while_the_program_closes(office: Office) -> None:
    office.rig.ask("1")
    office.window.begin_closing()
    office.settings.open()
    assert office.dialogs == []


def test_ok_without_a_change_writes_nothing(office: Office) -> None:
    office.open().accept()
    assert office.kept() == {}


def test_only_what_was_changed_is_written(office: Office) -> None:
    office.path.write_text('{"theme": "dark", "of_a_newer_version": 1}')
    office.set(handled_at_the_same_time=2)
    assert office.kept() == {"theme": "dark", "workers": 2}
    assert office.workers.size == 2


def test_other_waits_hold_from_the_next_answer_on(office: Office) -> None:
    office.rig.ask("1")
    dialog = office.open()
    (pick,) = [
        each
        for each in dialog.findChildren(QComboBox)
        if each.accessibleName() == "SRFax is converting the fax: try again after"
    ]
    cast("Pick[Any]", pick).show_value(20.0)
    dialog.accept()
    assert office.kept() == {"retry": {"converting": {"waits_s": [20.0]}}}
    office.rig.answer("1", CONVERTING)
    assert office.rig.board.due_in_s(FaxId("1")) == pytest.approx(20)


def test_trying_again_by_itself_is_one_switch_in_two_places(office: Office) -> None:
    office.tick("Try again automatically")
    assert office.kept() == {"automatic_retry": False}
    assert not office.window.account._automatic.isChecked()
    office.rig.ask("1")
    office.rig.answer("1", CONVERTING)
    office.rig.wait(11)
    assert office.rig.status("1") == "retry_ready"
    office.window.account._automatic.trigger()
    assert office.kept() == {"automatic_retry": True}
    office.tick("Try again automatically")
    assert not office.rig.board.automatic


def test_looking_is_one_switch_in_two_places(office: Office) -> None:
    office.lists.finder.find()
    office.lists.answer(queue())
    refresh = office.lists.finder._refresh
    office.set(look_for_queued_faxes=300.0)
    assert refresh.interval() == 300_000
    office.set(look_for_queued_faxes=0.0)
    assert not refresh.isActive()
    assert not office.window.account._refresh.isChecked()
    office.window.account._refresh.trigger()
    assert office.kept() == {"refresh_s": 300.0}, "as often as before it was switched off"
    office.tick("Include the faxes of sub-users")
    assert office.lists.checker.include_sub_users
    assert office.window.account._sub_users.isChecked()


def test_signing_in_looks_for_faxes_only_where_that_is_wanted(office: Office) -> None:
    finding = office.window.findChildren(Finding)[0]
    office.set(look_for_queued_faxes=0.0)
    finding.look_after_sign_in()
    assert office.lists.asking == ""
    office.set(look_for_queued_faxes=60.0)
    finding.look_after_sign_in()
    assert office.lists.asking == "queue"


def write_old_lines(office: Office) -> None:
    fax = FaxRecord(FaxId("1"), OLD)
    office.database.write([fax], [HistoryEntry(OLD, fax.fax_id, HistoryEvent.ADDED)])
    now = office.rig.clock.utc_now() - timedelta(days=1)
    office.database.write([fax], [HistoryEntry(now, fax.fax_id, HistoryEvent.ASKED)])


def test_a_shorter_history_is_asked_about_before_anything_is_removed(office: Office) -> None:
    write_old_lines(office)
    asked = answer_question("Keep them")
    office.set(keep_the_history=90)
    assert len(asked) == 1
    assert office.dialog.isVisible()
    assert len(office.database.history(FaxId("1"))) == 2
    asked = answer_question("Remove")
    office.dialog.accept()
    assert len(asked) == 1
    assert office.dialogs == []
    assert office.kept() == {"retention_days": 90}
    assert [entry.event for entry in office.database.history(FaxId("1"))] == [HistoryEvent.ASKED]


def test_an_open_history_opens_anew_only_where_it_would_be_another(office: Office) -> None:
    office.window.history_wanted.emit()
    (history,) = office.window.findChildren(HistoryWindow)
    office.set(handled_at_the_same_time=2)
    assert history.isVisible()
    office.tick("Mask fax numbers")
    assert not history.isVisible()
    office.window.history_wanted.emit()
    assert [each for each in office.window.findChildren(HistoryWindow) if each.isVisible()] != [history]


def test_what_stands_in_the_menu_is_shown_in_the_dialog(office: Office) -> None:
    office.window.account._automatic.trigger()
    office.window.account._sub_users.trigger()
    dialog = office.open()
    assert not dialog._pages[1]._automatic.isChecked()  # type: ignore[attr-defined]
    assert dialog._pages[2]._sub_users.isChecked()  # type: ignore[attr-defined]


def test_language_and_colours_are_told_of_at_once(office: Office) -> None:
    told: list[object] = []
    office.settings.language_chosen.connect(told.append)
    office.settings.theme_chosen.connect(told.append)
    dialog = office.open()
    dialog._looks._language.show_value("fr")
    dialog._looks._theme.show_value("dark")
    dialog.accept()
    assert told == ["fr", "dark"]
    assert office.kept() == {"language": "fr", "theme": "dark"}


def test_in_practice_all_holds_for_this_run_and_the_file_is_left_alone(
    open_office: Callable[..., Office],
) -> None:
    office = open_office(practice=True)
    office.set(handled_at_the_same_time=2)
    assert (office.workers.size, office.preferences.workers, office.kept()) == (2, 2, {})


# Accounts


def press(office: Office, name: str) -> None:
    (button,) = [each for each in office.dialog.findChildren(QPushButton) if each.accessibleName() == name]
    button.click()


def test_an_account_is_forgotten_when_that_is_meant(office: Office) -> None:
    office.preferences.change(known_accounts=(CLINIC.account, AccountNumber("777")))
    office.rig.controller.sign_in(CLINIC, proven=True)
    page = office.open().accounts
    assert [page._list.item(row).text() for row in range(2)] == ["Account 12345 – signed in", "Account 777"]
    page._list.setCurrentRow(1)
    asked = answer_question("Keep it")
    press(office, "Forget it…")
    assert asked == ["Forget account 777?"]
    assert len(office.preferences.known_accounts) == 2
    answer_question("Forget")
    press(office, "Forget it…")
    assert list(office.preferences.known_accounts) == [CLINIC.account]
    assert page._list.count() == 1
    assert office.rig.board.account == CLINIC.account


def test_whoever_forgets_an_account_hears_that_its_faxes_are_being_tried(office: Office) -> None:
    office.rig.controller.sign_in(CLINIC, proven=True)
    office.rig.ask("1")
    office.open()
    told: list[str] = []

    def look(box: Any) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.informativeText())
        box.reject()

    in_modal(lambda box: look(box) if isinstance(box, QMessageBox) else in_modal(look))
    press(office, "Forget it…")
    assert "still being tried" in told[0]
    assert office.rig.board.account == CLINIC.account
