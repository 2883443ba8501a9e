# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Python's modules lie in the packed folder as files that it can import without anything else."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from packing.loose_modules import compile_modules

if TYPE_CHECKING:
    from pathlib import Path

    from packing.contents import Entry

SAID = "house/rooms/hall.py ['house/__init__.py']"


@pytest.fixture
def modules(tmp_path: Path) -> list[Entry]:
    """A package, a folder in it that is none, and a module in that."""
    sources = tmp_path / "sources"
    (sources / "rooms").mkdir(parents=True)
    (sources / "__init__.py").write_text("here = (lambda: 0).__code__.co_filename\n")
    (sources / "rooms" / "hall.py").write_text(
        '"""What it is."""\nimport house\nassert False\n'
        "print((lambda: 0).__code__.co_filename, [house.here])\n"
    )
    return [
        ("house", str(sources / "__init__.py"), "PYMODULE"),
        ("house.rooms", "-", "PYMODULE"),
        ("house.rooms.hall", str(sources / "rooms" / "hall.py"), "PYMODULE"),
    ]


def test_they_are_imported_from_where_they_were_put(modules: list[Entry], tmp_path: Path) -> None:
    made = compile_modules(modules, tmp_path / "made")
    assert made == [
        (name, str(tmp_path / "made" / name), "DATA")
        for name in ("house/__init__.pyc", "house/rooms/hall.pyc")
    ]
    said = subprocess.run(
        [sys.executable, "-c", "import house.rooms.hall"],
        cwd=tmp_path / "made",
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert said.stdout.strip() == SAID


def test_the_same_input_makes_the_same_files(modules: list[Entry], tmp_path: Path) -> None:
    first, second = (compile_modules(modules, tmp_path / name) for name in ("first", "second"))
    for (name, one, _), (again, other, _) in zip(first, second, strict=True):
        assert name == again
        content = (tmp_path / "first" / name).read_bytes()
        assert content == (tmp_path / "second" / name).read_bytes()
        assert str(tmp_path).encode() not in content
        assert one != other
