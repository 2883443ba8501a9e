# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every picture: what is to be done before it is taken. A new dialog is one entry in PICTURES."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QListWidget

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.status import Status
from srfax_desktop.engine.crash import Trouble
from srfax_desktop.srfax.practice_faults import http_status
from srfax_desktop.ui.import_run import ImportRun
from srfax_desktop.ui.trouble_desk import TroubleDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from pictures.stage import Stage

USUAL = (1240, 780)
MANY = 10_000
ABOUT_THE_LIST = 2
FRENCH = "resources/i18n/srfax_desktop_fr.qm"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is in a picture, and how the window looks in it.

    act: brings it about, and returns what is to be seen: a widget, or a picture that it took itself.
    size: of the window, in logical pixels. scale: of the screen. font_times: the system's font, larger.
    settings: those that the program finds when it starts. needs: a file without which there is no picture.
    """

    act: Callable[[Stage], QWidget | QImage]
    theme: str = "light"
    size: tuple[int, int] = USUAL
    scale: float = 1.0
    font_times: float = 1.0
    pseudo: bool = False
    settings: tuple[tuple[str, object], ...] = ()
    needs: str = ""


# In the window


def found(stage: Stage) -> QWidget:
    """Show the queue as it is found."""
    stage.find()
    return stage.window


def empty(stage: Stage) -> QWidget:
    """Show an empty list, as long as nobody has looked for faxes."""
    stage.settle()
    return stage.window


def eight(stage: Stage) -> QWidget:
    """Show eight states at once: one worker, and a request that hangs, keep two of them waiting."""
    stage.find()
    stage.ask("20000005")
    stage.until("20000005", Status.NOT_CONFIRMED)
    for number, status in ((1, Status.STOPPED), (2, Status.PARTIALLY_SENT), (3, Status.ALREADY_SENT)):
        stage.ask(f"1000000{number}")
        stage.until(f"1000000{number}", status)
    stage.until_checked("10000001", "10000002", "10000003")
    stage.ask("10000004")
    stage.until("10000004", Status.RETRYING)
    stage.pass_s(3)
    stage.ask("10000007")
    stage.until("10000007", Status.STOPPING)
    stage.ask("10000008")
    stage.select("10000001")
    top = QAbstractItemView.ScrollHint.PositionAtTop
    stage.window._table.scrollTo(stage.window._table.currentIndex(), top)
    stage.settle()
    return stage.window


def countdown(stage: Stage) -> QWidget:
    """Show two countdowns among many that are stopped."""
    stage.find()
    stage.ask(*(f"2000000{number}" for number in range(1, 5)), "10000001", "10000004", "10000008")
    stage.until("10000004", Status.RETRYING)
    stage.until("10000008", Status.RETRYING)
    stage.until_checked("10000001", "20000001", "20000004")
    stage.pass_s(3)
    stage.select("10000004")
    return stage.window


def filtered(stage: Stage) -> QWidget:
    """Show what is found by a part of a number."""
    stage.find()
    stage.window._list_bar.filter.setText("0188")
    stage.select("10000002")
    return stage.window


def stopped(stage: Stage) -> QWidget:
    """Show a fax that was stopped, and confirmed."""
    stage.find()
    stage.ask("10000001")
    stage.until_checked("10000001")
    stage.select("10000001")
    return stage.window


def look_alikes(stage: Stage) -> QWidget:
    """Show the offer to stop the other faxes with the same document."""
    stage.find()
    stage.select("20000001")
    stage.press(stage.window, "Stop selected")
    stage.until_checked("20000001")
    stage.select("20000001")
    return stage.window


def what_now(stage: Stage) -> QWidget:
    """Show what to do where pages went out."""
    stage.find()
    stage.ask("10000002")
    stage.until_checked("10000002")
    stage.select("10000002")
    return stage.window


def many(stage: Stage) -> QWidget:
    """Show ten thousand faxes, some of them stopped."""
    stage.find()
    stage.window.add_text(" ".join(str(50_000_000 + number) for number in range(MANY)))
    stage.ask("10000001", "10000002", "10000003")
    stage.until_checked("10000001", "10000002", "10000003")
    stage.window._table.selectAll()
    stage.window._table.scrollToTop()
    stage.settle()
    return stage.window


def trouble_banner(stage: Stage) -> QWidget:
    """Show that SRFax refuses the sign-in, and that the queue could not be had."""
    stage.find()
    server = stage.session._place.practice
    assert server is not None
    server.behave(http_status(401), times=None)
    stage.ask("10000001", "10000002")
    stage.until("10000001", Status.SIGN_IN_REFUSED)
    stage.select("10000001")
    return stage.window


# Dialogs


def sign_in(stage: Stage) -> QWidget:
    """Show the dialog that asks for account and password."""
    from srfax_desktop.ui.sign_in_dialog import SignInDialog  # noqa: PLC0415 - as the program itself does

    stage.find()
    behind = stage.behind.run
    dialog = SignInDialog(behind._sign_in, stage.theme, account=None, remember=True, parent=stage.window)
    dialog.open()
    return stage.dialog(SignInDialog)


def record(stage: Stage) -> QWidget:
    """Show an incident record."""
    from srfax_desktop.ui.record_dialog import RecordDialog  # noqa: PLC0415

    what_now(stage)
    stage.window.record_wanted.emit([FaxId("10000002")])
    return stage.dialog(RecordDialog)


def history(stage: Stage) -> QWidget:
    """Show the history, checked."""
    from srfax_desktop.ui.history_window import HistoryWindow  # noqa: PLC0415

    stage.find()
    stage.ask("10000001", "10000002", "10000003", "10000004")
    stage.until("10000004", Status.RETRYING)
    stage.until_checked("10000001", "10000002", "10000003")
    stage.window.history_wanted.emit()
    window = stage.dialog(HistoryWindow)
    stage.press(window, "Check history")
    return window


def export(stage: Stage) -> QWidget:
    """Show where the history is to be saved."""
    from srfax_desktop.ui.export_dialog import ExportDialog  # noqa: PLC0415

    window = history(stage)
    stage.press(window, "Export…")
    return stage.dialog(ExportDialog)


def retention(stage: Stage) -> QImage:
    """Ask before lines of the history are removed."""
    from srfax_desktop.ui.retention_choice import ask_before_removing  # noqa: PLC0415

    stage.find()
    return stage.question(lambda: ask_before_removing(stage.window, 1312, 365))


def about(stage: Stage) -> QWidget:
    """Show which program this is."""
    from srfax_desktop.ui.about_dialog import AboutDialog  # noqa: PLC0415

    stage.find()
    stage.window.help.about_pressed.emit()
    return stage.dialog(AboutDialog)


def trouble(stage: Stage) -> QWidget:
    """Tell of an error inside the program."""
    from srfax_desktop.ui.trouble_dialog import TroubleDialog  # noqa: PLC0415

    stage.find()
    details = 'ValueError: an example\n  File "srfax_desktop/ui/example.py", line 1, in example'
    told = Trouble("ValueError", "ui/example.py:1", "MainThread", datetime(2026, 3, 2, tzinfo=UTC), details)
    stage.child(TroubleDesk).take(told)
    return stage.dialog(TroubleDialog)


def bundle(stage: Stage) -> QWidget:
    """Show what is in a support bundle."""
    from srfax_desktop.ui.bundle_dialog import BundleDialog  # noqa: PLC0415

    stage.find()
    stage.window.help.bundle_pressed.emit()
    dialog = stage.dialog(BundleDialog)
    files = dialog.findChildren(QListWidget)[0]
    stage.wait(lambda: files.count() > ABOUT_THE_LIST, "the files")
    files.setCurrentRow(ABOUT_THE_LIST)  # the first one is about this computer
    stage.settle()
    return dialog


def column_question(stage: Stage) -> QWidget:
    """Ask which column has the fax IDs."""
    from srfax_desktop.ui.column_question import ColumnDialog  # noqa: PLC0415

    stage.find()
    text = "31524120;41000001;Smith\n31524121;41000002;Roy\n31524122;41000003;Chan\n"
    _import(stage, text)
    return stage.dialog(ColumnDialog)


def import_report(stage: Stage) -> QWidget:
    """Tell which lines of a file were not taken, and why."""
    from srfax_desktop.ui.import_report import ImportReportDialog  # noqa: PLC0415

    stage.find()
    _import(stage, "Fax ID\n31524120\n31524121\nMrs. Smith\n3.15E+07\n31524120\n")
    return stage.dialog(ImportReportDialog)


def stop_all(stage: Stage) -> QImage:
    """Ask before all faxes are stopped."""
    stage.find()
    return stage.question(stage.window._actions.stop_all)


def closing(stage: Stage) -> QImage:
    """Ask before closing while faxes are being tried."""
    stage.find()
    stage.ask("10000004", "10000008")
    stage.until("10000008", Status.RETRYING)
    return stage.question(stage.window.close)


def settings(stage: Stage) -> QWidget:
    """Show the settings."""
    from srfax_desktop.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

    stage.find()
    stage.window.account.settings_pressed.emit()
    return stage.dialog(SettingsDialog)


def settings_page(number: int) -> Callable[[Stage], QWidget]:
    """Show one page of the settings, counted from 0."""

    def act(stage: Stage) -> QWidget:
        dialog = settings(stage)
        dialog.findChildren(QListWidget)[0].setCurrentRow(number)
        stage.settle()
        return dialog

    return act


def welcome(stage: Stage) -> QWidget:
    """Show the first step of a first run."""
    from srfax_desktop.ui.welcome_dialog import WelcomeDialog  # noqa: PLC0415

    stage.find()
    stage.behind._welcoming.open()
    return stage.dialog(WelcomeDialog)


def welcome_sign_in(stage: Stage) -> QWidget:
    """Show the second step of a first run."""
    dialog = welcome(stage)
    stage.press(dialog, "Next")
    stage.settle()
    return dialog


def guide(stage: Stage) -> QWidget:
    """Show the user's guide at a status."""
    from srfax_desktop.ui.guide_window import GuideWindow  # noqa: PLC0415

    stage.find()
    stage.window.guide_wanted.emit("partially_sent")
    return stage.dialog(GuideWindow)


def keys(stage: Stage) -> QWidget:
    """List the keys."""
    from srfax_desktop.ui.keys_dialog import KeysDialog  # noqa: PLC0415

    stage.find()
    stage.window.help.keys_pressed.emit()
    return stage.dialog(KeysDialog)


def link(stage: Stage) -> QWidget:
    """Ask about the fax that a link points at."""
    stage.find()
    stage.behind.links.take_link("srfax-desktop:10000001")
    stage.settle()
    return stage.window


def _import(stage: Stage, text: str) -> None:
    path = Path.home() / "faxes.csv"
    path.write_text(text, "utf-8")
    stage.child(ImportRun).read_files([path])


_ASK_ONLY = (("refresh_s", 0),)
_LOW = (640, 430)

PICTURES = {
    "found": Picture(found),
    "countdown": Picture(countdown),
    "filter": Picture(filtered),
    "stopped": Picture(stopped),
    "look-alikes": Picture(look_alikes),
    "what-now": Picture(what_now),
    "light": Picture(eight),
    "dark": Picture(eight, theme="dark"),
    "high-contrast": Picture(eight, theme="contrast"),
    "french": Picture(eight, settings=(("language", "fr"),), needs=FRENCH),
    "pseudo-locale": Picture(eight, pseudo=True),
    "200-percent": Picture(eight, scale=2.0, size=_LOW),
    "large-font": Picture(eight, font_times=2.0, size=(1264, 720)),
    "empty": Picture(empty, settings=_ASK_ONLY),
    "ten-thousand": Picture(many),
    "sign-in-refused": Picture(trouble_banner),
    "sign-in": Picture(sign_in),
    "record": Picture(record),
    "record-french": Picture(record, settings=(("language", "fr"),), needs=FRENCH),
    "history": Picture(history),
    "export": Picture(export),
    "retention": Picture(retention),
    "about": Picture(about),
    "trouble": Picture(trouble),
    "bundle": Picture(bundle),
    "column-question": Picture(column_question),
    "import-report": Picture(import_report),
    "stop-all": Picture(stop_all),
    "closing": Picture(closing),
    "settings": Picture(settings),
    "settings-trying": Picture(settings_page(1)),
    "settings-finding": Picture(settings_page(2)),
    "settings-privacy": Picture(settings_page(3)),
    "settings-looks": Picture(settings_page(4)),
    "settings-network": Picture(settings_page(5)),
    "settings-french-dark": Picture(settings, theme="dark", settings=(("language", "fr"),), needs=FRENCH),
    "welcome": Picture(welcome),
    "welcome-sign-in": Picture(welcome_sign_in),
    "guide": Picture(guide),
    "guide-french": Picture(guide, settings=(("language", "fr"),), needs=FRENCH),
    "keys": Picture(keys),
    "link": Picture(link),
}
"""By the name of its file."""
