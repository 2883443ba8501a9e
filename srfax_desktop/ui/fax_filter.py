# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes the words in the filter line let through."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from srfax_desktop.core.check import Verdict
from srfax_desktop.ui.messages import status_words, verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.status import Status
    from srfax_desktop.engine.board import Board

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "’": "'", "–": "-"})
_ACCENTS = re.compile("[\u0300-\u036f]+")
_PART_OF_A_NUMBER = re.compile(r"[0-9()+./-]+")
_NOT_DIGITS = re.compile(r"[^0-9]+")


def folded(text: str) -> str:
    """Return `text` without capitals and accents: `Présentation` and `PRESENTATION` are one."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)))


class FaxFilter:
    """Remembers of each fax what is searched, and of those let through that they were.

    What was let through stays until other words are typed: no fax goes from under the eye because
    it was asked to stop.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._words: tuple[tuple[str, str], ...] = ()
        self._through: set[FaxId] = set()
        self._searched: dict[FaxId, str] = {}
        self._words_of: dict[Status, str] = {}

    @property
    def is_set(self) -> bool:
        """Whether there are any words."""
        return bool(self._words)

    def set_text(self, text: str) -> bool:
        """Take other words: all of them are to be in a fax. Returns whether they are other words."""
        words = tuple(dict.fromkeys(_words(text)))
        if words == self._words:
            return False
        self._words = words
        self._through.clear()
        return True

    def prepare(self, fax_ids: Iterable[FaxId]) -> None:
        """Find out what is searched of these, so that the first word that is typed need not wait for it."""
        for fax_id in fax_ids:
            if fax_id not in self._searched:
                self._searched[fax_id] = self._searched_of(fax_id)

    def lets_through(self, fax_id: FaxId) -> bool:
        """Whether a fax is to be shown."""
        if not self._words or fax_id in self._through:
            return True
        searched = self._searched.get(fax_id)
        if searched is None:
            searched = self._searched[fax_id] = self._searched_of(fax_id)
        if not all(word in searched or digits in searched for word, digits in self._words):
            return False
        self._through.add(fax_id)
        return True

    def let_through(self, fax_ids: Iterable[FaxId]) -> None:
        """Show these, whatever the words are, until other words are typed."""
        if self._words:
            self._through.update(fax_ids)

    def look_again(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note that these have changed."""
        if not self._searched:
            return
        for fax_id in fax_ids:
            self._searched.pop(fax_id, None)

    def look_again_at_all(self) -> None:
        """Take note that everything has changed, be it the language."""
        self._searched.clear()
        self._words_of.clear()

    def forget(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note that these are no longer in the list."""
        gone = tuple(fax_ids)
        self.look_again(gone)
        self._through.difference_update(gone)

    def _searched_of(self, fax_id: FaxId) -> str:
        status = self._board.status(fax_id)
        words = self._words_of.get(status)
        if words is None:
            words = self._words_of[status] = folded(status_words(status))
        return searched_text(self._board.fax(fax_id), words)


def searched_text(fax: FaxRecord, words: str) -> str:
    """Return all that is searched of a fax; `words` are those of its status, folded.

    Its parts stand in lines: no word that is typed reaches across two of them.
    """
    parts = [fax.fax_id, words]
    if fax.check and fax.check.verdict is Verdict.CONFIRMED:
        parts.append(folded(verdict_words(fax.check.verdict)))
    if details := fax.details:
        number = details.to_number or ""
        parts += [_NOT_DIGITS.sub("", number), folded(number)]
        parts += [folded(details.subject or ""), folded(details.sender or "")]
    return "\n".join(parts)


def _words(text: str) -> Iterable[tuple[str, str]]:
    """Yield each word as it was typed, and its digits where it is a part of a number."""
    for word in folded(text).split():
        if not _PART_OF_A_NUMBER.fullmatch(word):
            yield word, word
        elif digits := _NOT_DIGITS.sub("", word):  # a lone dash or bracket is part of how it is grouped
            yield word, digits
