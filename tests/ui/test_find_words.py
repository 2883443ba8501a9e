# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is said of the queue: a list that did not come never reads like an empty one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.listing import ListAnswer, ListSource
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.engine.find_state import FindState
from srfax_desktop.ui.find_line import FindReport
from srfax_desktop.ui.find_words import find_words, kin_words
from srfax_desktop.ui.times import clock_time

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

NOW = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)  # tests are named by it
FOUND = FindState(at=NOW, source=ListSource.QUEUE, queued=12)
UNREACHABLE = ListAnswer(ListSource.QUEUE, StopOutcome.UNREACHABLE, Reason.CONNECTION_REFUSED)
REFUSED = ListAnswer(ListSource.QUEUE, StopOutcome.SERVICE_FAULT, Reason.UNKNOWN_TEXT, "Invalid Action")
REJECTED = ListAnswer(ListSource.QUEUE, StopOutcome.LOGIN_REJECTED, Reason.REFUSED_BY_STATUS)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FindState(), ""),
        (FindState(busy=True), "Looking for queued faxes…"),
        (FOUND, f"12 faxes are queued, as of {clock_time(NOW)}."),
        (FOUND._replace(busy=True), f"12 faxes are queued, as of {clock_time(NOW)}."),
        (FOUND._replace(queued=1), f"1 fax is queued, as of {clock_time(NOW)}."),
        (FOUND._replace(queued=0), f"No fax is queued, as of {clock_time(NOW)}."),
        (
            FOUND._replace(problem=UNREACHABLE),
            (
                "The queued faxes could not be asked for (the connection was refused). "
                f"The list here is as of {clock_time(NOW)}."
            ),
        ),
        (
            FindState(problem=UNREACHABLE),
            (
                "The queued faxes could not be asked for (the connection was refused). "
                "What is queued is not known."
            ),
        ),
        (
            FindState(problem=REJECTED),
            "The queued faxes could not be asked for (Sign-in refused). What is queued is not known.",
        ),
        (
            FindState(problem=ListAnswer(ListSource.QUEUE, StopOutcome.UNRECOGNISED)),
            "The queued faxes could not be asked for. What is queued is not known.",
        ),
        (
            FOUND._replace(source=ListSource.OUTBOX, refusal=REFUSED, queued=1),
            (
                f"1 fax is queued, as of {clock_time(NOW)}. SRFax did not give its queue (“Invalid Action”): "
                "this is what its outbox of the last two days has in progress."
            ),
        ),
        (
            FOUND._replace(unread=1),
            (
                f"12 faxes are queued, as of {clock_time(NOW)}. "
                "1 line of the list could not be read: a fax may be missing here."
            ),
        ),
        (
            FOUND._replace(queued=0, unread=3),
            (
                f"The list that SRFax gave at {clock_time(NOW)} could not be read. "
                "3 lines of the list could not be read: faxes may be missing here."
            ),
        ),
    ],
)
def test_how_it_stands_in_words(state: FindState, words: str) -> None:
    assert find_words(state) == words


@pytest.mark.parametrize("problem", [UNREACHABLE, REJECTED, REFUSED])
def test_no_failure_says_that_nothing_is_queued(problem: ListAnswer) -> None:
    for state in (FindState(problem=problem), FOUND._replace(queued=0, problem=problem)):
        assert "No fax" not in find_words(state)
        assert "could not be asked for" in find_words(state)


def test_the_look_alikes_are_counted() -> None:
    assert kin_words(1) == "1 more queued fax looks like the same document."
    assert kin_words(3) == "3 more queued faxes look like the same document."


def test_a_failure_is_said_aloud_once_and_an_answer_that_was_asked_for(
    qtbot: QtBot, theme: Theme, said: list[str]
) -> None:
    report = FindReport(theme)
    qtbot.addWidget(report)
    report.show_state(FOUND)
    assert said == []
    report.show_state(FOUND._replace(problem=UNREACHABLE))
    report.show_state(FOUND._replace(problem=UNREACHABLE))
    assert said == [find_words(FOUND._replace(problem=UNREACHABLE))]
    assert report.styleSheet()
    report.expect()
    report.show_state(FOUND._replace(busy=True))
    report.show_state(FOUND._replace(queued=13))
    assert said[1:] == [find_words(FOUND._replace(queued=13))]
    assert not report.styleSheet()
