# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What helps when something is not clear or does not work: a button with a menu, beside the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence

from srfax_desktop.ui.menu_button import MenuButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class HelpButton(MenuButton):
    """Tells what was chosen. The entries stand in the order in which they are made here."""

    guide_pressed = Signal()
    keys_pressed = Signal()
    updates_pressed = Signal()
    bundle_pressed = Signal()
    log_folder_pressed = Signal()
    about_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = self._entry(self.guide_pressed)
        self._guide.setShortcut(QKeySequence("F1"))
        self._guide.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the window hears it
        self._keys = self._entry(self.keys_pressed)
        self._menu.addSeparator()
        self._bundle = self._entry(self.bundle_pressed)
        self._log_folder = self._entry(self.log_folder_pressed)
        self._menu.addSeparator()
        self._updates = self._entry(self.updates_pressed)
        self._updates.setVisible(False)
        self._about = self._entry(self.about_pressed)
        self.retranslate()

    def offer_updates(self) -> None:
        """Offer the page with newer versions: this program was packed with its address."""
        self._updates.setVisible(True)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setText(translate("HelpButton", "He&lp ▾"))
        self.setAccessibleName(translate("HelpButton", "Help"))
        self._guide.setText(translate("HelpButton", "User’s &guide"))
        self._keys.setText(translate("HelpButton", "&Keys"))
        self._bundle.setText(translate("HelpButton", "&Support bundle…"))
        self._log_folder.setText(translate("HelpButton", "Open the &log folder"))
        self._updates.setText(translate("HelpButton", "Check for &updates"))
        self._about.setText(translate("HelpButton", "&About SRFax Desktop"))

    def _entry(self, pressed: SignalInstance) -> QAction:
        action = QAction(self)
        action.triggered.connect(pressed)
        self._menu.addAction(action)
        return action

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
