# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Killed at any moment, the program loses no fax, stops none unasked, and claims nothing it was not told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.end_to_end.kills import Campaign
from tests.figures import short_or_long

if TYPE_CHECKING:
    from tests.figures import Figures

SEED = 20261125


def test_killed_again_and_again_nothing_is_lost_and_nothing_is_claimed(figures: Figures) -> None:
    rng = random.Random(SEED)  # noqa: S311 - when it is killed
    left, unheard = short_or_long(6, 200), 0
    while left:
        with Campaign.begun(rng) as campaign:
            is_over = False
            while left and not is_over:
                is_over = campaign.kill().is_over
                left -= 1
                figures.add("kills survived")
            unheard += campaign.finish(figures)
    assert unheard, "no kill came between a request and its answer"
