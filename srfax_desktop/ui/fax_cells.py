# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What each cell of the table of faxes says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.action import ACTION
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.fax_facts import facts_words
from srfax_desktop.ui.fax_words import (
    number_words,
    queued_tip,
    queued_words,
    said_words,
    status_explained,
    status_text,
)
from srfax_desktop.ui.glosses import glosses_of
from srfax_desktop.ui.messages import action_words, fax_words, seconds_left, status_words

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber, FaxRecord
    from srfax_desktop.core.listing import FaxDetails
    from srfax_desktop.core.status import Status


translate = QCoreApplication.translate


class Face(NamedTuple):
    """All that a cell shows which is more than text. Two cells of a column with the same one look alike.

    seconds: to the next try, as a countdown says them; None where no countdown concerns the fax.
    """

    status: Status
    words: str
    seconds: int | None


def face_of(fax: FaxRecord, column: Column, status: Status, due_in_s: float | None) -> Face:
    """Return what is painted of a cell."""
    seconds = None if due_in_s is None else seconds_left(due_in_s)
    return Face(status, cell_text(fax, column, status, due_in_s), seconds)


def cell_text(fax: FaxRecord, column: Column, status: Status, due_in_s: float | None) -> str:
    """Return what a cell says; empty where there is nothing to say."""
    match column:
        case Column.STATUS:
            return status_text(fax, status, due_in_s)
        case Column.FAX_ID:
            return fax.fax_id
        case Column.SAID:
            return said_words(fax)
        case Column.ACCOUNT:
            return fax.account or ""
        case Column.ATTEMPTS:
            return str(fax.attempts) if fax.attempts else ""
        case Column.ACTION:
            action = ACTION.get(status)
            return action_words(action, due_in_s) if action else ""
    return _detail(fax.details, column) if fax.details else ""


def short_text(column: Column, status: Status, due_in_s: float | None) -> str:
    """Return the words that have to be seen on a pill or a button, however narrow the column is."""
    if column is Column.STATUS:
        return status_words(status, due_in_s)
    action = ACTION.get(status)
    return action_words(action) if action else ""


def row_sentence(
    fax: FaxRecord, status: Status, due_in_s: float | None, account: AccountNumber | None
) -> str:
    """Return a whole row in a sentence, for a screen reader. account: the one signed in."""
    facts = facts_words(fax.details, account)
    said = said_words(fax)
    if said and not said.startswith("("):  # in brackets, it is a reason of this program's own
        said = translate("fax_cells", "SRFax said: {0}").format(said)
    attempts = counted("fax_cells", "%Ln attempts", "1 attempt", fax.attempts) if fax.attempts else ""
    parts = (fax_words(fax.fax_id, status, due_in_s), facts.replace(" · ", ", "), said, attempts)
    return " ".join(part if part.endswith((".", "…")) else f"{part}." for part in parts if part)


def cell_tip(fax: FaxRecord, column: Column, status: Status) -> str:
    """Return what a cell explains, or says in full: it may be too narrow for it."""
    match column:
        case Column.STATUS:
            return as_tip(status_explained(fax, status))
        case Column.QUEUED:
            return as_tip(queued_tip(fax))
        case Column.TO if fax.details:
            return as_tip(fax.details.to_number or "")
        case Column.SAID:
            return as_tip(cell_text(fax, column, status, None)) + as_tip(glosses_of(fax))
        case Column.SUBJECT | Column.FROM:
            return as_tip(cell_text(fax, column, status, None))
    return ""


def _detail(details: FaxDetails, column: Column) -> str:
    match column:
        case Column.TO:
            return number_words(details.to_number or "")
        case Column.SUBJECT:
            return details.subject or ""
        case Column.QUEUED:
            return queued_words(details)
        case Column.PAGES:
            return "" if details.pages is None else str(details.pages)
        case Column.FROM:
            return details.sender or ""
    return ""


def as_tip(words: str) -> str:
    """Return words from outside as a tool tip: Qt would take some of them for markup."""
    import html  # noqa: PLC0415 - it brings the names of 2,000 letters along

    return "<p>" + html.escape(words).replace("\n", "<br>") + "</p>" if words else ""
