# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The log: private, redacted, rotated, and never in anybody's way."""

from __future__ import annotations

import logging
import re
import sys
import time
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.told_error import LEFT_OUT
from srfax_desktop.store import logs
from srfax_desktop.store.logs import MAX_FILES, set_up_logging
from srfax_desktop.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

SECRET = "correct horse & battery"
log = logging.getLogger("srfax_desktop.test")


@pytest.fixture
def paths(alone: Path) -> Paths:
    return Paths(data=alone / "data", logs=alone / "logs")


@pytest.fixture(autouse=True)
def _leave_logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()


def test_a_line_has_its_time_in_utc_and_no_secret(paths: Paths) -> None:
    redactor = set_up_logging(paths)
    redactor.protect(SECRET)
    before = time.time()
    log.info("sent access_pwd=%s", SECRET)
    log.debug("too detailed")
    line = paths.log.read_text()
    time_pattern = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})Z"
    found = re.fullmatch(
        time_pattern + r" INFO MainThread srfax_desktop\.test: sent access_pwd=\*{3}\n",
        line,
    )
    assert found is not None
    assert found[1][:16] in {time.strftime("%Y-%m-%dT%H:%M", time.gmtime(t)) for t in (before, time.time())}


def test_a_failure_is_written_with_its_traceback_and_without_the_secret(paths: Paths) -> None:
    set_up_logging(paths).protect(SECRET)
    try:
        int(SECRET)
    except ValueError:
        log.exception("failed")
    text = paths.log.read_text()
    assert SECRET not in text
    assert f"\n    ValueError: {LEFT_OUT}\n" in text


def test_no_answer_can_pass_for_a_line_of_its_own(paths: Paths) -> None:
    set_up_logging(paths)
    log.info("SRFax said %s", "x\n2026-01-01T00:00:00.000Z INFO all is well\r\u2028forged")
    first, *rest = paths.log.read_text().splitlines()
    assert first.endswith("SRFax said x")
    assert [line[:5] for line in rest] == ["    2", "    ", "    f"]


def test_the_level_can_be_chosen(paths: Paths) -> None:
    set_up_logging(paths, logging.DEBUG)
    log.debug("detailed")
    assert "DEBUG" in paths.log.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_files_are_rotated_and_closed_to_others(
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    hostile_umask: None,
) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 10_000)
    set_up_logging(paths)
    for number in range(2000):
        log.info("line %d", number)
    files = sorted(paths.logs.iterdir())
    assert len(files) == MAX_FILES
    assert all(file.stat().st_size <= 10_000 for file in files)
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert paths.logs.stat().st_mode & 0o777 == 0o700
    assert paths.log.read_text().endswith("line 1999\n")


def test_where_the_log_cannot_be_moved_the_older_ones_stay_and_it_goes_on(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while another process has it open."""
    monkeypatch.setattr(logs, "MAX_BYTES", 1_000)
    paths.make_folders()
    older = paths.log.with_name(f"{paths.log.name}.1")
    older.write_text("older\n")
    paths.log.with_name(f"{paths.log.name}.0").mkdir()
    set_up_logging(paths)
    for number in range(100):
        log.info("line %d", number)
    assert older.read_text() == "older\n"
    assert [line.split()[-1] for line in paths.log.read_text().splitlines()] == [str(n) for n in range(100)]


def test_an_older_log_that_was_open_to_others_is_closed(paths: Paths) -> None:
    paths.make_folders()
    paths.log.write_text("older\n")
    paths.log.chmod(0o666)
    set_up_logging(paths)
    log.info("newer")
    assert paths.log.read_text().startswith("older\n")
    if sys.platform != "win32":
        assert paths.log.stat().st_mode & 0o777 == 0o600


def test_without_a_folder_nothing_is_logged_and_nothing_is_raised(paths: Paths) -> None:
    paths.logs.write_text("a file in its place")
    redactor = set_up_logging(paths)
    log.error("nobody hears this")
    redactor.protect(SECRET)
    assert redactor.redact(SECRET) == "***"


def test_a_log_that_is_a_folder_disturbs_nobody(paths: Paths) -> None:
    paths.log.mkdir(parents=True)
    set_up_logging(paths)
    log.error("nobody hears this")


def test_a_message_that_cannot_be_put_together_disturbs_nobody(paths: Paths) -> None:
    set_up_logging(paths)
    logging.getLogger().handlers[-1].handle(log.makeRecord("x", 20, "f.py", 1, "%d", ("x",), None))
    assert "could not be put together" in paths.log.read_text()


def test_half_a_surrogate_pair_is_escaped(paths: Paths) -> None:
    set_up_logging(paths)
    log.info("half: \ud83d")
    assert "half: \\ud83d" in paths.log.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_full_disk_disturbs_nobody_and_logging_goes_on_when_it_is_not(
    paths: Paths,
    run_python: Callable[..., CompletedProcess[str]],
) -> None:
    script = """
import logging, resource, signal, sys
from pathlib import Path
from srfax_desktop.store.logs import set_up_logging
from srfax_desktop.store.paths import Paths
set_up_logging(Paths(data=Path(sys.argv[1]), logs=Path(sys.argv[1])))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
for number in range(1000):
    logging.warning("while it is full, %d", number)
resource.setrlimit(resource.RLIMIT_FSIZE, before)
logging.warning("afterwards")
"""
    done = run_python(script, paths.logs)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert paths.log.stat().st_size > 20_000
    assert paths.log.read_text().endswith("afterwards\n")
