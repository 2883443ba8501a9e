# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A moment on paper says where its clock stood."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.ui.local_time import local_day, moment, moment_to_the_minute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a running program is POSIX's")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Move this computer to another time zone."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("where", "at", "written"),
    [
        ("PST8PDT,M3.2.0,M11.1.0", datetime(2026, 3, 1, 18, 42, 7, tzinfo=UTC), "2026-03-01 10:42:07 −08:00"),
        ("PST8PDT,M3.2.0,M11.1.0", datetime(2026, 7, 1, 18, 42, 7, tzinfo=UTC), "2026-07-01 11:42:07 −07:00"),
        ("NST3:30", datetime(2026, 3, 1, 1, 0, tzinfo=UTC), "2026-02-28 21:30:00 −03:30"),
        ("IST-5:30", datetime(2026, 3, 1, 18, 42, 7, 999999, tzinfo=UTC), "2026-03-02 00:12:07 +05:30"),
        ("UTC0", datetime(2026, 3, 1, 18, 42, 7, tzinfo=UTC), "2026-03-01 18:42:07 +00:00"),
    ],
)
def test_local_time_and_its_offset(
    zone: Callable[[str], None], where: str, at: datetime, written: str
) -> None:
    zone(where)
    assert moment(at) == written
    assert local_day(at) == written[:10]
    assert moment_to_the_minute(at) == f"{written[:16]}{written[19:]}"
