# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A file is there as a whole, or the old one stays and it is said why; a private copy is private."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from PySide6.QtCore import QFileDevice

from srfax_desktop.ui import saving
from srfax_desktop.ui.saving import PrivateCopies, SavingError, save_file

if TYPE_CHECKING:
    from collections.abc import Iterator

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and limits are POSIX's")


def mode(path: str | Path) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def test_a_file_is_written_or_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "Zoë 31524120.pdf"
    for content in (b"first" * 10_000, b"", b"second"):
        save_file(str(path), content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_a_file_for_others_is_as_open_as_the_user_s_others(tmp_path: Path) -> None:
    ordinary, saved = tmp_path / "ordinary", tmp_path / "saved"
    ordinary.write_bytes(b"")
    save_file(str(saved), b"x")
    assert mode(saved) == mode(ordinary)


@posix
def test_a_private_file_is_its_owner_s_only(tmp_path: Path) -> None:
    save_file(str(tmp_path / "private"), b"x", private=True)
    assert mode(tmp_path / "private") == 0o600


@pytest.mark.parametrize("where", ["missing/record.pdf", "folder"])
def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SavingError) as error:
        save_file(str(tmp_path / where), b"x")
    assert error.value.words == "It could not be saved: nothing can be written there."
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


@posix
def test_a_name_that_cannot_be_used_is_told_from_that(tmp_path: Path) -> None:
    with pytest.raises(SavingError) as error:
        save_file(str(tmp_path / ("x" * 300)), b"x")
    assert "its name cannot be used" in error.value.words
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.parametrize("size", [1, 1000, 100_000])
def test_where_only_a_part_fits_the_old_file_stays_as_it_was(tmp_path: Path, size: int) -> None:
    path = tmp_path / "record.pdf"
    path.write_bytes(b"old")
    script = """
import resource, signal, sys
from srfax_desktop.ui.saving import SavingError, save_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0 if sys.argv[2] == "1" else 500, resource.RLIM_INFINITY))
try:
    save_file(sys.argv[1], b"x" * int(sys.argv[2]))
except SavingError:
    sys.exit(7)
"""
    command = [sys.executable, "-c", script, str(path), str(size)]
    done = subprocess.run(command, check=False, cwd=Path(__file__).parents[2], timeout=60)
    assert done.returncode == 7
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


class FullDisk:
    """Takes three bytes and no more, as a disk does that is full; stands in for QSaveFile."""

    kept: ClassVar[list[str]] = []

    def __init__(self, path: str) -> None:
        self.path = path
        self.cancelled = False
        self.room = 3
        self.problem = QFileDevice.FileError.NoError

    def open(self, mode: Any) -> bool:
        return True

    def write(self, content: bytes) -> int:
        written, self.room = min(self.room, len(content)), self.room - min(self.room, len(content))
        if not written:
            self.problem = QFileDevice.FileError.ResourceError
        return written or -1

    def cancelWriting(self) -> None:  # noqa: N802 - Qt's name
        self.cancelled = True
        self.problem = QFileDevice.FileError.WriteError

    def commit(self) -> bool:
        if not self.cancelled:
            self.kept.append(self.path)
        return not self.cancelled

    def error(self) -> QFileDevice.FileError:
        return self.problem

    def errorString(self) -> str:  # noqa: N802 - Qt's name
        return "No space left on device"


def test_a_full_disk_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "QSaveFile", FullDisk)
    monkeypatch.setattr(FullDisk, "kept", [])
    with pytest.raises(SavingError) as error:
        save_file("too long", b"1234567")
    assert error.value.words == "It could not be saved: the disk is full."
    save_file("short", b"123")
    assert FullDisk.kept == ["short"]


@pytest.mark.parametrize("problem", QFileDevice.FileError)
def test_every_problem_has_words(problem: QFileDevice.FileError) -> None:
    words = SavingError(problem, "detail").words
    assert words.startswith("It could not be saved: ")
    assert words.endswith(".")


# Copies to be looked at


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[PrivateCopies]:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    made = PrivateCopies()
    yield made
    made.remove()


@posix
def test_a_copy_is_private_and_so_is_its_folder(copies: PrivateCopies, tmp_path: Path) -> None:
    path = Path(copies.write("SRFax incident.pdf", b"content"))
    assert path.is_relative_to(tmp_path)
    assert path.name == "SRFax incident.pdf"
    assert path.read_bytes() == b"content"
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


def test_the_same_name_again_is_another_file(copies: PrivateCopies) -> None:
    one, other = (Path(copies.write("a.pdf", content)) for content in (b"1", b"2"))
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")


def test_in_the_end_nothing_is_left(copies: PrivateCopies) -> None:
    paths = [Path(copies.write("a.pdf", b"1")) for _ in range(2)]
    copies.remove()
    copies.remove()
    assert not [path for path in paths if path.exists() or path.parent.exists()]


@posix
def test_without_a_place_for_it_that_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, copies: PrivateCopies
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
    with pytest.raises(SavingError):
        copies.write("a.pdf", b"1")
