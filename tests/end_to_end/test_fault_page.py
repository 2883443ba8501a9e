# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about faults says what is played, and no more."""

from __future__ import annotations

from collections import Counter

from srfax_desktop.core.outcome import Reason
from tests.end_to_end import test_clocks, test_faults
from tests.end_to_end.fault_catalogue import FAULTS, UNSEEN
from tests.end_to_end.fault_page import PAGE, page

ELSEWHERE = {
    Reason.NO_NETWORK,  # a computer without any network: tests/srfax/test_broken.py
    Reason.CANCELLED,  # no fault: the program is closed
    Reason.INTERNAL,  # an error in the program itself
}


def test_the_page_is_what_the_table_says() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.end_to_end.fault_page"


def test_no_fault_is_twice_in_the_table() -> None:
    assert [name for name, count in Counter(fault.name for fault in FAULTS).items() if count > 1] == []


def test_every_reason_that_a_request_can_end_for_is_played() -> None:
    assert {fault.ends.reason for fault in FAULTS} == set(Reason) - ELSEWHERE


def test_what_nobody_sees_is_tried_as_well() -> None:
    for each in UNSEEN:
        assert hasattr(test_faults, each.test) or hasattr(test_clocks, each.test), each.test
