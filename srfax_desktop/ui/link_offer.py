# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Asks about the faxes that a link points at. A link stops nothing: anybody can have written it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from srfax_desktop.core.fax_link import MOST_FAXES, parse_link
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.core.status import Status
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.fax_facts import facts_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate

PESTERING_MS = 2000
"""So often at most links bring the window to the front, or have it say that they are none: a page can open
one after the other."""


class LinkOffer(QObject):
    """Puts them on the list, selects them, and asks by a banner that takes no word away from who writes one.

    At most MOST_FAXES wait for an answer. What comes beyond that is not even listed.
    """

    def __init__(self, window: MainWindow, controller: Controller) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._board = controller.board
        self._asked_about: dict[FaxId, None] = {}
        self._shown = ""
        self._since = {"front": QElapsedTimer(), "no link": QElapsedTimer(), "too many": QElapsedTimer()}
        for change in (controller.faxes_changed, controller.faxes_removed, controller.pause_changed):
            change.connect(self._show)
        window.notices.stop_linked_pressed.connect(self._stop)
        window.notices.leave_linked_pressed.connect(self._leave)
        window.notices.retranslated.connect(self._show)

    def take(self, fax_ids: Sequence[FaxId]) -> None:
        """Ask about these too: many links are one question."""
        if not fax_ids:
            return
        waiting = self._waiting()
        if len({*waiting, *fax_ids}) > MOST_FAXES:
            self._tell_of_too_many()
            return
        is_writing = _is_written_in(QApplication.focusWidget())
        self._window.add_text(" ".join(fax_ids))
        self._asked_about = dict.fromkeys((*waiting, *fax_ids))
        self._show()
        if self._shown and not is_writing:
            # Enter or Space in the list would stop what is selected there now, and nobody has looked at it.
            self._window.notices.go_to_leave_linked()

    def take_link(self, link: str) -> None:
        """Ask about what a link points at; say so where it is none. The window comes to the front."""
        if not self._was_lately("front"):
            self._window.come_to_front()
        try:
            self.take(parse_link(link))
        except ValueError:
            self._tell_of_none()

    @Slot()
    def _show(self) -> None:
        waiting = self._waiting() if self._asked_about else []
        words = self._words(waiting) if waiting else ""
        if words != self._shown:
            self._shown = words
            self._window.notices.show_linked(words, len(waiting))

    def _tell_of_none(self) -> None:
        if not self._was_lately("no link"):
            self._window.notices.tell(
                translate(
                    "LinkOffer",
                    "A link was opened that is not for this program: nothing was added to the list.",
                )
            )

    def _tell_of_too_many(self) -> None:
        if not self._was_lately("too many"):
            self._window.notices.tell(
                translate(
                    "LinkOffer",
                    "More links were opened than can be asked about at once: the last ones were left out.",
                )
            )

    def _was_lately(self, what: str) -> bool:
        since = self._since[what]
        if since.isValid() and not since.hasExpired(PESTERING_MS):
            return True
        since.start()
        return False

    def _waiting(self) -> list[FaxId]:
        board = self._board
        return [
            fax_id
            for fax_id in self._asked_about
            if fax_id in board and board.status(fax_id) is Status.WAITING
        ]

    def _words(self, fax_ids: list[FaxId]) -> str:
        several = counted("LinkOffer", "A link points at %Ln faxes.", "A link points at 1 fax.", len(fax_ids))
        if len(fax_ids) > 1:
            return f"{several} {', '.join(fax_ids)}"
        [fax_id] = fax_ids
        points = translate("LinkOffer", "A link points at fax {0}. Is this the one that must not go out?")
        return f"{points.format(fax_id)}\n{self._known_of(self._board.fax(fax_id))}"

    def _known_of(self, fax: FaxRecord) -> str:
        if fax.details and fax.details.status is SentStatus.UNKNOWN:
            return translate("LinkOffer", "SRFax does not know a fax with this ID.")
        facts = facts_words(fax.details, self._board.account)
        return facts or translate("LinkOffer", "SRFax’s lists have not told of it.")

    @Slot()
    def _stop(self) -> None:
        waiting = self._waiting()
        self._asked_about.clear()
        self._window.ask_to_stop(waiting)
        self._show()

    @Slot()
    def _leave(self) -> None:
        self._asked_about.clear()
        self._show()


def _is_written_in(widget: QWidget | None) -> bool:
    """Whether keys write words there: none of them stops a fax."""
    return isinstance(widget, QLineEdit | QPlainTextEdit)
