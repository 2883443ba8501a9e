# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A language that nobody speaks, longer than English and full of accents: what has no room for it is seen."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTranslator

_ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñöüÿÁÇÉÍÑÖÜÝ")
_KEPT = re.compile(r"(\{[^}]*\}|%n|&.|\([^)]*\))")
_MORE = 0.35
"""So much longer than English are French and German, as a rule."""


class PseudoLanguage(QTranslator):
    """Translates everything. Placeholders, and letters that are keys, stay as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something in it: Qt asks nobody who is empty."""
        return False

    def translate(
        self,
        context: bytes | str,  # noqa: ARG002 - Qt's own signature
        source: bytes | str,
        disambiguation: bytes | str | None = None,  # noqa: ARG002
        n: int = -1,
    ) -> str:
        """Return `source`, longer and accented."""
        text = source.decode() if isinstance(source, bytes) else source
        return pseudo(text.replace("%Ln", str(n)) if n >= 0 else text)


def pseudo(text: str) -> str:
    """Return `text` in that language."""
    if not text.strip():
        return text
    pieces = _KEPT.split(text)
    pieces[::2] = [piece.translate(_ACCENTED) for piece in pieces[::2]]
    return "".join(pieces) + "~" * max(1, round(len(text) * _MORE))
