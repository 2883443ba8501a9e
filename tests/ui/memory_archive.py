# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A history that is in memory only, kept to the letter of `core.archive.Archive`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from srfax_desktop.core.archive import ChainCheck, HistoryQuery, NumberedEntry
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from srfax_desktop.core.ports import StoreError

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
CLINIC = AccountNumber("12345")
NUMBER = "16045550123"
STEP = 2000


class MemoryArchive:
    """A test can change its lines behind its back, and have it fail as a disk does."""

    def __init__(self, entries: Iterable[HistoryEntry] = ()) -> None:
        self.entries: dict[int, HistoryEntry] = {}
        self.broken_at: int | None = None
        self.trouble: dict[str, StoreError] = {}  # by the name of the method that is to fail
        self.finds = 0
        self.asked: list[int] = []  # how many lines were asked for, each time
        self.closed_checks = 0
        self._last = 0
        self._texts: dict[int, str] = {}
        self.add(*entries)

    def add(self, *entries: HistoryEntry) -> list[int]:
        """Append lines, as the program does while it runs; return their numbers."""
        numbers = list(range(self._last + 1, self._last + 1 + len(entries)))
        self._last += len(entries)
        self.entries.update(zip(numbers, entries, strict=True))
        self._texts.update((number, _searched(self.entries[number])) for number in numbers)
        return numbers

    def remove(self, *numbers: int) -> None:
        for number in numbers:
            del self.entries[number]

    # The protocol

    def find(self, query: HistoryQuery) -> Sequence[int]:
        self._fail("find")
        self.finds += 1
        words = query.text.casefold().split()
        return [
            number
            for number, entry in reversed(self.entries.items())
            if _fits(entry, query) and all(word in self._texts[number] for word in words)
        ]

    def lines(self, numbers: Sequence[int]) -> list[NumberedEntry]:
        self._fail("lines")
        self.asked.append(len(numbers))
        return [NumberedEntry(number, self.entries[number]) for number in numbers if number in self.entries]

    def check_chain(self) -> Iterator[ChainCheck]:
        total = len(self.entries)
        numbers = list(self.entries)
        try:
            for checked in range(min(STEP, total), total, STEP):
                self._fail("check_chain")
                yield ChainCheck(checked, total, self._broken_among(numbers[:checked]))
            self._fail("check_chain")
            yield ChainCheck(total, total, self._broken_among(numbers), done=True)
        finally:
            self.closed_checks += 1

    def prune(self, before: datetime, now: datetime) -> int:
        self._fail("prune")
        going: list[int] = []
        for number, entry in self.entries.items():
            if entry.at >= before:
                break
            going.append(number)
        self.remove(*going)
        if going:
            self.add(HistoryEntry(now, FaxId(""), HistoryEvent.PRUNED))
        return len(going)

    def _broken_among(self, numbers: Sequence[int]) -> int | None:
        return self.broken_at if self.broken_at in numbers else None

    def _fail(self, what: str) -> None:
        if error := self.trouble.get(what):
            raise error


def _fits(entry: HistoryEntry, query: HistoryQuery) -> bool:
    return (
        (query.since is None or entry.at >= query.since)
        and (query.until is None or entry.at < query.until)
        and (not query.outcomes or entry.outcome in query.outcomes)
        and (not query.events or entry.event in query.events)
    )


def _searched(entry: HistoryEntry) -> str:
    digits = "".join(filter(str.isdigit, entry.to_number or ""))
    parts = (entry.fax_id, entry.account, digits, entry.status, entry.result)
    return "\n".join(part for part in parts if part).casefold()


class MemoryWriter:
    """An export that is kept in memory: it has its name only when it is whole."""

    def __init__(self, *, step: int = STEP, trouble: StoreError | None = None) -> None:
        self.step = step
        self.trouble = trouble  # raised after the first step
        self.files: dict[Path, list[NumberedEntry]] = {}
        self.masked: bool | None = None
        self.closed = 0

    def __call__(self, lines: Iterable[NumberedEntry], path: Path, *, masked: bool) -> Iterator[int]:
        self.masked = masked
        written: list[NumberedEntry] = []
        try:
            for line in lines:
                written.append(line)
                if len(written) % self.step == 0:
                    yield len(written)
                    if self.trouble:
                        raise self.trouble
            self.files[path] = written
            yield len(written)
        finally:
            self.closed += 1


def answered(
    fax_id: str,
    outcome: StopOutcome,
    *,
    at: datetime = BEGIN,
    attempt: int = 1,
    result: str | None = None,
    number: str | None = NUMBER,
) -> HistoryEntry:
    """A line about one attempt."""
    reason = Reason.DOCUMENTED if result else Reason.NO_ANSWER
    return HistoryEntry(
        at,
        FaxId(fax_id),
        HistoryEvent.ANSWERED,
        CLINIC,
        attempt,
        outcome,
        "Success" if result else None,
        result,
        reason,
        200 if result else None,
        0.42,
        to_number=number,
    )


def checked(
    fax_id: str,
    verdict: Verdict,
    status: str | None = "Sent",
    *,
    at: datetime = BEGIN,
    number: str | None = NUMBER,
) -> HistoryEntry:
    """A line about a look at SRFax's lists."""
    return HistoryEntry(
        at, FaxId(fax_id), HistoryEvent.CHECKED, CLINIC, status=status, verdict=verdict, to_number=number
    )


RESULTS = {
    StopOutcome.STOPPED: "Fax Cancelled",
    StopOutcome.PARTIALLY_SENT: "Fax cancelled but partially sent",
    StopOutcome.ALREADY_SENT: "Fax transmission completed",
    StopOutcome.CONVERTING: "Unable to Cancel Fax",
    StopOutcome.NOT_FOUND: "File not found – Please try again",
    StopOutcome.UNRECOGNISED: "Perhaps",
}


def life_of(fax: int, begin: datetime) -> list[HistoryEntry]:
    """All lines about one fax: ten of them, of which six are attempts and checks."""
    fax_id, number = FaxId(str(31_500_000 + fax)), f"1604555{100 + fax % 100:04}"
    outcomes = list(StopOutcome)
    lines = [HistoryEntry(begin, fax_id, event, CLINIC) for event in (HistoryEvent.ADDED, HistoryEvent.ASKED)]
    for attempt in (1, 2, 3):
        at = begin + timedelta(seconds=10 * attempt)
        outcome = outcomes[(fax + 5 * attempt) % len(outcomes)] if attempt < 3 else outcomes[fax % 3]
        lines.append(HistoryEntry(at, fax_id, HistoryEvent.SENDING, CLINIC, attempt, to_number=number))
        lines.append(
            answered(fax_id, outcome, at=at, attempt=attempt, result=RESULTS.get(outcome), number=number)
        )
    verdict = list(Verdict)[fax % len(Verdict)]
    lines.append(checked(fax_id, verdict, at=begin + timedelta(seconds=45), number=number))
    lines.append(HistoryEntry(begin + timedelta(seconds=60), fax_id, HistoryEvent.REMOVED, CLINIC))
    return lines


@cache
def many(count: int) -> tuple[HistoryEntry, ...]:
    """So many lines, a fax every two minutes."""
    lines: list[HistoryEntry] = []
    for fax in range(count // 10 + 1):
        lines += life_of(fax, BEGIN + timedelta(minutes=2 * fax))
    return tuple(lines[:count])
