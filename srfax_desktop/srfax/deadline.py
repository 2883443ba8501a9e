# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one place where a request waits: for a socket, until its time is up, or until it is cancelled.

`requests` and urllib3 limit each read; a server that drips a byte a second holds them for ever.
Here every socket is non-blocking, and whoever has to wait asks the Deadline, which knows the
end of the whole request. No thread watches over it, and a cancellation wakes it at once.
"""

from __future__ import annotations

import selectors
import socket
import threading
import time
from concurrent.futures import Future
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING, TypeVar

from srfax_desktop.core.outcome import Reason
from srfax_desktop.srfax.failure import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

READABLE = selectors.EVENT_READ
WRITABLE = selectors.EVENT_WRITE

# One call of the system for each wait: epoll and kqueue take five, and let go of the interpreter at each.
_Selector = getattr(selectors, "PollSelector", selectors.DefaultSelector)

_T = TypeVar("_T")


class Deadline:
    """The end of the request under way, and of its part that connects. One for each transport.

    A request may take `total_s` seconds, and `connect_s` of them until its connection stands.
    Used by one thread at a time, but for `cancel`.
    """

    def __init__(self, connect_s: float, total_s: float) -> None:
        self._connect_s = connect_s
        self._total_s = total_s
        self._ends_at = -inf
        self._connect_left_s = connect_s
        self._connect_ends_at = inf
        self._cancelled = False
        self._lock = threading.Lock()
        # A byte sent to _wake makes _woken readable, for good: every wait looks at it.
        self._woken, self._wake = socket.socketpair()

    def change(self, connect_s: float, total_s: float) -> None:
        """Allow requests other times from the next one on."""
        self._connect_s, self._total_s = connect_s, total_s

    def begin(self, at_most_s: float = inf) -> None:
        """Start a request, which has no more than `at_most_s`. Raises ExchangeError once cancelled."""
        self._ends_at = time.monotonic() + min(self._total_s, at_most_s)
        self._connect_left_s = self._connect_s
        self.check()

    @contextmanager
    def connecting(self) -> Iterator[None]:
        """Give what is done inside no more than is left of the request's `connect_s` seconds."""
        self._connect_ends_at = time.monotonic() + self._connect_left_s
        try:
            yield
        finally:
            self._connect_left_s = self._connect_ends_at - time.monotonic()
            self._connect_ends_at = inf

    def remaining_s(self) -> float:
        """Return the seconds that are left, below 0 where time is up."""
        return min(self._ends_at, self._connect_ends_at) - time.monotonic()

    def check(self) -> None:
        """Raise ExchangeError where time is up or the request is cancelled."""
        if self._cancelled:
            raise ExchangeError(Reason.CANCELLED)
        if self.remaining_s() <= 0:
            connecting = self._connect_ends_at < inf
            raise ExchangeError(Reason.CONNECT_TIMED_OUT if connecting else Reason.NO_ANSWER)

    def wait(self, sock: socket.socket, event: int, at_most_s: float = inf) -> bool:
        """Wait until `sock` is READABLE or WRITABLE; return False where it is not after `at_most_s`.

        Raises ExchangeError as `check` does.
        """
        self.check()
        with _Selector() as selector:
            selector.register(self._woken, READABLE)
            key = selector.register(sock, event)
            ready = selector.select(min(self.remaining_s(), at_most_s))
        if any(found is key for found, _ in ready):
            return True
        self.check()
        return False

    def call(self, function: Callable[[], _T]) -> _T:
        """Return what `function` returns, for one that can hang and knows no time limit.

        It runs in a daemon thread, which is left to itself where time is up first.
        Raises what `function` raises, and ExchangeError as `check` does.
        """
        future: Future[_T] = Future()
        done, signal = socket.socketpair()

        def run() -> None:
            with signal:  # closing it makes `done` readable
                try:
                    future.set_result(function())
                except (OSError, ValueError) as error:
                    future.set_exception(error)

        with done:
            threading.Thread(target=run, name="srfax-look-up", daemon=True).start()
            while not self.wait(done, READABLE):
                pass  # woken a moment too early
        return future.result(timeout=0)

    def cancel(self) -> None:
        """End the request under way and refuse all others. From any thread, any number of times."""
        with self._lock:
            if not self._cancelled:
                self._cancelled = True
                self._wake.send(b"!")

    def close(self) -> None:
        """Cancel, and let go of the sockets."""
        self.cancel()
        with self._lock:
            self._wake.close()
            self._woken.close()
