# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Rows are known however much came in and moved since they were counted."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui import row_numbers
from srfax_desktop.ui.row_numbers import MOST_CHANGES, SLICE, RowNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator


class Counted(list[FaxId]):
    """Notes how often somebody goes through all of it."""

    times = 0

    def __iter__(self) -> Iterator[FaxId]:
        self.times += 1
        return super().__iter__()


def some(first: int, count: int) -> list[FaxId]:
    return [FaxId(str(number)) for number in range(first, first + count)]


@pytest.mark.parametrize("seed", range(5))
def test_each_is_known_by_its_row_whatever_comes_in(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_numbers, "SLICE", 30)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    ids = some(1, 20)
    rows = RowNumbers(ids)
    assert rows.row_of(FaxId("0")) is None
    for step in range(1, 3 * MOST_CHANGES):
        new = some(step * 100, chance.randrange(1, 4))
        place = chance.choice([0, len(ids), chance.randrange(len(ids))])
        rows.put_in(place, new)
        ids[place:place] = new
        if chance.random() < 0.5:
            count = chance.randrange(1, 5)
            first = chance.randrange(len(ids) - count)
            part = ids[first : first + count]
            rows.take_out(first, count)  # before it is done: the list is counted as it is then
            del ids[first : first + count]
            to = chance.choice([0, len(ids), chance.randrange(len(ids))])
            chance.shuffle(part)
            rows.put_in(to, part)
            ids[to:to] = part
        if chance.random() < 0.01:
            chance.shuffle(ids)
            rows.reorder(ids)
        if chance.random() < 0.01:
            del ids[3:9]
            rows.reorder(ids)
        assert [rows.row_of(fax_id) for fax_id in ids] == list(range(len(ids)))
    assert rows.row_of(FaxId("0")) is None


def test_a_long_list_is_counted_once_for_many_that_come_in() -> None:
    ids = Counted(some(1, 1000))
    rows = RowNumbers(ids)
    for step in range(1, MOST_CHANGES + 1):
        assert rows.row_of(FaxId("500")) is not None
        rows.put_in(10, some(step * 10_000, 3))
        ids[10:10] = some(step * 10_000, 3)
    assert rows.row_of(FaxId("500")) == 499 + 3 * MOST_CHANGES
    assert ids.times == 1


def test_a_long_list_is_counted_anew_a_little_at_each_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never all of it at once, and never does it come to many changes that have to be looked through."""
    counted: list[int] = []
    go_on = row_numbers._Count.go_on

    def noting(count: row_numbers._Count) -> bool:
        before = len(count.rows)
        is_all = go_on(count)
        counted.append(len(count.rows) - before)
        return is_all

    monkeypatch.setattr(row_numbers._Count, "go_on", noting)
    ids = some(1, 10 * SLICE)
    rows = RowNumbers(ids)
    rows.row_of(FaxId("500"))
    for step in range(1, 4 * MOST_CHANGES):
        new = some(step * 1_000_000, 3)
        rows.put_in(10, new)
        ids[10:10] = new
        assert rows._counted is not None
        assert len(rows._changes) <= MOST_CHANGES + 11
    assert max(counted) == SLICE
    assert sum(counted) > 20 * SLICE
    for row in (0, 10, 700, len(ids) - 1):
        assert rows.row_of(ids[row]) == row
