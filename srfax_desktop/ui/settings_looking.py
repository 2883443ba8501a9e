# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about looking for queued faxes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.messages import duration
from srfax_desktop.ui.pick import Pick
from srfax_desktop.ui.settings_page import SettingsPage, call, explain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.settings_values import SettingsValues

translate = QCoreApplication.translate

OFTEN_S = (30.0, 60.0, 120.0, 300.0, 600.0, 0.0)
"""Seconds; 0: only when asked."""


MINUTE_S = 60


class LookingPage(SettingsPage):
    """How often the queue is looked at, and whose faxes are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._often = Pick(OFTEN_S, _often_words)
        self._often_label = self._row(self._often)
        self._often_note = self._note()
        self._sub_users = QCheckBox()
        self._form.addRow(self._sub_users)
        self._sub_users_note = self._note()

    def title(self) -> str:
        """Return what the page is about."""
        return translate("LookingPage", "Finding faxes")

    def show_values(self, values: SettingsValues) -> None:
        """Show these."""
        self._often.show_value(values.refresh_s)
        self._sub_users.setChecked(values.include_sub_users)

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` with what this page says in them."""
        return replace(values, refresh_s=self._often.value, include_sub_users=self._sub_users.isChecked())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        call(self._often_label, self._often, translate("LookingPage", "Look for &queued faxes"))
        explain(
            self._often_note,
            translate(
                "LookingPage", "While the window is in view. “Find my queued faxes” works at any time."
            ),
            self._often,
        )
        self._sub_users.setText(translate("LookingPage", "Include the faxes of &sub-users"))
        explain(
            self._sub_users_note,
            translate("LookingPage", "SRFax lists them for the master account only."),
            self._sub_users,
        )
        self._often.retranslate()


def _often_words(seconds: float) -> str:
    if not seconds:
        return translate("LookingPage", "only when I ask")
    if seconds % MINUTE_S:
        return translate("LookingPage", "every {0}").format(duration(seconds))
    return counted("LookingPage", "every %Ln minutes", "every minute", round(seconds / MINUTE_S))
