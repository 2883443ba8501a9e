# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A window over a real controller whose clock, workers and disk are in the test's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QLocale, Qt

from srfax_desktop.ui.theme import Theme
from tests.ui.desk import Desk, FakeAccessible
from tests.ui.history_desk import Reading
from tests.ui.memory_archive import MemoryArchive, many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    qapp.setStyle("Fusion")
    return Theme(qapp)


@pytest.fixture
def dark(qapp: QApplication, theme: Theme) -> Iterator[Callable[[bool], None]]:
    """Switch the system between dark and light, which is one and the same without a screen."""

    def switch(to_dark: bool) -> None:
        scheme = Qt.ColorScheme.Dark if to_dark else Qt.ColorScheme.Light
        patch.setattr(theme, "_is_dark", lambda: to_dark)
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        theme._follow()  # last: another test's theme may have heard of it, too

    with pytest.MonkeyPatch.context() as patch:
        yield switch
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    """A window that is shown, signed in, with an empty list."""
    opened = Desk(qtbot, theme)
    opened.show()
    return opened


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was told to say."""
    reader = FakeAccessible()
    monkeypatch.setattr(QtGui, "QAccessible", reader)
    return reader.said


@pytest.fixture
def english() -> Iterator[None]:
    """Have numbers written as in Canada, whatever this computer's language is."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_CA"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def reading(qtbot: QtBot, theme: Theme) -> Reading:
    """The history's window over a hundred lines about ten faxes: forty attempts and checks."""
    return Reading(qtbot, theme, MemoryArchive(many(100))).show()


@pytest.fixture
def long(qtbot: QtBot, theme: Theme) -> Reading:
    """The same over as many lines as a clinic writes in ten years."""
    return Reading(qtbot, theme, MemoryArchive(many(100_000))).show()
