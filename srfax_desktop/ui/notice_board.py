# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The banners: practice, what holds everything up, and what is worth knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from srfax_desktop.core.pause import NEEDS_SIGN_IN, PauseCause
from srfax_desktop.ui.account_words import held_words, switch_words
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.find_words import kin_words
from srfax_desktop.ui.letters import give_letter
from srfax_desktop.ui.notices import pause_words, practice_words, store_trouble_words
from srfax_desktop.ui.status_style import BAD, CALM, PARTLY

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import StoreError
    from srfax_desktop.engine.board import Board
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

MOST_NEWS = 3
"""So many are shown at once; the oldest makes room."""


class NoticeBoard(QWidget):
    """Stacks the banners at the top of the window. Each has at most one button that helps."""

    sign_in_pressed = Signal()
    switch_pressed = Signal(str)  # AccountNumber: the one that most stops wait for
    retry_pressed = Signal()
    practice_pressed = Signal()  # add the practice faxes
    start_over_pressed = Signal()
    stop_kin_pressed = Signal()  # stop the faxes that look like one that is being stopped
    show_kin_pressed = Signal()
    decline_kin_pressed = Signal()
    take_offer_pressed = Signal()  # add what is on the clipboard
    decline_offer_pressed = Signal()
    stop_linked_pressed = Signal()  # stop the faxes that a link points at
    leave_linked_pressed = Signal()
    take_backup_pressed = Signal()  # bring it back
    decline_backup_pressed = Signal()
    cancel_pressed = Signal()  # of what is in progress
    retranslated = Signal()  # the language has changed: who offers something says it anew

    def __init__(self, board: Board, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._news_told: list[str] = []
        self._announced: PauseCause | None = None
        self._store_trouble: StoreError | None = None
        self._practice = Banner(theme, PARTLY, "information")
        self._start_over = QPushButton()
        self._practice.add_button(self._start_over)
        self._pause = Banner(theme, BAD, "warning")
        self._held = Banner(theme, PARTLY, "warning")
        self._held_account: AccountNumber | None = None
        self._kin = Banner(theme, PARTLY, "warning")
        self._show_kin = QPushButton()
        self._decline_kin = QPushButton()
        for button in (self._show_kin, self._decline_kin):
            self._kin.add_button(button)
        self._linked = Banner(theme, PARTLY, "information")
        self._leave_linked = QPushButton()
        self._linked.add_button(self._leave_linked)
        self._offer = Banner(theme, CALM, "information")
        self._decline_offer = QPushButton()
        self._offer.add_button(self._decline_offer)
        self._backup = Banner(theme, PARTLY, "warning")
        self._decline_backup = QPushButton()
        self._backup.add_button(self._decline_backup)
        self._progress = Banner(theme, CALM, "information")
        self._trouble = Banner(theme, BAD, "warning")
        self._news = Banner(theme, CALM, "information")
        self._practice.pressed.connect(self.practice_pressed)
        self._start_over.clicked.connect(self.start_over_pressed)
        self._pause.pressed.connect(self._help)
        self._held.pressed.connect(self._switch)
        self._news.pressed.connect(self._close_news)
        self._kin.pressed.connect(self.stop_kin_pressed)
        self._show_kin.clicked.connect(self.show_kin_pressed)
        self._decline_kin.clicked.connect(self.decline_kin_pressed)
        self._linked.pressed.connect(self.stop_linked_pressed)
        self._leave_linked.clicked.connect(self.leave_linked_pressed)
        self._offer.pressed.connect(self.take_offer_pressed)
        self._decline_offer.clicked.connect(self.decline_offer_pressed)
        self._backup.pressed.connect(self.take_backup_pressed)
        self._decline_backup.clicked.connect(self.decline_backup_pressed)
        self._progress.pressed.connect(self.cancel_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for banner in self._banners():
            column.addWidget(banner)
            banner.changed.connect(self._fit)
        self.show_trouble(board.store_trouble)  # it may have come before there was a window
        self._fit()

    def show_practice(self) -> None:
        """Say plainly that nothing here is real."""
        self._practice.say(practice_words(), translate("NoticeBoard", "Add the practice fa&xes"), aloud=False)
        give_letter(self._start_over, translate("NoticeBoard", "Start o&ver"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language. What was told once stays as it was told."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_pause(aloud=False)
            self._show_news()
            if self._store_trouble:
                self._trouble.say(store_trouble_words(self._store_trouble.problem), aloud=False)
            self.retranslated.emit()
        super().changeEvent(event)

    def tell(self, words: str) -> None:
        """Tell something worth knowing, until it is closed. What was told before stays beside it."""
        earlier = [told for told in self._news_told if told != words]
        self._news_told = [*earlier, words][-MOST_NEWS:]
        self._show_news()
        announce(self._news.words, words, urgent=True)

    def show_kin(self, count: int) -> None:
        """Offer so many faxes that look like one that is being stopped; none: offer nothing."""
        if not count:
            self._kin.silence()
            return
        self._kin.say(kin_words(count), translate("NoticeBoard", "Stop them"))
        for button, words in (
            (self._show_kin, translate("NoticeBoard", "Show them")),
            (self._decline_kin, translate("NoticeBoard", "Leave them")),
        ):
            give_letter(button, words)
            button.setAccessibleName(words)

    def show_linked(self, words: str, count: int) -> None:
        """Ask about the faxes that a link points at, in these words; no words: ask nothing."""
        if not words:
            self._linked.silence()
            return
        stop, leave = translate("NoticeBoard", "Stop these"), translate("NoticeBoard", "Leave these")
        if count == 1:
            stop, leave = translate("NoticeBoard", "Stop it"), translate("NoticeBoard", "Leave it")
        name = translate("NoticeBoard", "Stop what the link points at")
        self._linked.say(words, stop, name)
        give_letter(self._leave_linked, leave)
        self._leave_linked.setAccessibleName(translate("NoticeBoard", "Leave what the link points at"))

    def go_to_leave_linked(self) -> None:
        """Have the keyboard on the answer that stops nothing."""
        self._leave_linked.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offer(self, words: str) -> None:
        """Offer what is on the clipboard, in these words; none: offer nothing."""
        if not words:
            self._offer.silence()
            return
        name = translate("NoticeBoard", "Add from the clipboard")
        self._offer.say(words, translate("NoticeBoard", "Yes"), name)
        give_letter(self._decline_offer, translate("NoticeBoard", "No"))
        self._decline_offer.setAccessibleName(translate("NoticeBoard", "Do not add from the clipboard"))

    def show_backup(self, words: str) -> None:
        """Offer a backup of the list, in these words; none: offer nothing."""
        if not words:
            self._backup.silence()
            return
        self._backup.say(words, translate("NoticeBoard", "Bring them back"))
        give_letter(self._decline_backup, translate("NoticeBoard", "Not now"))
        self._decline_backup.setAccessibleName(translate("NoticeBoard", "Do not bring the backup back now"))

    def show_progress(self, words: str) -> None:
        """Show how far something has come, with a button that ends it; no words: it is over."""
        if words:
            self._progress.say(words, translate("NoticeBoard", "Cancel"), aloud=False)
        else:
            self._progress.silence()

    def correct(self, told: str, words: str | None) -> None:
        """Tell something in the place of what is no longer true; None: only take that back.

        Who has closed it meanwhile hears no more of it.
        """
        if told not in self._news_told:
            return
        self._news_told.remove(told)
        if words:
            self.tell(words)
        else:
            self._show_news()

    @Slot()
    def show_pause(self) -> None:
        """Show what holds everything up, if anything does. Said aloud once, not again at each probe."""
        pause = self._board.pause
        self._show_pause(aloud=pause is not None and pause.cause is not self._announced)
        if pause is None or not pause.probing:
            self._announced = pause.cause if pause else None

    @Slot()
    def show_seconds(self) -> None:
        """Show what a second changes."""
        self._show_pause(aloud=False)

    def show_held(self) -> None:
        """Show that stops of other accounts wait, if any do. More or fewer of them are no news."""
        held, present = self._board.held(), self._board.account
        if not held or present is None:
            self._held_account = None
            self._held.silence()
            return
        account, before = held.most_common(1)[0][0], self._held_account
        self._held_account = account
        words = held_words(held, present)
        if words != self._held.words.text():
            self._held.say(words, switch_words(account), aloud=account != before)

    @Slot(object)
    def show_trouble(self, error: StoreError | None) -> None:
        """Say that the list cannot be saved, or that it can be again."""
        self._store_trouble = error
        if error:
            self._trouble.say(store_trouble_words(error.problem))
        else:
            self._trouble.silence()

    @Slot()
    def _close_news(self) -> None:
        self._news_told.clear()
        self._news.silence()

    def _show_news(self) -> None:
        if self._news_told:
            self._news.say("\n".join(self._news_told), translate("NoticeBoard", "Close"), aloud=False)
        else:
            self._news.silence()

    def _banners(self) -> tuple[Banner, ...]:
        return (
            self._practice,
            self._pause,
            self._held,
            self._kin,
            self._linked,
            self._trouble,
            self._backup,
            self._news,
            self._offer,
            self._progress,
        )

    @Slot()
    def _switch(self) -> None:
        if self._held_account:
            self.switch_pressed.emit(self._held_account)

    @Slot()
    def _fit(self) -> None:
        self.setHidden(all(banner.isHidden() for banner in self._banners()))

    def _show_pause(self, *, aloud: bool) -> None:
        pause = self._board.pause
        if pause is None:
            self._pause.silence()
            return
        words = pause_words(pause, self._board.pause_due_in_s(), automatic=self._board.automatic)
        if pause.cause in NEEDS_SIGN_IN:
            self._pause.say(words, translate("NoticeBoard", "Sign in…"), aloud=aloud)
        else:
            name = translate("NoticeBoard", "Retry now, for all faxes")
            self._pause.say(words, translate("NoticeBoard", "Retry now"), name, aloud=aloud)

    @Slot()
    def _help(self) -> None:
        self._announced = None  # who presses it wants to hear what comes of it
        pause = self._board.pause
        if pause and pause.cause in NEEDS_SIGN_IN:
            self.sign_in_pressed.emit()
        else:
            self.retry_pressed.emit()
