# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The banners: practice, what holds everything up, and what is worth knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot

from srfax_desktop.core.pause import NEEDS_SIGN_IN, PauseCause
from srfax_desktop.ui.account_words import held_words, switch_words
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.banner_stack import BannerStack, Look
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.find_words import kin_words
from srfax_desktop.ui.letters import give_letter
from srfax_desktop.ui.notices import pause_words, practice_words, store_trouble_words
from srfax_desktop.ui.status_style import BAD, CALM, PARTLY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import StoreError
    from srfax_desktop.engine.board import Board
    from srfax_desktop.ui.banner import Pressed
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

MOST_NEWS = 3
"""So many are shown at once; the oldest makes room."""

_LOOKS = {  # from top to bottom
    "practice": Look(PARTLY, "information"),
    "pause": Look(BAD, "warning"),
    "held": Look(PARTLY, "warning"),
    "kin": Look(PARTLY, "warning"),
    "linked": Look(PARTLY, "information"),
    "trouble": Look(BAD, "warning"),
    "backup": Look(PARTLY, "warning"),
    "news": Look(CALM, "information"),
    "offer": Look(CALM, "information"),
    "progress": Look(CALM, "information"),
}


class NoticeBoard(BannerStack):
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
        super().__init__(theme, _LOOKS, parent)
        self._board = board
        self._news_told: list[str] = []
        self._announced: PauseCause | None = None
        self._store_trouble: StoreError | None = None
        self._held_account: AccountNumber | None = None
        self.show_trouble(board.store_trouble)  # it may have come before there was a window

    def presses(self, name: str) -> tuple[Pressed, ...]:
        """Return what the buttons of a banner tell or do."""
        presses: dict[str, tuple[Pressed, ...]] = {
            "practice": (self.practice_pressed, self.start_over_pressed),
            "pause": (self._help,),
            "held": (self._switch,),
            "kin": (self.stop_kin_pressed, self.show_kin_pressed, self.decline_kin_pressed),
            "linked": (self.stop_linked_pressed, self.leave_linked_pressed),
            "backup": (self.take_backup_pressed, self.decline_backup_pressed),
            "news": (self._close_news,),
            "offer": (self.take_offer_pressed, self.decline_offer_pressed),
            "progress": (self.cancel_pressed,),
        }
        return presses.get(name, ())

    def show_practice(self) -> None:
        """Say plainly that nothing here is real."""
        self.banner("practice").say(
            practice_words(), translate("NoticeBoard", "Add the practice fa&xes"), aloud=False
        )
        start_over = self.banner("practice").buttons[1]
        give_letter(start_over, translate("NoticeBoard", "Start o&ver"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language. What was told once stays as it was told."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_pause(aloud=False)
            self._show_news()
            if self._store_trouble:
                self.banner("trouble").say(store_trouble_words(self._store_trouble.problem), aloud=False)
            self.retranslated.emit()
        super().changeEvent(event)

    def tell(self, words: str) -> None:
        """Tell something worth knowing, until it is closed. What was told before stays beside it."""
        earlier = [told for told in self._news_told if told != words]
        self._news_told = [*earlier, words][-MOST_NEWS:]
        self._show_news()
        announce(self.banner("news").words, words, urgent=True)

    def show_kin(self, count: int) -> None:
        """Offer so many faxes that look like one that is being stopped; none: offer nothing."""
        if not count:
            self.silence("kin")
            return
        stop = counted("NoticeBoard", "Stop %Ln more faxes", "Stop 1 more fax", count)
        self.banner("kin").say(kin_words(count), stop)
        labels = translate("NoticeBoard", "Show in the list"), translate("NoticeBoard", "Leave in the queue")
        for button, words in zip(self.banner("kin").buttons[1:], labels, strict=True):
            give_letter(button, words)
            button.setAccessibleName(words)

    def show_linked(self, words: str, count: int) -> None:
        """Ask about the faxes that a link points at, in these words; no words: ask nothing."""
        if not words:
            self.silence("linked")
            return
        stop, leave = translate("NoticeBoard", "Stop these"), translate("NoticeBoard", "Leave these")
        if count == 1:
            stop, leave = translate("NoticeBoard", "Stop it"), translate("NoticeBoard", "Leave it")
        name = translate("NoticeBoard", "Stop what the link points at")
        self.banner("linked").say(words, stop, name)
        leave_button = self.banner("linked").buttons[1]
        give_letter(leave_button, leave)
        leave_button.setAccessibleName(translate("NoticeBoard", "Leave what the link points at"))

    def go_to_leave_linked(self) -> None:
        """Have the keyboard on the answer that stops nothing."""
        self.banner("linked").buttons[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offer(self, words: str) -> None:
        """Offer what is on the clipboard, in these words; none: offer nothing."""
        if not words:
            self.silence("offer")
            return
        name = translate("NoticeBoard", "Add from the clipboard")
        self.banner("offer").say(words, translate("NoticeBoard", "Yes"), name)
        decline = self.banner("offer").buttons[1]
        give_letter(decline, translate("NoticeBoard", "No"))
        decline.setAccessibleName(translate("NoticeBoard", "Do not add from the clipboard"))

    def show_backup(self, words: str) -> None:
        """Offer a backup of the list, in these words; none: offer nothing."""
        if not words:
            self.silence("backup")
            return
        self.banner("backup").say(words, translate("NoticeBoard", "Bring them back"))
        decline = self.banner("backup").buttons[1]
        give_letter(decline, translate("NoticeBoard", "Not now"))
        decline.setAccessibleName(translate("NoticeBoard", "Do not bring the backup back now"))

    def show_progress(self, words: str) -> None:
        """Show how far something has come, with a button that ends it; no words: it is over."""
        if words:
            self.banner("progress").say(words, translate("NoticeBoard", "Cancel"), aloud=False)
        else:
            self.silence("progress")

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
            self.silence("held")
            return
        account, before = held.most_common(1)[0][0], self._held_account
        self._held_account = account
        words = held_words(held, present)
        if words != self.words("held"):
            self.banner("held").say(words, switch_words(account), aloud=account != before)

    @Slot(object)
    def show_trouble(self, error: StoreError | None) -> None:
        """Say that the list cannot be saved, or that it can be again."""
        self._store_trouble = error
        if error:
            self.banner("trouble").say(store_trouble_words(error.problem))
        else:
            self.silence("trouble")

    @Slot()
    def _close_news(self) -> None:
        self._news_told.clear()
        self.silence("news")

    def _show_news(self) -> None:
        if self._news_told:
            self.banner("news").say(
                "\n".join(self._news_told), translate("NoticeBoard", "Close"), aloud=False
            )
        else:
            self.silence("news")

    @Slot()
    def _switch(self) -> None:
        if self._held_account:
            self.switch_pressed.emit(self._held_account)

    def _show_pause(self, *, aloud: bool) -> None:
        pause = self._board.pause
        if pause is None:
            self.silence("pause")
            return
        words = pause_words(pause, self._board.pause_due_in_s(), automatic=self._board.automatic)
        if pause.cause in NEEDS_SIGN_IN:
            self.banner("pause").say(words, translate("NoticeBoard", "Sign in…"), aloud=aloud)
        else:
            name = translate("NoticeBoard", "Retry now, for all faxes")
            self.banner("pause").say(words, translate("NoticeBoard", "Retry now"), name, aloud=aloud)

    @Slot()
    def _help(self) -> None:
        self._announced = None  # who presses it wants to hear what comes of it
        pause = self._board.pause
        if pause and pause.cause in NEEDS_SIGN_IN:
            self.sign_in_pressed.emit()
        else:
            self.retry_pressed.emit()
