# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is searched for: kinds of lines, and days of this computer's calendar as moments in UTC."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.archive import ATTEMPT_EVENTS, HistoryQuery
from srfax_desktop.core.check import PROVES, Verdict
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.history_filter import (
    ATTEMPTS,
    EVERYTHING,
    KINDS,
    UNPROVEN,
    HistoryFilter,
    day_begins,
    filter_of,
    kind_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def live_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def move(zone: str) -> None:
        patch.setenv("TZ", zone)
        time.tzset()

    with monkeypatch.context() as patch:
        yield move
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("UTC", date(2026, 3, 8), "2026-03-08 00:00"),
        ("America/Vancouver", date(2026, 3, 8), "2026-03-08 08:00"),  # clocks go forward later that day
        ("America/Vancouver", date(2026, 3, 9), "2026-03-09 07:00"),
        ("America/Vancouver", date(2026, 11, 1), "2026-11-01 07:00"),  # and back later that day
        ("America/Vancouver", date(2026, 11, 2), "2026-11-02 08:00"),
        ("America/St_Johns", date(2026, 7, 1), "2026-07-01 02:30"),
        ("Pacific/Auckland", date(2026, 1, 1), "2025-12-31 11:00"),
        ("America/Havana", date(2024, 3, 10), "2024-03-10 05:00"),  # has no midnight: it begins at one
        ("America/Havana", date(2024, 11, 3), "2024-11-03 04:00"),  # has two midnights
    ],
)
def test_when_a_day_begins(live_in: Callable[[str], None], zone: str, day: date, begins: str) -> None:
    live_in(zone)
    assert day_begins(day) == datetime.fromisoformat(begins).replace(tzinfo=UTC)


def test_both_days_are_included(live_in: Callable[[str], None]) -> None:
    live_in("America/Vancouver")
    found = filter_of(ATTEMPTS, first=date(2026, 3, 7), last=date(2026, 3, 8)).query
    assert found.since == datetime(2026, 3, 7, 8, tzinfo=UTC)
    assert found.until == datetime(2026, 3, 9, 7, tzinfo=UTC)  # two days of which one has 23 hours


def test_days_that_do_not_matter() -> None:
    assert filter_of(EVERYTHING) == HistoryFilter(HistoryQuery())
    assert filter_of(ATTEMPTS) == HistoryFilter(HistoryQuery(events=ATTEMPT_EVENTS))


def test_spaces_that_mean_nothing_make_no_other_search() -> None:
    assert filter_of(ATTEMPTS, "  fax   cancelled ") == filter_of(ATTEMPTS, "fax cancelled")


def test_each_kind_has_a_name_of_its_own(qapp: object) -> None:
    names = [kind_words(kind) for kind in KINDS]
    assert len(set(names)) == len(KINDS) == len(StopOutcome) + 3
    assert names[0] == "All attempts"
    assert names[1] == "Stopped"
    assert names[-1] == "Everything"


def test_every_outcome_can_be_chosen() -> None:
    assert {outcome for kind in KINDS for outcome in kind.outcomes} == set(StopOutcome)
    assert all(kind.events == ATTEMPT_EVENTS for kind in KINDS if kind.outcomes)


def test_what_was_not_confirmed() -> None:
    assert UNPROVEN.events == {HistoryEvent.CHECKED}
    assert UNPROVEN.verdicts == (frozenset(Verdict) - PROVES) | {Verdict.CONTRADICTED}
    assert filter_of(UNPROVEN).verdicts == UNPROVEN.verdicts
