# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Buttons, details and summary follow at once after a quiet time, and then at a pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.refresher import REFRESH_MS, REFRESH_SEVERAL_MS, SEVERAL

if TYPE_CHECKING:
    from tests.ui.desk import Desk


@pytest.mark.parametrize(("count", "pace_ms"), [(SEVERAL - 1, REFRESH_MS), (SEVERAL, REFRESH_SEVERAL_MS)])
def test_a_long_list_is_followed_half_as_often(desk: Desk, count: int, pace_ms: int) -> None:
    desk.controller.add(FaxId(str(number)) for number in range(1, count))
    desk.settle()
    soon = desk.window._refresher.soon
    desk.qtbot.wait(pace_ms + 20)
    desk.controller.add([FaxId(str(count))])
    assert soon.interval() == 0  # nothing has happened for a while
    desk.window._refresher.refresh()
    soon.stop()
    desk.controller.ask([FaxId("1")])
    assert pace_ms - 30 < soon.interval() <= pace_ms
