# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds the user's guide and its pictures: `resources/guide` where it was packed, `docs` in a checkout."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.ui.resource_path import resource_path

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

translate = QCoreApplication.translate

ENGLISH = "guide.md"
GUIDES = (ENGLISH, "guide.fr.md")

_PICTURE = re.compile(r"!\[[^]]*]\(([^)\s]+)\)")


def guide_folder() -> Path:
    """Return the folder that the guide is in. Raises FileNotFoundError where there is none."""
    try:
        return resource_path("guide")
    except FileNotFoundError:
        folder = resource_path("icons").parent.parent / "docs"
        if not (folder / ENGLISH).is_file():
            raise
        return folder


def guide_text(folder: Path) -> str:
    """Return the guide in the present language as Markdown; in English where there is none in that."""
    named = Path(translate("guide_files", "guide.md", "the file's name in this language: guide.fr.md")).name
    path = folder / named
    return (path if path.is_file() else folder / ENGLISH).read_text("utf-8")


def picture_names(markdown: str) -> list[str]:
    """Return the names of the pictures in a guide, as it has them: `pictures/stopped.png`."""
    return _PICTURE.findall(markdown)


def local_path(folder: Path, url: QUrl) -> Path | None:
    """Return the file in the guide's folder that `url` names; None for anything anywhere else."""
    if url.scheme() not in ("", "file") or url.host():
        return None
    path = (folder / url.path()).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
