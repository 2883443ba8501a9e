# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The offer of a backup: when it is made, what it says, and what comes of each button."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from srfax_desktop.core.backup import Backup
from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import StoreError
from srfax_desktop.engine.bringing_back import BroughtBack
from srfax_desktop.store.backups import DatabaseBackups
from srfax_desktop.store.database import Database
from srfax_desktop.store.no_store import NoStore
from srfax_desktop.ui import backup_words as words
from srfax_desktop.ui.backup_offer import BackupOffer
from srfax_desktop.ui.letters import plain
from srfax_desktop.ui.notices import moved_aside_words
from tests.engine.rig import CLINIC, Rig
from tests.engine.test_locked_store import OnDisk
from tests.ui.desk import Desk
from tests.ui.spoken import languages, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.backup import Restorer
    from srfax_desktop.ui.theme import Theme

MADE_AT = datetime.now(UTC) - timedelta(days=1)
STATES = (FaxState.STOPPED, FaxState.WAITING, FaxState.STOPPING, FaxState.RETRYING)


class Offered:
    """A window whose list was damaged, over a real database with a backup of four faxes."""

    def __init__(self, qtbot: QtBot, theme: Theme, path: Path, restorer: Restorer | None = None) -> None:
        faxes = [
            FaxRecord(FaxId(str(n)), MADE_AT, CLINIC.account, state, attempts=1)
            for n, state in enumerate(STATES, 1)
        ]
        with closing(Database.open(path)) as database:
            database.write(faxes, [HistoryEntry(MADE_AT, fax.fax_id, HistoryEvent.ADDED) for fax in faxes])
            DatabaseBackups(path).keep(MADE_AT)
        path.write_bytes(b"damaged")
        self.database = Database.open(path)
        assert self.database.moved_aside
        self.aside = self.database.moved_aside.name
        self.desk = Desk(qtbot, theme, rig=Rig(store=OnDisk([], database=self.database)))
        self.window = self.desk.window
        rig = self.desk.rig
        self.offer = BackupOffer(
            rig.controller, restorer or self.database, self.window.notices, rig.clock, self.window
        )
        self.came: list[bool] = []
        self.offer.brought_back.connect(lambda: self.came.append(True))
        self.window.notices.tell(moved_aside_words(self.aside))
        self.desk.show()


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[..., Offered]]:
    made: list[Offered] = []

    def make(restorer: Restorer | None = None) -> Offered:
        made.append(Offered(qtbot, theme, tmp_path / "faxes.sqlite3", restorer))
        return made[-1]

    yield make
    for each in made:
        each.window.close_now()
        each.database.close()


def test_the_offer_names_both_files_moment_and_number(make: Callable[..., Offered]) -> None:
    offered = make()
    offered.offer.look()
    (said,) = offered.desk.banners()
    assert said == (
        f"The list was damaged and kept as {offered.aside}. "
        f"A backup of {words.day_and_time(MADE_AT)}, has 4 faxes, as they stood then."
    )
    banner = offered.desk.banner("The list was damaged")
    buttons = [each for each in banner.findChildren(QPushButton) if each.isVisible()]
    assert [plain(each.text()) for each in buttons] == ["Bring them back", "Not now"]
    assert [each.accessibleName() for each in buttons] == [
        "Bring them back",
        "Do not bring the backup back now",
    ]
    assert buttons[0].nextInFocusChain() is buttons[1]
    assert banner.words.accessibleName() == said


def test_the_offer_follows_the_language(make: Callable[..., Offered], qapp: QApplication) -> None:
    offered = make()
    offered.offer.look()
    with languages(qapp) as chosen:
        chosen.choose("fr")
        settle()
        assert offered.desk.banners()[0].startswith("La liste était endommagée")
    assert offered.desk.banners()[0].startswith("The list was damaged")


def test_bringing_back_fills_the_table_at_once_and_stops_nothing(make: Callable[..., Offered]) -> None:
    offered = make()
    offered.desk.add("9", "4")
    offered.offer.look()
    button = offered.desk.button("Bring them back")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    offered.desk.settle()
    status = {row[1]: row[0] for row in offered.desk.rows()}
    assert status == {"9": "Waiting", "4": "Waiting", "1": "Stopped", "2": "Waiting", "3": "Waiting"}
    (said,) = offered.desk.banners()
    assert said == (
        "3 faxes and the history were brought back. "
        "2 of them are waiting: none of these is stopped until you press Stop."
    )
    assert offered.desk.rig.pool.given == []
    assert offered.came == [True]
    assert [fax.fax_id for fax in offered.database.load()] == ["9", "4", "1", "2", "3"]
    assert offered.desk.summary == "4 waiting · 1 stopped"
    offered.offer.look()
    assert len(offered.desk.banners()) == 1, "it is not offered again"


def test_not_now_changes_nothing_and_it_is_offered_at_the_next_start(make: Callable[..., Offered]) -> None:
    offered = make()
    offered.offer.look()
    offered.desk.press("Do not bring the backup back now")
    assert offered.desk.banners() == []
    assert (offered.desk.rows(), offered.came) == ([], [])
    assert offered.database.find_backup()


def test_where_it_fails_the_offer_stays_and_the_words_say_that_nothing_was_lost(
    make: Callable[..., Offered],
) -> None:
    offered = make()
    offered.offer.look()
    backup = offered.database.find_backup()
    assert backup
    content = backup.path.read_bytes()
    backup.path.write_bytes(content[:8192])
    offered.desk.press("Bring them back")
    offer, told = offered.desk.banners()
    assert offer.startswith("The list was damaged")
    assert told == "The backup could not be brought back: the file is damaged. Nothing was changed."
    assert offered.desk.rows() == []
    backup.path.write_bytes(content)
    offered.desk.press("Bring them back")
    assert len(offered.desk.rows()) == 4


def test_without_a_list_that_can_be_opened_nothing_is_offered(make: Callable[..., Offered]) -> None:
    offered = make(NoStore())
    offered.offer.look()
    assert offered.desk.banners() == [moved_aside_words(offered.aside)]
    with pytest.raises(StoreError):
        NoStore().bring_back(Backup(offered.database._path, MADE_AT, 1, "x"), MADE_AT)


def test_a_search_for_a_backup_that_fails_is_no_news(make: Callable[..., Offered]) -> None:
    class Broken(NoStore):
        def find_backup(self) -> Backup | None:
            raise StoreError("failed")

    offered = make(Broken())
    offered.offer.look()
    assert offered.desk.banners() == [moved_aside_words(offered.aside)]


def test_damage_in_a_place_that_nobody_needs_is_told(make: Callable[..., Offered]) -> None:
    offered = make()
    offered.offer.tell_damaged()
    assert any(said.endswith("Stopping goes on.") for said in offered.desk.banners()[0].split("\n"))


@pytest.mark.parametrize(
    ("faxes", "said"),
    [
        (0, "has the history up to then."),
        (1, "has 1 fax, as it stood then."),
        (12, "has 12 faxes, as they stood then."),
    ],
)
def test_the_offer_counts(tmp_path: Path, faxes: int, said: str) -> None:
    backup = Backup(tmp_path, MADE_AT, faxes, "NAME")
    assert words.offer_words(backup).endswith(said)
    assert words.offer_words(replace(backup, faxes=faxes)).startswith(
        "The list was damaged and kept as NAME."
    )


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (BroughtBack(0, 0), "The history was brought back."),
        (
            BroughtBack(1, 1),
            (
                "1 fax and the history were brought back. "
                "1 of them is waiting: it is not stopped until you press Stop."
            ),
        ),
        (BroughtBack(3, 0), "3 faxes and the history were brought back."),
    ],
)
def test_what_came_back_is_counted(came: BroughtBack, said: str) -> None:
    assert words.brought_back_words(came) == said


@pytest.mark.usefixtures("english")
def test_a_moment_is_written_with_its_year_where_that_is_not_this_one() -> None:
    at = datetime(2024, 11, 24, 14, 2).astimezone()
    assert words.day_and_time(at) == "24 November 2024, 14:02"
    this_year = datetime.now(UTC).astimezone().year
    assert words.day_and_time(at.replace(year=this_year)) == "24 November, 14:02"
