# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The help menu: reached by keyboard and screen reader, and each entry does what it says."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QMenu, QPlainTextEdit, QPushButton

from srfax_desktop import __version__
from srfax_desktop.core.bundle import Bundle, BundleFile, Known, Material
from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
from srfax_desktop.core.listing import FaxDetails
from srfax_desktop.engine.support import BundleBench, Support
from srfax_desktop.engine.worker import WorkerPool
from srfax_desktop.ui.about_dialog import AboutDialog, LicencesDialog
from srfax_desktop.ui.bundle_dialog import BundleDialog
from srfax_desktop.ui.help_button import HelpButton
from srfax_desktop.ui.help_desk import HelpDesk, References
from tests.engine.rig import HandClock, HandStore, Rig
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

BUNDLE = Bundle((BundleFile("versions.txt", "Qt  6\n"), BundleFile("x.log", "a line\n")), b"PK packed")
DAY = datetime(2026, 11, 25, 12, tzinfo=UTC)


LICENCES = "Qt 6: LGPL-3.0-only\n"


def entries(button: HelpButton) -> dict[str, QAction]:
    menu = button.menu()
    assert isinstance(menu, QMenu)
    shown = [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]
    return {each.text().replace("&", ""): each for each in shown}


def test_it_has_a_name_and_what_helps(desk: Desk) -> None:
    button = desk.only(HelpButton)
    assert button.accessibleName() == "Help"
    assert list(entries(button)) == [
        "User’s guide",
        "Keys",
        "Support bundle…",
        "Open the log folder",
        "About SRFax Desktop",
    ]
    assert "About SRFax Desktop" not in [each.text() for each in desk.window.account.menu().actions()]


def test_it_stands_beside_the_account_in_line_with_its_neighbours(desk: Desk) -> None:
    desk.window.resize(800, 600)
    desk.settle()
    row = (desk.button("Find my queued faxes"), desk.window.account, desk.only(HelpButton))
    places = [button.geometry() for button in row]
    middles = [place.center().y() for place in places]
    assert max(middles) - min(middles) <= 2
    assert places[1].right() < places[2].left()
    assert places[2].right() < desk.window.width()
    for button in row:
        assert button.width() >= button.sizeHint().width()


def test_the_keyboard_reaches_and_opens_it(desk: Desk, qtbot: QtBot) -> None:
    button = desk.only(HelpButton)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    opened: list[bool] = []
    menu = button.menu()

    def close() -> None:
        opened.append(menu.isVisible())
        menu.close()

    menu.aboutToShow.connect(lambda: QTimer.singleShot(20, close))  # it has an event loop of its own
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened == [True])
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened == [True, True])


def test_each_entry_tells_that_it_was_chosen(desk: Desk, qtbot: QtBot) -> None:
    button = desk.only(HelpButton)
    signals = (
        button.guide_pressed,
        button.keys_pressed,
        button.bundle_pressed,
        button.log_folder_pressed,
        button.about_pressed,
    )
    for entry, signal in zip(entries(button).values(), signals, strict=True):
        with qtbot.waitSignal(signal):
            entry.trigger()


def test_it_follows_the_language(desk: Desk) -> None:
    button = desk.only(HelpButton)
    button.setText("")
    QApplication.sendEvent(button, QEvent(QEvent.Type.LanguageChange))
    assert button.text() == "He&lp ▾"


# The help desk


class HandSupport(QObject):
    """Has Support's interface; the test answers."""

    gathered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Material] = []

    def gather(self, material: Material) -> None:
        self.asked.append(material)


class Preferred:
    account = AccountNumber("98765")
    known_accounts = (AccountNumber("4711"),)


@pytest.fixture
def full(qtbot: QtBot, theme: Theme) -> Desk:
    """A window over a list with everything in it that must not be told."""
    details = FaxDetails(FaxId("31524120"), to_number="16045557391", subject="Quillmore", document="scan_0")
    details = FaxDetails(
        **{**{name: getattr(details, name) for name in details.__slots__}, "sender": "me@x.ca"}
    )
    fax = FaxRecord(
        FaxId("31524120"), DAY, AccountNumber("12345"), details=details, notes=CallNotes("Ms Roy")
    )
    store = HandStore([])
    store.faxes[fax.fax_id] = fax
    rig = Rig(store=store, clock=HandClock())
    rig.controller.restore()
    opened = Desk(qtbot, theme, rig=rig)
    opened.show()
    return opened


def help_desk(
    desk: Desk, theme: Theme, support: HandSupport, logs: Path, release_page: str | None = None
) -> HelpDesk:
    return HelpDesk(
        desk.window,
        desk.board,
        support,  # type: ignore[arg-type]
        references=References(logs, lambda: LICENCES, release_page),
        preferences=Preferred(),  # type: ignore[arg-type]
        clock=desk.rig.clock,
        theme=theme,
    )


def test_about_tells_the_version_and_has_the_licences(desk: Desk, theme: Theme, tmp_path: Path) -> None:
    help_desk(desk, theme, HandSupport(), tmp_path)
    entries(desk.only(HelpButton))["About SRFax Desktop"].trigger()
    about = desk.only(AboutDialog)
    assert __version__ in about.accessibleDescription()
    assert not about.isModal() or about.parent() is desk.window
    next(each for each in about.findChildren(QPushButton) if each.text() == "&Licences…").click()
    licences = about.findChild(LicencesDialog)
    assert licences is not None
    shown = licences.findChild(QPlainTextEdit)
    assert shown is not None
    assert (shown.toPlainText(), shown.accessibleName(), shown.isReadOnly()) == (LICENCES, "Licences", True)
    licences.reject()
    about.reject()


def test_about_begins_with_the_button_that_closes_it(desk: Desk, theme: Theme, tmp_path: Path) -> None:
    help_desk(desk, theme, HandSupport(), tmp_path)
    entries(desk.only(HelpButton))["About SRFax Desktop"].trigger()
    about = desk.only(AboutDialog)
    focused = about.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Close"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert not about.isVisible()


def test_newer_versions_are_offered_only_where_their_page_is_known(
    desk: Desk, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    works = [True]

    def open_url(url: object) -> bool:
        opened.append(url.toString())  # type: ignore[attr-defined]
        return works[0]

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert "Check for updates" not in entries(desk.only(HelpButton))
    help_desk(desk, theme, HandSupport(), tmp_path, "https://fax.invalid/releases")
    assert opened == []  # nothing is asked by itself
    entries(desk.only(HelpButton))["Check for updates"].trigger()
    assert (opened, desk.banners()) == (["https://fax.invalid/releases"], [])
    works[0] = False
    entries(desk.only(HelpButton))["Check for updates"].trigger()
    (banner,) = desk.banners()
    assert "https://fax.invalid/releases" in banner


def test_the_log_folder_is_opened(
    desk: Desk, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    works = [True]

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return works[0]

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    help_desk(desk, theme, HandSupport(), tmp_path)
    entries(desk.only(HelpButton))["Open the log folder"].trigger()
    assert (opened, desk.banners()) == ([str(tmp_path)], [])
    works[0] = False
    entries(desk.only(HelpButton))["Open the log folder"].trigger()
    assert desk.banners() == [f"The folder could not be opened. It is {tmp_path}"]


def test_the_bundle_is_asked_for_with_all_that_must_be_kept_out(
    full: Desk, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    support = HandSupport()
    help_desk(full, theme, support, tmp_path)
    entries(full.only(HelpButton))["Support bundle…"].trigger()
    (material,) = support.asked
    assert material.known.numbers == {"16045557391"}
    assert material.known.texts == {"Quillmore", "scan_0", "me@x.ca", "Ms Roy"}
    assert material.known.accounts == {"12345", "98765", "4711"}
    assert material.known.fax_ids == {"31524120"}
    assert material.counts == (("waiting", 1),)
    facts = dict(material.facts)
    assert facts["theme"] in {"light", "dark"}
    assert "scale" in facts["screen"]
    dialog = full.only(BundleDialog)
    assert dialog.isVisible()
    support.gathered.emit(BUNDLE)
    assert dialog.findChild(QListWidget).count() == 2  # type: ignore[union-attr]
    dialog.reject()
    qtbot.waitUntil(lambda: not full.window.findChildren(BundleDialog))
    support.gathered.emit(BUNDLE)  # what comes for a dialog that is gone is dropped


@pytest.fixture
def pool() -> Iterator[Callable[[Callable[[Material], Bundle]], WorkerPool]]:
    pools: list[WorkerPool] = []

    def make(work: Callable[[Material], Bundle]) -> WorkerPool:
        pools.append(WorkerPool(lambda: BundleBench(work), 1))
        return pools[-1]

    yield make
    for each in pools:
        assert each.close(10)


def test_it_is_made_in_a_worker_and_an_error_there_is_an_answer(
    pool: Callable[[Callable[[Material], Bundle]], WorkerPool], qtbot: QtBot
) -> None:
    answers: list[object] = []

    def work(material: Material) -> Bundle:
        if not material.counts:
            raise ValueError
        return Bundle((), material.counts[0][0].encode())

    support = Support(pool(work))
    support.gathered.connect(answers.append)
    for name in ("first", "latest"):  # only the latest question is answered
        support.gather(Material((), ((name, 1),), Known()))
    qtbot.waitUntil(lambda: answers == [Bundle((), b"latest")])
    support.gather(Material((), (), Known()))
    qtbot.waitUntil(lambda: answers[1:] == [None])


# The dialog


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> BundleDialog:
    opened = BundleDialog(theme, DAY.date())
    qtbot.addWidget(opened)
    opened.show()
    return opened


def button(dialog: BundleDialog, name: str) -> QPushButton:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.accessibleName() == name]
    return found


def test_until_all_can_be_seen_nothing_can_be_saved(dialog: BundleDialog) -> None:
    assert not button(dialog, "Save…").isEnabled()
    assert dialog._result.text() == "Gathering what it will contain…"
    dialog.show_bundle(BUNDLE)
    assert button(dialog, "Save…").isEnabled()
    assert dialog._result.text() == ""


def test_each_file_is_shown_to_the_letter(dialog: BundleDialog) -> None:
    dialog.show_bundle(BUNDLE)
    names = dialog.findChild(QListWidget)
    text = dialog.findChild(QPlainTextEdit)
    assert names is not None
    assert text is not None
    assert (names.accessibleName(), text.accessibleName()) == ("Files in the bundle", "What the file says")
    assert text.isReadOnly()
    for row, file in enumerate(BUNDLE.files):
        names.setCurrentRow(row)
        assert text.toPlainText() == file.text
        item = names.item(row)
        assert item.text() == f"{file.name}  (1 KB)"


def test_it_says_what_is_left_out_and_that_the_ids_stay(dialog: BundleDialog) -> None:
    words = dialog._about.text()
    for piece in ("sent to nobody", "passwords, fax numbers, subjects, file names", "last two digits"):
        assert piece in words
    assert "Fax IDs stay in" in words


def test_it_is_saved_for_its_owner_only(dialog: BundleDialog, tmp_path: Path) -> None:
    dialog.show_bundle(BUNDLE)
    button(dialog, "Save…").click()
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    assert [Path(name).name for name in asking.selectedFiles()] == ["srfax-desktop-support-2026-11-25.zip"]
    path = tmp_path / "s.zip"
    asking.fileSelected.emit(str(path))
    asking.reject()
    assert path.read_bytes() == BUNDLE.packed
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    assert dialog._result.text() == (f"Saved as “s.zip” in “{tmp_path.name}”. Nothing was sent to anybody.")
    assert button(dialog, "Close").text() == "&Close"


def test_where_it_cannot_be_saved_it_says_why_and_can_be_saved_elsewhere(
    dialog: BundleDialog, tmp_path: Path
) -> None:
    dialog.show_bundle(BUNDLE)
    dialog.save(str(tmp_path / "missing" / "s.zip"))
    assert dialog._result.text() == "It could not be saved: nothing can be written there."
    dialog.save(str(tmp_path / "s.zip"))
    assert (tmp_path / "s.zip").read_bytes() == BUNDLE.packed


def test_what_could_not_be_gathered_is_said(dialog: BundleDialog) -> None:
    dialog.show_bundle(None)
    assert dialog._result.text().startswith("It could not be put together.")
    assert not button(dialog, "Save…").isEnabled()


@pytest.mark.parametrize("to_dark", [True, False])
def test_its_words_fit_in_both_themes(
    dialog: BundleDialog, dark: Callable[[bool], None], to_dark: bool
) -> None:
    dark(to_dark)
    dialog.show_bundle(BUNDLE)
    dialog.resize(700, 520)
    assert dialog._about.height() >= dialog._about.heightForWidth(dialog._about.width())
