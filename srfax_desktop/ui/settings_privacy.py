# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about privacy: what is hidden, what is kept, and what others may see on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from srfax_desktop.ui.history_words import keep_words
from srfax_desktop.ui.pick import Pick
from srfax_desktop.ui.retention_choice import CHOICES
from srfax_desktop.ui.settings_page import SettingsPage, call, explain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.settings_values import SettingsValues

translate = QCoreApplication.translate


class PrivacyPage(SettingsPage):
    """Whether fewer days of the history are to be kept is asked about when the dialog is left with OK."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mask = QCheckBox()
        self._form.addRow(self._mask)
        self._mask_note = self._note()
        self.retention = Pick(CHOICES, keep_words)
        self._retention_label = self._row(self.retention)
        self._retention_note = self._note()
        self._notify = QCheckBox()
        self._form.addRow(self._notify)
        self._numbers = QCheckBox()
        self._form.addRow(self._numbers)
        self._numbers_note = self._note()
        self._notify.toggled.connect(self._numbers.setEnabled)

    def title(self) -> str:
        """Return what the page is about."""
        return translate("PrivacyPage", "Privacy")

    def show_values(self, values: SettingsValues) -> None:
        """Show these."""
        self._mask.setChecked(values.mask_numbers)
        self.retention.show_value(values.retention_days)
        self._notify.setChecked(values.notify)
        self._numbers.setChecked(values.notify_numbers)
        self._numbers.setEnabled(values.notify)

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` with what this page says in them."""
        return replace(
            values,
            mask_numbers=self._mask.isChecked(),
            retention_days=self.retention.value,
            notify=self._notify.isChecked(),
            notify_numbers=self._numbers.isChecked(),
        )

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self._mask.setText(translate("PrivacyPage", "&Mask fax numbers in records and exports"))
        explain(
            self._mask_note,
            translate(
                "PrivacyPage", "Only the last four digits are shown, unless you ask for all of them there."
            ),
            self._mask,
        )
        call(self._retention_label, self.retention, translate("PrivacyPage", "&Keep the history"))
        explain(
            self._retention_note,
            translate(
                "PrivacyPage",
                "Older lines are removed for good. You are asked to confirm before the first removal.",
            ),
            self.retention,
        )
        self._notify.setText(translate("PrivacyPage", "&Notify me while the window is not in front"))
        self._numbers.setText(translate("PrivacyPage", "Say &which fax it is"))
        explain(
            self._numbers_note,
            translate(
                "PrivacyPage",
                "Shows its ID and the last digits of its number. Anyone who passes the screen can read them.",
            ),
            self._numbers,
        )
        self.retention.retranslate()
