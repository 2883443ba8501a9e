# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What can be said on the command line, and how it is read and checked."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from srfax_desktop import __version__
from srfax_desktop.core.fax import parse_fax_id
from srfax_desktop.core.sign_in import AccountError, AccountProblem, parse_account
from srfax_desktop.options import ForgetOptions, SelfTestOptions, StopOptions, Target, WindowOptions
from srfax_desktop.srfax.endpoint import DEFAULT_URL, Endpoint, EndpointError, EndpointProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import AccountNumber, FaxId
    from srfax_desktop.options import Options

_ENDPOINT_WORDS = {
    EndpointProblem.NOT_A_URL: "not an address: it should begin with https://",
    EndpointProblem.NOT_HTTPS: "http:// is only for a service on this computer; use https://",
    EndpointProblem.HAS_CREDENTIALS: "a user name or password has no place in the address",
}
_ACCOUNT_WORDS = {
    AccountProblem.EMPTY: "the account number is empty",
    AccountProblem.EMAIL: "this is an e-mail address; SRFax wants the account number, digits only",
    AccountProblem.NOT_DIGITS: "the account number is made of digits only",
}


LINK = "--link"
"""What installers register for links, before the one link."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, *, prog: str, description: str) -> None:
        # Abbreviations would change their meaning as options are added, and scripts last for years.
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and that nothing was sent. Exits with 2."""
        stop = "" if message.endswith(".") else "."
        self.exit(2, f"{self.prog}: {message}{stop} Nothing was sent.\n{self.format_usage()}")


def parse(arguments: Sequence[str]) -> Options:
    """Return what was said. Wrong usage, --help and --version end the program here (SystemExit)."""
    if arguments and arguments[0] == LINK:
        return _read_link(arguments[1:])
    if arguments and arguments[0] == "stop":
        return _read_stop(arguments[1:])
    parser = _window_parser()
    said = parser.parse_intermixed_args(arguments)
    if said.link is not None:
        parser.error(f"{LINK} comes first, and takes one link and nothing else.")
    if said.self_test:
        return SelfTestOptions()
    if said.forget_passwords:
        return ForgetOptions()
    if "stop" in said.ids:
        parser.error("stop comes first: srfax-desktop stop ID …")
    return WindowOptions(tuple(said.ids), _target(parser, said), said.lang)


def _read_link(arguments: Sequence[str]) -> WindowOptions:
    """Read the one form in which the system hands over a link, which anybody may have written.

    It is never taken for an option, and nothing beside it is taken at all.
    """
    if len(arguments) > 1:
        _window_parser().error(f"{LINK} comes first, and takes one link and nothing else.")
    link = arguments[0] if arguments else ""  # started from a menu, some systems leave the place empty
    return WindowOptions((), Target(Endpoint.parse(DEFAULT_URL)), None, link or None)


def _read_stop(arguments: Sequence[str]) -> StopOptions:
    parser = _stop_parser()
    said = parser.parse_intermixed_args(arguments)
    target = _target(parser, said)
    if target.endpoint is None and (said.account or said.password_stdin):
        parser.error("--practice has an account of its own: leave --account and --password-stdin out.")
    if said.account and target.endpoint and not target.endpoint.may_carry(said.account):
        parser.error(f"--endpoint: {target.endpoint.url} is not encrypted; only practice may use it.")
    return StopOptions(
        ids=tuple(dict.fromkeys(said.ids)),
        target=target,
        account=said.account,
        password_from_stdin=said.password_stdin,
        json=said.json,
        response_format=said.format,
        retry=not said.no_retry,
        give_up_after_s=said.give_up_after,
    )


def _window_parser() -> _Parser:
    parser = _Parser(
        prog="srfax-desktop",
        description="Stop faxes that are queued at SRFax. Without a window: srfax-desktop stop ID …",
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="fax IDs to add to the list")
    _add_target(parser)
    parser.add_argument(LINK, metavar="LINK", help="a link that was clicked: alone, srfax-desktop:ID")
    parser.add_argument("--lang", choices=("en", "fr"), help="language of the window")
    parser.add_argument("--self-test", action="store_true", help="check this installation")
    parser.add_argument(
        "--forget-passwords", action="store_true", help="take all remembered passwords out of the vault"
    )
    parser.add_argument("--version", action="version", version=f"srfax-desktop {__version__}")
    return parser


def _stop_parser() -> _Parser:
    parser = _Parser(
        prog="srfax-desktop stop",
        description="Stop faxes without a window. Exit status: 0 all stopped; 1 at least one ended "
        "otherwise; 2 wrong usage, nothing was sent; 3 sign-in refused or missing.",
    )
    parser.add_argument("ids", nargs="+", type=_fax_id, metavar="ID", help="fax IDs (FaxDetailsID)")
    parser.add_argument("--account", type=_account, metavar="N", help="account number")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--format", choices=("json", "xml"), default="json", help="what SRFax answers in")
    parser.add_argument("--no-retry", action="store_true", help="ask once for each fax")
    parser.add_argument(
        "--give-up-after",
        type=_seconds,
        metavar="SECONDS",
        help="ask about each at least once; try none again after this",
    )
    _add_target(parser)
    return parser


def _add_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--practice", action="store_true", help="use the practice service: nothing is real")
    parser.add_argument("--endpoint", metavar="URL", help=f"address of the service (default: {DEFAULT_URL})")


def _target(parser: argparse.ArgumentParser, said: argparse.Namespace) -> Target:
    if said.practice:
        if said.endpoint is not None:
            parser.error("--practice and --endpoint do not go together.")
        return Target(None)
    try:
        # An empty address, as a script's empty variable makes one, must not become SRFax's own.
        return Target(Endpoint.parse(DEFAULT_URL if said.endpoint is None else said.endpoint))
    except EndpointError as error:
        parser.error(f"--endpoint: {_ENDPOINT_WORDS[error.problem]}.")


def _fax_id(text: str) -> FaxId:
    try:
        return parse_fax_id(text)
    except ValueError:
        message = f"{text!r} is not a fax ID (digits only)."
        raise argparse.ArgumentTypeError(message) from None


def _account(text: str) -> AccountNumber:
    try:
        return parse_account(text)
    except AccountError as error:
        raise argparse.ArgumentTypeError(f"{_ACCOUNT_WORDS[error.problem]}.") from None


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        message = f"{text!r} is not a number of seconds."
        raise argparse.ArgumentTypeError(message)
    return seconds
