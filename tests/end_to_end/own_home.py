# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A home folder for one program of several that run side by side: prepared, and looked at."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.store.database import Database
from srfax_desktop.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from srfax_desktop.core.fax import AccountNumber


@dataclass(frozen=True, slots=True)
class OwnHome:
    """The home folder `folder`, with the list of the account `account` in it."""

    folder: Path
    account: AccountNumber

    @property
    def variables(self) -> Mapping[str, str]:
        """What a program's environment needs so that this is its home."""
        places = {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in _PLACES}
        return {"HOME": str(self.folder), **places}

    @property
    def _paths(self) -> Paths:
        data, logs = self.folder / "data", self.folder / "state"
        return Paths(data / "srfax-desktop", logs / "srfax-desktop" / "log")

    def settle(self, **settings: object) -> None:
        """Have the program look at the queue only when asked, and keep to these settings."""
        self._paths.make_folders()
        self._paths.settings.write_text(json.dumps({"refresh_s": 0, **settings}))

    def ask_for(self, fax_ids: Iterable[str]) -> None:
        """Leave the list as a run leaves it that ended before it sent the first request."""
        now = datetime.now(UTC)
        faxes = [
            FaxRecord(FaxId(fax_id), now, self.account, FaxState.ASKED, asked_at=now) for fax_id in fax_ids
        ]
        events = (HistoryEvent.ADDED, HistoryEvent.ASKED)
        entries = [HistoryEntry(now, fax.fax_id, event, self.account) for fax in faxes for event in events]
        with closing(Database.open(self._paths.database)) as database:
            database.write(faxes, entries)

    def faxes(self) -> list[FaxRecord]:
        """Return the list. The program has ended."""
        with closing(Database.open(self._paths.database)) as database:
            return list(database.load())

    def answers(self, fax_id: str) -> Sequence[HistoryEntry]:
        """Return the lines of the history about answers to a stop. The program has ended."""
        with closing(Database.open(self._paths.database)) as database:
            history = database.history(FaxId(fax_id))
        return [entry for entry in history if entry.event is HistoryEvent.ANSWERED]

    def attempts(self) -> dict[str, tuple[str, int]]:
        """Return each fax's state and the number of its requests, as the disk has them now."""
        rows = self._ask("SELECT fax_id, state, attempts FROM faxes")
        return {fax_id: (state, attempts) for fax_id, state, attempts in rows}

    def outcomes(self) -> set[str | None]:
        """Return what the last answers came to, as the disk has them now."""
        return {outcome for (outcome,) in self._ask("SELECT outcome FROM faxes")}

    def _ask(self, question: str) -> list[tuple[Any, ...]]:
        if not self._paths.database.exists():
            return []
        uri = f"{self._paths.database.as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=5)) as connection:
            return connection.execute(question).fetchall()


@contextmanager
def own_home(account: AccountNumber) -> Iterator[OwnHome]:
    """Make a home, in memory where there is a place for that: a busy disk is no fault of the program's."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="srfax-", dir=memory if memory.is_dir() else None) as folder:
        yield OwnHome(Path(folder), account)


_PLACES = ("DATA", "CONFIG", "STATE", "CACHE")
