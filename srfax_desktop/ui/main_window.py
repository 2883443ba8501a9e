# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window: it asks the engine, and shows what the engine tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.id_entry import read_ids
from srfax_desktop.core.status import Status
from srfax_desktop.ui.account_button import AccountButton
from srfax_desktop.ui.choice import Can, Choice
from srfax_desktop.ui.details_pane import DetailsPane
from srfax_desktop.ui.fax_model import FaxModel
from srfax_desktop.ui.fax_table import FaxTable
from srfax_desktop.ui.footer import Footer
from srfax_desktop.ui.herald import Herald
from srfax_desktop.ui.id_line import IdLine
from srfax_desktop.ui.notice_board import NoticeBoard
from srfax_desktop.ui.notices import cannot_remove_words, finishing_words, summary_words
from srfax_desktop.ui.questions import ask_before_closing, ask_before_stopping_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

REFRESH_MS = 40
"""What depends on several faxes is brought in line at most this often, however many answers come."""

_SIZE = QSize(1080, 720)
_FRAME = QSize(16, 48)
"""What a window manager may put around the window. On a small screen, that much is left for it."""

_GEOMETRY, _SPLITTER, _HEADER = "geometry", "splitter", "header"


class MainWindow(QMainWindow):
    """Everything the user sees at once. What it is told by the user, it tells the controller."""

    sign_in_wanted = Signal()
    close_wanted = Signal()
    start_over_wanted = Signal()
    practice_wanted = Signal()

    def __init__(
        self,
        controller: Controller,
        theme: Theme,
        *,
        automatic_retry: bool,
        practice: bool,
        kept: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._controller = controller
        self._board = controller.board
        self._practice = practice
        self._closing = False
        self._may_close = False
        self._model = FaxModel(self._board)
        self.notices = NoticeBoard(self._board, theme)
        self.account = AccountButton(automatic_retry=automatic_retry)
        self._id_line = IdLine()
        self._table = FaxTable(self._model, theme)
        self._choice = Choice(self._board, self._table)
        self._details = DetailsPane(self._board)
        self._footer = Footer(theme)
        self._herald = Herald(self._board, self._table)
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._since_refresh = QElapsedTimer()
        self._lay_out()
        self._connect()
        self._restore_looks(kept)
        self.retranslate()
        self._refresh()
        self._id_line.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        title = translate("MainWindow", "SRFax Desktop")
        self.setAccessibleName(title)
        if self._practice:
            self.setWindowTitle(translate("MainWindow", "SRFax Desktop – PRACTICE"))
            self.notices.show_practice()
        else:
            self.setWindowTitle(title)

    def kept_looks(self) -> dict[str, str]:
        """Return size, columns and sorting, to be given back at the next start."""
        return {
            _GEOMETRY: _as_text(self.saveGeometry()),
            _SPLITTER: _as_text(self._splitter.saveState()),
            _HEADER: self._table.looks(),
        }

    def show_account(self) -> None:
        """Show who is signed in."""
        self.account.show_account(self._board.account, changeable=not self._practice)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Take fax IDs out of what was typed, pasted or given at the start."""
        entry = read_ids(text, self._board)
        self._controller.add(entry.fax_ids)
        self._table.select((*entry.fax_ids, *entry.listed))
        self._id_line.show_result(entry)

    def close_now(self) -> None:
        """Close for good: the engine has finished."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the engine finish first: the window closes when it has."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        if self._closing:
            return  # that question has been answered
        under_way = self._board.under_way
        if not under_way or ask_before_closing(self, under_way):
            self.begin_closing()
            event.setAccepted(self._may_close)  # there was nothing to wait for

    def begin_closing(self) -> None:
        """Say that the program is finishing, and take nothing more."""
        if self._closing:
            return
        self._closing = True
        self.notices.tell(finishing_words())
        self._page.setEnabled(False)
        self.close_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._refresh()
        super().changeEvent(event)

    # Looks

    def _lay_out(self) -> None:
        self._page = page = QWidget()
        page.setObjectName("page")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._id_line, 1)
        top.addWidget(self.account, 0, Qt.AlignmentFlag.AlignTop)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self._table)
        self._splitter.addWidget(self._details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setHandleWidth(10)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.notices)
        column.addLayout(top)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._footer)
        self.setCentralWidget(page)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        details = min(210, self.height() * 3 // 10)  # in a low window, the list keeps the larger part
        self._splitter.setSizes([self.height() - details, details])

    def _restore_looks(self, kept: Mapping[str, str]) -> None:
        # On a screen of quite another size, Qt takes no geometry back: the splitter's place belongs to it.
        fits = _GEOMETRY in kept and self.restoreGeometry(_as_bytes(kept[_GEOMETRY]))
        if fits and _SPLITTER in kept:
            self._splitter.restoreState(_as_bytes(kept[_SPLITTER]))
        if _HEADER in kept:
            self._table.restore_looks(kept[_HEADER])

    # Who listens to whom

    def _connect(self) -> None:
        controller = self._controller
        controller.faxes_added.connect(self._model.take_added)
        controller.faxes_removed.connect(self._model.take_removed)
        controller.faxes_changed.connect(self._model.take_changed)
        controller.pause_changed.connect(self._model.take_all_changed)
        controller.pause_changed.connect(self.notices.show_pause)
        controller.store_trouble.connect(self.notices.show_trouble)
        controller.fax_finished.connect(self._herald.take_finished)
        controller.ticked.connect(self._show_seconds)
        for change in (
            controller.faxes_added,
            controller.faxes_removed,
            controller.faxes_changed,
            controller.pause_changed,
        ):
            change.connect(self._ask_to_refresh)
        self._refresh_soon.timeout.connect(self._refresh)
        self._id_line.entered.connect(self.add_text)
        self._table.chosen.connect(self._ask_to_refresh)
        self._table.action_pressed.connect(self._act)
        self._table.remove_pressed.connect(self._remove_selected)
        self._table.customContextMenuRequested.connect(self._open_menu)
        self._details.action_pressed.connect(self._act)
        self._footer.stop_selected_pressed.connect(self._stop_selected)
        self._footer.stop_all_pressed.connect(self._stop_all)
        self._footer.retry_pressed.connect(self._retry_now)
        self._footer.end_pressed.connect(self._stop_trying)
        self.notices.sign_in_pressed.connect(self.sign_in_wanted)
        self.notices.retry_pressed.connect(controller.probe_now)
        self.notices.practice_pressed.connect(self.practice_wanted)
        self.notices.start_over_pressed.connect(self.start_over_wanted)
        self.account.sign_in_pressed.connect(self.sign_in_wanted)
        self._quit = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self)
        self._quit.activated.connect(self.close)

    # What the user does

    @Slot()
    def _stop_selected(self) -> None:
        self._controller.ask(self._choice.selected(Can.BE_STOPPED))

    @Slot()
    def _stop_all(self) -> None:
        fax_ids = self._choice.every(Can.BE_STOPPED)
        if not fax_ids:
            return  # the button goes off a moment after there is nothing left for it
        if len(fax_ids) == 1 or ask_before_stopping_all(self, len(fax_ids)):
            self._controller.ask(fax_ids)

    @Slot()
    def _retry_now(self) -> None:
        # For all, it hastens what is tried anyway; what the user ended begins anew only if it is chosen.
        chosen = self._choice.selected(Can.BE_RETRIED) or self._choice.every(Can.BE_HURRIED)
        self._controller.retry_now(chosen)

    @Slot()
    def _retry_selected(self) -> None:
        self._controller.retry_now(self._choice.selected(Can.BE_RETRIED))

    @Slot()
    def _end_selected(self) -> None:
        self._controller.end(self._choice.selected(Can.BE_ENDED))

    @Slot()
    def _stop_trying(self) -> None:
        self._controller.end(self._choice.selected_or_every(Can.BE_ENDED))

    @Slot(str)
    def _act(self, fax_id: FaxId) -> None:
        match ACTION.get(self._board.status(fax_id)):
            case Action.STOP:
                self._controller.ask([fax_id])
            case Action.RETRY_NOW:
                self._controller.retry_now([fax_id])
            case Action.SIGN_IN:
                self.sign_in_wanted.emit()

    @Slot()
    def _remove_selected(self) -> None:
        chosen = self._table.selected_ids()
        self._controller.remove(chosen)
        if left := [fax_id for fax_id in chosen if fax_id in self._board]:
            self.notices.tell(cannot_remove_words(len(left)))

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, can, act in (
            (translate("MainWindow", "Stop"), Can.BE_STOPPED, self._stop_selected),
            (translate("MainWindow", "Retry now"), Can.BE_RETRIED, self._retry_selected),
            (translate("MainWindow", "Stop trying"), Can.BE_ENDED, self._end_selected),
            (translate("MainWindow", "Take off the list"), Can.BE_REMOVED, self._remove_selected),
        ):
            action = QAction(words, menu)
            action.setEnabled(self._choice.any_selected(can))
            action.triggered.connect(act)
            menu.addAction(action)
        menu.popup(self._table.viewport().mapToGlobal(where))

    # What the engine tells

    @Slot()
    def _ask_to_refresh(self) -> None:
        if not self._refresh_soon.isActive():
            # At once after a quiet time: a key that is hit right after Enter finds its button ready.
            since_ms = self._since_refresh.elapsed() if self._since_refresh.isValid() else REFRESH_MS
            self._refresh_soon.start(max(0, REFRESH_MS - since_ms))

    @Slot()
    def _refresh(self) -> None:
        """Bring in line what depends on several faxes at once."""
        self._since_refresh.start()
        footer = self._footer
        footer.stop_selected.setEnabled(self._choice.any_selected(Can.BE_STOPPED))
        footer.stop_all.setEnabled(self._choice.any(Can.BE_STOPPED))
        retry_selected = self._choice.any_selected(Can.BE_RETRIED)
        footer.retry.setEnabled(retry_selected or self._choice.any(Can.BE_HURRIED))
        footer.end.setEnabled(self._board.under_way > 0)
        footer.show_scope(
            retry_selected=retry_selected,
            end_selected=self._choice.any_selected(Can.BE_ENDED),
        )
        self._details.show_fax(self._table.current_id())
        self._show_seconds()

    @Slot()
    def _show_seconds(self) -> None:
        counts, due_in_s = self._board.counts(), self._board.next_due_in_s()
        lit = counts[Status.RETRY_READY] > 0
        self._footer.summary.setText(summary_words(counts, due_in_s))
        self._footer.retry.light_up(lit=lit)
        self._footer.retry.show_countdown(None if lit else due_in_s, automatic=self._board.automatic)
        self._table.repaint_countdowns()
        self._details.show_seconds()
        self.notices.show_seconds()


def _as_text(state: QByteArray) -> str:
    return cast("bytes", state.toBase64().data()).decode("ascii")


def _as_bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())
