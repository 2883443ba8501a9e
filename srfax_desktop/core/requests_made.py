# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The requests to stop one fax, taken from its history: those that came to the same are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.history import HistoryEvent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.outcome import Reason, StopOutcome


class Request(NamedTuple):
    """One request. number: counts from 1 each time that a stop is asked for anew. Moments are in UTC.

    sent_at: None where that line of the history is gone. ended_at: when its answer, or what happened
    instead of one, was known; None where there is none.
    """

    number: int
    sent_at: datetime | None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RequestGroup:
    """Requests one after the other that came to the same, with SRFax's own words.

    end: ANSWERED; INTERRUPTED where the program ended before the answer; SENDING where it is still awaited.
    asked_at: when the stop was asked for that these were made for; None where that line is gone.
    """

    end: HistoryEvent
    outcome: StopOutcome | None
    status: str | None
    result: str | None
    reason: Reason | None
    http_status: int | None
    requests: tuple[Request, ...]
    asked_at: datetime | None = None

    def is_followed_by(self, other: RequestGroup) -> bool:
        """Whether `other` came to the same, and no stop was asked for anew in between."""
        same = replace(self, requests=()) == replace(other, requests=())
        return same and self.requests[-1].number + 1 == other.requests[0].number

    def begins_anew(self, before: RequestGroup) -> bool:
        """Whether a stop was asked for anew since `before`, the group before this one."""
        return self.requests[0].number <= before.requests[-1].number


def request_groups(history: Iterable[HistoryEntry]) -> tuple[RequestGroup, ...]:
    """Return the requests of one fax, whose history is given oldest first."""
    groups: list[RequestGroup] = []
    for single in _singles(history):
        if groups and groups[-1].is_followed_by(single):
            groups[-1] = replace(groups[-1], requests=(*groups[-1].requests, *single.requests))
        else:
            groups.append(single)
    return tuple(groups)


def _singles(history: Iterable[HistoryEntry]) -> list[RequestGroup]:
    singles: list[RequestGroup] = []
    awaited: dict[int, int] = {}  # number of the request -> its place among the singles
    asked_at = round_asked_at = None
    for entry in history:
        if entry.event is HistoryEvent.ASKED:
            asked_at = entry.at
        elif entry.event is HistoryEvent.SENDING:
            if not singles or entry.attempt <= singles[-1].requests[0].number:
                round_asked_at = asked_at  # to hasten a try is no new beginning
            awaited[entry.attempt] = len(singles)
            singles.append(_group(entry, Request(entry.attempt, entry.at), round_asked_at))
        elif entry.event in (HistoryEvent.ANSWERED, HistoryEvent.INTERRUPTED):
            # An interruption is only noticed at the next start: that moment says nothing.
            ended_at = entry.at if entry.event is HistoryEvent.ANSWERED else None
            place = awaited.pop(entry.attempt, None)
            if place is None:
                singles.append(_group(entry, Request(entry.attempt, None, ended_at), round_asked_at))
            else:
                (sent,) = singles[place].requests
                singles[place] = _group(entry, sent._replace(ended_at=ended_at), singles[place].asked_at)
    return singles


def _group(entry: HistoryEntry, request: Request, asked_at: datetime | None) -> RequestGroup:
    return RequestGroup(
        entry.event,
        entry.outcome,
        entry.status,
        entry.result,
        entry.reason,
        entry.http_status,
        (request,),
        asked_at,
    )
