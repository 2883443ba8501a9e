# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Folders of 0700 and files of 0600, whatever the surroundings; whole files or none."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import private_files
from srfax_desktop.store.private_files import (
    make_private_folder,
    private_draft,
    set_aside,
    sync_folder,
    write_private_file,
)
from srfax_desktop.store.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_folder_is_closed_with_all_that_was_missing_above_it(alone: Path, hostile_umask: None) -> None:
    make_private_folder(alone / "a" / "b" / "c")
    assert [mode(alone / name) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_without_privileges_a_hostile_umask_does_not_lock_us_out(
    folder_of_nobody: Path,
    run_python: Callable[..., CompletedProcess[str]],
) -> None:
    script = """
import os, sys
from pathlib import Path
from srfax_desktop.store.private_files import make_private_folder, write_private_file
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
os.umask(0o777)
folder = Path(sys.argv[1]) / "a" / "b"
make_private_folder(folder)
write_private_file(folder / "file", b"1")
write_private_file(folder / "file", b"2")
print((folder / "file").read_text(), oct((folder / "file").stat().st_mode))
"""
    done = run_python(script, folder_of_nobody)
    assert (done.stdout, done.stderr) == ("2 0o100600\n", "")


def test_an_open_folder_is_closed(alone: Path) -> None:
    alone.chmod(0o777)
    make_private_folder(alone)
    assert mode(alone) == 0o700


def test_a_link_to_a_folder_of_ours_is_followed(alone: Path) -> None:
    target = alone / "target"
    target.mkdir(0o755)
    link = alone / "link"
    link.symlink_to(target)
    make_private_folder(link)
    assert link.is_symlink()
    assert mode(target) == 0o700


def test_a_folder_of_another_user_is_refused_and_left_alone(
    alone: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = alone / "target"
    target.mkdir()
    target.chmod(0o755)
    link = alone / "link"
    link.symlink_to(target)
    monkeypatch.setattr(os, "geteuid", lambda: target.stat().st_uid + 1)
    for folder in (target, link):
        with pytest.raises(StoreError) as refused:
            make_private_folder(folder)
        assert refused.value.problem == Problem.NOT_OURS
    assert mode(target) == 0o755


@pytest.mark.parametrize("kind", ["file", "link to nothing"])
def test_something_else_in_its_place_is_told(alone: Path, kind: str) -> None:
    place = alone / "place"
    if kind == "file":
        place.touch()
    else:
        place.symlink_to(alone / "nothing")
    with pytest.raises(StoreError) as refused:
        make_private_folder(place)
    assert refused.value.problem == Problem.FAILED


@pytest.mark.parametrize(("refusals", "replaced"), [(0, True), (2, True), (3, False)])
def test_a_file_that_somebody_looks_at_is_replaced_when_they_have_looked(
    alone: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, *, replaced: bool
) -> None:
    """As a virus scanner does on Windows."""

    def replace(draft: Path, target: Path) -> Path:
        if left:
            raise left.pop()
        return really(draft, target)

    left, really = [PermissionError(13, "used by another process")] * refusals, Path.replace
    monkeypatch.setattr(private_files, "WAITS_S", (0.001, 0.001))
    monkeypatch.setattr(Path, "replace", replace)
    file = alone / "file"
    file.write_bytes(b"older")
    with contextlib.nullcontext() if replaced else pytest.raises(StoreError):
        write_private_file(file, b"newer")
    assert file.read_bytes() == (b"newer" if replaced else b"older")
    assert list(alone.iterdir()) == [file]


def test_a_file_is_replaced_as_a_whole_and_closed(alone: Path, hostile_umask: None) -> None:
    file = alone / "file"
    write_private_file(file, b"first, and longer")
    write_private_file(file, b"second")
    assert file.read_bytes() == b"second"
    assert mode(file) == 0o600
    assert list(alone.iterdir()) == [file]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, Problem.DISK_FULL),
        (errno.EDQUOT, Problem.DISK_FULL),
        (errno.EROFS, Problem.READ_ONLY),
        (errno.EACCES, Problem.NOT_WRITABLE),
        (errno.EIO, Problem.FAILED),
    ],
)
def test_where_writing_fails_the_old_file_stays(
    alone: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    problem: Problem,
) -> None:
    file = alone / "file"
    write_private_file(file, b"old")

    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError) as failed:
        write_private_file(file, b"new")
    assert failed.value.problem == problem
    assert file.read_bytes() == b"old"
    assert list(alone.iterdir()) == [file]


def test_content_and_name_are_both_on_the_disk(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    fsync = os.fsync

    def watch(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    write_private_file(alone / "file", b"content")
    assert synced == [(alone / "file").stat().st_ino, alone.stat().st_ino]


def test_a_draft_is_closed_from_the_first_and_gone_at_the_end(alone: Path) -> None:
    with private_draft(alone / "file") as draft:
        assert mode(draft) == 0o600
        assert draft.parent == alone
    assert not list(alone.iterdir())


def test_a_file_set_aside_keeps_its_companions(alone: Path) -> None:
    for name in ("data", "data-wal", "other"):
        (alone / name).write_text(name)
    aside = set_aside(alone / "data", ("-wal", "-shm"))
    assert aside.read_text() == "data"
    assert aside.with_name(aside.name + "-wal").read_text() == "data-wal"
    assert len(list(alone.iterdir())) == 3


def test_two_files_set_aside_in_the_same_second_are_both_kept(alone: Path) -> None:
    for content in ("one", "two"):
        (alone / "data").write_text(content)
        set_aside(alone / "data")
    assert sorted(path.read_text() for path in alone.iterdir()) == ["one", "two"]


def test_windows_has_no_modes_to_set_and_no_folders_to_sync(
    alone: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "geteuid")
    monkeypatch.delattr(os, "fchmod")
    make_private_folder(alone)
    write_private_file(alone / "file", b"content")
    sync_folder(alone / "not even there")
    assert (alone / "file").read_bytes() == b"content"
