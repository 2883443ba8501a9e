# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window starts in the colours that were chosen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.store.paths import Paths
from srfax_desktop.ui.colours import BLACK, DARK, LIGHT, Colours
from tests.end_to_end.live_window import MemoryVault, live_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("choice", "colours"),
    [("dark", DARK), ("contrast", BLACK), ("system", LIGHT)],
    ids=["dark", "black", "system"],
)
def test_the_window_starts_in_the_colours_that_were_chosen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, choice: str, colours: Colours
) -> None:
    paths = Paths.of_this_user()
    paths.make_folders()
    paths.settings.write_text(json.dumps({"theme": choice}))
    with (
        PracticeServer() as service,
        live_window(qapp, service.url, monkeypatch, vault=MemoryVault()) as live,
    ):
        assert live.session._theme.colours is colours
        live.session._theme.choose("system")
