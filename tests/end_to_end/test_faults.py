# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every fault of the table, played to the real program: nothing is shown as stopped that is not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice_faults import hang_up
from srfax_desktop.srfax.practice_faxes import CANCELLED, CONVERTING, PracticeFax, Step
from tests.end_to_end.bad_servers import CLINIC, FAX, practice
from tests.end_to_end.fault_catalogue import FAULTS, Limit
from tests.end_to_end.fault_runs import (
    LONGEST_GAP_S,
    LONGEST_QUIT_S,
    OVERRUN,
    apart,
    in_the_window,
    on_the_command_line,
    quit_in_the_middle,
    together,
)
from tests.end_to_end.own_home import own_home
from tests.end_to_end.program import end, wait_until
from tests.end_to_end.watching import watched
from tests.figures import short_or_long
from tests.loopback import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.end_to_end.certificates import Certificates
    from tests.end_to_end.fault_runs import Run, Tried
    from tests.end_to_end.own_home import OwnHome
    from tests.figures import Figures

SIDE_BY_SIDE = 4

MOST_TRIES = 3
"""On a machine that is busy with something else, a window may be slow, and the next one not."""


def try_all(runs: Sequence[Run], figures: Figures, play: Callable[[Run, OwnHome], Tried]) -> list[str]:
    """Play them side by side, and return what was not as the table has it."""

    def play_one(run: Run) -> Tried:
        for _ in range(MOST_TRIES):
            with own_home(CLINIC.account) as home:
                tried = play(run, home)
            if tried.problems or not tried.was_away:
                break  # what is the program's own fault comes again; a disk that was slow does not
            figures.add("windows tried again")
        return tried

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        all_tried = list(pool.map(play_one, runs))
    figures.add("faults tried", sum(len(run.faults) for run in runs))
    for tried in all_tried:
        figures.add("requests that left", tried.requests)
        figures.most("longest gap of the window", tried.longest_gap_s * 1000, LONGEST_GAP_S * 1000, "ms")
        figures.most("longest overrun of a deadline", tried.overrun * 100, OVERRUN * 100, "%")
        figures.most("longest quit", tried.quit_s, LONGEST_QUIT_S, "s")
    away = [
        f"{run.name}: the event loop was away for {tried.longest_gap_s * 1000:.0f} ms, {MOST_TRIES} times"
        for run, tried in zip(runs, all_tried, strict=True)
        if tried.was_away
    ]
    return away + [problem for tried in all_tried for problem in tried.problems]


def test_every_fault_on_the_command_line(certificates: Certificates, figures: Figures) -> None:
    runs = short_or_long(together, apart)(FAULTS)
    problems = try_all(runs, figures, lambda run, home: on_the_command_line(run, home, certificates))
    assert not problems, "\n".join(problems)


def test_the_window_says_what_the_table_says(certificates: Certificates, figures: Figures) -> None:
    chosen = [fault for fault in FAULTS if fault.represents or fault.is_shared]
    runs = short_or_long(together(chosen), apart(FAULTS))
    problems = try_all(runs, figures, lambda run, home: in_the_window(run, home, certificates))
    assert not problems, "\n".join(problems)


def test_the_window_can_be_closed_in_the_middle_of_it(certificates: Certificates, figures: Figures) -> None:
    lasting = [fault for fault in FAULTS if fault.limit is not Limit.NONE]
    chosen = [fault for fault in lasting if fault.represents or fault.is_shared]
    runs = short_or_long(together(chosen), apart(FAULTS))
    problems = try_all(runs, figures, lambda run, home: quit_in_the_middle(run, home, certificates))
    assert not problems, "\n".join(problems)


def test_a_kept_connection_that_srfax_closed_is_replaced_unseen(certificates: Certificates) -> None:
    fax = PracticeFax(FaxId(FAX), (Step(CONVERTING, times=2), CANCELLED))
    with practice(certificates, [fax]) as (server, stage), own_home(CLINIC.account) as home:

        def asked() -> list[int]:
            return [request.connection for request in server.requests if request.action == "Stop_Fax"]

        home.settle(workers=1, retry={"converting": {"waits_s": [1]}})
        options = ("--json", "--account", CLINIC.account, "--password-stdin", "--endpoint", stage.url)
        with watched(home, "stop", *options, FAX, sign_in=CLINIC, **stage.variables) as program:
            wait_until(lambda: len(asked()) == 1)
            server.close_idle()  # the first way: it was closed long before it is used again
            wait_until(lambda: len(asked()) == 2)
            server.behave(hang_up(), action="Stop_Fax")  # the other: when it is used again
            ended = end(program.process)
    lines = [(line["outcome"], line["retry_in_s"]) for line in ended.events if line["event"] == "attempt"]
    assert lines == [("converting", 1.0), ("converting", 1.0), ("stopped", None)]
    assert (ended.status, ended.err) == (0, "")
    assert asked()[:4] == [1, 2, 2, 3]  # the third request came twice


@pytest.mark.parametrize(
    ("command", "stranger"),
    [(("stop", "--json", "--no-retry", FAX), "192.0.2.1"), ((), "fax.example.com")],
    ids=["stop", "window"],
)
def test_the_program_cannot_leave_this_computer_in_a_test(
    tmp_path: Path, certificates: Certificates, command: tuple[str, ...], stranger: str
) -> None:
    record = tmp_path / "strangers"  # not the one that fails the test
    signed_in = ("--account", CLINIC.account, "--password-stdin") if command else ()
    target = ("--endpoint", f"https://{stranger}/", *signed_in)
    with own_home(CLINIC.account) as home:
        home.settle()
        home.ask_for([FAX])
        with watched(home, *command, *target, sign_in=CLINIC, **{RECORD: str(record)}) as program:
            wait_until(lambda: record.exists() and stranger in record.read_text("utf-8").split())
            if not command:
                program.quit()
            else:
                assert end(program.process).finals == {FAX: "unreachable"}
