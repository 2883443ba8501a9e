# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""An incident record in words: the same for paper, for a text file and for the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop import __version__
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.listing import SentStatus, queued_time
from srfax_desktop.core.status import Status
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.local_time import local_day, moment
from srfax_desktop.ui.messages import fax_words, status_meaning
from srfax_desktop.ui.record_answers import check_items, request_items, verdict_lines
from srfax_desktop.ui.record_item import Item, Section, item_of_times, lines, on_one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.call_notes import CallNotes
    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.core.listing import FaxDetails

translate = QCoreApplication.translate


def record_name(records: Sequence[IncidentRecord]) -> str:
    """Return what a file with these records is called, without its ending: there is at least one."""
    day = local_day(records[0].made_at)
    if len(records) == 1:
        return translate("record", "SRFax incident {0} {1}").format(records[0].fax_id, day)
    words = counted("record", "SRFax incidents, %Ln faxes {0}", "SRFax incidents, 1 fax {0}", len(records))
    return words.format(day)


def title() -> str:
    """Return what heads every record."""
    return translate("record", "SRFax Desktop – incident record")


def headline(record: IncidentRecord) -> str:
    """Return the fax and where it stands, in one line."""
    return fax_words(record.fax_id, record.status)


def meaning(record: IncidentRecord) -> str:
    """Return what that means, and whether it was confirmed."""
    checked = " ".join(verdict_lines(record.check))
    if record.contradicted:
        return checked
    if record.status is Status.ENDED:
        what = translate("record", "Trying was ended by hand before SRFax confirmed the stop.")
    else:
        what = status_meaning(record.status)
    return f"{what} {checked}" if record.requests else what


def sections(record: IncidentRecord) -> tuple[Section, ...]:
    """Return all that the record says, in the order in which it is read."""
    return (
        Section(translate("record", "Fax"), _fax_items(record)),
        Section(translate("record", "On this computer"), _computer_items(record)),
        Section(translate("record", "Requests to SRFax to stop it"), request_items(record)),
        Section(translate("record", "Looked up at SRFax afterwards"), check_items(record)),
        Section(translate("record", "Call to the recipient"), _call_items(record)),
        Section(translate("record", "This record"), _own_items(record)),
    )


def _fax_items(record: IncidentRecord) -> tuple[Item, ...]:
    unknown = translate("record", "not known")
    known = (
        (translate("record", "Fax ID"), record.fax_id),
        (translate("record", "SRFax account"), ", ".join(record.accounts) or unknown),
        (translate("record", "Destination"), on_one_line(record.to_number or "") or unknown),
        *(_details(record.details, record.accounts) if record.details else ()),
    )
    return tuple(Item(label, value) for label, value in known if value)


def _queued(details: FaxDetails) -> str:
    if details.queued_at_text:
        words = translate("record", "{0} in SRFax’s own words, by the account’s clock")
        return words.format(quoted(details.queued_at_text))
    at = queued_time(details)
    return translate("record", "{0}, by the account’s clock").format(f"{at:%Y-%m-%d %H:%M:%S}") if at else ""


def _details(details: FaxDetails, accounts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return what SRFax's lists told. That the account itself sent it is no news."""
    sender, sub_user = (each if each not in accounts else "" for each in (details.sender, details.sub_user))
    was_sent = details.status is SentStatus.SENT  # of a fax that failed, it is when it left the queue
    return (
        (translate("record", "Pages"), "" if details.pages is None else str(details.pages)),
        (translate("record", "Subject"), on_one_line(details.subject or "")),
        (translate("record", "Queued"), _queued(details)),
        (translate("record", "Sent"), moment(details.sent_at) if was_sent and details.sent_at else ""),
        (translate("record", "Sender"), on_one_line(sender or "")),
        (translate("record", "Sub-user"), on_one_line(sub_user or "")),
        (translate("record", "Account code"), on_one_line(details.account_code or "")),
        (translate("record", "Document"), on_one_line(details.document or "")),
    )


def _computer_items(record: IncidentRecord) -> tuple[Item, ...]:
    labels = {
        HistoryEvent.ADDED: translate("record", "Added to the list"),
        HistoryEvent.ASKED: translate("record", "Stop asked for"),
        HistoryEvent.GAVE_UP: translate("record", "Trying given up"),
        HistoryEvent.ENDED: translate("record", "Trying ended by hand"),
        HistoryEvent.REMOVED: translate("record", "Taken off the list"),
    }
    who = (
        Item(translate("record", "User"), on_one_line(record.user)),
        Item(translate("record", "Computer"), on_one_line(record.computer)),
    )
    marks = (item_of_times(labels[mark.event], mark.times) for mark in record.marks if mark.event in labels)
    return (*who, *marks)


def _call_items(record: IncidentRecord) -> tuple[Item, ...]:
    if not record.notes:
        return (Item(translate("record", "Notes"), translate("record", "Nothing was written down.")),)
    saved = [mark.times[-1:] for mark in record.marks if mark.event is HistoryEvent.NOTED]
    label = translate("record", "Last saved")
    return (*_note_items(record.notes), *(item_of_times(label, times) for times in saved))


def _note_items(notes: CallNotes) -> tuple[Item, ...]:
    written = (
        (translate("record", "Spoke to"), notes.spoke_to),
        (translate("record", "When"), notes.when),
        (translate("record", "Notes"), notes.notes),
    )
    return tuple(
        Item(label, lines(*text.strip().expandtabs(4).splitlines()))
        for label, text in written
        if text.strip()
    )


def _own_items(record: IncidentRecord) -> tuple[Item, ...]:
    if record.masked:
        numbers = translate("record", "Only the last four digits of the destination’s number are shown.")
    else:
        numbers = translate("record", "The destination’s number is shown in full.")
    gap = translate("record", "The older lines of this fax’s history are not on this computer any more.")
    made = translate("record", "{0} with SRFax Desktop {1}").format(moment(record.made_at), __version__)
    clock = translate("record", "All times are this computer’s, with their offset from UTC.")
    return (
        Item(translate("record", "Made"), made),
        Item(translate("record", "Remarks"), lines(clock, numbers, "" if record.complete else gap)),
    )
