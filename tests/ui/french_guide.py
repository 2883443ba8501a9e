# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes what the catalogue has in French for each message and status into the French guide.

python -m tests.ui.french_guide

The rows of both guides stand in the same order. It ends by naming the words on buttons that the French
guide does not have as the catalogue has them: these stand in the middle of sentences.
"""

from __future__ import annotations

import re
import sys

from srfax_desktop.ui.guide_files import GUIDES
from tests.ui.sentences import DOCS, catalogue, guide, sentences, shown

ENGLISH, FRENCH = GUIDES


def in_french(words: str) -> str | None:
    """Return what the catalogue has for words as the guide shows them: `…` stands for what is put in."""
    known = catalogue()
    for each in sentences():
        if shown(each.words) == words and (found := known.get((each.context, each.words))):
            return re.sub(r"\{\d+\}|%L?n", "…", found)
    return None


def labels_missing() -> list[tuple[str, str]]:
    """Return the words on buttons that the English guide names and the French one does not, in both."""
    labels = {}
    for each in sentences():
        if words := catalogue().get((each.context, each.words)):
            labels[each.words.replace("&", "")] = words.replace("&", "")
    spans = set(re.findall(r"`([^`\n]+)`", guide(ENGLISH)))
    there = {shown(span) for span in re.findall(r"`([^`\n]+)`", guide(FRENCH))}
    return sorted(
        (label, words) for label, words in labels.items() if label in spans and shown(words) not in there
    )


def aligned() -> str:
    """Return the French guide with the catalogue's words."""
    rows = [line for line in guide(ENGLISH).splitlines() if line.startswith("|")]
    lines = guide(FRENCH).splitlines()
    places = [at for at, line in enumerate(lines) if line.startswith("|")]
    for at, row in zip(places, rows, strict=False):
        lines[at] = _row(lines[at], row)
    return "\n".join(lines) + "\n"


def _row(line: str, english: str) -> str:
    first, others = line.strip("|").split(" | ", 1) if " | " in line else (line.strip("|"), "")
    cell = english.strip("|").split(" | ", 1)[0].strip()
    if words := in_french(shown(cell)):
        return f"| {words} | {others}|"
    said = re.findall(r"\*\*([^*]*)\*\*", cell)
    if not cell.startswith("<a id=") or not said:
        return line
    for before, words in zip(re.findall(r"\*\*([^*]*)\*\*", first), said, strict=True):
        told = in_french(shown(words).replace("7 s", "…")) or before
        first = first.replace(f"**{before}**", f"**{told.replace('…', '7 s') if '7 s' in words else told}**")
    return f"|{first} | {others}|"


if __name__ == "__main__":
    (DOCS / FRENCH).write_text(aligned(), "utf-8")
    for label, words in labels_missing():
        sys.stdout.write(f"`{label}` is `{words}`\n")
