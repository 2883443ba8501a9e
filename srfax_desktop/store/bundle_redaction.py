# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one way by which a text gets into the support bundle: nothing that names anybody comes through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srfax_desktop.core.masking import SIGN_DIGITS, masked_number, masked_text, signs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from srfax_desktop.core.bundle import Known

LEFT_OUT = "(left out)"
SHORTEST_TEXT = 4
"""Letters; a shorter subject would be found in words that are none."""
SHORTEST_ACCOUNT = 4
SHOWN_OF_ACCOUNT = 2

# A number that nobody knows is known by its shape: ten digits in a row, or grouped as they are here.
_SHAPE = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\)|\d{3})[ .-]?\d{3}[ .-]?\d{4}(?!\d)")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_FOLDERS_OF_USERS = re.compile(r"(?:\b[A-Za-z]:)?[\\/]+(?:home|Users)[\\/]+[^\\/\s\"':,;]+")


class BundleRedaction:
    """Takes out secrets, known and likely fax numbers, known texts, addresses, accounts, the user's name.

    redact: takes out the secrets. home: the user's folder. user: their name on this computer.
    """

    def __init__(self, redact: Callable[[str], str], known: Known, *, home: Path, user: str) -> None:
        self._redact = redact
        self._known = known
        self._numbers: dict[str, set[str]] = {}
        for number in known.numbers:
            for sign in signs_of(number):
                self._numbers.setdefault(sign, set()).add(number)
        self._texts = sorted(_worth_looking_for(known.texts), key=len, reverse=True)
        self._accounts = _any_of(account for account in known.accounts if len(account) >= SHORTEST_ACCOUNT)
        self._home = _path(home)
        self._user = re.compile(rf"(?<=[\\/]){re.escape(user)}(?=[\\/\s\"']|$)") if user else None

    def __call__(self, text: str) -> str:
        """Return the text as it may leave this computer."""
        text = self._redact(text)
        for known in self._texts:
            text = text.replace(known, LEFT_OUT)
        text = _ADDRESS.sub(LEFT_OUT, text)
        text = masked_text(text, tuple(self._numbers_in(text)))
        text = _SHAPE.sub(self._masked_shape, text)
        if self._accounts:
            text = self._accounts.sub(lambda found: masked_account(found[0]), text)
        return self._without_user(text)

    def _numbers_in(self, text: str) -> set[str]:
        """Return those known numbers that may be in the text: to look for each of thousands takes long."""
        digits = "".join(re.findall(r"\d+", text))
        windows = (digits[at : at + SIGN_DIGITS] for at in range(len(digits) - SIGN_DIGITS + 1))
        return set().union(*(self._numbers[window] for window in windows if window in self._numbers))

    def _masked_shape(self, found: re.Match[str]) -> str:
        return found[0] if found[0] in self._known.fax_ids else masked_number(found[0])

    def _without_user(self, text: str) -> str:
        if self._home:
            text = self._home.sub("~", text)
        text = _FOLDERS_OF_USERS.sub("~", text)
        return self._user.sub("~", text) if self._user else text


def masked_account(account: str) -> str:
    """Return an account number with all but its last two digits hidden."""
    return "•" * (len(account) - SHOWN_OF_ACCOUNT) + account[-SHOWN_OF_ACCOUNT:]


def _worth_looking_for(texts: Iterable[str]) -> set[str]:
    return {text for text in map(str.strip, texts) if len(text) >= SHORTEST_TEXT}


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    each = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<!\d)(?:{'|'.join(each)})(?!\d)") if each else None


def _path(home: Path) -> re.Pattern[str] | None:
    """Return the ways to write a folder: with either slash, and with those that a repr doubles."""
    parts = [part for part in home.parts if part != home.anchor]
    if not parts:
        return None
    between = r"[\\/]+"
    drive = re.escape(home.drive)
    return re.compile(rf"{drive}{between}{between.join(map(re.escape, parts))}(?![\w-])", re.IGNORECASE)
