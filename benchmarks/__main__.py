# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Measures everything and prints one table.

    python -m benchmarks [--only ROW ...] [--json] [--record | --check]

--record writes the ratios to recorded.json; --check measures the rows that hold still, compares their
ratios with those, and fails where one is 15 % worse, twice.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.clicks import click_after_a_minute, click_after_a_second
from benchmarks.figure import table
from benchmarks.lists import filtered, imported
from benchmarks.many import many_at_full_speed, some_at_a_slow_service, some_far_away
from benchmarks.rest import countdowns, memory
from benchmarks.sizes import sizes
from benchmarks.starts import starts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.figure import Figure

    Measure = Callable[[], list[Figure]]

RECORDED = Path(__file__).with_name("recorded.json")
WORSE = 1.15

MEASURES: Sequence[tuple[str, Measure]] = (
    ("1 2", starts),
    ("3", click_after_a_second),
    ("3", click_after_a_minute),
    ("4", some_at_a_slow_service),
    ("5", some_far_away),
    ("6 7", many_at_full_speed),
    ("8 9", memory),
    ("9", countdowns),
    ("10", imported),
    ("10", filtered),
    ("11", sizes),
)
CHECKED: Sequence[Measure] = (
    starts,
    click_after_a_second,
    some_at_a_slow_service,
    some_far_away,
    many_at_full_speed,
    memory,
)
"""Where nothing has changed, these ratios stay within some hundredths: both sides of each are measured in the
same minute and depend on the processor alike."""


def main() -> int:
    """Return 0, or 1 where --check has found something worse."""
    asked = _parser().parse_args()
    if asked.check:
        return check(json.loads(RECORDED.read_text("utf-8")))
    chosen = [measure for rows, measure in MEASURES if not asked.only or set(rows.split()) & set(asked.only)]
    figures = [figure for measure in chosen for figure in _measured(measure)]
    if asked.record:
        ratios = {name_of(figure): round(figure.ratio, 3) for figure in figures if figure.checked}
        RECORDED.write_text(json.dumps(ratios, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if asked.json:
        every = [{**asdict(figure), "ratio": figure.ratio, "met": figure.met} for figure in figures]
        print(json.dumps(every, indent=2, ensure_ascii=False))
    else:
        print(table(figures))
    return 0


def check(recorded: dict[str, float], measures: Sequence[Measure] = CHECKED) -> int:
    """Compare with what is recorded; what is worse is measured once more, and the better one counts."""
    status = 0
    for measure in measures:
        best = {name_of(figure): figure.ratio for figure in _measured(measure) if figure.checked}
        if _worse(best, recorded):
            again = {name_of(figure): figure.ratio for figure in _measured(measure) if figure.checked}
            best = {name: min(ratio, again[name]) for name, ratio in best.items()}
        for name, ratio in best.items():
            before = recorded.get(name)
            told = "not recorded" if before is None else f"{before:.3f} before, {ratio / before - 1:+.0%}"
            worse = name in _worse(best, recorded)
            status |= worse
            print(f"{'WORSE' if worse else 'ok':6}{name:40}{ratio:8.3f}  {told}", flush=True)
    return status


def name_of(figure: Figure) -> str:
    """Return what it is recorded under."""
    return f"{figure.row}: {figure.what}"


def _worse(ratios: dict[str, float], recorded: dict[str, float]) -> list[str]:
    return [name for name, ratio in ratios.items() if ratio > WORSE * recorded.get(name, ratio)]


def _measured(measure: Measure) -> list[Figure]:
    began = time.monotonic()
    figures = measure()
    print(f"{measure.__name__}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return figures


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, allow_abbrev=False)
    parser.add_argument("--only", action="append", metavar="ROW", default=[])
    parser.add_argument("--json", action="store_true")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--record", action="store_true")
    which.add_argument("--check", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
