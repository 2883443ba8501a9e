# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What was copied is worth offering where it is fax IDs and nothing else."""

from __future__ import annotations

import pytest

from srfax_desktop.core.clipboard import LONGEST_CLIP, MOST_IDS, offerable_ids

LISTED = frozenset({"31524199"})
MANY = [str(number) for number in range(31_000_000, 31_000_000 + MOST_IDS)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("31524120", ("31524120",)),
        (" 31524120\r\n", ("31524120",)),
        ("31524120\n31524121\n", ("31524120", "31524121")),
        ("31524120, 31524121; 31524120", ("31524120", "31524121")),
        ("20180101230101-8812-34_0|31524120", ("31524120",)),
        ("x_0|42", ("42",)),
        ("#123456", ("123456",)),
        ("31524199 31524120", ("31524120",)),
        ("\n".join(MANY), tuple(MANY)),
    ],
)
def test_it_is_offered(text: str, offered: tuple[str, ...]) -> None:
    assert offerable_ids(text, LISTED) == offered


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "31524199",
        "12345",
        "123456 12345",
        "31524120 please",
        "Fax 31524120",
        "604 555 0123",
        "16045550123",
        "6045550123",
        "31524120 16045550123",
        "31524120|31524121",
        "3.15E+07",
        "31524120.0",
        "0000000",
        "9" * 21,
        "\n".join([*MANY, "31524120"]),
        "31524120" + " " * LONGEST_CLIP,
    ],
)
def test_it_is_not_offered(text: str) -> None:
    assert offerable_ids(text, LISTED) == ()
