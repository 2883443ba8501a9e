# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is done with the window, and what is noted meanwhile."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.gaps import Gaps
from srfax_desktop.core.fax import DECIDED, FaxId, FaxState
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.import_run import ImportRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from benchmarks.driven import Hand, Steps

    Told = dict[str, object]


class Scenario(Protocol):
    def __call__(self, hand: Hand, told: Told, **options: object) -> Steps: ...


def after(seconds: float) -> Callable[[], bool]:
    """Return what is so in a while."""
    at = time.monotonic() + seconds
    return lambda: time.monotonic() >= at


class Shown(QObject):
    """Sees when a fax is painted as stopped: in the turn of the event loop after that."""

    def __init__(self, hand: Hand, fax_id: FaxId) -> None:
        super().__init__()
        self._hand = hand
        self._fax_id = fax_id
        self.at = 0.0
        hand.table.viewport().installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.at:
            fax = self._hand.board.fax(self._fax_id)
            if fax.state in DECIDED:
                self.at = -1.0
                QTimer.singleShot(0, self, self._note)
        return False

    def is_over(self) -> bool:
        return self.at > 0

    def _note(self) -> None:
        self.at = time.perf_counter()


def click(hand: Hand, told: Told, *, idle_s: float, times: int, stagger_s: float = 0.0) -> Steps:
    """Click on the button in a fax's row, after some idle time; note how long it takes until it is shown."""
    yield from hand.signed_in()
    took: list[float] = []
    yield after(stagger_s)
    for row in range(times):
        hand.look_each(50)
        yield after(idle_s)
        fax_id = hand.model.fax_id(row)
        where = hand.table.visualRect(hand.table.model().index(row, Column.ACTION))
        on_button = QPoint(where.left() + 20, where.center().y())
        shown = Shown(hand, fax_id)
        assert hand.window.isActiveWindow(), "the window is not in front"
        began = time.perf_counter()
        QTest.mouseClick(
            hand.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, on_button
        )
        yield shown.is_over
        took.append((shown.at - began) * 1000)
        shown.deleteLater()
        yield after(0.1)
    told["took_ms"] = took


def stop_all(
    hand: Hand, told: Told, *, faxes: int, by_status: bool = False, queue: bool = True, limit_s: float = 300.0
) -> Steps:
    """Stop all; note how long it takes until all are shown, the processor time, and the gaps meanwhile."""
    yield from hand.signed_in(queue=queue)
    if by_status:
        header = hand.table.horizontalHeader()
        where = QPoint(header.sectionViewportPosition(Column.STATUS) + 30, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        assert header.sortIndicatorSection() == Column.STATUS
    hand.look_each(20)
    yield after(3.0)
    stop = hand.button("Stop all")
    yield stop.isEnabled
    hand.click(stop)
    yield lambda: hand.question() is not None
    yes = hand.question()
    assert yes
    gaps = Gaps()
    began, used = time.perf_counter(), time.process_time()
    hand.click(yes)
    states = hand.controller._book.states

    def are_done() -> bool:
        done = sum(states[state] for state in DECIDED)
        told["done"] = done
        return done >= faxes or time.perf_counter() - began > limit_s

    yield are_done
    told["took_s"] = time.perf_counter() - began
    told["cpu_s"] = time.process_time() - used
    told |= gaps.told()


def rest(hand: Hand, told: Told, *, seconds: float, ask: bool = False, queue: bool = True) -> Steps:
    """Do nothing; note processor time and memory. ask: with all faxes counting down, in view."""
    yield from hand.signed_in(queue=queue)
    hand.look_each(500)
    if ask:
        hand.window.showMaximized()
        yield after(1.0)
        hand.click(hand.button("Stop all"))
        yield lambda: hand.question() is not None
        yes = hand.question()
        assert yes
        hand.click(yes)
        states = hand.controller._book.states
        yield lambda: states[FaxState.RETRYING] == len(hand.board)
        table = hand.table
        last = table.rowAt(table.viewport().height() - 1)
        told["countdowns_in_view"] = len(hand.board) if last < 0 else last + 1
    yield after(6.0)
    hand._look.stop()
    measured: list[bool] = []
    used = time.process_time()

    def note() -> None:
        told["cpu_share"] = (time.process_time() - used) / seconds
        measured.append(True)
        hand.look_each(50)
        hand._look.start()

    QTimer.singleShot(int(seconds * 1000), note)
    yield lambda: bool(measured)
    told |= weighed()


def typed(hand: Hand, told: Told, *, text: str) -> Steps:
    """Type into the filter, a letter each 150 ms, and take it out again; note the gaps."""
    yield from hand.signed_in()
    line = next(each for each in hand.window.findChildren(QLineEdit) if each.accessibleName() == "Filter")
    line.setFocus()
    yield after(3.0)
    gaps = Gaps()
    for letter in text:
        QTest.keyClicks(line, letter)
        yield after(0.15)
    for _ in text:
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        yield after(0.15)
    told["shown"] = hand.table.model().rowCount()
    told |= gaps.told()


def bring_in(hand: Hand, told: Told, *, path: str, faxes: int) -> Steps:
    """Bring in a file of fax IDs; note the gaps."""
    yield from hand.signed_in()
    hand.look_each(100)
    yield after(2.0)
    (run,) = hand.window.findChildren(ImportRun)
    over: list[bool] = []
    run.finished.connect(lambda _: over.append(True))
    gaps = Gaps()
    began, used = time.perf_counter(), time.process_time()
    run.read_files([Path(path)])
    yield lambda: bool(over)
    told["took_s"] = time.perf_counter() - began
    told["cpu_s"] = time.process_time() - used
    assert len(hand.board) == faxes, len(hand.board)
    told |= gaps.told()


def weighed() -> Mapping[str, object]:
    """Return what memory this process holds, in bytes: in all, and its own."""
    lines = [line.split() for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]]
    sizes = {line[0].rstrip(":"): int(line[1]) * 1024 for line in lines}
    own = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return {"rss": sizes["Rss"], "pss": sizes["Pss"], "own": own, "dirty": sizes["Private_Dirty"]}


SCENARIOS: Mapping[str, Callable[..., Iterator[Callable[[], bool]]]] = {
    "click": click,
    "stop_all": stop_all,
    "rest": rest,
    "typed": typed,
    "bring_in": bring_in,
}
