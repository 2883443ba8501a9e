# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Steps leave the event loop alive, end once, and tidy up whatever happens."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

DISK_FULL = StoreError("disk_full")


class Told:
    """All that a stepper has told, in this order."""

    def __init__(self, stepper: Stepper) -> None:
        self.words: list[str] = []
        stepper.stepped.connect(lambda step: self.words.append(f"step {step}"))
        stepper.finished.connect(lambda last: self.words.append(f"end {last}"))
        stepper.failed.connect(lambda error: self.words.append(f"failed {error.problem}"))


@pytest.fixture
def stepper(qtbot: QtBot) -> Stepper:
    return Stepper()


@pytest.fixture
def told(stepper: Stepper) -> Told:
    return Told(stepper)


def test_each_step_and_the_end_are_told(stepper: Stepper, told: Told, qtbot: QtBot) -> None:
    stepper.start(iter([1, 2]))
    assert stepper.busy
    assert told.words == []
    qtbot.waitUntil(lambda: not stepper.busy)
    assert told.words == ["step 1", "step 2", "end 2"]


def test_no_step_at_all(stepper: Stepper, told: Told, qtbot: QtBot) -> None:
    stepper.start(iter([]))
    qtbot.waitUntil(lambda: not stepper.busy)
    assert told.words == ["end None"]


def test_the_event_loop_runs_between_two_steps(stepper: Stepper, qtbot: QtBot) -> None:
    turns: list[int] = []
    at: list[int] = []
    other = QTimer()
    other.timeout.connect(lambda: turns.append(1))
    other.start(0)
    stepper.stepped.connect(lambda _: at.append(len(turns)))
    stepper.start(iter(range(20)))
    qtbot.waitUntil(lambda: not stepper.busy)
    assert len(set(at)) == 20


def test_an_error_of_the_store_is_told_and_is_no_end(stepper: Stepper, told: Told, qtbot: QtBot) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise DISK_FULL

    stepper.start(steps())
    qtbot.waitUntil(lambda: not stepper.busy)
    assert told.words == ["step 1", "failed disk_full"]


def test_an_error_of_the_program_is_no_end_either(stepper: Stepper, told: Told, qtbot: QtBot) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise LookupError

    with qtbot.captureExceptions() as caught:
        stepper.start(steps())
        qtbot.waitUntil(lambda: not stepper.busy)
        qtbot.wait(5)
    assert told.words == ["step 1", "failed failed"]
    assert [kind for kind, _, _ in caught] == [LookupError]


def test_cancelling_lets_the_generator_tidy_up(stepper: Stepper, told: Told, qtbot: QtBot) -> None:
    tidied: list[bool] = []

    def steps() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            tidied.append(True)

    stepper.start(steps())
    qtbot.waitUntil(lambda: len(told.words) >= 3)
    stepper.cancel()
    assert tidied == [True]
    assert not stepper.busy
    told.words.clear()
    qtbot.wait(5)
    assert told.words == []


def test_what_goes_wrong_with_tidying_up_is_told(stepper: Stepper, told: Told, qtbot: QtBot) -> None:
    def steps() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            raise DISK_FULL

    stepper.start(steps())
    qtbot.waitUntil(lambda: bool(told.words))
    stepper.cancel()
    assert told.words[-1] == "failed disk_full"


def test_what_is_begun_anew_is_not_mixed_with_what_was_before(
    stepper: Stepper, told: Told, qtbot: QtBot
) -> None:
    stepper.start(itertools.repeat("a"))
    qtbot.waitUntil(lambda: bool(told.words))
    told.words.clear()
    stepper.start(iter("x"))
    qtbot.waitUntil(lambda: not stepper.busy)
    stepper.cancel()  # nothing is left to cancel
    assert told.words == ["step x", "end x"]
