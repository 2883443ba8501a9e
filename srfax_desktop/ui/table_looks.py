# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is kept of the looks of the table of faxes from one start to the next."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.ui.columns import AT_FIRST, OPTIONAL, Column

if TYPE_CHECKING:
    from collections.abc import Mapping

NARROWEST, WIDEST = 24, 2000

_KEPT = tuple(column for column in OPTIONAL if column is not Column.ACCOUNT)


class TableLooks(NamedTuple):
    """Columns are kept by name: another version of the program may have others.

    shown: without the column of accounts, which shows itself where there are several; account: whether
    the user wants to see it, None where nothing was said of it.
    widths: in pixels, of those columns that the user made wider or narrower.
    """

    shown: frozenset[Column] = AT_FIRST
    widths: Mapping[Column, int] = MappingProxyType({})
    sorted_by: Column = Column.QUEUED
    descending: bool = True
    account: bool | None = None

    def as_text(self) -> str:
        """Return all of it as one line of ASCII."""
        return json.dumps(
            {
                "hidden": [column.name for column in _KEPT if column not in self.shown],
                "account": self.account,
                "widths": {column.name: width for column, width in self.widths.items()},
                "sorted_by": self.sorted_by.name,
                "descending": self.descending,
            }
        )

    @classmethod
    def of_text(cls, text: str) -> TableLooks:
        """Return what `as_text` wrote. What cannot be read is as at first: it costs nothing."""
        try:
            kept = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(kept, dict):
            return cls()
        hidden, widths = kept.get("hidden"), kept.get("widths")
        sorted_by = _column(kept.get("sorted_by"))
        return cls(
            _shown(hidden) if isinstance(hidden, list) else AT_FIRST,
            _widths(widths) if isinstance(widths, dict) else {},
            Column.QUEUED if sorted_by is None else sorted_by,
            sorted_by is None or kept.get("descending") is True,
            account if isinstance(account := kept.get("account"), bool) else None,
        )


def _column(name: object) -> Column | None:
    return Column.__members__.get(name) if isinstance(name, str) else None


def _shown(hidden: list[object]) -> frozenset[Column]:
    gone = {column for column in map(_column, hidden) if column in OPTIONAL}
    return frozenset(Column) - gone - {Column.ACCOUNT}


def _widths(kept: Mapping[str, object]) -> dict[Column, int]:
    found = {_column(name): width for name, width in kept.items()}
    return {
        column: min(WIDEST, max(NARROWEST, width))
        for column, width in found.items()
        if column is not None and isinstance(width, int) and not isinstance(width, bool)
    }
