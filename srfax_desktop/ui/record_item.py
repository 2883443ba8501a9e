# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What an incident record is made of once it is in words, and how words from outside stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

from PySide6.QtCore import QCoreApplication

from srfax_desktop.ui.local_time import moment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Item:
    """A label, a value of one or more lines, and the times that are listed below it."""

    label: str
    value: str = ""
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading."""

    heading: str
    items: tuple[Item, ...]


def item_of_times(label: str, times: Iterable[datetime], value: str = "") -> Item:
    """Return an item that lists moments."""
    return Item(label, value, tuple(map(moment, times)))


def quoted(text: str) -> str:
    """Return somebody's exact words, marked as such."""
    return translate("record", "“{0}”").format(on_one_line(text))


def on_one_line(text: str) -> str:
    """Return `text` with its line ends and control characters written out: no reply can forge a line."""
    return "".join(
        letter if letter.isprintable() or category(letter) == _SPACE else _written_out(letter)
        for letter in text
    )


_SPACE = "Zs"  # Python does not take a no-break space for printable


def _written_out(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def lines(*parts: str) -> str:
    """Return those that are not empty, each on a line of its own."""
    return "\n".join(filter(None, parts))
