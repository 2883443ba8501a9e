# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a start of the program is told to do, known before anything heavy is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.srfax.endpoint import DEFAULT_URL, Endpoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import AccountNumber, FaxId


class Target(NamedTuple):
    """Where requests go: to SRFax, to another address, or (endpoint None) to the practice service within."""

    endpoint: Endpoint | None

    @property
    def is_practice(self) -> bool:
        """Whether only the practice account may be used there, and nothing is real."""
        return self.endpoint is None or self.endpoint.is_plain_loopback


class WindowOptions(NamedTuple):
    """`srfax-desktop [ID ...]`. ids are as they were given: the window tells which are none.

    link: what the system handed over as a link, whatever it is; None where it handed over none.
    """

    ids: tuple[str, ...]
    target: Target
    language: str | None
    link: str | None = None


class StopOptions(NamedTuple):
    """`srfax-desktop stop ID [ID ...]`."""

    ids: tuple[FaxId, ...]
    target: Target
    account: AccountNumber | None
    password_from_stdin: bool
    json: bool
    response_format: str
    retry: bool
    give_up_after_s: float | None


class SelfTestOptions(NamedTuple):
    """`srfax-desktop --self-test`."""


class ForgetOptions(NamedTuple):
    """`srfax-desktop --forget-passwords`."""


Options = WindowOptions | StopOptions | SelfTestOptions | ForgetOptions


def read_options(arguments: Sequence[str]) -> Options:
    """Return what was said. Wrong usage, --help and --version end the program here (SystemExit)."""
    if not arguments:  # a double click: there is nothing to read, and nothing to load for it
        return WindowOptions((), Target(Endpoint.parse(DEFAULT_URL)), None)
    from srfax_desktop.command_line import parse  # noqa: PLC0415

    return parse(arguments)
