# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The password is in memory and in the vault, and nowhere else: not even after a crash."""

from __future__ import annotations

import json
import signal
import socket
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_faults import body, hang
from srfax_desktop.store.paths import Paths
from tests.end_to_end import program
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.live_window import MemoryVault, live_window
from tests.end_to_end.program import ROOT, run, started, wait_until
from tests.end_to_end.secret_service import SecretService, missing_packages
from tests.end_to_end.spelled import Search, marker, spellings
from tests.figures import Figures, short_or_long

if TYPE_CHECKING:
    import ssl
    import subprocess
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QApplication

    from tests.end_to_end.screen import Reader, Screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at by way of /proc")

ACCOUNT = AccountNumber("12345")
SEEDS = range(short_or_long(1, 20))
ALTERED = (sys.executable, "-W", "error", str(Path(__file__).with_name("altered_program.py")))


@contextmanager
def clinic_with(password: str, tls: ssl.SSLContext) -> Iterator[PracticeServer]:
    with PracticeServer(credentials=Credentials(ACCOUNT, password), tls=tls) as server:
        yield server


@pytest.fixture
def variables(home: Path, ca_file: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Keep whatever the program may write for a while within reach, too."""
    (home / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(home / "tmp"))
    return {"SSL_CERT_FILE": ca_file, "TMPDIR": str(home / "tmp")}


def ended_by(process: subprocess.Popen[str], number: signal.Signals, search: Search) -> str:
    """End a process the hard way; return its last words, which have been looked at."""
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == -number
    search.look_at("standard output", out.encode())
    search.look_at("standard error", err.encode())
    assert list(ROOT.glob("core*")) == []
    return err


def nothing_was_found(search: Search, figures: Figures) -> None:
    assert search.found == []
    figures.add("places searched for a password", search.places)
    figures.add("bytes searched for a password", search.octets)


def test_what_is_looked_for_would_be_found(tmp_path: Path) -> None:
    password = marker(0)
    for name, form in spellings(password).items():
        (tmp_path / "file").write_bytes(b"before" + form + b"after")
        search = Search(password)
        search.look_below(tmp_path)
        assert f"{name} in {tmp_path / 'file'}" in search.found
    assert len({marker(seed) for seed in range(20)}) == 20


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL], ids=lambda number: number.name)
def test_a_script_that_crashes_in_the_middle_of_a_request_leaves_no_password(
    number: signal.Signals,
    seed: int,
    tls: ssl.SSLContext,
    variables: dict[str, str],
    home: Path,
    figures: Figures,
) -> None:
    password = marker(seed)
    search = Search(password)
    with clinic_with(password, tls) as service:
        service.behave(body(json.dumps({"Status": "Failed", "Result": f"no, {password}"}).encode()))
        service.behave(hang(), times=1)
        account = ("--endpoint", service.url, "--account", ACCOUNT, "--password-stdin")
        arguments = ("stop", "10000001", "10000002", "--json", *account)
        with started(*arguments, typed=f"{password}\n", **variables) as process:
            wait_until(lambda: len(service.requests) >= 2)
            assert all(request.password_matched for request in service.requests)
            search.look_at_process(process.pid)
            ended_by(process, number, search)
    search.look_below(home)
    nothing_was_found(search, figures)


def sign_in(reader: Reader, password: str) -> None:
    reader.do("put", "Account number", ACCOUNT)
    reader.do("put", "Password", password)
    reader.do("press", "Sign in")


@pytest.fixture
def vault(bus: Screen, home: Path) -> Iterator[SecretService]:
    """Start a real vault on the bus of the screen, which writes below the home folder."""
    if missing := missing_packages():
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    (home / "vault").mkdir()
    service = SecretService(home / "vault", bus.variables["DBUS_SESSION_BUS_ADDRESS"])
    service.start()
    yield service
    service.end()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_window_that_is_killed_in_the_middle_of_a_request_leaves_no_password(
    seed: int,
    tls: ssl.SSLContext,
    bus: Screen,
    reader: Reader,
    vault: SecretService,
    variables: dict[str, str],
    home: Path,
    figures: Figures,
) -> None:
    password = marker(seed)
    search = Search(password)
    look_only_when_asked()
    settings = Paths.of_this_user().settings
    with clinic_with(password, tls) as service:
        service.behave(hang(), times=1, action="Stop_Fax")
        with started("10000001", "--endpoint", service.url, **variables, **bus.variables) as window:
            sign_in(reader, password)
            wait_until(lambda: json.loads(settings.read_text("utf-8")).get("account") == ACCOUNT)
            wait_until(lambda: _keeps_something(vault), what="the vault to keep the password")
            reader.do("press", "Stop all")
            wait_until(lambda: any(each.action == "Stop_Fax" for each in service.requests))
            assert all(request.password_matched for request in service.requests)
            search.look_at_process(window.pid)
            ended_by(window, signal.SIGKILL if seed % 2 == 0 else signal.SIGABRT, search)
    assert json.loads(settings.read_text("utf-8"))["remember"] is True
    search.look_below(home, Path(bus.variables["XDG_RUNTIME_DIR"]))
    nothing_was_found(search, figures)


def _keeps_something(vault: SecretService) -> bool:
    """Whether there is more in the vault's file than its own name: it is written anew with each entry."""
    kept = vault.folder / "data" / "keyrings" / "login.keyring"
    return kept.exists() and kept.stat().st_size > EMPTY_KEYRING


EMPTY_KEYRING = 200
"""Bytes, at the least; that of an empty one has 105."""


@pytest.mark.parametrize("seed", SEEDS)
def test_exceptions_in_a_slot_and_in_a_worker_show_no_password(
    seed: int,
    tls: ssl.SSLContext,
    bus: Screen,
    reader: Reader,
    variables: dict[str, str],
    home: Path,
    figures: Figures,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    password = marker(seed)
    search = Search(password)
    look_only_when_asked()
    monkeypatch.setattr(program, "COMMAND", ALTERED)
    log = Paths.of_this_user().log
    with clinic_with(password, tls) as service:
        arguments = ("10000001", "--endpoint", service.url)
        more = {**variables, **bus.variables, "SRFAX_TEST_ALTERED": "fails"}
        with started(*arguments, **more) as window:
            sign_in(reader, password)
            wait_until(lambda: not reader.has_window("Sign in to SRFax"), what="the dialog to be gone")
            reader.do("press", "Stop all")
            wait_until(lambda: "ValueError" in log.read_text("utf-8"), what="the worker to fail")
            search.look_at_process(window.pid)
            err = ended_by(window, signal.SIGSEGV, search)
    written = [path.read_text("utf-8", "replace") for path in home.rglob("*") if path.is_file()]
    assert any("fail_in_a_slot" in text for text in (err, *written)), "it did fail"
    assert "Segmentation fault" in "".join((err, *written)), "and crash"
    assert "fail_in_a_worker" in log.read_text("utf-8")
    assert "ValueError: (its text is left out" in log.read_text("utf-8")
    search.look_below(home, Path(bus.variables["XDG_RUNTIME_DIR"]))
    nothing_was_found(search, figures)


def test_the_clipboard_is_never_offered_the_password(
    qapp: QApplication, tls: ssl.SSLContext, ca_file: str, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    look_only_when_asked()
    password = marker(0)
    search = Search(password)
    with (
        clinic_with(password, tls) as service,
        live_window(qapp, service.url, monkeypatch, MemoryVault()) as live,
    ):
        live.wait_until(lambda: bool(live.dialogs), "the dialog")
        (dialog,) = live.dialogs
        field = dialog.findChildren(QLineEdit)[1]
        field.setText(password)
        field.selectAll()
        field.copy()
        _look_at_clipboards(search)
        field.cut()
        _look_at_clipboards(search)
        live.sign_in(Credentials(ACCOUNT, password))
        live.stop_all("10000001", "10000002")
        live.wait_until(lambda: set(live.states().values()) == {"stopped", "partially_sent"}, "the stops")
        for each in live.window.findChildren(QLineEdit):
            each.selectAll()
            each.copy()
            _look_at_clipboards(search)
        live.window._table.selectAll()
        QTest.keyClick(live.window._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text(), "something is copied"
        _look_at_clipboards(search)
    nothing_was_found(search, figures)


def _look_at_clipboards(search: Search) -> None:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        offered: QMimeData | None = clipboard.mimeData(mode)
        for name in offered.formats() if offered else []:
            assert offered
            search.look_at(f"{mode.name} as {name}", bytes(offered.data(name).data()))
    search.look_at("the clipboard's text", clipboard.text().encode())


PROXY_PASSWORD = "Px 7&q=%é\"'z"


class Proxy:
    """A proxy that helps nobody: it answers so to each CONNECT, or hangs up. asked: what it read."""

    def __init__(self, answer: bytes) -> None:
        self.asked = b""
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                peer, _ = self._socket.accept()
            except OSError:
                return
            with peer:
                self.asked += peer.recv(65536)
                peer.sendall(self._answer)

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.mark.parametrize(
    "answer",
    [b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n", b""],
    ids=["407", "hangs-up"],
)
def test_a_proxys_password_is_shown_and_logged_nowhere(
    answer: bytes,
    variables: dict[str, str],
    home: Path,
    figures: Figures,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    password = marker(0)
    search = Search(password, PROXY_PASSWORD)
    monkeypatch.setattr(program, "COMMAND", ALTERED)
    proxy = Proxy(answer)
    url = f"http://clerk:{quote(PROXY_PASSWORD, safe='')}@127.0.0.1:{proxy.port}"
    ended = run(
        *("stop", "10000001", "--json", "--no-retry", "--endpoint", "https://fax.invalid/"),
        *("--account", ACCOUNT, "--password-stdin"),
        typed=f"{password}\n",
        **variables,
        HTTPS_PROXY=url,
        SRFAX_TEST_ALTERED="debug",
    )
    proxy.close()
    assert ended.finals == {"10000001": "unreachable"}
    assert b"CONNECT fax.invalid:443" in proxy.asked
    assert b"Proxy-Authorization: Basic " in proxy.asked
    assert password.encode() not in proxy.asked
    assert " DEBUG " in Paths.of_this_user().log.read_text("utf-8")
    search.look_at("output", (ended.out + ended.err).encode())
    search.look_below(home)
    nothing_was_found(search, figures)
