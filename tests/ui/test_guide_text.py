# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The guide says of the program what the program says of itself, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence

from srfax_desktop.core.status import Status
from srfax_desktop.ui import status_style
from srfax_desktop.ui.guide_desk import CHAPTERS
from srfax_desktop.ui.guide_files import GUIDES, picture_names
from srfax_desktop.ui.keys import KEYS
from srfax_desktop.ui.messages import status_words
from srfax_desktop.ui.status_style import STATUS_STYLE
from tests.ui.french_guide import aligned, labels_missing
from tests.ui.sentences import (
    DOCS,
    HARMLESS,
    Sentence,
    catalogue,
    guide,
    messages,
    sentences,
    shown,
    tables,
    told_problems,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH, FRENCH = GUIDES
COUNTING = (Status.RETRYING, Status.RETRY_LATER, Status.HELD_UNREACHABLE, Status.HELD_BLOCKED)
COLOURS = {
    "GOOD": ("green", "vert"),
    "PARTLY": ("orange", "orange"),
    "BAD": ("red", "rouge"),
    "BUSY": ("blue", "bleu"),
    "CALM": ("grey", "gris"),
    "UNSURE": ("violet", "violet"),
}
NO_BREAK = "\u00a0"


def anchors(name: str) -> list[str]:
    return re.findall(r'<a id="([^"]*)"></a>', guide(name))


def statuses(name: str) -> dict[str, str]:
    """The first cell of each status's row, by its anchor."""
    found = {}
    for table in tables(guide(name)):
        for row in table:
            if anchor := re.match(r'<a id="([a-z_]+)"></a>', row[0]):
                found[anchor[1]] = row[0]
    return found


def in_bold(cell: str) -> list[str]:
    return [shown(words) for words in re.findall(r"\*\*([^*]*)\*\*", cell)]


def test_every_status_has_its_row_with_its_exact_words_and_colour() -> None:
    rows = statuses(ENGLISH)
    assert list(rows) == [status.value for status in Status if status.value in rows]
    tones = {id(getattr(status_style, name)): words for name, words in COLOURS.items()}
    for status in Status:
        said = {status_words(status)} - ({"Retrying", "Can be retried"} if status in COUNTING else set())
        said |= {status_words(status, 7)} if status in COUNTING else set()
        assert set(in_bold(rows[status.value])) == said
        colour = tones[id(STATUS_STYLE[status].tone)][0]
        assert rows[status.value].endswith(f"({colour})")


def test_the_french_guide_has_every_status_too() -> None:
    english, french = statuses(ENGLISH), statuses(FRENCH)
    assert list(french) == list(english)
    colours = dict(COLOURS.values())
    for name, cell in english.items():
        colour = re.findall(r"\((\w+)\)$", cell)[0]
        assert french[name].endswith(f"({colours[colour]})")
        assert len(in_bold(french[name])) == len(in_bold(cell))
    known = {shown(source): shown(words) for (_, source), words in catalogue().items()}
    for name, cell in english.items() if known else ():
        wanted = [
            known[words.replace("7 s", "…")].replace("…", "7 s") if "7 s" in words else known[words]
            for words in in_bold(cell)
        ]
        assert in_bold(french[name]) == wanted


def test_every_problem_that_the_program_tells_of_is_explained() -> None:
    explained = set(messages(guide(ENGLISH)))
    missing = [each.place for each in told_problems() if shown(each.words) not in explained]
    assert not missing


def test_nothing_is_explained_that_the_program_does_not_say() -> None:
    said = {shown(each.words) for each in sentences()}
    assert [words for words in messages(guide(ENGLISH)) if words not in said] == []


def test_every_reason_for_leaving_a_sentence_out_is_needed() -> None:
    places = [each.place for each in sentences()]
    assert [start for start in HARMLESS if not any(place.startswith(start) for place in places)] == []


def test_the_french_guide_explains_the_same_in_the_same_order() -> None:
    english, french = messages(guide(ENGLISH)), messages(guide(FRENCH))
    assert len(french) == len(english)
    wrong = [
        (wanted, words)
        for words, wanted in zip(french, _in_french(english), strict=True)
        if wanted not in (None, words)
    ]
    assert not wrong


def _in_french(english: list[str]) -> Iterator[str | None]:
    """Yield what the catalogue has for each message, None where there is no catalogue."""
    known = catalogue()
    by_words: dict[str, Sentence] = {shown(each.words): each for each in sentences()}
    for words in english:
        each = by_words[words]
        yield shown(known[each.context, each.words]) if known else None


def test_the_french_guide_names_buttons_as_the_program_does() -> None:
    assert labels_missing() == []
    assert aligned() == guide(FRENCH)


@pytest.mark.parametrize("name", GUIDES)
def test_links_lead_to_places_and_pictures_are_there(name: str) -> None:
    text = guide(name)
    places = anchors(name)
    assert len(places) == len(set(places))
    targets = re.findall(r"(?<!!)\[[^]]*]\(([^)]*)\)", text)
    assert targets
    for target in targets:
        assert target.startswith("#"), f"{target} is not in the program"
        assert target[1:] in places
    for picture in picture_names(text):
        assert (DOCS / picture).is_file()


def test_both_languages_have_the_same_places_and_pictures() -> None:
    assert anchors(FRENCH) == anchors(ENGLISH)
    assert picture_names(guide(FRENCH)) == picture_names(guide(ENGLISH))
    assert {status.value for status in Status} < set(anchors(ENGLISH))


def test_every_dialog_has_its_chapter() -> None:
    assert set(CHAPTERS.values()) <= set(anchors(ENGLISH))


def test_every_key_is_in_the_guide() -> None:
    (keys,) = [table for table in tables(guide(ENGLISH)) if table[0][0] == "Key"]
    listed = " ".join(shown(row[0]) for row in keys).replace("Enter", "Return").replace("Delete", "Del")
    for key in KEYS:
        for sequence in key.keys:
            words = (
                QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)
                if isinstance(sequence, str)
                else _portable(sequence)
            )
            assert words in listed


def _portable(key: QKeySequence.StandardKey) -> str:
    return {"Find": "Ctrl+F", "Paste": "Ctrl+V", "Open": "Ctrl+O", "SelectAll": "Ctrl+A"}[key.name]


def test_french_is_written_as_it_is_in_quebec() -> None:
    text = guide(FRENCH)
    prose = re.sub(r"`[^`]*`|\]\([^)]*\)|^\|---.*$", "X", text, flags=re.MULTILINE)
    assert not re.findall(r"\s[;!?](?=\s|$)", prose)
    assert not re.findall(r"[ \n]:(?=\s)", prose)
    assert not re.findall(r"«[^\u00a0]|[^\u00a0]»", prose)
    assert not re.findall(r"\w'\w", prose)
    assert not re.findall(r"\bfax\b|\bemail\b|\btu\b", prose, re.IGNORECASE)
