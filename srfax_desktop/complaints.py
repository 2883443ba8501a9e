# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How the program speaks to whoever started it, where there is a terminal or a script that listens."""

from __future__ import annotations

import contextlib
import sys


def complain(words: str) -> None:
    """Write one line to standard error. Where there is none, or nobody reads it, do nothing.

    Without one, `print` would write to standard output, whose lines belong to whoever reads JSON there.
    """
    if sys.stderr:
        with contextlib.suppress(OSError, ValueError):
            print(f"srfax-desktop: {words}", file=sys.stderr, flush=True)  # noqa: T201 - its way to speak
