# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What holds for every test: no screen, a home of its own, loopback only, and no silent skips in CI."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

NO_SKIPS = os.environ.get("SRFAX_TEST_NO_SKIPS") == "1"

# A machine that is busy with something else is no error of the program's.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")

_guard = threading.Event()
_strangers: list[str] = []


def _allow_loopback_only(event: str, arguments: tuple[Any, ...]) -> None:
    if not _guard.is_set() or event not in {"socket.connect", "socket.getaddrinfo"}:
        return
    asked = arguments[1] if event == "socket.connect" else arguments
    if not isinstance(asked, tuple) or asked[0] in {None, "localhost"}:
        return  # a path is a socket of this computer
    if not _is_here(asked[0]):
        _strangers.append(str(asked[0]))
        message = f"a test tried to reach {asked[0]}"
        raise AssertionError(message)


def _is_here(host: Any) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_allow_loopback_only)


@pytest.fixture(autouse=True)
def _only_this_computer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that asks for another computer. Names under `.invalid` are not found; nobody is asked."""
    look_up = socket.getaddrinfo

    def look_up_here(host: Any, *arguments: Any, **named: Any) -> Any:
        if isinstance(host, str) and host.rstrip(".").endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)
    _strangers.clear()
    _guard.set()
    yield
    _guard.clear()
    if _strangers:  # the error above may have been caught on its way, or have ended a thread unseen
        pytest.fail(f"the test tried to reach {', '.join(_strangers)}")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may skip, a skip is a failure that says what is missing."""
    report = yield
    _forbid_skip(report)
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
