# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A masked number cannot be dialled, and no digit of it is left by accident."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.masking import MASK, SIGN_DIGITS, masked_number, masked_text, signs_of

NUMBER = "16045550123"


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("16045550123", "•••••••0123"),
        ("+1 (604) 555-0123", "+• (•••) •••-0123"),
        ("0123", "••••"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_all_but_the_last_four_digits_are_hidden(number: str, masked: str) -> None:
    assert masked_number(number) == masked


@given(st.text(st.sampled_from("0123456789 -()+"), max_size=30))
def test_at_most_four_digits_are_left(number: str) -> None:
    masked = masked_number(number)
    assert len(masked) == len(number)
    assert sum(letter.isdigit() for letter in masked) <= 4
    assert sum(letter.isdigit() for letter in number) == sum(
        letter.isdigit() or letter == MASK for letter in masked
    )


@pytest.mark.parametrize(
    "written",
    ["16045550123", "6045550123", "+1 (604) 555-0123", "604.555.0123", "604 – 555 – 0123", "604\n555_0123"],
)
def test_a_known_number_is_hidden_in_free_text_however_it_is_grouped(written: str) -> None:
    masked = masked_text(f"Rang {written}; fax 31524120 destroyed", ("16045550123",))
    assert "604" not in masked
    assert "0123" in masked
    assert "31524120" in masked


def test_what_is_not_a_known_number_stays() -> None:
    assert masked_text("fax 31524120, 604 555 0199", ("16045550123",)) == "fax 31524120, 604 555 0199"
    assert masked_text("fax 31524120") == "fax 31524120"


@pytest.mark.parametrize(
    "text",
    [
        "604 555 0123, 10:42",
        "10:41 604 555 0123",
        "31524120 6045550123 31524121",
        "6045550123 604 555 0199",
        "60455501236045550123",
        "555-0123",
        "604 555 01236",
    ],
)
def test_a_known_number_is_hidden_whatever_digits_stand_beside_it(text: str) -> None:
    masked = masked_text(text, (NUMBER,))
    assert "555" not in masked.replace("555 0199", "")
    assert "0123" in masked


def test_each_of_several_numbers_is_hidden() -> None:
    masked = masked_text("6045550123 6045550188", ("16045550123|16045550188",))
    assert masked == "••••••0123 ••••••0188"


def test_what_is_too_short_to_be_told_from_other_digits_stays() -> None:
    assert masked_text("in 2026, 123456 of 555", ("2026", "123456", "555", "", "unknown")) == (
        "in 2026, 123456 of 555"
    )


PIECE = st.from_regex(r"[0-2a][ \-(.•\n]{0,3}", fullmatch=True)


@given(
    st.lists(st.sampled_from("011112"), min_size=7, max_size=12).map("".join),
    st.lists(PIECE, max_size=60).map("".join),
)
def test_no_known_number_is_left_in_any_text(number: str, text: str) -> None:
    masked = masked_text(text, (number,))
    assert len(masked) == len(text)
    assert number[-10:] not in "".join(letter for letter in masked if letter.isalnum() or letter == MASK)


@given(
    st.lists(st.text("0123|- ", max_size=14), max_size=3).map("|".join),
    st.text("0123 -a", max_size=40),
)
def test_a_text_without_the_signs_of_a_number_stays(number: str, text: str) -> None:
    digits = "".join(filter(str.isdecimal, text))
    has_a_sign = any(sign in digits for sign in signs_of(number))
    assert has_a_sign or masked_text(text, (number,)) == text
    assert all(len(sign) == SIGN_DIGITS for sign in signs_of(number))


def test_each_of_several_numbers_has_its_sign() -> None:
    assert signs_of("16045550123|+1 (604) 555-0188, 911") == {"5550123", "5550188"}
