# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Plays faults to the real program, with a window and without, and says what was not as the table has it."""

from __future__ import annotations

import contextlib
import re
import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.outcome import Reason, StopOutcome
from tests.end_to_end.bad_servers import CLINIC, Together
from tests.end_to_end.fault_catalogue import CONNECT_S, COUNTDOWN, TOTAL_S, Limit, NextTry
from tests.end_to_end.program import end, wait_until
from tests.end_to_end.watching import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.history import HistoryEntry
    from tests.end_to_end.bad_servers import Reply, Scene, Stage
    from tests.end_to_end.certificates import Certificates
    from tests.end_to_end.fault_catalogue import Ends, Fault
    from tests.end_to_end.own_home import OwnHome
    from tests.end_to_end.program import Ended
    from tests.end_to_end.watching import Look, Watched

LONGEST_GAP_S = 0.1
LONGEST_TURN_S = 0.001
LONGEST_QUIT_S = 3.0
OVERRUN = 0.1
"""By which share of itself a time limit may be passed."""

BEFORE_THE_REQUEST = frozenset(
    {
        Reason.NAME_NOT_FOUND,
        Reason.CONNECTION_REFUSED,
        Reason.CONNECT_TIMED_OUT,
        Reason.PROXY_FAILED,
        Reason.PROXY_SIGN_IN,
        Reason.NO_SECURE_CONNECTION,
        Reason.CERTIFICATE,
    },
)
_LIMIT_S = {Limit.CONNECT: CONNECT_S, Limit.TOTAL: TOTAL_S}
_STOPPED = re.compile(r"Stopped\b")
LOOK_S = 0.1


@dataclass(slots=True)
class Tried:
    """What came of one run. problems: what was not as the table has it. overrun: a share of the limit."""

    problems: list[str] = field(default_factory=list)
    requests: int = 0
    longest_gap_s: float = 0.0
    overrun: float = 0.0
    quit_s: float = 0.0

    @property
    def was_away(self) -> bool:
        """Whether the window's event loop was away for too long."""
        return self.longest_gap_s > LONGEST_GAP_S

    def expect(self, true: bool, fault: str, what: str) -> None:
        """Take note of what is not so."""
        if not true:
            self.problems.append(f"{fault}: {what}")


@dataclass(frozen=True, slots=True)
class Run:
    """Faults that one program meets: a fax for each."""

    scene: Scene
    faults: tuple[Fault, ...]

    @property
    def name(self) -> str:
        """The first fault's name."""
        return self.faults[0].name


def apart(faults: Sequence[Fault]) -> list[Run]:
    """Return a run for each fault."""
    return [Run(fault.scene, (fault,)) for fault in faults]


def together(faults: Sequence[Fault]) -> list[Run]:
    """Return one run for all that do not disturb each other, and one for each of the others.

    A fax that is stopped comes first: until SRFax has accepted the password, others wait for each other.
    """
    shared = sorted((fault for fault in faults if fault.is_shared), key=lambda fault: not _stops(fault.ends))
    replies: list[Reply] = [fault.scene for fault in shared]  # type: ignore[misc]
    runs = [Run(Together(tuple(replies)), tuple(shared))] if shared else []
    return runs + apart([fault for fault in faults if not fault.is_shared])


def on_the_command_line(run: Run, home: OwnHome, certificates: Certificates) -> Tried:
    """Let `stop --json` meet the faults, until each was met once."""
    _settle(home)
    options = ("--json", "--account", CLINIC.account, "--password-stdin")
    with (
        run.scene.begin(certificates) as stage,
        watched(
            home, "stop", *options, "--endpoint", stage.url, *stage.fax_ids, sign_in=CLINIC, **stage.variables
        ) as program,
    ):
        if any(fault.ends.next_try is NextTry.BY_ITSELF for fault in run.faults):
            _wait_until_met(run, program, home, stage)
            program.process.send_signal(signal.SIGTERM)  # a shell's background job ignores Ctrl+C
        ended = end(program.process)
        tried = Tried(requests=stage.requests())
    tried.expect(ended.err == "", run.name, f"it wrote {ended.err!r}")
    finals = ended.finals
    for fax_id, fault in zip(stage.fax_ids, run.faults, strict=True):
        _compare_lines(tried, fault, fax_id, ended)
        said = finals.get(fax_id)
        tried.expect(said == fault.ends.outcome, fault.name, f"it ended as {said}")
    _compare_status(tried, run, ended)
    _compare_record(tried, run, home, stage)
    _compare_times(tried, run, program)
    return tried


def in_the_window(run: Run, home: OwnHome, certificates: Certificates) -> Tried:
    """Let the window meet the faults, until it has said so of each; then quit."""
    _settle(home)
    with run.scene.begin(certificates) as stage:
        home.ask_for(stage.fax_ids)
        with watched(home, "--endpoint", stage.url, sign_in=CLINIC, **stage.variables) as program:
            ear = Ear(run, stage, program)
            with contextlib.suppress(pytest.fail.Exception):  # what is missing is told below, by its name
                wait_until(ear.has_heard_all, look_s=LOOK_S)
            ended, quit_s = program.quit()
        tried = Tried(requests=stage.requests(), quit_s=quit_s)
    tried.problems += ear.missing()
    _compare_end(tried, run, program, ended)
    _compare_rows(tried, run, stage, program)
    _compare_record(tried, run, home, stage)
    _compare_times(tried, run, program)
    return tried


def quit_in_the_middle(run: Run, home: OwnHome, certificates: Certificates) -> Tried:
    """End the window while it meets a fault, with time limits that do not end the request before.

    Where no connection stands, that is while the sign-in is tried.
    """
    home.settle(workers=8)
    with run.scene.begin(certificates) as stage:
        home.ask_for(stage.fax_ids)
        with watched(home, "--endpoint", stage.url, sign_in=CLINIC, **stage.variables) as program:
            wait_until(program.has_signed_in, what=f"the sign-in: {run.name}")
            with contextlib.suppress(pytest.fail.Exception):
                wait_until(lambda: _has_left(home), patience_s=1.0)
            ended, quit_s = program.quit()
        tried = Tried(requests=stage.requests(), quit_s=quit_s)
    _compare_end(tried, run, program, ended)
    _compare_rows(tried, run, stage, program)
    return tried


def _settle(home: OwnHome) -> None:
    home.settle(connect_timeout_s=CONNECT_S, total_deadline_s=TOTAL_S, workers=8)


def _stops(ends: Ends) -> bool:
    return ends.outcome is StopOutcome.STOPPED


def _wait_until_met(run: Run, program: Watched, home: OwnHome, stage: Stage) -> None:
    def is_met(fax_id: str) -> bool:
        state, attempts = home.attempts().get(fax_id, ("", 0))
        return attempts > 1 or (attempts == 1 and state != "stopping")

    wait_until(
        lambda: program.process.poll() is not None or all(map(is_met, stage.fax_ids)),
        what=f"an answer about each of {run.name}",
        look_s=LOOK_S,
    )


def _has_left(home: OwnHome) -> bool:
    return any(attempts for _, attempts in home.attempts().values())


# What the table has, and what came


def _compare_end(tried: Tried, run: Run, program: Watched, ended: Ended) -> None:
    tried.expect((ended.status, ended.err) == (0, ""), run.name, f"it ended with {ended}")
    tried.expect(tried.quit_s <= LONGEST_QUIT_S, run.name, f"quitting took {tried.quit_s:.2f} s")
    tried.longest_gap_s = program.longest_gap_s()
    tried.expect(program.turn_s() <= LONGEST_TURN_S, run.name, f"turns of {program.turn_s()} s")


def _compare_rows(tried: Tried, run: Run, stage: Stage, program: Watched) -> None:
    looks = program.looks()
    for fax_id, fault in zip(stage.fax_ids, run.faults, strict=True):
        said = {look.rows[fax_id][0] for look in looks if fax_id in look.rows}
        false = {words for words in said if _STOPPED.match(words)}
        tried.expect(_stops(fault.ends) or not false, fault.name, f"its row said {false}")


def _compare_lines(tried: Tried, fault: Fault, fax_id: str, ended: Ended) -> None:
    lines = [line for line in ended.events if line["event"] == "attempt" and line["fax_id"] == fax_id]
    outcomes = {line["outcome"] for line in lines}
    tried.expect(outcomes == {fault.ends.outcome}, fault.name, f"its attempts came to {outcomes}")
    if lines:
        _compare_wait(tried, fault, lines[0]["retry_in_s"])


def _compare_wait(tried: Tried, fault: Fault, wait_s: float | None) -> None:
    if fault.ends.wait_s is None:
        tried.expect(wait_s is None, fault.name, f"it is tried again in {wait_s} s")
    else:
        least, most = fault.ends.wait_s
        soon = wait_s is not None and least <= wait_s <= most
        tried.expect(soon, fault.name, f"it is tried again in {wait_s} s")


def _compare_status(tried: Tried, run: Run, ended: Ended) -> None:
    outcomes = {fault.ends.outcome for fault in run.faults}
    otherwise = 3 if StopOutcome.LOGIN_REJECTED in outcomes else 1
    status = 0 if outcomes == {StopOutcome.STOPPED} else otherwise
    tried.expect(ended.status == status, run.name, f"exit status {ended.status}")


def _compare_record(tried: Tried, run: Run, home: OwnHome, stage: Stage) -> None:
    faxes = {str(fax.fax_id): fax for fax in home.faxes()}
    for fax_id, fault in zip(stage.fax_ids, run.faults, strict=True):
        answers = [each for each in home.answers(fax_id) if each.reason is not Reason.CANCELLED]
        fax = faxes[fax_id]
        found = {fax.state.value, str(fax.outcome), *(str(answer.outcome) for answer in answers)}
        tried.expect(_stops(fault.ends) or "stopped" not in found, fault.name, f"the record has {found}")
        tried.expect(bool(answers), fault.name, "the record has no answer")
        if answers:
            _compare_answer(tried, fault, answers[0])
        if fault.ends.reason in BEFORE_THE_REQUEST:
            tried.expect(tried.requests == 0, fault.name, f"{tried.requests} requests left")


def _compare_answer(tried: Tried, fault: Fault, answer: HistoryEntry) -> None:
    came = (answer.outcome, answer.reason)
    tried.expect(came == (fault.ends.outcome, fault.ends.reason), fault.name, f"it came to {came}")
    _compare_wait(tried, fault, answer.retry_in_s)
    if limit_s := _LIMIT_S.get(fault.limit):
        elapsed_s = answer.elapsed_s or 0.0
        tried.expect(elapsed_s >= limit_s * 0.95, fault.name, f"it was over after {elapsed_s} s")


def _compare_times(tried: Tried, run: Run, program: Watched) -> None:
    for request in program.requests():
        limit_s = CONNECT_S if request["reason"] == Reason.CONNECT_TIMED_OUT else TOTAL_S
        took_s = request["took_s"] - request["waited_s"]
        tried.overrun = max(tried.overrun, took_s / limit_s - 1)
        in_time = took_s <= limit_s * (1 + OVERRUN)
        tried.expect(in_time, run.name, f"{request['request']} took {took_s:.2f} s of {limit_s} s")


class Ear:
    """Listens until the window has said of each fault what the table has."""

    def __init__(self, run: Run, stage: Stage, program: Watched) -> None:
        self._unsaid = dict(zip(stage.fax_ids, run.faults, strict=True))
        self._program = program
        self._heard = 0

    def has_heard_all(self) -> bool:
        """Whether there is nothing to wait for any more."""
        over = self._program.process.poll() is not None
        new = self._program.looks(self._heard)
        self._heard += len(new)
        for look in new:
            for fax_id, fault in list(self._unsaid.items()):
                if _says(fault.ends, fax_id, look):
                    del self._unsaid[fax_id]
        return over or not self._unsaid

    def missing(self) -> list[str]:
        """Return what was not said, and what was instead."""
        looks = self._program.looks()
        return [
            f"{fault.name}: the window said { {(look.rows.get(fax_id), *look.lines) for look in looks} }"
            for fax_id, fault in self._unsaid.items()
        ]


def _says(ends: Ends, fax_id: str, look: Look) -> bool:
    status, said = look.rows.get(fax_id, ("", ""))
    lines = [line for line in look.lines if _fits(ends.line, line, ends.wait_s)] if ends.line else [""]
    if _stops(ends):
        return status.startswith(ends.row) and said == ends.said
    return _fits(ends.row, status, ends.wait_s) and said == ends.said and bool(lines)


def _fits(words: str, shown: str, wait_s: tuple[float, float] | None) -> bool:
    pattern = re.escape(words).replace(re.escape(COUNTDOWN), r"(?:(\d+) min ?)?(?:(\d+) s)?")
    found = re.fullmatch(pattern, shown)
    if not found or not wait_s:
        return bool(found)
    minutes, seconds = (int(part or 0) for part in found.groups())
    return 0 < minutes * 60 + seconds <= wait_s[1] + 1
