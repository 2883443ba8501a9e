# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about looking for queued faxes. A list that did not come never reads like an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.listing import ListSource
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.messages import outcome_words, reason_words
from srfax_desktop.ui.times import clock_time

if TYPE_CHECKING:
    from srfax_desktop.core.listing import ListAnswer
    from srfax_desktop.engine.find_state import FindState

translate = QCoreApplication.translate


def find_words(state: FindState) -> str:
    """Return how it stands: how many faxes are queued and since when that is known, or why it is not."""
    if state.problem:
        return " ".join(filter(None, (_problem(state.problem), _age(state))))
    if state.at is None:
        return looking_words() if state.busy else ""
    return " ".join(filter(None, (_found(state), _source(state), _unread(state))))


def looking_words() -> str:
    """Say that SRFax is being asked."""
    return translate("find", "Looking for queued faxes…")


def _found(state: FindState) -> str:
    at = clock_time(state.at) if state.at else ""
    if state.queued == 0 and state.unread:
        return translate("find", "The list that SRFax gave at {0} could not be read.").format(at)
    if state.queued == 0:
        return translate("find", "No fax is queued, as of {0}.").format(at)
    words = counted("find", "%Ln faxes are queued, as of {0}.", "1 fax is queued, as of {0}.", state.queued)
    return words.format(at)


def _source(state: FindState) -> str:
    """Say which list was used, where it is not the one that was asked for first."""
    if state.source is not ListSource.OUTBOX:
        return ""
    why = state.refusal.result if state.refusal else None
    return translate(
        "find",
        "SRFax did not give its queue (“{0}”): this is what its outbox of the last two days has in progress.",
    ).format(why or "…")


def _unread(state: FindState) -> str:
    if not state.unread:
        return ""
    return counted(
        "find",
        "%Ln lines of the list could not be read: faxes may be missing here.",
        "1 line of the list could not be read: a fax may be missing here.",
        state.unread,
    )


def _problem(answer: ListAnswer) -> str:
    why = answer.result or (reason_words(answer.reason, answer.http_status) if answer.reason else "")
    if answer.problem is StopOutcome.LOGIN_REJECTED:
        why = outcome_words(answer.problem)
    if not why:
        return translate("find", "The queued faxes could not be asked for.")
    return translate("find", "The queued faxes could not be asked for ({0}).").format(why)


def _age(state: FindState) -> str:
    if state.at is None:
        return translate("find", "What is queued is not known.")
    return translate("find", "The list here is as of {0}.").format(clock_time(state.at))


def kin_words(count: int) -> str:
    """Say that other queued faxes look like the one that was asked to be stopped."""
    return counted(
        "find",
        "%Ln more queued faxes look like the same document.",
        "1 more queued fax looks like the same document.",
        count,
    )
