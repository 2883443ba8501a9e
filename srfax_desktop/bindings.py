# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Loads Qt's bindings, without what they would do at each import that follows."""

from __future__ import annotations

import builtins


def load_bindings() -> None:
    """Load Qt's core; modules that are loaded after it are not searched.

    PySide6 takes the place of Python's own import, to find out which modules use its `__feature__`s
    (snake_case and true_property): it reads the source of each one, looks for "PySide6" in it, and
    keeps the lines for ever. None here uses them. What it put in place before stays: it makes classes
    known when they are first named.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415 - not before it is known that it can be loaded

    before = getattr(builtins, "__orig_import__", None)
    if before is not None and builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = before
        import linecache  # noqa: PLC0415 - they have loaded it

        linecache.clearcache()
