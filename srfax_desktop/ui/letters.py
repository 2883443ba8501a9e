# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Gives a control that comes and goes a letter for Alt that no other control of its window has.

What is always there has its letter in its words, chosen by who wrote or translated them.
"""

from __future__ import annotations

from string import ascii_letters, ascii_uppercase
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QAbstractButton, QLabel

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtWidgets import QMenu, QMessageBox, QWidget


_GIVEN = "lettered"
"""The property of a button that has its words as they were before they were given a letter."""


def letter_of(words: str) -> str:
    """Return the letter that is marked in the words of a control, as a capital; empty where none is."""
    at = words.replace("&&", "  ").find("&")
    return words[at + 1 : at + 2].upper() if at >= 0 else ""


def plain(words: str) -> str:
    """Return the words of a control as they are read."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def lettered(words: str, taken: Container[str]) -> str:
    """Mark a letter that is not taken: one that begins a word, or else the first there is.

    Where all of them are taken, another one stands behind the words: `Not now (Q)`. Words that have a
    marked letter already stay as they are. Letters with accents are left out: few keyboards have them all.
    """
    if letter_of(words) or not words:
        return words
    letters = [at for at, letter in enumerate(words) if letter in ascii_letters]
    begin = [at for at in letters if not words[max(0, at - 1) : at].isalnum()]
    for at in (*begin, *letters):
        if words[at].upper() not in taken:
            return f"{words[:at]}&{words[at:]}"
    spare = next((letter for letter in ascii_uppercase if letter not in taken), "")
    return f"{words} (&{spare})" if spare else words


def taken_letters(window: QWidget, besides: QWidget | None = None) -> set[str]:
    """Return the letters that controls of this window have, hidden ones too: they may come to be shown."""
    controls: list[QAbstractButton | QLabel] = [
        *window.findChildren(QAbstractButton),
        *window.findChildren(QLabel),
    ]
    others = [each for each in controls if each is not besides and each.window() is window]
    return {letter_of(each.text()) for each in others if _has_letters(each)} - {""}


def _has_letters(control: QAbstractButton | QLabel) -> bool:
    """Whether `&` marks a letter there: of a label only where it stands for a field."""
    return isinstance(control, QAbstractButton) or cast("QWidget | None", control.buddy()) is not None


def give_letter(button: QAbstractButton, words: str) -> None:
    """Have a button say these words, with a letter. It keeps the one that it has for them."""
    now = button.text()
    behind = f" ({letter_of(now)})"
    if words not in (plain(now), plain(now).removesuffix(behind)) or not letter_of(now):
        button.setText(lettered(words, taken_letters(button.window(), besides=button)))
        button.setProperty(_GIVEN, words)


def letter_anew(window: QWidget) -> None:
    """Give those buttons letters anew that have theirs from `give_letter`.

    For when the language has changed: while a window was changing, some controls still had their old letters.
    """
    given = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.window() is window and button.text() and button.property(_GIVEN)
    ]
    for button in given:
        button.setText("")
    for button in given:
        give_letter(button, button.property(_GIVEN))


def letter_menu(menu: QMenu) -> None:
    """Give those entries of a menu a letter that have none."""
    taken = {letter_of(action.text()) for action in menu.actions()}
    for action in menu.actions():
        if not action.isSeparator():
            action.setText(lettered(action.text(), taken))
            taken.add(letter_of(action.text()))


def letter_question(box: QMessageBox) -> None:
    """Give the buttons of a question a letter each."""
    for button in box.buttons():
        give_letter(button, button.text())
