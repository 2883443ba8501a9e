# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Much is done in a turn where little time goes by in it, and little where much does."""

from __future__ import annotations

import pytest

from srfax_desktop.ui.pace import Pace

LIMITS = (20, 500)
WANTED_S = 0.006


class Work:
    """Takes so many seconds for each of what is done in a turn."""

    def __init__(self, each_s: float, ticks_s: float = 0.0) -> None:
        self.each_s = each_s
        self._ticks_s = ticks_s
        self._at_s = 0.0
        self.pace = Pace(100, LIMITS, WANTED_S, self.clock)

    def clock(self) -> float:
        return self._at_s // self._ticks_s * self._ticks_s if self._ticks_s else self._at_s

    def turns(self, count: int) -> list[float]:
        """Return what each took."""
        took = []
        for _ in range(count):
            with self.pace.turn():
                took.append(self.pace.count * self.each_s)
                self._at_s += took[-1]
        return took


@pytest.mark.parametrize("each_us", [15, 40, 120, 200])
@pytest.mark.parametrize("ticks_s", [0.0, 1 / 64])
def test_a_turn_comes_to_take_what_is_wanted(each_us: int, ticks_s: float) -> None:
    work = Work(each_us / 1e6, ticks_s)
    work.turns(200)
    took = work.turns(100)
    assert sum(took) / 100 == pytest.approx(WANTED_S, rel=0.4 if ticks_s else 0.1)


def test_it_keeps_to_its_limits() -> None:
    assert Work(1e-9).pace.count == 100
    for each_s, limit in ((1e-7, LIMITS[1]), (0.01, LIMITS[0])):
        work = Work(each_s)
        work.turns(20_000 if limit == LIMITS[1] else 100)
        assert work.pace.count == limit


def test_it_changes_its_mind_where_the_work_becomes_more() -> None:
    work = Work(30 / 1e6)
    work.turns(200)
    work.each_s *= 5
    assert max(work.turns(200)[100:]) < 1.2 * WANTED_S


def test_one_slow_turn_is_no_reason_to_do_next_to_nothing() -> None:
    work = Work(60 / 1e6)
    work.turns(100)
    before = work.pace.count
    with work.pace.turn():
        work._at_s += 3.0
    assert work.pace.count >= before // 2 - 1
