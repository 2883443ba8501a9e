# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A link holds fax IDs, or nothing at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.fax_link import MOST_FAXES, parse_link

MANY = ",".join(str(31524000 + number) for number in range(MOST_FAXES))


@pytest.mark.parametrize(
    ("link", "fax_ids"),
    [
        ("srfax-desktop:31524120", ("31524120",)),
        ("srfax-desktop://31524120/", ("31524120",)),
        ("srfax-desktop://31524120", ("31524120",)),
        ("SRFax-Desktop:31524120", ("31524120",)),
        ("srfax-desktop:31524120,31524121", ("31524120", "31524121")),
        ("srfax-desktop:31524120%2C31524121", ("31524120", "31524121")),
        ("srfax-desktop:%33%31524120", ("31524120",)),
        ("srfax-desktop:31524120,31524120", ("31524120",)),
        (f"srfax-desktop:{MANY}", tuple(MANY.split(","))),
    ],
)
def test_fax_ids_are_taken(link: str, fax_ids: tuple[str, ...]) -> None:
    assert parse_link(link) == fax_ids


@pytest.mark.parametrize(
    "link",
    [
        "",
        "31524120",
        "srfax-desktop",
        "srfax-desktop:",
        "srfax-desktop:0",
        "srfax-desktop:--endpoint=https://x.example/",
        "srfax-desktop:31524120 --practice",
        "srfax-desktop:31524120%20--practice",
        "srfax-desktop:31524120/../1",
        "srfax-desktop:31524120?stop=1",
        "srfax-desktop:31524120#x",
        "srfax-desktop:31524120\n31524121",
        "srfax-desktop:31524120%0A31524121",
        "srfax-desktop:٣١",
        "srfax-desktop:%D9%A3",
        "srfax-desktop:stop",
        "srfax-desktop:$(id)",
        "javascript:31524120",
        "https://31524120/",
        "srfax-desktop://user@31524120/",
        f"srfax-desktop:{MANY},1",
        "srfax-desktop:" + "1" * 10_000,
        "srfax-desktop:" + "1," * 10_000,
    ],
)
def test_anything_else_is_refused_without_a_word_of_it(link: str) -> None:
    with pytest.raises(ValueError, match=r"\A\Z"):
        parse_link(link)


@given(st.text(max_size=60))
def test_whatever_is_taken_is_digits(rest: str) -> None:
    try:
        found = parse_link(f"srfax-desktop:{rest}")
    except ValueError:
        return
    assert found
    assert all(fax_id.isascii() and fax_id.isdigit() for fax_id in found)
