# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The wheel carries all that the program needs, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from srfax_desktop import __version__
from srfax_desktop.ui.guide_files import GUIDES
from tests.end_to_end.program import ROOT, environment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    command = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--wheel-dir", str(tmp_path)]
    built = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if built.returncode and ("hatchling" in built.stderr or "No module named pip" in built.stderr):
        pytest.skip("needs the build backend hatchling, which could not be fetched")
    assert built.returncode == 0, built.stderr
    (path,) = tmp_path.glob("*.whl")
    return path


def test_the_wheel_runs_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    assert wheel.name == f"srfax_desktop-{__version__}-py3-none-any.whl"
    names = zipfile.ZipFile(wheel).namelist()
    icons = {path.name for path in (ROOT / "resources" / "icons").iterdir()}
    assert icons == {name.rpartition("/")[2] for name in names if "/resources/icons/" in name}
    guide = {name.partition("/resources/guide/")[2] for name in names if "/resources/guide/" in name}
    pictures = {f"pictures/{path.name}" for path in (ROOT / "docs" / "pictures").iterdir()}
    assert guide == {*GUIDES, *pictures}
    assert "srfax_desktop/resources/i18n/srfax_desktop_fr.qm" in names
    assert "srfax_desktop/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "docs", "benchmarks"))]
    place = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(place)
    checked = subprocess.run(
        [sys.executable, "-m", "srfax_desktop", "stop", "--practice", "10000001", "--json"],
        env=environment(PYTHONPATH=str(place)),
        cwd=place,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    script = "from srfax_desktop.ui import resource_path as r; print(r.resource_path('icons'), r.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(PYTHONPATH=str(place)),
        cwd=place,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    script = "from srfax_desktop.self_test import _guide; print(_guide())"
    whole = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(PYTHONPATH=str(place)),
        cwd=place,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert whole.stdout.startswith("2 languages, ")
    assert found.stdout.split()[0] == str(place / "srfax_desktop" / "resources" / "icons")
