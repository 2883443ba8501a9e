# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Hides every destination number that a history names, also where SRFax's words repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.masking import SIGN_DIGITS, masked_text, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class KnownNumbers:
    """Thousands of numbers: each text is only compared with those whose digits it has."""

    def __init__(self) -> None:
        self._numbers: dict[str, set[str]] = {}

    def learn(self, numbers: Iterable[str | None]) -> None:
        """Take more numbers; None is none."""
        for number in numbers:
            for sign in signs_of(number or ""):
                self._numbers.setdefault(sign, set()).add(number or "")

    def hidden(self, text: str) -> str:
        """Return the text with all but the last four digits of each number in it hidden."""
        digits = "".join(filter(str.isdecimal, text))
        known: set[str] = set()
        for at in range(len(digits) - SIGN_DIGITS + 1):
            known |= self._numbers.get(digits[at : at + SIGN_DIGITS], set())
        return masked_text(text, tuple(sorted(known))) if known else text
