# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What Windows is told of a window's process: whose it is in the task bar, and that it runs."""

from __future__ import annotations

import contextlib
import sys

APP_ID = "SRFaxDesktop"
"""The installer gives its shortcuts the same, so that a window and what started it are one in the task bar;
and what removes the program waits while anybody has a mutex of this name."""

PRACTICE_APP_ID = f"{APP_ID}.Practice"


def tell_windows(*, practice: bool) -> None:
    """Tell it, before there is a window. It stays so until the process ends; elsewhere nothing is done."""
    if sys.platform != "win32":
        return
    import ctypes  # noqa: PLC0415 - only Windows needs it

    name = PRACTICE_APP_ID if practice else APP_ID
    with contextlib.suppress(AttributeError, OSError):
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(name))
        ctypes.windll.kernel32.CreateMutexW(None, False, ctypes.c_wchar_p(APP_ID))
