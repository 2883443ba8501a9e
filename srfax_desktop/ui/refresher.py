# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Keeps what depends on several faxes at once in line with them: buttons, details, summary, seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from srfax_desktop.core.status import Status
from srfax_desktop.ui.choice import Can
from srfax_desktop.ui.notices import summary_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.choice import Choice
    from srfax_desktop.ui.details_pane import DetailsPane
    from srfax_desktop.ui.fax_table import FaxTable
    from srfax_desktop.ui.footer import Footer
    from srfax_desktop.ui.kin_offer import KinOffer
    from srfax_desktop.ui.notice_board import NoticeBoard

REFRESH_MS = 40
"""So often at most, however many answers come."""

SEVERAL, REFRESH_SEVERAL_MS = 100, 80
"""And with so many faxes half as often: the counts of a long list are not read one by one."""


class Refresher(QObject):
    """Listens to the engine and to the table."""

    def __init__(
        self,
        controller: Controller,
        table: FaxTable,
        choice: Choice,
        *,
        footer: Footer,
        details: DetailsPane,
        kin: KinOffer,
        notices: NoticeBoard,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._board = controller.board
        self._table = table
        self._choice = choice
        self._footer = footer
        self._details = details
        self._kin = kin
        self._notices = notices
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.timeout.connect(self.refresh)
        self._since_refresh = QElapsedTimer()
        for change in (
            controller.faxes_added,
            controller.faxes_removed,
            controller.faxes_changed,
            controller.pause_changed,
            table.chosen,
            table.shown_changed,
        ):
            change.connect(self._ask)
        controller.ticked.connect(self._show_seconds)

    @Slot()
    def refresh(self) -> None:
        """Bring all of it in line now."""
        self._since_refresh.start()
        footer = self._footer
        self._enable(footer.stop_selected, self._choice.any_selected(Can.BE_STOPPED))
        self._enable(footer.stop_all, self._choice.any(Can.BE_STOPPED))
        retry_selected = self._choice.any_selected(Can.BE_RETRIED)
        self._enable(footer.retry, retry_selected or self._choice.any(Can.BE_HURRIED))
        self._enable(footer.end, self._board.under_way > 0)
        footer.show_scope(
            selected=self._table.selectionModel().hasSelection(),
            retry_selected=retry_selected,
            end_selected=self._choice.any_selected(Can.BE_ENDED),
        )
        self._details.show_fax(self._table.chosen_id())
        self._kin.refresh()
        self._notices.show_held()
        self._table.show_accounts(several=len(self._board.accounts) > 1)
        self._show_seconds()
        if self._kin.is_early:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if not self.soon.isActive():
            # At once after a quiet time: a key that is hit right after Enter finds its button ready.
            pace_ms = REFRESH_MS if len(self._board) < SEVERAL else REFRESH_SEVERAL_MS
            since_ms = self._since_refresh.elapsed() if self._since_refresh.isValid() else pace_ms
            self.soon.start(max(0, pace_ms - since_ms))

    def _enable(self, button: QPushButton, on: bool) -> None:
        """Switch a button, and hand the focus of one that goes off to the table.

        Qt would hand it to whatever comes next, and the next Space would press that.
        """
        if not on and button.hasFocus():
            self._table.setFocus()
        button.setEnabled(on)

    @Slot()
    def _show_seconds(self) -> None:
        counts, due_in_s = self._board.counts(), self._board.next_due_in_s()
        lit = counts[Status.RETRY_READY] > 0
        self._footer.summary.setText(summary_words(counts, due_in_s))
        self._footer.retry.light_up(lit=lit)
        self._footer.retry.show_countdown(None if lit else due_in_s, automatic=self._board.automatic)
        self._table.repaint_countdowns()
        self._details.show_seconds()
        self._notices.show_seconds()
