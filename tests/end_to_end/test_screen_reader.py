# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The whole main job by somebody who hears the window: nothing is done or read but over the bus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.srfax.practice import PracticeServer
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.program import started, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Ear, Reader, Screen

STOPPED, PARTLY, TOO_LATE, RETRIED = "10000001", "10000002", "10000003", "10000008"
NOT_YET = f"Fax {RETRIED}: Not stopped yet. It is tried again by itself."
PAUSE = "SRFax cannot be reached: "


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


def test_the_whole_main_job_is_done_and_heard(bus: Screen, reader: Reader, ear: Ear, home: Path) -> None:
    (home / "Documents").mkdir()
    with started("--practice", **bus.variables):
        reader.wait_for_window("frame", "SRFax Desktop")
        reader.do("put", "Fax IDs to add", f"{STOPPED}, {PARTLY} {TOO_LATE} x.pdf|{RETRIED}")
        reader.do("press", "Add")
        ear.wait_for("4 added")
        wait_until(lambda: list(reader.statuses().values()) == ["Waiting"] * 4)

        reader.do("select", "Faxes", list(reader.rows()).index(STOPPED))
        reader.do("press", "Stop selected")
        wait_until(lambda: reader.status(STOPPED).startswith("Stopped"))
        ear.wait_for(f"Fax {STOPPED}: Stopped")

        reader.do("put", "Filter", TOO_LATE)
        wait_until(lambda: list(reader.rows()) == [TOO_LATE])
        found = f"1 fax matches the filter: Fax {TOO_LATE}: Waiting."
        wait_until(lambda: any(words.startswith(found) for words in ear.said))
        reader.do("put", "Filter", "")
        wait_until(lambda: len(reader.rows()) == 4)

        reader.do("press", "Stop all")
        reader.do("press", "Stop 3 faxes")
        ear.wait_for(f"Fax {PARTLY}: Stopped – some pages were sent")
        assert reader.cells(PARTLY)["SRFax said"] == "Fax cancelled but partially sent"
        ear.wait_for(f"Fax {TOO_LATE}: Too late – already sent")
        wait_until(lambda: reader.status(RETRIED).startswith("Retrying in "))
        ear.wait_for(NOT_YET)
        _seconds_pass_in_silence(reader, ear)
        assert re.fullmatch(
            rf"Fax {RETRIED}: Retrying in \d+ s\. .*SRFax said: Unable to Cancel Fax\. \d attempts?\.",
            reader.sentence(RETRIED),
        )
        tried = int(reader.cells(RETRIED)["Attempts"])
        reader.do("press", "Retry now")
        wait_until(lambda: int(reader.cells(RETRIED).get("Attempts", 0)) > tried)
        ear.wait_for(NOT_YET, count=2)  # a press is answered
        reader.do("press", "Stop trying")
        wait_until(lambda: reader.status(RETRIED) == "Not tried again – may still be going out")
        ear.wait_for(f"Fax {RETRIED}: Not tried again – may still be going out")

        reader.do("select", "Faxes", list(reader.rows()).index(STOPPED))
        reader.do("press", "Incident record")
        reader.do("press", "Save as PDF…")
        reader.do("press", "Save")
        wait_until(lambda: any((home / "Documents").iterdir()))
    finals = [words for words in ear.said if words.startswith("Fax ") and words != NOT_YET]
    assert len(finals) == len(set(finals)) == 4, "each end is said, and once"


def _seconds_pass_in_silence(reader: Reader, ear: Ear) -> None:
    """See three seconds of a countdown pass, and hear nothing of them."""
    seen = {reader.status(RETRIED)}

    def three_seconds_passed() -> bool:
        seen.add(reader.status(RETRIED))
        return len([words for words in seen if words.startswith("Retrying in ")]) > 3

    heard = len(ear.said)
    wait_until(three_seconds_passed, patience_s=8)
    assert ear.said[heard:] == []


def test_a_pause_is_heard_once_and_not_its_seconds(bus: Screen, reader: Reader, ear: Ear) -> None:
    service = PracticeServer()
    service.start()
    with started("--endpoint", service.url, STOPPED, **bus.variables):
        wait_until(lambda: reader.status(STOPPED) == "Waiting")
        service.stop()
        reader.do("press", "Stop all")
        wait_until(lambda: any(words.startswith(PAUSE) for words in ear.said))
        seen: set[str] = set()

        def seconds_pass() -> bool:
            seen.update(words for words in reader.labels() if words.startswith(PAUSE))
            return len(seen) > 2

        wait_until(seconds_pass, patience_s=15)
        assert len([words for words in ear.said if words.startswith(PAUSE)]) == 1
