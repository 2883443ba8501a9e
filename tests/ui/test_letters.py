# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""In no window and no menu do two controls share a letter for Alt, in no language."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.import_report import ImportReport
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.ui import account_words, questions, retention_choice
from srfax_desktop.ui.about_dialog import AboutDialog, LicencesDialog
from srfax_desktop.ui.bundle_dialog import BundleDialog
from srfax_desktop.ui.column_question import ColumnDialog
from srfax_desktop.ui.guide_window import GuideWindow
from srfax_desktop.ui.import_report import ImportReportDialog
from srfax_desktop.ui.keys_dialog import KeysDialog
from srfax_desktop.ui.letters import give_letter, letter_of, lettered, plain, taken_letters
from srfax_desktop.ui.resource_path import resource_path
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from srfax_desktop.ui.trouble_dialog import TroubleDialog
from tests.engine.rig import CONVERTING, REJECTED, UNREACHABLE
from tests.ui.desk import Desk, in_modal
from tests.ui.hands import Hands
from tests.ui.history_desk import Reading
from tests.ui.memory_archive import MemoryArchive, many
from tests.ui.spoken import languages, settle
from tests.ui.test_import_dialogs import ONE, OTHER, question
from tests.ui.test_record_dialog import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

PARTLY = StopAnswer(StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")
STANDARD = {"Close", "Cancel", "OK", "Fermer", "Annuler", "Dismiss", "Masquer"}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    if request.param == "en":
        yield request.param
        return
    translator = QTranslator()
    assert translator.load(str(resource_path("i18n", "srfax_desktop_fr.qm")))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def controls(window: QWidget) -> list[QAbstractButton | QLabel]:
    """What can be seen in a window and has words."""
    found: list[QAbstractButton | QLabel] = [
        each for each in window.findChildren(QAbstractButton) if each.text()
    ]
    found += [each for each in window.findChildren(QLabel) if each.buddy() is not None]
    return [each for each in found if each.isVisible() and each.window() is window]


def check(window: QWidget) -> None:
    shown = controls(window)
    assert shown
    letters = Counter(letter_of(each.text()) for each in shown)
    del letters[""]
    twice = [letter for letter, count in letters.items() if count > 1]
    assert [each.text() for each in shown if letter_of(each.text()) in twice] == []
    without = [
        plain(each.text())
        for each in shown
        if isinstance(each, QAbstractButton) and not letter_of(each.text())
    ]
    assert [words for words in without if words not in STANDARD] == []


def check_menu(menu: QMenu) -> None:
    entries = [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]
    letters = [letter_of(each.text()) for each in entries]
    assert "" not in letters
    assert len(letters) == len(set(letters))


# The main window


def crowded(desk: Desk, *, practice: bool = False) -> None:
    """Have all that the main window can show be there at once."""
    notices = desk.window.notices
    if practice:
        notices.show_practice()
    notices.show_kin(3)
    notices.show_backup("A backup")
    notices.show_offer("31524120 is on the clipboard")
    notices.show_progress("Reading")
    notices.tell("News")
    desk.settle()


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("account", ["signed in", "refused", "signed out"])
def test_main_window(qtbot: QtBot, theme: Theme, account: str) -> None:
    desk = Desk(qtbot, theme)
    desk.window.resize(1400, 1200)
    desk.show()
    desk.rig.ask("1", "2", "4")
    desk.answer("1", CONVERTING)
    desk.answer("2", PARTLY)
    desk.answer("4", REJECTED if account == "refused" else UNREACHABLE)
    desk.add("3")
    crowded(desk)
    if account == "signed out":
        desk.controller.sign_in(None)
        desk.window.show_account()
    for chosen in ("1", "2", "3", "4"):
        desk.table.select((FaxId(chosen),))
        desk.settle()
        check(desk.window)
        desk.rig.wait(1.1)  # countdowns count
        check(desk.window)
        crowded(desk)
        check(desk.window)


@pytest.mark.usefixtures("language")
def test_practice_window(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.window.resize(1400, 1200)
    desk.show()
    desk.add("1")
    crowded(desk, practice=True)
    check(desk.window)


@pytest.mark.parametrize(("first", "then"), [("en", "fr"), ("fr", "en")])
def test_what_is_open_when_the_language_changes_gets_its_letters_anew(
    qtbot: QtBot, theme: Theme, qapp: QApplication, first: str, then: str
) -> None:
    """They are given one by one, while the window still has letters of the language before."""
    with languages(qapp) as chosen:
        chosen.choose(first)
        desk = Desk(qtbot, theme)
        desk.window.resize(1400, 1200)
        desk.show()
        desk.rig.ask("1", "2")
        desk.answer("1", CONVERTING)
        desk.answer("2", PARTLY)
        crowded(desk)
        for language in (then, first, then):
            chosen.choose(language)
            settle()
            desk.settle()
            check(desk.window)


def test_the_history_s_lines_get_their_letters_anew(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    with languages(qapp) as chosen:
        window = Reading(qtbot, theme, MemoryArchive(many(10))).show().window
        english = taken_letters(window)
        chosen.choose("fr")
        settle()
        free = min(english - taken_letters(window))
        window._result.tell_bad("A line is not as it was", free * 2)
        assert letter_of(window._result._bad.button.text()) == free
        chosen.choose("en")
        settle()
        check(window)


@pytest.mark.usefixtures("language")
def test_menus(desk: Desk) -> None:
    desk.add("1")
    desk.window.help.offer_updates()
    desk.window.show_account()
    for menu in (desk.window.help.menu(), desk.window.account.menu(), desk.table.columns_menu):
        menu.aboutToShow.emit()
        check_menu(menu)
    desk.table.customContextMenuRequested.emit(QPoint(5, 5))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    check_menu(popup)
    popup.close()


def test_as_long_as_it_is_not_crowded_the_letter_is_one_of_the_words(desk: Desk) -> None:
    desk.rig.ask("1", "2")
    desk.answer("1", CONVERTING)
    desk.answer("2", PARTLY)
    notices = desk.window.notices
    for fax_id in ("1", "2"):
        desk.table.select((FaxId(fax_id),))
        for show in (
            partial(notices.show_kin, 3),
            partial(notices.show_backup, "A backup"),
            partial(notices.show_offer, "31524120"),
            partial(notices.tell, "News"),
        ):
            show()
            desk.settle()
            check(desk.window)
            assert [each.text() for each in controls(desk.window) if each.text().endswith(")")] == []
            notices.show_kin(0)
            notices.show_backup("")
            notices.show_offer("")
            notices._close_news()


def test_practice_leaves_the_details_their_letters(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.show()
    desk.rig.ask("1")
    desk.answer("1", CONVERTING)
    desk.add("2")
    for fax_id in ("1", "2"):
        desk.table.select((FaxId(fax_id),))
        desk.settle()
        check(desk.window)
        assert [each.text() for each in controls(desk.window) if each.text().endswith(")")] == []


# The others


def sign_in(theme: Theme, _parent: QWidget) -> QWidget:
    return SignInDialog(Hands().sign_in, theme, account=None, remember=True)


def column(_theme: Theme, _parent: QWidget) -> QWidget:
    return ColumnDialog(question(), "a.csv", None)


WINDOWS: dict[str, Callable[[Theme, QWidget], QWidget]] = {
    "about": lambda _, parent: AboutDialog(lambda: "", parent),
    "licences": lambda _, parent: LicencesDialog("", parent),
    "bundle": lambda theme, parent: BundleDialog(theme, date(2026, 11, 25), parent),
    "column": column,
    "guide": lambda theme, _: GuideWindow(theme),
    "import report": lambda theme, _: ImportReportDialog(ImportReport((ONE, OTHER)), theme),
    "keys": lambda _, parent: KeysDialog(parent),
    "sign in": sign_in,
    "trouble": lambda *_: TroubleDialog(lambda: "meaning", "details"),
}


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", list(WINDOWS))
def test_dialogs(qtbot: QtBot, theme: Theme, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = WINDOWS[name](theme, parent)
    qtbot.addWidget(window)
    window.show()
    check(window)


@pytest.mark.usefixtures("language")
def test_record(qtbot: QtBot, theme: Theme) -> None:
    sheet = Sheet(theme, qtbot)
    check(sheet.dialog)
    sheet.copies.remove()


@pytest.mark.usefixtures("language")
def test_history(qtbot: QtBot, theme: Theme) -> None:
    window = Reading(qtbot, theme, MemoryArchive(many(10))).show().window
    check(window)
    window._unreadable.say("It could not be read", "Try again")
    window._result.tell_bad("A line is not as it was", "Show this line")
    check(window)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(
    "ask",
    [
        lambda parent: questions.ask_before_stopping_all(parent, 3),
        lambda parent: questions.ask_before_ending_all(parent, 3),
        lambda parent: questions.ask_before_closing(parent, 3) is not questions.Closing.STAY,
        lambda parent: questions.ask_before_closing(parent, 3, tray=True) is not questions.Closing.STAY,
        lambda parent: retention_choice.ask_before_removing(parent, 3, 730),
        lambda parent: account_words.ask_before_switching(parent, 3, AccountNumber("1"), AccountNumber("2")),
        lambda parent: account_words.ask_before_forgetting(parent, AccountNumber("1"), 3),
    ],
)
def test_questions(qtbot: QtBot, ask: Callable[[QWidget], bool]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[QDialog] = []

    def look(box: QDialog) -> None:
        seen.append(box)
        assert isinstance(box, QMessageBox)
        letters = [letter_of(button.text()) for button in box.buttons()]
        try:
            assert "" not in letters
            assert len(letters) == len(set(letters))
        finally:
            box.reject()

    in_modal(look)
    assert not ask(parent)
    assert seen


# How letters are given


@pytest.mark.parametrize(
    ("words", "taken", "expected"),
    [
        ("Stop them", "", "&Stop them"),
        ("Stop them", "S", "Stop &them"),
        ("Stop them", "ST", "St&op them"),
        ("Still &kept", "K", "Still &kept"),
        ("No", "NO", "No (&A)"),
        ("No", "ABNO", "No (&C)"),
        ("Réessayer", "R", "Ré&essayer"),
        ("", "", ""),
        ("7 – …", "", "7 – … (&A)"),
        ("No", ascii_uppercase, "No"),
    ],
)
def test_a_letter_begins_a_word_where_that_can_be(words: str, taken: str, expected: str) -> None:
    assert lettered(words, taken) == expected


def test_words_are_read_without_their_marks() -> None:
    assert (plain("Sa&ve && close"), letter_of("Sa&ve && close")) == ("Save & close", "V")
    assert letter_of("A && B") == ""


def test_a_button_keeps_its_letter_as_long_as_its_words(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QPushButton("&Stop", window), QPushButton(window)
    give_letter(second, "Stop it")
    assert second.text() == "Stop &it"
    first.setText("Stop")
    give_letter(second, "Stop it")
    assert second.text() == "Stop &it"
    assert taken_letters(window) == {"I"}
    second.setText("")
    assert taken_letters(window) == set()
