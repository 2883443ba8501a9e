# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The program when it fails itself: it says so once, goes on where it can, and gives nothing away."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT
from srfax_desktop.srfax.practice_faults import http_status
from srfax_desktop.srfax.practice_faxes import CANCELLED, CONVERTING, Answer, PracticeFax, Step
from srfax_desktop.store.paths import Paths
from tests.end_to_end.failing import DOCUMENT, NUMBER, SENDER, SUBJECT
from tests.end_to_end.kept import ask_for, look_only_when_asked, states
from tests.end_to_end.program import (
    COMMAND,
    ROOT,
    Ended,
    end,
    environment,
    started,
)
from tests.figures import short_or_long

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.figures import Figures

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")

FAILING = "tests.end_to_end.failing"
LINE = re.compile(
    r"(Error calling Python override of [\w:]+\(\): )*"  # the binding's own, before the error is handed on
    r"srfax-desktop: something went wrong inside the program \((\w+) in [\w/<>.-]+:\d+\)\. "
    r"It goes on where it can; see \S+/srfax-desktop\.log"
)
MARKERS = (NUMBER, NUMBER[1:], NUMBER[-7:], *SUBJECT.split(), "umbrellabird", "wagtail", "alice")
IDS = ("31524120", "31524121", "31524122", "31524123")


def failing(
    what: str, *arguments: str, typed: str = "", **more: str
) -> AbstractContextManager[subprocess.Popen[str]]:
    own = {"PYTHONFAULTHANDLER": "", **more}
    return started(*what.split(), "--", *arguments, typed=typed, module=FAILING, **own)


def run_failing(what: str, *arguments: str, **more: str) -> Ended:
    with failing(what, *arguments, **more) as process:
        return end(process)


def log() -> str:
    return "".join(path.read_text("utf-8") for path in sorted(Paths.of_this_user().logs.glob("*.log*")))


def crash_files() -> list[str]:
    return sorted(path.name for path in Paths.of_this_user().logs.glob("*.txt"))


def plain_lines(ended: Ended) -> list[str]:
    """The kinds of errors told on standard error, which has nothing else in it."""
    found = [LINE.fullmatch(line) for line in ended.err.splitlines()]
    assert all(found), ended.err
    return [match[2] for match in found if match]


def no_marker(text: str) -> None:
    digits = re.sub(r"\W", "", text)
    for marker in MARKERS:
        assert marker not in text
        assert not marker.isdecimal() or marker not in digits


# Without a window


def test_a_listener_that_raises_keeps_no_fax_from_being_stopped(figures: Figures) -> None:
    ended = run_failing("listener", "stop", "--practice", "--json", "10000001")
    figures.add("errors raised on purpose")
    assert ended.status == 1  # all were stopped, and yet not all went as it should
    assert ended.finals == {"10000001": "stopped"}
    assert plain_lines(ended) == ["ValueError"]
    assert "ValueError: (its text is left out" in log()
    no_marker(log())


def test_a_worker_that_raises_gives_its_answer(figures: Figures) -> None:
    ended = run_failing("worker", "stop", "--practice", "--json", "--no-retry", "10000001", "10000002")
    figures.add("errors raised on purpose", 2)
    assert ended.finals == {"10000001": "unrecognised", "10000002": "unrecognised"}
    assert (ended.status, ended.err) == (1, "")
    no_marker(log())


def test_a_fax_whose_answer_is_lost_does_not_keep_the_process_for_ever(figures: Figures) -> None:
    ended = run_failing("answer", "stop", "--practice", "--json", "10000001")
    figures.add("errors raised on purpose")
    assert ended.status == 1
    assert plain_lines(ended) == ["ValueError"]
    assert "stopped" not in ended.finals.values()


def test_an_error_before_anything_is_one_plain_line() -> None:
    ended = run_failing("start", "stop", "--practice", "10000001")
    assert (ended.status, ended.out) == (1, "")
    assert plain_lines(ended) == ["ValueError"]


def test_a_closed_standard_error_takes_nothing_from_standard_output() -> None:
    command = [*COMMAND[:-1], FAILING, "listener", "--", "stop", "--practice", "--json", "10000001"]
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" "$@" 2>&-', *command],
        env=environment(PYTHONFAULTHANDLER=""),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    ended = Ended(done.returncode, done.stdout, done.stderr)
    assert [event["event"] for event in ended.events] == ["attempt", "final"]


# With a window


def told(ended: Ended) -> dict[str, Any]:
    (words,) = ended.events
    assert isinstance(words, dict)
    return words


def test_whatever_raises_the_window_says_so_once_and_goes_on(figures: Figures) -> None:
    look_only_when_asked()
    ask_for(["10000001"])
    ended = run_failing("slot thread override complaint storm look", "--practice")
    figures.add("errors raised on purpose", 100)
    assert ended.status == 0
    words = told(ended)
    (dialog,) = words["dialogs"]
    assert dialog.startswith("Something went wrong inside the program. Your list and everything")
    assert states() == {"10000001": "stopped"}
    *qt, _ = [line for line in ended.err.splitlines() if SUBJECT in line], None
    assert len(qt[0]) == 1  # Qt's own words stay on the terminal, as they would without the hook
    text = log()
    assert "Qt (default): cannot open “…” for" in text
    assert "10 times so far" in text
    assert len(text.encode()) < 20_000
    no_marker(text)


def test_a_window_that_cannot_open_says_so_and_ends() -> None:
    ended = run_failing("start", "--practice")
    assert ended.status == 1
    assert ended.out == '"cannot start"\n'
    assert plain_lines(ended) == ["ValueError"]


@pytest.mark.parametrize("what", short_or_long(["abort"], ["abort", "null"]))
def test_a_breakdown_is_told_at_the_next_start_and_only_then(what: str, figures: Figures) -> None:
    look_only_when_asked()
    ended = run_failing(what, "--practice", "10000001")
    figures.add("processes broken on purpose")
    assert ended.status in {-signal.SIGABRT, -signal.SIGSEGV}
    assert len(crash_files()) == 1
    with failing("tell", "--practice") as window:
        assert window.stdout
        first = json.loads(window.stdout.readline())
        (words,) = [each for each in first["banners"] if "ended unexpectedly" in each]
        assert "Nothing was lost" in words
        kept, running = crash_files()
        path = Paths.of_this_user().logs / kept
        assert kept.startswith("crash-2")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_text().startswith("Fatal Python error: ")
        # It is told once, and the file of a window that still runs is left alone: another list's, here.
        no_word_of_it(told(run_failing("look", "--endpoint", "https://127.0.0.1:1/")))
        assert crash_files() == [kept, running]
        window.kill()
        window.wait()
    # A kill is no breakdown, and a clean end leaves nothing.
    no_word_of_it(told(run_failing("look", "--practice")))
    assert crash_files() == [kept]
    assert states() == {"10000001": "waiting"}


def no_word_of_it(said: dict[str, Any]) -> None:
    assert not [each for each in said["banners"] if "unexpectedly" in each]


# What leaves the computer


@pytest.fixture
def service() -> Iterator[PracticeServer]:
    """Serve faxes whose every word can be found again, and that fail in many ways."""
    odd = Step(Answer("Success", f"To {NUMBER}: {SUBJECT}"), times=1)
    broken = Step(http_status(500, body=f"{NUMBER} {SUBJECT}".encode()), times=1)
    later = Step(CONVERTING, times=1)
    scripts = ((CANCELLED,), (odd, CANCELLED), (broken, CANCELLED), (later, CANCELLED))
    faxes = [
        PracticeFax(FaxId(fax_id), script, NUMBER, SUBJECT, file=DOCUMENT, sender=SENDER)
        for fax_id, script in zip(IDS, scripts, strict=True)
    ]
    with PracticeServer(faxes) as server:
        yield server


def test_no_number_subject_or_name_is_in_the_log_or_the_bundle(
    service: PracticeServer, tmp_path: Path, figures: Figures
) -> None:
    look_only_when_asked(
        refresh_s=60,
        retry={
            "converting": {"waits_s": [1]},
            "service_fault": {"waits_s": [1]},
            "unrecognised": {"waits_s": [1]},
        },
        note=SUBJECT,
    )
    path = tmp_path / "bundle.zip"
    older = Paths.of_this_user().logs / "srfax-desktop.log.1"  # whatever an earlier version may have logged
    older.write_text(
        f"to 604 555-7391 and {NUMBER} {SUBJECT} {SENDER} "
        f"/home/alice/{SUBJECT} of {PRACTICE_ACCOUNT} in {os.environ['HOME']}/x\n"
    )
    ended = run_failing(
        "slot thread override worker complaint stop_all bundle",
        *("--endpoint", service.url),
        SRFAX_TEST_BUNDLE=str(path),
        LOGNAME="alice",
    )
    figures.add("errors raised on purpose", 7)
    assert ended.status == 0
    assert set(states()) == set(IDS)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(texts) >= {"versions.txt", "settings.txt", "list.txt", "srfax-desktop.log"}
    assert texts[older.name].startswith("to ••• •••-7391 and •••••••7391 (left out)")
    assert "ValueError" in texts["srfax-desktop.log"]
    assert "Panic" in texts["srfax-desktop.log"]
    assert "faxes in all" in texts["list.txt"]
    older.unlink()
    no_marker(log())
    for text in texts.values():
        no_marker(text)
        assert os.environ["HOME"] not in text
        assert PRACTICE_ACCOUNT not in text
