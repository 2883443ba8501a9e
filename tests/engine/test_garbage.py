# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Garbage is collected in the main thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.engine.garbage import MANY, MainThreadGarbage

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ring:
    """A thing that only a collection finds."""

    def __init__(self, gone: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: gone.append(threading.current_thread().name))


@pytest.fixture(autouse=True)
def _as_python_has_it() -> Iterator[None]:
    gc.enable()  # which other tests do without
    yield
    gc.disable()


@pytest.fixture
def garbage(qapp: object) -> Iterator[MainThreadGarbage]:
    garbage = MainThreadGarbage()
    yield garbage
    garbage.close()
    assert gc.isenabled()


def make_much(gone: list[str]) -> None:
    for _ in range(20 * gc.get_threshold()[0]):
        Ring(gone)


def test_a_worker_collects_nothing_and_the_main_thread_does(garbage: MainThreadGarbage) -> None:
    gone: list[str] = []
    worker = threading.Thread(target=make_much, args=(gone,), name="worker")
    worker.start()
    worker.join()
    assert gone == []
    garbage.look()
    assert set(gone) == {threading.main_thread().name}


def test_without_it_a_worker_would() -> None:
    gone: list[str] = []

    def make_more() -> None:
        for _ in range(50):  # what is collected when is Python's own business
            if "worker" not in gone:
                make_much(gone)

    worker = threading.Thread(target=make_more, name="worker")
    worker.start()
    worker.join()
    assert "worker" in gone


@pytest.mark.parametrize(("count", "stay"), [(MANY + 5000, True), (MANY // 2, False)])
def test_very_many_that_came_and_stay_are_looked_through_once(
    garbage: MainThreadGarbage, count: int, stay: bool
) -> None:
    garbage.look()
    before = gc.get_freeze_count()
    came = [[number] for number in range(count)]
    gone: list[str] = []
    Ring(gone)
    garbage.look()
    assert gone
    assert (gc.get_freeze_count() >= before + count) is stay
    assert len(came) == count


def test_so_they_are_where_they_come_little_by_little(garbage: MainThreadGarbage) -> None:
    garbage.look()
    before = gc.get_freeze_count()
    came = []
    for _ in range(5):
        came += [[number] for number in range(MANY // 4)]
        garbage.look()
    assert gc.get_freeze_count() >= before + MANY


def test_what_comes_slowly_is_not_taken_for_what_stays(garbage: MainThreadGarbage) -> None:
    garbage.look()
    before = gc.get_freeze_count()
    came = []
    for _ in range(60):
        came += [[number] for number in range(1000)]
        garbage.look()
    assert gc.get_freeze_count() == before


def test_it_looks_by_itself(
    garbage: MainThreadGarbage, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    garbage._timer.setInterval(1)
    make_much(gone)
    qtbot.waitUntil(lambda: bool(gone))  # type: ignore[attr-defined]


def test_what_settled_is_not_looked_through_again(garbage: MainThreadGarbage) -> None:
    garbage.settle()
    assert gc.get_freeze_count() > 1000
    garbage.close()
    assert gc.get_freeze_count() == 0
