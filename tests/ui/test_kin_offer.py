# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A list that was read from the disk is looked at for look-alikes behind the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.kin_offer import STEP
from tests.engine.rig import HandStore, Rig
from tests.ui.desk import Desk
from tests.ui.listed import fax

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

COUNT = 2 * STEP + 10
OFFER = f"{COUNT - 1} more queued faxes look like the same document."


@pytest.fixture
def unseen(qtbot: QtBot, theme: Theme) -> Desk:
    """A window that is not shown yet, over a list of one document sent to many."""
    every = [
        fax(str(number), details={"document": f"20260301100000-8812-42_{number}"})
        for number in range(1, COUNT + 1)
    ]
    rig = Rig(store=HandStore([], {each.fax_id: each for each in every}))
    rig.controller.restore()
    return Desk(qtbot, theme, rig=rig)


def test_it_is_looked_at_when_the_window_has_been_painted(unseen: Desk) -> None:
    kin = unseen.window._kin._kin
    assert not kin._details
    unseen.show()
    unseen.qtbot.waitUntil(lambda: len(kin._details) == COUNT)


def test_who_asks_sooner_is_offered_all_of_them(unseen: Desk) -> None:
    unseen.window._actions.ask([FaxId("1")])
    assert len(unseen.window._kin._kin.look_alikes()) == COUNT - 1
    unseen.show()
    unseen.qtbot.waitUntil(lambda: OFFER in unseen.banners())
    unseen.qtbot.waitUntil(lambda: not unseen.window._kin._learning.busy)
    assert OFFER in unseen.banners()
