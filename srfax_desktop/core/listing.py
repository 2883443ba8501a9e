# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax tells of faxes in its lists, and which of them look like the same document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import Reason, StopOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    known = {each.name: getattr(newer, each.name) for each in fields(newer)}
    if newer.status is None:
        del known["status_text"]
    elif newer.may_be_queued:
        older = replace(older, sent_at=None)
    return replace(older, **{name: value for name, value in known.items() if value is not None})


_COUNTER = re.compile(r"[_-][0-9]+$")
_SECONDS = re.compile(r"(?<=:[0-9]{2}):[0-9]{2}")
_STAMPED_MINUTE = re.compile(r"(20[0-9]{10})[0-9]{2}(?![0-9])")


def siblings(of: FaxDetails, among: Iterable[FaxDetails]) -> tuple[FaxDetails, ...]:
    """Return those in `among` that may still be queued and look like the same document as `of`.

    A fax sent to several numbers is several faxes. They look alike where
    - subject and file prefix are the same: `20180101230101-8812-34` is the prefix of
      `20180101230101-8812-34_0`, the document without its last counter; or
    - they were queued in the same minute by the same sender. The minute is that of DateQueued;
      where one of the two has none, that of the time with which both documents' names begin.
    What is not known is never the same, but for the subject: two faxes without one match.
    Each is returned once, in the order of `among`, and never `of` itself.
    """
    alike = {
        other.fax_id: other
        for other in among
        if other.fax_id != of.fax_id and other.may_be_queued and _look_alike(of, other)
    }
    return tuple(alike.values())


def _look_alike(one: FaxDetails, other: FaxDetails) -> bool:
    same_document = _prefix(one) is not None and _prefix(one) == _prefix(other)
    if same_document and _folded(one.subject) == _folded(other.subject):
        return True
    return one.sender is not None and one.sender == other.sender and _same_minute(one, other)


def _prefix(fax: FaxDetails) -> str | None:
    return _COUNTER.sub("", fax.document) if fax.document else None


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def _same_minute(one: FaxDetails, other: FaxDetails) -> bool:
    if one.queued_at_text and other.queued_at_text:
        return _to_the_minute(one.queued_at_text) == _to_the_minute(other.queued_at_text)
    stamps = [_STAMPED_MINUTE.match(fax.document or "") for fax in (one, other)]
    minutes = {stamp[1] if stamp else None for stamp in stamps}
    return len(minutes) == 1 and None not in minutes


def _to_the_minute(text: str) -> str:
    return _folded(_SECONDS.sub("", text))
