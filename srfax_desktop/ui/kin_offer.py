# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Offers the faxes that look like one that the user asked to be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from srfax_desktop.engine.kin import Kin
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.fax_actions import FaxActions
    from srfax_desktop.ui.fax_table import FaxTable
    from srfax_desktop.ui.notice_board import NoticeBoard

STEP = 100
"""Faxes: a millisecond or two."""


class KinOffer(QObject):
    """Shows a banner from the moment when the stop is asked for: to wait for its end would cost pages."""

    def __init__(
        self, controller: Controller, actions: FaxActions, table: FaxTable, notices: NoticeBoard
    ) -> None:
        super().__init__(actions)
        self._actions = actions
        self._table = table
        self._notices = notices
        self._offered: tuple[FaxId, ...] = ()
        self._kin = Kin(controller.board)
        self._steps = self._learn_listed([fax.fax_id for fax in controller.board.faxes()])
        self._learning = Stepper(self)
        for change in (controller.faxes_added, controller.faxes_changed, controller.faxes_removed):
            change.connect(self._learn)
        actions.asked.connect(self._take_asked)
        notices.stop_kin_pressed.connect(self._stop)
        notices.show_kin_pressed.connect(self._show)
        notices.decline_kin_pressed.connect(self._decline)
        notices.retranslated.connect(self._retranslate)

    @property
    def is_early(self) -> bool:
        """Whether more faxes are about to be asked for: what is left then is not known yet."""
        return self._actions.asking.busy

    def refresh(self) -> None:
        """Offer those that can be offered now."""
        if self.is_early:
            return
        offered = tuple(self._kin.look_alikes())
        if offered != self._offered:
            self._offered = offered
            self._notices.show_kin(len(offered))

    @Slot()
    def prepare(self) -> None:
        """Look at the list as it was read, in the background: the window is painted before."""
        self._learning.start(self._steps)

    def _learn_listed(self, fax_ids: Sequence[FaxId]) -> Iterator[None]:
        for first in range(0, len(fax_ids), STEP):
            self._kin.learn(fax_ids[first : first + STEP])
            yield

    @Slot(object)
    def _learn(self, fax_ids: tuple[FaxId, ...]) -> None:
        self._kin.learn(fax_ids)

    @Slot(object)
    def _take_asked(self, fax_ids: tuple[FaxId, ...]) -> None:
        for _ in self._steps:  # whoever is quicker than that: who looks like these is to be known now
            pass
        self._kin.asked(fax_ids)
        self.refresh()

    @Slot()
    def _retranslate(self) -> None:
        if self._offered:
            self._notices.show_kin(len(self._offered))

    @Slot()
    def _stop(self) -> None:
        self._actions.ask(self._offered)

    @Slot()
    def _show(self) -> None:
        self._table.select(self._offered)
        self._table.setFocus()

    @Slot()
    def _decline(self) -> None:
        self._kin.decline()
        self.refresh()
