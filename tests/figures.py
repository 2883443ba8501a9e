# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the tests that break the program on purpose have tried, counted for the table at the end.

Each has a short form, which `make test` runs, and a long one, which `make test-long` runs.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONG = os.environ.get("SRFAX_TEST_LONG") == "1"

T = TypeVar("T")


def short_or_long(short: T, long: T) -> T:
    """Return how much is to be tried in this run."""
    return long if LONG else short


class Figures:
    """Sums and maxima by name, in the order in which they first came."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = {}
        self._most: dict[str, tuple[float, float, str]] = {}

    def add(self, name: str, count: float = 1) -> None:
        """Add to a sum, such as `faults tried`."""
        self._sums[name] = self._sums.get(name, 0) + count

    def most(self, name: str, value: float, limit: float, unit: str) -> None:
        """Keep the largest value seen, beside the limit that it must not pass (the test asserts it)."""
        seen = self._most.get(name, (value,))[0]
        self._most[name] = (max(value, seen), limit, unit)

    def to_hand_over(self) -> dict[str, list[Any]]:
        """Return all of it in plain types, for another process."""
        return {
            "sums": list(self._sums.items()),
            "most": [(name, *kept) for name, kept in self._most.items()],
        }

    def take_over(self, handed: Mapping[str, list[Any]]) -> None:
        """Count in what another process has counted."""
        for name, count in handed["sums"]:
            self.add(name, count)
        for name, value, limit, unit in handed["most"]:
            self.most(name, value, limit, unit)

    def lines(self) -> Iterator[str]:
        """Yield the table; nothing where nothing was counted."""
        rows = [(name, f"{count:,.0f}", "") for name, count in self._sums.items()]
        rows += [
            (name, f"{value:,.1f} {unit}", f"at most {limit:,.1f} {unit}")
            for name, (value, limit, unit) in self._most.items()
        ]
        name_width = max((len(name) for name, _, _ in rows), default=0)
        value_width = max((len(value) for _, value, _ in rows), default=0)
        for name, value, limit in rows:
            yield f"{name:<{name_width}}  {value:>{value_width}}  {limit}".rstrip()
