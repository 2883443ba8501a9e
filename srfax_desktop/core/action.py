# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one thing that a user can do about a fax right now."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping


class Action(StrEnum):
    """What the button in a row does."""

    STOP = "stop"
    RETRY_NOW = "retry_now"
    SIGN_IN = "sign_in"
    SWITCH_ACCOUNT = "switch_account"


ACTION: Mapping[Status, Action] = MappingProxyType(
    {
        Status.WAITING: Action.STOP,
        Status.RETRYING: Action.RETRY_NOW,
        Status.RETRY_LATER: Action.RETRY_NOW,
        Status.RETRY_READY: Action.RETRY_NOW,
        Status.SIGN_IN_REFUSED: Action.SIGN_IN,
        Status.HELD_SIGN_IN: Action.SIGN_IN,
        Status.HELD_ACCOUNT: Action.SWITCH_ACCOUNT,
        Status.HELD_UNREACHABLE: Action.RETRY_NOW,
        Status.HELD_BLOCKED: Action.RETRY_NOW,
        Status.HELD_UNTRUSTED: Action.RETRY_NOW,
        Status.NOT_FOUND: Action.RETRY_NOW,
        Status.NOT_CONFIRMED: Action.RETRY_NOW,
        Status.ENDED: Action.RETRY_NOW,
    },
)
"""Where a status is not in here, there is nothing to do but wait, or nothing left to do."""
