# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A language that nobody speaks: English with accents, in brackets, and 40 % longer."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QTranslator

LONGER = 0.4

_ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñöüýÁÇÉÍÑÖÜÝ")
_KEPT = re.compile(r"(\{[0-9]?\}|%L?n|&\w|\*\.\w+)")


def pseudo(words: str) -> str:
    """Return words as this language has them: what is filled in, and the letter for Alt, stay."""
    pieces = _KEPT.split(words)
    accented = "".join(piece if at % 2 else piece.translate(_ACCENTED) for at, piece in enumerate(pieces))
    return f"[{accented}{' ~' * ceil(max(0, len(words) * LONGER - 2) / 2)}]"


class PseudoLocale(QTranslator):
    """Translates everything of the program's; a count is filled in as Qt does."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        """Return a sentence in this language."""
        return pseudo(source)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something in it."""
        return False
