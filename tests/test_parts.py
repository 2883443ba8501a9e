# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Time limits and proxy are those of the moment in which a request leaves."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer
from srfax_desktop.engine.jobs import StopJob
from srfax_desktop.home import KeptPreferences
from srfax_desktop.options import Target
from srfax_desktop.parts import PRACTICE, Place
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.srfax.limits import ResponseFormat
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_faults import hang
from srfax_desktop.store.settings import Settings

if TYPE_CHECKING:
    import pytest

JOB = StopJob(FaxId("10000001"), 1, PRACTICE)


def ask(url: str, *settings: dict[str, object]) -> list[tuple[Reason, float]]:
    """Ask once after each change of the settings, with one and the same worker's connection."""
    preferences = KeptPreferences(None, Settings())
    bench = Place(Target(Endpoint.parse(url))).bench_maker(preferences, ResponseFormat.JSON)()
    found = []
    for changes in settings:
        preferences.change(**changes)
        began = time.monotonic()
        answer = bench.perform(JOB)
        assert isinstance(answer, StopAnswer)
        found.append((answer.reason, time.monotonic() - began))
    bench.close()
    return found


def test_a_time_limit_holds_from_the_next_request_on() -> None:
    with PracticeServer() as service:
        service.behave(hang(), times=None)
        (first, second) = ask(service.url, {"total_deadline_s": 0.3}, {"total_deadline_s": 1.0})
    assert first[0] is second[0] is Reason.NO_ANSWER
    assert 0.25 < first[1] < 0.95
    assert 0.95 < second[1] < 5


def test_a_proxy_holds_from_the_next_request_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    away = "https://fax.invalid/"
    found = ask(away, {}, {"proxy": "http://127.0.0.1:1"}, {"proxy": "none"})
    reasons = [reason for reason, _ in found]
    assert reasons == [Reason.NAME_NOT_FOUND, Reason.PROXY_FAILED, Reason.NAME_NOT_FOUND]
