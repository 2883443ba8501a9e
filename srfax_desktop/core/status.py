# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a row says of its fax: its state, seen together with what concerns every fax."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.pause import ENDS_BY_HAND, Pause, PauseCause

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber, FaxRecord


class Status(StrEnum):
    """One for each thing that a row can say. The window gives each its word, icon and colours."""

    WAITING = "waiting"
    IN_LINE = "in_line"
    STOPPING = "stopping"
    ENDING = "ending"
    RETRYING = "retrying"
    RETRY_LATER = "retry_later"
    RETRY_READY = "retry_ready"
    SIGN_IN_REFUSED = "sign_in_refused"
    HELD_SIGN_IN = "held_sign_in"
    HELD_UNREACHABLE = "held_unreachable"
    HELD_BLOCKED = "held_blocked"
    HELD_UNTRUSTED = "held_untrusted"
    HELD_ACCOUNT = "held_account"
    STOPPED = "stopped"
    PARTIALLY_SENT = "partially_sent"
    ALREADY_SENT = "already_sent"
    NOT_FOUND = "not_found"
    NOT_CONFIRMED = "not_confirmed"
    ENDED = "ended"
    SENT = "sent"
    FAILED = "failed"
    SENT_ANYWAY = "sent_anyway"


_HELD = {
    PauseCause.SIGN_IN_NEEDED: Status.HELD_SIGN_IN,
    PauseCause.LOGIN_REJECTED: Status.HELD_SIGN_IN,
    PauseCause.UNREACHABLE: Status.HELD_UNREACHABLE,
    PauseCause.BLOCKED: Status.HELD_BLOCKED,
    PauseCause.UNTRUSTED_CERTIFICATE: Status.HELD_UNTRUSTED,
}

FINAL = frozenset(
    {
        Status.STOPPED,
        Status.PARTIALLY_SENT,
        Status.ALREADY_SENT,
        Status.NOT_FOUND,
        Status.NOT_CONFIRMED,
        Status.ENDED,
        Status.SENT_ANYWAY,
    },
)
"""It was tried, and nothing more happens by itself."""

TRYING = frozenset(Status) - FINAL - {Status.WAITING, Status.SENT, Status.FAILED}
"""A stop was asked for, and the program is not done with it."""


_SAME = {state: Status(state.value) for state in FaxState if state is not FaxState.ASKED}


def held_by(pause: Pause) -> Status:
    """Return what a fax says whose turn does not come because of `pause`."""
    return _HELD[pause.cause]


def status_of(
    fax: FaxRecord,
    pause: Pause | None,
    account: AccountNumber | None,
    *,
    retry_ready: bool = False,
    automatic: bool = True,
) -> Status:
    """Return what the row of `fax` says.

    account: the one signed in. retry_ready: its countdown is over and waits for the user.
    automatic: a countdown that is over fires by itself.
    """
    if fax.state is FaxState.RETRYING:
        if pause and pause.cause in ENDS_BY_HAND:
            return _held_up(fax, pause)
        if retry_ready:
            return Status.RETRY_READY
        return Status.RETRYING if automatic else Status.RETRY_LATER
    if fax.state is not FaxState.ASKED:
        return _SAME[fax.state]
    if account and fax.account not in (None, account):
        return Status.HELD_ACCOUNT
    return _held_up(fax, pause) if pause else Status.IN_LINE


def _held_up(fax: FaxRecord, pause: Pause) -> Status:
    if pause.cause is PauseCause.LOGIN_REJECTED and fax.outcome is StopOutcome.LOGIN_REJECTED:
        return Status.SIGN_IN_REFUSED
    return held_by(pause)
