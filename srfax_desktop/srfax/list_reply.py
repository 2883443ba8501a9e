# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a reply to a question for a list means: never a list silently shorter, nor a failure an empty one."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeGuard

from srfax_desktop.core.listing import FaxDetails, ListAnswer, ListSource
from srfax_desktop.core.outcome import Reason
from srfax_desktop.core.outcome import StopOutcome as O
from srfax_desktop.srfax.classify import OUTCOME_OF, judge, refusal
from srfax_desktop.srfax.list_row import FIELDS, read_row
from srfax_desktop.srfax.reply import HttpReply, Reply, bounded, compact, read_reply
from srfax_desktop.srfax.retry_after import retry_after_s

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from srfax_desktop.core.fax import FaxId

MAX_ROWS = 100_000
MAX_UNREAD = 500
"""The most characters kept of a row that cannot be read."""

_MAX_DEPTH = 20
_ROWS_EACH, _PAUSE_S = 8, 50e-6
"""After so many rows, whoever waits for the interpreter is let in: the window's thread asks for it a hundred
times for each paint, and each time would be kept waiting for its turn."""


def list_answer(http: HttpReply, source: ListSource, asked: Sequence[FaxId] = ()) -> ListAnswer:
    """Return what a reply says; `elapsed_s` is left at 0. asked: the faxes that were asked about by ID.

    An empty list is an empty queue or outbox: `[]`, null or a blank text under Status `Success`,
    and nothing else. Where faxes were asked about by ID, and where not one row can be read, it is no answer.
    """
    reason = refusal(http.http_status)
    if reason is not None:
        wait_s = retry_after_s(http.headers)
        answer = ListAnswer(source, OUTCOME_OF[reason], reason, retry_after_s=wait_s)
    else:
        answer = _answer(read_reply(http.body), source, asked)
    return replace(answer, http_status=http.http_status)


def _answer(reply: Reply, source: ListSource, asked: Sequence[FaxId]) -> ListAnswer:
    if reply.problem is not None or not reply.succeeded:
        return _no_list(reply, source)
    if _is_nothing(reply.data) and not asked:
        return ListAnswer(source)
    if not isinstance(reply.data, list | dict):
        return _no_list(reply, source)
    rows = list(islice(_rows(reply.data), MAX_ROWS + 1)) if reply.data else []
    if len(rows) > MAX_ROWS:
        return ListAnswer(source, OUTCOME_OF[Reason.TOO_LARGE], Reason.TOO_LARGE)
    faxes, unread = _read(rows, asked)
    if not faxes:
        return replace(_no_list(reply, source), unread=unread)
    return ListAnswer(source, faxes=faxes, unread=unread)


def _no_list(reply: Reply, source: ListSource) -> ListAnswer:
    outcome, reason, _ = judge(reply)
    if reason is Reason.DOCUMENTED and not _speaks_of(source, outcome):
        outcome, reason = O.UNRECOGNISED, Reason.UNKNOWN_TEXT  # Stop_Fax's words, in no place of theirs
    if reply.problem is None and reply.succeeded is False and reason is not Reason.DOCUMENTED:
        outcome = O.SERVICE_FAULT  # SRFax refuses, whatever its words
        reason = Reason.NOT_TEXT if reason is Reason.NOT_TEXT else Reason.UNKNOWN_TEXT
    return ListAnswer(source, outcome, reason, reply.result)


def _speaks_of(source: ListSource, outcome: O) -> bool:
    return outcome is O.LOGIN_REJECTED or (outcome is O.NOT_FOUND and source is ListSource.STATUS)


def _is_nothing(data: object) -> bool:
    return data is None or data == [] or (isinstance(data, str) and not data.strip())


def _rows(value: object, name: str | None = None, depth: int = 0) -> Iterator[object]:
    """Yield the rows within a list or an object, however deep, and all else that is there beside them.

    Of what is within a row, only other rows are.
    """
    if depth <= _MAX_DEPTH and value:
        if _is_row(value):
            yield value
            for item in value.values():
                if isinstance(item, dict | list):  # most rows have none
                    yield from filter(_is_row, _rows(item, None, depth + 2))
            return
        if isinstance(value, dict):
            for key, item in value.items():
                yield from _rows(item, key, depth + 1)
            return
        if isinstance(value, list):
            for item in value:
                yield from _rows(item, None, depth + 1)
            return
    yield value if name is None or isinstance(value, dict) else {name: value}


def _is_row(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict) and not FIELDS.isdisjoint(value)


def _read(rows: Iterable[object], asked: Sequence[FaxId]) -> tuple[tuple[FaxDetails, ...], tuple[str, ...]]:
    faxes: dict[FaxId, FaxDetails] = {}
    unread: list[str] = []
    for number, row in enumerate(rows, 1):
        if number % _ROWS_EACH == 0:
            time.sleep(_PAUSE_S)
        fax = read_row(row, asked) if isinstance(row, dict) else None
        if fax is None or fax.fax_id in faxes:
            unread.append(_quoted(row))
        else:
            faxes[fax.fax_id] = fax
    return tuple(faxes.values()), tuple(unread)


def _quoted(row: object) -> str:
    try:
        return bounded(compact(row), MAX_UNREAD)
    except RecursionError:
        return "…"
