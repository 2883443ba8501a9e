# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""No test, and no program that a test starts, reaches any address but this computer's own.

Names under `.invalid` are not found, and nobody is asked about them.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

RECORD = "SRFAX_TEST_STRANGERS"
"""The variable that tells a started program where to write down whom it wanted to reach."""

_PACKETS = {"socket.connect", "socket.sendto", "socket.sendmsg"}


def stranger(event: str, arguments: tuple[Any, ...]) -> str | None:
    """Return the other computer that an audit event is about, None where it is about none."""
    if event in _PACKETS:
        asked = arguments[1]
    elif event == "socket.getaddrinfo":
        asked = arguments
    elif event in {"socket.gethostbyname", "socket.gethostbyaddr"}:
        asked = (arguments[0],)
    else:
        return None
    if not isinstance(asked, tuple) or asked[0] in {None, "localhost"}:
        return None  # a path is a socket of this computer
    return None if _is_here(asked[0]) else str(asked[0])


def looks_up_here_only(look_up: Callable[..., Any]) -> Callable[..., Any]:
    """Return `socket.getaddrinfo` as it is where `.invalid` is not found, as it should not be."""

    def look_up_here(host: Any, *arguments: Any, **named: Any) -> Any:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if isinstance(name, str) and name.rstrip(".").endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *arguments, **named)

    return look_up_here


def guard_this_program() -> None:
    """Refuse, for good, whatever would leave this computer, and write it down where RECORD says."""
    record = os.environ.get(RECORD)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if host := stranger(event, arguments):
            if record:
                with open(record, "a", encoding="utf-8") as file:  # noqa: PTH123 - called from within anything
                    file.write(f"{host}\n")
            message = f"a test's program tried to reach {host}"
            raise OSError(message)

    socket.getaddrinfo = looks_up_here_only(socket.getaddrinfo)
    sys.addaudithook(refuse)


def _is_here(host: Any) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
