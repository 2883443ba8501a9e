# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A countdown on a clock that is set, and on a computer that sleeps."""

from __future__ import annotations

import re
import time
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice_faxes import CONVERTING, PracticeFax, Step
from tests.end_to_end.bad_servers import CLINIC, FAX, practice
from tests.end_to_end.fault_runs import LONGEST_GAP_S
from tests.end_to_end.own_home import OwnHome, own_home
from tests.end_to_end.program import wait_until
from tests.end_to_end.watching import watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.srfax.practice import PracticeServer
    from tests.end_to_end.certificates import Certificates
    from tests.end_to_end.watching import Watched
    from tests.figures import Figures

HOUR_S = 3600.0
SLACK_S = 5.0
"""A busy computer may be late by this."""


@contextmanager
def counting_down(
    certificates: Certificates, wait_s: float
) -> Iterator[tuple[Watched, PracticeServer, OwnHome]]:
    """Start a window with a fax that SRFax never stops at this moment; the first answer is here."""
    fax = PracticeFax(FaxId(FAX), (Step(CONVERTING),))
    with ExitStack() as stack:
        home = stack.enter_context(own_home(CLINIC.account))
        server, stage = stack.enter_context(practice(certificates, [fax]))
        home.settle(retry={"converting": {"waits_s": [wait_s]}})
        home.ask_for([FAX])
        window = watched(home, "--endpoint", stage.url, sign_in=CLINIC, **stage.variables)
        program = stack.enter_context(window)
        wait_until(lambda: "converting" in home.outcomes())
        yield program, server, home


def stops(server: PracticeServer) -> list[float]:
    return [request.at for request in server.requests if request.action == "Stop_Fax"]


def seconds_shown(program: Watched) -> list[int]:
    """Return the seconds of the countdown, in the order in which the row said them."""
    words = [look.rows[FAX][0] for look in program.looks() if FAX in look.rows]
    found = [re.fullmatch(r"Retrying in (?:(\d+) min ?)?(?:(\d+) s)?", said) for said in words]
    return [int(each[1] or 0) * 60 + int(each[2] or 0) for each in found if each]


def end_well(program: Watched, figures: Figures) -> None:
    ended, _ = program.quit()
    assert (ended.status, ended.err) == (0, "")
    figures.add("faults tried")
    figures.most("longest gap of the window", program.longest_gap_s() * 1000, LONGEST_GAP_S * 1000, "ms")
    assert program.longest_gap_s() <= LONGEST_GAP_S


def test_a_clock_that_is_set_changes_no_countdown(certificates: Certificates, figures: Figures) -> None:
    wait_s = 2
    with counting_down(certificates, wait_s) as (program, server, home):
        for number, wall in ((2, HOUR_S), (3, -HOUR_S), (4, 0.0)):
            program.set_clocks(wall=wall)
            wait_until(lambda number=number: len(stops(server)) == number)  # type: ignore[misc]
            wait_until(lambda number=number: home.attempts()[FAX] == ("retrying", number))  # type: ignore[misc]
        end_well(program, figures)
        asked = stops(server)
        answered = [answer.at for answer in home.answers(FAX)]
    for before, after in pairwise(asked):
        assert wait_s - 0.1 <= after - before <= wait_s + SLACK_S
    assert max(seconds_shown(program)) <= wait_s
    assert len(set(seconds_shown(program))) >= wait_s  # and all of them were seen
    # It did read those clocks: the record has what they said.
    ahead, back = ((after - before).total_seconds() for before, after in pairwise(answered[:3]))
    assert HOUR_S < ahead < HOUR_S + 60
    assert -2 * HOUR_S < back < -2 * HOUR_S + 60


def test_after_a_sleep_the_retry_is_due_at_once(certificates: Certificates, figures: Figures) -> None:
    with counting_down(certificates, 60) as (program, server, home):
        program.set_clocks(asleep=600)
        woke_at = time.monotonic()
        wait_until(lambda: len(stops(server)) == 2)
        assert time.monotonic() - woke_at < 1 + SLACK_S
        wait_until(lambda: home.attempts()[FAX] == ("retrying", 2))
        wait_until(lambda: seconds_shown(program)[-1] >= 58)  # and the next one waits as long as ever
        end_well(program, figures)
        assert len(stops(server)) == 2
