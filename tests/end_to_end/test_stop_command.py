# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`srfax-desktop stop` over real TLS, from the command line to the exit status."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from srfax_desktop.srfax.practice_faults import delay, hang, http_reply
from tests.end_to_end.program import ROOT, Ended, end, environment, run, started, wait_until

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeRequest, PracticeServer


class Stop(Protocol):
    """Runs `stop` against the service, signed in, to its end."""

    def __call__(self, *arguments: str, password: str | None = None) -> Ended: ...


class Begin(Protocol):
    """Begins such a run."""

    def __call__(self, *arguments: str) -> AbstractContextManager[subprocess.Popen[str]]: ...


@pytest.fixture
def signed_in(service: PracticeServer, clinic: Credentials) -> tuple[str, ...]:
    return ("--endpoint", service.url, "--account", clinic.account, "--password-stdin")


@pytest.fixture
def stop(signed_in: tuple[str, ...], clinic: Credentials, ca_file: str) -> Stop:
    def stop(*arguments: str, password: str | None = None) -> Ended:
        typed = f"{clinic.password if password is None else password}\n"
        return run("stop", *signed_in, *arguments, typed=typed, SSL_CERT_FILE=ca_file)

    return stop


@pytest.fixture
def begin(signed_in: tuple[str, ...], clinic: Credentials, ca_file: str) -> Begin:
    def begin(*arguments: str) -> AbstractContextManager[subprocess.Popen[str]]:
        typed = f"{clinic.password}\n"
        return started("stop", *signed_in, *arguments, typed=typed, SSL_CERT_FILE=ca_file)

    return begin


def stops(service: PracticeServer) -> list[PracticeRequest]:
    """The requests to stop a fax, without the look at SRFax's lists that follows them."""
    return [request for request in service.requests if request.action == "Stop_Fax"]


def test_all_stopped_is_0_and_each_line_is_the_contract_to_the_letter(
    stop: Stop, service: PracticeServer
) -> None:
    ended = stop("10000001", "--json")
    assert re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", "TIME", ended.out) == (
        '{"event":"attempt","fax_id":"10000001","attempt":1,"outcome":"stopped","result":"Fax Cancelled",'
        '"retry_in_s":null}\n'
        '{"event":"final","fax_id":"10000001","attempts":1,"outcome":"stopped","result":"Fax Cancelled",'
        '"check":{"verdict":"confirmed","at":"TIME","status":"Failed","error_code":"Cancelled","pages":0,'
        '"queued":false,"problem":null}}\n'
    )
    assert (ended.status, ended.err) == (0, "")
    [request] = stops(service)
    assert (request.action, request.fax_id, request.account) == ("Stop_Fax", "10000001", "12345")
    assert request.password_matched
    assert request.response_format == "JSON"


@pytest.mark.parametrize(
    ("fax_id", "outcome", "result"),
    [
        ("10000002", "partially_sent", "Fax cancelled but partially sent"),
        ("10000003", "already_sent", "Fax transmission completed"),
    ],
)
def test_one_that_ended_otherwise_makes_it_1(stop: Stop, fax_id: str, outcome: str, result: str) -> None:
    ended = stop("10000001", fax_id, "--json")
    assert ended.status == 1
    assert ended.finals == {"10000001": "stopped", fax_id: outcome}
    assert result in [event["result"] for event in ended.events]


def test_retries_are_told_with_their_wait(stop: Stop) -> None:
    ended = stop("10000005", "--json")
    assert ended.out.splitlines()[0] == (
        '{"event":"attempt","fax_id":"10000005","attempt":1,"outcome":"not_found",'
        '"result":"File not found \\u2013 Please try again","retry_in_s":5.0}'
    )
    assert ended.events[-1]["attempts"] == 2
    assert ended.status == 0


def test_xml_is_asked_for_and_understood(stop: Stop, service: PracticeServer) -> None:
    ended = stop("10000001", "10000002", "--json", "--format", "xml")
    assert ended.finals == {"10000001": "stopped", "10000002": "partially_sent"}
    assert {request.response_format for request in service.requests} == {"XML"}


def test_the_same_for_people(stop: Stop) -> None:
    ended = stop("10000001", "10000003")
    assert "10000001  STOPPED (1 attempt) – SRFax said: Fax Cancelled" in ended.out
    assert "10000003  TOO LATE – ALREADY SENT (1 attempt)" in ended.out


def test_a_fax_given_twice_is_asked_about_once(stop: Stop, service: PracticeServer) -> None:
    ended = stop("10000001", "10000001", "--json")
    assert (ended.status, len(stops(service))) == (0, 1)
    assert len(ended.events) == 2


def test_a_wrong_password_leaves_at_most_4_times_for_500_faxes(stop: Stop, service: PracticeServer) -> None:
    fax_ids = [str(20000000 + number) for number in range(500)]
    ended = stop(*fax_ids, "--json", password="wrong")
    assert ended.status == 3
    assert ended.finals == dict.fromkeys(fax_ids, "login_rejected")
    assert 1 <= len(service.requests) <= 4
    assert not any(request.password_matched for request in service.requests)


def test_a_wrong_password_is_not_sent_again_while_the_first_answer_is_slow(
    stop: Stop, service: PracticeServer
) -> None:
    service.behave(delay(2.0), times=None)
    fax_ids = [str(20000000 + number) for number in range(500)]
    ended = stop(*fax_ids, "--json", password="wrong")
    assert ended.status == 3
    assert set(ended.finals) == set(fax_ids)
    assert len(service.requests) <= 4


def test_an_untrusted_certificate_ends_each_fax_and_no_password_is_sent(
    service: PracticeServer, signed_in: tuple[str, ...], clinic: Credentials
) -> None:
    ended = run("stop", *signed_in, "10000001", "10000002", "--json", typed=f"{clinic.password}\n")
    assert ended.status == 1
    assert ended.finals == dict.fromkeys(("10000001", "10000002"), "untrusted_certificate")
    assert service.requests == ()


def test_another_ca_named_for_other_programs_is_not_trusted(
    service: PracticeServer, signed_in: tuple[str, ...], clinic: Credentials, ca_file: str
) -> None:
    typed = f"{clinic.password}\n"
    ended = run(
        "stop", *signed_in, "10000001", typed=typed, REQUESTS_CA_BUNDLE=ca_file, CURL_CA_BUNDLE=ca_file
    )
    assert (ended.status, service.requests) == (1, ())


def test_nobody_listening_is_unreachable(clinic: Credentials) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"https://127.0.0.1:{taken.getsockname()[1]}/"
    ended = run(
        *("stop", "10000001", "10000002", "--json", "--no-retry", "--endpoint", url),
        *("--account", clinic.account, "--password-stdin"),
        typed=f"{clinic.password}\n",
    )
    assert ended.status == 1
    assert ended.finals == dict.fromkeys(("10000001", "10000002"), "unreachable")


def test_no_retry_asks_once_for_each(stop: Stop, service: PracticeServer) -> None:
    ended = stop("10000004", "10000006", "10000001", "--json", "--no-retry")
    assert ended.status == 1
    assert ended.finals == {"10000004": "converting", "10000006": "service_fault", "10000001": "stopped"}
    assert sorted(request.fax_id for request in stops(service)) == ["10000001", "10000004", "10000006"]
    assert {event.get("retry_in_s") for event in ended.events} == {None}


def test_giving_up_after_some_seconds_does_give_up(stop: Stop, service: PracticeServer) -> None:
    began = time.monotonic()
    ended = stop("10000008", "10000001", "--json", "--give-up-after", "3")
    assert ended.status == 1
    assert ended.finals == {"10000008": "converting", "10000001": "stopped"}
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("missing", ["account", "password", "password with nothing typed"])
def test_a_missing_sign_in_is_3_and_nothing_is_sent(
    missing: str, service: PracticeServer, ca_file: str
) -> None:
    said = {
        "account": ("--password-stdin",),
        "password": ("--account", "12345"),
        "password with nothing typed": ("--account", "12345", "--password-stdin"),
    }[missing]
    ended = run("stop", "10000001", "--endpoint", service.url, *said, SSL_CERT_FILE=ca_file)
    assert ended.status == 3
    assert "Nothing was sent" in ended.err
    assert ended.out == ""
    assert service.requests == ()


@pytest.mark.parametrize("arguments", [("12x",), ("10000001", "--endpoint", "http://203.0.113.1/"), ()])
def test_wrong_usage_is_2_and_nothing_is_sent(arguments: tuple[str, ...], stop: Stop) -> None:
    ended = run("stop", *arguments)
    assert ended.status == 2
    assert "Nothing was sent" in ended.err
    assert ended.out == ""


def test_a_real_account_is_not_sent_over_plain_http_to_this_computer() -> None:
    arguments = ("stop", "1", "--endpoint", "http://127.0.0.1:9/", "--account", "12345", "--password-stdin")
    ended = run(*arguments, typed="secret\n")
    assert ended.status == 2
    assert "Nothing was sent" in ended.err


def test_ctrl_c_ends_it_within_3_s_whatever_is_under_way(service: PracticeServer, begin: Begin) -> None:
    service.behave(hang(), times=1)
    with begin("10000001", "10000002", "--json") as process:
        wait_until(lambda: len(service.requests) >= 2)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        ended = end(process)
    assert time.monotonic() - began < 3
    assert ended.status == 1
    assert "Traceback" not in ended.err


def test_ctrl_c_during_a_countdown_says_how_it_ended(begin: Begin) -> None:
    with begin("10000008", "--json") as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["outcome"] == "converting"
        process.send_signal(signal.SIGINT)
        ended = end(process)
    assert ended.finals == {"10000008": "converting"}
    assert ended.status == 1


@pytest.mark.parametrize("lines", [0, 1])
def test_a_reader_that_has_gone_away_does_not_stop_the_stopping(
    lines: int, service: PracticeServer, begin: Begin
) -> None:
    service.behave(delay(0.5), times=None)
    with begin("10000001", "10000002", "10000003", "--json") as process:
        assert process.stdout
        assert process.stderr
        for _ in range(lines):
            assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(30) == 1
        assert process.stderr.read() == ""
    asked = [request.fax_id for request in stops(service)]
    assert sorted(asked) == ["10000001", "10000002", "10000003"]


def test_no_standard_streams_at_all_do_not_stop_the_stopping(
    service: PracticeServer, signed_in: tuple[str, ...], clinic: Credentials, ca_file: str, tmp_path: Path
) -> None:
    typed = tmp_path / "typed"
    typed.write_text(f"{clinic.password}\n")
    command = [sys.executable, "-m", "srfax_desktop", "stop", *signed_in, "10000001"]
    script = 'typed=$1; shift; exec "$@" <"$typed" >&- 2>&-'
    ended = subprocess.run(
        ["/bin/sh", "-c", script, "sh", str(typed), *command],
        env=environment(SSL_CERT_FILE=ca_file),
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0
    assert [request.fax_id for request in stops(service)] == ["10000001"]


def test_the_password_is_nowhere_but_in_memory(
    home: Path, service: PracticeServer, begin: Begin, clinic: Credentials
) -> None:
    service.answer_with(http_reply(500, f"you said {clinic.password}".encode()), times=1)
    secret = clinic.password.encode()
    with begin("10000001", "10000008", "--json") as process:
        wait_until(lambda: len(service.requests) >= 3)
        for name in ("cmdline", "environ"):
            assert secret not in Path(f"/proc/{process.pid}/{name}").read_bytes()
        process.send_signal(signal.SIGINT)
        ended = end(process)
    assert clinic.password not in ended.out + ended.err
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite3" for path in kept)
    assert any(path.suffix == ".log" for path in kept)
    assert [path for path in kept if secret in path.read_bytes()] == []
    assert [path for path in kept if path.stat().st_mode & 0o077] == []


def test_a_second_run_asks_anew_and_keeps_the_first_ones_history(
    stop: Stop, service: PracticeServer, home: Path
) -> None:
    first, second = stop("10000001", "10000003", "--json"), stop("10000001", "10000003", "--json")
    assert first.finals == second.finals == {"10000001": "stopped", "10000003": "already_sent"}
    assert {event["attempts"] for event in second.events if event["event"] == "final"} == {1}
    assert len(stops(service)) == 4


def test_two_runs_at_once_do_not_disturb_each_other(begin: Begin) -> None:
    fax_ids = ("10000001", "10000002", "10000003")
    with begin(*fax_ids, "--json") as first, begin(*fax_ids, "--json") as second:
        both = [end(first), end(second)]
    for ended in both:
        assert (ended.status, ended.err) == (1, "")
        assert ended.finals == dict(zip(fax_ids, ("stopped", "partially_sent", "already_sent"), strict=True))


def test_the_practice_service_needs_no_sign_in() -> None:
    fax_ids = [f"1000000{number}" for number in (1, 2, 3, 5, 6)]
    ended = run("stop", "--practice", "--json", *fax_ids, "--give-up-after", "30")
    assert ended.finals == {
        "10000001": "stopped",
        "10000002": "partially_sent",
        "10000003": "already_sent",
        "10000005": "stopped",
        "10000006": "stopped",
    }
    assert (ended.status, ended.err) == (1, "")
