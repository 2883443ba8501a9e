# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What can be said on the command line, and what is said back where it makes no sense."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from srfax_desktop import __version__
from srfax_desktop.command_line import parse
from srfax_desktop.options import ForgetOptions, SelfTestOptions, StopOptions, WindowOptions, read_options
from srfax_desktop.srfax.endpoint import DEFAULT_URL

LOOPBACK = "http://127.0.0.1:8080/"


def stop(*arguments: str) -> StopOptions:
    options = read_options(["stop", *arguments])
    assert isinstance(options, StopOptions)
    return options


def window(*arguments: str) -> WindowOptions:
    options = read_options(arguments)
    assert isinstance(options, WindowOptions)
    return options


def test_stop_s_defaults() -> None:
    options = stop("31524120", "31524121")
    assert options.ids == ("31524120", "31524121")
    assert options.target.endpoint is not None
    assert options.target.endpoint.url == DEFAULT_URL == "https://secure.srfax.com/SRF_SecWebSvc.php"
    assert not options.target.is_practice
    assert options.account is None
    assert not options.password_from_stdin
    assert not options.json
    assert options.response_format == "json"
    assert options.retry
    assert options.give_up_after_s is None


def test_all_that_stop_can_be_told() -> None:
    options = stop(
        "1",
        "--account",
        "12345",
        "--password-stdin",
        "--json",
        "--format",
        "xml",
        "--no-retry",
        "--give-up-after",
        "2.5",
        "2",
        "--endpoint",
        "https://fax.example.com/x",
    )
    assert options.ids == ("1", "2")
    assert options.account == "12345"
    assert options.password_from_stdin
    assert options.json
    assert options.response_format == "xml"
    assert not options.retry
    assert options.give_up_after_s == 2.5
    assert options.target.endpoint is not None
    assert options.target.endpoint.url == "https://fax.example.com/x"


def test_an_id_given_twice_is_one_fax() -> None:
    assert stop("2", "1", "2").ids == ("2", "1")


@pytest.mark.parametrize("arguments", [("--practice",), ("--endpoint", LOOPBACK)])
def test_practice_here_or_on_loopback(arguments: tuple[str, ...]) -> None:
    assert stop("1", *arguments).target.is_practice
    assert window(*arguments).target.is_practice


def test_giving_up_at_once_is_a_wait_too() -> None:
    assert stop("1", "--give-up-after", "0").give_up_after_s == 0


def test_the_window_s_options() -> None:
    options = window("1", "oops", "--lang", "fr")
    assert options.ids == ("1", "oops")  # the window says that it is none
    assert options.language == "fr"
    assert not options.target.is_practice
    assert window() == WindowOptions((), options.target, None)


def test_the_self_test() -> None:
    assert read_options(["--self-test"]) == SelfTestOptions()


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"srfax-desktop {__version__}\n"


@pytest.mark.parametrize("arguments", [("--help",), ("stop", "--help")])
def test_help_names_every_exit_status_and_option(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(arguments)
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "--endpoint" in out
    assert "--practice" in out
    if arguments[0] == "stop":
        assert "0 all stopped" in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("stop",), "ID"),
        (("stop", ""), "'' is not a fax ID"),
        (("stop", "abc"), "'abc' is not a fax ID"),
        (("stop", "-1"), "-1"),
        (("stop", "1.5"), "'1.5' is not a fax ID"),
        (("stop", "٣"), "is not a fax ID"),
        (("stop", "000"), "'000' is not a fax ID"),
        (("stop", "1" * 21), "is not a fax ID"),
        (("stop", "1\n2"), "is not a fax ID"),
        (("stop", "1", "--account", "me@example.com"), "e-mail address"),
        (("stop", "1", "--account", "12x"), "digits only"),
        (("stop", "1", "--account", ""), "empty"),
        (("stop", "1", "--account"), "--account"),
        (("stop", "1", "--format", "yaml"), "yaml"),
        (("stop", "1", "--give-up-after", "soon"), "'soon' is not a number of seconds"),
        (("stop", "1", "--give-up-after", "-1"), "--give-up-after"),
        (("stop", "1", "--give-up-after=-1"), "'-1' is not a number of seconds"),
        (("stop", "1", "--give-up-after", "nan"), "'nan' is not a number of seconds"),
        (("stop", "1", "--give-up-after", "inf"), "'inf' is not a number of seconds"),
        (("stop", "1", "--endpoint", "http://example.com/"), "use https://"),
        (("stop", "1", "--endpoint", "example.com"), "should begin with https://"),
        (("stop", "1", "--endpoint", "https://u:secret@example.com/"), "no place in the address"),
        (("stop", "1", "--endpoint", ""), "should begin with https://"),
        (("stop", "1", "--endpoint", LOOPBACK, "--account", "12345"), "not encrypted"),
        (("stop", "1", "--practice", "--endpoint", "https://example.com/"), "do not go together"),
        (("stop", "1", "--practice", "--endpoint", ""), "do not go together"),
        (("stop", "1", "--practice", "--account", "12345"), "an account of its own"),
        (("stop", "1", "--practice", "--password-stdin"), "an account of its own"),
        (("stop", "1", "--password", "x"), "--password"),
        (("stop", "1", "--pass"), "--pass"),
        (("stop", "1", "--json=1"), "--json"),
        (("--endpoint", ""), "should begin with https://"),
        (("--lang", "de"), "de"),
        (("--nonsense",), "--nonsense"),
        (("--practice", "stop", "1"), "stop"),
        (("1", "stop"), "stop"),
    ],
)
def test_wrong_usage_is_2_says_what_is_wrong_and_that_nothing_was_sent(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(arguments)
    assert ended.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    said = captured.err.splitlines()[0]
    assert words in captured.err
    assert captured.err.count("Nothing was sent.") == 1
    assert said.startswith("srfax-desktop")
    assert ".." not in said
    before = said.partition(" Nothing was sent.")[0]
    assert before.endswith((".", "!")), "two sentences run into one"
    assert "usage: srfax-desktop" in captured.err
    assert "secret" not in captured.err


def test_a_password_has_no_place_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Every user of the computer can read it there."""
    with pytest.raises(SystemExit):
        read_options(["stop", "--help"])
    assert "--password " not in capsys.readouterr().out


def test_options_are_read_before_anything_heavy_is_loaded() -> None:
    script = (
        "import sys; from srfax_desktop.__main__ import main\n"
        "try: main(['stop', 'x'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('PySide6', 'requests', 'keyring') if name in sys.modules])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_double_click_is_the_window_at_srfax_as_an_empty_command_line_says() -> None:
    assert read_options([]) == parse([])


def test_forgetting_is_told_in_a_word() -> None:
    assert read_options(["--forget-passwords"]) == ForgetOptions()
