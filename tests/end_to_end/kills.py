# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window on a list of 200 faxes, killed again and again, and compared with what the service saw."""

from __future__ import annotations

import shutil
import signal
import time
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import UNDER_WAY, FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT
from srfax_desktop.srfax.practice_faults import delay
from srfax_desktop.srfax.practice_faxes import (
    CANCELLED,
    COMPLETED,
    CONVERTING,
    PARTIALLY_SENT,
    PracticeFax,
    Step,
)
from srfax_desktop.store.database import Database
from srfax_desktop.store.paths import Paths
from tests.end_to_end.kept import ask_for, states
from tests.end_to_end.program import end, started, wait_until, wait_until_it_hears

if TYPE_CHECKING:
    import random
    import subprocess
    from collections.abc import Iterator

    from tests.figures import Figures

ASKED = [str(20_000_001 + number) for number in range(200)]
LISTED = [str(30_000_001 + number) for number in range(20)]
"""On the list, and nobody asked to stop them."""
QUEUED = [str(40_000_001 + number) for number in range(20)]
"""In the service's queue only: they join the list by themselves, and that is all."""

ANSWER_S = 0.06
"""What the service takes for an answer: a kill that follows a request at once comes before it."""

_KINDS: tuple[tuple[tuple[Step, ...], StopOutcome, FaxState], ...] = (
    ((CANCELLED,), StopOutcome.STOPPED, FaxState.STOPPED),
    ((PARTIALLY_SENT,), StopOutcome.PARTIALLY_SENT, FaxState.PARTIALLY_SENT),
    ((COMPLETED,), StopOutcome.ALREADY_SENT, FaxState.ALREADY_SENT),
    ((Step(CONVERTING, times=1), CANCELLED), StopOutcome.STOPPED, FaxState.STOPPED),
)


def _kind(number: int) -> int:
    return {3: 1, 5: 2, 8: 3}.get(number % 10, 0)


SCRIPTS = {fax_id: _KINDS[_kind(number)] for number, fax_id in enumerate(ASKED)}


def _service() -> PracticeServer:
    faxes = [PracticeFax(FaxId(fax_id), steps) for fax_id, (steps, *_) in SCRIPTS.items()]
    faxes += [PracticeFax(FaxId(fax_id), (CANCELLED,)) for fax_id in (*LISTED, *QUEUED)]
    service = PracticeServer(faxes)
    service.behave(delay(ANSWER_S), times=None, action="Stop_Fax")
    return service


@dataclass
class Found:
    """What a kill left on the disk, read from a copy: the next start finds it as it was left."""

    faxes: dict[str, FaxRecord]
    lines: dict[str, list[HistoryEntry]] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        return all(self.faxes[fax_id].state not in UNDER_WAY for fax_id in ASKED)


class Campaign:
    """One list from its first request to its last answer, and the kills in between."""

    def __init__(self, rng: random.Random, service: PracticeServer) -> None:
        self._rng = rng
        self._moments = (
            self._while_it_starts,
            self._before_an_answer,
            self._at_any_time,
            self._at_its_end,
        )
        self._service = service
        paths = Paths.of_this_user()
        paths.make_folders()
        for old in paths.data.glob("practice.sqlite3*"):
            old.unlink()
        paths.settings.write_text('{"retry": {"converting": {"waits_s": [1]}}}')
        ask_for(ASKED)
        with closing(Database.open(paths.practice_database)) as database:
            now = database.load()[0].added_at
            listed = [FaxRecord(FaxId(fax_id), now, PRACTICE_ACCOUNT) for fax_id in LISTED]
            added = [HistoryEntry(now, fax.fax_id, HistoryEvent.ADDED, PRACTICE_ACCOUNT) for fax in listed]
            database.write(listed, added)

    @classmethod
    @contextmanager
    def begun(cls, rng: random.Random) -> Iterator[Campaign]:
        """Begin one, with a service of its own."""
        with _service() as service:
            yield cls(rng, service)

    def asked_for(self) -> list[str]:
        """Return the faxes that the service was asked to stop, in that order."""
        return [request.fax_id for request in self._service.requests if request.action == "Stop_Fax"]

    def kill(self) -> Found:
        """Start the program, kill it at some moment, and compare what is left."""
        with started("--endpoint", self._service.url) as window:
            self._rng.choice(self._moments)(window)
            window.kill()
            window.wait()
        found = look()
        self.compare(found)
        return found

    def finish(self, figures: Figures) -> int:
        """Let it end undisturbed, and compare all of it. Returns how many answers went unheard."""
        with started("--endpoint", self._service.url) as window:
            wait_until(lambda: UNDER_WAY.isdisjoint(states().values()), what="the end of all faxes")
            wait_until_it_hears(window, signal.SIGTERM)
            window.send_signal(signal.SIGTERM)
            ended = end(window)
            assert (ended.status, ended.err) == (0, "")
        found = look()
        self.compare(found)
        for fax_id, (_, outcome, state) in SCRIPTS.items():
            fax, sent = found.faxes[fax_id], self.asked_for().count(fax_id)
            assert (fax.outcome, fax.state) == (outcome, state)
            told = Counter(line.event for line in found.lines[fax_id])
            assert told[HistoryEvent.SENDING] == told[HistoryEvent.ANSWERED] + told[HistoryEvent.INTERRUPTED]
            assert fax.attempts == told[HistoryEvent.SENDING] >= sent > 0
        events = Counter(line.event for lines in found.lines.values() for line in lines)
        figures.add("requests of a program that is killed", len(self.asked_for()))
        figures.add("attempts compared with them", events[HistoryEvent.SENDING])
        figures.add("of these, answers that a kill forestalled", events[HistoryEvent.INTERRUPTED])
        return events[HistoryEvent.INTERRUPTED]

    # When

    def _while_it_starts(self, window: subprocess.Popen[str]) -> None:
        time.sleep(self._rng.uniform(0, 0.6))

    def _before_an_answer(self, window: subprocess.Popen[str]) -> None:
        seen, more = len(self.asked_for()), self._rng.randrange(1, 40)
        wait_until(lambda: len(self.asked_for()) >= seen + more or UNDER_WAY.isdisjoint(states().values()))

    def _at_any_time(self, window: subprocess.Popen[str]) -> None:
        time.sleep(self._rng.uniform(0.4, 2))

    def _at_its_end(self, window: subprocess.Popen[str]) -> None:
        self._before_an_answer(window)
        window.send_signal(signal.SIGTERM)
        time.sleep(self._rng.uniform(0, 0.15))

    # What must hold, whenever it was killed

    def compare(self, found: Found) -> None:
        """See that nothing is lost, nothing was stopped unasked, and nothing is claimed that was not said."""
        asked = Counter(self.asked_for())
        assert set(asked) <= set(ASKED)
        assert set(found.faxes) >= {*ASKED, *LISTED}
        assert set(found.faxes) <= {*ASKED, *LISTED, *QUEUED}
        for fax_id in {*found.faxes} - {*ASKED}:
            assert found.faxes[fax_id].state is FaxState.WAITING
            assert {line.event for line in found.lines[fax_id]} == {HistoryEvent.ADDED}
        for fax_id in ASKED:
            self._compare_one(found.faxes[fax_id], found.lines[fax_id], asked[fax_id])

    def _compare_one(self, fax: FaxRecord, lines: list[HistoryEntry], asked: int) -> None:
        sent = [line.attempt for line in lines if line.event is HistoryEvent.SENDING]
        ended = [
            line.attempt for line in lines if line.event in {HistoryEvent.ANSWERED, HistoryEvent.INTERRUPTED}
        ]
        answered = [line.outcome for line in lines if line.event is HistoryEvent.ANSWERED]
        assert sent == list(range(1, len(sent) + 1))
        assert asked <= len(sent), "a request left that the history knows nothing of"
        assert len(answered) <= asked, "the history has an answer to what nobody asked"
        under_way = [sent[-1]] if fax.state is FaxState.STOPPING else []
        assert ended + under_way == sent, "each attempt came to something, was interrupted, or is under way"
        steps, outcome, state = SCRIPTS[fax.fax_id]
        said = {StopOutcome.CONVERTING, outcome} if len(steps) > 1 else {outcome}
        assert set(answered) <= said
        if fax.state not in UNDER_WAY:
            assert fax.state is state
            assert answered[-1] is outcome
            assert asked >= len(steps), "it is told as decided, and the service has not said so"


def look() -> Found:
    """Read what is on the disk now, from a copy, and see that SQLite and the chain find nothing wrong."""
    path = Paths.of_this_user().practice_database
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal"):
            part = path.with_name(path.name + ending)
            if part.exists():
                shutil.copyfile(part, copy.with_name(part.name))
        with closing(Database.open(copy)) as database:
            assert database.moved_aside is None
            assert database._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            *_, check = database.check_chain()
            assert check.intact
            faxes = database.load()
            lines = {str(fax.fax_id): database.history(fax.fax_id) for fax in faxes}
            return Found({str(fax.fax_id): fax for fax in faxes}, lines)
