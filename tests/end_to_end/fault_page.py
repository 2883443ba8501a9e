# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes `docs/faults.md` from the table of faults: `python -m tests.end_to_end.fault_page`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.retry import DEFAULT_RULES, MINUTE_S, row_of
from srfax_desktop.store.settings import Settings
from tests.end_to_end.fault_catalogue import COUNTDOWN, GROUPS, UNSEEN, Limit, NextTry
from tests.end_to_end.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.core.outcome import StopOutcome
    from tests.end_to_end.fault_catalogue import Ends, Fault, Group

PAGE = ROOT / "docs" / "faults.md"

_HEAD = f"""\
# What can go wrong between this computer and SRFax

For those who look after the network: what SRFax Desktop makes of each trouble, what it says in the window,
and what it does next. This page is written from the table that the tests play, fault by fault, to the real
program (`tests/end_to_end/fault_catalogue.py`); a test fails when one says something else than the other.

What holds for every fault:

* **No fax is shown as stopped** – not in the window, not in the output of `stop --json`, not in the
  history – unless SRFax said so in words that its documentation knows. In the tests, most of the broken
  answers claim it.
* The window answers within 100 ms all the while, and can be closed within 3 s.
* A request ends in its time: {Settings().connect_timeout_s:g} s until a secure connection stands, and
  {Settings().total_deadline_s:g} s in all (`connect_timeout_s` and `total_deadline_s` in `settings.json`).
* As soon as SRFax answers again, everything goes on by itself. Only after a refused sign-in, and where a
  certificate is not trusted, it waits for somebody.

How to read the tables: *code* is the `outcome` in the output of `stop --json`, in the log and in exports.
*The row says* has the status of the fax and what stands under "SRFax said": words in brackets are the
program's, others SRFax's own. Where the trouble concerns every fax, *the line at the top* of the window
says so. `7 s` stands for the countdown. `stop` has nobody who could press a button: where the window waits
for somebody, it ends, with exit status 3 after a refused sign-in and 1 otherwise.
"""

_TAIL = """\
## What nobody sees

| what happens | what the program does |
|---|---|
"""


def page() -> str:
    """Return what the page has to be."""
    groups = "".join(f"\n{_group(group)}" for group in GROUPS)
    unseen = "".join(f"| {each.name} | {each.does} |\n" for each in UNSEEN)
    return f"{_HEAD}{groups}\n{_TAIL}{unseen}"


def _group(group: Group) -> str:
    return f"## {group.title}\n\n{group.about}\n\n" + "\n".join(_table(group)) + "\n"


def _table(group: Group) -> Iterator[str]:
    lines = any(fault.ends.line for fault in group.faults)
    heads = ("what happens", "code", "the row says", *(["the line at the top"] if lines else []), "next try")
    yield _row(heads)
    yield "|---" * len(heads) + "|"
    alike: dict[tuple[str, ...], list[str]] = {}
    for fault in group.faults:
        ends = fault.ends
        line = [_shown(ends.line) or "–"] if lines else []
        cells = (f"`{ends.outcome}`", _says(ends), *line, _next(ends))
        alike.setdefault(cells, []).append(_happens(fault))
    for cells, happens in alike.items():
        yield _row(("<br>".join(happens), *cells))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _happens(fault: Fault) -> str:
    limits = {Limit.CONNECT: Settings().connect_timeout_s, Limit.TOTAL: Settings().total_deadline_s}
    limit = f"for {limits[fault.limit]:g} s" if fault.limit in limits else ""
    how = "; ".join(filter(None, (fault.played, limit)))
    return f"**{fault.name}** ({how})" if how else f"**{fault.name}**"


def _says(ends: Ends) -> str:
    return f"**{_shown(ends.row)}** · {ends.said}"


def _shown(words: str) -> str:
    return words.replace(COUNTDOWN, "7 s")


def _next(ends: Ends) -> str:
    match ends.next_try:
        case NextTry.AFTER_SIGN_IN:
            return "when somebody has signed in"
        case NextTry.BY_HAND:
            return "when somebody presses “Retry now”"
        case NextTry.NEVER:
            return "none is needed"
    rule = DEFAULT_RULES[ends.outcome]
    if ends.wait_s and ends.wait_s[0] > rule.waits_s[0]:
        longest = _duration(rule.retry_after_cap_s)
        return f"after {_duration(ends.wait_s[0])}, as the service asks (at most {longest})"
    *first, last = (f"{wait_s:g}" for wait_s in rule.waits_s)
    waits = f"after {', '.join(first)} and then every {last} s" if first else f"every {last} s"
    if rule.max_retries is not None:
        return f"{waits}, {rule.max_retries} times; then “Not confirmed”"
    return f"{waits}, for {_duration(_give_up_after_s(ends.outcome))}"


def _give_up_after_s(outcome: StopOutcome) -> float:
    return DEFAULT_RULES[row_of(outcome)].give_up_after_s or 0.0


def _duration(seconds: float) -> str:
    return f"{seconds / MINUTE_S:g} min" if seconds >= MINUTE_S else f"{seconds:g} s"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
