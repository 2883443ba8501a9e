# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which columns find room, and what is kept of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from srfax_desktop.ui.column_fit import Span, fitted
from srfax_desktop.ui.columns import AT_FIRST, OPTIONAL, Column, heading
from srfax_desktop.ui.table_looks import NARROWEST, WIDEST, TableLooks

SPANS: dict[Column, Span] = {
    **{column: Span.fixed(50) for column in (*OPTIONAL, Column.ACTION)},
    Column.STATUS: Span(200, 250, 300),
    Column.FAX_ID: Span.fixed(100),
    Column.SUBJECT: Span(50, 80, 120),
    Column.SAID: Span(100, 150, 999),
}
LEAST = 200 + 100 + 100 + 8 * 50
KEPT = frozenset(Column) - {Column.ACCOUNT}
"""Of the account, only what the user said is kept: it shows itself where there are several."""


def test_with_room_for_all_of_them_nothing_is_left_out() -> None:
    assert set(fitted(SPANS, LEAST)) == set(Column)
    assert sum(fitted(SPANS, LEAST).values()) == LEAST


@pytest.mark.parametrize("room", range(0, 2000, 7))
def test_what_there_is_is_filled_and_what_always_stays_stays(room: int) -> None:
    widths = fitted(SPANS, room)
    assert {Column.STATUS, Column.FAX_ID, Column.ACTION} <= set(widths)
    assert all(SPANS[column].least <= width <= SPANS[column].most for column, width in widths.items())
    least = sum(SPANS[column].least for column in widths if column not in OPTIONAL)
    most = sum(span.most for column, span in SPANS.items() if column in widths or room >= LEAST)
    assert sum(widths.values()) == max(least, min(room, most))


def test_the_number_is_the_last_to_go() -> None:
    gone = [set(Column) - set(fitted(SPANS, LEAST - 50 * steps)) for steps in range(8)]
    order = [next(iter(after - before)) for before, after in pairwise(gone)]
    assert order == [
        Column.ATTEMPTS,
        Column.FROM,
        Column.PAGES,
        Column.SUBJECT,
        Column.QUEUED,
        Column.ACCOUNT,
        Column.TO,
    ]


def test_srfax_s_words_give_way_to_the_number_where_there_is_no_room_for_them() -> None:
    """A piece of them says less than the number, by which a fax is known."""
    always = 200 + 100 + 50
    assert set(fitted(SPANS, always + 100)) == {Column.STATUS, Column.FAX_ID, Column.ACTION, Column.SAID}
    assert set(fitted(SPANS, always + 99)) == {
        Column.STATUS,
        Column.FAX_ID,
        Column.ACTION,
        Column.TO,
    }


def test_what_is_not_chosen_takes_no_room() -> None:
    chosen = dict(SPANS)
    del chosen[Column.TO]
    assert Column.TO not in fitted(chosen, 5000)


def test_the_status_grows_first_then_what_srfax_said() -> None:
    widths = fitted(SPANS, LEAST + 50 + 20)
    assert (widths[Column.STATUS], widths[Column.SAID], widths[Column.SUBJECT]) == (250, 120, 50)
    widths = fitted(SPANS, LEAST + 50 + 50 + 30 + 10)
    assert (widths[Column.STATUS], widths[Column.SAID], widths[Column.SUBJECT]) == (260, 150, 80)


def test_every_column_has_a_heading_of_its_own() -> None:
    assert len({heading(column) for column in Column}) == len(Column)


# What is kept


def test_what_was_kept_comes_back() -> None:
    looks = TableLooks(
        KEPT - {Column.TO, Column.PAGES}, {Column.FAX_ID: 222}, Column.PAGES, descending=False, account=True
    )
    assert TableLooks.of_text(looks.as_text()) == looks
    assert looks.as_text().isascii()
    assert TableLooks.of_text(TableLooks().as_text()) == TableLooks()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "AAAA/wAAAAAAAAABAAAAAQAAAAEBAAAAAAAAAAAAAAAFAAAAAAAAAA==",  # as an older version kept it
        "[]",
        "null",
        "7",
        "[" * 100_000,
        '{"hidden": 7, "widths": [], "sorted_by": 3, "descending": "yes"}',
        '{"account": "yes"}',
        '{"hidden": ["STATUS", "ACTION", "FROM", "NEWS", 7, null], "sorted_by": "NEWS"}',
        '{"widths": {"NEWS": 7, "TO": true, "FAX_ID": "wide", "SAID": null, "STATUS": 1.5}}',
    ],
)
def test_what_makes_no_sense_costs_nothing(text: str) -> None:
    assert TableLooks.of_text(text) == TableLooks()


def test_a_width_is_never_out_of_sight() -> None:
    kept = TableLooks.of_text('{"widths": {"TO": -5, "FAX_ID": 99999}}')
    assert kept.widths == {Column.TO: NARROWEST, Column.FAX_ID: WIDEST}


def test_a_column_that_is_new_is_shown_as_at_first() -> None:
    assert TableLooks.of_text("{}").shown == AT_FIRST
    assert TableLooks.of_text('{"hidden": ["TO"]}').shown == KEPT - {Column.TO}


@pytest.mark.parametrize("said", [True, False, None])
def test_what_the_user_said_of_the_account_is_kept_apart(said: bool | None) -> None:
    looks = TableLooks.of_text(TableLooks(account=said).as_text())
    assert looks.account is said
    assert Column.ACCOUNT not in looks.shown
