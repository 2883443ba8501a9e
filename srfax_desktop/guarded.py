# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A run of the program in which no error goes by unheard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.complaints import complain
from srfax_desktop.engine.crash import CrashHook

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.engine.crash import Trouble

FAILED = 1


def guarded(run: Callable[[CrashHook], int]) -> int:
    """Return what `run` returns, the exit status; 1 where an error in the program ended it."""
    hook = CrashHook(_complain)
    hook.install()
    try:
        return run(hook)
    except Exception as error:  # noqa: BLE001 - the hook logs it
        hook.take(error)
        return FAILED
    finally:
        hook.close()


def _complain(trouble: Trouble) -> None:
    from srfax_desktop.store.paths import Paths  # noqa: PLC0415 - hardly ever is there anything to tell
    from srfax_desktop.ui.trouble_words import trouble_line  # noqa: PLC0415

    complain(trouble_line(trouble, Paths.of_this_user().log))
