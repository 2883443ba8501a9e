# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What can go wrong between this computer and SRFax, and what the program makes of each: one table.

It is what `test_faults.py` plays and expects, and what `docs/faults.md` is written from (`fault_page.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import Reason
from srfax_desktop.core.outcome import StopOutcome as O
from srfax_desktop.srfax import practice_faults as play
from srfax_desktop.srfax.practice_faxes import CANCELLED
from tests.end_to_end import bad_servers as at
from tests.end_to_end.bad_servers import HONEST, NOT_NOW
from tests.end_to_end.certificates import AWAY

if TYPE_CHECKING:
    from tests.end_to_end.bad_servers import Scene

CONNECT_S, TOTAL_S = 1.0, 2.0
"""The time limits that the faults are played with, instead of 10 and 30 s."""

COUNTDOWN = "{0}"
"""Where the window shows the seconds to the next try."""


class Limit(StrEnum):
    """Which of its time limits ends the request."""

    NONE = "none"
    CONNECT = "connect"  # until a secure connection stands
    TOTAL = "total"  # everything


class NextTry(StrEnum):
    """What follows."""

    BY_ITSELF = "by itself"
    AFTER_SIGN_IN = "after a sign-in"
    BY_HAND = "by hand"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Ends:
    """What comes of a request.

    row: the status in the window; said: what stands under "SRFax said"; line: the one above the table.
    wait_s: the shortest and the longest wait before the next try, which differ where it is left to chance.
    """

    outcome: O
    reason: Reason
    row: str
    said: str = ""
    line: str = ""
    next_try: NextTry = NextTry.BY_ITSELF
    wait_s: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One row of the table. name: in a few words. played: what is done, for those who know networks;
    empty where the name says it.

    represents: it stands for others of its kind, and is played in the window in the short form too.
    """

    name: str
    played: str
    scene: Scene
    ends: Ends
    limit: Limit = Limit.NONE
    represents: bool = False

    @property
    def is_shared(self) -> bool:
        """Whether it concerns its own fax only, and can be played beside others."""
        return isinstance(self.scene, at.Reply) and not self.ends.line


@dataclass(frozen=True, slots=True)
class Group:
    """Faults of a kind. about: what is the same for all of them."""

    title: str
    about: str
    faults: tuple[Fault, ...]


# What the rows, and the lines above the table, say


def retried(reason: Reason, said: str, outcome: O = O.SERVICE_FAULT) -> Ends:
    """The fax is tried again by itself, after 2 s give or take a fifth."""
    return Ends(outcome, reason, f"Retrying in {COUNTDOWN}", f"({said})", wait_s=(1.6, 2.4))


def no_answer() -> Ends:
    """The whole time is up."""
    return retried(Reason.NO_ANSWER, "no answer in time", O.TIMED_OUT)


def asked_to_wait(wait_s: float) -> Ends:
    """The service says for how long."""
    row = f"Retrying in {COUNTDOWN}"
    return Ends(O.SERVICE_FAULT, Reason.HTTP_STATUS, row, "(fault at the service)", wait_s=(wait_s, wait_s))


def not_understood(reason: Reason, said: str) -> Ends:
    """An answer that cannot be believed: three times more, after 10 s each."""
    return Ends(O.UNRECOGNISED, reason, f"Retrying in {COUNTDOWN}", said, wait_s=(10, 10))


def unreachable(reason: Reason, why: str) -> Ends:
    """Everything waits, and one fax finds out for all."""
    return Ends(
        O.UNREACHABLE,
        reason,
        f"Not reachable – retrying in {COUNTDOWN}",
        f"({why})",
        f"SRFax cannot be reached: {why}. Trying again in {COUNTDOWN}.",
        wait_s=(2, 2),
    )


def refused(reason: Reason, said: str) -> Ends:
    """Nothing more is sent with that password."""
    line = "SRFax refused the account number or password. Nothing more was sent."
    return Ends(O.LOGIN_REJECTED, reason, "Sign-in refused", said, line, NextTry.AFTER_SIGN_IN)


STATUS = retried(Reason.HTTP_STATUS, "fault at the service")
REDIRECT = retried(Reason.REDIRECTED, "the service pointed to another address, which was not followed")
BROKEN = retried(Reason.CONNECTION_BROKEN, "the connection broke before the answer was here")
TOO_LARGE = retried(Reason.TOO_LARGE, "the answer was far too long")
WEB_PAGE = retried(Reason.WEB_PAGE, "a web page came instead of an answer")
NO_HANDSHAKE = unreachable(Reason.NO_SECURE_CONNECTION, "no secure connection could be made")
NO_REPLY_TO_CONNECTION = unreachable(Reason.CONNECT_TIMED_OUT, "the connection got no answer")
PROXY_FAILED = unreachable(Reason.PROXY_FAILED, "the proxy of this network failed")
REFUSED_BY_STATUS = refused(Reason.REFUSED_BY_STATUS, "(refused by the service)")
UNREADABLE = not_understood(Reason.UNREADABLE, "(the answer could not be read)")
BLOCKED = Ends(
    O.BLOCKED,
    Reason.BLANK,
    f"Blocked – retrying in {COUNTDOWN}",
    "(the answer was blank)",
    f"SRFax sends blank answers: it seems to be blocking this office’s address. Trying again in {COUNTDOWN}.",
    wait_s=(10, 10),
)
UNTRUSTED = Ends(
    O.UNTRUSTED_CERTIFICATE,
    Reason.CERTIFICATE,
    "On hold – certificate not trusted",
    "(its certificate is not trusted by this computer)",
    "The certificate of whoever answers is not trusted by this computer. No password was sent.",
    NextTry.BY_HAND,
)
STOPPED = Ends(O.STOPPED, Reason.DOCUMENTED, "Stopped", "Fax Cancelled", next_try=NextTry.NEVER)
CONVERTING = Ends(
    O.CONVERTING, Reason.DOCUMENTED, f"Retrying in {COUNTDOWN}", "Unable to Cancel Fax", wait_s=(10, 10)
)


def _status(status: int, name: str, ends: Ends = STATUS, **headers: str) -> Fault:
    """The service answers with a status, and a body that says that the fax was cancelled."""
    named = {field.replace("_", "-"): value for field, value in headers.items()}
    played = ", ".join(f"{field}: {value}" for field, value in named.items())
    return Fault(f"HTTP {status}{name}", played, at.Reply(_reply(status, named)), ends)


def _reply(status: int, headers: dict[str, str]) -> play.Fault:
    return play.http_status(status, headers, b"" if status == 204 else HONEST)


CONNECTING = Group(
    "No connection",
    "Nothing was sent. Everything waits, and one fax finds out for all whether SRFax can be reached again.",
    (
        Fault(
            "The name is not found",
            "the name server knows no such name",
            at.Nowhere(f"https://{AWAY}{at.PATH}"),
            unreachable(Reason.NAME_NOT_FOUND, "its name could not be found; there may be no network"),
        ),
        Fault(
            "The connection is refused",
            "nobody listens at the port",
            at.Nowhere(),
            unreachable(Reason.CONNECTION_REFUSED, "the connection was refused"),
            represents=True,
        ),
        Fault(
            "The connection gets no answer",
            "the server's queue of new connections is full",
            at.FullBacklog(),
            NO_REPLY_TO_CONNECTION,
            Limit.CONNECT,
            represents=True,
        ),
        Fault(
            "The connection is reset at once",
            "TCP reset before anything is read",
            at.Wire(at.resets_at_once),
            NO_HANDSHAKE,
        ),
        Fault(
            "The connection is closed at once",
            "closed before TLS",
            at.OnConnect(play.hang_up()),
            NO_HANDSHAKE,
        ),
        Fault(
            "Silence instead of a secure connection",
            "no answer to the TLS greeting",
            at.OnConnect(play.hang()),
            NO_REPLY_TO_CONNECTION,
            Limit.CONNECT,
        ),
        Fault(
            "Silence in the middle of the TLS handshake",
            "the answer to the TLS greeting ends after some bytes",
            at.Wire(at.hangs_in_the_handshake),
            NO_REPLY_TO_CONNECTION,
            Limit.CONNECT,
            represents=True,
        ),
        Fault(
            "A reset in the TLS handshake",
            "TCP reset after the first byte of the greeting",
            at.Wire(at.resets_in_the_handshake),
            NO_HANDSHAKE,
        ),
        Fault(
            "No TLS at all",
            "plain HTTP at the port for HTTPS",
            at.Wire(at.speaks_plainly),
            NO_HANDSHAKE,
        ),
        Fault("TLS 1.1 only", "a server that knows no newer TLS", at.Certified("TLS 1.1"), NO_HANDSHAKE),
    ),
)

CERTIFICATES = Group(
    "Certificates",
    "No password was sent. The system's certificates decide. Once the cause is mended, “Retry now” goes on.",
    (
        Fault("Self-signed", "a certificate signed by itself", at.Certified("self-signed"), UNTRUSTED),
        Fault(
            "Signed by an unknown authority",
            "a certificate of an authority that the system does not trust",
            at.Certified("other"),
            UNTRUSTED,
            represents=True,
        ),
        Fault("For another name", "a certificate for another host", at.Certified("wrong host"), UNTRUSTED),
        Fault("Expired", "a certificate that ended 30 days ago", at.Certified("expired"), UNTRUSTED),
        Fault(
            "Not yet valid",
            "a certificate that begins in 30 days (or a clock that is wrong)",
            at.Certified("not yet valid"),
            UNTRUSTED,
        ),
        Fault("Too weak", "a certificate with an RSA key of 1024 bits", at.Certified("weak key"), UNTRUSTED),
    ),
)

PROXIES = Group(
    "The proxy of the network",
    "The system's proxy is used, or HTTPS_PROXY. SRFax was not reached, so nothing was sent to it.",
    (
        Fault("The proxy is not there", "nobody listens at its port", at.Proxied(None), PROXY_FAILED),
        Fault(
            "The proxy refuses",
            "status 403 in answer to CONNECT",
            at.Proxied(at.answers(play.http_reply(403))),
            PROXY_FAILED,
        ),
        Fault(
            "The proxy cannot reach SRFax",
            "status 502 in answer to CONNECT",
            at.Proxied(at.answers(play.http_reply(502))),
            PROXY_FAILED,
        ),
        Fault(
            "The proxy asks for a password",
            "status 407 in answer to CONNECT",
            at.Proxied(at.answers(play.http_reply(407, b"", {"Proxy-Authenticate": "Basic"}))),
            unreachable(Reason.PROXY_SIGN_IN, "the proxy of this network asks for a password"),
            represents=True,
        ),
        Fault(
            "The proxy drops the connection",
            "closed after CONNECT",
            at.Proxied(at.answers(b"")),
            PROXY_FAILED,
        ),
        Fault(
            "The proxy says nothing",
            "no answer to CONNECT",
            at.Proxied(at.hangs),
            NO_REPLY_TO_CONNECTION,
            Limit.CONNECT,
        ),
        Fault(
            "The proxy shows a certificate of its own, which is not trusted",
            "TLS is opened by the proxy; its authority is not among the system's",
            at.Inspected("other for away"),
            UNTRUSTED,
        ),
        Fault(
            "The proxy shows a certificate of its own, which is trusted",
            "the same, but its authority is among the system's",
            at.Inspected("good for away"),
            STOPPED,
        ),
    ),
)

SIGN_IN = Group(
    "Refused and blocked",
    "Everything stops before a second request with the same password leaves.",
    (
        Fault(
            "SRFax refuses the password",
            "the words “Invalid Access Code / Password”",
            at.Reply(play.body(b'{"Status":"Failed","Result":"Invalid Access Code / Password"}')),
            refused(Reason.DOCUMENTED, "Invalid Access Code / Password"),
            represents=True,
        ),
        _status(401, "", REFUSED_BY_STATUS),
        _status(403, "", REFUSED_BY_STATUS),
        Fault("A blank answer", "status 200 and no body", at.Reply(play.body(b"")), BLOCKED, represents=True),
    ),
)

BREAKING = Group(
    "The connection breaks, or the answer does not come",
    "The request may have arrived: it is sent again, and nothing is shown as stopped.",
    (
        Fault(
            "A reset in the middle of the request",
            "TCP reset after its first bytes",
            at.Wire(at.resets_in_the_request, secure=True),
            BROKEN,
        ),
        Fault("A reset after the request", "TCP reset instead of a reply", at.Reply(play.reset()), BROKEN),
        Fault("Closed after the request", "closed instead of a reply", at.Reply(play.hang_up()), BROKEN),
        Fault(
            "A reset in the middle of the answer",
            "TCP reset after half of the reply",
            at.Reply(at.honestly(play.reset_mid_reply())),
            BROKEN,
        ),
        Fault(
            "Silence after the secure connection is made",
            "the request is never read",
            at.Wire(at.hangs, secure=True),
            no_answer(),
            Limit.TOTAL,
        ),
        Fault(
            "Silence after the request",
            "no reply",
            at.Reply(play.hang()),
            no_answer(),
            Limit.TOTAL,
            represents=True,
        ),
        Fault(
            "One byte a second",
            "an honest reply, a byte at a time",
            at.Reply(at.honestly(play.drip(1.0))),
            no_answer(),
            Limit.TOTAL,
        ),
        Fault(
            "A slow body",
            "honest headers, then a byte of the body a second",
            at.Reply(at.honestly(play.drip_body(1.0))),
            no_answer(),
            Limit.TOTAL,
        ),
        Fault(
            "Chunks without end, slowly",
            "a chunk of one byte every 0.2 s",
            at.Reply(play.drip_chunks(0.2)),
            no_answer(),
            Limit.TOTAL,
        ),
        Fault(
            "Shorter than announced, then silence",
            "Content-Length is too large, and the connection stays open",
            at.Reply(at.longer_than_it_is),
            no_answer(),
            Limit.TOTAL,
        ),
        Fault(
            "Shorter than announced, then closed",
            "closed one byte before Content-Length",
            at.Reply(at.honestly(play.cut_short())),
            BROKEN,
        ),
        Fault("A broken chunk", "a chunk whose length is no number", at.Reply(play.broken_chunk()), BROKEN),
    ),
)

TOO_MUCH = Group(
    "Too much",
    "An answer of SRFax has less than 1 KiB. More than 1 MiB is not read.",
    (
        Fault(
            "A body without end",
            "bytes for as long as they are read",
            at.Reply(play.endless_body()),
            TOO_LARGE,
        ),
        Fault("1 GiB announced", "Content-Length: 1073741824", at.Reply(play.declared(1 << 30)), TOO_LARGE),
        Fault(
            "An answer that unpacks to a thousand times its size",
            "16 KiB of gzip that are 16 MiB",
            at.Reply(play.gzip_bomb(1 << 24)),
            TOO_LARGE,
        ),
        Fault(
            "“Continue” without end",
            "status 100 for as long as it is read",
            at.Reply(play.endless_interim()),
            TOO_LARGE,
        ),
        Fault(
            "Headers without end",
            "headers for as long as they are read",
            at.Reply(play.endless_headers()),
            UNREADABLE,
        ),
    ),
)

STATUSES = Group(
    "HTTP statuses",
    "Whatever the body says: with another status than 200, it is not SRFax's answer about a fax. In these "
    "tests every body says that the fax was cancelled.",
    (
        Fault(
            "HTTP 100, then an answer",
            "status 100, then an honest reply",
            at.Reply(
                play.answer(b"HTTP/1.1 100 Continue\r\n\r\n" + play.http_reply(200, HONEST)),
                CANCELLED.shows,
                CANCELLED.error_code,
            ),
            STOPPED,
        ),
        _status(204, " (no content)"),
        _status(301, " (moved)", REDIRECT, Location="https://fax.invalid/"),
        _status(302, " (found elsewhere)", REDIRECT, Location="https://fax.invalid/"),
        _status(307, " (for now elsewhere)", REDIRECT, Location="https://fax.invalid/"),
        _status(308, " (moved for good)", REDIRECT, Location="https://fax.invalid/"),
        _status(400, " (bad request)"),
        _status(404, " (not found)"),
        _status(407, " (a proxy’s, but from the service)"),
        _status(408, " (time-out)"),
        _status(429, " (too many requests)"),
        _status(429, ", wait 7 seconds", asked_to_wait(7), Retry_After="7"),
        Fault(
            "HTTP 429, wait until a time",
            "Retry-After: 9 s after the reply's own Date",
            at.Reply(at.wait_until_date(9)),
            asked_to_wait(9),
        ),
        _status(429, ", wait for nonsense", Retry_After="soon"),
        _status(429, ", wait for a day", asked_to_wait(300), Retry_After="86400"),
        _status(500, " (internal error)"),
        _status(502, " (bad gateway)"),
        _status(503, " (unavailable)"),
        _status(504, " (gateway time-out)"),
    ),
)

ANSWERS = Group(
    "Answers that are not SRFax's, or cannot be believed",
    "Only words that SRFax's documentation has, under the right status, are an answer.",
    (
        Fault(
            "A web page",
            "status 200 and HTML",
            at.Reply(play.body(b"<!DOCTYPE html><p>Fax Cancelled")),
            WEB_PAGE,
        ),
        Fault(
            "No HTTP at all", "an SSH greeting", at.Reply(play.answer(b"SSH-2.0-OpenSSH_9.6\r\n")), UNREADABLE
        ),
        Fault(
            "Longer than announced",
            "Content-Length is too small: the answer is cut off",
            at.Reply(play.answer(at.announced(len(HONEST) - 2))),
            UNREADABLE,
        ),
        Fault(
            "One answer too many",
            "“Unable to Cancel Fax”, and on its heels a “Fax Cancelled” that nobody asked for",
            at.Reply(at.one_answer_too_many),
            CONVERTING,
        ),
        Fault(
            "Words that contradict their status",
            "“Fax Cancelled” under “Failed”",
            at.Reply(play.body(HONEST.replace(b"Success", b"Failed"))),
            not_understood(Reason.CONTRADICTION, "Fax Cancelled"),
        ),
        Fault(
            "Words that nobody knows",
            "“Fax Cancelled?”",
            at.Reply(play.body(HONEST.replace(b"Cancelled", b"Cancelled?"))),
            not_understood(Reason.UNKNOWN_TEXT, "Fax Cancelled?"),
        ),
        Fault(
            "No words",
            "a number where the words belong",
            at.Reply(play.body(b'{"Status":"Success","Result":1}')),
            not_understood(Reason.NOT_TEXT, "1"),
        ),
        Fault(
            "Half an answer",
            "“Status” alone",
            at.Reply(play.body(b'{"Status":"Success"}')),
            not_understood(Reason.INCOMPLETE, "(the answer was not complete)"),
        ),
        Fault(
            "SRFax’s own “not now”",
            "“Unable to Cancel Fax”: no fault, but what the others are told from",
            at.Reply(play.body(NOT_NOW)),
            CONVERTING,
        ),
    ),
)

GROUPS = (CONNECTING, CERTIFICATES, PROXIES, SIGN_IN, BREAKING, TOO_MUCH, STATUSES, ANSWERS)
FAULTS = tuple(fault for group in GROUPS for fault in group.faults)


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is played by a test of its own, and what the user sees of it. test: its name."""

    name: str
    does: str
    test: str


UNSEEN = (
    Unseen(
        "SRFax closes the kept connection between two stops",
        "A new connection is made at once: no further attempt is counted, and nothing is shown.",
        "test_a_kept_connection_that_srfax_closed_is_replaced_unseen",
    ),
    Unseen(
        "The clock is set an hour ahead, or back, while a countdown runs",
        "Nothing: the countdown does not look at the time of day.",
        "test_a_clock_that_is_set_changes_no_countdown",
    ),
    Unseen(
        "The computer sleeps for ten minutes while a countdown runs",
        "The time of sleep counts: the next try is due within a second of waking up.",
        "test_after_a_sleep_the_retry_is_due_at_once",
    ),
)
