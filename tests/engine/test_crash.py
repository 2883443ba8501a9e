# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever raises, in whatever thread, is logged and told once, and the program goes on."""

from __future__ import annotations

import itertools
import logging
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QThread, QTimer, Signal, Slot

from srfax_desktop.core.told_error import LEFT_OUT
from srfax_desktop.engine.crash import MOST_KINDS, CrashHook, Trouble
from tests.figures import short_or_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.figures import Figures

ROOT = Path(__file__).parents[2]
MARKER = "16045557391 Quillmore"


@dataclass
class Heard:
    """What was said at once, and what the window's slot was told, with the thread it ran in."""

    said: list[Trouble] = field(default_factory=list)
    told: list[tuple[Trouble, bool]] = field(default_factory=list)


class Window(QObject):
    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard

    @Slot(object)
    def take(self, trouble: Trouble) -> None:
        self._heard.told.append((trouble, QThread.currentThread() is self.thread()))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def hook(qapp: object, heard: Heard, caplog: pytest.LogCaptureFixture) -> Iterator[CrashHook]:
    caplog.set_level(logging.INFO)
    made = CrashHook(heard.said.append)
    window = Window(heard)
    made.happened.connect(window.take)
    made.install()
    yield made
    made.close()


class Thrower(QObject):
    """Raises wherever it can."""

    go = Signal()
    Custom = QEvent.Type(QEvent.registerEventType())

    @Slot()
    def throw(self) -> None:
        raise ValueError(MARKER)

    def event(self, event: QEvent) -> bool:
        if event.type() == self.Custom:
            raise KeyError(MARKER)
        return super().event(event)


class Running(QThread):
    def run(self) -> None:
        raise ValueError(MARKER)


@dataclass
class Threads:
    """Keeps what must live until its thread has ended."""

    kept: list[QObject] = field(default_factory=list)

    def worker(self, act: Callable[[Thrower], None]) -> None:
        thread, thrower = QThread(), Thrower()
        thrower.moveToThread(thread)
        thrower.go.connect(thrower.throw)
        self.kept += [thread, thrower]
        thread.start()
        act(thrower)

    def end(self) -> None:
        for each in self.kept:
            if isinstance(each, QThread):
                each.quit()
                assert each.wait(10_000)


@pytest.fixture
def threads() -> Iterator[Threads]:
    made = Threads()
    yield made
    made.end()


def _in_slot(threads: Threads) -> None:
    thrower = Thrower()
    thrower.go.connect(thrower.throw)
    thrower.go.emit()


def _in_function(threads: Threads) -> None:
    thrower = Thrower()
    thrower.go.connect(lambda *_: thrower.throw())
    thrower.go.emit()


def _in_timer(threads: Threads) -> None:
    thrower = Thrower()
    threads.kept.append(thrower)
    QTimer.singleShot(0, thrower.throw)


def _queued(threads: Threads) -> None:
    thrower = Thrower()
    threads.kept.append(thrower)
    QMetaObject.invokeMethod(thrower, "throw", Qt.ConnectionType.QueuedConnection)


def _in_override(threads: Threads) -> None:
    thrower = Thrower()
    threads.kept.append(thrower)
    QCoreApplication.postEvent(thrower, QEvent(Thrower.Custom))


def _in_worker(threads: Threads) -> None:
    threads.worker(lambda thrower: thrower.go.emit())


def _in_override_of_worker(threads: Threads) -> None:
    threads.worker(lambda thrower: QCoreApplication.postEvent(thrower, QEvent(Thrower.Custom)))


def _in_run_of_thread(threads: Threads) -> None:
    thread = Running()
    threads.kept.append(thread)
    thread.start()


def _in_plain_thread(threads: Threads) -> None:
    thread = threading.Thread(target=Thrower().throw, name="plain")
    thread.start()
    thread.join()


@pytest.mark.parametrize(
    "act",
    [
        _in_slot,
        _in_function,
        _in_timer,
        _queued,
        _in_override,
        _in_worker,
        _in_override_of_worker,
        _in_run_of_thread,
        _in_plain_thread,
    ],
)
def test_whatever_raises_is_logged_and_told_once_in_the_window_s_thread(
    act: Callable[[Threads], None],
    hook: CrashHook,
    heard: Heard,
    threads: Threads,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    figures: Figures,
) -> None:
    for count in (1, 2, 3):
        act(threads)
        qtbot.waitUntil(lambda count=count: hook.count == count)  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(heard.told))
    qtbot.wait(20)
    figures.add("errors raised on purpose", 3)
    ((trouble, in_window_s_thread),) = heard.told
    assert in_window_s_thread
    assert heard.said == [trouble]
    assert trouble.kind in {"ValueError", "KeyError"}
    assert trouble.place.startswith("engine/test_crash.py:")
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert LEFT_OUT in caplog.text
    assert LEFT_OUT in trouble.details
    assert "7391" not in caplog.text + trouble.details
    assert "Quillmore" not in caplog.text + trouble.details


class Doomed:
    def __del__(self) -> None:
        raise ValueError(MARKER)


def test_a_destructor_that_raises_is_logged_and_troubles_nobody_at_the_window(
    hook: CrashHook, heard: Heard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    Doomed()
    qtbot.wait(10)
    assert len(heard.said) == 1
    assert heard.told == []
    assert "__del__" in caplog.text


def test_secrets_are_taken_out_of_what_is_told(
    hook: CrashHook, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    hook.redact = lambda text: text.replace("hidden", "***")
    hook.take(AttributeError("no attribute 'hidden'"))
    assert "'***'" in heard.said[0].details
    assert "'***'" in caplog.text


# What passes as before


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_is_no_error(
    qapp: object, heard: Heard, kind: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *arguments: passed.append(arguments[0]))
    monkeypatch.setattr(threading, "excepthook", lambda arguments: passed.append(arguments.exc_type))
    hook = CrashHook(heard.said.append)
    hook.install()
    try:
        sys.excepthook(kind, kind(), None)
        threading.excepthook(threading.ExceptHookArgs((kind, kind(), None, None)))
    finally:
        hook.close()
    assert passed == [kind, kind]
    assert (heard.said, hook.count) == ([], 0)


def test_closed_it_leaves_everything_as_it_was(qapp: object, heard: Heard) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    hook = CrashHook(heard.said.append)
    hook.install()
    assert sys.excepthook is not before[0]
    hook.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


# Errors of the hook's own


class HostileError(Exception):
    def __str__(self) -> str:
        raise HostileError


def test_a_hook_that_fails_calls_nobody_and_goes_on(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    calls = []

    def say(trouble: Trouble) -> None:
        calls.append(trouble)
        threading.excepthook(threading.ExceptHookArgs((ValueError, ValueError(), None, None)))
        raise HostileError

    hook = CrashHook(say)
    hook.install()
    try:
        hook.take(HostileError())
        hook.take(KeyError())
    finally:
        hook.close()
    assert [call.kind.rpartition(".")[2] for call in calls] == ["HostileError", "KeyError"]


def test_a_log_that_fails_ends_nothing(
    hook: CrashHook, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.Logger, "log", Thrower.throw)
    hook.take(KeyError())
    monkeypatch.undo()
    hook.take(ValueError())
    assert [trouble.kind for trouble in heard.said] == ["ValueError"]


# Storms


class Storm(QObject):
    """Raises a hundred times in each turn of the event loop."""

    go = Signal()

    def __init__(self, count: int) -> None:
        super().__init__()
        self.left = count
        self.go.connect(self.throw)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.blow)
        self.timer.start(0)

    @Slot()
    def blow(self) -> None:
        for _ in range(min(100, self.left)):
            self.left -= 1
            self.go.emit()
        if not self.left:
            self.timer.stop()

    @Slot()
    def throw(self) -> None:
        raise ValueError(MARKER)


def test_a_storm_leaves_a_few_lines_and_a_window_that_lives(
    hook: CrashHook, heard: Heard, qtbot: QtBot, caplog: pytest.LogCaptureFixture, figures: Figures
) -> None:
    count = short_or_long(10_000, 1_000_000)
    beats = [time.perf_counter()]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(0)
    began = time.perf_counter()
    storm = Storm(count)
    qtbot.waitUntil(lambda: not storm.left, timeout=short_or_long(30_000, 600_000))
    lasted_s = time.perf_counter() - began
    heart.stop()
    longest_ms = 1000 * max(after - before for before, after in itertools.pairwise(beats))
    figures.add("errors raised on purpose", count)
    figures.most("one error of a storm", 1e6 * lasted_s / count, 1000, "µs")
    figures.most("longest gap of the window in a storm", longest_ms, 3000, "ms")
    assert hook.count == count
    assert longest_ms < 3000
    assert 1e6 * lasted_s / count < 1000
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    assert len(heard.said) == 1
    assert len(caplog.records) == len(str(count))  # the first, and each power of ten
    assert f"{count} times so far" in caplog.text


def test_a_storm_of_different_errors_is_bounded_too(
    hook: CrashHook, heard: Heard, caplog: pytest.LogCaptureFixture, figures: Figures
) -> None:
    for number in range(2000):
        hook.take(type(f"Error{number}", (Exception,), {})())
    figures.add("errors raised on purpose", 2000)
    assert len(heard.said) == MOST_KINDS
    assert len(caplog.records) < MOST_KINDS + 10


def test_many_threads_at_once_are_counted_to_the_last(
    hook: CrashHook, heard: Heard, figures: Figures
) -> None:
    threads = [threading.Thread(target=Thrower().throw) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures.add("errors raised on purpose", len(threads))
    assert len(heard.said) == 1


# What Qt says, and a program without a terminal: each needs a process of its own

QT = """
import logging, sys
from PySide6.QtCore import QCoreApplication, qCritical, qDebug, qFatal, qWarning
from srfax_desktop.engine.crash import CrashHook
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(message)s")
app = QCoreApplication([])
hook = CrashHook(lambda trouble: None)
hook.install()
for _ in range(100):
    qWarning('no such file: "Quillmore.pdf"')
qCritical("604 555 7391")
qDebug("a detail")
if sys.argv[1] == "fatal":
    qFatal("the end")
hook.close()
qWarning("afterwards")
"""


def process(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_qt_complains_of_is_logged_without_its_quotes_and_written_as_before() -> None:
    done = process(QT, "calm")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "WARNING Qt (default): no such file: “…”",
        "WARNING Qt complained 10 times so far: no such file: “…”",
        "WARNING Qt complained 100 times so far: no such file: “…”",
        "ERROR Qt (default): ••• ••• 7391",
    ]
    assert done.stderr.splitlines() == [
        *['no such file: "Quillmore.pdf"'] * 100,
        "604 555 7391",
        "a detail",
        "afterwards",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="how a process ends is POSIX's")
def test_what_qt_says_before_it_ends_the_program_is_in_the_log() -> None:
    done = process(QT, "fatal")
    assert done.returncode < 0
    assert done.stdout.splitlines()[-1].startswith("CRITICAL Qt (default): ")


def test_without_standard_error_nothing_is_missed() -> None:
    script = """
import logging, sys, threading
from PySide6.QtCore import qWarning
from srfax_desktop.complaints import complain
from srfax_desktop.engine.crash import CrashHook
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(message)s")
sys.stderr = None
hook = CrashHook(lambda trouble: complain(trouble.kind))
hook.install()
qWarning("unheard")
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
hook.close()
print("goes on")
"""
    done = process(script)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "WARNING Qt (default): unheard"
    assert "ZeroDivisionError: division by zero" in done.stdout
    assert lines[-1] == "goes on"
    assert not any(line == "srfax-desktop: ZeroDivisionError" for line in lines)


def test_without_a_log_nothing_is_written_to_the_terminal() -> None:
    script = """
from srfax_desktop.engine.crash import CrashHook
CrashHook(lambda trouble: print(trouble.kind)).take(ValueError("x"))
"""
    done = process(script)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ValueError\n", "")
