# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has every reader of the program read a reply, and sets what each says against the oracle."""

from __future__ import annotations

import time
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from srfax_desktop.core.check import Verdict, verdict_on
from srfax_desktop.core.fax import FaxId, parse_fax_id
from srfax_desktop.core.listing import ListSource
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.srfax.classify import sign_in_answer, stop_answer
from srfax_desktop.srfax.list_reply import list_answer
from srfax_desktop.srfax.reply import HttpReply
from tests.srfax import oracle

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.listing import ListAnswer
    from srfax_desktop.core.outcome import StopAnswer

CAP = 1 << 20
"""The most bytes of a reply to a stop that the transport lets through; of a list, eight times as many."""
SMALL = CAP >> 4

MOST_S, MOST_S_PER_MIB = 0.25, 1.5
"""Seconds of its thread that a reader may take: for a reply of at most SMALL bytes, and for larger ones."""
MOST_TIMES = 96
"""How many times its own size a reply may take in memory while it is read, and SMALL times this at least:
what JSON and XML spell in three letters are objects of a hundred bytes."""

QUESTIONS: tuple[tuple[ListSource, tuple[FaxId, ...]], ...] = (
    (ListSource.QUEUE, ()),
    (ListSource.OUTBOX, ()),
    (ListSource.STATUS, (FaxId("9"),)),
    (ListSource.STATUS, (FaxId("9"), FaxId("10"))),
)
_TRIES = 5

T = TypeVar("T")


class Examiner:
    """Remembers the most that any reply took: seconds, and times its size (or SMALL, where it is less)."""

    def __init__(self) -> None:
        self.slowest_s = 0.0
        self.slowest_s_per_mib = 0.0
        self.largest = 0.0

    def examine(self, body: bytes) -> None:
        """Fail where a reader raises, takes too long, or says more than the reply."""
        http = HttpReply(200, {}, body)
        hold_stop_to_oracle(self.timed(stop_answer, http), body)
        signed_in = self.timed(sign_in_answer, http)
        assert signed_in.problem or oracle.sign_in_may_be_accepted(body), f"signed in by {body!r}"
        for source, asked in QUESTIONS:
            answer = self.timed(partial(list_answer, source=source, asked=asked), http)
            hold_list_to_oracle(answer, body, asked)

    def timed(self, read: Callable[[HttpReply], T], http: HttpReply) -> T:
        """Read, again where it took long: once, it may have been the garbage of all that was read before."""
        size = len(http.body)
        limit_s = max(MOST_S, MOST_S_PER_MIB * size / CAP)
        took_s: list[float] = []
        while not took_s or (min(took_s) > limit_s / 4 and len(took_s) < _TRIES):
            started_s = time.thread_time()
            answer = read(http)
            took_s.append(time.thread_time() - started_s)
        assert min(took_s) <= limit_s, f"{size} bytes took {took_s} s: {http.body[:200]!r}"
        if size <= SMALL:
            self.slowest_s = max(self.slowest_s, min(took_s))
        else:
            self.slowest_s_per_mib = max(self.slowest_s_per_mib, min(took_s) * CAP / size)
        return answer

    def weigh(self, read: Callable[[HttpReply], object], http: HttpReply) -> None:
        """Read, and fail where it takes too much memory on the way."""
        tracemalloc.start()
        try:
            read(http)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        times = peak / max(len(http.body), SMALL)
        assert times <= MOST_TIMES, f"{len(http.body)} bytes took {peak} bytes: {http.body[:200]!r}"
        self.largest = max(self.largest, times)


def hold_stop_to_oracle(answer: StopAnswer, body: bytes) -> None:
    """Fail where a stop is believed that was not told, and where one is not that was."""
    said = answer.outcome.value if answer.outcome.value in oracle.CLAIMS else None
    assert said == oracle.stop_may_say(body), f"{answer.outcome} of {body!r}"


def hold_list_to_oracle(answer: ListAnswer, body: bytes, asked: tuple[FaxId, ...] = ()) -> None:
    """Fail where "could not ask" looks like "nothing queued", and where a row proves what it does not say."""
    is_empty = answer.problem is None and not answer.faxes
    assert is_empty == (not asked and oracle.list_may_be_empty(body)), f"an empty list of {body!r}"
    assert answer.problem is None or not answer.faxes
    assert not answer.faxes or oracle.sign_in_may_be_accepted(body), f"a list of {body!r}"
    told = oracle.read(body)
    words = oracle.words_in(told.result) if told else set()
    for fax in answer.faxes:
        assert parse_fax_id(fax.fax_id) == fax.fax_id
        assert not asked or fax.fax_id in asked
        for last in (False, True):
            queued, gone = (
                partial(verdict_on, status=fax.status, queued=yes, last=last) for yes in (True, False)
            )
            assert queued(StopOutcome.STOPPED) is not Verdict.CONFIRMED
            assert gone(StopOutcome.STOPPED) is not Verdict.CONFIRMED or "failed" in words, repr(body)
            assert gone(None) is not Verdict.SETTLED or words & {"failed", "sent"}, repr(body)
