# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The rows of the practice service's lists, with the fields and the types that SRFax's have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from srfax_desktop.srfax.practice_faxes import SENT, UNKNOWN_ID

if TYPE_CHECKING:
    from srfax_desktop.srfax.practice_faxes import PracticeFax

Row = dict[str, object]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """What can be told of a fax at this moment. Times are in Unix seconds; left_at None: it is queued."""

    fax: PracticeFax
    shows: str
    pages: int
    error_code: str
    queued_at: int
    left_at: int | None

    @property
    def queued_on(self) -> str:
        """The day, as sStartDate and sEndDate write it."""
        return f"{_local(self.queued_at):%Y%m%d}"

    @property
    def file_name(self) -> str:
        """What it is called in every list."""
        return f"{_local(self.queued_at):%Y%m%d%H%M%S}-{self.fax.file}|{self.fax.fax_id}"


def queue_row(moment: Moment) -> Row:
    """Return a row of Get_Faxes_Queued."""
    return {
        "FileName": moment.file_name,
        "Status": moment.shows,
        "ToFaxNumber": moment.fax.to_number,
        "RemoteID": None,
        "EpochTime": False,
        "User_ID": moment.fax.user_id,
        "Pages": moment.fax.pages,
        "Subject": moment.fax.subject,
    }


def status_row(moment: Moment) -> Row:
    """Return a row of Get_FaxStatus."""
    return {
        "FileName": moment.file_name,
        "SentStatus": moment.shows,
        "DateQueued": _written(moment.queued_at),
        "DateSent": "" if moment.left_at is None else _written(moment.left_at),
        "EpochTime": "" if moment.left_at is None else str(moment.left_at),
        "ToFaxNumber": moment.fax.to_number,
        "Pages": str(moment.pages),
        "Duration": str(30 * moment.pages) if moment.shows == SENT else "0",
        "RemoteID": "",
        "ErrorCode": moment.error_code,
        "Size": "20480",
        "AccountCode": "",
    }


def unknown_row() -> Row:
    """Return what Get_MultiFaxStatus says of a fax that it does not know, but for its ID."""
    return {"SentStatus": "Unknown", "ErrorCode": UNKNOWN_ID.result}


def outbox_row(moment: Moment, *, with_users: bool) -> Row:
    """Return a row of Get_Fax_Outbox; with_users: sub-users were asked for."""
    row = {
        **status_row(moment),
        "SenderEmail": moment.fax.sender,
        "Subject": moment.fax.subject,
        "SubmittedFiles": "1",
    }
    users = {"User_ID": moment.fax.user_id, "User_FaxNumber": moment.fax.user_number}
    return row | users if with_users else row


def _local(epoch: int) -> datetime:
    """Return the time in the account's time zone, which in practice is that of this computer."""
    return datetime.fromtimestamp(epoch, UTC).astimezone()


def _written(epoch: int) -> str:
    """Write a time as SRFax does, `Jan 01/18 11:01 PM`, whatever this computer's language."""
    at = _local(epoch)
    half = "AM" if at.hour < _NOON else "PM"
    return f"{_MONTHS[at.month - 1]} {at:%d/%y} {(at.hour - 1) % 12 + 1:02}:{at:%M} {half}"
