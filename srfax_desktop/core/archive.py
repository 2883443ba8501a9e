# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The whole history, to be searched, checked, exported and shortened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from srfax_desktop.core.history import HistoryEvent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.outcome import StopOutcome

ATTEMPT_EVENTS = frozenset({HistoryEvent.ANSWERED, HistoryEvent.INTERRUPTED, HistoryEvent.CHECKED})
"""What was asked of SRFax and came to something."""


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """Which lines are wanted. What is None or empty is not looked at.

    text: all of its words are to be in the line: in the fax ID, the account, the destination number
    (its digits, however they are grouped) or SRFax's words; upper and lower case are one.
    since, until: moments in UTC; `since` is included, `until` is not.
    """

    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    outcomes: frozenset[StopOutcome] = field(default_factory=frozenset)
    events: frozenset[HistoryEvent] = field(default_factory=frozenset)


class NumberedEntry(NamedTuple):
    """A line and its number. Numbers only grow, and none is used twice."""

    number: int
    entry: HistoryEntry


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """How far the history has been checked, and whether it is as it was written.

    checked of total lines. broken_at: the number of the first line that is not as it was written, or
    before which one is missing; None where none was found so far.
    """

    checked: int
    total: int
    broken_at: int | None = None
    done: bool = False

    @property
    def intact(self) -> bool:
        """Whether all of it was checked and nothing was found."""
        return self.done and self.broken_at is None


class Archive(Protocol):
    """Used by the thread that owns the store. Every method raises StoreError."""

    def find(self, query: HistoryQuery) -> Sequence[int]:
        """Return the numbers of the lines that fit, newest first."""

    def lines(self, numbers: Sequence[int]) -> list[NumberedEntry]:
        """Return these lines, in the order of `numbers`; those that are gone are left out."""

    def check_chain(self) -> Iterator[ChainCheck]:
        """Check every line, a few thousand at each step; the last one yielded is `done`."""

    def prune(self, before: datetime, now: datetime) -> int:
        """Remove the lines older than `before` and say so in a new line. Returns how many.

        Only the oldest lines go: where a line in between is younger, all that follow it stay.
        """


class ExportWriter(Protocol):
    """Writes lines of the history into a file: `store/history_export.py` has one for each format."""

    def __call__(self, lines: Iterable[NumberedEntry], path: Path, *, masked: bool) -> Iterator[int]:
        """Write the file, a few thousand lines at each step; yields how many are written so far.

        It has its name only when it is whole. masked: destination numbers show their last four digits
        only. Raises StoreError.
        """
