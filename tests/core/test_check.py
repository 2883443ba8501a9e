# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax's lists prove about its answer to a stop, and what they do not."""

from __future__ import annotations

import itertools

import pytest

from srfax_desktop.core.check import PROVES, Verdict, verdict_on
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.core.outcome import StopOutcome

STOPPED, PARTLY, TOO_LATE = StopOutcome.STOPPED, StopOutcome.PARTIALLY_SENT, StopOutcome.ALREADY_SENT
CLAIMS = (STOPPED, PARTLY, TOO_LATE, None)
SEEN = (*SentStatus, None)
QUEUED = (True, False, None)


@pytest.mark.parametrize(
    ("claim", "status", "queued", "verdict"),
    [
        (STOPPED, SentStatus.FAILED, False, Verdict.CONFIRMED),
        (STOPPED, SentStatus.FAILED, None, Verdict.CONFIRMED),
        (STOPPED, SentStatus.UNKNOWN, False, Verdict.UNSETTLED),
        (STOPPED, SentStatus.UNKNOWN, None, Verdict.UNSETTLED),
        (STOPPED, SentStatus.SENT, False, Verdict.CONTRADICTED),
        (STOPPED, SentStatus.IN_PROGRESS, False, Verdict.UNSETTLED),
        (STOPPED, SentStatus.SENDING_EMAIL, False, Verdict.UNSETTLED),
        (STOPPED, SentStatus.OTHER, False, Verdict.UNSETTLED),
        (STOPPED, None, False, Verdict.UNSETTLED),
        (PARTLY, SentStatus.FAILED, False, Verdict.CONFIRMED),
        (PARTLY, SentStatus.SENT, None, Verdict.CONTRADICTED),
        (TOO_LATE, SentStatus.SENT, False, Verdict.CONFIRMED),
        (TOO_LATE, SentStatus.FAILED, False, Verdict.CONTRADICTED),
        (TOO_LATE, SentStatus.UNKNOWN, False, Verdict.UNSETTLED),
        (None, SentStatus.SENT, False, Verdict.SETTLED),
        (None, SentStatus.FAILED, None, Verdict.SETTLED),
        (None, SentStatus.UNKNOWN, False, Verdict.UNSETTLED),
    ],
)
def test_what_the_lists_prove(
    claim: StopOutcome | None, status: SentStatus | None, queued: bool | None, verdict: Verdict
) -> None:
    assert verdict_on(claim, status, queued) is verdict


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("status", SEEN)
def test_what_is_still_queued_proves_nothing_until_the_last_look(
    claim: StopOutcome | None, status: SentStatus | None
) -> None:
    assert verdict_on(claim, status, True) is Verdict.UNSETTLED
    assert verdict_on(claim, status, True, last=True) is (
        Verdict.CONTRADICTED if claim else Verdict.UNSETTLED
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_goes_on_at_the_last_look_contradicts_any_end(claim: StopOutcome | None) -> None:
    last = verdict_on(claim, SentStatus.IN_PROGRESS, False, last=True)
    assert last is (Verdict.CONTRADICTED if claim else Verdict.UNSETTLED)


def test_a_stop_is_never_confirmed_while_anything_says_that_the_fax_went_or_goes_out() -> None:
    going = {SentStatus.SENT, SentStatus.IN_PROGRESS, SentStatus.SENDING_EMAIL, SentStatus.OTHER, None}
    for claim, status, queued, last in itertools.product((STOPPED, PARTLY), SEEN, QUEUED, (True, False)):
        if status in going or queued:
            assert verdict_on(claim, status, queued, last=last) is not Verdict.CONFIRMED


def test_without_a_claim_nothing_is_confirmed_nor_contradicted() -> None:
    for status, queued, last in itertools.product(SEEN, QUEUED, (True, False)):
        found = verdict_on(None, status, queued, last=last)
        assert found in {Verdict.SETTLED, Verdict.UNSETTLED}
        assert (found in PROVES) == (status in {SentStatus.SENT, SentStatus.FAILED} and not queued)
