# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The columns of the table of faxes: their headings, and which of them can be chosen."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns, from left to right, but for the last."""

    STATUS = 0
    FAX_ID = 1
    TO = 2
    SUBJECT = 3
    QUEUED = 4
    PAGES = 5
    FROM = 6
    SAID = 7
    ATTEMPTS = 8
    ACTION = 9
    ACCOUNT = 10  # stands before SAID; whoever counts the others finds them where they were


OPTIONAL = (
    Column.TO,
    Column.SUBJECT,
    Column.QUEUED,
    Column.PAGES,
    Column.FROM,
    Column.ACCOUNT,
    Column.ATTEMPTS,
)
"""The user chooses whether they are shown. The others always are."""

AT_FIRST = frozenset(Column) - {Column.FROM, Column.ACCOUNT}
"""What is shown until the user chooses. The account shows itself where there are several."""


def heading(column: Column) -> str:
    """Return what stands above a column."""
    return {
        Column.STATUS: translate("columns", "Status"),
        Column.FAX_ID: translate("columns", "Fax ID"),
        Column.TO: translate("columns", "To"),
        Column.SUBJECT: translate("columns", "Subject"),
        Column.QUEUED: translate("columns", "Queued"),
        Column.PAGES: translate("columns", "Pages"),
        Column.FROM: translate("columns", "From"),
        Column.ACCOUNT: translate("columns", "Account"),
        Column.SAID: translate("columns", "SRFax said"),
        Column.ATTEMPTS: translate("columns", "Attempts"),
        Column.ACTION: translate("columns", "What you can do"),
    }[column]
