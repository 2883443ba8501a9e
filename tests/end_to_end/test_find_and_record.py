# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""From a number to a record, in a real window: nobody knows a fax ID by heart."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.program import run, started, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Reader, Screen

NUMBER = "16045550123"  # of practice fax 10000001


def row_to(reader: Reader, number: str) -> int:
    """The row of the fax that goes to a number."""
    to = reader.columns().index("To")
    return [row[to] for row in reader.rows().values()].index(number)


def is_listed(reader: Reader, fax_id: str) -> bool:
    return fax_id in reader.rows()


def test_a_fax_is_found_by_its_number_stopped_and_recorded_in_five_clicks(
    bus: Screen, reader: Reader, home: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("needs the Debian package poppler-utils")
    (home / "Documents").mkdir()
    with started("--practice", **bus.variables):
        wait_until(lambda: is_listed(reader, "10000001"))
        reader.do("select", "Faxes", row_to(reader, "1 604 555 0123"))  # 1
        reader.do("press", "Stop selected")  # 2
        wait_until(lambda: reader.status("10000001").startswith("Stopped · confirmed "))
        reader.do("press", "Incident record")  # 3
        reader.do("press", "Save as PDF…")  # 4
        reader.do("press", "Save")  # 5
        wait_until(lambda: any((home / "Documents").iterdir()))
    (saved,) = (home / "Documents").iterdir()
    assert saved.name.startswith("SRFax incident 10000001 ")
    text = subprocess.run(
        ["pdftotext", "-layout", str(saved), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "10000001" in text
    assert "Fax Cancelled" in text
    assert "0123" in text
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
        reader.do("press", "Stop them")
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
