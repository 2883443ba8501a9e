# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where things are kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from srfax_desktop.store.paths import Paths

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="XDG is Linux's")


@on_linux
def test_xdg_is_honoured(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(alone / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(alone / "state"))
    paths = Paths.of_this_user()
    assert paths.data == alone / "data" / "srfax-desktop"
    assert paths.logs == alone / "state" / "srfax-desktop" / "log"


@on_linux
def test_without_xdg_it_is_below_the_home_folder(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(alone))
    paths = Paths.of_this_user()
    assert paths.data == alone / ".local/share/srfax-desktop"
    assert paths.logs.is_relative_to(alone / ".local/state/srfax-desktop")


def test_each_file_has_a_place_of_its_own() -> None:
    paths = Paths(data=Path("data"), logs=Path("logs"))
    files = [paths.database, paths.practice_database, paths.settings, paths.log]
    assert len(set(files)) == len(files)
    assert {file.parent for file in files[:3]} == {paths.data}
    assert paths.log.parent == paths.logs


def test_asking_creates_nothing_and_making_creates_both(alone: Path) -> None:
    paths = Paths(data=alone / "a" / "data", logs=alone / "b" / "logs")
    assert not list(alone.iterdir())
    paths.make_folders()
    paths.make_folders()
    assert all(folder.is_dir() for folder in (paths.data, paths.logs))
    if sys.platform != "win32":
        assert [folder.stat().st_mode & 0o777 for folder in (paths.data, paths.logs)] == [0o700, 0o700]


def test_a_test_has_a_home_of_its_own(home: Path) -> None:
    paths = Paths.of_this_user()
    assert paths.data.is_relative_to(home)
    assert paths.logs.is_relative_to(home)
