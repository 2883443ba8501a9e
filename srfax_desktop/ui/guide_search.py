# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Looks for words in a text as a person does: capitals and accents make no difference."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2029": " "}
)


def fold(text: str) -> str:
    """Return a text in which what is read alike is written alike. Each character stays in its place."""
    return "".join(_fold(letter) for letter in text.translate(_APOSTROPHES))


def places(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return the position and length of each place where `wanted` stands, none where it is blank."""
    words = fold(wanted.strip())
    if not words:
        return []
    folded, found = fold(text), []
    at = folded.find(words)
    while at >= 0:
        found.append((at, len(words)))
        at = folded.find(words, at + len(words))
    return found


def _fold(letter: str) -> str:
    lower = unicodedata.normalize("NFD", letter)[0].lower()
    return lower if len(lower) == 1 else letter
