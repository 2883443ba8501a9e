# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""All that a run leaves is its user's alone; what stands in its place keeps no fax from being stopped."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest

from srfax_desktop.core.archive import HistoryQuery
from srfax_desktop.store.database import Database
from srfax_desktop.store.history_export import write_csv, write_json_lines
from srfax_desktop.store.paths import Paths
from tests.end_to_end import program
from tests.end_to_end.kept import look_only_when_asked, states
from tests.end_to_end.program import Ended, end, run, started, wait_until
from tests.figures import Figures, short_or_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")

NOBODY = 65534
UNPRIVILEGED = (
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),  # Python itself may be root's
)
"""Begins a command that only root can give: without root's power to write whatever the permissions say."""

QT_FOLDER = Path(PySide6.__file__).resolve().parent
QT_IS_FOR_ALL = all(folder.stat().st_mode & 0o005 == 0o005 for folder in (QT_FOLDER, *QT_FOLDER.parents))
"""Whether another user finds Qt's plugins; Qt asks for them by the user's own rights."""

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("setpriv"),
    reason="only root can make another user's file",
)


@pytest.fixture
def stop(service: PracticeServer, clinic: Credentials, ca_file: str) -> Callable[[], Ended]:
    """Stop one fax for the clinic, without a window."""

    def stop() -> Ended:
        account = ("--endpoint", service.url, "--account", clinic.account, "--password-stdin")
        return run("stop", "10000001", *account, typed=f"{clinic.password}\n", SSL_CERT_FILE=ca_file)

    return stop


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0)
    os.umask(before)
    yield os.umask
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def open_to_others(folder: Path) -> dict[str, str]:
    """Return what is below a folder and is not 0700, or 0600 for a file: its path and its mode.

    A socket is both for a moment: Qt makes it 0700.
    """
    wanted = ((path, {0o700} if path.is_dir() else {0o600}) for path in folder.rglob("*"))
    allowed = ((path, modes | {0o700} if path.is_socket() else modes) for path, modes in wanted)
    return {str(path): oct(mode(path)) for path, modes in allowed if mode(path) not in modes}


def with_a_list() -> Paths:
    """Leave an empty list where the program finds it."""
    paths = Paths.of_this_user()
    paths.make_folders()
    Database.open(paths.database).close()
    return paths


SESSIONS = short_or_long(
    [(True, 0o000), (False, 0o777)], list(itertools.product((True, False), (0o000, 0o027, 0o777)))
)


@pytest.mark.parametrize(
    ("privileged", "bits"),
    [pytest.param(*each, marks=() if each[0] else as_root, id=f"{each[0]}-{each[1]:o}") for each in SESSIONS],
)
def test_everything_that_is_left_is_closed_to_others(
    figures: Figures,
    privileged: bool,
    bits: int,
    stop: Callable[[], Ended],
    umask: Callable[[int], int],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figures.add("files and folders that are to be private", 9)
    if not privileged:
        os.chown(home, NOBODY, NOBODY)
        monkeypatch.setattr(program, "COMMAND", (*UNPRIVILEGED, *program.COMMAND))
    umask(bits)
    assert stop().status == 0
    left = {"faxes.sqlite3", "srfax-desktop.log"}
    if privileged or QT_IS_FOR_ALL:
        with started("--practice", "10000001") as window:
            wait_until(lambda: states() == {"10000001": "waiting"})
            assert open_to_others(home) == {}, "beside an open database there are other files"
            window.send_signal(signal.SIGTERM)
            assert end(window).status == 0
        left |= {"practice.lock", "practice.sqlite3", "settings.json"}
    assert {path.name for path in home.rglob("*") if path.is_file()} == left
    assert open_to_others(home) == {}


@pytest.mark.parametrize("bits", [0o000, 0o777], ids=oct)
def test_an_export_is_closed_to_others_and_its_folder_as_it_was(
    stop: Callable[[], Ended], umask: Callable[[int], int], bits: int, tmp_path: Path
) -> None:
    assert stop().status == 0
    place = tmp_path / "chosen"
    place.mkdir()
    place.chmod(0o755)
    umask(bits)
    with closing(Database.open(Paths.of_this_user().database)) as database:
        lines = database.lines(database.find(HistoryQuery()))
    for name, write in (("history.csv", write_csv), ("history.jsonl", write_json_lines)):
        assert list(write(lines, place / name, masked=True))
    assert [mode(path) for path in (place, *place.iterdir())] == [0o755, 0o600, 0o600]


def test_a_link_to_a_folder_of_this_user_is_followed(stop: Callable[[], Ended], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(0o755)
    data = Paths.of_this_user().data
    data.parent.mkdir(parents=True)
    data.symlink_to(elsewhere)
    ended = stop()
    assert (ended.status, ended.err) == (0, "")
    assert data.is_symlink()
    assert (elsewhere / "faxes.sqlite3").exists()
    assert (mode(elsewhere), open_to_others(elsewhere)) == (0o700, {})


@as_root
@pytest.mark.parametrize("linked", [True, False], ids=["link", "itself"])
def test_another_users_folder_is_refused_and_the_fax_is_stopped(
    linked: bool, stop: Callable[[], Ended], tmp_path: Path
) -> None:
    data = Paths.of_this_user().data
    data.parent.mkdir(parents=True)
    place = tmp_path / "elsewhere" if linked else data
    place.mkdir(0o755)
    os.chown(place, NOBODY, NOBODY)
    if linked:
        data.symlink_to(place)
    ended = stop()
    assert ended.status == 0
    assert "cannot be kept (not_ours: " in ended.err
    assert "the faxes are stopped all the same" in ended.err
    assert (list(place.iterdir()), mode(place)) == ([], 0o755)


def test_a_link_to_a_list_of_this_user_is_followed(stop: Callable[[], Ended], tmp_path: Path) -> None:
    paths = with_a_list()
    elsewhere = tmp_path / "elsewhere.sqlite3"
    paths.database.rename(elsewhere)
    elsewhere.chmod(0o644)
    paths.database.symlink_to(elsewhere)
    ended = stop()
    assert (ended.status, ended.err) == (0, "")
    assert paths.database.is_symlink()
    assert mode(elsewhere) == 0o600


@as_root
@pytest.mark.parametrize("linked", [True, False], ids=["link", "itself"])
def test_another_users_list_is_refused_and_the_fax_is_stopped(
    linked: bool, stop: Callable[[], Ended], tmp_path: Path
) -> None:
    paths = with_a_list()
    if linked:
        paths.database.rename(tmp_path / "elsewhere.sqlite3")
        paths.database.symlink_to(tmp_path / "elsewhere.sqlite3")
    paths.database.chmod(0o644)
    os.chown(paths.database, NOBODY, NOBODY)
    before = paths.database.read_bytes()
    ended = stop()
    assert ended.status == 0
    assert "cannot be kept (not_ours: " in ended.err
    assert paths.database.read_bytes() == before
    assert stat.S_IMODE(paths.database.stat().st_mode) == 0o644


def test_a_log_that_leads_elsewhere_is_not_written(stop: Callable[[], Ended], tmp_path: Path) -> None:
    paths = Paths.of_this_user()
    paths.make_folders()
    precious = tmp_path / "precious"
    precious.write_text("not a log")
    precious.chmod(0o644)
    paths.log.symlink_to(precious)
    ended = stop()
    assert (ended.status, ended.err) == (0, "")
    assert (precious.read_text(), mode(precious)) == ("not a log", 0o644)


@pytest.mark.parametrize("what", [("data",), ("logs",), ("log", "database", "settings")], ids="-".join)
def test_something_else_in_a_place_stops_no_fax_from_being_stopped(
    what: tuple[str, ...], stop: Callable[[], Ended]
) -> None:
    places: list[Path] = [getattr(Paths.of_this_user(), name) for name in what]
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        if what in {("data",), ("logs",)}:
            place.write_text("a file where a folder should be")
        else:
            place.mkdir()
            (place / "within").touch()
    ended = stop()
    assert ended.status == 0
    assert "Traceback" not in ended.err
    assert all(place.is_file() or (place / "within").exists() for place in places)


@as_root
def test_a_log_that_cannot_be_written_stops_no_fax_from_being_stopped(
    stop: Callable[[], Ended], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = Paths.of_this_user()
    os.chown(home, NOBODY, NOBODY)
    paths.logs.mkdir(parents=True)  # root's, and closed
    monkeypatch.setattr(program, "COMMAND", (*UNPRIVILEGED, *program.COMMAND))
    ended = stop()
    assert ended.status == 0
    assert list(paths.logs.iterdir()) == []


def test_in_the_window_too_a_list_in_a_wrong_place_is_only_told(home: Path) -> None:
    look_only_when_asked()
    Paths.of_this_user().practice_database.mkdir()
    with started("--practice", "10000001") as window:
        program.wait_until_it_hears(window, signal.SIGTERM)
        program.wait_until_at_rest(window)
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")
