# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The icon and the colours of a line of the history."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.status_style import BAD, BUSY, CALM, GOOD, PARTLY, UNSURE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.ui.status_style import Tone


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line looks. icon: its name among the resources."""

    icon: str
    tone: Tone


OUTCOME_STYLE: Mapping[StopOutcome, LineStyle] = MappingProxyType(
    {
        StopOutcome.STOPPED: LineStyle("stopped", GOOD),
        StopOutcome.PARTIALLY_SENT: LineStyle("partially-sent", PARTLY),
        StopOutcome.ALREADY_SENT: LineStyle("already-sent", BAD),
        StopOutcome.CONVERTING: LineStyle("retrying", BUSY),
        StopOutcome.NOT_FOUND: LineStyle("not-found", PARTLY),
        StopOutcome.LOGIN_REJECTED: LineStyle("refused", BAD),
        StopOutcome.BLOCKED: LineStyle("on-hold", PARTLY),
        StopOutcome.UNREACHABLE: LineStyle("on-hold", PARTLY),
        StopOutcome.UNTRUSTED_CERTIFICATE: LineStyle("refused", BAD),
        StopOutcome.TIMED_OUT: LineStyle("not-confirmed", UNSURE),
        StopOutcome.SERVICE_FAULT: LineStyle("warning", PARTLY),
        StopOutcome.UNRECOGNISED: LineStyle("not-confirmed", UNSURE),
    },
)

# None of them is green: what is confirmed may be that the fax went out.
VERDICT_STYLE: Mapping[Verdict, LineStyle] = MappingProxyType(
    {
        Verdict.CONFIRMED: LineStyle("search", CALM),
        Verdict.CONTRADICTED: LineStyle("not-confirmed", UNSURE),
        Verdict.SETTLED: LineStyle("search", CALM),
        Verdict.UNSETTLED: LineStyle("search", UNSURE),
        Verdict.NOT_ASKED: LineStyle("on-hold", PARTLY),
    },
)

EVENT_STYLE: Mapping[HistoryEvent, LineStyle] = MappingProxyType(
    {
        HistoryEvent.ADDED: LineStyle("waiting", CALM),
        HistoryEvent.ASKED: LineStyle("in-line", BUSY),
        HistoryEvent.SENDING: LineStyle("stopping", BUSY),
        HistoryEvent.ANSWERED: LineStyle("not-confirmed", UNSURE),
        HistoryEvent.INTERRUPTED: LineStyle("not-confirmed", UNSURE),
        HistoryEvent.GAVE_UP: LineStyle("ended", UNSURE),
        HistoryEvent.ENDED: LineStyle("ended", UNSURE),
        HistoryEvent.REMOVED: LineStyle("close", CALM),
        HistoryEvent.CHECKED: LineStyle("search", UNSURE),
        HistoryEvent.LEFT_QUEUE: LineStyle("sent", CALM),
        HistoryEvent.NOTED: LineStyle("information", CALM),
        HistoryEvent.PRUNED: LineStyle("information", CALM),
    },
)


def line_style(entry: HistoryEntry) -> LineStyle:
    """Return how a line looks: by its outcome or verdict where it has one, or by its event."""
    if entry.event is HistoryEvent.ANSWERED and entry.outcome:
        return OUTCOME_STYLE[entry.outcome]
    if entry.event is HistoryEvent.CHECKED and entry.verdict:
        return VERDICT_STYLE[entry.verdict]
    return EVENT_STYLE[entry.event]
