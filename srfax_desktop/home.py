# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is kept on this computer, opened for one run of the program."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from srfax_desktop import __version__
from srfax_desktop.core.ports import StoreError
from srfax_desktop.srfax.proxy_passwords import proxy_passwords
from srfax_desktop.store.crash_files import CrashFile, collect_crashes
from srfax_desktop.store.database import Database
from srfax_desktop.store.logs import set_up_logging
from srfax_desktop.store.paths import Paths
from srfax_desktop.store.settings import LoadedSettings, Settings, SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from srfax_desktop.core.fax import AccountNumber, FaxRecord
    from srfax_desktop.core.outcome import StopOutcome
    from srfax_desktop.core.retry import RetryRule
    from srfax_desktop.store.backups import DatabaseBackups
    from srfax_desktop.store.crash_files import Crash
    from srfax_desktop.store.no_store import NoStore
    from srfax_desktop.store.redaction import Redactor

log = logging.getLogger(__name__)


class KeptPreferences:
    """Implements `core.ports.Preferences` over the settings file; without one, for this run only.

    practice: only the looks of the window are kept, under a key of their own. Whatever else is
    changed is for this run: the file belongs to whoever stops real faxes.
    """

    def __init__(self, file: SettingsFile | None, settings: Settings, *, practice: bool = False) -> None:
        self._file = file
        self._kept = settings
        self._practice = practice
        self.settings = settings

    @property
    def account(self) -> AccountNumber | None:
        """The account last signed in to."""
        return self.settings.account

    @property
    def remember(self) -> bool:
        """Whether its password is in the vault."""
        return self.settings.remember

    @property
    def to_forget(self) -> tuple[AccountNumber, ...]:
        """The accounts whose passwords the vault is to forget, and has not yet."""
        return self.settings.to_forget

    @property
    def automatic_retry(self) -> bool:
        """Whether a countdown that is over fires by itself."""
        return self.settings.automatic_retry

    @property
    def window(self) -> Mapping[str, str]:
        """Sizes, columns and sorting, as the window wrote them."""
        return self.settings.practice_window if self._practice else self.settings.window

    @property
    def refresh_s(self) -> float:
        """Seconds between two looks at the queue while the window is in view; 0: only when asked."""
        return self.settings.refresh_s

    @property
    def include_sub_users(self) -> bool:
        """Whether the faxes of sub-users are asked for too."""
        return self.settings.include_sub_users

    @property
    def mask_numbers(self) -> bool:
        """Whether records and exports hide all but the last four digits of destination numbers."""
        return self.settings.mask_numbers

    @property
    def retention_days(self) -> int:
        """For how many days the history is kept; 0: for ever."""
        return self.settings.retention_days

    @property
    def language(self) -> str | None:
        """The language of the window, None for the system's."""
        return self.settings.language

    @property
    def theme(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""
        return self.settings.theme

    @property
    def notify(self) -> bool:
        """Whether the system shows what became of a fax while the window is not in front."""
        return self.settings.notify

    @property
    def notify_numbers(self) -> bool:
        """Whether such a notice says which fax it is about."""
        return self.settings.notify_numbers

    @property
    def proxy(self) -> str:
        """`system`, `none`, or the proxy's URL."""
        return self.settings.proxy

    @property
    def known_accounts(self) -> tuple[AccountNumber, ...]:
        """The accounts signed in to before, the latest first."""
        return self.settings.known_accounts

    @property
    def in_vault(self) -> tuple[AccountNumber, ...]:
        """The accounts whose passwords are kept in the vault, as far as this program knows."""
        return self.settings.in_vault

    @property
    def connect_timeout_s(self) -> float:
        """Seconds until a secure connection has to stand."""
        return self.settings.connect_timeout_s

    @property
    def total_deadline_s(self) -> float:
        """Seconds that a request may take in all."""
        return self.settings.total_deadline_s

    @property
    def workers(self) -> int:
        """How many requests may be under way at once."""
        return self.settings.workers

    @property
    def welcomed(self) -> bool:
        """Whether the first steps were gone through."""
        return self.settings.welcomed

    def retry_rules(self) -> Mapping[StopOutcome, RetryRule]:
        """Return the rules in force."""
        return self.settings.retry_rules()

    def change(self, **values: object) -> None:
        """Change some of them and keep them; a disk that refuses is only logged."""
        if self._practice and "window" in values:
            values["practice_window"] = values.pop("window")
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        if self._practice:
            values = {key: value for key, value in values.items() if key == "practice_window"}
        self._kept = replace(self._kept, **values)  # type: ignore[arg-type]
        if self._file is not None and values:
            self._save(self._file, values)

    def _save(self, file: SettingsFile, changed: Iterable[str]) -> None:
        try:
            moved_aside = file.save(self._kept, changed)
        except StoreError as error:
            log.warning("the settings could not be saved: %s", error)
            return
        if moved_aside:
            log.warning("the settings could not be read any more, and were kept as %s", moved_aside.name)


class Home:
    """Folders, log, settings and database. Nothing here stands in the way of stopping a fax.

    trouble: why the list cannot be kept, None where it can. moved_aside: damaged files, as they
    were put aside. crashes: earlier runs that broke down, which only a window asks for.
    """

    def __init__(self, *, practice: bool, script: bool = False) -> None:
        self._practice = practice
        self.paths = paths = Paths.of_this_user()
        self.crashes: list[Crash] = []
        self._crash_file: CrashFile | None = None
        self.trouble: StoreError | None = None
        self.moved_aside: list[Path] = []
        self.store: Database | NoStore
        try:
            paths.make_folders()
        except StoreError as error:
            # A folder that cannot be made private, or is another user's, is neither read nor written.
            self.trouble = error
            self.redactor = self._set_up_logging(None)
            self.preferences = KeptPreferences(None, Settings(), practice=practice)
            self.store = _without_database(())
            return
        self.redactor = self._set_up_logging(paths)
        log.info(
            "SRFax Desktop %s, %s, process %d", __version__, "script" if script else "window", os.getpid()
        )
        if not script:
            self.crashes = collect_crashes(paths.logs)
        self._crash_file = CrashFile(paths.logs, window=not script)
        file = SettingsFile(paths.settings)
        self.preferences = KeptPreferences(file, self._load(file), practice=practice)
        self.store = self._open(paths.practice_database if practice else paths.database)

    def backups(self) -> DatabaseBackups | None:
        """Return what keeps copies of the list, None where there is nothing worth one."""
        from srfax_desktop.store.backups import DatabaseBackups  # noqa: PLC0415 - the window is painted before

        is_kept = isinstance(self.store, Database)
        return DatabaseBackups(self.paths.database) if is_kept and not self._practice else None

    def close(self) -> None:
        """Close the database: everything is written, and nothing that breaks down now matters."""
        self.store.close()
        if self._crash_file:
            self._crash_file.close()

    @staticmethod
    def _set_up_logging(paths: Paths | None) -> Redactor:
        redactor = set_up_logging(paths)
        for secret in proxy_passwords():
            redactor.protect(secret)
        return redactor

    def _load(self, file: SettingsFile) -> Settings:
        try:
            loaded = file.load()
        except StoreError as error:
            log.warning("the settings could not be read: %s", error)
            loaded = LoadedSettings()
        if loaded.problems:
            log.warning("settings not understood, their defaults are used: %s", ", ".join(loaded.problems))
        if loaded.moved_aside:
            self.moved_aside.append(loaded.moved_aside)
        return loaded.settings

    def _open(self, path: Path) -> Database | NoStore:
        try:
            database = Database.open(path)
        except StoreError as error:
            log.error("the list cannot be kept: %s", error)  # noqa: TRY400 - no bug: nothing to trace
            self.trouble = error
            from srfax_desktop.store.unwritable import (  # noqa: PLC0415 - hardly ever is there such trouble
                READABLE_ALL_THE_SAME,
                read_list,
            )

            return _without_database(read_list(path) if error.problem in READABLE_ALL_THE_SAME else ())
        if database.moved_aside:
            self.moved_aside.append(database.moved_aside)
        return database


def _without_database(kept: Sequence[FaxRecord]) -> NoStore:
    from srfax_desktop.store.no_store import NoStore  # noqa: PLC0415 - hardly ever is there such trouble

    return NoStore(kept)
