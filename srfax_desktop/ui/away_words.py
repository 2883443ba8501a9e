# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is told outside of the window, on a screen that others may see: how it ended, and of no fax which."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.status import Status
from srfax_desktop.ui.messages import status_words
from srfax_desktop.ui.notices import pause_words, summary_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.pause import Pause

translate = QCoreApplication.translate

LAST_DIGITS = 4


def ends_words(ends: Mapping[FaxId, Status], named: FaxRecord | None) -> str:
    """Say how it ended with these faxes.

    named: the fax that may be named, where there is but one and the user wants it; None: none is.
    """
    if len(ends) > 1:
        return summary_words(Counter(ends.values()), None)
    [status] = ends.values()
    if named:
        return f"{_name(named)}: {status_words(status)}"
    return {
        Status.STOPPED: translate("away", "A fax was stopped."),
        Status.PARTIALLY_SENT: translate("away", "A fax was stopped, but some of its pages were sent."),
        Status.ALREADY_SENT: translate("away", "A fax could not be stopped: it had already been sent."),
        Status.SENT_ANYWAY: translate("away", "A fax that was to be stopped was sent."),
        Status.NOT_FOUND: translate("away", "SRFax does not know a fax that was to be stopped."),
        Status.NOT_CONFIRMED: translate(
            "away", "It is not confirmed that a fax was stopped. It may still be going out."
        ),
        Status.FAILED: translate(
            "away", "SRFax lists a fax that was to be stopped as failed. It has not said that it stopped it."
        ),
    }[status]


def tray_words(counts: Mapping[Status, int], pause: Pause | None) -> str:
    """Say how the list stands, and what holds it up, to who points at the icon. No seconds: none tick."""
    name = translate("away", "SRFax Desktop")
    held_up = pause_words(pause, None) if pause else ""
    return "\n".join(filter(None, (name, summary_words(counts, None), held_up)))


def goes_on_words() -> str:
    """Say where the program is when its window has gone."""
    return translate("away", "SRFax Desktop goes on trying here. Click the icon to see the list.")


def _name(fax: FaxRecord) -> str:
    to_number = fax.details.to_number if fax.details else None
    if not to_number:
        return translate("away", "Fax {0}").format(fax.fax_id)
    return translate("away", "Fax {0} to …{1}").format(fax.fax_id, to_number[-LAST_DIGITS:])
