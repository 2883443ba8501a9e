# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How single values are kept in columns, and what is made of one that was damaged."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from srfax_desktop.core.fax import AccountNumber

Value = int | float | str | bytes | None
"""What a column may hold: SQLite keeps any kind of value in any column."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_MILLISECOND = timedelta(milliseconds=1)
_log = logging.getLogger(__name__)
_Code = TypeVar("_Code", bound=StrEnum)


def ms_since_epoch(at: datetime) -> int:
    """Return whole milliseconds of UTC since 1970; what is less is cut off."""
    return (at - EPOCH) // _MILLISECOND


def ms_from(at: datetime) -> int:
    """Return the first whole millisecond since 1970 that is not before `at`."""
    return -((EPOCH - at) // _MILLISECOND)


def milliseconds(seconds: float | None) -> int | None:
    """Return seconds as the nearest whole milliseconds."""
    return None if seconds is None else round(seconds * 1000)


def storable(text: str | None) -> str | None:
    """Return text that UTF-8 can carry."""
    # JSON can bring half a surrogate pair, which UTF-8 cannot: it is kept as it was written, `\ud800`.
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


def read_moment(value: Value) -> datetime | None:
    """Return milliseconds since 1970 as a moment in UTC."""
    ms = read_whole(value)
    if ms is None:
        return None
    try:
        return _moment(ms)
    except OverflowError:
        _warn(value)
        return None


@lru_cache(maxsize=64)
def _moment(ms: int) -> datetime:
    """Return the same object for the same moment: faxes that came together were added in the same one."""
    return EPOCH + ms * _MILLISECOND


def read_seconds(value: Value) -> float | None:
    """Return milliseconds as seconds."""
    ms = read_whole(value)
    return None if ms is None else ms / 1000


def read_whole(value: Value) -> int | None:
    """Return a whole number."""
    if value is None or isinstance(value, int):
        return value
    _warn(value)
    return None


def read_text(value: Value) -> str | None:
    """Return a text; what is not one is shown as it is."""
    return None if value is None else str(value)


def read_account(value: Value) -> AccountNumber | None:
    """Return an account number, kept once however many faxes are its own."""
    return None if value is None else AccountNumber(sys.intern(str(value)))


def read_optional_code(codes: type[_Code], value: Value, unreadable: _Code) -> _Code | None:
    """Return one of `codes`, or None for none."""
    return None if value is None else read_code(codes, value, unreadable)


def read_code(codes: type[_Code], value: Value, unreadable: _Code) -> _Code:
    """Return one of `codes`; `unreadable`, the one that promises least, for what is none of them."""
    code: _Code | None = _codes_by_value(codes).get(value)
    if code is None:
        _warn(value)
        return unreadable
    return code


@cache
def _codes_by_value(codes: type[_Code]) -> dict[Value, _Code]:
    """Return the codes by their text: to ask the type for each of ten thousand takes four times as long."""
    return {code.value: code for code in codes}


def _warn(value: Value) -> None:
    # Not the value: whatever damaged the row may have put a number or a subject there.
    kind = type(value).__name__
    _log.warning("the database holds a wrong %s; the row is shown with what could be read of it", kind)
