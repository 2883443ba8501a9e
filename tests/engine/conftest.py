# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the tests of the engine share."""

from __future__ import annotations

import pytest

from tests.engine.rig import Rig


@pytest.fixture
def rig(qapp: object) -> Rig:
    """Return a controller whose clock, workers and disk are in the test's hands."""
    return Rig()
