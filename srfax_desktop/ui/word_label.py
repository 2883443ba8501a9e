# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A label for sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def word_label(look: str = "", words: str = "") -> QLabel:
    """Return a label that wraps its words and takes none of them for HTML.

    look: an object name that the style sheet knows, such as `heading` or `quiet`.
    """
    label = QLabel(words)
    label.setObjectName(look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
