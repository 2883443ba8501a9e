# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a worker can be handed: one job in, one answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from srfax_desktop.core.listing import ListAnswer, ListSource
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.sign_in import SignInAnswer

if TYPE_CHECKING:
    from datetime import date

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.ports import Service, ServiceFactory
    from srfax_desktop.core.sign_in import Credentials


class Job(Protocol):
    """Something to be done away from the UI thread."""

    def failed(self) -> object:
        """Return the answer for an error of this program's own, met while doing the job."""


class Bench(Protocol):
    """What a worker works with. Made, used and closed in the worker's thread."""

    def perform(self, job: Any) -> object:  # noqa: ANN401 - each bench has its own kind of job
        """Do the job and return its answer."""

    def cancel(self) -> None:
        """End what is under way, from any thread."""

    def close(self) -> None:
        """Let go of what it holds."""


class ServiceJob(Job, Protocol):
    """A job for the web service."""

    @property
    def credentials(self) -> Credentials:
        """Return those that the request carries."""

    def ask(self, service: Service) -> object:
        """Ask the service and return its answer."""


class StopJob(NamedTuple):
    """Stop one fax. `attempt` counts from 1."""

    fax_id: FaxId
    attempt: int
    credentials: Credentials

    def ask(self, service: Service) -> StopAnswer:
        """Make the one request."""
        return service.stop_fax(self.fax_id)

    def failed(self) -> StopAnswer:
        """Return an answer that claims nothing."""
        return StopAnswer(StopOutcome.UNRECOGNISED, reason=Reason.INTERNAL)


class SignInJob(NamedTuple):
    """Try some credentials."""

    credentials: Credentials

    def ask(self, service: Service) -> SignInAnswer:
        """Make the one request."""
        return service.check_sign_in()

    def failed(self) -> SignInAnswer:
        """Return an answer that claims nothing."""
        return SignInAnswer(problem=StopOutcome.UNRECOGNISED, reason=Reason.INTERNAL)


class QueueJob(NamedTuple):
    """Ask for the queue."""

    credentials: Credentials
    include_sub_users: bool

    def ask(self, service: Service) -> ListAnswer:
        """Make the one request."""
        return service.queued_faxes(self.include_sub_users)

    def failed(self) -> ListAnswer:
        """Return an answer that claims nothing."""
        return _no_list(ListSource.QUEUE)


class RecentJob(NamedTuple):
    """Ask for the faxes of some days, both included."""

    credentials: Credentials
    since: date
    until: date
    include_sub_users: bool

    def ask(self, service: Service) -> ListAnswer:
        """Make the one request."""
        return service.recent_faxes(self.since, self.until, self.include_sub_users)

    def failed(self) -> ListAnswer:
        """Return an answer that claims nothing."""
        return _no_list(ListSource.OUTBOX)


class StatusJob(NamedTuple):
    """Ask what became of some faxes, 50 at most."""

    credentials: Credentials
    fax_ids: tuple[FaxId, ...]

    def ask(self, service: Service) -> ListAnswer:
        """Make the one request."""
        return service.fax_statuses(self.fax_ids)

    def failed(self) -> ListAnswer:
        """Return an answer that claims nothing."""
        return _no_list(ListSource.STATUS)


def status_job(fax_ids: tuple[FaxId, ...], credentials: Credentials) -> StatusJob:
    """Return the job for these faxes, in the order in which the two become known."""
    return StatusJob(credentials, fax_ids)


class Readied(NamedTuple):
    """Whether a connection stands that waits for its request: the number of its socket, or None."""

    socket: int | None = None


class ReadyJob(NamedTuple):
    """See that a connection stands. It carries nothing; the credentials say whose requests it is for."""

    credentials: Credentials
    anew: bool = True

    def ask(self, service: Service) -> Readied:
        """Make no request."""
        return Readied(service.make_ready(anew=self.anew))

    def failed(self) -> Readied:
        """Return an answer that claims nothing."""
        return Readied()


ListJob = QueueJob | RecentJob | StatusJob


def _no_list(source: ListSource) -> ListAnswer:
    return ListAnswer(source, StopOutcome.UNRECOGNISED, Reason.INTERNAL)


class JobDone(NamedTuple):
    """A job and its answer, on their way back to the thread that gave the job.

    more: another one follows at once; what is to be done about both can be done with that one.
    """

    job: Job
    answer: object
    more: bool = False


class ServiceBench:
    """One worker's connection to the service, kept between jobs for the same credentials."""

    def __init__(self, make_service: ServiceFactory) -> None:
        self._make_service = make_service
        self._service: Service | None = None
        self._credentials: Credentials | None = None
        self._cancelled = False

    def perform(self, job: ServiceJob) -> object:
        """Ask the service for what the job wants."""
        return job.ask(self._service_for(job.credentials))

    def cancel(self) -> None:
        """End the request under way; later ones end at once."""
        self._cancelled = True
        if service := self._service:
            service.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        if self._service:
            self._service.close()
        self._service = None

    def _service_for(self, credentials: Credentials) -> Service:
        if self._service is None or credentials != self._credentials:
            self.close()
            self._service = self._make_service(credentials)
            self._credentials = credentials
            if self._cancelled:
                self._service.cancel()
        return self._service
