# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What `stop` prints: the contract of --json to the letter, lines for people, and a reader that goes away."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.engine.stop_run import Final
from srfax_desktop.engine.trying import AttemptEnded
from srfax_desktop.ui.stop_lines import Printer, json_line, plain_line
from tests.engine.rig import CONVERTING, FAULT, NOT_FOUND, TIMED_OUT

ROOT = Path(__file__).resolve().parents[2]
FAX = FaxId("12345678")
RETRIED = AttemptEnded(FAX, 1, CONVERTING, 10.0)
ENDED = Final(FAX, 2, StopOutcome.STOPPED, "Fax Cancelled")


def test_an_attempt_as_the_contract_has_it() -> None:
    assert json_line(RETRIED) == (
        '{"event":"attempt","fax_id":"12345678","attempt":1,"outcome":"converting",'
        '"result":"Unable to Cancel Fax","retry_in_s":10.0}'
    )


def test_an_end_as_the_contract_has_it() -> None:
    assert json_line(ENDED) == (
        '{"event":"final","fax_id":"12345678","attempts":2,"outcome":"stopped","result":"Fax Cancelled"}'
    )


def test_a_wait_in_whole_seconds_is_a_number_with_a_point_too() -> None:
    assert json_line(AttemptEnded(FAX, 1, CONVERTING, 300)).endswith('"retry_in_s":300.0}')
    assert json_line(AttemptEnded(FAX, 1, FAULT, 2.123456)).endswith('"retry_in_s":2.123}')


def test_what_there_is_not_is_null() -> None:
    attempt = json.loads(json_line(AttemptEnded(FAX, 3, TIMED_OUT, None)))
    assert attempt["result"] is attempt["retry_in_s"] is None
    final = json.loads(json_line(Final(FAX, 0, None, None)))
    assert final == {"event": "final", "fax_id": FAX, "attempts": 0, "outcome": None, "result": None}


@pytest.mark.parametrize("outcome", StopOutcome)
def test_an_outcome_is_its_code(outcome: StopOutcome) -> None:
    assert json.loads(json_line(Final(FAX, 1, outcome, None)))["outcome"] == outcome.value
    assert json.loads(json_line(AttemptEnded(FAX, 1, StopAnswer(outcome), None)))["outcome"] == outcome.value


@given(st.text())
def test_srfax_s_words_stay_as_they_are_and_on_one_line(words: str) -> None:
    lines = (
        json_line(Final(FAX, 1, StopOutcome.UNRECOGNISED, words)),
        json_line(AttemptEnded(FAX, 1, StopAnswer(StopOutcome.UNRECOGNISED, words), None)),
    )
    for line in lines:
        assert len(line.splitlines()) == 1
        assert line.isascii()
        assert json.loads(line)["result"] == words


@given(st.text())
def test_a_line_for_people_is_one_line(words: str) -> None:
    assert len(plain_line(Final(FAX, 1, StopOutcome.UNRECOGNISED, words)).splitlines()) == 1
    answer = StopAnswer(StopOutcome.UNRECOGNISED, words)
    assert len(plain_line(AttemptEnded(FAX, 1, answer, 3.0)).splitlines()) == 1


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            RETRIED,
            (
                "12345678  attempt 1: Being converted – cannot be stopped at this moment"
                " – SRFax said: Unable to Cancel Fax; again in 10 s"
            ),
        ),
        (
            AttemptEnded(FAX, 2, TIMED_OUT, 2.0),
            "12345678  attempt 2: No answer in time (no answer in time); ",
        ),
        (ENDED, "12345678  STOPPED (2 attempts) – SRFax said: Fax Cancelled"),
        (
            Final(FAX, 1, StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent"),
            (
                "12345678  STOPPED – SOME PAGES WERE SENT (1 attempt)"
                " – SRFax said: Fax cancelled but partially sent"
            ),
        ),
        (
            Final(FAX, 1, StopOutcome.ALREADY_SENT, None),
            "12345678  TOO LATE – ALREADY SENT (1 attempt)",
        ),
        (
            Final(FAX, 4, NOT_FOUND.outcome, None),
            "12345678  NOT CONFIRMED, may still be going out (4 attempts): Not found at this moment",
        ),
        (Final(FAX, 0, None, None), "12345678  NOT STOPPED: it was not asked for"),
    ],
)
def test_lines_for_people(event: AttemptEnded | Final, line: str) -> None:
    assert plain_line(event).startswith(line)


@pytest.mark.parametrize("outcome", set(StopOutcome) - {StopOutcome.STOPPED, StopOutcome.PARTIALLY_SENT})
@pytest.mark.parametrize("reason", Reason)
def test_no_other_end_begins_as_a_stop_does(outcome: StopOutcome, reason: Reason) -> None:
    assert not plain_line(Final(FAX, 1, outcome, "Fax Cancelled")).startswith("12345678  STOPPED")
    attempt = plain_line(AttemptEnded(FAX, 1, StopAnswer(outcome, reason=reason), None))
    assert ": Stopped" not in attempt


# Printing


class _Gone(io.StringIO):
    """A pipe whose reader has gone away."""

    def __init__(self) -> None:
        super().__init__()
        self.tried = 0

    def write(self, text: str) -> int:
        self.tried += 1
        raise BrokenPipeError


def test_each_line_is_printed_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    Printer(json_line).print(ENDED)
    assert capsys.readouterr().out == json_line(ENDED) + "\n"


def test_a_reader_that_has_gone_away_ends_the_printing_only(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = _Gone()
    monkeypatch.setattr(sys, "stdout", gone)
    printer = Printer(plain_line)
    printer.print(RETRIED)
    printer.print(ENDED)
    assert gone.tried == 1
    assert sys.stdout is not gone, "the interpreter flushes it once more when it ends"
    sys.stdout.close()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_a_terminal_that_lacks_a_letter_still_gets_the_line(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """What SRFax says may have any letters in it, a redirected Windows console few."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, newline="\n"))
    printer = Printer(plain_line)
    printer.print(Final(FAX, 1, StopOutcome.UNRECOGNISED, "Ошибка – 失敗 \udc80"))
    printer.print(ENDED)
    lines = raw.getvalue().decode(encoding).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("12345678  NOT CONFIRMED, may still be going out (1 attempt)")
    assert lines[1].startswith("12345678  STOPPED")


def test_a_pipe_that_is_closed_leaves_no_noise() -> None:
    script = (
        "from srfax_desktop.ui.stop_lines import *\n"
        "from srfax_desktop.engine.stop_run import Final\n"
        "printer = Printer(json_line)\n"
        "input()\n"
        "for _ in range(3): printer.print(Final('1', 1, None, None))\n"
        "import sys; sys.exit(7)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, errors = process.communicate(b"go\n", timeout=20)
    assert errors == b""
    assert process.returncode == 7
