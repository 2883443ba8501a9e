# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Wires, where the client alone does not get: messages larger than the network takes at once."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.outcome import Reason
from srfax_desktop.srfax.deadline import Deadline
from srfax_desktop.srfax.failure import ExchangeError
from srfax_desktop.srfax.wire import Wire, open_wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.raw_server import Peer
    from tests.srfax.conftest import Serve

MESSAGE = bytes(range(256)) * (1 << 15)


@pytest.fixture
def wire_to(serve: Serve) -> Iterator[Callable[[Callable[[Peer], None]], Wire]]:
    wires: list[Wire] = []
    deadline = Deadline(connect_s=0.5, total_s=0.5)

    def make(play: Callable[[Peer], None]) -> Wire:
        deadline.begin()
        wires.append(open_wire("127.0.0.1", serve(play).port, deadline))
        return wires[-1]

    yield make
    for wire in wires:
        wire.close()
    deadline.close()


def test_a_large_message_arrives_whole(wire_to: Callable[[Callable[[Peer], None]], Wire]) -> None:
    def play(peer: Peer) -> None:
        digest, left = hashlib.sha256(), len(MESSAGE)
        while left:
            data = peer.sock.recv(1 << 20)
            digest.update(data)
            left -= len(data)
        peer.sock.sendall(digest.digest())

    wire = wire_to(play)
    wire.sendall(MESSAGE)
    assert wire.recv(100) == hashlib.sha256(MESSAGE).digest()
    assert wire.received == 32


def test_a_message_that_nobody_takes_has_a_deadline(
    wire_to: Callable[[Callable[[Peer], None]], Wire],
) -> None:
    wire = wire_to(lambda peer: peer.hang())
    wire.sendall(MESSAGE)
    with pytest.raises(ExchangeError) as caught:
        wire.recv(1)
    assert caught.value.reason is Reason.NO_ANSWER


def test_bytes_that_are_there_already_do_not_outlast_the_deadline(
    wire_to: Callable[[Callable[[Peer], None]], Wire],
) -> None:
    def play(peer: Peer) -> None:
        peer.sock.sendall(b"plenty")
        peer.hang()

    wire = wire_to(play)
    assert wire.recv(1) == b"p"
    time.sleep(0.5)
    with pytest.raises(ExchangeError, match="no_answer"):
        wire.recv(1)


def test_a_reply_that_comes_before_the_connection_breaks_is_read(
    wire_to: Callable[[Callable[[Peer], None]], Wire],
) -> None:
    def play(peer: Peer) -> None:
        peer.sock.recv(1)
        peer.sock.sendall(b"too large")
        peer.stopping.wait(0.1)  # a reset throws away what has not arrived
        peer.reset()

    wire = wire_to(play)
    wire.sendall(MESSAGE)
    assert wire.recv(100) == b"too large"
