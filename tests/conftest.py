# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What holds for every test: no screen, a home of its own, loopback only, and no silent skips in CI."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded
if sys.platform == "win32":  # without a screen, Qt looks for fonts of its own there, and has none
    os.environ.setdefault("QT_QPA_FONTDIR", os.environ["WINDIR"] + r"\Fonts")

import pytest
from hypothesis import HealthCheck, settings

from tests.figures import Figures
from tests.loopback import RECORD, looks_up_here_only, stranger

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

NO_SKIPS = os.environ.get("SRFAX_TEST_NO_SKIPS") == "1"

# A machine that is busy with something else is no error of the program's.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")

_FIGURES = pytest.StashKey[Figures]()

_guard = threading.Event()
_strangers: list[str] = []


def _allow_loopback_only(event: str, arguments: tuple[Any, ...]) -> None:
    if _guard.is_set() and (host := stranger(event, arguments)):
        _strangers.append(host)
        message = f"a test tried to reach {host}"
        raise AssertionError(message)


sys.addaudithook(_allow_loopback_only)


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Collect what is due after the test, in this thread: a window may be let go of in no other."""
    gc.disable()
    yield
    generations = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
    due = [number for number, (count, threshold) in generations if count > threshold > 0]
    if due:
        gc.collect(max(due))


@pytest.fixture(autouse=True)
def _only_this_computer(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a test that asks for another computer, or whose programs do."""
    record = tmp_path_factory.mktemp("guard") / "strangers"
    monkeypatch.setenv(RECORD, str(record))
    monkeypatch.setattr(socket, "getaddrinfo", looks_up_here_only(socket.getaddrinfo))
    _strangers.clear()
    _guard.set()
    yield
    _guard.clear()
    # The error may have been caught on its way, or have ended a thread unseen.
    reached = _strangers + (record.read_text("utf-8").split() if record.exists() else [])
    if reached:
        pytest.fail(f"the test tried to reach {', '.join(reached)}")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    if (
        sys.platform == "win32"
    ):  # platformdirs asks Windows, which no variable changes but this one of its own
        monkeypatch.setenv("USERPROFILE", str(folder))
        monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(folder / "data"))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    """Have the log that a test sets up end with the test: another one's filter would come first."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """Count what is tried. A test that takes this is run by `make test-long` too."""
    return pytestconfig.stash[_FIGURES]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_FIGURES] = Figures()
    config.addinivalue_line("markers", "has_long_form: breaks the program on purpose; see tests/figures.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what has a long form."""
    for item in items:
        if "figures" in getattr(item, "fixturenames", ()):
            item.add_marker("has_long_form")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what was counted to the process that several others run the tests for."""
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output["figures"] = session.config.stash[_FIGURES].to_hand_over()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take what such a process has counted; one that crashed has nothing to hand over."""
    if handed := getattr(node, "workeroutput", {}).get("figures"):
        node.config.stash[_FIGURES].take_over(handed)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Show what was tried."""
    if lines := list(config.stash[_FIGURES].lines()):
        terminalreporter.section("tried")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may skip, a skip is a failure that says what is missing."""
    report = yield
    _forbid_skip(report)
    # Half a surrogate pair, as some tests log it, does not get from one process to another.
    report.sections = [
        (name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections
    ]
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Say the same of a whole module that skips."""
    report = yield
    _forbid_skip(report)
    return report


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"nothing may skip here: {why}"
