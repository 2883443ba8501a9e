# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window: it asks the engine, and shows what the engine tells."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.engine.findings import take_notes
from srfax_desktop.ui.account_button import AccountButton
from srfax_desktop.ui.areas import Areas
from srfax_desktop.ui.details_pane import DetailsPane
from srfax_desktop.ui.enter_key import presses_button
from srfax_desktop.ui.fax_actions import FaxActions
from srfax_desktop.ui.fax_model import FaxModel
from srfax_desktop.ui.fax_table import FaxTable
from srfax_desktop.ui.find_line import FindButton
from srfax_desktop.ui.footer import Footer
from srfax_desktop.ui.help_button import HelpButton
from srfax_desktop.ui.herald import Herald
from srfax_desktop.ui.id_line import IdLine
from srfax_desktop.ui.keys import KEYS, Does, Where
from srfax_desktop.ui.kin_offer import KinOffer
from srfax_desktop.ui.letters import letter_anew
from srfax_desktop.ui.list_bar import ListBar
from srfax_desktop.ui.notice_board import NoticeBoard
from srfax_desktop.ui.notices import finishing_words, practice_words
from srfax_desktop.ui.refresher import Refresher
from srfax_desktop.ui.scrolling import ScrolledPage, scrolling
from srfax_desktop.ui.side_by_side import SideBySide
from srfax_desktop.ui.window_looks import WindowLooks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from srfax_desktop.core.call_notes import CallNotes
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.filter_line import FilterLine
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

ID_LETTERS = 23
"""So many letters of average width the line for IDs, with its button, wants beside other buttons."""


class Choices(Protocol):
    """What the user has chosen of what the window's menu offers; see `core.ports.Preferences`."""

    @property
    def automatic_retry(self) -> bool:
        """Whether a countdown that is over fires by itself."""

    @property
    def refresh_s(self) -> float:
        """Seconds between two looks at the queue; 0: only when asked."""

    @property
    def include_sub_users(self) -> bool:
        """Whether the faxes of sub-users are asked for too."""


class TrayPlace(Protocol):
    """Where the program can go on without its window; see `ui.tray`."""

    @property
    def is_there(self) -> bool:
        """Whether the system has such a place now."""

    def take_window(self) -> None:
        """Go on there."""


class MainWindow(QMainWindow):
    """Everything the user sees at once. What it is told by the user, it tells the controller."""

    sign_in_wanted = Signal()
    account_wanted = Signal(str)  # AccountNumber: work with this one
    close_wanted = Signal()
    start_over_wanted = Signal()
    practice_wanted = Signal()
    find_wanted = Signal()
    record_wanted = Signal(object)  # list[FaxId]
    history_wanted = Signal()
    import_wanted = Signal()
    clipboard_import_wanted = Signal()
    guide_wanted = Signal(str)  # where it is to be opened: a status's value, or "" for its beginning
    watched = Signal(bool)  # whether somebody can see the window
    came_to_front = Signal()
    fax_chosen = Signal()  # other faxes are selected, or another one has the cursor
    painted = Signal()  # for the first time

    def __init__(
        self,
        controller: Controller,
        theme: Theme,
        *,
        choices: Choices,
        practice: bool,
        kept: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._controller = controller
        self._board = controller.board
        self._practice = practice
        self._closing = False
        self._may_close = False
        self._painted = False
        self.in_tray: TrayPlace | None = None  # comes when the window has been painted
        self._model = FaxModel(self._board)
        self.notices = NoticeBoard(self._board, theme)
        self._id_line = IdLine()
        self._find = FindButton()
        self._list_bar = ListBar(theme)
        self.find_report = self._list_bar.report
        self._table = FaxTable(self._model, theme)
        self.account = AccountButton(
            automatic_retry=choices.automatic_retry,
            refresh=choices.refresh_s > 0,
            sub_users=choices.include_sub_users,
            of_list=(self._table.sort_menu, self._table.columns_menu),
        )
        self.help = HelpButton()
        self._actions = FaxActions(controller, self._table, self.notices, self)
        self._kin = KinOffer(controller, self._actions, self._table, self.notices)
        self.painted.connect(self._kin.prepare)
        self._details = DetailsPane(self._board)
        self._footer = Footer(theme)
        self._herald = Herald(self._board, self._table)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(
            controller,
            self._table,
            self._actions.choice,
            footer=self._footer,
            details=self._details,
            kin=self._kin,
            notices=self.notices,
            parent=self,
        )
        self._looks.restore(kept)
        self.retranslate()
        self._refresher.refresh()
        self._id_line.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        title = translate("MainWindow", "SRFax Desktop")
        self.setAccessibleName(title)
        if self._practice:
            self.setWindowTitle(translate("MainWindow", "SRFax Desktop – PRACTICE"))
            self.setAccessibleDescription(practice_words())  # its name is that of the real one
            self.notices.show_practice()
        else:
            self.setWindowTitle(title)

    def kept_looks(self) -> dict[str, str]:
        """Return size, columns and sorting, to be given back at the next start."""
        return self._looks.kept()

    def show_account(self) -> None:
        """Show who is signed in."""
        self.account.show_account(self._board.account, changeable=not self._practice)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Take fax IDs out of what was typed, pasted or given at the start."""
        from srfax_desktop.core.id_entry import read_ids  # noqa: PLC0415 - the window is painted before

        entry = read_ids(text, self._board)
        self._controller.add(entry.fax_ids)
        self._table.select((*entry.fax_ids, *entry.listed))
        self._id_line.show_result(entry)

    def fields_that_take_drops(self) -> tuple[QWidget, ...]:
        """Return the fields into which text can be dropped."""
        return (self._id_line.line, self._list_bar.filter)

    def filter_and_table(self) -> tuple[FilterLine, FaxTable]:
        """Return the line that filters, and what it filters."""
        return (self._list_bar.filter, self._table)

    @property
    def closing(self) -> bool:
        """Whether the user, or the system, wants it closed."""
        return self._closing

    @property
    def in_view(self) -> bool:
        """Whether somebody can see the window now; `watched` tells of each change."""
        return self.isVisible() and not self.isMinimized()

    def come_to_front(self) -> None:
        """Be seen, as far as the system allows; where it does not, ask for attention."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        front = QApplication.activeModalWidget() or self  # an open question stays the one to answer
        front.activateWindow()
        QApplication.alert(self)

    def select(self, fax_ids: Sequence[FaxId]) -> None:
        """Select these faxes, and have the first of them in sight."""
        self._table.select(tuple(fax_ids))

    def ask_to_stop(self, fax_ids: Sequence[FaxId]) -> None:
        """Ask SRFax to stop these, as if the user had selected them and pressed the button."""
        self._actions.ask(fax_ids)

    @Slot()
    def stop_trying(self) -> None:
        """Do what the button of that name does."""
        self._actions.stop_trying()

    def stop_trying_all(self) -> None:
        """Ask whether the trying is to end for every fax, whatever is selected or hidden by the filter."""
        self._actions.stop_trying_all()

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
        from srfax_desktop.ui.questions import Closing, ask_before_closing  # noqa: PLC0415 - see above

        under_way = self._board.under_way
        tray = self.in_tray if self.in_tray and self.in_tray.is_there else None
        answer = ask_before_closing(self, under_way, tray=bool(tray)) if under_way else Closing.CLOSE
        if answer is Closing.CLOSE:
            self.begin_closing()
            event.setAccepted(self._may_close)  # there was nothing to wait for
        elif answer is Closing.TRAY and tray:
            tray.take_window()

    def asks_before_quit(self) -> bool:
        """Come back to ask, where the window is hidden while faxes are being tried; False where it need not.

        Qt asks the windows that are seen, and none that is in the tray.
        """
        if self._closing or self.isVisible() or not self._board.under_way:
            return False
        self.come_to_front()
        QTimer.singleShot(0, self, self.close)
        return True

    def begin_closing(self) -> None:
        """Say that the program is finishing, and take nothing more."""
        if self._closing:
            return
        self._closing = True
        self._details.flush()
        self._actions.asking.flush()
        self.notices.tell(finishing_words())
        self._page.setEnabled(False)
        self.close_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._refresher.refresh()
            QTimer.singleShot(0, self, self._letter_anew)  # when all that is in it has followed
        elif event.type() is QEvent.Type.WindowStateChange:
            self._tell_watched()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_to_front.emit()
        super().changeEvent(event)

    @Slot()
    def _letter_anew(self) -> None:
        letter_anew(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the user sees something; it is told when all of it is painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody can see it now."""
        super().showEvent(event)
        self._tell_watched()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody can see it any more."""
        super().hideEvent(event)
        self._tell_watched()

    # Looks

    def _lay_out(self) -> None:
        self._page = page = QWidget(self)
        page.setObjectName("page")
        # From the outside in, and in the order of Tab: the style sheet is read for each part but once.
        self.setCentralWidget(page)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(8)
        scrolled = ScrolledPage()  # on a low screen; the buttons that stop are always in sight
        whole.addWidget(scrolling(scrolled), 1)
        column = QVBoxLayout(scrolled)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        top = SideBySide(ID_LETTERS)
        top.setSpacing(8)
        column.addLayout(top)
        top.addWidget(self._id_line, 1)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        top.addLayout(beside)
        for button in (self._find, self.account, self.help):
            beside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        column.addWidget(self._list_bar)
        column.addWidget(self._splitter, 1)
        self._splitter.addWidget(self._table)
        self._splitter.addWidget(self._details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setHandleWidth(8)
        whole.addWidget(self._footer)
        self._looks = WindowLooks(self, self._splitter, self._table)
        self._looks.begin()

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
        controller.fax_turned.connect(self._herald.take_finished)
        controller.attempt_ended.connect(self._herald.take_attempt)
        self._actions.asked.connect(self._herald.take_asked)
        self._id_line.entered.connect(self.add_text)
        actions = self._actions
        self._table.chosen.connect(self.fax_chosen)
        self._table.action_pressed.connect(actions.act)
        self._table.several_pressed.connect(actions.act_on_selected)
        self._table.remove_pressed.connect(actions.remove_selected)
        self._table.leave_pressed.connect(actions.leave_countdowns)
        self._table.customContextMenuRequested.connect(actions.open_menu)
        self.painted.connect(self._details.prepare)
        self._details.action_pressed.connect(actions.act)
        self._details.record_pressed.connect(self._want_record_of_current)
        self._details.notes_changed.connect(self._keep_notes)
        self._footer.stop_selected_pressed.connect(actions.stop_selected)
        self._footer.stop_all_pressed.connect(actions.stop_all)
        self._footer.retry_pressed.connect(actions.retry_now)
        self._footer.end_pressed.connect(actions.stop_trying)
        actions.removing.connect(self._details.flush)
        actions.sign_in_wanted.connect(self.sign_in_wanted)
        actions.account_wanted.connect(self.account_wanted)
        actions.record_wanted.connect(self._want_record)
        self._find.clicked.connect(self.find_wanted)
        self.account.clipboard_pressed.connect(self.clipboard_import_wanted)
        self._list_bar.import_pressed.connect(self.import_wanted)
        self._list_bar.history_pressed.connect(self.history_wanted)
        self._list_bar.filter.textChanged.connect(self._table.set_filter)
        self._list_bar.filter.entered.connect(self._model.prepare_filter)
        self._list_bar.filter.left_for_table.connect(self._table.setFocus)
        self._list_bar.filter.found_chosen.connect(self._table.choose_current)
        self.notices.sign_in_pressed.connect(self.sign_in_wanted)
        self.notices.retry_pressed.connect(controller.probe_now)
        self.notices.practice_pressed.connect(self.practice_wanted)
        self.notices.start_over_pressed.connect(self.start_over_wanted)
        self.account.sign_in_pressed.connect(self.sign_in_wanted)
        self._areas = Areas(
            (self.notices, self._id_line, self._list_bar, self._table, self._details, self._footer), self
        )
        acts = {
            Does.GUIDE: self._want_guide,
            Does.FIND: self.find_wanted.emit,
            Does.FILTER: self._go_to_filter,
            Does.PASTE: self._paste,
            Does.CLIPBOARD: self.clipboard_import_wanted.emit,
            Does.IMPORT: self.import_wanted.emit,
            Does.HISTORY: self.history_wanted.emit,
            Does.RECORD: self._want_record,
            Does.SETTINGS: self.account.settings_pressed.emit,
            Does.NEXT_AREA: self._areas.go_on,
            Does.PREVIOUS_AREA: self._areas.go_back,
            Does.QUIT: self.close,
        }
        for key in KEYS:
            if key.where is Where.WINDOW:
                shortcut = QShortcut(self)
                shortcut.setKeys(key.sequences())
                shortcut.activated.connect(acts[key.does])

    # What the user wants

    @Slot()
    def _want_guide(self) -> None:
        chosen = self._table.chosen_id() if self._table.selected_ids() else None
        self.guide_wanted.emit(self._board.status(chosen).value if chosen is not None else "")

    @Slot()
    def _paste(self) -> None:
        """Take what was copied: a few fax IDs as if they were typed, anything else as an import."""
        from srfax_desktop.ui.pasting import pasted_ids  # noqa: PLC0415 - the window is painted before

        if text := pasted_ids(QGuiApplication.clipboard()):
            self.add_text(text)
        else:
            self.clipboard_import_wanted.emit()

    @Slot()
    def _go_to_filter(self) -> None:
        self._list_bar.filter.setFocus()
        self._list_bar.filter.selectAll()

    @Slot()
    def _want_record(self) -> None:
        if chosen := self._table.selected_ids():
            self.record_wanted.emit(chosen)

    @Slot()
    def _want_record_of_current(self) -> None:
        if (current := self._table.chosen_id()) is not None:
            self._details.flush()
            self.record_wanted.emit([current])

    @Slot(str, object)
    def _keep_notes(self, fax_id: FaxId, notes: CallNotes) -> None:
        self._controller.apply(partial(take_notes, fax_id=fax_id, notes=notes))

    def _tell_watched(self) -> None:
        self.watched.emit(self.in_view)
