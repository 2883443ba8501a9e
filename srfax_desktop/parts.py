# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The concrete parts that a run of the program is made of, with a window and without."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import MEANING
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.engine.clock import SystemClock
from srfax_desktop.engine.controller import Controller
from srfax_desktop.engine.enquiries import Enquiries
from srfax_desktop.engine.jobs import ServiceBench
from srfax_desktop.engine.worker import WorkerPool
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.srfax.limits import Limits, ResponseFormat
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT, PRACTICE_PASSWORD
from srfax_desktop.srfax.service_factory import make_factory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.retry import RetryPolicy
    from srfax_desktop.engine.checker import Checker
    from srfax_desktop.engine.finder import Finder
    from srfax_desktop.engine.jobs import Bench
    from srfax_desktop.home import Home, KeptPreferences
    from srfax_desktop.options import Target
    from srfax_desktop.srfax.practice import PracticeServer

THREADS_WAIT_S = 0.8
"""How long the end of the program waits for all its threads, which have just been told to end."""

PRACTICE = Credentials(PRACTICE_ACCOUNT, PRACTICE_PASSWORD)


class Place:
    """Where requests go in this run; the practice service within, where that is it."""

    def __init__(self, target: Target) -> None:
        self.practice: PracticeServer | None = None
        self.is_practice = target.is_practice
        if target.endpoint is None:
            from srfax_desktop.srfax.practice import PracticeServer  # noqa: PLC0415 - only practice needs it

            self.practice = PracticeServer()
            self.practice.start()
            self.endpoint = Endpoint.parse(self.practice.url)
        else:
            self.endpoint = target.endpoint

    def bench_maker(self, preferences: KeptPreferences, response_format: str) -> Callable[[], Bench]:
        """Return what makes each worker its own connection to the service.

        Time limits and proxy are those that the preferences have when a request leaves.
        """

        def limits() -> Limits:
            settings = preferences.settings  # whole and unchangeable: the window may choose others meanwhile
            return Limits(connect_s=settings.connect_timeout_s, total_s=settings.total_deadline_s)

        factory = make_factory(
            self.endpoint,
            response_format=ResponseFormat(response_format),
            limits=limits,
            proxy=lambda: preferences.proxy,
        )
        return lambda: ServiceBench(factory)

    def practice_ids(self) -> tuple[FaxId, ...]:
        """Return the IDs of the practice faxes."""
        return self.practice.fax_ids if self.practice else ()

    def recall(self, faxes: Iterable[FaxRecord]) -> None:
        """Have the practice service know how it ended with the faxes of an earlier run: it begins anew."""
        if self.practice:
            ends = {fax.fax_id: fax.result for fax in faxes if fax.outcome and MEANING[fax.outcome].decided}
            self.practice.recall({fax_id: words for fax_id, words in ends.items() if words})

    def start_over(self) -> None:
        """Queue the practice faxes anew."""
        if self.practice:
            self.practice.start_over()

    def close(self) -> None:
        """End the practice service."""
        if self.practice:
            self.practice.stop()


class Engine:
    """Workers and controller, wired: the same with a window and without."""

    def __init__(self, home: Home, place: Place, policy: RetryPolicy, response_format: str) -> None:
        self._preferences = home.preferences
        self.make_bench = place.bench_maker(home.preferences, response_format)
        self.pool = WorkerPool(self.make_bench, home.preferences.settings.workers)
        self.list_pool = WorkerPool(self.make_bench, 1)  # no stop waits for a list
        self.clock = SystemClock()
        self.controller = Controller(store=home.store, pool=self.pool, clock=self.clock, policy=policy)
        self.enquiries = Enquiries(self.controller, self.list_pool)

    def checker(self, look_again_s: Sequence[float], patience_s: float) -> Checker:
        """Return what looks up every fax whose trying has ended."""
        from srfax_desktop.engine.checker import Checker  # noqa: PLC0415 - the window is painted before

        return Checker(
            self.controller,
            self.enquiries,
            self.clock,
            include_sub_users=self._preferences.include_sub_users,
            look_again_s=look_again_s,
            patience_s=patience_s,
        )

    def finder(self, checker: Checker) -> Finder:
        """Return what finds the queued faxes."""
        from srfax_desktop.engine.finder import Finder  # noqa: PLC0415 - the window is painted before

        return Finder(
            self.controller,
            self.enquiries,
            checker,
            self.clock,
            refresh_s=self._preferences.refresh_s,
            include_sub_users=self._preferences.include_sub_users,
        )


def end(*pools: WorkerPool, home: Home, place: Place, status: int) -> None:
    """End threads, practice service and database, in this order."""
    for pool in pools:
        pool.close(0)  # all are told before any is waited for
    deadline = time.monotonic() + THREADS_WAIT_S
    ended = [pool.close(max(0.0, deadline - time.monotonic())) for pool in pools]
    place.close()
    home.close()
    if not all(ended):
        # A thread that waits for something outside (a name look-up, a vault) cannot be ended, and must
        # not be destroyed: all is written, so the process ends around it.
        with contextlib.suppress(OSError, AttributeError):  # there may be no reader, or no output at all
            sys.stdout.flush()
        os._exit(status)
