# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The store, and the core below it, work without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess


def test_core_and_store_import_with_qt_blocked(run_python: Callable[..., CompletedProcess[str]]) -> None:
    script = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None  # importing it raises ImportError
import srfax_desktop.core, srfax_desktop.store
modules = [
    module.name
    for package in (srfax_desktop.core, srfax_desktop.store)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
]
for name in modules:
    importlib.import_module(name)
ours = {name.split(".")[1] for name in sys.modules if name.startswith("srfax_desktop.")}
print(len(modules) > 15, sorted(ours))
"""
    done = run_python(script)
    assert (done.stdout, done.stderr) == ("True ['core', 'store']\n", "")
