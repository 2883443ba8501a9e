# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The practice service: an HTTP server on loopback, in this process, that plays SRFax.

`--practice` runs on it, and so do the tests, which tell it to misbehave.
"""

from __future__ import annotations

import hmac
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT, PRACTICE_PASSWORD
from srfax_desktop.srfax.practice_desk import PracticeDesk
from srfax_desktop.srfax.practice_faults import Fault, answer, http_reply
from srfax_desktop.srfax.practice_faxes import PRACTICE_FAXES, QUEUE_FAXES, Answer
from srfax_desktop.srfax.practice_http import LoopbackServer
from srfax_desktop.srfax.practice_replies import read_fields, write_reply

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping, Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.srfax.practice_faxes import PracticeFax
    from srfax_desktop.srfax.practice_lists import Change

_PRACTICE = Credentials(PRACTICE_ACCOUNT, PRACTICE_PASSWORD)
_REFUSED = Answer("Failed", "Invalid Access Code / Password")
_NO_SUCH_ACTION = Answer("Failed", "Invalid Action")
_CREDENTIALS = frozenset({"access_id", "access_pwd"})

MOST_REQUESTS = 2000
"""So many are remembered: the program has the practice service within it, and may run for weeks."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PracticeRequest:
    """One request that arrived whole. Never the password: only whether it was right.

    at: on the service's clock. connection: counts connections from 1, in the order they came.
    fields: all that was sent but for the credentials.
    """

    action: str
    fax_id: str
    account: str
    password_matched: bool
    response_format: str
    at: float
    connection: int
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Behaviour(Generic[T]):
    """What is played for the next `times` requests (None: for all) with this action (None: with any)."""

    plays: T
    times: int | None
    action: str | None = None


class PracticeServer:
    """The practice service, from `start` to `stop`, or inside a `with`.

    faxes: those to play; None: the practice round and what else is in the queue.
    tls: serve https with it. clock: monotonic seconds, for the scripts and the requests' times.
    fax_ids: the faxes of the practice round. all_fax_ids: every fax that it plays.
    """

    def __init__(
        self,
        faxes: Sequence[PracticeFax] | None = None,
        credentials: Credentials = _PRACTICE,
        *,
        tls: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        faxes, more = (PRACTICE_FAXES, QUEUE_FAXES) if faxes is None else (faxes, ())
        self.fax_ids = tuple(fax.fax_id for fax in faxes)
        self.all_fax_ids = (*self.fax_ids, *(fax.fax_id for fax in more))
        self._desk = PracticeDesk((*faxes, *more), clock, int(time.time()))
        self._director = _Director(self._desk, credentials, clock)
        self._server = LoopbackServer(self._director, tls)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="srfax-practice", daemon=True
        )
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._server.server_port}/SRF_SecWebSvc.php"

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving, end every connection whatever it is doing, and free the port."""
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._server.close_connections(idle_only=False)
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def requests(self) -> tuple[PracticeRequest, ...]:
        """The requests that arrived whole, oldest first; no more than the last MOST_REQUESTS."""
        return self._director.requests()

    def behave(self, fault: Fault, times: int | None = 1, action: str | None = None) -> None:
        """Play `fault` instead of the next replies: for `times` requests, None for all that come."""
        self._director.add(self._director.on_request, _Behaviour(fault, times, action))

    def behave_on_connect(self, fault: Fault, times: int | None = 1) -> None:
        """Play `fault` on the next connections, before the TLS handshake and before anything is read."""
        self._director.add(self._director.on_connect, _Behaviour(fault, times))

    def answer_with(self, reply: bytes, times: int | None = 1, action: str | None = None) -> None:
        """Send these bytes, headers and all, instead of the next replies."""
        self.behave(answer(reply), times, action)

    def change_lists(
        self, change: Change, times: int | None = None, action: str = "Get_Faxes_Queued"
    ) -> None:
        """Change the next answers to `action`, before they are JSON or XML (see practice_lists)."""
        self._director.add(self._director.on_answer, _Behaviour(change, times, action))

    def start_over(self) -> None:
        """Queue every fax anew, as if none had been asked about."""
        self._desk.start_over()

    def recall(self, ends: Mapping[FaxId, str]) -> None:
        """Play faxes as the list remembers them: each as if it had been answered with these words."""
        self._desk.recall(ends)

    def close_idle(self) -> None:
        """Close the connections that wait for a request, as servers do after a while."""
        self._server.close_connections(idle_only=True)


class _Director:
    """Keeps the record of requests, and says what becomes of each."""

    def __init__(self, desk: PracticeDesk, credentials: Credentials, clock: Callable[[], float]) -> None:
        self.on_request: list[_Behaviour[Fault]] = []
        self.on_connect: list[_Behaviour[Fault]] = []
        self.on_answer: list[_Behaviour[Change]] = []
        self._credentials = credentials
        self._clock = clock
        self._requests: deque[PracticeRequest] = deque(maxlen=MOST_REQUESTS)
        self._lock = threading.Lock()
        self._actions: dict[str, Callable[[Mapping[str, str]], Answer | Fault]] = {
            "Stop_Fax": desk.stop,
            "Get_Fax_Usage": lambda _: desk.usage(credentials.account),
            "Get_FaxStatus": desk.status,
            "Get_MultiFaxStatus": desk.statuses,
            "Get_Faxes_Queued": desk.queued,
            "Get_Fax_Outbox": desk.outbox,
        }

    def requests(self) -> tuple[PracticeRequest, ...]:
        with self._lock:
            return tuple(self._requests)

    def add(self, behaviours: list[_Behaviour[T]], behaviour: _Behaviour[T]) -> None:
        with self._lock:
            behaviours.append(behaviour)

    def connected(self) -> Fault | None:
        return self._next(self.on_connect, "")

    def asked(self, content_type: str, body: bytes, connection: int) -> tuple[bytes, Fault | None]:
        try:
            fields = read_fields(content_type, body)
        except ValueError:
            return http_reply(HTTPStatus.BAD_REQUEST), None
        request = self._record(fields, connection)
        fault = self._next(self.on_request, request.action)
        reply = self._reply(request)
        if not isinstance(reply, Answer):
            return b"", fault or reply
        return write_reply(reply, request.response_format), fault

    def _record(self, fields: dict[str, str], connection: int) -> PracticeRequest:
        password = fields.get("access_pwd", "").encode()
        request = PracticeRequest(
            action=fields.get("action", ""),
            fax_id=fields.get("sFaxDetailsID", ""),
            account=fields.get("access_id", ""),
            password_matched=hmac.compare_digest(password, self._credentials.password.encode()),
            response_format=fields.get("sResponseFormat", "JSON"),
            at=self._clock(),
            connection=connection,
            fields={name: value for name, value in fields.items() if name not in _CREDENTIALS},
        )
        with self._lock:
            self._requests.append(request)
        return request

    def _reply(self, request: PracticeRequest) -> Answer | Fault:
        if not (request.password_matched and request.account == self._credentials.account):
            return _REFUSED
        act = self._actions.get(request.action)
        reply = act(request.fields) if act else _NO_SUCH_ACTION
        change = self._next(self.on_answer, request.action)
        return change(reply) if change and isinstance(reply, Answer) else reply

    def _next(self, behaviours: list[_Behaviour[T]], action: str) -> T | None:
        with self._lock:
            for behaviour in behaviours:
                if behaviour.times != 0 and behaviour.action in {None, action}:
                    if behaviour.times is not None:
                        behaviour.times -= 1
                    return behaviour.plays
        return None
