# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The odd ways in which the practice service can answer when asked for a list.

Each takes the answer that it would have given and returns the one that it gives.
"""

from __future__ import annotations

from collections.abc import Callable

from srfax_desktop.srfax.practice_faxes import Answer

Change = Callable[[Answer], Answer]


def refused(text: str = "Invalid Action") -> Change:
    """Refuse the action."""
    return lambda _: Answer("Failed", text)


def instead(result: object) -> Change:
    """Give `result` under Status `Success`: null, a blank text, or whatever else."""
    return lambda _: Answer("Success", result)


NULL = instead(None)
BLANK = instead("")


def odd_rows(answer: Answer) -> Answer:
    """Leave fields out, and give numbers, null, false, texts and lists where other types belong.

    For the queue and the outbox. Every row can still be read but for three that are added, and that
    nobody could read.
    """
    rows = answer.result if isinstance(answer.result, list) else [answer.result]
    odd = [_ODDITIES[at % len(_ODDITIES)](row) for at, row in enumerate(rows)]
    return Answer(answer.status, [*odd, {"ToFaxNumber": "16045550100", "FileName": None}, "row", None])


def _only_the_name(row: dict[str, object]) -> dict[str, object]:
    return {"FileName": row["FileName"]}


def _nothing_known(row: dict[str, object]) -> dict[str, object]:
    return {name: value if name == "FileName" else None for name, value in row.items()}


def _all_false(row: dict[str, object]) -> dict[str, object]:
    return {name: value if name == "FileName" else False for name, value in row.items()}


def _lists(row: dict[str, object]) -> dict[str, object]:
    return {name: value if name == "FileName" else [value] for name, value in row.items()}


def _bare_numbers(row: dict[str, object]) -> dict[str, object]:
    return {
        name: int(value) if isinstance(value, str) and value.isdecimal() else value
        for name, value in row.items()
    }


def _quoted_numbers(row: dict[str, object]) -> dict[str, object]:
    return {name: "" if value is None else str(value) for name, value in row.items()}


_ODDITIES = (_only_the_name, _nothing_known, _all_false, _lists, _bare_numbers, _quoted_numbers)
