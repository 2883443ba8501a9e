# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about trying again: when, and until when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.messages import duration
from srfax_desktop.ui.pick import Pick
from srfax_desktop.ui.settings_page import SettingsPage, call, explain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.settings_values import SettingsValues

translate = QCoreApplication.translate

WAITS_S = (5.0, 10.0, 15.0, 20.0, 30.0, 60.0)
ENDS_S = (120.0, 300.0, 900.0, 1800.0, 3600.0, 14400.0, None)
"""Seconds; None: never."""
MOST_WORKERS = 8

_WAITS_OF = (StopOutcome.CONVERTING, StopOutcome.NOT_FOUND)
_ENDS_OF = {
    StopOutcome.CONVERTING: (StopOutcome.CONVERTING,),
    StopOutcome.NOT_FOUND: (StopOutcome.NOT_FOUND,),
    StopOutcome.SERVICE_FAULT: (StopOutcome.SERVICE_FAULT, StopOutcome.TIMED_OUT),
    StopOutcome.UNREACHABLE: (StopOutcome.UNREACHABLE,),
}
"""What is given up after the same time stands together."""


class TryingPage(SettingsPage):
    """A rule with more in it than is shown keeps the rest, and all of it while its field is left alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._automatic = QCheckBox()
        self._form.addRow(self._automatic)
        self._intro = self._note()
        self._waits = {outcome: Pick(WAITS_S, _wait_words) for outcome in _WAITS_OF}
        self._ends = {outcome: Pick(ENDS_S, _end_words) for outcome in _ENDS_OF}
        self._wait_labels, self._end_labels = {}, {}
        for outcome, end in self._ends.items():
            if outcome in self._waits:
                self._wait_labels[outcome] = self._row(self._waits[outcome])
            self._end_labels[outcome] = self._row(end)
        self._workers = Pick(range(1, MOST_WORKERS + 1), str)
        self._workers_label = self._row(self._workers)

    def title(self) -> str:
        """Return what the page is about."""
        return translate("TryingPage", "Trying again")

    def show_values(self, values: SettingsValues) -> None:
        """Show these."""
        self._automatic.setChecked(values.automatic_retry)
        for outcome, wait in self._waits.items():
            wait.show_value(_first_wait(values, outcome))
        for outcome, end in self._ends.items():
            end.show_value(values.retry_rules[outcome].give_up_after_s)
        self._workers.show_value(values.workers)

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` with what this page says in them."""
        for outcome, wait in self._waits.items():
            if wait.value != _first_wait(values, outcome):
                values = values.with_rule(outcome, waits_s=(wait.value,) if wait.value else ())
        for outcome, end in self._ends.items():
            if end.value != values.retry_rules[outcome].give_up_after_s:
                for alike in _ENDS_OF[outcome]:
                    values = values.with_rule(alike, give_up_after_s=end.value)
        return replace(values, automatic_retry=self._automatic.isChecked(), workers=int(self._workers.value))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self._automatic.setText(translate("TryingPage", "&Try again automatically when a countdown ends"))
        explain(
            self._intro,
            translate(
                "TryingPage",
                "SRFax asks to wait 10 s while it converts a fax, and 5 s when it does not "
                "find one. A fax that is given up is shown as “Not confirmed”, never as "
                "“Stopped”.",
            ),
            self._automatic,
        )
        wait_words = {
            StopOutcome.CONVERTING: translate("TryingPage", "SRFax is converting the fax: try again after"),
            StopOutcome.NOT_FOUND: translate("TryingPage", "SRFax does not find the fax: try again after"),
        }
        end_words = {
            StopOutcome.CONVERTING: translate("TryingPage", "SRFax is converting the fax: give up after"),
            StopOutcome.NOT_FOUND: translate("TryingPage", "SRFax does not find the fax: give up after"),
            StopOutcome.SERVICE_FAULT: translate(
                "TryingPage", "SRFax does not answer, or has a fault: give up after"
            ),
            StopOutcome.UNREACHABLE: translate("TryingPage", "SRFax cannot be reached: give up after"),
        }
        for outcome, wait_label in self._wait_labels.items():
            call(wait_label, self._waits[outcome], wait_words[outcome])
        for outcome, end_label in self._end_labels.items():
            call(end_label, self._ends[outcome], end_words[outcome])
        call(self._workers_label, self._workers, translate("TryingPage", "Faxes handled at the same time"))
        for wait in self._waits.values():
            wait.retranslate()
        for end in self._ends.values():
            end.retranslate()


def _first_wait(values: SettingsValues, outcome: StopOutcome) -> float:
    """Return the seconds before the first second try; 0 where it is tried again by hand only."""
    waits_s = values.retry_rules[outcome].waits_s
    return float(waits_s[0]) if waits_s else 0.0


def _wait_words(seconds: float) -> str:
    return duration(seconds) if seconds else translate("TryingPage", "only by hand")


def _end_words(seconds: float | None) -> str:
    return translate("TryingPage", "never") if seconds is None else duration(seconds)
