# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds lines of the history: SQLite reads all of them, and for usual words without asking Python."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.store.column_values import ms_from

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from enum import StrEnum

    from srfax_desktop.core.archive import HistoryQuery
    from srfax_desktop.store.column_values import Value

    Condition = tuple[str, tuple[Value, ...]]
    """SQL, and the values of its question marks."""

_FIND = "SELECT number FROM history WHERE "
_NEWEST_FIRST = " ORDER BY number DESC"

_WORDS_AT_ONCE = 20
_LONG_WORD = 1_000
"""SQLite's own comparison takes patterns up to a length; this is far below it."""

_TEXT_COLUMNS = ("fax_id", "account", "status", "result")
_HAS = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in _TEXT_COLUMNS)
_HAS_LONG = " OR ".join(f"instr(folded(CAST({column} AS BLOB)), ?)" for column in _TEXT_COLUMNS)
# SQLite knows upper and lower case in ASCII only; a text that is all ASCII needs no second look.
_HAS_BEYOND_ASCII = " OR ".join(
    f"({column} GLOB '*[^\x01-\x7f]*' AND instr(folded(CAST({column} AS BLOB)), ?))"
    for column in _TEXT_COLUMNS
)
# SRFax writes most numbers without grouping: only the others are worth a call.
_HAS_DIGITS = """
    OR to_number LIKE ? ESCAPE '\\'
    OR (to_number GLOB '*[^0-9]*' AND instr(digits_of(CAST(to_number AS BLOB)), ?))
"""


def prepare(connection: sqlite3.Connection) -> None:
    """Give the connection the functions that `find` uses. Raises sqlite3.Error."""
    connection.create_function("folded", 1, _folded, deterministic=True)
    connection.create_function("digits_of", 1, _digits_of, deterministic=True)


def find(connection: sqlite3.Connection, query: HistoryQuery) -> list[int]:
    """Return the numbers of the lines that fit, newest first. Raises sqlite3.Error."""
    words = sorted(set(query.text.split()), key=len, reverse=True)  # the longest leaves least to the others
    conditions = [*_times(query), *_codes(query)]
    found = _numbers(connection, [*conditions, *map(_word, words[:_WORDS_AT_ONCE])])
    for at in range(_WORDS_AT_ONCE, len(words), _WORDS_AT_ONCE):
        if found:
            also = set(_numbers(connection, list(map(_word, words[at : at + _WORDS_AT_ONCE]))))
            found = [number for number in found if number in also]
    return found


def _numbers(connection: sqlite3.Connection, conditions: Sequence[Condition]) -> list[int]:
    where = " AND ".join(f"({sql})" for sql, _ in conditions) or "1"
    values = tuple(chain.from_iterable(values for _, values in conditions))
    return [number for (number,) in connection.execute(_FIND + where + _NEWEST_FIRST, values)]


def _times(query: HistoryQuery) -> list[Condition]:
    conditions: list[Condition] = []
    if query.since is not None:
        conditions.append(("at >= ?", (ms_from(query.since),)))
    if query.until is not None:
        conditions.append(("at < ?", (ms_from(query.until),)))
    return conditions


def _codes(query: HistoryQuery) -> list[Condition]:
    conditions: list[Condition] = []
    if query.outcomes:
        conditions.append(_one_of("outcome", query.outcomes, StopOutcome, StopOutcome.UNRECOGNISED))
    if query.events:
        conditions.append(_one_of("event", query.events, HistoryEvent, HistoryEvent.INTERRUPTED))
    return conditions


def _one_of(column: str, wanted: frozenset[StrEnum], codes: type[StrEnum], unreadable: StrEnum) -> Condition:
    """Return the condition for a code; with the one that stands for what cannot be read, that too."""
    if unreadable not in wanted:
        return f"{column} IN ({_marks(wanted)})", tuple(wanted)
    others = frozenset(codes) - wanted
    return f"{column} IS NOT NULL AND {column} NOT IN ({_marks(others)})", tuple(others)


def _marks(values: frozenset[StrEnum]) -> str:
    return ", ".join("?" * len(values))


def _word(word: str) -> Condition:
    sql, value = _text_condition(word.casefold())
    values = (value,) * len(_TEXT_COLUMNS)
    digits = "".join(filter(str.isdigit, word))
    if 0 < len(digits) <= _LONG_WORD and not any(map(str.isalpha, word)):
        return sql + _HAS_DIGITS, (*values, f"%{digits}%", digits)
    return sql, values


def _text_condition(word: str) -> tuple[str, str]:
    if len(word) > _LONG_WORD:
        return _HAS_LONG, word
    if not word.isascii():
        return _HAS_BEYOND_ASCII, word
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return _HAS, f"%{escaped}%"


def _folded(text: bytes | None) -> str | None:
    return None if text is None else text.decode("utf-8", "replace").casefold()


@lru_cache(10_000)
def _digits_of(number: bytes | None) -> str | None:
    return None if number is None else "".join(filter(str.isdigit, number.decode("utf-8", "replace")))
