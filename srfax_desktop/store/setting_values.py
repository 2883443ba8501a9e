# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a value from JSON must be: a reader returns it in the program's own type, or raises ValueError."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from srfax_desktop.core.proxy_choice import NONE, SYSTEM, parse_proxy
from srfax_desktop.core.sign_in import parse_account

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from srfax_desktop.core.fax import AccountNumber

    Reader = Callable[[object], Any]


def read_values(
    raw: Mapping[str, object],
    readers: Mapping[str, Reader],
    problems: list[str],
    where: str = "",
) -> dict[str, Any]:
    """Return the values that can be used; the keys of the others, after `where`, are added to `problems`.

    A key without a reader is left alone.
    """
    values = {}
    for key, reader in readers.items():
        if key in raw:
            try:
                values[key] = reader(raw[key])
            except ValueError:
                problems.append(where + key)
    return values


def flag(value: object) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise ValueError(value)


def text(value: object) -> str:
    """Read a string."""
    if isinstance(value, str):
        return value
    raise ValueError(value)


def texts(value: object) -> dict[str, str]:
    """Read an object whose values are strings."""
    if isinstance(value, dict):
        return {text(key): text(item) for key, item in value.items()}
    raise ValueError(value)


def account(value: object) -> AccountNumber:
    """Read an account number."""
    return parse_account(text(value))


def accounts(value: object) -> tuple[AccountNumber, ...]:
    """Read a list of account numbers."""
    if isinstance(value, list):
        return tuple(map(account, value))
    raise ValueError(value)


def one_of(*words: str) -> Callable[[object], str]:
    """Return a reader of one of these words."""

    def read(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        raise ValueError(value)

    return read


def proxy(value: object) -> str:
    """Read `system`, `none`, or the http(s) URL of a proxy: host and port, and no password."""
    if value in (SYSTEM, NONE):
        return str(value)
    address = text(value)
    if parse_proxy(address) == address:
        return address
    raise ValueError(value)


def number(lowest: float, highest: float) -> Callable[[object], float]:
    """Return a reader of numbers from `lowest` to `highest`."""

    def read(value: object) -> float:
        # True is an int to Python; NaN is in no range, so it fails here too.
        if isinstance(value, int | float) and not isinstance(value, bool) and lowest <= value <= highest:
            return float(value)
        raise ValueError(value)

    return read


def refresh_s(value: object) -> float:
    """Read the seconds between two looks at the queue: 0 for none, else 15 or more."""
    return 0.0 if value == 0 and not isinstance(value, bool) else number(15, 86_400)(value)


def whole(lowest: int, highest: int) -> Callable[[object], int]:
    """Return a reader of whole numbers from `lowest` to `highest`."""

    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        raise ValueError(value)

    return read


def optional(reader: Reader) -> Reader:
    """Return a reader that takes null as well."""
    return lambda value: None if value is None else reader(value)
