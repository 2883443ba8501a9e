# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about a fax: the one place where codes become words.

Imports QtCore only, so that the command line can use the same words.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.action import Action
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from srfax_desktop.core.outcome import StopAnswer

translate = QCoreApplication.translate


def seconds_left(due_in_s: float) -> int:
    """Return whole seconds for a countdown: it says 1 until the very end, and never less than 0."""
    return max(0, math.ceil(due_in_s))


def duration(seconds: float) -> str:
    """Return a wait in words: `7 s`, `1 min 30 s`, `5 min`."""
    minutes, rest = divmod(seconds_left(seconds), 60)
    if not minutes:
        return translate("messages", "{0} s").format(rest)
    if not rest:
        return translate("messages", "{0} min").format(minutes)
    return translate("messages", "{0} min {1} s").format(minutes, rest)


_STATUS_WORDS: Mapping[Status, Callable[[], str]] = {
    Status.WAITING: lambda: translate("messages", "Waiting"),
    Status.IN_LINE: lambda: translate("messages", "In line to be stopped"),
    Status.STOPPING: lambda: translate("messages", "Stopping…"),
    Status.ENDING: lambda: translate("messages", "Ending – last answer awaited"),
    Status.RETRYING: lambda: translate("messages", "Retrying"),
    Status.RETRY_LATER: lambda: translate("messages", "Can be retried"),
    Status.RETRY_READY: lambda: translate("messages", "Ready to retry"),
    Status.SIGN_IN_REFUSED: lambda: translate("messages", "Sign-in refused"),
    Status.HELD_SIGN_IN: lambda: translate("messages", "On hold – sign-in needed"),
    Status.HELD_UNREACHABLE: lambda: translate("messages", "On hold – not reachable"),
    Status.HELD_BLOCKED: lambda: translate("messages", "On hold – blocked by SRFax"),
    Status.HELD_UNTRUSTED: lambda: translate("messages", "On hold – certificate not trusted"),
    Status.HELD_ACCOUNT: lambda: translate("messages", "On hold – another account’s fax"),
    Status.STOPPED: lambda: translate("messages", "Stopped"),
    Status.PARTIALLY_SENT: lambda: translate("messages", "Stopped – some pages were sent"),
    Status.ALREADY_SENT: lambda: translate("messages", "Too late – already sent"),
    Status.NOT_FOUND: lambda: translate("messages", "Not found – check the ID"),
    Status.NOT_CONFIRMED: lambda: translate("messages", "Not confirmed – may still be going out"),
    Status.ENDED: lambda: translate("messages", "Not tried again – may still be going out"),
    Status.SENT: lambda: translate("messages", "Sent"),
    Status.FAILED: lambda: translate("messages", "Failed"),
    Status.SENT_ANYWAY: lambda: translate("messages", "Too late – SRFax lists it as sent"),
}
"""Each is put into the present language when it is wanted: rows want one of them at each paint, not all."""


def status_words(status: Status, due_in_s: float | None = None) -> str:
    """Return what the row says: a few words, with the seconds where a countdown runs."""
    if due_in_s is not None:
        if status is Status.RETRYING:
            return translate("messages", "Retrying in {0}").format(duration(due_in_s))
        if status is Status.RETRY_LATER:
            return translate("messages", "Can be retried in {0}").format(duration(due_in_s))
        if status is Status.HELD_UNREACHABLE:
            return translate("messages", "Not reachable – retrying in {0}").format(duration(due_in_s))
        if status is Status.HELD_BLOCKED:
            return translate("messages", "Blocked – retrying in {0}").format(duration(due_in_s))
    return _STATUS_WORDS[status]()


def fax_words(fax_id: str, status: Status, due_in_s: float | None = None) -> str:
    """Return a fax and its status in one line, for a heading or to be said aloud."""
    return translate("messages", "Fax {0}: {1}").format(fax_id, status_words(status, due_in_s))


def not_yet_words(fax_id: str, status: Status) -> str:
    """Return what is said aloud of a fax that is tried again: no seconds, they would be over when heard."""
    return translate("messages", "Fax {0}: {1}").format(fax_id, status_meaning(status))


def status_meaning(status: Status) -> str:
    """Return what a status means, in a sentence or two."""
    return {
        Status.WAITING: translate("messages", "Nobody has asked for this fax to be stopped."),
        Status.IN_LINE: translate("messages", "It is sent for as soon as its turn comes."),
        Status.STOPPING: translate("messages", "SRFax has been asked. Its answer is on the way."),
        Status.ENDING: translate(
            "messages", "It is not tried again, but SRFax has been asked once more and will still answer."
        ),
        Status.RETRYING: translate("messages", "Not stopped yet. It is tried again by itself."),
        Status.RETRY_LATER: translate(
            "messages", "Not stopped yet. It is not tried again by itself: press “Retry now” for that."
        ),
        Status.RETRY_READY: translate("messages", "Not stopped yet. Press “Retry now” to try it again."),
        Status.SIGN_IN_REFUSED: translate(
            "messages", "SRFax refused the account number or password. The fax may still be going out."
        ),
        Status.HELD_SIGN_IN: translate(
            "messages", "Nothing is sent until you sign in. The fax may still be going out."
        ),
        Status.HELD_UNREACHABLE: translate(
            "messages", "SRFax cannot be reached from here. The fax may still be going out."
        ),
        Status.HELD_BLOCKED: translate(
            "messages", "SRFax sends nothing back to this address. The fax may still be going out."
        ),
        Status.HELD_UNTRUSTED: translate(
            "messages",
            "Whoever answers could not prove to be SRFax, so no password was sent. "
            "The fax may still be going out.",
        ),
        Status.HELD_ACCOUNT: translate(
            "messages",
            "Nothing is tried for it while another account is signed in. It may still be going out.",
        ),
        Status.STOPPED: translate("messages", "SRFax says that it was cancelled and no page was sent."),
        Status.PARTIALLY_SENT: translate(
            "messages", "SRFax says that it was cancelled, but the pages already in its buffer were sent."
        ),
        Status.ALREADY_SENT: translate(
            "messages", "SRFax says that all of it was sent before it could stop."
        ),
        Status.NOT_FOUND: translate(
            "messages", "SRFax did not find a fax with this ID, however often it was asked."
        ),
        Status.NOT_CONFIRMED: translate("messages", "SRFax has not confirmed that it stopped."),
        Status.ENDED: translate("messages", "You ended the trying before SRFax confirmed that it stopped."),
        Status.SENT: translate("messages", "SRFax lists it as sent. Nobody asked for it to be stopped here."),
        Status.FAILED: translate(
            "messages", "SRFax lists it as failed: it is no longer in the queue. Pages may have gone before."
        ),
        Status.SENT_ANYWAY: translate(
            "messages", "SRFax did not confirm a stop, and lists the fax as sent now."
        ),
    }[status]


def next_step(status: Status) -> str:
    """Return what the user can do next; empty where there is nothing to do."""
    return {
        Status.WAITING: translate("messages", "Press “Stop” to stop it."),
        Status.SIGN_IN_REFUSED: translate("messages", "Sign in again: everything goes on by itself then."),
        Status.HELD_SIGN_IN: translate("messages", "Sign in: everything goes on by itself then."),
        Status.HELD_UNTRUSTED: translate(
            "messages", "Ask whoever looks after your network; then press “Retry now”."
        ),
        Status.HELD_ACCOUNT: translate("messages", "Switch to its account: it goes on by itself then."),
        Status.STOPPED: translate("messages", "Nothing more to do."),
        Status.PARTIALLY_SENT: translate(
            "messages",
            "Call the recipient, ask for the pages to be destroyed, and tell your privacy officer.",
        ),
        Status.ALREADY_SENT: translate(
            "messages",
            "Call the recipient, ask for the pages to be destroyed, and tell your privacy officer.",
        ),
        Status.NOT_FOUND: translate(
            "messages", "Compare the ID with the one in the SRFax portal; then add the right one, or retry."
        ),
        Status.NOT_CONFIRMED: translate(
            "messages", "Look in the SRFax portal, or call SRFax. “Retry now” asks once more."
        ),
        Status.ENDED: translate("messages", "“Retry now” asks SRFax once more."),
        Status.SENT_ANYWAY: translate(
            "messages",
            "Call the recipient, ask for the pages to be destroyed, and tell your privacy officer.",
        ),
    }.get(status, "")


def action_words(action: Action, due_in_s: float | None = None) -> str:
    """Return the label of the button in a row, with the seconds where a countdown runs."""
    if action is Action.RETRY_NOW and due_in_s is not None:
        return translate("messages", "Retry in {0}").format(duration(due_in_s))
    return {
        Action.STOP: translate("messages", "Stop"),
        Action.RETRY_NOW: translate("messages", "Retry now"),
        Action.SIGN_IN: translate("messages", "Sign in…"),
        Action.SWITCH_ACCOUNT: translate("messages", "Switch…"),
    }[action]


def outcome_words(outcome: StopOutcome) -> str:
    """Return what one attempt came to."""
    return {
        StopOutcome.STOPPED: translate("messages", "Stopped"),
        StopOutcome.PARTIALLY_SENT: translate("messages", "Stopped – some pages were sent"),
        StopOutcome.ALREADY_SENT: translate("messages", "Too late – already sent"),
        StopOutcome.CONVERTING: translate("messages", "Being converted – cannot be stopped at this moment"),
        StopOutcome.NOT_FOUND: translate("messages", "Not found at this moment"),
        StopOutcome.LOGIN_REJECTED: translate("messages", "Sign-in refused"),
        StopOutcome.BLOCKED: translate("messages", "Blocked by SRFax"),
        StopOutcome.UNREACHABLE: translate("messages", "Not reachable"),
        StopOutcome.UNTRUSTED_CERTIFICATE: translate("messages", "Certificate not trusted"),
        StopOutcome.TIMED_OUT: translate("messages", "No answer in time"),
        StopOutcome.SERVICE_FAULT: translate("messages", "Fault at SRFax or on the way"),
        StopOutcome.UNRECOGNISED: translate("messages", "Answer not understood"),
    }[outcome]


def reason_words(reason: Reason, http_status: int | None = None) -> str:
    """Return why it ended so, where SRFax's own words do not say it; empty where they do."""
    if reason is Reason.HTTP_STATUS and http_status:
        return translate("messages", "the service answered with HTTP status {0}").format(http_status)
    if reason is Reason.REFUSED_BY_STATUS and http_status:
        return translate("messages", "refused with HTTP status {0}").format(http_status)
    return {
        Reason.NAME_NOT_FOUND: translate("messages", "its name could not be found; there may be no network"),
        Reason.CONNECTION_REFUSED: translate("messages", "the connection was refused"),
        Reason.CONNECT_TIMED_OUT: translate("messages", "the connection got no answer"),
        Reason.NO_NETWORK: translate("messages", "there is no network"),
        Reason.PROXY_FAILED: translate("messages", "the proxy of this network failed"),
        Reason.PROXY_SIGN_IN: translate("messages", "the proxy of this network asks for a password"),
        Reason.NO_SECURE_CONNECTION: translate("messages", "no secure connection could be made"),
        Reason.CERTIFICATE: translate("messages", "its certificate is not trusted by this computer"),
        Reason.NO_ANSWER: translate("messages", "no answer in time"),
        Reason.CONNECTION_BROKEN: translate("messages", "the connection broke before the answer was here"),
        Reason.CANCELLED: translate("messages", "the program was closed"),
        Reason.HTTP_STATUS: translate("messages", "fault at the service"),
        Reason.REDIRECTED: translate(
            "messages", "the service pointed to another address, which was not followed"
        ),
        Reason.WEB_PAGE: translate("messages", "a web page came instead of an answer"),
        Reason.BLANK: translate("messages", "the answer was blank"),
        Reason.TOO_LARGE: translate("messages", "the answer was far too long"),
        Reason.REFUSED_BY_STATUS: translate("messages", "refused by the service"),
        Reason.UNREADABLE: translate("messages", "the answer could not be read"),
        Reason.INCOMPLETE: translate("messages", "the answer was not complete"),
        Reason.NOT_TEXT: translate("messages", "the answer had no words"),
        Reason.UNKNOWN_TEXT: translate("messages", "the answer has words that this program does not know"),
        Reason.CONTRADICTION: translate("messages", "the answer contradicts itself"),
        Reason.INTERNAL: translate("messages", "an error in this program; the log has it"),
    }.get(reason, "")


def verdict_words(verdict: Verdict) -> str:
    """Return what a look at SRFax’s lists proved."""
    return {
        Verdict.CONFIRMED: translate("messages", "confirmed"),
        Verdict.CONTRADICTED: translate("messages", "it contradicts the answer to the stop"),
        Verdict.SETTLED: translate("messages", "it has left the queue"),
        Verdict.UNSETTLED: translate("messages", "it proves nothing"),
        Verdict.NOT_ASKED: translate("messages", "SRFax could not be asked"),
    }[verdict]


def event_words(entry: HistoryEntry, *, anew: bool = False) -> str:
    """Return what one line of the history tells, without SRFax's own words.

    anew: the stop was asked for before.
    """
    if entry.event is HistoryEvent.ANSWERED and entry.outcome:
        words = _with_reason(entry.outcome, entry.reason, entry.http_status)
        if entry.retry_in_s is not None:
            again = translate("messages", "again in {0}").format(duration(entry.retry_in_s))
            words = f"{words} – {again}"
        return translate("messages", "Attempt {0}: {1}").format(entry.attempt, words)
    return {
        HistoryEvent.ADDED: translate("messages", "Added to the list"),
        HistoryEvent.ASKED: translate("messages", "You asked again for it to be stopped")
        if anew
        else translate("messages", "You asked for it to be stopped"),
        HistoryEvent.SENDING: translate("messages", "Attempt {0}: under way").format(entry.attempt),
        HistoryEvent.ANSWERED: translate("messages", "Attempt {0}").format(entry.attempt),
        HistoryEvent.INTERRUPTED: translate(
            "messages", "Attempt {0}: the program ended before the answer; it may have arrived"
        ).format(entry.attempt),
        HistoryEvent.GAVE_UP: translate("messages", "Not tried again: tried for as long as the rules allow"),
        HistoryEvent.ENDED: translate("messages", "You ended the trying"),
        HistoryEvent.REMOVED: translate("messages", "Taken off the list"),
        HistoryEvent.CHECKED: translate("messages", "Looked up at SRFax: {0}").format(
            verdict_words(entry.verdict or Verdict.UNSETTLED)
        ),
        HistoryEvent.LEFT_QUEUE: translate("messages", "Left SRFax’s queue by itself"),
        HistoryEvent.NOTED: translate("messages", "Notes on the call were saved"),
        HistoryEvent.PRUNED: translate("messages", "The oldest lines were removed, as the settings say"),
    }[entry.event]


def _with_reason(outcome: StopOutcome, reason: Reason | None, http_status: int | None) -> str:
    why = reason_words(reason, http_status) if reason else ""
    return f"{outcome_words(outcome)} ({why})" if why else outcome_words(outcome)


def answer_words(answer: StopAnswer) -> str:
    """Return one line about an answer: what it came to, and why."""
    return _with_reason(answer.outcome, answer.reason, answer.http_status)
