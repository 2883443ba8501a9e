# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What may come of asking SRFax to stop a fax, and what each outcome means."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping


class StopOutcome(StrEnum):
    """The outcome of one request. The codes are the same in the database, the log, JSON and exports."""

    STOPPED = "stopped"
    PARTIALLY_SENT = "partially_sent"
    ALREADY_SENT = "already_sent"
    CONVERTING = "converting"
    NOT_FOUND = "not_found"
    LOGIN_REJECTED = "login_rejected"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    UNTRUSTED_CERTIFICATE = "untrusted_certificate"
    TIMED_OUT = "timed_out"
    SERVICE_FAULT = "service_fault"
    UNRECOGNISED = "unrecognised"


class Reason(StrEnum):
    """Why a request ended as it did: finer than the outcome, for the sentence that explains it."""

    DOCUMENTED = "documented"  # SRFax answered in words that its documentation knows

    # nothing was sent
    NAME_NOT_FOUND = "name_not_found"
    CONNECTION_REFUSED = "connection_refused"
    CONNECT_TIMED_OUT = "connect_timed_out"
    NO_NETWORK = "no_network"
    PROXY_FAILED = "proxy_failed"
    PROXY_SIGN_IN = "proxy_sign_in"  # the proxy wants a user name and password of its own
    NO_SECURE_CONNECTION = "no_secure_connection"  # the TLS handshake failed, but not over the certificate
    CERTIFICATE = "certificate"

    # it may have arrived
    NO_ANSWER = "no_answer"  # the deadline passed
    CONNECTION_BROKEN = "connection_broken"  # the connection ended before the whole answer was here
    CANCELLED = "cancelled"  # the program is closing

    # an answer that is not SRFax's
    HTTP_STATUS = "http_status"  # 5xx, 429 and other statuses that say "not now" or "not here"
    REDIRECTED = "redirected"
    WEB_PAGE = "web_page"
    BLANK = "blank"
    TOO_LARGE = "too_large"
    REFUSED_BY_STATUS = "refused_by_status"  # HTTP 401 or 403

    # an answer that cannot be believed
    UNREADABLE = "unreadable"  # neither JSON nor XML, cut short, or not in its own encoding
    INCOMPLETE = "incomplete"  # Status or Result is missing, or there are two of one
    NOT_TEXT = "not_text"  # Result is a number, a list, an object, or null
    UNKNOWN_TEXT = "unknown_text"
    CONTRADICTION = "contradiction"  # known text under the wrong Status
    INTERNAL = "internal"  # an error in this program; the log has it


class Meaning(NamedTuple):
    """What an outcome tells beyond its name.

    decided: SRFax has said how the fax ended.
    concerns_all: what stood in the way stands in the way of every fax.
    proves_sign_in: SRFax spoke about the fax, so it accepted the account number and password.
    """

    decided: bool = False
    concerns_all: bool = False
    proves_sign_in: bool = False


_DECIDED = Meaning(decided=True, proves_sign_in=True)
_NOT_NOW = Meaning(proves_sign_in=True)
_CONCERNS_ALL = Meaning(concerns_all=True)
_NO_ANSWER = Meaning()

MEANING: Mapping[StopOutcome, Meaning] = MappingProxyType(
    {
        StopOutcome.STOPPED: _DECIDED,
        StopOutcome.PARTIALLY_SENT: _DECIDED,
        StopOutcome.ALREADY_SENT: _DECIDED,
        StopOutcome.CONVERTING: _NOT_NOW,
        StopOutcome.NOT_FOUND: _NOT_NOW,
        StopOutcome.LOGIN_REJECTED: _CONCERNS_ALL,
        StopOutcome.BLOCKED: _CONCERNS_ALL,
        StopOutcome.UNREACHABLE: _CONCERNS_ALL,
        StopOutcome.UNTRUSTED_CERTIFICATE: _CONCERNS_ALL,
        StopOutcome.TIMED_OUT: _NO_ANSWER,
        StopOutcome.SERVICE_FAULT: _NO_ANSWER,
        StopOutcome.UNRECOGNISED: _NO_ANSWER,
    },
)


@record(frozen=True, slots=True)
class StopAnswer:
    """The answer to one Stop_Fax request, or what happened instead of one.

    result and status are SRFax's own text, unchanged; None where there was none.
    elapsed_s is the time from handing the request over to knowing the answer.
    retry_after_s is the wait that SRFax asks for: 10 or 5 s in its documentation, or the
    reply's Retry-After; None where it asks for none.
    http_status is the reply's HTTP status code, None where no reply came.
    """

    outcome: StopOutcome
    result: str | None = None
    status: str | None = None
    elapsed_s: float = 0.0
    retry_after_s: float | None = None
    reason: Reason = Reason.DOCUMENTED
    http_status: int | None = None
