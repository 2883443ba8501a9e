# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The program started once more, as a process: one window, and no fax ID is lost on the way to it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.engine.instance_lock import InstanceLock, Notice, State
from srfax_desktop.store.paths import Paths
from srfax_desktop.ui.window_run import ANSWERS_WAIT_MS
from tests.end_to_end.kept import ask_for, events, look_only_when_asked, states
from tests.end_to_end.program import (
    end,
    environment,
    run,
    started,
    wait_until,
    wait_until_at_rest,
    wait_until_it_hears,
)
from tests.figures import short_or_long

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.end_to_end.screen import Screen
    from tests.figures import Figures

TITLE = "^SRFax Desktop – PRACTICE$"
BOX = "^SRFax Desktop$"
OTHER = "In front"


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


def lock_file(*, practice: bool = True) -> Path:
    paths = Paths.of_this_user()
    return (paths.practice_database if practice else paths.database).with_suffix(".lock")


def notice(*, practice: bool = True) -> Notice | None:
    return InstanceLock(lock_file(practice=practice)).read()


def is_open(process: subprocess.Popen[str], *, practice: bool = True) -> bool:
    """Whether this process has the window, and listens."""
    said = notice(practice=practice)
    return said is not None and (said.state, said.pid) == (State.OPEN, process.pid)


def close(window: subprocess.Popen[str]) -> None:
    window.send_signal(signal.SIGTERM)
    ended = end(window)
    assert (ended.status, ended.err) == (0, "")


def test_a_second_start_hands_its_ids_over_and_stops_nothing(figures: Figures) -> None:
    with started("--practice", "10000001") as window:
        wait_until(lambda: is_open(window))
        second = run("--practice", "10000002", "a|10000003", "10000001", "invoice", "10000002")
        assert states() == dict.fromkeys(("10000001", "10000002", "10000003"), "waiting")
        third = run("--practice", "--lang", "en")
        assert run("stop", "--practice", "30000001", "--no-retry").err == ""  # a script is not concerned
        assert is_open(window)
        close(window)
    assert (second.status, second.out, third.status, third.out) == (0, "", 0, "")
    assert second.err == (
        "srfax-desktop: a window is already open; its list has taken 3 fax IDs.\n"
        "srfax-desktop: not a fax ID, and not added: invoice\n"
    )
    assert third.err == (
        "srfax-desktop: a window is already open; it was asked to come to the front.\n"
        "srfax-desktop: that window goes on with its own options, not with those of this start.\n"
    )
    for fax_id in ("10000001", "10000002", "10000003"):
        assert events(fax_id) == [("added", 0)]
    figures.add("starts tried", 3)


def test_a_killed_window_leaves_a_socket_that_the_next_start_takes_over(figures: Figures) -> None:
    with started("--practice") as window:
        wait_until(lambda: is_open(window))
        window.kill()
        window.wait()
        left = notice()
        assert left
        with started("--practice", "10000004") as following:
            wait_until(lambda: is_open(following))
            assert (now := notice())
            assert (now.address, now.secret) != (left.address, left.secret)
            assert run("--practice", "10000005").status == 0
            assert set(states()) == {"10000004", "10000005"}
            close(following)
    figures.add("starts tried", 3)


def test_of_ten_starts_at_once_one_has_the_window_and_it_has_all_ids(figures: Figures) -> None:
    for number in range(short_or_long(1, 10)):
        fax_ids = [str(number * 100 + each) for each in range(1, 11)]
        with ExitStack() as stack:
            starts = [stack.enter_context(started("--practice", fax_id)) for fax_id in fax_ids]
            wait_until(lambda: sum(start.poll() is None for start in starts) == 1)  # noqa: B023 - at once
            wait_until(lambda: set(states()) >= set(fax_ids))  # noqa: B023
            (window,) = [start for start in starts if start.poll() is None]
            wait_until(lambda: is_open(window))  # noqa: B023
            close(window)
            assert [start.returncode for start in starts] == [0] * 10
        figures.add("starts tried", 10)
    assert set(states().values()) == {"waiting"}


def test_practice_and_real_go_side_by_side_and_so_do_two_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    theirs = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    with (
        started() as real,
        started("--practice") as practice,
        started("--practice", "10000006", **theirs) as other,
    ):
        wait_until(lambda: is_open(real, practice=False) and is_open(practice))
        assert run("31524120").err.endswith("taken 1 fax ID.\n")
        assert not states()
        with monkeypatch.context() as patch:
            patch.setenv("XDG_DATA_HOME", theirs["XDG_DATA_HOME"])
            wait_until(lambda: is_open(other))
            assert set(states()) >= {"10000006"}
        for window in (real, practice, other):
            window.send_signal(signal.SIGTERM)
        assert [end(window).status for window in (real, practice, other)] == [0] * 3
    figures.add("starts tried", 4)


def test_a_start_while_the_window_closes_waits_for_it_and_has_the_next(figures: Figures) -> None:
    ask_for(["10000007"])
    with started("--practice") as window:
        wait_until(lambda: is_open(window) and states()["10000007"] == "stopping")  # its request hangs
        window.send_signal(signal.SIGTERM)
        wait_until(lambda: (said := notice()) is not None and said.state is State.CLOSING)
        with started("--practice", "10000008") as following:
            said_at = lock_file().stat().st_mtime
            assert end(window).status == 0
            assert time.time() - said_at > ANSWERS_WAIT_MS / 1000 * 0.75  # at once, not when all was over
            wait_until(lambda: is_open(following))
            assert set(states()) == {"10000007", "10000008"}
            following.send_signal(signal.SIGTERM)
            assert end(following).status == 0
    figures.add("starts tried", 2)


@contextmanager
def in_front(screen: Screen) -> Iterator[None]:
    """Show another program's window that covers the screen."""
    script = f"""
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.setWindowTitle({OTHER!r})
window.showMaximized()
app.exec()
"""
    with subprocess.Popen([sys.executable, "-c", script], env=environment(**screen.variables)) as other:
        try:
            screen.wait_for_window(OTHER)
            yield
        finally:
            other.kill()


def test_the_window_comes_to_the_front(screen: Screen, figures: Figures) -> None:
    with started("--practice", **screen.variables) as window:
        screen.wait_for_window(TITLE)
        wait_until(lambda: is_open(window))
        wait_until_at_rest(window)
        with in_front(screen):
            assert run("--practice", "10000001", **screen.variables).status == 0
            screen.wait_for_window(TITLE)
        screen.minimise()
        wait_until(lambda: not screen.has_focus(TITLE))
        assert run("--practice", **screen.variables).status == 0
        screen.wait_for_window(TITLE)
        assert set(states()) == {"10000001"}
        close(window)
    figures.add("starts tried", 3)


def test_a_window_that_does_not_answer_is_told_of_and_the_ids_with_it(
    screen: Screen, figures: Figures
) -> None:
    with started("--practice", **screen.variables) as window:
        wait_until(lambda: is_open(window))
        window.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        with (
            started("--practice", **screen.variables) as ended_by_signal,
            started("--practice", "10000002", **screen.variables) as second,
        ):
            wait_until_it_hears(ended_by_signal, signal.SIGTERM)
            ended_by_signal.send_signal(signal.SIGTERM)
            assert end(ended_by_signal).status == 1
            screen.wait_for_window(BOX)
            assert time.monotonic() - began > 2
            screen.hit("Return")
            ended = end(second)
        assert (ended.status, ended.out) == (1, "")
        assert ended.err == (
            "srfax-desktop: SRFax Desktop is already running, but does not answer.\n"
            "srfax-desktop: perhaps not added: 10000002\n"
        )
        window.send_signal(signal.SIGCONT)
        assert run("--practice", "10000003", **screen.variables).status == 0
        assert set(states()) == {"10000003"}
        close(window)
    figures.add("starts tried", 4)
