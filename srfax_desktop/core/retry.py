# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""May this be tried again, when, and until when: one rule for each outcome."""

from __future__ import annotations

from dataclasses import field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.outcome import StopOutcome as O
from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

MINUTE_S = 60.0
HOUR_S = 3600.0


@record(frozen=True, slots=True)
class RetryRule:
    """How often something is tried again.

    waits_s: seconds before the 1st, 2nd, … next try; the last one repeats. Empty: only by hand.
    give_up_after_s: for how long in a row it may go on; None: it never gives up by itself.
    max_retries: how many times in a row; None: as often as time allows.
    jitter: each wait is changed by up to this share of itself, so that many faxes do not
    return at the same instant.
    retry_after_cap_s: the longest Retry-After that is obeyed; 0: it is not looked at.
    """

    waits_s: tuple[float, ...]
    give_up_after_s: float | None
    max_retries: int | None = None
    jitter: float = 0.0
    retry_after_cap_s: float = 0.0


_FAULT = RetryRule((2, 4, 8, 15, 30), 15 * MINUTE_S, jitter=0.2, retry_after_cap_s=5 * MINUTE_S)

# "try again in 10 seconds" and "in 5 seconds": SRFax, Stop_Fax page. The rest is this program's choice.
DEFAULT_RULES: Mapping[O, RetryRule] = MappingProxyType(
    {
        O.CONVERTING: RetryRule((10,), 15 * MINUTE_S),
        O.NOT_FOUND: RetryRule((5,), 2 * MINUTE_S),
        O.UNREACHABLE: RetryRule((2, 4, 8, 15), HOUR_S),
        O.TIMED_OUT: _FAULT,
        O.SERVICE_FAULT: _FAULT,
        O.UNRECOGNISED: RetryRule((10,), None, max_retries=3),
        O.LOGIN_REJECTED: RetryRule((), None),
        O.BLOCKED: RetryRule((10, 30, 60, 300), HOUR_S),
        O.UNTRUSTED_CERTIFICATE: RetryRule((), None),
    },
)


def row_of(outcome: O) -> O:
    """Return the outcome that stands for all that share its row of the table.

    A service in trouble times out and fails in turns: that is one trouble, and its end is near.
    """
    return O.SERVICE_FAULT if outcome is O.TIMED_OUT else outcome


@record(frozen=True, slots=True)
class Streak:
    """The same trouble, several times in a row.

    count: how often so far, 1 for the first. lasted_s: since the first of them.
    asked_s: since the user asked for the stop.
    """

    count: int
    lasted_s: float
    asked_s: float


class NextTry(NamedTuple):
    """What the rules say comes next.

    wait_s: seconds until the next try; None where only the user can have it tried again.
    give_up: it is not tried again by itself, and the trying is over.
    """

    wait_s: float | None = None
    give_up: bool = False


GIVE_UP = NextTry(give_up=True)
BY_HAND = NextTry()


@record(frozen=True, slots=True)
class RetryPolicy:
    """The rules in force.

    automatic: a countdown that is over fires by itself; otherwise it lights its button up.
    give_up_after_s: a limit for everything, on top of each rule's own, counted from the asking.
    attended: somebody is there to act by hand; without, what can only go on by hand gives up.
    """

    rules: Mapping[O, RetryRule] = field(default_factory=lambda: DEFAULT_RULES)
    automatic: bool = True
    give_up_after_s: float | None = None
    attended: bool = True

    def next_try(
        self,
        outcome: O,
        streak: Streak,
        retry_after_s: float | None = None,
        jitter: float = 0.0,
    ) -> NextTry:
        """Say what follows `outcome`, which is not a decided one.

        retry_after_s: the wait that the reply asked for. jitter: a random number from -1 to 1.
        Raises KeyError for a decided outcome: nothing follows it.
        """
        rule = self.rules[outcome]
        if not rule.waits_s:
            return BY_HAND if self.attended else GIVE_UP
        if rule.max_retries is not None and streak.count > rule.max_retries:
            return GIVE_UP
        wait_s = _wait_s(rule, streak.count, retry_after_s, jitter)
        if _beyond(rule.give_up_after_s, streak.lasted_s + wait_s):
            return GIVE_UP
        if _beyond(self.give_up_after_s, streak.asked_s + wait_s):
            return GIVE_UP
        return NextTry(wait_s)


def _wait_s(rule: RetryRule, count: int, retry_after_s: float | None, jitter: float) -> float:
    wait_s = rule.waits_s[min(count, len(rule.waits_s)) - 1] * (1 + rule.jitter * jitter)
    if retry_after_s is not None and rule.retry_after_cap_s:
        wait_s = max(wait_s, min(retry_after_s, rule.retry_after_cap_s))
    return wait_s


def _beyond(limit_s: float | None, at_s: float) -> bool:
    return limit_s is not None and at_s > limit_s


def never_again(rules: Mapping[O, RetryRule] = DEFAULT_RULES) -> Mapping[O, RetryRule]:
    """Return `rules` with no second try in any of them."""
    return {outcome: replace(rule, waits_s=()) for outcome, rule in rules.items()}
