# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""SRFax for one account: one method for each action of the web service.

Loads requests, so it is for a worker's thread to import: `service_factory` sees to that.
"""

from __future__ import annotations

import logging
import re
import time
from dataclasses import replace
from traceback import extract_tb
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from srfax_desktop.core.listing import ListAnswer, ListSource
from srfax_desktop.core.outcome import Reason, StopAnswer
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.core.spellings import MASK, any_spelling
from srfax_desktop.srfax.classify import OUTCOME_OF, sign_in_answer, stop_answer
from srfax_desktop.srfax.failure import ExchangeError
from srfax_desktop.srfax.limits import MAX_STATUS_IDS, ResponseFormat
from srfax_desktop.srfax.list_reply import list_answer
from srfax_desktop.srfax.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.srfax.endpoint import Endpoint
    from srfax_desktop.srfax.reply import HttpReply

_log = logging.getLogger(__name__)

AnyAnswer = TypeVar("AnyAnswer", StopAnswer, SignInAnswer, ListAnswer)


class SrfaxClient:
    """The `core.ports.Service` that asks SRFax.

    Raises ValueError where `endpoint` may not carry the account's requests: the caller checks first.
    """

    def __init__(
        self,
        credentials: Credentials,
        endpoint: Endpoint,
        *,
        response_format: ResponseFormat = ResponseFormat.JSON,
        transport: Transport | None = None,
    ) -> None:
        if not endpoint.may_carry(credentials.account):
            message = "only the practice account may be used without TLS"
            raise ValueError(message)
        self._credentials = credentials
        self._password = re.compile(any_spelling(credentials.password), re.IGNORECASE)
        self._response_format = response_format
        self._transport = transport or Transport(endpoint)

    def stop_fax(self, fax_id: FaxId) -> StopAnswer:
        """Ask SRFax to stop one fax (SRFax, Stop_Fax page)."""
        started = time.monotonic()
        try:
            answer = stop_answer(self._call("Stop_Fax", sFaxDetailsID=fax_id))
        except ExchangeError as error:
            answer = StopAnswer(OUTCOME_OF[error.reason], reason=error.reason)
        return replace(self._without_password(answer), elapsed_s=time.monotonic() - started)

    def check_sign_in(self) -> SignInAnswer:
        """Ask for the account's usage, which changes nothing and tells of no fax's content."""
        started = time.monotonic()
        try:
            answer = sign_in_answer(self._call("Get_Fax_Usage"))
        except ExchangeError as error:
            answer = SignInAnswer(OUTCOME_OF[error.reason], error.reason)
        return replace(self._without_password(answer), elapsed_s=time.monotonic() - started)

    def queued_faxes(self, include_sub_users: bool = False) -> ListAnswer:
        """Ask for the queue (Get_Faxes_Queued: not in SRFax's documentation, seen in public clients)."""
        return self._list(ListSource.QUEUE, "Get_Faxes_Queued", _sub_users(include_sub_users))

    def recent_faxes(self, since: date, until: date, include_sub_users: bool = False) -> ListAnswer:
        """Ask for the faxes of these days, both included (SRFax, Get_Fax_Outbox page).

        The days are the account's own. Raises ValueError where `since` is after `until`.
        """
        if since > until:
            message = f"{since} is after {until}"
            raise ValueError(message)
        days = {"sPeriod": "RANGE", "sStartDate": f"{since:%Y%m%d}", "sEndDate": f"{until:%Y%m%d}"}
        return self._list(ListSource.OUTBOX, "Get_Fax_Outbox", days | _sub_users(include_sub_users))

    def fax_statuses(self, fax_ids: Sequence[FaxId]) -> ListAnswer:
        """Ask what became of some faxes (SRFax, Get_FaxStatus and Get_MultiFaxStatus pages).

        Raises ValueError for none, and for more than MAX_STATUS_IDS.
        """
        if not 0 < len(fax_ids) <= MAX_STATUS_IDS:
            message = f"1 to {MAX_STATUS_IDS} faxes can be asked about at a time, not {len(fax_ids)}"
            raise ValueError(message)
        action = "Get_FaxStatus" if len(fax_ids) == 1 else "Get_MultiFaxStatus"
        return self._list(ListSource.STATUS, action, {"sFaxDetailsID": "|".join(fax_ids)}, fax_ids)

    def make_ready(self, *, anew: bool = True) -> int | None:
        """See that a connection stands, without a request: nothing of the account is sent."""
        return self._transport.make_ready(anew=anew)

    def cancel(self) -> None:
        """End the request under way, from any thread: it returns with Reason.CANCELLED. For good."""
        self._transport.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        self._transport.close()

    def _list(
        self, source: ListSource, action: str, fields: dict[str, str], asked: Sequence[FaxId] = ()
    ) -> ListAnswer:
        started = time.monotonic()
        try:
            answer = list_answer(self._call(action, for_list=True, **fields), source, asked)
        except ExchangeError as error:
            answer = ListAnswer(source, OUTCOME_OF[error.reason], error.reason)
        return replace(self._without_password(answer), elapsed_s=time.monotonic() - started)

    def _without_password(self, answer: AnyAnswer) -> AnyAnswer:
        """Mask the password in words that are not SRFax's known ones: they are kept, and may repeat it."""
        if not answer.result or answer.reason in {None, Reason.DOCUMENTED}:
            return answer
        return replace(answer, result=self._password.sub(MASK, answer.result))

    def _call(self, action: str, *, for_list: bool = False, **fields: str) -> HttpReply:
        """Ask for an action with its own fields. Raises ExchangeError for all that can go wrong."""
        try:
            return self._transport.post(self._form(action, fields), for_list=for_list)
        except ExchangeError as error:
            _log.info("%s: %s", action, error.reason)
            raise
        except Exception as error:
            # No text: that of an unforeseen error may quote the request, which holds the password.
            frames = " < ".join(f"{at.name}:{at.lineno}" for at in reversed(extract_tb(error.__traceback__)))
            _log.error("%s: unforeseen %s in %s", action, type(error).__name__, frames)
            raise ExchangeError(Reason.INTERNAL) from error

    def _form(self, action: str, fields: dict[str, str]) -> bytes:
        return urlencode(
            {
                "action": action,
                "access_id": self._credentials.account,
                "access_pwd": self._credentials.password,
                "sResponseFormat": self._response_format.upper(),
                **fields,
            },
        ).encode("ascii")


def _sub_users(include: bool) -> dict[str, str]:
    return {"sIncludeSubUsers": "Y"} if include else {}
