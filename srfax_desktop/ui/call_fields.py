# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Three fields for what is written down about a call. Nothing typed is lost, or lands with another fax."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.ui.local_time import moment_to_the_minute

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.fax import FaxRecord

translate = QCoreApplication.translate

PAUSE_MS = 600
"""Whoever types no more for so long has come to a stop, and what was typed is handed over."""

_NOTES_LINES = 2.5
_TEXT_TOP = 7  # of the first line within its field


def _utc_now() -> datetime:
    return datetime.now(UTC)


class CallFields(QWidget):
    """Hands over what was typed when the typing pauses, and at once where the fax or the focus changes."""

    notes_changed = Signal(str, object)  # FaxId, CallNotes

    def __init__(self, now: Callable[[], datetime] = _utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._fax: FaxRecord | None = None
        self._known = CallNotes()  # what the fax has, or was handed over for it
        self._seen: list[CallNotes] = []  # all that it has had, and that was handed over for it
        self._spoke_to = QLineEdit()
        self._when = QLineEdit()
        self._now_button = QPushButton()
        self._now_button.setStyleSheet("padding: 0.25em 0.8em; min-height: 1em;")  # no higher than its field
        self._notes = QPlainTextEdit()
        self._notes.setTabChangesFocus(True)
        self._labels = (QLabel(), QLabel(), QLabel())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._hand_over)
        self._lay_out()
        self._now_button.clicked.connect(self._fill_in_now)
        for field in (self._spoke_to, self._when, self._notes):
            field.textChanged.connect(self._pause.start)
            field.installEventFilter(self)
        self.retranslate()

    def show_fax(self, fax: FaxRecord | None) -> None:
        """Show what was written down for this fax. What is being typed for it stays as it is."""
        came = (fax.notes if fax else None) or CallNotes()
        if _same(fax, self._fax):
            if came in self._seen or self._typed() != self._known:
                return  # an echo of what was typed here, or something that is being typed over
        else:
            self.flush()
            self._seen = []
        self._fax = fax
        self.setEnabled(fax is not None)
        self._seen.append(came)
        self._fill(came)

    @Slot()
    def flush(self) -> None:
        """Hand over what was typed, with what an input method has not let go of yet."""
        if any(field.hasFocus() for field in (self._spoke_to, self._when, self._notes)):
            QGuiApplication.inputMethod().commit()
        self._hand_over()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for label, field, name in (
            (self._labels[0], self._spoke_to, translate("CallFields", "Spoke to")),
            (self._labels[1], self._when, translate("CallFields", "When")),
            (self._labels[2], self._notes, translate("CallFields", "Notes")),
        ):
            label.setText(name)
            field.setAccessibleName(name)
        self._now_button.setText(translate("CallFields", "No&w"))
        self._now_button.setAccessibleName(translate("CallFields", "Now"))
        filled = translate("CallFields", "Fill in the present date and time")
        self._now_button.setToolTip(filled)
        self._now_button.setAccessibleDescription(filled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand over what was typed as soon as the keyboard's focus leaves a field."""
        if event.type() is QEvent.Type.FocusOut:
            self._hand_over()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setHorizontalSpacing(8)
        for row, (label, field) in enumerate(
            zip(self._labels, (self._spoke_to, self._when, self._notes), strict=True)
        ):
            label.setBuddy(field)
            label.setContentsMargins(0, _TEXT_TOP if field is self._notes else 0, 0, 0)
            top = Qt.AlignmentFlag.AlignTop if field is self._notes else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, row, 0, top)
            grid.addWidget(field, row, 1, 1, 1 if field is self._when else 2)
            if field is self._when:
                grid.addWidget(self._now_button, row, 2)  # here: the Tab key comes by in this order
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        # Qt would have it ten lines high, and everything above it scrolled away.
        self._notes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._notes.setMinimumHeight(round(_NOTES_LINES * self._notes.fontMetrics().lineSpacing()))

    def _typed(self) -> CallNotes:
        return CallNotes(self._spoke_to.text(), self._when.text(), self._notes.toPlainText())

    def _fill(self, notes: CallNotes) -> None:
        self._known = notes
        for field, text in ((self._spoke_to, notes.spoke_to), (self._when, notes.when)):
            field.setText(text)
            field.home(False)
        self._notes.setPlainText(notes.notes)
        self._pause.stop()

    @Slot()
    def _fill_in_now(self) -> None:
        self._when.selectAll()
        self._when.insert(moment_to_the_minute(self._now()))  # what stood there can be brought back
        self._hand_over()

    @Slot()
    def _hand_over(self) -> None:
        self._pause.stop()
        typed = self._typed()
        if self._fax and typed != self._known:
            self._known = typed
            self._seen.append(typed)
            self.notes_changed.emit(self._fax.fax_id, typed)


def _same(one: FaxRecord | None, other: FaxRecord | None) -> bool:
    """Whether it is the same fax still: one that was taken off the list and put back is another."""
    if one is None or other is None:
        return one is other
    return (one.fax_id, one.added_at) == (other.fax_id, other.added_at)
