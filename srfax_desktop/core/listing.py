# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax tells of faxes in its lists, and which of them look like the same document."""

from __future__ import annotations

import re
from dataclasses import field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from srfax_desktop.core.fax import FaxId


class ListSource(StrEnum):
    """Which question a list answers."""

    QUEUE = "queue"  # Get_Faxes_Queued
    OUTBOX = "outbox"  # Get_Fax_Outbox
    STATUS = "status"  # Get_FaxStatus, Get_MultiFaxStatus


class SentStatus(StrEnum):
    """What SRFax says of a fax (SRFax, Get_FaxStatus and Get_MultiFaxStatus pages)."""

    IN_PROGRESS = "in_progress"
    SENT = "sent"
    FAILED = "failed"  # also how a stopped fax ends; its error_code may tell
    SENDING_EMAIL = "sending_email"
    UNKNOWN = "unknown"  # SRFax's own "Unknown": not a valid ID, or a document it could not convert
    OTHER = "other"  # a text that the documentation does not have: status_text has it


_MAY_BE_QUEUED = frozenset({SentStatus.IN_PROGRESS, SentStatus.OTHER, None})


@record(frozen=True, slots=True)
class FaxDetails:
    """One row of a list. None: SRFax did not tell, or told in a way that cannot be read.

    status_text: SRFax's own word. pages: how many SRFax counts. queued_at_text: DateQueued as SRFax
    wrote it, in the account's own time zone. sent_at: in UTC; None while the fax is in progress.
    sender: SenderEmail, else the sub-user's fax number or ID. sub_user: User_ID. document: FileName without
    the ID. error_code: text, such as `Busy`. duration_s: of the call. size: bytes.
    """

    fax_id: FaxId
    status: SentStatus | None = None
    status_text: str | None = None
    to_number: str | None = field(default=None, repr=False)
    pages: int | None = None
    subject: str | None = field(default=None, repr=False)
    queued_at_text: str | None = None
    sent_at: datetime | None = None
    sender: str | None = field(default=None, repr=False)
    sub_user: str | None = None
    document: str | None = None
    account_code: str | None = None
    error_code: str | None = None
    duration_s: int | None = None
    size: int | None = None

    @property
    def may_be_queued(self) -> bool:
        """Whether nothing says that it has left the queue.

        The words that Get_Faxes_Queued uses are not documented, so an unknown one counts as queued.
        """
        return self.status in _MAY_BE_QUEUED


@record(frozen=True, slots=True)
class ListAnswer:
    """The answer to a question for a list, or what happened instead of one.

    problem: None where SRFax gave a list; otherwise what a stop would have met, or SERVICE_FAULT
    where SRFax refused in its own words, which are in `result`.
    unread: each row that could not be read, or that names a fax a second time, as JSON text of
    bounded length. It quotes what SRFax said of a fax: not for the log.
    elapsed_s and retry_after_s: seconds, as in StopAnswer.
    """

    source: ListSource
    problem: StopOutcome | None = None
    reason: Reason | None = None
    result: str | None = field(default=None, repr=False)
    http_status: int | None = None
    faxes: tuple[FaxDetails, ...] = ()
    unread: tuple[str, ...] = field(default=(), repr=False)
    elapsed_s: float = 0.0
    retry_after_s: float | None = None

    @property
    def is_complete(self) -> bool:
        """Whether a fax that is not in `faxes` is not in SRFax's list either."""
        return self.problem is None and not self.unread

    @property
    def was_refused(self) -> bool:
        """Whether SRFax understood the question and would not answer it: another one may do."""
        said = self.reason in {Reason.UNKNOWN_TEXT, Reason.NOT_TEXT}
        return self.problem is StopOutcome.SERVICE_FAULT and said


def merged(older: FaxDetails, newer: FaxDetails) -> FaxDetails:
    """Return what is known of one fax: what `newer` tells, and the rest as `older` had it.

    Lists tell different things: Get_FaxStatus has no subject, Get_Faxes_Queued no DateQueued.
    """
    known = {each.name: getattr(newer, each.name) for each in fields(newer) if each.name != "fax_id"}
    if older.sender and newer.sender == newer.sub_user:
        del known["sender"]  # an account's number in place of a name
    if newer.status is None:
        del known["status_text"]
    elif newer.may_be_queued:
        older = replace(older, sent_at=None)
    return replace(older, **{name: value for name, value in known.items() if value is not None})


_COUNTER = re.compile(r"[_-][0-9]+$")
_STAMP = re.compile(r"(20[0-9]{12})(?![0-9])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(r"([a-z]{3}) ([0-9]{2})/([0-9]{2}) ([0-9]{1,2}):([0-9]{2}) ?([ap])m")
_NOON = 12


def queued_time(fax: FaxDetails) -> datetime | None:
    """Return when a fax was queued, in the account's own time zone (naive); None where it is not told.

    It is read from DateQueued, `Jan 01/18 11:01 PM`, or where that is missing from the beginning of
    the document's name, `20180101230101-8812-34_0`, which also has the seconds where the two agree.
    """
    written, stamped = _written_time(fax), _stamped_time(fax)
    if written and stamped and stamped.replace(second=0) == written:
        return stamped
    return written or stamped


def _stamped_time(fax: FaxDetails) -> datetime | None:
    stamp = _STAMP.match(fax.document or "")
    return _or_none(datetime.fromisoformat, f"{stamp[1][:8]}T{stamp[1][8:]}") if stamp else None


def _written_time(fax: FaxDetails) -> datetime | None:
    return _or_none(_read_written, " ".join((fax.queued_at_text or "").casefold().split()))


def _or_none(read: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        return read(text)
    except ValueError:
        return None


def _read_written(text: str) -> datetime:
    # Not by strptime: it knows the months in the language of whoever is at the computer.
    found = _WRITTEN.fullmatch(text)
    if not found:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    month, day, year, hour, minute, half = found.groups()
    to_24 = int(hour) % _NOON + (_NOON if half == "p" else 0)
    return datetime(2000 + int(year), _MONTHS.index(month) + 1, int(day), to_24, int(minute))  # noqa: DTZ001


def look_alike_keys(fax: FaxDetails) -> frozenset[tuple[str, ...]]:
    """Return what a fax shares with every other that looks like the same document.

    A fax sent to several numbers is several faxes. They look alike where
    - subject and file prefix are the same: `20180101230101-8812-34` is the prefix of
      `20180101230101-8812-34_0`, the document without its last counter; or
    - they were queued in the same minute by the same sender.
    What is not known is never the same, but for the subject: two faxes without one match.
    """
    keys = set()
    if prefix := _COUNTER.sub("", fax.document or ""):
        keys.add(("document", prefix, " ".join((fax.subject or "").casefold().split())))
    for how, at in (("written", _written_time(fax)), ("stamped", _stamped_time(fax))):
        if fax.sender and at:  # the two are of one clock, but not all lists tell both
            keys.add((how, fax.sender, f"{at:%Y%m%d%H%M}"))
    return frozenset(keys)


def siblings(of: FaxDetails, among: Iterable[FaxDetails]) -> tuple[FaxDetails, ...]:
    """Return those in `among` that may still be queued and look like the same document as `of`.

    Each is returned once, in the order of `among`, and never `of` itself.
    """
    keys = look_alike_keys(of)
    alike = {
        other.fax_id: other
        for other in among
        if other.fax_id != of.fax_id and other.may_be_queued and keys & look_alike_keys(other)
    }
    return tuple(alike.values())
