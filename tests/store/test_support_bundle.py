# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What leaves this computer for support: all that helps, nothing that names anybody, and not too much."""

from __future__ import annotations

import io
import json
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.bundle import Bundle, Known, Material
from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.retry import DEFAULT_RULES
from srfax_desktop.store import support_bundle as module
from srfax_desktop.store.bundle_redaction import BundleRedaction, masked_account
from srfax_desktop.store.paths import Paths
from srfax_desktop.store.redaction import Redactor
from srfax_desktop.store.settings import Settings
from srfax_desktop.store.support_bundle import support_bundle

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "correct horse & battery"
NUMBER = "16045557391"
SUBJECT = "Zebrafinch Quillmore"
ACCOUNT = AccountNumber("98765")
KNOWN = Known(
    numbers=frozenset({NUMBER, "+44 20 7946 0123|16135550188"}),
    texts=frozenset({SUBJECT, "Q.", "scan of Ms Roy"}),
    accounts=frozenset({ACCOUNT, "12"}),
    fax_ids=frozenset({"3152412099"}),
)
FACTS = (("SRFax Desktop", "0.1.0"), ("Qt", "6"))


@pytest.fixture
def paths(alone: Path) -> Paths:
    made = Paths(data=alone / "data", logs=alone / "logs")
    made.make_folders()
    return made


@pytest.fixture
def bundle(paths: Paths) -> Callable[..., Bundle]:
    def make(settings: Settings | None = None, known: Known = KNOWN) -> Bundle:
        redactor = Redactor()
        redactor.protect(SECRET)
        return support_bundle(
            Material(FACTS, (("retrying", 1), ("stopped", 2)), known),
            paths=paths,
            settings=settings or Settings(),
            redact=redactor.redact,
            home=Path("/home/alice"),
            user="alice",
        )

    return make


def text_of(bundle: Bundle, name: str) -> str:
    return {file.name: file.text for file in bundle.files}[name]


def test_what_is_shown_is_what_is_packed(paths: Paths, bundle: Callable[..., Bundle]) -> None:
    paths.log.write_text("a line – ✓\n")
    (paths.logs / f"{paths.log.name}.1").write_text("older\n")
    (paths.logs / "crash-20260101T000000.000000Z.txt").write_text("Fatal Python error: Aborted\n")
    (paths.logs / "running-window-1-1.txt").write_text("still running")
    (paths.logs / "stranger.txt").write_text("not ours")
    made = bundle()
    assert [file.name for file in made.files] == [
        "versions.txt",
        "settings.txt",
        "list.txt",
        "srfax-desktop.log",
        "srfax-desktop.log.1",
        "crash-20260101T000000.000000Z.txt",
    ]
    with zipfile.ZipFile(io.BytesIO(made.packed)) as archive:
        assert archive.testzip() is None
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o600}
        packed = {name: archive.read(name).decode() for name in archive.namelist()}
    assert packed == {file.name: file.text for file in made.files}


def test_it_says_what_the_program_runs_on(bundle: Callable[..., Bundle]) -> None:
    lines = text_of(bundle(), "versions.txt").splitlines()
    names = [line.partition("  ")[0] for line in lines]
    assert names[:2] == ["SRFax Desktop", "Qt"]
    assert {"Python", "operating system", "OpenSSL", "SQLite", "password vault", "requests"} <= set(names)
    assert all(line.partition("  ")[2].strip() for line in lines)


def test_it_counts_faxes_and_names_none(bundle: Callable[..., Bundle]) -> None:
    lines = text_of(bundle(), "list.txt").splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["retrying", "1"],
        ["stopped", "2"],
        ["faxes", "in", "all", "3"],
    ]


def test_a_list_that_nobody_has_begun_yet_is_no_error(paths: Paths, bundle: Callable[..., Bundle]) -> None:
    paths.practice_database.unlink(missing_ok=True)
    lines = text_of(bundle(), "list.txt").splitlines()
    assert ["practice.sqlite3", "none yet"] in [line.split(maxsplit=1) for line in lines]


def test_only_settings_that_may_be_told_are(bundle: Callable[..., Bundle]) -> None:
    converting = StopOutcome.CONVERTING
    rule = replace(DEFAULT_RULES[converting], waits_s=(3.0,))
    settings = Settings(
        account=ACCOUNT,
        workers=2,
        proxy="http://clinic.example:3128",
        window={"filter": SUBJECT},
        retry={converting: rule},
    )
    told = json.loads(text_of(bundle(settings, Known()), "settings.txt"))
    assert told["account"] == "•••65"
    assert told["workers"] == 2
    assert told["retry"] == {"converting": {"waits_s": [3.0]}}
    assert told["proxy"] == "given"
    assert set(told) == {"account", *module._SETTINGS, "proxy", "retry"}
    assert not {"window", "practice_window"} & set(told)


def test_of_a_long_log_the_last_lines_are_taken(
    paths: Paths, bundle: Callable[..., Bundle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LAST_BYTES", 1000)
    paths.log.write_text("".join(f"line {number} – ✓\n" for number in range(1000)))
    first, *rest = text_of(bundle(), paths.log.name).splitlines()
    assert first == "(older lines were left out)"
    assert rest[-1] == "line 999 – ✓"
    assert rest == [f"line {number} – ✓" for number in range(1000 - len(rest), 1000)]
    assert 900 < sum(len(line.encode()) + 1 for line in rest) <= 1000


def test_a_log_that_cannot_be_read_says_so(paths: Paths, bundle: Callable[..., Bundle]) -> None:
    paths.log.mkdir()
    assert text_of(bundle(), paths.log.name) == "It could not be read: IsADirectoryError\n"


# What does not get through


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"password {SECRET} here", "password *** here"),
        ("access_pwd=other&x", "access_pwd=***&x"),
        (f"to {NUMBER}.", "to •••••••7391."),
        ("to +1 (604) 555-7391", "to +• (•••) •••-7391"),
        ("to 555.7391", "to •••.7391"),
        ("to +44 20 7946 0123", "to +•• •• •••• 0123"),
        ("to 6135550188", "to ••••••0188"),
        ("a stranger, 250-555-0199", "a stranger, •••-•••-0199"),
        ("a stranger, 12505550199", "a stranger, •••••••0199"),
        (f"about {SUBJECT}!", "about (left out)!"),
        ("scan of Ms Roy.pdf", "(left out).pdf"),
        ("write to front.desk@clinic.example now", "write to (left out) now"),
        ("Q. is too short", "Q. is too short"),
        ("account 98765, not 987650", "account •••65, not 987650"),
        ("account 12 is too short", "account 12 is too short"),
        ("fax 31524120 and 3152412099 stay", "fax 31524120 and 3152412099 stay"),
        ("/home/alice/.local/share/x and /home/alice", "~/.local/share/x and ~"),
        ("'/home/alice'", "'~'"),
        ("/home/alicent/x", "~/x"),
        (r"C:\Users\Bob\AppData", r"~\AppData"),
        (r"'C:\\Users\\Bob\\AppData'", r"'~\\AppData'"),
        ("/media/alice/stick", "/media/~/stick"),
        ("2026-11-25T10:42:07.123Z INFO line 1795574541849493865", None),
        ("OpenSSL 3.0.19 27 Jan 2026; Thread 0x00007f5aee5c7240", None),
    ],
)
def test_what_names_somebody_is_hidden(text: str, clean: str | None) -> None:
    redactor = Redactor()
    redactor.protect(SECRET)
    redaction = BundleRedaction(redactor.redact, KNOWN, home=Path("/home/alice"), user="alice")
    assert redaction(text) == (text if clean is None else clean)


@given(st.text(), st.text(), st.sampled_from(["", " ", "-", ".", ") ", "\n    "]))
def test_a_known_number_is_hidden_wherever_it_stands(before: str, after: str, between: str) -> None:
    written = between.join(("604", "555", "7391"))
    redaction = BundleRedaction(str, KNOWN, home=Path("/"), user="")
    assert written not in redaction(f"{before}x{written}x{after}")


@pytest.mark.parametrize(
    ("home", "text", "clean"),
    [
        ("/srv/people/Zoë Roy", "/srv/people/Zoë Roy/.local", "~/.local"),
        ("/srv/people/zoe", "//srv//people//zoe and /srv/people/zoe-2", "~ and /srv/people/zoe-2"),
    ],
)
def test_a_home_is_known_wherever_it_is(home: str, text: str, clean: str) -> None:
    assert BundleRedaction(str, Known(), home=Path(home), user="")(text) == clean


def test_a_home_that_is_the_root_of_all_hides_nothing() -> None:
    redaction = BundleRedaction(str, Known(), home=Path("/"), user="")
    assert redaction("/usr/lib/x") == "/usr/lib/x"


def test_thousands_of_faxes_and_a_full_log_take_no_minute(
    paths: Paths, bundle: Callable[..., Bundle]
) -> None:
    numbers = frozenset(f"1604{number:07}" for number in range(2_000_000, 2_003_000))
    known = Known(numbers=numbers, texts=frozenset(f"Subject of fax {number}" for number in range(3000)))
    line = "2026-11-25T10:42:07.123Z INFO MainThread srfax_desktop.srfax.client: Stop_Fax: no_answer\n"
    paths.log.write_text(line * 11_000 + "to 16042001234\n")
    began = time.monotonic()
    made = bundle(known=known)
    assert time.monotonic() - began < 30
    assert text_of(made, paths.log.name).endswith("to •••••••1234\n")
    assert len(made.packed) < 100_000


def test_an_account_keeps_two_digits() -> None:
    assert masked_account(ACCOUNT) == "•••65"
