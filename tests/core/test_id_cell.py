# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One cell, one line: the ID in it, or what stands there instead."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.id_cell import looks_like_id, looks_like_phone, read_cell, read_line
from srfax_desktop.core.import_report import LineReason as Why

ID = "31524120"


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (ID, ID),
        (f" {ID}\u00a0", ID),
        (f"'{ID}", ID),
        (f"«{ID}»", ID),
        (f"#{ID}", ID),
        (f'="{ID}"', ID),
        (f'=" {ID} "', ID),
        (f"x_0|{ID}", ID),
        (f"letter to Smith|{ID}", ID),
        (f"page 3 of 4|{ID}", ID),
        ("7", "7"),
        ("", Why.NO_ID),
        (" \t", Why.NO_ID),
        ('=""', Why.NO_ID),
        (f"stop 31524121|{ID}", Why.NOT_AN_ID),
        (f"31524121|{ID}", Why.SEVERAL_NUMBERS),
        (f"{ID} 31524121", Why.SEVERAL_NUMBERS),
        (f"{ID}/31524121", Why.SEVERAL_NUMBERS),
        ("604 555 0123", Why.SEVERAL_NUMBERS),
        ("+1 (604) 555-0123", Why.SEVERAL_NUMBERS),
        ("31\u202f524\u202f120", Why.SEVERAL_NUMBERS),
        ("31,524,120", Why.SEVERAL_NUMBERS),
        ("2026-01-05", Why.SEVERAL_NUMBERS),
        ("3.15E+07", Why.ROUNDED),
        ("3,15E+07", Why.ROUNDED),
        ("3E7", Why.ROUNDED),
        ("3.15e+007", Why.ROUNDED),
        ('"3.15E+07"', Why.ROUNDED),
        ("31524120.0", Why.DECIMAL),
        ("31524120,00", Why.DECIMAL),
        ("31524120.5", Why.DECIMAL),
        ("9" * 21, Why.TOO_MANY_DIGITS),
        ("#######", Why.NOT_AN_ID),
        ("000", Why.NOT_AN_ID),
        ("-31524120", Why.NOT_AN_ID),
        ("31524120a", Why.NOT_AN_ID),
        ("x|", Why.NOT_AN_ID),
        ("٣١٥٢٤١٢٠", Why.NOT_AN_ID),
    ],
)
def test_a_cell(cell: str, read: str) -> None:
    assert read_cell(cell) == read
    assert isinstance(read_cell(cell), Why) is isinstance(read, Why)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("", []),
        (" ,; ", []),
        ("7", ["7"]),
        (f"{ID} x_0|8", [ID, "8"]),
        (f"{ID} 7", [ID, Why.SEVERAL_NUMBERS]),
        (f"{ID} x {ID}", [ID, Why.MORE_THAN_IDS]),
        ("x y", [Why.NOT_AN_ID]),
        (f"{ID} " * 200 + "x " * 200, [ID] * 200 + [Why.MORE_THAN_IDS]),
    ],
)
def test_a_line_ends_with_the_reason_if_there_is_one(line: str, read: list[str]) -> None:
    assert list(read_line(line)) == read


@pytest.mark.parametrize(
    ("cell", "does"), [(ID, True), ("123456", True), ("12345", False), ("x|1", True), ("x", False)]
)
def test_what_looks_like_an_id(cell: str, does: bool) -> None:
    assert looks_like_id(cell) is does


@pytest.mark.parametrize(
    ("number", "does"),
    [
        ("16045550123", True),
        ("6045550123", True),
        ("31524120", False),
        ("1604555012", False),
        ("1767600000", False),
    ],
)
def test_what_looks_like_a_telephone_number(number: str, does: bool) -> None:
    assert looks_like_phone(FaxId(number)) is does
