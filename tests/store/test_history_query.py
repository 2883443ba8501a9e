# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is searched for is found, by words, digits, time and code, and nothing else is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.archive import ATTEMPT_EVENTS, HistoryQuery, NumberedEntry
from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from tests.store.lines import START, entries, in_memory, some_lines, unhurried

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.store.database import Database

LINE = HistoryEntry(
    START,
    FaxId("31524120"),
    HistoryEvent.ANSWERED,
    AccountNumber("98765"),
    status="Failed",
    result="File not found – Please try again",
    to_number="16045550123",
)


def finds(database: Database, text: str) -> bool:
    return database.find(HistoryQuery(text)) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "31524120",
        "524",
        "98765",
        "failed",
        "FILE not",
        "again file",
        "–",
        "file 31524120 987 failed",
        "16045550123",
        "604-555-0123",
        "(604) 555-0123",
        "604.555.0123",
        "604/555/0123",
        "+1 604 555 0123",
        "0123 file",
        "file " * 5000,
    ],
)
def test_all_words_are_looked_for_wherever_they_may_stand(database: Database, text: str) -> None:
    database.write([], [LINE])
    assert finds(database, text)


@pytest.mark.parametrize(
    "text",
    [
        "31524121",
        "answered",  # a code of ours is none of SRFax's words
        "file lost",
        "not_found",  # `_` and `%` stand for themselves
        "fi%e",
        "f\\ile",
        "604-555-0124",
        "x604-555-0123",
        "failedfile",  # words of two columns are not one
        "12098765",
        "file " * 30 + "lost",
        "x" * 60_000,
        "1" * 60_000,
        "é",
        "ſ" * 1001,
        " ".join(f"word{n}" for n in range(3000)),
    ],
)
def test_a_word_that_is_nowhere_finds_nothing(database: Database, text: str) -> None:
    database.write([], [LINE])
    assert database.find(HistoryQuery(text)) == []


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        ("+1 (604) 555-0123", "6045550123"),
        ("604–555\u00a00123", "604-555-0123"),
        ("1 604 555 0123", "16045550123"),
    ],
)
def test_a_number_is_found_however_srfax_has_grouped_it(database: Database, kept: str, text: str) -> None:
    database.write([], [replace(LINE, to_number=kept), replace(LINE, to_number="16045550199")])
    assert finds(database, text)


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        ("Télécopie annulée", "TÉLÉCOPIE"),
        ("ÉCHEC", "échec"),
        ("100 % _ done \\", "100 % _ \\"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
        ("a" * 3000, "A" * 2000),
        ("É" * 3000, "é" * 2000),
    ],
)
def test_upper_and_lower_case_are_one_in_every_language(database: Database, kept: str, text: str) -> None:
    database.write([], [replace(LINE, result=kept), LINE])
    assert finds(database, text)


def test_of_many_words_none_is_left_out(database: Database) -> None:
    words = [f"word{n}," for n in range(100)]
    without = [" ".join(word for word in words if word != each) for each in (words[3], words[77])]
    lines = [replace(LINE, result=text) for text in (" ".join(words), *without, " ".join(words[::-1]))]
    database.write([], lines)
    assert database.find(HistoryQuery(" ".join(words))) == [4, 1]
    assert database.find(HistoryQuery(" ".join([*words, "word100"]))) == []


def test_the_newest_come_first_and_times_are_from_to(database: Database) -> None:
    database.write([], some_lines(10))
    assert database.find(HistoryQuery()) == list(range(10, 0, -1))
    since, until = START + timedelta(minutes=3), START + timedelta(minutes=6)
    assert database.find(HistoryQuery(since=since, until=until)) == [6, 5, 4]
    a_bit = timedelta(microseconds=1)
    assert database.find(HistoryQuery(since=since + a_bit, until=until + a_bit)) == [7, 6, 5]
    local = since.astimezone(timezone(timedelta(hours=-8)))
    assert database.find(HistoryQuery(since=local)) == [10, 9, 8, 7, 6, 5, 4]


def test_codes_are_looked_for_one_by_one(database: Database) -> None:
    database.write(
        [],
        [
            *(replace(LINE, outcome=outcome) for outcome in StopOutcome),
            *(replace(LINE, event=event) for event in HistoryEvent),
        ],
    )
    outcomes = len(StopOutcome)
    for at, outcome in enumerate(StopOutcome, 1):
        assert database.find(HistoryQuery(outcomes=frozenset({outcome}))) == [at]
    assert database.find(HistoryQuery(outcomes=frozenset(StopOutcome))) == list(range(outcomes, 0, -1))
    for at, event in enumerate(HistoryEvent, outcomes + 1):
        found = database.find(HistoryQuery(events=frozenset({event})))
        assert [number for number in found if number > outcomes] == [at]
    both = HistoryQuery(outcomes=frozenset({StopOutcome.STOPPED}), events=frozenset({HistoryEvent.ADDED}))
    assert database.find(both) == []


def test_what_cannot_be_read_is_found_as_what_it_is_shown_as(database: Database, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO history (at, fax_id, event, attempt, outcome, result, to_number) VALUES"
            " ('soon', x'3331', 'vanished', 'x', 'stopqed',"
            " CAST(x'66ff66c389' AS TEXT), CAST(x'36ff30' AS TEXT))",
        )
    for query in (
        HistoryQuery(),
        HistoryQuery(outcomes=frozenset({StopOutcome.UNRECOGNISED})),
        HistoryQuery(events=ATTEMPT_EVENTS),
        HistoryQuery("é"),
        HistoryQuery("f"),
        HistoryQuery("60"),
        HistoryQuery("f \ufffd"),
    ):
        assert database.find(query) == [1]
    assert database.find(HistoryQuery(outcomes=frozenset({StopOutcome.STOPPED}))) == []
    assert database.lines([1])[0].entry.event is HistoryEvent.INTERRUPTED


def test_lines_come_in_the_order_asked_for_without_those_that_are_gone(database: Database) -> None:
    lines = some_lines(1200)
    database.write([], lines)
    assert database.lines([]) == []
    assert database.lines([3, 1, 5000, -1, 3]) == [
        NumberedEntry(3, lines[2]),
        NumberedEntry(1, lines[0]),
        NumberedEntry(3, lines[2]),
    ]
    assert [line.entry for line in database.lines(range(1, 1201))] == lines


def fits(entry: HistoryEntry, query: HistoryQuery) -> bool:
    """Say the same as `core.archive.HistoryQuery`, in Python."""
    if (query.since and entry.at < query.since) or (query.until and entry.at >= query.until):
        return False
    if query.outcomes and entry.outcome not in query.outcomes:
        return False
    if query.events and entry.event not in query.events:
        return False
    texts = [text.casefold() for text in (entry.fax_id, entry.account, entry.status, entry.result) if text]
    number = "".join(filter(str.isdigit, entry.to_number or ""))

    def has(word: str) -> bool:
        digits = "".join(filter(str.isdigit, word))
        is_number = bool(digits) and not any(map(str.isalpha, word)) and digits in number
        return is_number or any(word.casefold() in text for text in texts)

    return all(map(has, query.text.split()))


letters = "aAeEéÉ%_\\ 0123456789-(."
moments = st.none() | st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=START.tzinfo)
)
queries = st.builds(
    HistoryQuery,
    st.text(letters, max_size=5),
    moments,
    moments,
    st.frozensets(st.sampled_from(StopOutcome), max_size=8),
    st.frozensets(st.sampled_from(HistoryEvent), max_size=8),
)
texts = st.none() | st.text(letters, max_size=12)


@unhurried
@given(
    st.lists(st.builds(replace, entries(), status=texts, result=texts), max_size=12),
    queries,
    st.lists(st.text(letters, max_size=3), max_size=3),
)
def test_what_is_found_is_what_fits(lines: list[HistoryEntry], query: HistoryQuery, texts: list[str]) -> None:
    with closing(in_memory()) as database:
        database.write([], lines)
        for wanted in (query, *map(HistoryQuery, texts)):
            expected = [number for number, line in enumerate(lines, 1) if fits(line, wanted)]
            assert database.find(wanted) == expected[::-1]
