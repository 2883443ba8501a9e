# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What Windows is told of a window's process: whose it is, that it runs, and to go on after an update."""

from __future__ import annotations

import contextlib
import sys

APP_ID = "SRFaxDesktop"
"""The installer gives its shortcuts the same, so that a window and what started it are one in the task bar;
and what removes the program waits while anybody has a mutex of this name."""

PRACTICE_APP_ID = f"{APP_ID}.Practice"

_NOT_AFTER_A_CRASH = 0x1 | 0x2
"""RESTART_NO_CRASH and RESTART_NO_HANG: only whoever closed it on purpose is to start it again."""


def tell_windows(*, practice: bool) -> None:
    """Tell it, before there is a window. It stays so until the process ends; elsewhere nothing is done."""
    if sys.platform != "win32":
        return
    import ctypes  # noqa: PLC0415 - only Windows needs it

    name = PRACTICE_APP_ID if practice else APP_ID
    with contextlib.suppress(AttributeError, OSError):
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(name))
        ctypes.windll.kernel32.CreateMutexW(None, False, ctypes.c_wchar_p(APP_ID))
        if getattr(sys, "frozen", False):
            # A newer version's installer closes the program without a question: faxes may be being tried.
            arguments = ctypes.c_wchar_p("--practice" if practice else "")
            ctypes.windll.kernel32.RegisterApplicationRestart(arguments, _NOT_AFTER_A_CRASH)
