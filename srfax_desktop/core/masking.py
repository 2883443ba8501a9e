# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Hides all but the last four digits of a fax number: enough to tell two apart, too little to dial."""

from __future__ import annotations

import re
from functools import lru_cache

MASK = "•"
SHOWN_DIGITS = 4


def masked_number(number: str) -> str:
    """Return a number with all digits but the last four hidden: `16045550123` is `•••••••0123`.

    A number of four digits or fewer is hidden whole: its last four would be all of it.
    """
    digits = [at for at, letter in enumerate(number) if letter.isdigit()]
    hidden = set(digits if len(digits) <= SHOWN_DIGITS else digits[:-SHOWN_DIGITS])
    return "".join(MASK if at in hidden else letter for at, letter in enumerate(number))


def masked_text(text: str, known: tuple[str, ...] = ()) -> str:
    """Return free text with each of the `known` numbers in it hidden, however it is grouped.

    Written without its country code, or without its area code, it is the same number. Other runs of
    digits, such as fax IDs, stay: only what is known to be a destination is one.
    """
    for number in _SEVERAL.split("|".join(known)):
        if written := _written("".join(filter(str.isdecimal, number))):
            before = ""
            while before != text:  # the four digits that stay may begin the same number once more
                before, text = text, written.sub(lambda found: masked_number(found[0]), text)
    return text


_SEVERAL = re.compile(r"[|,;]")
"""What stands between the numbers where a fax goes to several."""

_SIGNIFICANT = 10
"""A number may be written with or without its country code in front of these digits."""

_LOCAL = 7
"""Nor need the area code stand there. Fewer digits could be anything: a year, a count."""

_BETWEEN = r"[\W_]{0,5}"


@lru_cache(maxsize=1024)
def _written(digits: str) -> re.Pattern[str] | None:
    """Return the ways to write a number; None where it is too short to be told from other digits."""
    if len(digits) < _LOCAL:
        return None
    country, rest, local = digits[:-_SIGNIFICANT], digits[-_SIGNIFICANT:], digits[-_LOCAL:]
    before = "".join(digit + _BETWEEN for digit in country)
    return re.compile(rf"(?:{before})?{_BETWEEN.join(rest)}|(?<!\d){_BETWEEN.join(local)}(?!\d)")


def signs_of(number: str) -> frozenset[str]:
    """Return digits that stand, one after the other, in every way to write the number that are hidden.

    Where it is several numbers, these are the digits of each. A text that has none of them among its
    digits is one that `masked_text` leaves as it is.
    """
    each = ("".join(filter(str.isdecimal, part)) for part in _SEVERAL.split(number))
    return frozenset(digits[-_LOCAL:] for digits in each if len(digits) >= _LOCAL)


SIGN_DIGITS = _LOCAL
"""How many digits each of `signs_of` has."""
