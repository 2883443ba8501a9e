# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`--self-test` finds what an installation lacks, each thing on a line of its own."""

from __future__ import annotations

import importlib
import ssl
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop import self_test
from srfax_desktop.core.ports import VaultError
from srfax_desktop.self_test import run_self_test
from srfax_desktop.self_test_tls import write_certificate
from srfax_desktop.store import credentials, database
from srfax_desktop.store.paths import Paths
from srfax_desktop.ui import messages, resource_path

if TYPE_CHECKING:
    from pathlib import Path

CHECKS = ("imports", "vault", "translations", "icons", "guide", "certificates", "tls", "proxy", "database")


@pytest.fixture(autouse=True)
def _some_certificates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The machine that runs the tests may have none."""
    file = tmp_path / "ca.pem"
    file.touch()
    paths = SimpleNamespace(cafile=str(file), capath=None)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)


def found(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    lines = capsys.readouterr().out.splitlines()
    found: dict[str, str] = {}
    for line in lines:
        name, rest = line.split(maxsplit=1)
        found[name] = rest
    return found


def test_a_whole_installation_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_self_test() == 0
    lines = found(capsys)
    assert tuple(lines) == CHECKS
    assert all(line.startswith("ok: ") for line in lines.values()), lines


def test_one_failure_does_not_hide_the_next(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_module(_: str) -> None:
        raise ImportError(message)

    message = "libGL.so.1: cannot open shared object file"
    monkeypatch.setattr(importlib, "import_module", no_module)
    assert run_self_test() == 1
    lines = found(capsys)
    assert lines["imports"] == "FAILED: ImportError: libGL.so.1: cannot open shared object file"
    assert lines["vault"].startswith("FAILED: ")
    assert lines["database"].startswith("ok: ")


@pytest.fixture
def _without_a_vault(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_: object) -> None:
        raise VaultError(message)

    message = "no backend"
    monkeypatch.setattr(credentials.KeyringVault, "check", check)


@pytest.mark.usefixtures("_without_a_vault")
def test_a_vault_that_comes_with_the_system_must_be_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "HAVE_A_VAULT", {sys.platform})
    assert run_self_test() == 1
    assert found(capsys)["vault"] == "FAILED: VaultError: no backend"


@pytest.mark.usefixtures("_without_a_vault")
def test_no_vault_is_told_and_is_no_failure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "HAVE_A_VAULT", frozenset())
    assert run_self_test() == 0
    assert "kept for the run only (no backend)" in found(capsys)["vault"]


def test_a_missing_icon_is_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "icons").mkdir()
    monkeypatch.setattr(resource_path, "_root", lambda: tmp_path)
    assert run_self_test() == 1
    assert found(capsys)["icons"].startswith("FAILED: FileNotFoundError: ")


def test_a_status_without_words_is_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wordless(status: object) -> str:
        raise KeyError(status)

    monkeypatch.setattr(messages, "status_words", wordless)
    assert run_self_test() == 1
    assert found(capsys)["translations"].startswith("FAILED: KeyError")


def test_no_certificates_are_found_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths = SimpleNamespace(cafile=None, capath=str(tmp_path / "none"))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run_self_test() == 1
    assert "sudo apt install ca-certificates" in found(capsys)["certificates"]


def test_an_empty_folder_has_no_certificates(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "certs"
    folder.mkdir()
    paths = SimpleNamespace(cafile=None, capath=str(folder))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run_self_test() == 1
    assert "sudo apt install ca-certificates" in found(capsys)["certificates"]


def test_a_service_that_is_believed_though_nobody_vouches_for_it_is_found_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("srfax_desktop.srfax.transport.system_trust", ssl._create_unverified_context)
    assert run_self_test() == 1
    assert found(capsys)["tls"].startswith("FAILED: ValueError: ")


def test_a_certificate_that_is_packed_is_the_one_that_is_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "self-test").mkdir()
    (tmp_path / "self-test" / "service.pem").write_text("no certificate")
    monkeypatch.setattr(resource_path, "_root", lambda: tmp_path)
    assert run_self_test() == 1
    assert found(capsys)["tls"].startswith("FAILED: SSLError")


def test_the_certificate_is_the_same_every_time(tmp_path: Path) -> None:
    one, two = tmp_path / "1.pem", tmp_path / "2.pem"
    write_certificate(one)
    write_certificate(two)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("settings", "variable", "told"),
    [
        ("", "", "ok: the system's: there is none"),
        ("", "http://clerk:s3cret@proxy.example:3128", "ok: the system's: http://proxy.example:3128"),
        (
            '{"proxy": "none"}',
            "http://a.example",
            "ok: none, as the settings say: SRFax is spoken to directly",
        ),
        ('{"proxy": "http://b.example:8080"}', "", "ok: the settings': http://b.example:8080"),
        ('{"proxy": 7}', "", "ok: the system's: there is none"),
        ("[]", "", "ok: the system's: there is none"),
        ("nonsense", "", "ok: the system's: there is none"),
    ],
)
def test_the_proxy_is_the_one_that_is_chosen_and_its_password_is_not_shown(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    variable: str,
    told: str,
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("https_proxy", variable)
    paths = Paths.of_this_user()
    paths.make_folders()
    paths.settings.write_text(settings)
    monkeypatch.setattr(self_test, "_CHECKS", {"proxy": self_test._proxy})
    run_self_test()
    assert found(capsys) == {"proxy": told}
    assert paths.settings.read_text() == settings


def test_a_list_that_cannot_be_kept_is_found_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database.Database, "load", lambda _: [])
    assert run_self_test() == 1
    assert found(capsys)["database"] == "FAILED: ValueError: what was written was not read back"


def test_nothing_of_the_user_s_is_touched(tmp_path: Path) -> None:
    run_self_test()
    assert list((tmp_path / "home").rglob("*")) == []
