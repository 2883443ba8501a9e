# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the binding would compile at each start is compiled once, and the binding takes it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from packing.qt_support import FOLDER, compile_support

START = """
import PySide6.QtCore, shibokensupport.signature.loader as loader
print(loader.__file__)
try:
    PySide6.QtCore.QObject().setObjectName(1)
except TypeError as error:
    print("Supported signatures" in str(error))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="its libraries cannot be copied from beside Qt's")
def test_the_binding_starts_from_what_was_compiled(tmp_path: Path) -> None:
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "shiboken6")
    compile_support(tmp_path / FOLDER)
    variables = {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", START], env=variables, check=True, capture_output=True, text=True, timeout=60
    )
    assert said.stdout.split() == [str(tmp_path / FOLDER / "shibokensupport/signature/loader.pyc"), "True"]
    assert said.stderr == ""


def test_the_same_input_makes_the_same_files(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    names = compile_support(first)
    assert "shibokensupport/signature/loader.pyc" in names
    assert compile_support(second) == names
    assert [(first / name).read_bytes() for name in names] == [(second / name).read_bytes() for name in names]
    assert not any(str(tmp_path).encode() in (first / name).read_bytes() for name in names)
