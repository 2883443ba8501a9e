# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the user can have done with faxes: each action, and which faxes it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.fax import UNDER_WAY
from srfax_desktop.ui.asking import Asking
from srfax_desktop.ui.choice import Can, Choice
from srfax_desktop.ui.letters import letter_menu
from srfax_desktop.ui.notices import cannot_remove_words, left_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.fax_table import FaxTable
    from srfax_desktop.ui.notice_board import NoticeBoard

translate = QCoreApplication.translate


class FaxActions(QObject):
    """Tells the controller what the user wants. A single stop asks nothing: delay costs pages."""

    asked = Signal(object)  # tuple[FaxId, ...]: the user has asked for these to be stopped
    removing = Signal()  # faxes are about to leave the list: what was typed for them is to be kept first
    sign_in_wanted = Signal()
    account_wanted = Signal(str)  # AccountNumber: that of a fax which waits for it
    record_wanted = Signal()  # of the selected faxes

    def __init__(
        self, controller: Controller, table: FaxTable, notices: NoticeBoard, window: QWidget
    ) -> None:
        super().__init__(window)
        self._controller = controller
        self._board = controller.board
        self._table = table
        self._notices = notices
        self._window = window
        self.choice = Choice(self._board, table)
        self._left: list[tuple[str, frozenset[FaxId]]] = []  # what was told, and of which faxes
        self.asking = Asking(controller, self)
        self.asking.asked.connect(self.asked)

    def ask(self, fax_ids: Sequence[FaxId]) -> None:
        """Ask for these to be stopped."""
        if fax_ids:
            self.asking.ask(fax_ids)

    @Slot()
    def stop_selected(self) -> None:
        """Stop the selected ones, at once."""
        self.ask(self.choice.selected(Can.BE_STOPPED))

    @Slot()
    def stop_all(self) -> None:
        """Stop all that are shown; more than one are asked about once, with their number."""
        fax_ids = self.choice.every(Can.BE_STOPPED)
        if not fax_ids:
            return  # the button goes off a moment after there is nothing left for it
        hidden = self.choice.hidden(Can.BE_STOPPED)
        if len(fax_ids) == 1 or self._asks_to_stop(len(fax_ids), hidden):
            self.ask(fax_ids)

    @Slot()
    def retry_now(self) -> None:
        """Try the selected ones again, or else hasten all that are tried anyway."""
        # What the user ended begins anew only if it is chosen.
        self._retry(self.choice.selected(Can.BE_RETRIED) or self.choice.every(Can.BE_HURRIED))

    @Slot()
    def retry_selected(self) -> None:
        """Try the selected ones again."""
        self._retry(self.choice.selected(Can.BE_RETRIED))

    @Slot()
    def end_selected(self) -> None:
        """Stop trying the selected ones."""
        self.asking.forget(self._table.selected_ids())
        self._controller.end(self.choice.selected(Can.BE_ENDED))

    @Slot()
    def leave_countdowns(self) -> None:
        """Stop trying the selected ones whose countdown runs. One key does it, so it says how to go back."""
        if leaving := self.choice.selected(Can.BE_LEFT):
            self._controller.end(leaving)
            self._notices.tell(left_words(leaving))
            self._left.append((left_words(leaving), frozenset(leaving)))

    @Slot()
    def stop_trying(self) -> None:
        """Stop trying the selected ones, or all where none is selected.

        A selected one that is not being tried may have ended by itself a moment ago: the others must not
        end in its place unless the user says so.
        """
        if chosen := self.choice.selected(Can.BE_ENDED):
            self.asking.forget(self._table.selected_ids())
            self._controller.end(chosen)
            return
        every = self.choice.every(Can.BE_ENDED)
        meant = not self._table.selected_ids() or (every and self._asks_to_end(len(every)))
        if meant:
            self.asking.forget()
            self._controller.end(every)

    def stop_trying_all(self) -> None:
        """Stop trying all, those too that the filter hides, once the user has said so.

        Whoever asks for it from outside of the window sees neither list nor selection.
        """
        every = [fax.fax_id for fax in self._board.faxes() if fax.state in UNDER_WAY]
        if every and self._asks_to_end(len(every), unselected=False):
            self.asking.forget()
            self._controller.end(every)

    @Slot(str)
    def act(self, fax_id: FaxId) -> None:
        """Do what the button in the row of a fax says."""
        match ACTION.get(self._board.status(fax_id)):
            case Action.STOP:
                self.ask([fax_id])
            case Action.RETRY_NOW:
                self._retry([fax_id])
            case Action.SIGN_IN:
                self.sign_in_wanted.emit()
            case Action.SWITCH_ACCOUNT:
                self.account_wanted.emit(self._board.fax(fax_id).account)

    @Slot()
    def act_on_selected(self) -> None:
        """Do what the buttons in the rows of all selected faxes say."""
        waiting = [
            fax_id
            for fax_id in self._table.selected_ids()
            if ACTION.get(self._board.status(fax_id)) is Action.STOP
        ]
        retried = self.choice.selected(Can.BE_RETRIED)
        self.ask(waiting)
        if retried:
            self._retry(retried)

    @Slot()
    def remove_selected(self) -> None:
        """Take the selected ones off the list, but for those that are being stopped."""
        chosen = self._table.selected_ids()
        self.removing.emit()
        self._controller.remove(chosen)
        if left := [fax_id for fax_id in chosen if fax_id in self._board]:
            self._notices.tell(cannot_remove_words(len(left)))

    @Slot(QPoint)
    def open_menu(self, where: QPoint) -> None:
        """Open the menu of the selected faxes."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, can, act in (
            (translate("FaxActions", "Stop"), Can.BE_STOPPED, self.stop_selected),
            (translate("FaxActions", "Retry now"), Can.BE_RETRIED, self.retry_selected),
            (translate("FaxActions", "Stop trying"), Can.BE_ENDED, self.end_selected),
            (translate("FaxActions", "Take off the list"), Can.BE_REMOVED, self.remove_selected),
        ):
            action = QAction(words, menu)
            action.setEnabled(self.choice.any_selected(can))
            action.triggered.connect(act)
            menu.addAction(action)
        menu.addSeparator()
        record = QAction(translate("FaxActions", "Incident record…"), menu)
        record.setEnabled(bool(self._table.selected_ids()))
        record.triggered.connect(self.record_wanted)
        menu.addAction(record)
        letter_menu(menu)
        menu.popup(self._table.viewport().mapToGlobal(where))

    def _asks_to_stop(self, count: int, hidden: int) -> bool:
        from srfax_desktop.ui.questions import ask_before_stopping_all  # noqa: PLC0415 - painted before

        return ask_before_stopping_all(self._window, count, hidden)

    def _asks_to_end(self, count: int, *, unselected: bool = True) -> bool:
        from srfax_desktop.ui.questions import ask_before_ending_all  # noqa: PLC0415 - painted before

        return ask_before_ending_all(self._window, count, unselected=unselected)

    def _retry(self, fax_ids: Sequence[FaxId]) -> None:
        self._controller.retry_now(fax_ids)
        for told, left in self._left[:]:
            if not left.isdisjoint(fax_ids):  # it is not true any more
                self._left.remove((told, left))
                self._notices.correct(told, None)
        self.asked.emit(tuple(fax_ids))
