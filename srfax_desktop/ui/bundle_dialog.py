# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Shows to the letter what the support bundle will contain, before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QFileInfo, QSize, QStandardPaths, Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.file_dialogs import save_dialog
from srfax_desktop.ui.room import room_for
from srfax_desktop.ui.saving import SavingError, name_and_folder, save_file
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.bundle import Bundle
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_SIZE = QSize(860, 620)
_NAMES_WIDTH = 230


class BundleDialog(QDialog):
    """It opens at once; what it is to show comes a moment later, through `show_bundle`."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = f"srfax-desktop-support-{today.isoformat()}.zip"
        self._bundle: Bundle | None = None
        self._in_trouble = False
        self._saved = False
        self._about = word_label()
        self._result = word_label()
        self._names = QListWidget()
        self._text = _text_view()
        self._save = QPushButton()
        self._save.setEnabled(False)
        self._save.setDefault(True)
        self._save.clicked.connect(self._ask_where)
        self._cancel = QPushButton()
        self._cancel.clicked.connect(self.reject)
        self._names.currentRowChanged.connect(self._show_text)
        theme.changed.connect(self._recolour)
        self._name_all()
        self._lay_out()
        self._say(translate("BundleDialog", "Gathering what it will contain…"))
        self._cancel.setFocus()

    @Slot(object)
    def show_bundle(self, bundle: Bundle | None) -> None:
        """Show what was gathered; None: it could not be."""
        if bundle is None:
            words = translate(
                "BundleDialog",
                "It could not be put together. “Open the log folder” in the menu shows what it is made of.",
            )
            self._say(words, trouble=True)
            return
        self._bundle = bundle
        self._say("")
        for file in bundle.files:
            self._names.addItem(f"{file.name}  ({_size(len(file.text.encode('utf-8', 'replace')))})")
        self._names.setCurrentRow(0)
        self._save.setEnabled(True)
        self._names.setFocus()

    @Slot(int)
    def _show_text(self, row: int) -> None:
        if self._bundle and row >= 0:
            self._text.setPlainText(self._bundle.files[row].text)

    @Slot()
    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if not QFileInfo.exists(folder):
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        title = translate("BundleDialog", "Save the support bundle")
        kind = translate("BundleDialog", "Zip files (*.zip)")
        dialog = save_dialog(self, title, f"{folder}/{self._name}", kind)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Write what is shown, for its owner only, and say what came of it."""
        if self._bundle is None:
            return
        try:
            save_file(path, self._bundle.packed, private=True)
        except SavingError as error:
            self._say(error.words, trouble=True)
            return
        words = translate("BundleDialog", "Saved as “{0}” in “{1}”. Nothing was sent to anybody.")
        self._say(words.format(*name_and_folder(path)))
        self._saved = True
        self._name_all()
        self._cancel.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()
        super().changeEvent(event)

    def _say(self, words: str, *, trouble: bool = False) -> None:
        self._in_trouble = trouble
        self._recolour()
        self._result.setText(words)
        if words:
            announce(self._result, words, urgent=trouble)

    def _name_all(self) -> None:
        self.setWindowTitle(translate("BundleDialog", "Support bundle"))
        self._about.setText(
            translate(
                "BundleDialog",
                "For whoever looks after this program. It is saved on this computer and sent "
                "to nobody. Left out or hidden: passwords, fax numbers, subjects, file names, "
                "notes, your user name, and all but the last two digits of the account number. "
                "Fax IDs stay in: they are not fax numbers, and no fault can be traced without "
                "them. Everything that will be in it is shown below, word for word.",
            )
        )
        self._names.setAccessibleName(translate("BundleDialog", "Files in the bundle"))
        self._text.setAccessibleName(translate("BundleDialog", "What the file says"))
        self._save.setText(translate("BundleDialog", "&Save…"))
        self._save.setAccessibleName(translate("BundleDialog", "Save…"))
        cancel, close = translate("BundleDialog", "&Cancel"), translate("BundleDialog", "&Close")
        self._cancel.setText(close if self._saved else cancel)
        self._cancel.setAccessibleName(self._cancel.text().replace("&", ""))

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self._names)
        parts.addWidget(self._text)
        parts.setSizes([_NAMES_WIDTH, _SIZE.width() - _NAMES_WIDTH])
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._result, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(parts, 1)
        column.addLayout(row)
        self.resize(_SIZE.boundedTo(room_for(self)))

    @Slot()
    def _recolour(self) -> None:
        colour = self._theme.trouble if self._in_trouble else self._theme.colours.text
        self._result.setStyleSheet(f"color: {colour};")


def _text_view() -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(view.font().pointSizeF())
    view.setFont(font)
    return view


def _size(count: int) -> str:
    kilobytes = max(1, round(count / 1000))
    return translate("BundleDialog", "{0} KB").format(kilobytes)
