# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What stands in the way of every fax at once, and what lifts it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.outcome import MEANING, Reason, StopOutcome

if TYPE_CHECKING:
    from srfax_desktop.core.outcome import StopAnswer


class PauseCause(IntEnum):
    """Why nothing is sent. The larger one wins where two meet."""

    UNREACHABLE = 1
    BLOCKED = 2
    UNTRUSTED_CERTIFICATE = 3
    LOGIN_REJECTED = 4
    SIGN_IN_NEEDED = 5  # no account number and password yet


CAUSE_OF: dict[StopOutcome, PauseCause] = {
    StopOutcome.UNREACHABLE: PauseCause.UNREACHABLE,
    StopOutcome.BLOCKED: PauseCause.BLOCKED,
    StopOutcome.UNTRUSTED_CERTIFICATE: PauseCause.UNTRUSTED_CERTIFICATE,
    StopOutcome.LOGIN_REJECTED: PauseCause.LOGIN_REJECTED,
}

NEEDS_SIGN_IN = frozenset({PauseCause.LOGIN_REJECTED, PauseCause.SIGN_IN_NEEDED})

ENDS_BY_HAND = NEEDS_SIGN_IN | {PauseCause.UNTRUSTED_CERTIFICATE}
"""Nothing is tried again before the user has done something, whatever counted down before."""

_SHOWS_NOTHING = frozenset({Reason.INTERNAL, Reason.CANCELLED})


class Pause(NamedTuple):
    """A pause of everything.

    answer: the last one that caused it, None where no request was needed to know.
    since_s: when it began; next_try_at_s: when one fax probes for all, None where only the user
    can have it tried again. Both on the engine's monotonic clock, in seconds.
    tries: how often it was met, 1 for the first. probing: a request is finding out right now.
    """

    cause: PauseCause
    since_s: float
    answer: StopAnswer | None = None
    tries: int = 1
    next_try_at_s: float | None = None
    probing: bool = False


def lifts(pause: Pause, answer: StopAnswer) -> bool:
    """Whether `answer` shows that what caused the pause is over.

    An unreachable service is reachable again when anything comes back. A block is over only
    when SRFax speaks about a fax: five hundred requests must not follow a mere HTTP 500.
    A refused sign-in is lifted by new credentials, never by an answer. What happened in this
    program alone shows nothing.
    """
    if answer.reason in _SHOWS_NOTHING:
        return False
    meaning = MEANING[answer.outcome]
    if pause.cause in NEEDS_SIGN_IN or meaning.concerns_all:
        return False
    return meaning.proves_sign_in or pause.cause is not PauseCause.BLOCKED
