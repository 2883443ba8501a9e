# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Hides all but the last four digits of a fax number: enough to tell two apart, too little to dial."""

from __future__ import annotations

import re

MASK = "•"
SHOWN_DIGITS = 4

_LONG_NUMBER = re.compile(r"\+?\d(?:[ ().\-]{0,3}\d){6,}")


def masked_number(number: str) -> str:
    """Return a number with all digits but the last four hidden: `16045550123` is `•••••••0123`.

    A number of four digits or fewer is hidden whole: its last four would be all of it.
    """
    digits = [at for at, letter in enumerate(number) if letter.isdigit()]
    hidden = set(digits if len(digits) <= SHOWN_DIGITS else digits[:-SHOWN_DIGITS])
    return "".join(MASK if at in hidden else letter for at, letter in enumerate(number))


def masked_text(text: str, known: tuple[str, ...] = ()) -> str:
    """Return free text with each of the `known` numbers in it hidden, however it is grouped.

    Other runs of digits, such as fax IDs, stay: only what is known to be a destination is one.
    """
    secrets = {secret[-_SIGNIFICANT:] for number in known if (secret := _digits(number))}

    def hide(found: re.Match[str]) -> str:
        return masked_number(found[0]) if _digits(found[0])[-_SIGNIFICANT:] in secrets else found[0]

    return _LONG_NUMBER.sub(hide, text) if secrets else text


_SIGNIFICANT = 10
"""A number may be written with or without its country code in front of these digits."""


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
