# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What to do where pages went out, and the fields for what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import FaxState
from srfax_desktop.ui.call_fields import CallFields
from srfax_desktop.ui.scrolling import put_into
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from srfax_desktop.core.fax import FaxRecord

translate = QCoreApplication.translate

_PAGES_WENT = frozenset({FaxState.PARTIALLY_SENT, FaxState.ALREADY_SENT, FaxState.SENT_ANYWAY})
_STEPS = 4


class WhatNow(QScrollArea):
    """Hidden where there is nothing to do and nothing was written down."""

    notes_changed = Signal(str, object)  # FaxId, CallNotes

    def __init__(self, utc_now: Callable[[], datetime] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fax: FaxRecord | None = None
        self._heading = word_label()
        self._heading.setStyleSheet("font-weight: 600;")
        self._guidance = word_label("quiet")
        self._numbers = [word_label("quiet") for _ in range(_STEPS)]
        self._steps = [word_label() for _ in range(_STEPS)]
        self._how_to = QWidget()
        self._page = QWidget()
        self._fields = CallFields(utc_now) if utc_now else CallFields()
        self._fields.notes_changed.connect(self.notes_changed)
        self._lay_out()
        self.retranslate()
        self.show_fax(None)

    def show_fax(self, fax: FaxRecord | None) -> None:
        """Show what concerns this fax, as it is now. What is being typed for it stays as it is."""
        concerned = fax if fax and (pages_may_have_gone(fax) or fax.notes) else None
        self._fax = concerned
        self._fields.show_fax(concerned)
        self._show_steps()
        self.setVisible(concerned is not None)

    @Slot()
    def flush(self) -> None:
        """Hand over at once what was typed: the program is about to close."""
        self._fields.flush()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("WhatNow", "What to do now"))
        self._guidance.setText(translate("WhatNow", "This is guidance, not legal advice."))
        steps = (
            translate("WhatNow", "Call the recipient."),
            translate("WhatNow", "Ask them to destroy the pages and to confirm it."),
            translate("WhatNow", "Write down whom you spoke to, and when."),
            translate("WhatNow", "Tell your privacy officer."),
        )
        for number, (place, label, words) in enumerate(
            zip(self._numbers, self._steps, steps, strict=True), 1
        ):
            place.setText(translate("WhatNow", "{0}.").format(number))
            label.setText(words)
        self._show_steps()

    def sizeHint(self) -> QSize:
        """Return the room in which nothing has to be scrolled."""
        return self._page.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._fields.retranslate()
        super().changeEvent(event)

    def _show_steps(self) -> None:
        steps = self._fax is not None and pages_may_have_gone(self._fax)
        self._how_to.setVisible(steps)
        self._guidance.setVisible(steps)
        if not steps:
            self._heading.setText(translate("WhatNow", "Notes on the call"))
        elif self._fax and self._fax.state in _PAGES_WENT:
            self._heading.setText(translate("WhatNow", "Pages went out: what to do now"))
        else:
            self._heading.setText(translate("WhatNow", "Pages may have gone out: what to do now"))

    def _lay_out(self) -> None:
        steps = QGridLayout(self._how_to)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setVerticalSpacing(0)
        steps.setHorizontalSpacing(6)
        for row, (number, step) in enumerate(zip(self._numbers, self._steps, strict=True)):
            steps.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            steps.addWidget(step, row, 1)
        steps.setColumnStretch(1, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(3)
        column.addWidget(self._heading)
        column.addWidget(self._how_to)
        column.addWidget(self._guidance)
        column.addWidget(self._fields, 1)
        put_into(self, self._page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def pages_may_have_gone(fax: FaxRecord) -> bool:
    """Whether SRFax said that pages went, or its lists contradict its answer to the stop."""
    contradicted = fax.check is not None and fax.check.verdict is Verdict.CONTRADICTED
    return fax.state in _PAGES_WENT or (fax.state is FaxState.NOT_CONFIRMED and contradicted)
