# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The ends of the composition root that a run of the program seldom meets."""

from __future__ import annotations

import getpass
import io
import os
import sys
import time
from typing import TYPE_CHECKING, Any, cast

import pytest

from srfax_desktop import app, parts
from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.ports import VaultError
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.options import StopOptions, read_options
from srfax_desktop.store.credentials import KeyringVault

if TYPE_CHECKING:
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.worker import WorkerPool
    from srfax_desktop.home import Home

ACCOUNT = AccountNumber("12345")


class Closable:
    """Takes note that it was closed."""

    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


class StuckPool:
    """A pool with a thread that waits for something outside. told: when it was first told to end."""

    def __init__(self) -> None:
        self.told: float | None = None

    def close(self, wait_s: float) -> bool:
        self.told = self.told or time.monotonic()
        time.sleep(wait_s)
        return False


class Preferred:
    """Preferences with an account or none."""

    def __init__(self, account: AccountNumber | None = None) -> None:
        self.account = account
        self.to_forget: tuple[AccountNumber, ...] = ()


@pytest.fixture
def exits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The statuses with which the process would have ended around its threads."""
    statuses: list[int] = []
    monkeypatch.setattr(os, "_exit", statuses.append)
    return statuses


def end(*pools: StuckPool, home: Closable, place: Closable) -> None:
    parts.end(
        *cast("tuple[WorkerPool, ...]", pools),
        home=cast("Home", home),
        place=cast("parts.Place", place),
        status=7,
    )


def test_threads_that_cannot_be_ended_are_told_at_once_and_waited_for_together(exits: list[int]) -> None:
    pools, home, place = [StuckPool(), StuckPool(), StuckPool()], Closable(), Closable()
    began = time.monotonic()
    end(*pools, home=home, place=place)
    assert time.monotonic() - began < parts.THREADS_WAIT_S * 1.5
    assert all(pool.told is not None and pool.told - began < 0.2 for pool in pools)
    assert exits == [7]
    assert (home.closed, place.closed) == (1, 1)


class BrokenPipe(io.StringIO):
    """A standard output whose reader has gone away."""

    def flush(self) -> None:
        raise BrokenPipeError


@pytest.mark.parametrize("stream", [None, BrokenPipe()])
def test_a_standard_output_that_is_gone_does_not_keep_the_process(
    exits: list[int], monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        end(StuckPool(), home=Closable(), place=Closable())
    assert exits == [7]


# What `stop` signs in with


def stop(*arguments: str) -> StopOptions:
    options = read_options(["stop", "1", *arguments])
    assert isinstance(options, StopOptions)
    return options


def credentials(*arguments: str, remembered: AccountNumber | None = None) -> Credentials | None:
    return app._credentials(stop(*arguments), cast("Preferences", Preferred(remembered)))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put bytes on standard input, which Python opens as the locale has it."""

    def type_(content: bytes, encoding: str = "utf-8", errors: str = "strict") -> None:
        stdin = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, errors=errors)
        monkeypatch.setattr(sys, "stdin", stdin)

    return type_


@pytest.mark.parametrize(
    "content",
    [b"p&ss =+%41 \xc3\xa9;#?", b"p&ss =+%41 \xc3\xa9;#?\n", b"p&ss =+%41 \xc3\xa9;#?\r\nmore\n"],
)
def test_the_first_line_is_the_password_to_the_letter(typed: Any, content: bytes) -> None:
    typed(content)
    assert credentials("--account", ACCOUNT, "--password-stdin") == Credentials(ACCOUNT, "p&ss =+%41 é;#?")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfx\xc3\xa9\r\n", b"\xef\xbb\xbfx\xc3\xa9"])
def test_the_mark_of_an_editor_on_windows_is_no_part_of_the_password(typed: Any, content: bytes) -> None:
    typed(content)
    assert credentials("--account", ACCOUNT, "--password-stdin") == Credentials(ACCOUNT, "xé")


def test_spaces_around_a_password_belong_to_it(typed: Any) -> None:
    typed(b"  x \n")
    signed_in = credentials("--account", ACCOUNT, "--password-stdin")
    assert signed_in is not None
    assert signed_in.password == "  x "


@pytest.mark.parametrize(
    ("encoding", "errors"),
    [("utf-8", "surrogateescape"), ("ascii", "surrogateescape"), ("cp1252", "strict")],
)
def test_a_password_is_in_utf_8_whatever_the_locale(typed: Any, encoding: str, errors: str) -> None:
    typed("p é 漢\n".encode(), encoding, errors)
    assert credentials("--account", ACCOUNT, "--password-stdin") == Credentials(ACCOUNT, "p é 漢")


@pytest.mark.parametrize(("encoding", "errors"), [("utf-8", "strict"), ("utf-8", "surrogateescape")])
def test_a_password_in_letters_that_nobody_knows_is_a_missing_one(
    typed: Any, capsys: pytest.CaptureFixture[str], encoding: str, errors: str
) -> None:
    typed(b"caf\xe9\n", encoding, errors)
    assert credentials("--account", ACCOUNT, "--password-stdin") is None
    err = capsys.readouterr().err
    assert "UTF-8" in err
    assert "Nothing was sent" in err
    assert "caf" not in err


def test_a_closed_standard_input_is_a_missing_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert credentials("--account", ACCOUNT, "--password-stdin") is None
    assert "Nothing was sent" in capsys.readouterr().err


def test_the_remembered_account_is_the_one_unless_another_is_named(
    typed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeyringVault, "load", lambda _, account: f"of {account}")
    assert credentials(remembered=ACCOUNT) == Credentials(ACCOUNT, "of 12345")
    other = AccountNumber("777")
    assert credentials("--account", other, remembered=ACCOUNT) == Credentials(other, "of 777")


def test_a_password_that_is_to_be_forgotten_is_not_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(KeyringVault, "load", lambda _, account: f"of {account}")
    preferences = Preferred(ACCOUNT)
    preferences.to_forget = (ACCOUNT,)
    assert app._credentials(stop(), cast("Preferences", preferences)) is None
    assert f"no password for account {ACCOUNT}" in capsys.readouterr().err


def test_without_an_account_nothing_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert credentials() is None
    assert "no account number" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("leaves", [KeyboardInterrupt, EOFError])
def test_leaving_the_question_for_the_password_sends_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leaves: type[BaseException]
) -> None:
    def ask(_: str) -> str:
        raise leaves

    def no_vault(*_: object) -> str:
        raise VaultError("none")

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", ask)
    monkeypatch.setattr(KeyringVault, "load", no_vault)
    assert credentials("--account", ACCOUNT) is None
    err = capsys.readouterr().err
    assert "the password vault could not be asked: none" in err
    assert "Nothing was sent" in err
