# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Qt's bindings without what they do at each import, in processes that have not loaded them yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def said(script: str) -> str:
    command = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    return done.stdout


def test_modules_that_come_later_are_not_read() -> None:
    script = """
import linecache
from srfax_desktop.bindings import load_bindings
load_bindings()
import PySide6.QtWidgets, email.message, srfax_desktop.ui.fax_model
print([*linecache.cache])
"""
    assert said(script) == "[]\n"


def test_classes_are_known_as_before() -> None:
    """They are made when they are first named, and a star names all of them."""
    script = """
from srfax_desktop.bindings import load_bindings
load_bindings()
load_bindings()
from PySide6.QtWidgets import *
from PySide6.QtNetwork import QLocalSocket
print(QCalendarWidget.__name__, QLocalSocket.__name__, QSizePolicy.Policy.Fixed.name)
"""
    assert said(script) == "QCalendarWidget QLocalSocket Fixed\n"


def test_somebody_else_s_import_is_left_alone() -> None:
    script = """
import builtins
import PySide6.QtCore
from srfax_desktop.bindings import load_bindings
theirs = builtins.__import__
builtins.__import__ = lambda *given, **named: theirs(*given, **named)
before = builtins.__import__
load_bindings()
print(builtins.__import__ is before)
"""
    assert said(script) == "True\n"
