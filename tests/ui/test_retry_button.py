# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The button that counts down, as a screen reader that stands on it hears it: without the seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.ui.retry_button import RetryButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme


def test_a_second_that_passes_changes_nothing_that_is_read_aloud(qtbot: QtBot, theme: Theme) -> None:
    button = RetryButton(theme)
    qtbot.addWidget(button)
    heard = set()
    for due_in_s in (9.0, 8.0, 7.0):
        button.show_countdown(due_in_s)
        heard.add((button.accessibleName(), button.accessibleDescription()))
    assert heard == {("Retry now", "Tries again by itself when the countdown ends")}
    assert "7 s" in button.text()
    button.show_countdown(7.0, automatic=False)
    assert button.accessibleDescription() == "Can be tried again when the countdown ends"
    button.show_countdown(None)
    assert button.accessibleDescription() == ""
