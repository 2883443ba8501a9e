# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The language of the window: the system's or a chosen one, changed while the window is open."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from srfax_desktop.ui.resource_path import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

ENGLISH, FRENCH = "en", "fr"

_LANGUAGE = {ENGLISH: QLocale.Language.English, FRENCH: QLocale.Language.French}


def system_language() -> str:
    """Return the first of the system's languages that the program speaks; English where it speaks none."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in _LANGUAGE:
            return code
    return ENGLISH


def locale_of(code: str) -> QLocale:
    """Return how numbers and times are written: as the system does in that language, else as in Canada."""
    system = QLocale.system()
    if system.language() is _LANGUAGE[code]:
        return system
    return QLocale(_LANGUAGE[code], QLocale.Country.Canada)


def translation_files(code: str) -> tuple[str, str]:
    """Return the compiled translations of a language: Qt's own, and the program's.

    Raises FileNotFoundError where the program's is not in this installation.
    """
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return f"{qt}/qtbase_{code}.qm", str(resource_path("i18n", f"srfax_desktop_{code}.qm"))


class Languages(QObject):
    """Installs the translations: the program's own, and Qt's of its buttons and menus.

    Whatever is shown hears of a change by QEvent.LanguageChange; what says only later that which it
    has said already, by `changed`. English is in the program itself, and loads nothing.
    """

    changed = Signal()

    def __init__(self, app: QCoreApplication, find_locale: Callable[[str], QLocale] = locale_of) -> None:
        super().__init__(app)
        self._find_locale = find_locale
        self._installed: list[QTranslator] = []
        self._code = ENGLISH

    @property
    def code(self) -> str:
        """The language that is spoken now: `en` or `fr`."""
        return self._code

    @Slot(object)
    def choose(self, code: str | None) -> None:
        """Speak a language from now on; None: the system's."""
        before = self._code
        self._code = code if code in _LANGUAGE else system_language()
        QLocale.setDefault(self._find_locale(self._code))
        if self._code != before:
            self._install()
        for widget in QApplication.topLevelWidgets():
            widget.setLocale(QLocale())
        self.changed.emit()

    def _install(self) -> None:
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        if self._code == ENGLISH:
            return
        try:
            files = translation_files(self._code)
        except FileNotFoundError as error:
            log.warning("not in this installation, so the window speaks English: %s", error)
            return
        for path in files:
            self._add(path)

    def _add(self, path: str) -> None:
        translator = QTranslator(self)
        if translator.load(path):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
        else:
            log.warning("the translation %s cannot be read", path)
