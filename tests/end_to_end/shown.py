# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the window says, read from its own widgets, inside of the program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_table import FaxTable
from srfax_desktop.ui.main_window import MainWindow
from srfax_desktop.ui.notice_board import NoticeBoard
from srfax_desktop.ui.sign_in_dialog import SignInDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound="QWidget")


def shown() -> dict[str, object]:
    """Return what each fax's row says (its status, and what SRFax said), and the lines above the table."""
    window = _visible(MainWindow)
    if window is None:
        return {}
    model = next(iter(window.findChildren(FaxTable))).model()
    rows = {}
    for row in range(model.rowCount()):
        fax_id, status, said = (
            model.index(row, column).data() for column in (Column.FAX_ID, Column.STATUS, Column.SAID)
        )
        rows[fax_id] = [status, said]
    board = next(iter(window.findChildren(NoticeBoard)))
    lines = [label.text() for label in board.findChildren(QLabel) if label.isVisible()]
    return {"rows": rows, "lines": [line for line in lines if line]}


def fill_sign_in(account: str) -> bool:
    """Sign in where the dialog asks for it, with the first line of standard input; return whether it did."""
    dialog = _visible(SignInDialog)
    if dialog is None:
        return False
    _named(dialog, QLineEdit, "Account number").setText(account)
    _named(dialog, QLineEdit, "Password").setText(sys.stdin.readline().rstrip("\n"))
    _named(dialog, QCheckBox, "Remember on this computer").setChecked(False)
    _named(dialog, QPushButton, "Sign in").click()
    return True


def _visible(kind: type[W]) -> W | None:
    windows = QApplication.topLevelWidgets()
    return next((each for each in windows if isinstance(each, kind) and each.isVisible()), None)


def _named(dialog: QWidget, kind: type[W], name: str) -> W:
    def name_of(widget: W) -> str:
        return widget.accessibleName() or (widget.text() if isinstance(widget, QCheckBox) else "")

    return next(each for each in dialog.findChildren(kind) if name_of(each).replace("&", "") == name)
