# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Incident records as plain text that reads well in a fixed-width font."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.ui.record_words import headline, meaning, sections, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.ui.record_item import Item, Section

_LINE = 100
_WIDEST_LABEL = 28
_TIMES_IN_A_LINE = 3


class Line(NamedTuple):
    """A line. hang: at which column it goes on where it is too long for whoever shows it."""

    text: str
    hang: int = 0


def record_text(records: Sequence[IncidentRecord]) -> str:
    """Return records as plain text; each is set off from the next."""
    return "\n".join(line.text for line in record_lines(records))


def record_lines(records: Sequence[IncidentRecord]) -> list[Line]:
    """Return the same line by line."""
    found: list[Line] = []
    for record in records:
        if found:
            found += [Line(""), Line("#" * _LINE), Line("")]
        found += _lines(record)
    return found


def _lines(record: IncidentRecord) -> Iterator[Line]:
    said = sections(record)
    labels = [item.label for section in said for item in section.items]
    width = min(_WIDEST_LABEL, max(map(len, labels)) + 2)
    head = (title(), "", *_underlined(headline(record), "="), *wrap(meaning(record), _LINE))
    yield from map(Line, head)
    for section in said:
        yield from _section_lines(section, width)
    yield Line("")


def _section_lines(section: Section, width: int) -> Iterator[Line]:
    yield from map(Line, ("", *_underlined(section.heading, "-")))
    for item in section.items:
        for text in _item_text(item, width):
            yield Line(text, width)


def _item_text(item: Item, width: int) -> list[str]:
    starts = range(0, len(item.times), _TIMES_IN_A_LINE)
    times = (", ".join(item.times[at : at + _TIMES_IN_A_LINE]) for at in starts)
    value = [*item.value.splitlines(), *times] or [""]
    labels = [item.label] if len(item.label) < width else [item.label, ""]
    beside = value if len(labels) == 1 else ["", *value]
    return [f"{label:{width}}{line}".rstrip() for label, line in zip_longest(labels, beside, fillvalue="")]


def _underlined(heading: str, line: str) -> tuple[str, str]:
    return heading, line * len(heading)
