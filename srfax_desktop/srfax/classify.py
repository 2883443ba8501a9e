# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a reply means. SRFax's words decide; Status has to agree; anything else is unrecognised."""

from __future__ import annotations

import re
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.outcome import Reason, StopAnswer
from srfax_desktop.core.outcome import StopOutcome as O
from srfax_desktop.core.sign_in import SignInAnswer
from srfax_desktop.srfax.reply import HttpReply, Reply, read_reply
from srfax_desktop.srfax.retry_after import retry_after_s

if TYPE_CHECKING:
    from collections.abc import Mapping

SUCCESS = frozenset({True})
FAILED = frozenset({False})
EITHER = SUCCESS | FAILED


class Meaning(NamedTuple):
    """What one of SRFax's texts means, and the Status it comes with. wait_s: seconds to wait."""

    text: str
    status: frozenset[bool]
    outcome: O
    wait_s: float | None = None


DOCUMENTED = (
    # SRFax, Stop_Fax page; a public client shows "transmission completed" under Success
    Meaning("Fax Cancelled", SUCCESS, O.STOPPED),
    Meaning("Fax cancelled but partially sent", SUCCESS, O.PARTIALLY_SENT),
    Meaning("Fax transmission completed", EITHER, O.ALREADY_SENT),
    Meaning("Unable to Cancel Fax", FAILED, O.CONVERTING, wait_s=10.0),
    Meaning("File not found – Please try again", FAILED, O.NOT_FOUND, wait_s=5.0),
    # SRFax, Get_FaxStatus page; the same ID problem
    Meaning("FaxDetailsID Not Found", FAILED, O.NOT_FOUND, wait_s=5.0),
    # seen in public clients, for every action
    Meaning("Invalid Access Code / Password", FAILED, O.LOGIN_REJECTED),
)

OUTCOME_OF: Mapping[Reason, O] = MappingProxyType(
    {
        Reason.NAME_NOT_FOUND: O.UNREACHABLE,
        Reason.CONNECTION_REFUSED: O.UNREACHABLE,
        Reason.CONNECT_TIMED_OUT: O.UNREACHABLE,
        Reason.NO_NETWORK: O.UNREACHABLE,
        Reason.PROXY_FAILED: O.UNREACHABLE,
        Reason.PROXY_SIGN_IN: O.UNREACHABLE,
        Reason.NO_SECURE_CONNECTION: O.UNREACHABLE,
        Reason.CERTIFICATE: O.UNTRUSTED_CERTIFICATE,
        Reason.NO_ANSWER: O.TIMED_OUT,
        Reason.CANCELLED: O.TIMED_OUT,
        Reason.CONNECTION_BROKEN: O.SERVICE_FAULT,
        Reason.HTTP_STATUS: O.SERVICE_FAULT,
        Reason.REDIRECTED: O.SERVICE_FAULT,
        Reason.WEB_PAGE: O.SERVICE_FAULT,
        Reason.TOO_LARGE: O.SERVICE_FAULT,
        Reason.BLANK: O.BLOCKED,
        Reason.REFUSED_BY_STATUS: O.LOGIN_REJECTED,
        Reason.UNREADABLE: O.UNRECOGNISED,
        Reason.INCOMPLETE: O.UNRECOGNISED,
        Reason.NOT_TEXT: O.UNRECOGNISED,
        Reason.UNKNOWN_TEXT: O.UNRECOGNISED,
        Reason.CONTRADICTION: O.UNRECOGNISED,
        Reason.INTERNAL: O.UNRECOGNISED,
    },
)
"""The outcome that goes with each reason but DOCUMENTED, which goes with several."""

_DASHES = re.compile("[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")


def fold(text: str) -> str:
    """Return `text` without what may differ in a text that says the same.

    That is letter case, the kind of dash and the spaces around it, runs of spaces, and the
    spelling of cancelled. Nothing else: a text that differs in a full stop is another text.
    """
    spaced = " ".join(_DASHES.sub(" - ", text).lower().split())
    return re.sub(r"\bcanceled\b", "cancelled", spaced)


_MEANING_OF = {fold(meaning.text): meaning for meaning in DOCUMENTED}


def stop_answer(http: HttpReply) -> StopAnswer:
    """Return what a reply to Stop_Fax means; `elapsed_s` is left at 0."""
    reason = refusal(http.http_status)
    if reason is not None:
        wait_s = retry_after_s(http.headers)
        return StopAnswer(
            OUTCOME_OF[reason], retry_after_s=wait_s, reason=reason, http_status=http.http_status
        )
    reply = read_reply(http.body)
    outcome, reason, wait_s = judge(reply)
    return StopAnswer(
        outcome, reply.result, reply.status, retry_after_s=wait_s, reason=reason, http_status=http.http_status
    )


def sign_in_answer(http: HttpReply) -> SignInAnswer:
    """Return what a reply to Get_Fax_Usage says about the credentials; `elapsed_s` is left at 0.

    Any Status `Success` accepts them, whatever Result is: it differs by account and is not needed.
    """
    reason = refusal(http.http_status)
    if reason is not None:
        return SignInAnswer(OUTCOME_OF[reason], reason)
    reply = read_reply(http.body)
    if reply.succeeded:
        return SignInAnswer(account_name=_client_name(reply.data))
    outcome, reason, _ = judge(reply)
    if outcome is not O.LOGIN_REJECTED and reason is Reason.DOCUMENTED:
        outcome, reason = O.UNRECOGNISED, Reason.UNKNOWN_TEXT  # Stop_Fax's words, in no place of theirs
    return SignInAnswer(outcome, reason, result=reply.result)


def refusal(http_status: int) -> Reason | None:
    """Return why a status other than 200 rules the body out: a gateway's error page may quote anything."""
    if http_status == HTTPStatus.OK:
        return None
    if http_status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Reason.REFUSED_BY_STATUS
    redirected = HTTPStatus.MULTIPLE_CHOICES <= http_status < HTTPStatus.BAD_REQUEST
    return Reason.REDIRECTED if redirected else Reason.HTTP_STATUS


def judge(reply: Reply) -> tuple[O, Reason, float | None]:
    """Return what a reply means whose Result ought to be a text, why, and the seconds to wait."""
    reason = reply.problem
    if reason is None and not isinstance(reply.data, str):
        reason = Reason.NOT_TEXT
    if reason is None:
        meaning = _MEANING_OF.get(fold(str(reply.data)))
        if meaning is not None and reply.succeeded in meaning.status:
            return meaning.outcome, Reason.DOCUMENTED, meaning.wait_s
        reason = Reason.CONTRADICTION if meaning else Reason.UNKNOWN_TEXT
    return OUTCOME_OF[reason], reason, None


def _client_name(data: object) -> str | None:
    """Find the first ClientName: Result is a list of rows, one row, or rows by some name."""
    if isinstance(data, dict):
        rows: list[object] = [data, *data.values()]
    else:
        rows = data if isinstance(data, list) else []
    names = (row.get("ClientName") for row in rows if isinstance(row, dict))
    return next((name for name in names if isinstance(name, str) and name.strip()), None)
