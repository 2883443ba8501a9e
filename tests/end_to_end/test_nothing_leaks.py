# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What leaves the program holds no password and, with masking on, no whole number."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from srfax_desktop.core.archive import HistoryQuery
from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.incident import incident_record
from srfax_desktop.store.database import Database
from srfax_desktop.store.history_export import write_csv, write_json_lines
from srfax_desktop.store.paths import Paths
from srfax_desktop.ui.record_pdf import record_pdf
from srfax_desktop.ui.record_text import record_text
from tests.end_to_end.program import run

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer

FAXES = {"10000001": "16045550123", "10000002": "16045550188", "20000005": "16045550131"}


@pytest.fixture
def left_behind(
    service: PracticeServer, clinic: Credentials, ca_file: str, tmp_path: Path, qapp: object
) -> dict[str, bytes]:
    """Stop some faxes; return all that the program wrote, and all that leaves it when asked."""
    signed_in = ("--endpoint", service.url, "--account", clinic.account, "--password-stdin")
    ended = run("stop", *signed_in, "--json", *FAXES, typed=f"{clinic.password}\n", SSL_CERT_FILE=ca_file)
    assert ended.finals == {"10000001": "stopped", "10000002": "partially_sent", "20000005": "unrecognised"}
    paths = Paths.of_this_user()
    found = {"output": (ended.out + ended.err).encode()}
    with closing(Database.open(paths.database)) as database:
        lines = database.lines(database.find(HistoryQuery()))
        numbers = {line.entry.to_number for line in lines} - {None}
        assert numbers == set(FAXES.values())  # there is something to hide
        for name, write in (("export.csv", write_csv), ("export.jsonl", write_json_lines)):
            assert list(write(lines, tmp_path / name, masked=True))
            found[name] = (tmp_path / name).read_bytes()
        records = [
            incident_record(
                fax,
                database.history(fax.fax_id),
                account=clinic.account,
                user="alice",
                computer="front-desk",
                masked=True,
                made_at=datetime.now(UTC),
            )
            for fax in (_with_notes(fax, FAXES[fax.fax_id]) for fax in database.load())
        ]
    found["record.txt"] = record_text(records).encode()
    found["record.pdf"] = _text_of(record_pdf(records), tmp_path)
    for path in paths.logs.rglob("*"):
        if path.is_file():
            found[path.name] = path.read_bytes()
    return found


def _with_notes(fax: FaxRecord, number: str) -> FaxRecord:
    spoken = f"called {number[1:4]} {number[4:7]}-{number[7:]}"
    return replace(fax, notes=CallNotes("Ms Roy", "10:45", spoken))


def _text_of(pdf: bytes, folder: Path) -> bytes:
    path = folder / "record.pdf"
    path.write_bytes(pdf)
    if not shutil.which("pdftotext"):
        pytest.skip("needs the Debian package poppler-utils")
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout


def test_no_password_is_in_anything_that_leaves_the_program(
    left_behind: dict[str, bytes], clinic: Credentials
) -> None:
    password = clinic.password
    forms = {password, quote(password), quote_plus(password)}
    forms |= {base64.b64encode(password.encode()).decode()}
    for name, content in left_behind.items():
        for form in forms:
            assert form.encode() not in content, f"{form} is in {name}"


def test_no_whole_number_is_in_anything_that_leaves_the_program_masked(
    left_behind: dict[str, bytes],
) -> None:
    assert "••••0123".encode() in left_behind["export.csv"]
    assert "••••0123".encode() in left_behind["record.txt"]
    for name, content in left_behind.items():
        text = content.decode("utf-8", "replace")
        for number in FAXES.values():
            assert number not in text, f"{number} is in {name}"
            spaced = r"\W*".join(number[-10:])
            assert not re.search(spaced, text), f"{number} is in {name}"
