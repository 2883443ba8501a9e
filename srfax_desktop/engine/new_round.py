# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A list begun anew while requests of the old one are still under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from srfax_desktop.core.fax import UNDER_WAY, FaxState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller


class NewRound(QObject):
    """Takes every fax off the list and puts the round's on it.

    A request cannot be taken back: its fax leaves the list, or begins anew, when its answer has come.
    One that the user asks for again meanwhile belongs to the new round.
    """

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._round: frozenset[FaxId] = frozenset()
        self._left_over: set[FaxId] = set()
        self._ended: list[FaxId] = []
        controller.faxes_changed.connect(self._let_go)
        controller.fax_finished.connect(self._take_finished)
        controller.moved_on.connect(self._clear_away)

    def begin(self, fax_ids: Sequence[FaxId]) -> None:
        """Begin a round of these faxes."""
        every = [fax.fax_id for fax in self._controller.board.faxes()]
        self._left_over.clear()
        self._controller.end(every)
        self._controller.remove(every)
        self._round = frozenset(fax_ids)
        self._left_over = {fax.fax_id for fax in self._controller.board.faxes()}
        self._controller.add(fax_ids)

    @Slot(object)
    def _let_go(self, fax_ids: Iterable[FaxId]) -> None:
        for fax_id in self._left_over.intersection(fax_ids):
            state = self._controller.board.fax(fax_id).state
            if state in UNDER_WAY and state is not FaxState.ENDING:
                self._left_over.discard(fax_id)

    @Slot(object)
    def _take_finished(self, fax_id: FaxId) -> None:
        if fax_id in self._left_over:
            self._left_over.discard(fax_id)
            self._ended.append(fax_id)

    @Slot()
    def _clear_away(self) -> None:
        """Do it when everybody has heard how they ended."""
        ended = [fax_id for fax_id in self._ended if fax_id in self._controller.board]
        self._ended.clear()
        if ended:
            self._controller.remove(fax_id for fax_id in ended if fax_id not in self._round)
            self._controller.add_afresh(fax_id for fax_id in ended if fax_id in self._round)
