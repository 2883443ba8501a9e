# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one table of keys: the window makes its shortcuts from it, and `Help › Keys` lists it."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

_MAC = sys.platform == "darwin"
_STANDARD = QKeySequence.StandardKey


class Where(Enum):
    """Where a key is heard."""

    WINDOW = "window"  # anywhere in the window, by a shortcut that is made from this table
    LINE = "line"  # in the line for fax IDs
    FILTER = "filter"
    LIST = "list"


class Does(Enum):
    """What a key does in the main window."""

    GUIDE = "guide"
    FIND = "find"
    FILTER = "filter"
    PASTE = "paste"
    CLIPBOARD = "clipboard"
    IMPORT = "import"
    HISTORY = "history"
    RECORD = "record"
    SETTINGS = "settings"
    NEXT_AREA = "next area"
    PREVIOUS_AREA = "previous area"
    QUIT = "quit"
    ENTER_IDS = "enter IDs"
    TO_THE_FOUND = "to what was found"
    LEAVE_FILTER = "leave the filter"
    ACT = "act"
    END_RETRY = "end the retry"
    TAKE_OFF = "take off"
    SELECT_ALL = "select all"
    MENU = "menu"


class Key(NamedTuple):
    """keys: what does it, each a standard key of the system or the name of one."""

    does: Does
    where: Where
    keys: tuple[QKeySequence.StandardKey | str, ...]

    def sequences(self) -> list[QKeySequence]:
        """Return all key sequences on this system; some have none for a standard key."""
        found: list[QKeySequence] = []
        for key in self.keys:
            found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        return list(dict.fromkeys(found))

    def shown(self) -> str:
        """Return the key as this system writes it: `Ctrl+F`, `⌘F`. The first where several do the same."""
        sequences = self.sequences()
        shown = (
            sequences[: len(self.keys)] if all(isinstance(key, str) for key in self.keys) else sequences[:1]
        )
        return ", ".join(map(_shown, shown))


# On macOS, Cmd+H hides a program and Cmd+R is what reloads: the history has a browser's key there.
KEYS: Sequence[Key] = (
    Key(Does.GUIDE, Where.WINDOW, ("F1",)),
    Key(Does.FIND, Where.WINDOW, ("F5",)),
    Key(Does.FILTER, Where.WINDOW, (_STANDARD.Find,)),
    Key(Does.PASTE, Where.WINDOW, (_STANDARD.Paste,)),
    Key(Does.CLIPBOARD, Where.WINDOW, ("Ctrl+Shift+V",)),
    Key(Does.IMPORT, Where.WINDOW, (_STANDARD.Open,)),
    Key(Does.HISTORY, Where.WINDOW, ("Ctrl+Y" if _MAC else "Ctrl+H",)),
    Key(Does.RECORD, Where.WINDOW, ("Ctrl+R",)),
    Key(Does.SETTINGS, Where.WINDOW, ("Ctrl+,",)),
    Key(Does.NEXT_AREA, Where.WINDOW, ("F6",)),
    Key(Does.PREVIOUS_AREA, Where.WINDOW, ("Shift+F6",)),
    Key(Does.QUIT, Where.WINDOW, ("Ctrl+Q",)),
    Key(Does.ENTER_IDS, Where.LINE, ("Return",)),
    Key(Does.TO_THE_FOUND, Where.FILTER, ("Return",)),
    Key(Does.LEAVE_FILTER, Where.FILTER, ("Esc",)),
    Key(Does.ACT, Where.LIST, ("Return", "Space")),
    Key(Does.END_RETRY, Where.LIST, ("Esc",)),
    Key(Does.TAKE_OFF, Where.LIST, ("Backspace" if _MAC else "Del",)),
    Key(Does.SELECT_ALL, Where.LIST, (_STANDARD.SelectAll,)),
    Key(Does.MENU, Where.LIST, ("Menu", "Shift+F10")),
)
"""In the order in which they are listed."""


def _shown(sequence: QKeySequence) -> str:
    if sequence == QKeySequence("Return"):
        return translate("keys", "Enter")  # as most keyboards have it; Qt says Return
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def where_words(where: Where) -> str:
    """Return the heading of the keys that are heard there."""
    return {
        Where.WINDOW: translate("keys", "Anywhere in the window"),
        Where.LINE: translate("keys", "In the line for fax IDs"),
        Where.FILTER: translate("keys", "In the filter"),
        Where.LIST: translate("keys", "In the list"),
    }[where]


def does_words(does: Does) -> str:
    """Return what a key does."""
    return {
        Does.GUIDE: translate("keys", "Open the user’s guide, at the status of the selected fax"),
        Does.FIND: translate("keys", "Find my queued faxes"),
        Does.FILTER: translate("keys", "Filter the list"),
        Does.PASTE: translate("keys", "Add the fax IDs that were copied; in a field, paste as usual"),
        Does.CLIPBOARD: translate("keys", "Import what was copied, line by line, with a report"),
        Does.IMPORT: translate("keys", "Import a file"),
        Does.HISTORY: translate("keys", "Open the history"),
        Does.RECORD: translate("keys", "Make the incident record of the selected faxes"),
        Does.SETTINGS: translate("keys", "Open the settings"),
        Does.NEXT_AREA: translate("keys", "Go to the next part: banners, line, list, details, buttons"),
        Does.PREVIOUS_AREA: translate("keys", "Go back to the part before"),
        Does.QUIT: translate("keys", "Close the program"),
        Does.ENTER_IDS: translate("keys", "Add the fax IDs"),
        Does.TO_THE_FOUND: translate("keys", "Go to what was found"),
        Does.LEAVE_FILTER: translate("keys", "Empty the filter and go to the list"),
        Does.ACT: translate("keys", "Do what the last column says: stop, retry, sign in"),
        Does.END_RETRY: translate("keys", "Stop trying the selected faxes whose countdown runs"),
        Does.TAKE_OFF: translate("keys", "Take the selected faxes off the list; their history is kept"),
        Does.SELECT_ALL: translate("keys", "Select all faxes"),
        Does.MENU: translate("keys", "Open the menu of the selected faxes"),
    }[does]
