# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the program meets in place of SRFax: each scene is a server on loopback, or that there is none."""

from __future__ import annotations

import contextlib
import socket
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_faults import http_reply
from srfax_desktop.srfax.practice_faxes import CANCELLED, IN_PROGRESS, PracticeFax, Step
from tests.end_to_end.certificates import AWAY
from tests.raw_server import RawServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from srfax_desktop.srfax.practice_faults import Fault as Play
    from srfax_desktop.srfax.practice_faults import Line
    from tests.end_to_end.certificates import Certificates
    from tests.raw_server import Peer

CLINIC = Credentials(AccountNumber("12345"), "a&b+c=d% é")
FAX = "30000001"
PATH = "/SRF_SecWebSvc.php"
HONEST = b'{"Status":"Success","Result":"Fax Cancelled"}'
"""What a careless program would take for the truth: no fault's fax may ever be shown as stopped for it."""
NOT_NOW = b'{"Status":"Failed","Result":"Unable to Cancel Fax"}'


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the program is to ask, and with which environment. requests: how many came whole."""

    url: str
    variables: Mapping[str, str]
    requests: Callable[[], int]
    fax_ids: tuple[str, ...] = (FAX,)


class Scene(Protocol):
    """Something that the program can meet."""

    def begin(self, certificates: Certificates) -> contextlib.AbstractContextManager[Stage]:
        """Play it until the end of the `with`."""


@contextmanager
def practice(
    certificates: Certificates, faxes: Sequence[PracticeFax], kind: str = "good"
) -> Iterator[tuple[PracticeServer, Stage]]:
    """Serve these faxes to CLINIC, with a certificate of this kind."""
    with PracticeServer(faxes, CLINIC, tls=certificates[kind]) as server:
        ids = tuple(map(str, server.fax_ids))
        variables = {"SSL_CERT_FILE": certificates.trusted}
        yield server, Stage(server.url, variables, lambda: len(server.requests), ids)


def playing(replies: Sequence[Reply]) -> list[PracticeFax]:
    """Return a fax for each: whoever asks to stop it meets that."""
    return [
        PracticeFax(FaxId(str(int(FAX) + at)), (Step(reply.play, reply.shows, error_code=reply.error_code),))
        for at, reply in enumerate(replies)
    ]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is played in place of the reply to Stop_Fax. Several can be played by one server.

    shows, error_code: what SRFax's lists say of the fax from then on.
    """

    play: Play
    shows: str = IN_PROGRESS
    error_code: str = ""

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Serve one fax, and everything but its stop honestly."""
        with practice(certificates, playing([self])) as (_, stage):
            yield stage


@dataclass(frozen=True, slots=True)
class Together:
    """Many replies at once: one server, and a fax for each."""

    replies: tuple[Reply, ...]

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Serve a fax for each reply."""
        with practice(certificates, playing(self.replies)) as (_, stage):
            yield stage


@dataclass(frozen=True, slots=True)
class OnConnect:
    """What is played on every new connection, before anything is read."""

    play: Play

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Accept connections, and no more."""
        with practice(certificates, [PracticeFax(FaxId(FAX), (CANCELLED,))]) as (server, stage):
            server.behave_on_connect(self.play, times=None)
            yield stage


@dataclass(frozen=True, slots=True)
class Certified:
    """An honest service, but for the certificate that it shows, or the TLS that it speaks."""

    kind: str

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Serve one fax that can be stopped."""
        faxes = [PracticeFax(FaxId(FAX), (CANCELLED,))]
        with practice(certificates, faxes, self.kind) as (_, stage):
            yield stage


@dataclass(frozen=True, slots=True)
class Wire:
    """What a server does below HTTP. secure: once the TLS handshake is done."""

    play: Callable[[Peer], None]
    secure: bool = False

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Accept connections and play."""

        def play(peer: Peer) -> None:
            if self.secure:
                peer.sock = certificates["good"].wrap_socket(peer.sock, server_side=True)
            self.play(peer)

        with raw(play) as server:

            def requests() -> int:
                return sum(peer.bytes_read.count(b"POST ") for peer in server.peers)

            yield Stage(server.url, {"SSL_CERT_FILE": certificates.trusted}, requests)


@contextmanager
def raw(play: Callable[[Peer], None]) -> Iterator[RawServer]:
    """Start a server that plays this on each connection."""
    server = RawServer(play)
    try:
        yield server
    finally:
        server.stop()


@dataclass(frozen=True, slots=True)
class Nowhere:
    """An address at which nobody is. url: None for a port of this computer that nobody listens at."""

    url: str | None = None

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Do nothing, which is the point."""
        yield Stage(self.url or f"https://127.0.0.1:{free_port()}{PATH}", {}, lambda: 0)


@dataclass(frozen=True, slots=True)
class FullBacklog:
    """A server that is too busy to answer a connection at all."""

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Listen without accepting, the queue filled up."""
        with ExitStack() as stack:
            listener = stack.enter_context(socket.socket())
            listener.bind(("127.0.0.1", 0))
            listener.listen(0)
            for _ in range(4):
                waiting = stack.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex(listener.getsockname())
            yield Stage(f"https://127.0.0.1:{listener.getsockname()[1]}{PATH}", {}, lambda: 0)


@dataclass(frozen=True, slots=True)
class Proxied:
    """The way to the service leads through a proxy. play: what it does; None: nobody is there."""

    play: Callable[[Peer], None] | None

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Name the proxy in the environment: the service's own name is not found."""
        with ExitStack() as stack:
            port = stack.enter_context(raw(self.play)).port if self.play else free_port()
            yield _beyond(port, certificates, lambda: 0)


@dataclass(frozen=True, slots=True)
class Inspected:
    """A proxy that looks into what passes it, as offices have them: it shows a certificate of its own."""

    kind: str

    @contextmanager
    def begin(self, certificates: Certificates) -> Iterator[Stage]:
        """Serve one fax that can be stopped, at the end of the proxy's tunnel."""
        faxes = [PracticeFax(FaxId(FAX), (CANCELLED,))]
        with practice(certificates, faxes, self.kind) as (server, stage):
            port = int(server.url.split(":")[2].split("/")[0])
            with raw(lambda peer: tunnel(peer, port)) as proxy:
                yield _beyond(proxy.port, certificates, stage.requests)


def _beyond(proxy_port: int, certificates: Certificates, requests: Callable[[], int]) -> Stage:
    variables = {
        "HTTPS_PROXY": f"http://127.0.0.1:{proxy_port}",
        "SSL_CERT_FILE": certificates.trusted,
    }
    return Stage(f"https://{AWAY}{PATH}", variables, requests)


def tunnel(peer: Peer, port: int) -> None:
    """Be a proxy, whatever it is asked for."""
    peer.read_request()
    with socket.create_connection(("127.0.0.1", port)) as target:
        peer.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=_copy, args=(target, peer.sock))
        back.start()
        _copy(peer.sock, target)
        back.join()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])


# What proxies and servers do below HTTP


def answers(reply: bytes) -> Callable[[Peer], None]:
    """Read a request, say this, and close."""

    def play(peer: Peer) -> None:
        peer.read_request()
        peer.sock.sendall(reply)

    return play


def hangs(peer: Peer) -> None:
    """Say nothing."""
    peer.hang()


def hangs_in_the_handshake(peer: Peer) -> None:
    """Begin the answer to a TLS greeting, and stop in the middle of it."""
    peer.sock.recv(1 << 16)
    peer.sock.sendall(b"\x16\x03\x03\x3e\x80\x02")
    peer.hang()


def resets_at_once(peer: Peer) -> None:
    """Break before anything is read, but not before the other side knows that the connection stands."""
    peer.sock.recv(1, socket.MSG_PEEK)
    peer.reset()


def resets_in_the_handshake(peer: Peer) -> None:
    """Take a part of the TLS greeting, and break."""
    peer.sock.recv(1)
    peer.reset()


def resets_in_the_request(peer: Peer) -> None:
    """Take a part of the request, and break."""
    peer.bytes_read += peer.sock.recv(10)
    peer.reset()


def speaks_plainly(peer: Peer) -> None:
    """Speak HTTP where TLS is expected."""
    peer.sock.recv(1 << 16)
    peer.sock.sendall(http_reply(HTTPStatus.OK, HONEST))


# What can be played in place of a reply


def honestly(play: Play) -> Play:
    """Let a fault have the reply that says that the fax was cancelled."""

    def honest(line: Line) -> None:
        line.honest_reply = http_reply(HTTPStatus.OK, HONEST)
        play(line)

    return honest


def announced(length: int) -> bytes:
    """Return the honest reply with another length than it has."""
    return http_reply(HTTPStatus.OK, HONEST, {"Content-Length": str(length)})


def longer_than_it_is(line: Line) -> None:
    """Announce more than comes, and leave the connection open."""
    line.send(announced(len(HONEST) + 100))
    line.pause(120)


def one_answer_too_many(line: Line) -> None:
    """Send "not now" and, on its heels, a "cancelled" that nobody asked for."""
    line.send(http_reply(HTTPStatus.OK, NOT_NOW))
    line.send(http_reply(HTTPStatus.OK, HONEST))
    line.keep_open()


def wait_until_date(seconds: float) -> Play:
    """Say 429 and name the moment from which on it can be tried again."""

    def play(line: Line) -> None:
        headers = {"Date": formatdate(0, usegmt=True), "Retry-After": formatdate(seconds, usegmt=True)}
        line.send(http_reply(HTTPStatus.TOO_MANY_REQUESTS, HONEST, headers))
        line.keep_open()

    return play
