# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A desktop without a tray, on a real session bus: its own notices tell how it ended."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine.desktop_notices import DesktopNotices
from srfax_desktop.engine.session_bus import ADDRESS
from srfax_desktop.ui import away
from srfax_desktop.ui.theme import Theme
from srfax_desktop.ui.tray import Tray
from tests.end_to_end.screen import missing_packages
from tests.end_to_end.tray_place import tray_place
from tests.engine.rig import REJECTED, STOPPED
from tests.ui.desk import Desk
from tests.ui.listed import learn
from tests.ui.test_window_run import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.end_to_end.tray_place import TrayPlace

PACKAGES = {"dbus-daemon": "dbus-x11"}


@pytest.fixture
def daemon() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A session bus of the test's own, and its address."""
    if missing := missing_packages(PACKAGES):
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().strip()
        finally:
            process.terminate()


@pytest.fixture
def place(daemon: tuple[subprocess.Popen[str], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[TrayPlace]:
    """The desktop's notices, and no place for icons."""
    monkeypatch.setenv(ADDRESS, daemon[1])
    with tray_place(daemon[1], with_icons=False) as made:
        yield made


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window that nobody looks at."""
    monkeypatch.setattr(away, "GATHER_MS", 30)
    opened = Desk(qtbot, Theme(qapp))
    opened.show()
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    return opened


@pytest.fixture
def tray(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tray]:
    """What tells, without a place for an icon."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    yield Tray(desk.window, desk.controller, Kept())
    desk.window.close_wanted.emit()


def test_how_it_ended_is_told_without_a_number_and_leads_to_the_fax(
    place: TrayPlace, desk: Desk, tray: Tray
) -> None:
    desk.rig.ask("31524001", "31524002")
    learn(desk.rig, "31524001", to_number="16045550123", subject="Referral")
    desk.answer("31524001", STOPPED)
    desk.qtbot.waitUntil(lambda: len(place.notices) == 1)
    desk.answer("31524002", REJECTED)
    desk.qtbot.waitUntil(lambda: len(place.notices) == 2)
    told = [words for _, words in place.notices]
    assert told == [
        "A fax was stopped.",
        "SRFax refused the account number or password. Nothing more was sent.",
    ]
    assert not re.search(r"\d|Referral", " ".join(told))
    assert place.urgencies == [("y", 1), ("y", 2)]
    desk.window.showMinimized()
    desk.window.select([FaxId("31524002")])
    desk.qtbot.waitUntil(lambda: len(tray._notices._shown) == 2)  # the desktop has numbered them
    place.press(1)
    desk.qtbot.waitUntil(lambda: desk.selected() == ["31524001"])
    assert desk.window.in_view


def test_a_bus_that_goes_is_no_trouble(
    daemon: tuple[subprocess.Popen[str], str], place: TrayPlace, qtbot: QtBot
) -> None:
    notices = DesktopNotices()
    notices.show("SRFax Desktop", "1", button="Show", urgent=False, about=[])
    qtbot.waitUntil(lambda: len(place.notices) == 1)
    daemon[0].terminate()
    qtbot.waitUntil(lambda: notices._bus is None)
    notices.show("SRFax Desktop", "2", button="Show", urgent=False, about=[])
    assert notices._bus is None  # it is not there


@pytest.mark.parametrize("address", [None, "", "unix:path=/nowhere", "tcp:host=127.0.0.1,port=1"])
def test_without_a_bus_nothing_is_told(
    address: str | None, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    if address is not None:
        monkeypatch.setenv(ADDRESS, address)
    notices = DesktopNotices()
    notices.show("SRFax Desktop", "1", button="Show", urgent=False, about=[])
    assert notices._bus is None
