# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""From a number to a record, in a real window: nobody knows a fax ID by heart."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from packing.translations import compile_translations
from tests.end_to_end.program import run, started, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Reader, Screen

NUMBER = "16045550123"  # of practice fax 10000001


@dataclass(frozen=True)
class Words:
    """What the window calls things on the way from the list to the record, in one language."""

    table: str
    to: str
    stop: str
    stopped: str
    record: str
    save_as_pdf: str
    save: str
    name: str
    said: tuple[str, ...]
    """Lines of the saved record."""


SPOKEN = {
    "en": Words(
        "Faxes",
        "To",
        "Stop selected",
        "Stopped · confirmed ",
        "Incident record",
        "Save as PDF…",
        "Save",
        "SRFax incident 10000001 ",
        ("Fax 10000001: Stopped", "Requests to SRFax to stop it"),
    ),
    "fr": Words(
        "Télécopies",
        "Destinataire",
        "Arrêter la sélection",
        "Arrêtée · confirmé ",
        "Rapport d’incident",
        "Enregistrer en PDF…",
        "Enregistrer",
        "Incident SRFax 10000001 ",
        ("Télécopie 10000001 : Arrêtée", "Demandes d’arrêt à SRFax"),
    ),
}


def row_to(reader: Reader, number: str, to: str = "To") -> int:
    """The row of the fax that goes to a number. to: the heading of the column for it."""
    column = reader.columns().index(to)
    return [row[column] for row in reader.rows().values()].index(number)


def is_listed(reader: Reader, fax_id: str) -> bool:
    return fax_id in reader.rows()


@pytest.mark.parametrize("language", SPOKEN)
def test_a_fax_is_found_by_its_number_stopped_and_recorded_in_five_clicks(
    bus: Screen, reader: Reader, home: Path, language: str
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("needs the Debian package poppler-utils")
    compile_translations()
    words = SPOKEN[language]
    reader.table = words.table
    (home / "Documents").mkdir()
    with started("--practice", "--lang", language, **bus.variables):
        wait_until(lambda: is_listed(reader, "10000001"))
        reader.do("select", words.table, row_to(reader, "1 604 555 0123", words.to))  # 1
        reader.do("press", words.stop)  # 2
        wait_until(lambda: reader.status("10000001").startswith(words.stopped))
        reader.do("press", words.record)  # 3
        reader.do("press", words.save_as_pdf)  # 4
        reader.do("press", words.save)  # 5
        wait_until(lambda: any((home / "Documents").iterdir()))
    (saved,) = (home / "Documents").iterdir()
    assert saved.name.startswith(words.name)
    text = subprocess.run(
        ["pdftotext", "-layout", str(saved), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.replace("\u00a0", " ")
    for line in (*words.said, "10000001", "Fax Cancelled", "0123"):
        assert line in text
    assert NUMBER not in text.replace(" ", "")


def test_a_fax_that_goes_out_although_it_was_stopped_is_not_confirmed(bus: Screen, reader: Reader) -> None:
    with started("--practice", **bus.variables):
        wait_until(lambda: is_listed(reader, "20000005"))
        reader.do("select", "Faxes", row_to(reader, "1 604 555 0131"))
        reader.do("press", "Stop selected")
        wait_until(lambda: reader.status("20000005") == "Not confirmed – may still be going out")
        assert reader.cells("20000005")["SRFax said"] == "Fax Cancelled · afterwards: Sent"


def test_the_others_of_a_broadcast_are_offered_and_stopped(bus: Screen, reader: Reader) -> None:
    with started("--practice", **bus.variables):
        wait_until(lambda: is_listed(reader, "20000001"))
        reader.do("select", "Faxes", row_to(reader, "1 604 555 0112"))
        reader.do("press", "Stop selected")
        reader.do("press", "Stop 3 more faxes")
        broadcast = [f"2000000{number}" for number in range(1, 5)]
        wait_until(lambda: all(reader.status(fax_id).startswith("Stopped") for fax_id in broadcast))
        others = {fax_id for fax_id in reader.rows() if fax_id not in broadcast}
        assert {reader.status(fax_id) for fax_id in others} == {"Waiting"}


def test_the_scripts_final_line_tells_of_the_contradiction() -> None:
    ended = run("stop", "--practice", "--json", "20000005")
    final = ended.events[-1]
    assert ended.status == 1
    assert final["outcome"] == "unrecognised"
    assert final["result"] == "Fax Cancelled"
    assert final["check"]["verdict"] == "contradicted"
    assert final["check"]["status"] == "Sent"
