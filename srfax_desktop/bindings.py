# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Qt's bindings, loaded without the import of their own that they put in the place of Python's.

It is there for `from __feature__ import`, which nothing here uses ("The __feature__ import", Qt for
Python's documentation). For it, the source of each module that is imported is read from the disk,
looked through and kept: 20 ms until the window is painted, and megabytes for as long as the program runs.
"""

from __future__ import annotations

import builtins
from typing import Any


def load_bindings() -> None:
    """Load QtCore, and put back the import that was there before, where it has been replaced."""
    import PySide6.QtCore  # noqa: F401, PLC0415 - first of all it is looked at whether Qt can be loaded

    python: Any = builtins
    theirs = getattr(python, "__feature_import__", None)
    before = getattr(python, "__orig_import__", None)
    if before and python.__import__ is theirs:
        python.__import__ = before
