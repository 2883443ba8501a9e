# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which lines of the history are wanted, and which days they are from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate

from srfax_desktop.core.archive import ATTEMPT_EVENTS, HistoryQuery
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.messages import outcome_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Kind:
    """A choice of lines. An empty set leaves nothing out."""

    events: frozenset[HistoryEvent] = field(default_factory=frozenset)
    outcomes: frozenset[StopOutcome] = field(default_factory=frozenset)
    verdicts: frozenset[Verdict] = field(default_factory=frozenset)


ATTEMPTS = Kind(events=ATTEMPT_EVENTS)
UNPROVEN = Kind(
    events=frozenset({HistoryEvent.CHECKED}),
    verdicts=frozenset({Verdict.CONTRADICTED, Verdict.UNSETTLED, Verdict.NOT_ASKED}),
)
EVERYTHING = Kind()
KINDS = (
    ATTEMPTS,
    *(Kind(ATTEMPT_EVENTS, frozenset({outcome})) for outcome in StopOutcome),
    UNPROVEN,
    EVERYTHING,
)


def kind_words(kind: Kind) -> str:
    """Return what a choice is called."""
    if kind == UNPROVEN:
        return translate("history_filter", "Checks that did not confirm, or contradict")
    for outcome in kind.outcomes:
        return outcome_words(outcome)
    if kind == EVERYTHING:
        return translate("history_filter", "Everything")
    return translate("history_filter", "All attempts")


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What is searched for. The archive knows no verdicts: those are looked for in what it finds."""

    query: HistoryQuery = field(default_factory=lambda: HistoryQuery(events=ATTEMPT_EVENTS))
    verdicts: frozenset[Verdict] = field(default_factory=frozenset)


def filter_of(
    kind: Kind, text: str = "", first: date | None = None, last: date | None = None
) -> HistoryFilter:
    """Return the filter for a kind of lines, words, and days of this computer's calendar.

    first, last: both days are included; None: as early, or as late, as there is any.
    """
    query = HistoryQuery(
        text=" ".join(text.split()),
        since=day_begins(first) if first else None,
        until=day_begins(last + timedelta(days=1)) if last else None,
        outcomes=kind.outcomes,
        events=kind.events,
    )
    return HistoryFilter(query, kind.verdicts)


def day_begins(day: date) -> datetime:
    """Return the moment, in UTC, at which a day begins here.

    Where the clocks are put forward at midnight, it is the moment at which they are; where midnight
    comes twice, it is the first. Qt knows that, Python's `astimezone` is an hour early.
    """
    begins = QDate(day.year, day.month, day.day).startOfDay()
    return datetime.fromtimestamp(begins.toSecsSinceEpoch(), UTC)
