# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is loaded and made by the time of the first picture: not what it can do without."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from srfax_desktop import window_app
from srfax_desktop.store.database import Database
from srfax_desktop.store.paths import Paths
from tests.end_to_end.kept import look_only_when_asked

ROOT = Path(__file__).parents[2]
AT_THE_FIRST_PICTURE = """
import json, linecache, os, sys
from srfax_desktop import __main__

load_bindings = __main__.load_bindings

def load_and_listen():
    load_bindings()
    from PySide6.QtCore import Slot
    from PySide6.QtWidgets import QWidget
    from shiboken6 import Shiboken
    from srfax_desktop.ui.details_pane import DetailsPane

    def kinds(of):
        return {of.__name__}.union(*map(kinds, type.__subclasses__(of)))

    def tell(_):
        told = {
            "modules": [*sys.modules],
            "kinds": [*kinds(QWidget)],
            "named": [*kinds(Shiboken.Object)],
            "dataclasses": [
                f"{name}.{each}"
                for name, module in sys.modules.items() if name.startswith("srfax_desktop.")
                for each, it in vars(module).items() if "__dataclass_params__" in getattr(it, "__dict__", ())
            ],
            "read": [*linecache.cache],
        }
        print(json.dumps(told), flush=True)
        os._exit(0)

    DetailsPane.prepare = Slot()(tell)  # the first to be told of it

__main__.load_bindings = load_and_listen
__main__.main([])
"""


@pytest.fixture
def first_picture(home: Path) -> dict[str, Any]:
    """Modules, kinds of widgets and lines of source that there are when the window has just been painted."""
    look_only_when_asked()
    Database.open(Paths.of_this_user().database).close()  # to make one, more is needed
    done = subprocess.run(
        [sys.executable, "-c", AT_THE_FIRST_PICTURE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_no_kind_of_widget_is_loaded_that_is_not_seen(first_picture: dict[str, Any]) -> None:
    """The bindings load all kinds together, for any widget that Qt made and that they are to hand out."""
    assert {"MainWindow", "QTableView"} <= set(first_picture["kinds"])
    assert not {"QCalendarWidget", "QTabWidget", "QMdiArea", "QWizard"} & set(first_picture["kinds"])


def test_no_source_is_read(first_picture: dict[str, Any]) -> None:
    """The bindings would read that of each module, and keep it: a tenth of the start, and 12 MiB."""
    assert "srfax_desktop.ui.main_window" in first_picture["modules"]
    assert first_picture["read"] == []


def test_no_class_is_named_that_has_hundreds_of_names(first_picture: dict[str, Any]) -> None:
    """The bindings make an enumeration of Python for each of Qt's in a class that is named: 7 us a name."""
    assert {"QTableView", "QStyleOptionViewItem"} <= set(first_picture["named"])
    assert {"QStyle", "QAccessible", "QMessageBox"} & set(first_picture["named"]) == set()


def test_what_comes_afterwards_is_not_loaded(first_picture: dict[str, Any]) -> None:
    """Nor the parts of Python that only these need."""
    later = {f"srfax_desktop.{name}" for name in window_app.AFTERWARDS}
    later |= {"srfax_desktop.store.no_store", "socket", "hashlib", "requests", "keyring"}
    assert "srfax_desktop.engine.controller" in first_picture["modules"]
    assert later & set(first_picture["modules"]) == set()


def test_no_methods_are_compiled(first_picture: dict[str, Any]) -> None:
    """A `dataclass` takes a millisecond to make, a `record` next to nothing: see `core.record`."""
    assert first_picture["dataclasses"] == []
