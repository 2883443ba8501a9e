# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Imports point up the list of rings only (see README, "How it is built")."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import srfax_desktop

PACKAGE = Path(srfax_desktop.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "core": {"core"},
    "srfax": {"srfax", "core"},
    "store": {"store", "core"},
    "engine": {"engine", "core"},
    "ui": {"ui", "engine", "core"},
}
MAY_USE_OF_QT = {"core": set(), "srfax": set(), "store": set(), "engine": {"QtCore"}}
MAY_USE_THE_NETWORK_TOO = {"engine/instance_server.py", "engine/instance_client.py"}
"""Qt's local sockets are in QtNetwork; why it is these, the first of the two says. Nothing else of the
engine uses them, and `test_the_engine_loads_no_more_of_qt_until_it_is_needed` sees to when."""


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def ring_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_up_only(module: Path) -> None:
    ring = ring_of(module)
    if ring not in MAY_IMPORT:
        return  # the composition root and its helpers may know every ring
    ours = {name.split(".")[1] for name in imported(module) if name.startswith("srfax_desktop.")}
    assert ours - {"__version__"} <= MAY_IMPORT[ring]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_qt_stays_where_it_belongs(module: Path) -> None:
    ring = ring_of(module)
    parts = {name.split(".")[1] for name in imported(module) if name.startswith("PySide6.")}
    if module.relative_to(PACKAGE).as_posix() in MAY_USE_THE_NETWORK_TOO:
        parts -= {"QtNetwork"}
    assert ring not in MAY_USE_OF_QT or parts <= MAY_USE_OF_QT[ring]


def test_the_engine_loads_no_more_of_qt_until_it_is_needed() -> None:
    script = """
import pkgutil, importlib, sys
import srfax_desktop.engine
for module in pkgutil.iter_modules(srfax_desktop.engine.__path__):
    if module.name not in {"instance_server", "instance_client"}:
        importlib.import_module(f"srfax_desktop.engine.{module.name}")
print(sorted(name for name in sys.modules if name.startswith("PySide6.Qt")))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout == "['PySide6.QtCore']\n"


def test_there_is_something_to_test() -> None:
    assert {ring_of(module) for module in MODULES} >= set(MAY_IMPORT)
