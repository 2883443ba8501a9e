# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about language and colours. Both are shown at once, and go back if the dialog is cancelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot

from srfax_desktop.ui.pick import Pick
from srfax_desktop.ui.settings_page import SettingsPage, call

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.settings_values import SettingsValues

translate = QCoreApplication.translate

LANGUAGES = (None, "en", "fr")
THEMES = ("system", "light", "dark", "contrast")


class LooksPage(SettingsPage):
    """Tells of each choice as it is made."""

    language_chosen = Signal(object)  # code, or None for the system's
    theme_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = Pick[str | None](LANGUAGES, _language_words)
        self._language_label = self._row(self._language)
        self._theme = Pick(THEMES, _theme_words)
        self._theme_label = self._row(self._theme)
        self._language.currentIndexChanged.connect(self._tell_language)
        self._theme.currentIndexChanged.connect(self._tell_theme)

    def title(self) -> str:
        """Return what the page is about."""
        return translate("LooksPage", "Language and colours")

    def show_values(self, values: SettingsValues) -> None:
        """Show these."""
        self._language.show_value(values.language)
        self._theme.show_value(values.theme)

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` with what this page says in them."""
        return replace(values, language=self._language.value, theme=self._theme.value)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        call(self._language_label, self._language, translate("LooksPage", "&Language"))
        call(self._theme_label, self._theme, translate("LooksPage", "&Colours"))
        self._language.retranslate()
        self._theme.retranslate()

    @Slot()
    def _tell_language(self) -> None:
        self.language_chosen.emit(self._language.value)

    @Slot()
    def _tell_theme(self) -> None:
        self.theme_chosen.emit(self._theme.value)


def _language_words(code: str | None) -> str:
    # Each in its own words: whoever cannot read the present one finds the way back.
    return {None: translate("LooksPage", "Same as the system"), "en": "English", "fr": "Français"}[code]


def _theme_words(theme: str) -> str:
    return {
        "system": translate("LooksPage", "Same as the system"),
        "light": translate("LooksPage", "Light"),
        "dark": translate("LooksPage", "Dark"),
        "contrast": translate("LooksPage", "High contrast"),
    }[theme]
