# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds `resources/`: in a checkout, in an installed wheel, and in the packed program alike."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    packed = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for folder in (packed, package / "resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    message = "the folder `resources` is missing from this installation"
    raise FileNotFoundError(message)


def resource_path(*parts: str) -> Path:
    """Return the path of a file in `resources/`. Raises FileNotFoundError where it is not there."""
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
