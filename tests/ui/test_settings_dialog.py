# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every setting, by keyboard alone: what is shown is what is kept, and Cancel changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.retry import DEFAULT_RULES, RetryRule
from srfax_desktop.home import KeptPreferences
from srfax_desktop.store.settings import Settings, SettingsFile
from srfax_desktop.ui.pick import Pick
from srfax_desktop.ui.settings_dialog import SettingsDialog
from srfax_desktop.ui.settings_values import SettingsValues
from tests.ui.spoken import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

DEFAULTS = SettingsValues.of(KeptPreferences(None, Settings()))
OTHERS = Settings(
    automatic_retry=False,
    retry={
        StopOutcome.CONVERTING: RetryRule((20,), 1800),
        StopOutcome.NOT_FOUND: RetryRule((15,), 300),
        StopOutcome.UNREACHABLE: replace(DEFAULT_RULES[StopOutcome.UNREACHABLE], give_up_after_s=None),
        StopOutcome.SERVICE_FAULT: replace(DEFAULT_RULES[StopOutcome.SERVICE_FAULT], give_up_after_s=300),
        StopOutcome.TIMED_OUT: replace(DEFAULT_RULES[StopOutcome.TIMED_OUT], give_up_after_s=300),
    },
    workers=2,
    refresh_s=300,
    include_sub_users=True,
    mask_numbers=False,
    retention_days=365,
    notify=False,
    notify_numbers=True,
    language="fr",
    theme="contrast",
    proxy="http://proxy.example:3128",
    connect_timeout_s=5,
    total_deadline_s=60,
)
PAGES = ("Accounts", "Trying again", "Finding faxes", "Privacy", "Language and colours", "Network")


NOTED = {
    "Try again automatically when a countdown ends": "never as “Stopped”",
    "Look for queued faxes": "While the window is in view",
    "Include the faxes of sub-users": "master account only",
    "Mask fax numbers in records and exports": "Only the last four digits",
    "Keep the history": "You are asked to confirm",
    "Say which fax it is": "Anyone who passes the screen",
    "Proxy": "HTTPS_PROXY",
    "Time limit for a connection": "broken off and tried again",
    "Time limit for an answer": "broken off and tried again",
    "Accounts": "Each fax belongs to one account",
}
"""A piece of the note beneath each field that has one."""


class Sheet:
    """A dialog, and the keyboard of its user."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        settings: Settings | None = None,
        *,
        practice: bool = False,
        may_keep_only: bool = True,
    ) -> None:
        self.preferences = KeptPreferences(None, settings or Settings())
        self.asked: list[int] = []

        def ask(_: QWidget, days: int) -> bool:
            self.asked.append(days)
            return may_keep_only

        self.dialog = SettingsDialog(
            SettingsValues.of(self.preferences), DEFAULTS, theme, practice=practice, may_keep_only=ask
        )
        qtbot.addWidget(self.dialog)
        self.qtbot = qtbot
        self.chosen: list[SettingsValues] = []
        self.looks: list[str | None] = []
        self.dialog.chosen.connect(self.chosen.append)
        self.dialog.language_chosen.connect(self.looks.append)
        self.dialog.theme_chosen.connect(self.looks.append)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def hit(self, *keys: Qt.Key) -> None:
        for key in keys:
            widget = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key)

    def go_to(self, title: str) -> None:
        """Choose a page in the list, by its arrow keys."""
        pages = self.dialog._list
        pages.setFocus()
        self.hit(Qt.Key.Key_Home, *[Qt.Key.Key_Down] * PAGES.index(title))
        assert pages.currentItem().text() == title

    def tab_to(self, name: str) -> QWidget:
        """Go on with Tab until the control of this name has the focus."""
        for _ in range(40):
            widget = QApplication.focusWidget()
            assert widget is not None
            if name in (widget.accessibleName(), getattr(widget, "text", str)().replace("&", "")):
                return widget
            QTest.keyClick(widget, Qt.Key.Key_Tab)
        pytest.fail(f"no way to {name} by Tab")

    def choose(self, name: str, words: str) -> None:
        """Open a list by its arrow key, and choose there."""
        box = self.tab_to(name)
        assert isinstance(box, QComboBox)
        self.hit(Qt.Key.Key_Down)
        view = box.view()
        self.qtbot.waitUntil(view.isVisible)
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _ in range(box.findText(words)):
            QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert box.currentText() == words

    def tick(self, name: str) -> None:
        assert isinstance(self.tab_to(name), QCheckBox)
        self.hit(Qt.Key.Key_Space)

    def ok(self) -> None:
        """Press OK by Enter, from wherever the focus is."""
        self.hit(Qt.Key.Key_Return)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def open_sheet(qtbot: QtBot, theme: Theme) -> Callable[..., Sheet]:
    return lambda *settings, **given: Sheet(qtbot, theme, *settings, **given)


@pytest.fixture
def sheet(open_sheet: Callable[..., Sheet]) -> Iterator[Sheet]:
    opened = open_sheet()
    yield opened
    opened.dialog.close()


# What is shown is what is kept


@pytest.mark.parametrize("settings", [Settings(), OTHERS])
def test_what_is_shown_and_left_alone_stays_as_it_is(
    open_sheet: Callable[..., Sheet], settings: Settings
) -> None:
    sheet = open_sheet(settings)
    before = SettingsValues.of(sheet.preferences)
    sheet.ok()
    assert sheet.chosen == [before]
    assert sheet.chosen[0].changes_from(before) == {}
    assert not sheet.dialog.isVisible()


def test_every_setting_is_changed_by_keyboard_alone(sheet: Sheet) -> None:
    sheet.go_to("Trying again")
    sheet.tick("Try again automatically when a countdown ends")
    sheet.choose("SRFax is converting the fax: try again after", "20 s")
    sheet.choose("SRFax is converting the fax: give up after", "30 min")
    sheet.choose("SRFax does not find the fax: try again after", "15 s")
    sheet.choose("SRFax does not find the fax: give up after", "5 min")
    sheet.choose("SRFax does not answer, or has a fault: give up after", "5 min")
    sheet.choose("SRFax cannot be reached: give up after", "never")
    sheet.choose("Faxes handled at the same time", "2")
    sheet.go_to("Finding faxes")
    sheet.choose("Look for queued faxes", "every 5 minutes")
    sheet.tick("Include the faxes of sub-users")
    sheet.go_to("Privacy")
    sheet.tick("Mask fax numbers in records and exports")
    sheet.choose("Keep the history", "365 days")
    sheet.tick("Notify me while the window is not in front")
    sheet.go_to("Language and colours")
    sheet.choose("Language", "Français")
    sheet.choose("Colours", "High contrast")
    sheet.go_to("Network")
    sheet.choose("Proxy", "This one:")
    QTest.keyClicks(sheet.tab_to("Address of the proxy"), "http://proxy.example:3128")
    sheet.choose("Time limit for a connection", "5 s")
    sheet.choose("Time limit for an answer", "1 min")
    sheet.ok()
    (chosen,) = sheet.chosen
    wanted = SettingsValues.of(KeptPreferences(None, replace(OTHERS, notify_numbers=False)))
    assert chosen == wanted
    assert sheet.asked == [365]


def test_what_is_chosen_can_be_kept_and_read_again(sheet: Sheet, tmp_path: Path) -> None:
    """Whatever the lists offer, the settings file takes."""
    file = SettingsFile(tmp_path / "settings.json")
    for page in sheet.dialog._pages:
        picks: list[Pick[Any]] = page.findChildren(Pick)
        for pick in picks:
            for index in range(pick.count()):
                if pick.itemText(index) == "This one:":
                    continue
                pick.setCurrentIndex(index)
                values = page.read(DEFAULTS)
                preferences = KeptPreferences(file, Settings())
                preferences.change(**values.changes_from(DEFAULTS))
                loaded = file.load()
                assert loaded.problems == ()
                assert SettingsValues.of(KeptPreferences(None, loaded.settings)) == values
                (tmp_path / "settings.json").unlink(missing_ok=True)


def test_values_that_no_list_offers_are_shown_and_stay(open_sheet: Callable[..., Sheet]) -> None:
    by_hand = Settings(
        refresh_s=45,
        retention_days=1000,
        connect_timeout_s=7.5,
        total_deadline_s=77,
        retry={
            StopOutcome.CONVERTING: RetryRule((3, 9), 444, max_retries=7),
            StopOutcome.NOT_FOUND: RetryRule((), None),
        },
    )
    sheet = open_sheet(by_hand)
    before = SettingsValues.of(sheet.preferences)
    sheet.go_to("Trying again")
    box = sheet.tab_to("SRFax does not find the fax: try again after")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "only by hand"
    sheet.ok()
    assert sheet.chosen == [before]


def test_a_rule_keeps_what_is_not_shown_of_it(open_sheet: Callable[..., Sheet]) -> None:
    rule = RetryRule((3, 9), 900, max_retries=7)
    sheet = open_sheet(Settings(retry={StopOutcome.CONVERTING: rule}))
    sheet.go_to("Trying again")
    sheet.choose("SRFax is converting the fax: give up after", "2 min")
    sheet.ok()
    assert sheet.chosen[0].retry_rules[StopOutcome.CONVERTING] == replace(rule, give_up_after_s=120.0)
    assert sheet.chosen[0].retry_rules[StopOutcome.BLOCKED] == DEFAULT_RULES[StopOutcome.BLOCKED]


def test_only_what_was_changed_is_handed_on(sheet: Sheet) -> None:
    sheet.go_to("Privacy")
    sheet.tick("Mask fax numbers in records and exports")
    sheet.ok()
    assert sheet.chosen[0].changes_from(DEFAULTS) == {"mask_numbers": False}


# Cancel


@pytest.mark.parametrize("leave", ["escape", "close", "cancel"])
def test_cancel_changes_nothing_and_the_looks_go_back(sheet: Sheet, leave: str) -> None:
    sheet.go_to("Language and colours")
    sheet.choose("Language", "Français")
    sheet.choose("Colours", "Dark")
    assert sheet.looks == ["fr", "dark"], "shown as they are chosen"
    if leave == "escape":
        sheet.hit(Qt.Key.Key_Escape)
    elif leave == "close":
        sheet.dialog.close()
    else:
        sheet.tab_to("Cancel")
        sheet.hit(Qt.Key.Key_Space)
    assert not sheet.dialog.isVisible()
    assert sheet.looks == ["fr", "dark", None, "system"]
    assert sheet.chosen == []


def test_ok_leaves_the_looks_as_they_are_shown(sheet: Sheet) -> None:
    sheet.go_to("Language and colours")
    sheet.choose("Colours", "Light")
    sheet.ok()
    assert sheet.looks == ["light"]
    assert sheet.chosen[0].theme == "light"


# Defaults


def test_the_defaults_are_shown_and_hold_with_ok_only(open_sheet: Callable[..., Sheet]) -> None:
    sheet = open_sheet(OTHERS)
    sheet.tab_to("Restore defaults")
    sheet.hit(Qt.Key.Key_Space)
    assert "Accounts and passwords" in sheet.words()
    assert sheet.looks == [None, "system"]
    assert sheet.chosen == []
    sheet.go_to("Network")
    sheet.ok()
    assert sheet.chosen == [DEFAULTS]
    assert sheet.asked == [], "for ever is not asked about"


def test_the_defaults_that_were_shown_are_cancelled_like_all_else(open_sheet: Callable[..., Sheet]) -> None:
    sheet = open_sheet(OTHERS)
    sheet.tab_to("Restore defaults")
    sheet.hit(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert sheet.chosen == []
    assert sheet.looks == [None, "system", "fr", "contrast"]


# What makes no sense


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Please type the address"),
        ("socks5://proxy.example", "not the address of a proxy"),
        ("http://proxy example", "not the address of a proxy"),
        ("http://clerk:secret@proxy.example:3128", "No name and password here"),
    ],
)
def test_a_bad_proxy_is_told_beside_its_field_and_nothing_typed_is_lost(
    sheet: Sheet, said: list[str], typed: str, told: str
) -> None:
    sheet.go_to("Network")
    sheet.choose("Proxy", "This one:")
    QTest.keyClicks(sheet.tab_to("Address of the proxy"), typed)
    sheet.go_to("Privacy")
    sheet.tick("Mask fax numbers in records and exports")
    sheet.ok()
    assert sheet.dialog.isVisible()
    assert sheet.chosen == []
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == typed
    assert told in sheet.words()
    assert told in field.accessibleDescription()
    assert told in said[-1]
    field.selectAll()
    QTest.keyClicks(field, "proxy.example:3128")
    assert told not in sheet.words()
    sheet.ok()
    assert sheet.chosen[0].proxy == "http://proxy.example:3128"
    assert not sheet.chosen[0].mask_numbers


def test_who_does_not_agree_to_what_is_removed_stays(open_sheet: Callable[..., Sheet]) -> None:
    sheet = open_sheet(may_keep_only=False)
    sheet.go_to("Privacy")
    sheet.choose("Keep the history", "90 days")
    sheet.go_to("Accounts")
    sheet.ok()
    assert sheet.asked == [90]
    assert sheet.dialog.isVisible()
    assert sheet.chosen == []
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Keep the history"


def test_notices_without_notices_have_nothing_to_say(sheet: Sheet) -> None:
    sheet.go_to("Privacy")
    (numbers,) = [
        each for each in sheet.dialog.findChildren(QCheckBox) if each.text() == "Say &which fax it is"
    ]
    assert numbers.isEnabled()
    sheet.tick("Notify me while the window is not in front")
    assert not numbers.isEnabled()


# Accounts


def test_the_accounts_and_what_can_be_done_with_each(sheet: Sheet) -> None:
    pressed: list[object] = []
    page = sheet.dialog.accounts
    page.another_pressed.connect(lambda: pressed.append("another"))
    page.switch_pressed.connect(lambda account: pressed.append(("switch", account)))
    page.forget_pressed.connect(lambda account: pressed.append(("forget", account)))
    page.show_accounts((AccountNumber("12345"), AccountNumber("777")), AccountNumber("12345"))
    sheet.go_to("Accounts")
    accounts = sheet.tab_to("Accounts")
    assert isinstance(accounts, QListWidget)
    assert accounts.item(0).text() == "Account 12345 – signed in"
    assert not _button(sheet, "Switch to it").isEnabled(), "it is signed in"
    sheet.hit(Qt.Key.Key_Down)
    for name in ("Add another account…", "Switch to it", "Forget it…"):
        sheet.tab_to(name)
        sheet.hit(Qt.Key.Key_Space)
    assert pressed == ["another", ("switch", "777"), ("forget", "777")]
    page.show_accounts((), None)
    assert not _button(sheet, "Forget it…").isEnabled()


def _button(sheet: Sheet, name: str) -> QPushButton:
    (found,) = [each for each in sheet.dialog.findChildren(QPushButton) if each.accessibleName() == name]
    return found


# Practice, looks


def test_in_practice_it_says_that_all_holds_for_this_run_only(open_sheet: Callable[..., Sheet]) -> None:
    sheet = open_sheet(practice=True)
    assert "only until the program is closed" in sheet.words()
    sheet.dialog.accounts.show_accounts((AccountNumber("99999"),), AccountNumber("99999"))
    assert not _button(sheet, "Add another account…").isEnabled()
    assert not _button(sheet, "Forget it…").isEnabled()
    sheet.dialog._restore.click()
    assert "only until the program is closed" in sheet.words()


def test_every_control_has_a_name_and_no_letter_stands_for_two_on_a_page(sheet: Sheet) -> None:
    for title in PAGES:
        sheet.go_to(title)
        widgets = [each for each in sheet.dialog.findChildren(QWidget) if each.isVisible()]
        controls = [
            each for each in widgets if isinstance(each, QCheckBox | QComboBox | QLineEdit | QPushButton)
        ]
        assert [
            each for each in controls if not (each.accessibleName() or getattr(each, "text", str)())
        ] == []
        texts = [
            getattr(each, "text", str)()
            for each in widgets
            if isinstance(each, QCheckBox | QPushButton | QLabel)
        ]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), title


@pytest.mark.parametrize("title", PAGES)
def test_it_fits_into_a_small_screen_and_what_has_the_focus_is_in_view(sheet: Sheet, title: str) -> None:
    sheet.dialog.resize(640, 410)
    assert sheet.dialog.width() <= 640
    sheet.go_to(title)
    page = sheet.dialog._stack.currentWidget()
    assert isinstance(page, QWidget)
    for _ in range(14):
        widget = QApplication.focusWidget()
        assert widget is not None
        if page.isAncestorOf(widget):
            top = widget.mapTo(page, widget.rect().topLeft()).y()
            assert 0 <= top <= page.height() - widget.height(), widget.accessibleName()
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    sheet.qtbot.waitUntil(
        lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels), timeout=1000
    )


def test_it_follows_the_language_while_it_is_open(sheet: Sheet) -> None:
    sheet.dialog.setWindowTitle("?")
    sheet.dialog._list.item(1).setText("?")
    QApplication.sendEvent(sheet.dialog, QEvent(QEvent.Type.LanguageChange))
    assert sheet.dialog.windowTitle() == "Settings"
    assert sheet.dialog._list.item(1).text() == "Trying again"
    assert sheet.looks == [], "saying it anew is no choice"


def test_enter_is_for_the_button_that_has_the_keyboard(sheet: Sheet, qtbot: QtBot) -> None:
    """OK is only what it is for elsewhere."""
    sheet.go_to("Accounts")
    button = sheet.tab_to("Add another account…")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(button.clicked):
        sheet.hit(Qt.Key.Key_Return)
    assert sheet.dialog.isVisible()
    sheet.tab_to("Restore defaults")
    sheet.hit(Qt.Key.Key_Return)
    assert sheet.dialog.isVisible()


def test_a_screen_reader_hears_with_each_field_what_the_note_beneath_it_says(
    qtbot: QtBot, theme: Theme
) -> None:
    dialog = Sheet(qtbot, theme).dialog
    notes = {label.text() for label in dialog.findChildren(QLabel) if label.objectName() == "quiet"}
    for name, piece in NOTED.items():
        (field,) = [
            each
            for each in dialog.findChildren(QWidget)
            if piece in each.accessibleDescription()
            and name in (each.accessibleName(), getattr(each, "text", str)().replace("&", ""))
        ]
        assert field.accessibleDescription() in notes


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_label_has_more_than_two_lines(qtbot: QtBot, qapp: QApplication, theme: Theme, code: str) -> None:
    with languages(qapp) as chosen:
        chosen.choose(code)
        dialog = Sheet(qtbot, theme).dialog
        for row in range(len(PAGES)):
            dialog._list.setCurrentRow(row)
            QApplication.processEvents()
            labels = [
                each
                for each in dialog.findChildren(QLabel)
                if each.isVisible() and isinstance(each.buddy(), QWidget)
            ]
            for label in labels:
                lines = label.heightForWidth(label.width()) / label.fontMetrics().lineSpacing()
                assert lines < 2.9, label.text()
