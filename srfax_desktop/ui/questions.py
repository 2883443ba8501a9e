# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The few questions that are asked, each once."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.icons import pixmap
from srfax_desktop.ui.letters import letter_question
from srfax_desktop.ui.trouble_words import cannot_start_words, trouble_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

translate = QCoreApplication.translate

MOST_IDS = 10
ICON_SIZE = 32


class Closing(Enum):
    """What becomes of the program when its window is closed while faxes are being tried."""

    STAY = auto()
    TRAY = auto()  # the window goes, the program goes on
    CLOSE = auto()


def ask_before_stopping_all(parent: QWidget, count: int, hidden: int = 0) -> bool:
    """Ask whether `count` faxes are to be stopped. Enter says yes: whoever asks is in a hurry.

    hidden: so many more could be, but the filter hides them.
    """
    question = counted("questions", "Stop all %Ln faxes?", "Stop 1 fax?", count)
    more = translate("questions", "A stop cannot be undone: a fax that is stopped has to be sent again.")
    if hidden:
        question = counted(
            "questions",
            "Stop the %Ln faxes that the filter shows?",
            "Stop the 1 fax that the filter shows?",
            count,
        )
        left = counted(
            "questions",
            "%Ln more that could be stopped are hidden by the filter and left alone.",
            "1 more that could be stopped is hidden by the filter and left alone.",
            hidden,
        )
        more = f"{left} {more}"
    box = message_box(parent, question, more)
    words = counted("questions", "Stop %Ln faxes", "Stop 1 fax", count)
    yes = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    _add_no(box, translate("questions", "Cancel"))
    box.setDefaultButton(yes)
    letter_question(box)
    box.exec()
    return box.clickedButton() is yes


def ask_before_ending_all(parent: QWidget, count: int, *, unselected: bool = True) -> bool:
    """Ask whether the trying is to end for all `count` faxes. Enter says no.

    unselected: faxes are selected, and it is none of these, which the user may not expect.
    """
    box = message_box(
        parent,
        counted("questions", "Stop trying to stop %Ln faxes?", "Stop trying to stop 1 fax?", count),
        translate(
            "questions",
            "No selected fax is being tried. A fax that is no longer tried may still go out.",
        )
        if unselected
        else translate("questions", "A fax that is no longer tried may still go out."),
    )
    yes = box.addButton(translate("questions", "Stop trying"), QMessageBox.ButtonRole.AcceptRole)
    no = _add_no(box, translate("questions", "Keep trying"))
    box.setDefaultButton(no)
    letter_question(box)
    box.exec()
    return box.clickedButton() is yes


def ask_before_closing(parent: QWidget, count: int, *, tray: bool = False) -> Closing:
    """Ask whether to close although `count` faxes are still being tried. Enter goes on trying.

    tray: whether the program can go on in the system's tray, without its window.
    """
    box = message_box(
        parent,
        counted("questions", "%Ln faxes are still being tried.", "1 fax is still being tried.", count),
        translate(
            "questions",
            "If you close now, nothing is tried until the program is started again; it "
            "then goes on by itself. Until then, pages may go out.",
        ),
    )
    if tray:
        hide = box.addButton(
            translate("questions", "Keep trying in the tray"), QMessageBox.ButtonRole.AcceptRole
        )
        close = box.addButton(
            translate("questions", "Stop trying for now"), QMessageBox.ButtonRole.DestructiveRole
        )
        _add_no(box, translate("questions", "Cancel"))
        box.setDefaultButton(hide)
    else:
        hide = None
        close = box.addButton(translate("questions", "Close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(_add_no(box, translate("questions", "Keep trying")))
    letter_question(box)
    box.exec()
    chosen = box.clickedButton()
    return Closing.CLOSE if chosen is close else Closing.TRAY if hide and chosen is hide else Closing.STAY


def tell_no_answer(fax_ids: Sequence[str]) -> None:
    """Say that the window that is open does not answer, what to do, and which fax IDs it was to take."""
    more = translate(
        "questions",
        "Wait a moment, and start it again. If that does not help, close it with the "
        "tools of your system (Task Manager, Force Quit) and start it again: it goes "
        "on with everything that was asked for.",
    )
    if fax_ids:
        left = translate("questions", "Perhaps not added: {0}.")
        some = ", ".join(fax_ids[:MOST_IDS]) + (", …" if len(fax_ids) > MOST_IDS else "")
        more = f"{more} {left.format(some)}"
    told = translate("questions", "SRFax Desktop is already running, but does not answer.")
    message_box(None, told, more, icon="warning").exec()


def tell_cannot_start() -> None:
    """Tell that there will be no window. Returns when that is read."""
    message_box(None, trouble_heading(), cannot_start_words(), icon="warning").exec()


def message_box(
    parent: QWidget | None, words: str, more: str, *, icon: str = "question", title: str = ""
) -> QMessageBox:
    """Return a box that says or asks something, without its buttons.

    icon: one of the program's own, shown in the colour of the words. title: the program's name, if not given.
    """
    box = QMessageBox(parent)
    colour = box.palette().windowText().color().name()
    box.setIconPixmap(pixmap(icon, colour, ICON_SIZE, box.devicePixelRatioF()))
    box.setWindowTitle(title or translate("questions", "SRFax Desktop"))
    box.setText(words)
    box.setInformativeText(more)
    box.setAccessibleDescription(f"{words} {more}")  # a screen reader may read a box's name and no labels
    return box


def _add_no(box: QMessageBox, words: str) -> QPushButton:
    button = box.addButton(words, QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(button)
    return button
