# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about an error in the program itself. Imports QtCore only, for the command line too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from srfax_desktop.ui.times import clock_to_the_minute

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from srfax_desktop.engine.crash import Trouble

translate = QCoreApplication.translate


def trouble_line(trouble: Trouble, log_path: Path) -> str:
    """Return the one line for a terminal, which is spoken to in English."""
    place = f"{trouble.kind} in {trouble.place}"
    return f"something went wrong inside the program ({place}). It goes on where it can; see {log_path}"


def trouble_heading() -> str:
    """Say that it happened."""
    return translate("trouble", "Something went wrong inside the program.")


def trouble_meaning(*, list_is_kept: bool) -> str:
    """Say what it means for the list, and what to do. list_is_kept: it can be saved at the moment."""
    goes_on = (
        translate("trouble", "Your list and everything you asked for are safe, and the program goes on.")
        if list_is_kept
        else translate(
            "trouble",
            "The program goes on, but your list cannot be saved at the moment: keep the program open.",
        )
    )
    do = (
        translate(
            "trouble",
            "If a part of the window does not react any more, close the program and open it again: "
            "it goes on with the stops that you asked for.",
        )
        if list_is_kept
        else translate(
            "trouble", "If a part of the window does not react any more, look in the SRFax portal too."
        )
    )
    return f"{goes_on} {do}"


def trouble_help() -> str:
    """Say who can be given what, so that it is mended."""
    return translate(
        "trouble",
        "To have it mended, give the details, or the support bundle (“Help”), to whoever looks after this "
        "program. Neither has passwords, fax numbers or subjects in it.",
    )


def trouble_again_words() -> str:
    """Say that it happened once more, after it was told at length."""
    return translate(
        "trouble",
        "Something else went wrong inside the program. It goes on; the details are in the support bundle "
        "(“Help”).",
    )


def copied_words() -> str:
    """Say that the details are on the clipboard."""
    return translate("trouble", "Copied.")


def crashed_words(at: datetime, *, list_is_whole: bool) -> str:
    """Say that an earlier run ended by itself, and only where it is so, that nothing was lost. at: aware."""
    local = at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), translate("trouble", "d MMMM"))
    when = f"{day}, {clock_to_the_minute(local)}"
    if list_is_whole:
        words = translate(
            "trouble",
            "SRFax Desktop ended unexpectedly last time ({0}). Nothing was lost: what you ask for is written "
            "down before it is sent, and goes on. Details are in the support bundle (“Help”).",
        )
    else:
        words = translate(
            "trouble",
            "SRFax Desktop ended unexpectedly last time ({0}). Details are in the support bundle (“Help”).",
        )
    return words.format(when)


def cannot_start_words() -> str:
    """Say that there is no window to work with."""
    return translate(
        "trouble",
        "SRFax Desktop could not open its window. Your list and everything you asked for are kept. "
        "Until it does, look in the SRFax portal, or call SRFax.",
    )


def log_folder_words(folder: str) -> str:
    """Say where the log is, where it could not be shown."""
    return translate("trouble", "The folder could not be opened. It is {0}").format(folder)


def release_page_words(page: str) -> str:
    """Say where newer versions are, where no browser could be opened."""
    return translate("trouble", "No browser could be opened. Newer versions are at {0}.").format(page)
