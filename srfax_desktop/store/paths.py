# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where this user's things are kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from srfax_desktop.store.private_files import make_private_folder

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION = "srfax-desktop"


class Paths(NamedTuple):
    """The two folders, and the files in them. Nothing is created by asking for a path."""

    data: Path
    logs: Path

    @classmethod
    def of_this_user(cls) -> Paths:
        """Return the operating system's usual places; `XDG_*` is honoured on Linux."""
        return cls(
            data=platformdirs.user_data_path(APPLICATION, appauthor=False),
            logs=platformdirs.user_log_path(APPLICATION, appauthor=False),
        )

    @property
    def database(self) -> Path:
        """The list of faxes and its history."""
        return self.data / "faxes.sqlite3"

    @property
    def practice_database(self) -> Path:
        """The same for the practice service: what was played never stands beside what was done."""
        return self.data / "practice.sqlite3"

    @property
    def settings(self) -> Path:
        """The settings."""
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        """The log that is being written; older ones end in `.1`, `.2` and so on."""
        return self.logs / f"{APPLICATION}.log"

    def make_folders(self) -> None:
        """Create both folders, closed to other users. Raises StoreError."""
        make_private_folder(self.data)
        make_private_folder(self.logs)
