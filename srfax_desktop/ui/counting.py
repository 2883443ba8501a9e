# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Sentences that count something, in the plural forms that each language has."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def counted(context: str, many: str, one: str, count: int) -> str:
    """Return the sentence about `count` things in the present language.

    many: the English plural, with `%Ln` for the count. one: the English singular, which the translator
    sees as a comment, and the user where there is no translation. All but the count are literals.
    """
    words = QCoreApplication.translate(context, many, one, count)
    return one if count == 1 and words == many.replace("%Ln", "1") else words
