# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the engine needs of the world.

The packages beside `core` provide it; `app.py` brings them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.listing import ListAnswer
    from srfax_desktop.core.outcome import StopAnswer, StopOutcome
    from srfax_desktop.core.retry import RetryRule
    from srfax_desktop.core.sign_in import Credentials, SignInAnswer


class Service(Protocol):
    """SRFax, for one account. Used by one thread at a time, but for `cancel`.

    No method raises for anything that the network or the service does: that is an answer.
    """

    def stop_fax(self, fax_id: FaxId) -> StopAnswer:
        """Ask SRFax to stop one fax. Returns within the total deadline."""

    def check_sign_in(self) -> SignInAnswer:
        """Ask for something harmless to see whether the credentials are accepted."""

    def queued_faxes(self, include_sub_users: bool = False) -> ListAnswer:
        """Ask for the faxes that are now in the queue."""

    def recent_faxes(self, since: date, until: date, include_sub_users: bool = False) -> ListAnswer:
        """Ask for the faxes of these days, both included, whatever became of them (account time).

        Raises ValueError where `since` is after `until`.
        """

    def fax_statuses(self, fax_ids: Sequence[FaxId]) -> ListAnswer:
        """Ask what became of these faxes. Raises ValueError for none, and for more than 50."""

    def make_ready(self, *, anew: bool = True) -> int | None:
        """See that a connection stands, without any request, and let go of one that has ended.

        anew: make another one in its place. Returns the number of the connection's socket, which can be
        read from once the other side has ended it; None where none stands.
        """

    def cancel(self) -> None:
        """End the request under way, from any thread: it returns with Reason.CANCELLED. For good."""

    def close(self) -> None:
        """Let go of the connection."""


class ServiceFactory(Protocol):
    """Makes the service for some credentials; called in the worker's thread."""

    def __call__(self, credentials: Credentials) -> Service:
        """Return a new service with a connection of its own."""


class StoreError(Exception):
    """Something could not be kept on this computer, or not read. `problem` is a code for `ui/messages.py`."""

    def __init__(self, problem: str, detail: str = "") -> None:
        super().__init__(f"{problem}: {detail}" if detail else problem)
        self.problem = problem
        self.detail = detail


class FaxStore(Protocol):
    """The list and its history. Every method raises StoreError and leaves everything as it was."""

    def load(self) -> list[FaxRecord]:
        """Return the list, in the order in which the faxes were added."""

    def write(self, records: Iterable[FaxRecord], entries: Iterable[HistoryEntry]) -> None:
        """Insert or replace the records and append the entries, in one durable transaction."""

    def remove(self, fax_ids: Iterable[FaxId], entries: Iterable[HistoryEntry]) -> None:
        """Take faxes off the list and append the entries, in one durable transaction."""

    def history(self, fax_id: FaxId) -> Sequence[HistoryEntry]:
        """Return one fax's history, oldest first."""


class VaultError(Exception):
    """The operating system's vault is missing, locked, or refused. The text is for the log."""


class Vault(Protocol):
    """The operating system's password vault. It may wait for the user: never call it in the UI thread."""

    def check(self) -> None:
        """See whether there is a vault, without opening it. Raises VaultError."""

    def load(self, account: AccountNumber) -> str | None:
        """Return the password kept for `account`, None where there is none. Raises VaultError."""

    def save(self, account: AccountNumber, password: str) -> None:
        """Keep the password. Raises VaultError."""

    def forget(self, account: AccountNumber) -> None:
        """Remove the password; there being none is no error. Raises VaultError."""


class Preferences(Protocol):
    """What the user chose, and what the window remembers of itself. Reading it never fails."""

    @property
    def account(self) -> AccountNumber | None:
        """The account last signed in to."""

    @property
    def remember(self) -> bool:
        """Whether its password is in the vault."""

    @property
    def to_forget(self) -> tuple[AccountNumber, ...]:
        """The accounts whose passwords the vault is to forget, and has not yet."""

    @property
    def automatic_retry(self) -> bool:
        """Whether a countdown that is over fires by itself."""

    @property
    def window(self) -> Mapping[str, str]:
        """Sizes, columns and sorting, as the window wrote them."""

    @property
    def refresh_s(self) -> float:
        """Seconds between two looks at the queue while the window is in view; 0: only when asked.

        With 0, it is not looked at after signing in either.
        """

    @property
    def include_sub_users(self) -> bool:
        """Whether the faxes of sub-users are asked for too."""

    @property
    def mask_numbers(self) -> bool:
        """Whether records and exports hide all but the last four digits of destination numbers."""

    @property
    def retention_days(self) -> int:
        """For how many days the history is kept; 0: for ever."""

    @property
    def language(self) -> str | None:
        """The language of the window, None for the system's."""

    @property
    def theme(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""

    @property
    def notify(self) -> bool:
        """Whether the system shows what became of a fax while the window is not in front."""

    @property
    def notify_numbers(self) -> bool:
        """Whether such a notice says which fax it is about."""

    @property
    def proxy(self) -> str:
        """`system`, `none`, or the proxy's URL."""

    @property
    def known_accounts(self) -> tuple[AccountNumber, ...]:
        """The accounts signed in to before, the latest first."""

    @property
    def in_vault(self) -> tuple[AccountNumber, ...]:
        """The accounts whose passwords are kept in the vault, as far as this program knows."""

    @property
    def connect_timeout_s(self) -> float:
        """Seconds until a secure connection has to stand."""

    @property
    def total_deadline_s(self) -> float:
        """Seconds that a request may take in all."""

    @property
    def workers(self) -> int:
        """How many requests may be under way at once."""

    @property
    def welcomed(self) -> bool:
        """Whether the first steps were gone through."""

    def retry_rules(self) -> Mapping[StopOutcome, RetryRule]:
        """Return the rules in force."""

    def change(self, **values: object) -> None:
        """Change some of them, by name, and keep them. What cannot be kept is used all the same."""


class Clock(Protocol):
    """Time, as the engine sees it."""

    def monotonic_s(self) -> float:
        """Return seconds that never go back, and that go on while the computer sleeps."""

    def utc_now(self) -> datetime:
        """Return the present time, aware, in UTC."""
