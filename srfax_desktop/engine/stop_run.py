# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Stops some faxes without a window: the same engine, and a line for each thing that happens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.outcome import StopOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from srfax_desktop.core.check import FaxCheck
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.checker import Checker
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.trying import AttemptEnded


class ExitStatus(IntEnum):
    """What the process returns to whoever started it."""

    ALL_STOPPED = 0
    NOT_ALL_STOPPED = 1
    WRONG_USAGE = 2
    SIGN_IN_REFUSED = 3


@dataclass(frozen=True, slots=True)
class Final:
    """How it ended with one fax. outcome and result are those of the last answer.

    outcome is None where nothing was tried, because the user interrupted it before; UNRECOGNISED
    where SRFax's lists contradict what it said of the stop.
    check: what they said, None where they were not asked.
    """

    fax_id: FaxId
    attempts: int
    outcome: StopOutcome | None
    result: str | None
    check: FaxCheck | None = None


def exit_status(finals: Sequence[Final]) -> ExitStatus:
    """Return the exit status for how it ended with all of them."""
    outcomes = {final.outcome for final in finals}
    if outcomes <= {StopOutcome.STOPPED}:
        return ExitStatus.ALL_STOPPED
    if StopOutcome.LOGIN_REJECTED in outcomes:
        return ExitStatus.SIGN_IN_REFUSED
    return ExitStatus.NOT_ALL_STOPPED


class StopRun(QObject):
    """One run of `srfax-desktop stop`."""

    over = Signal(int)  # ExitStatus

    def __init__(
        self,
        controller: Controller,
        fax_ids: Sequence[FaxId],
        report: Callable[[AttemptEnded | Final], None],
        checker: Checker | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._fax_ids = dict.fromkeys(fax_ids)
        self._report = report
        self._finals: list[Final] = []
        self._started = False
        self._interrupted = False
        controller.attempt_ended.connect(self._tell_attempt)
        self._checker = checker
        if checker:
            checker.checked.connect(self._tell_final)
            controller.moved_on.connect(self._check_no_more_in_vain)
        else:
            controller.fax_finished.connect(self._tell_final)

    @Slot()
    def start(self) -> None:
        """Ask for all of them to be stopped, unless it was interrupted before."""
        if self._interrupted:
            for fax_id in self._fax_ids:
                self._tell_end(Final(fax_id, 0, None, None))
            return
        self._started = True
        self._controller.add_afresh(self._fax_ids)
        self._controller.ask(self._fax_ids)

    @Slot()
    def interrupt(self) -> None:
        """Stop trying: what is under way still brings its answer."""
        self._interrupted = True
        if self._started:
            if self._checker:
                self._checker.give_up()
            self._controller.end(self._fax_ids)

    @Slot(object)
    def _tell_attempt(self, ended: AttemptEnded) -> None:
        if ended.fax_id in self._fax_ids:
            self._report(ended)

    @Slot(object)
    def _tell_final(self, fax_id: FaxId) -> None:
        if fax_id in self._fax_ids:
            fax = self._controller.board.fax(fax_id)
            contradicted = fax.check is not None and fax.check.verdict is Verdict.CONTRADICTED
            outcome = StopOutcome.UNRECOGNISED if contradicted else fax.outcome
            self._tell_end(Final(fax_id, fax.attempts, outcome, fax.result, fax.check))

    @Slot()
    def _check_no_more_in_vain(self) -> None:
        """Nobody is there to end a pause: what is left to be looked up would wait for ever."""
        board = self._controller.board
        in_vain = board.pause or board.sign_in_refused
        if self._checker and self._started and in_vain and not board.under_way:
            self._checker.give_up()

    def _tell_end(self, final: Final) -> None:
        self._finals.append(final)
        self._report(final)
        if len(self._finals) == len(self._fax_ids):
            self.over.emit(exit_status(self._finals))
