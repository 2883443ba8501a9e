# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Hides every destination number that a history names, also where SRFax's words repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.masking import masked_text, significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterable


class KnownNumbers:
    """Thousands of numbers: each text is only compared with those whose digits it has."""

    def __init__(self) -> None:
        self._numbers: dict[str, set[str]] = {}
        self._lengths: set[int] = set()

    def learn(self, numbers: Iterable[str | None]) -> None:
        """Take more numbers; None is none."""
        for number in numbers:
            if number and (digits := significant_digits(number)):
                self._numbers.setdefault(digits, set()).add(number)
                self._lengths.add(len(digits))

    def hidden(self, text: str) -> str:
        """Return the text with all but the last four digits of each number in it hidden."""
        digits = "".join(filter(str.isdigit, text))
        known: set[str] = set()
        for length in self._lengths:
            for at in range(len(digits) - length + 1):
                known |= self._numbers.get(digits[at : at + length], set())
        return masked_text(text, tuple(known)) if known else text
