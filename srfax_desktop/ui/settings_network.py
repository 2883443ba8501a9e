# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about the way to SRFax: the proxy, and how long a request may take."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLineEdit

from srfax_desktop.core.proxy_choice import NONE, SYSTEM, ProxyError, ProxyProblem, parse_proxy
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.messages import duration
from srfax_desktop.ui.pick import Pick
from srfax_desktop.ui.settings_page import SettingsPage, call, explain
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.settings_values import SettingsValues
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

CONNECT_S = (5.0, 10.0, 15.0, 20.0, 30.0)
TOTAL_S = (15.0, 30.0, 45.0, 60.0, 120.0)
"""Seconds."""

_NAMED = "named"


class NetworkPage(SettingsPage):
    """An address that is none is told beside its field, and stays there to be mended."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._proxy = Pick((SYSTEM, NONE, _NAMED), _proxy_words)
        self._proxy_label = self._row(self._proxy)
        self._address = QLineEdit()
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._address.setMaxLength(300)
        self._address_label = self._row(self._address)
        self._trouble = word_label()
        self._form.addRow("", self._trouble)
        self._password_note = self._note()
        self._connect = Pick(CONNECT_S, duration)
        self._connect_label = self._row(self._connect)
        self._total = Pick(TOTAL_S, duration)
        self._total_label = self._row(self._total)
        self._times_note = self._note()
        self._proxy.currentIndexChanged.connect(self._take_kind)
        self._address.textEdited.connect(self._forget_trouble)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._take_kind()

    def title(self) -> str:
        """Return what the page is about."""
        return translate("NetworkPage", "Network")

    def show_values(self, values: SettingsValues) -> None:
        """Show these."""
        named = values.proxy not in (SYSTEM, NONE)
        self._proxy.show_value(_NAMED if named else values.proxy)
        if named:
            self._address.setText(values.proxy)
        self._connect.show_value(values.connect_timeout_s)
        self._total.show_value(values.total_deadline_s)
        self._forget_trouble()

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` with what this page says in them. Raises ProxyError; see `trouble`."""
        kind = self._proxy.value
        return replace(
            values,
            proxy=parse_proxy(self._address.text()) if kind == _NAMED else kind,
            connect_timeout_s=self._connect.value,
            total_deadline_s=self._total.value,
        )

    def trouble(self) -> QWidget | None:
        """Say what is wrong beside its field and return that field; None where nothing is wrong."""
        if self._proxy.value == _NAMED:
            try:
                parse_proxy(self._address.text())
            except ProxyError as error:
                words = proxy_problem_words(error.problem)
                self._trouble.setText(words)
                self._trouble.setVisible(True)
                self._address.setAccessibleDescription(words)
                announce(self._trouble, words, urgent=True)
                return self._address
        return None

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        call(self._proxy_label, self._proxy, translate("NetworkPage", "&Proxy"))
        call(self._address_label, self._address, translate("NetworkPage", "&Address of the proxy"))
        self._address.setPlaceholderText("http://proxy.example:3128")
        explain(
            self._password_note,
            translate(
                "NetworkPage",
                "If the proxy asks for a password: this program stores none. Choose the "
                "system’s proxy, and have whoever looks after your network enter it, with its "
                "password, in the variable HTTPS_PROXY of this computer.",
            ),
            self._proxy,
        )
        call(self._connect_label, self._connect, translate("NetworkPage", "Time limit for a c&onnection"))
        call(self._total_label, self._total, translate("NetworkPage", "Time limit for an ans&wer"))
        explain(
            self._times_note,
            translate(
                "NetworkPage",
                "A request that takes longer is broken off and tried again: whether it arrived "
                "is then not known. Changes on this page apply from the next request.",
            ),
            self._connect,
            self._total,
        )
        for pick in (self._proxy, self._connect, self._total):
            pick.retranslate()
        if not self._trouble.isHidden():
            self.trouble()

    @Slot()
    def _take_kind(self) -> None:
        named = self._proxy.value == _NAMED
        self._address.setEnabled(named)
        self._address_label.setEnabled(named)
        self._forget_trouble()

    @Slot()
    def _forget_trouble(self) -> None:
        self._trouble.clear()
        self._trouble.hide()
        self._address.setAccessibleDescription("")

    @Slot()
    def _recolour(self) -> None:
        self._trouble.setStyleSheet(f"color: {self._theme.trouble};")


def proxy_problem_words(problem: ProxyProblem) -> str:
    """Say what is wrong with what was typed as the address of a proxy."""
    return {
        ProxyProblem.EMPTY: translate("NetworkPage", "Please type the address of the proxy."),
        ProxyProblem.NOT_A_PROXY: translate(
            "NetworkPage", "This is not the address of a proxy. It looks like http://proxy.example:3128."
        ),
        ProxyProblem.HAS_PASSWORD: translate(
            "NetworkPage",
            "No name and password here: they would be stored in the settings, where others "
            "could read them. Leave out everything up to the @.",
        ),
    }[problem]


def _proxy_words(kind: str) -> str:
    return {
        SYSTEM: translate("NetworkPage", "The system’s"),
        NONE: translate("NetworkPage", "None"),
        _NAMED: translate("NetworkPage", "This one:"),
    }[kind]
