# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A banner has the colours of the day it speaks on, however long it was silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.status_style import BAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme


def colour(banner: Banner) -> str:
    return banner.words.styleSheet()


def test_it_is_coloured_when_it_speaks_and_follows_the_theme_silent_or_not(
    qtbot: QtBot, theme: Theme, dark: Callable[[bool], None]
) -> None:
    dark(False)
    banner = Banner(theme, BAD, "warning")
    qtbot.addWidget(banner)
    banner.say("The list cannot be saved.")
    light = colour(banner)
    assert theme.tint(BAD).text in light
    assert any(not label.pixmap().isNull() for label in banner.findChildren(QLabel))
    dark(True)
    assert theme.tint(BAD).text in colour(banner)
    assert colour(banner) != light
    banner.silence()
    dark(False)
    banner.say("It still cannot.")
    assert colour(banner) == light
