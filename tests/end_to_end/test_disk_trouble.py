# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The disk is full, read-only, held or damaged: faxes are stopped all the same, and it is said in words."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.store.database import Database
from srfax_desktop.store.paths import Paths
from tests.end_to_end.disks import CAN_MOUNT, LIMIT, fill, read_only, small_disk
from tests.end_to_end.kept import ask_for, events, look_only_when_asked
from tests.end_to_end.program import end, run, started, wait_until
from tests.figures import short_or_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tests.end_to_end.program import Ended
    from tests.end_to_end.screen import Reader, Screen
    from tests.figures import Figures

STOP = ("stop", "--practice", "--json", "10000001")
LISTED = [str(20_000_001 + number) for number in range(300)]
PAGE = 4096
INTERIOR = 5
"""SQLite's mark of such a page."""


@pytest.fixture
def path() -> Path:
    """The practice database, with nothing in it."""
    look_only_when_asked()
    ask_for([])
    return Paths.of_this_user().practice_database


@pytest.fixture
def long(path: Path) -> Path:
    """The same with 200 faxes on the list, and some lines of history for 300."""
    ask_for(LISTED)
    with closing(Database.open(path)) as database:
        database.remove(map(FaxId, LISTED[:100]), [])
    return path


@pytest.fixture
def after() -> Iterator[ExitStack]:
    """What is to be put back at the end."""
    with ExitStack() as stack:
        yield stack


def stop(through: Sequence[str] = ()) -> Ended:
    """Stop a fax on the command line; whatever the disk is like, that succeeds."""
    ended = run(*STOP, through=through)
    assert ended.finals == {"10000001": "stopped"}
    assert ended.status == 0
    assert "Traceback" not in ended.err
    return ended


# The disk is full, read-only, or somebody else's


def no_room(path: Path, after: ExitStack) -> Sequence[str]:
    """A real disk without a byte left, with the list on it."""
    content = path.read_bytes()
    after.enter_context(small_disk(path.parent))
    look_only_when_asked()
    path.write_bytes(content)
    fill(path.parent)
    return ()


def no_room_for_a_new_list(path: Path, after: ExitStack) -> Sequence[str]:
    after.enter_context(small_disk(path.parent))
    look_only_when_asked()
    fill(path.parent)
    return ()


def a_limit(path: Path, after: ExitStack) -> Sequence[str]:
    return LIMIT


def a_limit_for_a_new_list(path: Path, after: ExitStack) -> Sequence[str]:
    path.unlink()
    return ("prlimit", "--fsize=8192")


def nobody_can_write(path: Path, after: ExitStack) -> Sequence[str]:
    after.enter_context(read_only(path.parent))
    return ()


def another_user_s(path: Path, after: ExitStack) -> Sequence[str]:
    """Root may go anywhere; a user who is not root cannot give a folder away."""
    if os.geteuid() == 0:
        os.chown(path.parent, 65534, 65534)
        after.callback(os.chown, path.parent, 0, 0)
    else:
        path.parent.rename(path.parent.with_name("gone"))
        path.parent.symlink_to("/")
    return ()


def held(path: Path, after: ExitStack) -> Sequence[str]:
    """Another program has the file to itself, for longer than anybody waits."""
    other = after.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    return ()


def held_against_writing(path: Path, after: ExitStack) -> Sequence[str]:
    other = after.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
    other.execute("BEGIN IMMEDIATE")
    return ()


def newer(path: Path, after: ExitStack) -> Sequence[str]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return ()


AT_OPENING, MEANWHILE = "the record of this run cannot be kept", "part of the record of this run"
TROUBLES = [
    (a_limit, MEANWHILE, "failed", "this computer does not allow it"),
    (a_limit_for_a_new_list, AT_OPENING, "disk_full", "the disk is full"),
    (another_user_s, AT_OPENING, "not_ours", "the folder, or the file in it, belongs to another user"),
    (held, AT_OPENING, "locked", "another program holds the file"),
    (held_against_writing, MEANWHILE, "locked", "another program holds the file"),
    (newer, AT_OPENING, "newer_version", "a newer version of this program wrote it"),
]
if CAN_MOUNT:  # nothing may skip where this cannot be
    TROUBLES += [
        (no_room, AT_OPENING, "disk_full", "the disk is full"),
        (no_room_for_a_new_list, AT_OPENING, "disk_full", "the disk is full"),
        (nobody_can_write, AT_OPENING, "read_only", "the folder is read-only"),
    ]
TOLD = [each[:3] for each in TROUBLES]


@pytest.mark.parametrize(("trouble", "told", "code"), TOLD, ids=[trouble.__name__ for trouble, *_ in TOLD])
def test_a_script_stops_the_fax_and_says_what_is_wrong_with_the_disk(
    path: Path, after: ExitStack, trouble: Callable[..., Sequence[str]], told: str, code: str
) -> None:
    ended = stop(trouble(path, after))
    (line,) = [line for line in ended.err.splitlines() if line.startswith(f"srfax-desktop: {told}")]
    assert f"({code}" in line
    assert not list(path.parent.glob("*.unreadable-*")), "what is not damaged stays where it is"


IN_SHORT = {a_limit, held, newer, no_room, nobody_can_write}
"""What `make test` tries through the window, which takes its time to start; `make test-long` tries all."""
SHOWN = [(trouble, words) for trouble, *_, words in TROUBLES if short_or_long(trouble in IN_SHORT, True)]


@pytest.mark.parametrize(("trouble", "words"), SHOWN, ids=[trouble.__name__ for trouble, _ in SHOWN])
def test_the_window_stops_the_fax_and_says_what_is_wrong_with_the_disk(
    path: Path,
    after: ExitStack,
    bus: Screen,
    reader: Reader,
    trouble: Callable[..., Sequence[str]],
    words: str,
    figures: Figures,
) -> None:
    through = trouble(path, after)
    said = f"The list cannot be saved: {words}. Stopping goes on, but the list is lost if the program ends."
    with started("--practice", "10000001", through=through, **bus.variables) as window:
        wait_until(lambda: reader.status("10000001") == "Waiting")
        reader.do("press", "Stop selected")  # which is what was given at the start
        wait_until(lambda: reader.status("10000001").startswith("Stopped"))
        wait_until(lambda: said in reader.labels(), what=said)
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert ended.status == 0
    assert "Traceback" not in ended.err
    figures.add("troubles with the disk met by the window")


@pytest.mark.parametrize("trouble", [no_room, nobody_can_write] if CAN_MOUNT else [a_limit])
def test_stops_that_were_asked_for_go_on_though_the_list_can_only_be_read(
    path: Path, after: ExitStack, bus: Screen, reader: Reader, trouble: Callable[..., Sequence[str]]
) -> None:
    ask_for(["10000001", "10000003"])
    through = trouble(path, after)
    with started("--practice", through=through, **bus.variables) as window:
        wait_until(lambda: reader.status("10000001").startswith("Stopped"))
        wait_until(lambda: reader.status("10000003").startswith("Too late"))
        wait_until(lambda: any("The list cannot be saved" in label for label in reader.labels()))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0


def test_a_newer_file_stays_as_it_was(path: Path, after: ExitStack) -> None:
    newer(path, after)
    before = path.read_bytes()
    stop()
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.bak"))


def test_what_was_not_written_leaves_the_list_as_it_was(path: Path, after: ExitStack) -> None:
    stop(a_limit(path, after))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    stop()
    assert ("answered", 1) in events("10000001")


# The file is damaged


def root_page(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        question = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(connection.execute(question, (table,)).fetchone()[0])


def overwritten(path: Path, page: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write((content * PAGE)[:PAGE])


def last_leaf(path: Path, table: str) -> int:
    """Return the last page of a table whose root has pages below it (SQLite, file format)."""
    root = path.read_bytes()[(root_page(path, table) - 1) * PAGE :][:PAGE]
    assert root[0] == INTERIOR
    return int.from_bytes(root[8:12], "big")


def half(path: Path) -> int:
    """Return half of the size, in whole pages."""
    return path.stat().st_size // 2 // PAGE * PAGE


def cut(path: Path, size: int) -> None:
    os.truncate(path, size)


MOVED = "A file of this program was damaged. It was kept as"
LEFT = "nothing is said"
DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (lambda path: cut(path, 0), MOVED),
    "one byte": (lambda path: cut(path, 1), MOVED),
    "half a header": (lambda path: cut(path, 50), MOVED),
    "the header only": (lambda path: cut(path, 100), MOVED),
    "one sector": (lambda path: cut(path, 512), MOVED),
    "one page": (lambda path: cut(path, PAGE), MOVED),
    "cut in the middle of a page": (lambda path: cut(path, half(path) + 99), MOVED),
    "cut between two pages": (lambda path: cut(path, half(path)), MOVED),
    "the last page gone": (lambda path: cut(path, path.stat().st_size - PAGE), MOVED),
    "garbage in front": (lambda path: overwritten(path, 1, os.urandom(PAGE)), MOVED),
    "zeros in the list's root": (lambda path: overwritten(path, root_page(path, "faxes"), b"\0"), MOVED),
    "zeros in the list": (lambda path: overwritten(path, last_leaf(path, "faxes"), b"\0"), MOVED),
    "garbage in the history's root": (
        lambda path: overwritten(path, root_page(path, "history"), os.urandom(PAGE)),
        MOVED,
    ),
    "garbage in the history's index": (
        lambda path: overwritten(path, root_page(path, "history_by_fax"), b"\xff"),
        MEANWHILE,
    ),
}


MET = short_or_long(
    ["empty", "cut in the middle of a page", "zeros in the list", "garbage in the history's index"],
    list(DAMAGE),
)


@pytest.mark.parametrize("kind", MET)
def test_a_damaged_list_stops_no_stop_and_is_told_of(long: Path, kind: str, figures: Figures) -> None:
    path = long
    damage, said = DAMAGE[kind]
    damage(path)
    damaged = path.read_bytes()
    ended = stop()
    assert said in ended.err
    asides = [aside for aside in path.parent.glob("*.unreadable-*") if aside.name.endswith("Z")]
    assert [aside.name in ended.err for aside in asides] == [True] * (said == MOVED)
    assert all(aside.read_bytes() == damaged for aside in asides)
    if said == MOVED:
        assert events("10000001")[:4] == [("added", 0), ("asked", 0), ("sending", 1), ("answered", 1)]
    figures.add("damaged files met")


def left_wal(path: Path) -> Path:
    """Have the list as a kill leaves it: its last changes in the WAL only."""
    with started("--practice", "10000003") as window:
        wait_until(lambda: bool(events("10000003")))
        window.kill()
        window.wait()
    wal = path.with_name(f"{path.name}-wal")
    assert wal.stat().st_size > PAGE
    return wal


@pytest.mark.parametrize("at", short_or_long(["middle"], ["front", "middle", "end"]))
def test_garbage_in_the_wal_costs_no_more_than_what_follows_it(long: Path, at: str, figures: Figures) -> None:
    path, wal = long, left_wal(long)
    size = wal.stat().st_size
    offset = {"front": 0, "middle": size // 2, "end": size - 100}[at]
    with wal.open("r+b") as file:
        file.seek(offset)
        file.write(os.urandom(100))
    stop()
    with closing(Database.open(path)) as database:
        assert database.moved_aside is None
        listed = [fax.fax_id for fax in database.load()]
        *_, check = database.check_chain()
    assert set(LISTED[100:]) < {*listed, "x"}
    assert check.intact
    assert ("answered", 1) in events("10000001")
    figures.add("damaged files met")
