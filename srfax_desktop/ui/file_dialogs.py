# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Dialogs that ask for a file: the system's own where it has one, else Qt's, in the program's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def save_dialog(parent: QWidget, title: str, path: str, kind: str) -> QFileDialog:
    """Return a dialog that asks where to save, not yet open; whether to replace a file, it asks by itself.

    path: what it proposes. kind: a filter such as `PDF files (*.pdf)`.
    """
    proposed = QFileInfo(path)
    dialog = QFileDialog(parent, title, proposed.path(), kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix())
    dialog.selectFile(proposed.fileName())
    label_fields(dialog)
    return dialog


def label_fields(dialog: QFileDialog) -> None:
    """Say what its fields are for. Whether it opens or saves must be set before.

    Qt asks its translations for other words than its French ones have, and shows English ones.
    """
    saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.setLabelText(
        QFileDialog.DialogLabel.LookIn,
        translate("FileDialogs", "Save &in:") if saves else translate("FileDialogs", "Look &in:"),
    )
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, translate("FileDialogs", "File &name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("FileDialogs", "File &type:"))
