# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A page of the dialog of settings: fields with their labels, and words beneath them that explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from srfax_desktop.ui.scrolling import put_into
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from srfax_desktop.ui.settings_values import SettingsValues

_LABEL_WIDTH = 220
"""The longest label has two lines then, in French too."""


class SettingsPage(QScrollArea):
    """Scrolls where there is little room. Each page shows values, and reads its own into them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(4, 4, 12, 4)
        self._form = form = QFormLayout()
        column.addLayout(form)
        column.addStretch(1)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._title = word_label("heading")
        form.addRow(self._title)
        put_into(self, self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it, and it follows them

    def title(self) -> str:
        """Return what the page is about."""
        raise NotImplementedError

    def show_values(self, values: SettingsValues) -> None:
        """Show these."""
        raise NotImplementedError

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` with what this page says in them."""
        raise NotImplementedError

    def trouble(self) -> QWidget | None:
        """Say what is wrong beside its field and return that field; None where nothing is wrong."""
        return None

    def minimumSizeHint(self) -> QSize:
        """Return the width in which nothing is cut; up and down, it can be scrolled."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._sheet.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._title.setText(self.title())

    def _row(self, field: QWidget) -> QLabel:
        """Add a field with a label before it, and return the label."""
        label = word_label()
        label.setBuddy(field)
        label.setMinimumWidth(_LABEL_WIDTH)
        label.setMinimumHeight(field.sizeHint().height())  # one line stands in the middle of its field
        self._form.addRow(label, field)
        return label

    def _note(self) -> QLabel:
        """Add room for words that explain, and return it."""
        note = word_label("quiet")
        self._form.addRow(note)
        return note


def call(label: QLabel, field: QWidget, words: str) -> None:
    """Put a name beside a field, for eyes and for screen readers. `&` before the letter that goes there."""
    label.setText(words)
    field.setAccessibleName(words.replace("&", ""))


def explain(note: QLabel, words: str, *fields: QWidget) -> None:
    """Put words beneath fields that explain them, for eyes and for screen readers."""
    note.setText(words)
    for field in fields:
        field.setAccessibleDescription(words)
