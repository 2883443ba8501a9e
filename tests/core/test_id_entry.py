# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What was typed or pasted: every piece of it is accounted for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.fax import FaxId, parse_fax_id
from srfax_desktop.core.id_entry import IdEntry, read_ids


@pytest.mark.parametrize(
    "text",
    [
        "31524120 31524121",
        "31524120,31524121",
        " 31524120;\t31524121 ;",
        "31524120\r\n31524121\n",
        "\ufeff31524120\n31524121",
        '"31524120", "31524121"',
        "#31524120 #31524121",
        "20180101230101-8812-34_0|31524120\n20180101230101-8812-34_1|31524121",
        "a|b|31524120 x|31524121",
    ],
)
def test_ids_are_found_however_they_are_separated(text: str) -> None:
    assert read_ids(text) == IdEntry(fax_ids=(FaxId("31524120"), FaxId("31524121")))


@pytest.mark.parametrize(
    "piece",
    [
        "abc",
        "12a",
        "-5",
        "3.5",
        "0",
        "000",
        "1" * 21,
        "３１５",
        "٣١٥",
        "31524120|31524121",
        '"31524120"|"31524121"',
        "#31524120|#31524121",
        "(31524120)|31524121",
        "12345|",
        "|",
        "|x",
    ],
)
def test_what_is_no_id_is_told_as_it_was_written(piece: str) -> None:
    assert read_ids(f"7 {piece} 8") == IdEntry(fax_ids=(FaxId("7"), FaxId("8")), rejected=(piece,))


def test_repeated_and_listed_ones_are_told() -> None:
    entry = read_ids("1 2 1 3 1", listed={"3"})
    assert entry == IdEntry(fax_ids=("1", "2"), repeated=("1",), listed=("3",))  # type: ignore[arg-type]


def test_an_id_may_be_longer_than_any_machine_integer() -> None:
    assert parse_fax_id("9" * 20) == "9" * 20


@given(st.text(alphabet="0123456789ab|,; \n#\"'|é", max_size=60))
def test_every_piece_is_in_exactly_one_place(text: str) -> None:
    entry = read_ids(text, listed={"1", "2"})
    told = [*entry.fax_ids, *entry.listed, *entry.rejected]
    for piece in re.split(r"[\s,;]+", text):
        if re.search(r"[^\"'“”‘’«»()\[\]<>]", piece):
            assert any(one in piece or piece in entry.rejected for one in told), piece
    assert len(set(entry.fax_ids)) == len(entry.fax_ids)
    assert not set(entry.fax_ids) & set(entry.listed)
    assert set(entry.repeated) <= set(entry.fax_ids)
