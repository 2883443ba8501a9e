# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""All that is known of one fax, gathered for whoever has to judge whether its going out was a breach."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, TypeVar

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import UNDER_WAY
from srfax_desktop.core.history import HistoryEvent as E
from srfax_desktop.core.masking import masked_number, masked_text
from srfax_desktop.core.requests_made import RequestGroup, request_groups
from srfax_desktop.core.status import Status, status_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from _typeshed import DataclassInstance

    from srfax_desktop.core.check import FaxCheck
    from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.listing import FaxDetails

P = TypeVar("P", bound="DataclassInstance")

_OF_REQUESTS = frozenset({E.SENDING, E.ANSWERED, E.INTERRUPTED})
_NEVER_HIDDEN = frozenset({"fax_id", "account"})
"""What tells one fax from another is digits too, and no destination."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something else that happened, once or several times. status, result: SRFax's own words of it."""

    event: E
    times: tuple[datetime, ...]
    verdict: Verdict | None = None
    status: str | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """What is written down about one fax. Every moment is in UTC.

    masked: `to_number` and every text that somebody wrote show no more of the destination's number
    than its last four digits.
    user, computer: who makes this record, where. The program keeps each user's list apart, so whoever
    asked for the stop had signed in to the computer under the same name.
    accounts: those that SRFax was asked with; else the one that the fax belongs to.
    requests: oldest first. marks: what else the history tells, by the first time of each.
    last_answer: to a stop. check: what SRFax's lists said afterwards.
    complete: whether the history is there from its first line on.
    """

    fax_id: FaxId
    status: Status
    made_at: datetime
    user: str
    computer: str
    masked: bool
    accounts: tuple[AccountNumber, ...]
    to_number: str | None = field(repr=False)
    details: FaxDetails | None
    requests: tuple[RequestGroup, ...]
    marks: tuple[Mark, ...]
    last_answer: HistoryEntry | None
    check: FaxCheck | None
    notes: CallNotes
    complete: bool

    @property
    def contradicted(self) -> bool:
        """Whether the lists contradict the answer to the stop: what is true cannot be known from here."""
        return self.check is not None and self.check.verdict is Verdict.CONTRADICTED


def incident_record(
    fax: FaxRecord,
    history: Sequence[HistoryEntry],
    *,
    account: AccountNumber | None,
    user: str,
    computer: str,
    masked: bool,
    made_at: datetime,
) -> IncidentRecord:
    """Gather what is known of `fax`, whose history is given oldest first.

    account: the one signed in, for a fax that belongs to none yet.
    """
    numbers = _numbers(fax, history)
    mask = _Mask(numbers) if masked else _NoMask()
    shown = [mask.over(entry) for entry in history]
    answers = [entry for entry in shown if entry.event is E.ANSWERED]
    return IncidentRecord(
        fax_id=fax.fax_id,
        status=_status(fax),
        made_at=made_at,
        user=mask.text(user),
        computer=mask.text(computer),
        masked=masked,
        accounts=_accounts(fax, history, account),
        to_number=mask.number(numbers[0]) if numbers else None,
        details=mask.over(fax.details) if fax.details else None,
        requests=request_groups(shown),
        marks=_marks(shown, skip_last_check=fax.check is not None),
        last_answer=answers[-1] if answers else None,
        check=mask.over(fax.check) if fax.check else None,
        notes=mask.over(fax.notes) if fax.notes else CallNotes(),
        complete=bool(history) and history[0].event is E.ADDED,
    )


def _status(fax: FaxRecord) -> Status:
    contradicted = fax.check is not None and fax.check.verdict is Verdict.CONTRADICTED
    if contradicted and fax.state not in UNDER_WAY:
        return Status.NOT_CONFIRMED
    return status_of(fax, None, None)


def _numbers(fax: FaxRecord, history: Sequence[HistoryEntry]) -> tuple[str, ...]:
    """Return each destination number that is known, the newest first."""
    newest = fax.details.to_number if fax.details else None
    older = (entry.to_number for entry in reversed(history))
    return tuple(dict.fromkeys(filter(None, (newest, *older))))


def _accounts(
    fax: FaxRecord, history: Sequence[HistoryEntry], account: AccountNumber | None
) -> tuple[AccountNumber, ...]:
    asked_with = dict.fromkeys(entry.account for entry in history if entry.event is E.SENDING)
    return tuple(filter(None, asked_with)) or tuple(filter(None, [fax.account or account]))


def _marks(history: Sequence[HistoryEntry], *, skip_last_check: bool) -> tuple[Mark, ...]:
    checks = [entry for entry in history if entry.event is E.CHECKED]
    last_check = checks[-1] if checks and skip_last_check else None
    found: dict[Mark, list[datetime]] = {}
    for entry in history:
        if entry.event not in _OF_REQUESTS and entry is not last_check:
            mark = Mark(entry.event, (), entry.verdict, entry.status, entry.result)
            found.setdefault(mark, []).append(entry.at)
    return tuple(replace(mark, times=tuple(times)) for mark, times in found.items())


class _NoMask:
    """Shows everything."""

    def number(self, number: str) -> str:
        return number

    def text(self, text: str) -> str:
        return text

    def over(self, piece: P) -> P:
        return piece


class _Mask(_NoMask):
    """Hides the known numbers, wherever they stand."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = known

    def number(self, number: str) -> str:
        return masked_number(number)

    def text(self, text: str) -> str:
        return masked_text(text, self._known)

    def over(self, piece: P) -> P:
        """Hide them in each text of a dataclass, whatever it is called: a new one is not forgotten."""
        texts = {each.name: getattr(piece, each.name) for each in fields(piece)}
        hidden = {name: self._hide(name, value) for name, value in texts.items() if type(value) is str}
        return replace(piece, **hidden)

    def _hide(self, name: str, value: str) -> str:
        if name in _NEVER_HIDDEN:
            return value
        return self.number(value) if name == "to_number" else self.text(value)
