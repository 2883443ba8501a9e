# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The Retry-After of a reply that says "not now" (RFC 9110, section 10.2.3)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_WAIT_S = 86_400.0
_SECONDS = re.compile(r"[0-9]{1,9}", re.ASCII)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the seconds to wait, 0 to a day; None where no wait is asked for or it is nonsense.

    A date is taken relative to the reply's own Date where it has one, so this computer's clock
    may be wrong.
    """
    value = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(value):
        return min(float(value), _MAX_WAIT_S)
    until = _date(value)
    if until is None:
        return None
    now = _date(headers.get("date", "")) or datetime.now(UTC)
    return min(max((until - now).total_seconds(), 0.0), _MAX_WAIT_S)


def _date(value: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(value)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
