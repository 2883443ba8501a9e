# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whether the lines of the history follow each other as they were written; if not, which is the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.store.history_chain import LOWEST_NUMBER, LineHash, as_hash
from srfax_desktop.store.pruning import read_removal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.store.pruning import Removal

ASIDE = ("number", "event", "result", "hash", "is_found")
"""What stands in each line of a part before its content."""


@dataclass(frozen=True, slots=True)
class ChainPart:
    """Lines that follow each other, and what holds for all of them at the moment when they were read.

    columns: the names of a line's content. lines: the values of ASIDE and of `columns`, texts as
    `history_chain.Text`; is_found is 0 where the line is missing from the index of faxes.
    removal: what stands before the first line of all. counted: the highest number that was ever given.
    is_cut: what follows cannot be read. is_last: nothing follows.
    """

    columns: Sequence[str]
    lines: Sequence[Sequence[Any]]
    removal: Removal
    counted: int
    is_cut: bool
    is_last: bool


class ChainWalk:
    """Takes the history part by part, until it is done.

    number: of the last line taken. checked: how many were taken. broken_at: as in ChainCheck.
    """

    def __init__(self) -> None:
        self.number = LOWEST_NUMBER
        self.checked = 0
        self.broken_at: int | None = None
        self.done = False
        self._before = b""
        self._removal: Removal | None = None
        # The first line of all, where it does not fit what is said of those before it. Either of the
        # two may be what was changed: the lines that follow tell which.
        self._doubtful: int | None = None

    def take(self, part: ChainPart) -> None:
        """Check the lines of the next part."""
        hash_of = LineHash(part.columns)
        is_first = self._begins(part.removal)
        for number, event, result, kept, is_found, *content in part.lines:
            fits = number == self.number + 1 and is_found
            fits = fits and as_hash(kept) == hash_of(self._before, content)
            if not fits and not is_first:
                says_removed = event == HistoryEvent.PRUNED.encode() or read_removal(result)
                self._end(number, is_the_doubt=bool(says_removed))
                return
            if is_first:
                self._doubtful = None if fits else number
                is_first = False
            self.number, self._before = number, as_hash(kept)
            self.checked += 1
        if part.is_cut:
            self._end(self.number + 1)
        elif part.is_last:
            self._end(None if self.number == part.counted else self.number + 1)

    def _begins(self, removal: Removal) -> bool:
        """Whether the next line is the first of all, also because those before it were just removed."""
        if removal == self._removal or (self._removal and self.number >= removal.up_to):
            return False
        self._removal = removal
        self.number, self._before = removal
        return True

    def _end(self, broken_at: int | None, *, is_the_doubt: bool = False) -> None:
        """End the walk at a line, or at None where all fit; `is_the_doubt`: that line explains the doubt."""
        self.broken_at = broken_at if self._doubtful is None or is_the_doubt else self._doubtful
        self.done = True
