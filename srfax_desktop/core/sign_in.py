# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""An account number with its password, and what came of trying them."""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from srfax_desktop.core.outcome import Reason, StopOutcome

_ACCOUNT = re.compile(r"[0-9]{1,20}")


class AccountProblem(StrEnum):
    """What is wrong with what was typed as an account number."""

    EMPTY = "empty"
    EMAIL = "email"  # the classic mistake: the login e-mail instead of the account number
    NOT_DIGITS = "not_digits"


class AccountError(ValueError):
    """Not an account number; `problem` says why."""

    def __init__(self, problem: AccountProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def parse_account(text: str) -> AccountNumber:
    """Return `text`, without spaces around it, as an account number. Raises AccountError."""
    text = text.strip()
    if not text:
        raise AccountError(AccountProblem.EMPTY)
    if _ACCOUNT.fullmatch(text):
        return AccountNumber(text)
    raise AccountError(AccountProblem.EMAIL if "@" in text else AccountProblem.NOT_DIGITS)


@record(frozen=True, slots=True)
class Credentials:
    """What SRFax asks for with every request. The password never shows in a repr."""

    account: AccountNumber
    password: str = field(repr=False)


@record(frozen=True, slots=True)
class SignInAnswer:
    """What came of Get_Fax_Usage with some credentials.

    problem is None where SRFax accepted them; otherwise what a stop would have met.
    account_name is the account's ClientName, None where SRFax did not tell.
    result is SRFax's own text where it refused.
    """

    problem: StopOutcome | None = None
    reason: Reason | None = None
    account_name: str | None = None
    result: str | None = None
    elapsed_s: float = 0.0
