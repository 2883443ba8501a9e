# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is exported is what is in the history: readable, harmless, whole, and without numbers if so asked."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.archive import ExportWriter, NumberedEntry
from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.masking import signs_of
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import history_export
from srfax_desktop.store.history_export import FIELDS, write_csv, write_json_lines
from srfax_desktop.store.problems import Problem
from tests.store.lines import NUMBERS, START, entries, some_lines, unhurried

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITERS: list[ExportWriter] = [write_csv, write_json_lines]
both = pytest.mark.parametrize("write", WRITERS, ids=["csv", "json"])

Row = dict[str, object]

BARE = HistoryEntry(START, FaxId("7"), HistoryEvent.ADDED)


def numbered(lines: list[HistoryEntry]) -> list[NumberedEntry]:
    return [NumberedEntry(number, line) for number, line in enumerate(lines, 1)]


def written(write: ExportWriter, lines: list[HistoryEntry], *, masked: bool = False) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history"
        *_, last = write(numbered(lines), path, masked=masked)
        assert last == len(lines)
        assert list(path.parent.iterdir()) == [path]
        return path.read_bytes()


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def read_json(content: bytes) -> list[Row]:
    return [json.loads(line) for line in content.decode().split("\n")[:-1]]


def test_a_csv_file_is_as_rfc_4180_and_excel_want_it(entry: HistoryEntry) -> None:
    lines = [
        replace(entry, result='two\r\nlines, "quoted"'),
        BARE,
    ]
    assert (
        written(write_csv, lines)
        == (
            "\ufeffnumber,time_utc,fax_id,event,account,attempt,outcome,status,result,reason,http_status,"
            "elapsed_s,retry_in_s,verdict,to_number\r\n"
            "1,2026-03-08T10:00:01.999Z,31524120,answered,12345,3,converting,Failed,"
            '"two\r\nlines, ""quoted""",documented,200,0.321,10.0,unsettled,16045550123\r\n'
            "2,2026-03-08T10:00:00.000Z,7,added,,0,,,,,,,,,\r\n"
        ).encode()
    )


def test_json_lines_keep_what_is_null(entry: HistoryEntry) -> None:
    lines = [replace(entry, result="José\n𝄞"), BARE]
    content = written(write_json_lines, lines)
    assert "José\\n𝄞".encode() in content
    whole, bare = read_json(content)
    assert list(whole) == list(bare) == list(FIELDS)
    assert whole == {
        "number": 1,
        "time_utc": "2026-03-08T10:00:01.999Z",
        "fax_id": "31524120",
        "event": "answered",
        "account": "12345",
        "attempt": 3,
        "outcome": "converting",
        "status": "Failed",
        "result": "José\n𝄞",
        "reason": "documented",
        "http_status": 200,
        "elapsed_s": 0.321,
        "retry_in_s": 10.0,
        "verdict": "unsettled",
        "to_number": "16045550123",
    }
    told = {
        "number": 2,
        "time_utc": "2026-03-08T10:00:00.000Z",
        "fax_id": "7",
        "event": "added",
        "attempt": 0,
    }
    assert bare == dict.fromkeys(FIELDS) | told


def test_times_are_told_in_utc(entry: HistoryEntry) -> None:
    local = replace(entry, at=entry.at.astimezone(timezone(timedelta(hours=-8))))
    for write in WRITERS:
        assert written(write, [local]) == written(write, [entry])


def test_half_a_surrogate_pair_does_no_harm(entry: HistoryEntry) -> None:
    line = replace(entry, result="half \ud83d")
    assert read_csv(written(write_csv, [line]))[1][8] == "half \\ud83d"
    assert read_json(written(write_json_lines, [line]))[0]["result"] == "half \ud83d"


BEFORE = ["", " ", "\t", "\r", "\n ", "\u00a0", "\0", "\ufeff", "\u200b"]


@pytest.mark.parametrize(
    "start", [*(before + sign for before in BEFORE for sign in "=+-@＝＋－＠"), "\t", "\r", "\n"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(entry: HistoryEntry, start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    line = replace(entry, account=AccountNumber(text), status=text, result=text, to_number=text)
    cells = dict(zip(FIELDS, read_csv(written(write_csv, [line]))[1], strict=True))
    assert {cells[name] for name in ("account", "status", "result", "to_number")} == {f"'{text}"}
    (row,) = read_json(written(write_json_lines, [line]))
    assert row["result"] == text


def test_what_is_really_a_number_stays_one(entry: HistoryEntry) -> None:
    line = replace(entry, attempt=-1, elapsed_s=-0.5, to_number="+1 604 555 0123", result="-1")
    cells = read_csv(written(write_csv, [line]))[1]
    assert [cells[FIELDS.index(name)] for name in ("attempt", "elapsed_s", "to_number", "result")] == [
        "-1",
        "-0.5",
        "'+1 604 555 0123",
        "'-1",
    ]


RUNS = re.compile(r"\s*[=+\-@]")


@unhurried
@given(st.lists(entries(), max_size=10))
def test_whatever_is_in_the_history_comes_out_of_a_csv(lines: list[HistoryEntry]) -> None:
    content = written(write_csv, lines)
    head, *rows = read_csv(content)
    assert head == list(FIELDS)
    for line, cells in zip(lines, rows, strict=True):
        texts = dict(zip(FIELDS, cells, strict=True))
        for name in ("fax_id", "event", "account", "outcome", "status", "result", "verdict", "to_number"):
            kept = getattr(line, name) or ""
            assert texts[name] in (kept, f"'{kept}")
            assert not RUNS.match(texts[name])
        assert [texts["attempt"], texts["elapsed_s"]] == [
            str(line.attempt),
            "" if line.elapsed_s is None else str(line.elapsed_s),
        ]


@unhurried
@given(st.lists(entries(), max_size=10))
def test_whatever_is_in_the_history_comes_out_of_json_lines(lines: list[HistoryEntry]) -> None:
    rows = read_json(written(write_json_lines, lines))
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), 1):
        assert row["number"] == number
        for name in set(FIELDS) - {"number", "time_utc"}:
            assert row[name] == getattr(line, name)


def grouped(number: str) -> st.SearchStrategy[str]:
    """Return every way in which somebody may write a number."""
    country, area, exchange, last = number[0], number[1:4], number[4:7], number[7:]
    return st.sampled_from(
        [
            number,
            number[1:],
            f"+{country} ({area}) {exchange}-{last}",
            f"{area}-{exchange}-{last}",
            f"{area}.{exchange}.{last}",
            f"{area}/{exchange}/{last}",
            f"{country}–{area}–{exchange}–{last}",
            f"{area}\u00a0{exchange}\u00a0{last}",
            " ".join(number),
            f"{exchange}-{last}",
        ]
    )


numbers = st.sampled_from(NUMBERS).flatmap(grouped)
saying = st.lists(numbers | st.sampled_from(["fax 31524120", "Cancelled", " ", "1", "-"]), max_size=5).map(
    " ".join
)
lines_with_numbers = st.lists(
    st.builds(
        replace,
        entries(),
        fax_id=st.just(FaxId("31524120")),
        account=st.just(AccountNumber("12345")),
        attempt=st.integers(1, 9),
        status=st.none() | saying,
        result=st.none() | saying,
        to_number=st.none() | numbers | st.tuples(numbers, numbers).map("|".join),
        elapsed_s=st.none(),
        retry_in_s=st.none(),
    ),
    max_size=8,
)


BETWEEN = r"[\W_]{0,3}"


@unhurried
@given(lines_with_numbers)
def test_with_masking_no_full_number_is_anywhere(lines: list[HistoryEntry]) -> None:
    told = {sign for line in lines for sign in signs_of(line.to_number or "")}
    everything = read_csv(written(write_csv, lines, masked=True))[1:]
    rows = read_json(written(write_json_lines, lines, masked=True))
    everything += [list(map(str, row.values())) for row in rows]
    local = [re.compile(rf"(?<!\d){BETWEEN.join(sign)}(?!\d)") for sign in told]
    whole = [re.compile(BETWEEN.join(number[1:])) for number in NUMBERS if number[-7:] in told]
    for cells in everything:
        assert not [cell for cell in cells for number in [*local, *whole] if number.search(cell)]
    for cells in everything:
        assert cells[2] == "31524120"
        shown = "".join(filter(str.isdigit, cells[-1]))
        assert len(shown) in {0, 4}


@both
def test_without_masking_every_number_is_there(write: ExportWriter, entry: HistoryEntry) -> None:
    assert b"16045550123" in written(write, [entry])
    assert "•••••••0123".encode() in written(write, [entry], masked=True)


@both
def test_a_number_that_only_a_later_line_tells_is_hidden_in_the_earlier(
    write: ExportWriter, entry: HistoryEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_export, "LINES_AT_ONCE", 2)
    before = replace(entry, to_number=None, result="sent to 604-555-0123, fax 31524120", status="16045550188")
    content = written(write, [before, *[replace(before, result="")] * 5, entry], masked=True).decode()
    assert "sent to •••-•••-0123, fax 31524120" in content
    assert "16045550188" in content  # no line tells that this is a destination


@both
def test_each_of_several_numbers_is_hidden_with_or_without_its_area_code(
    write: ExportWriter, entry: HistoryEntry
) -> None:
    several = replace(entry, to_number="16045550123|16045550188", result="sent to 6045550123")
    content = written(write, [several, replace(several, result="and to 555-0188")], masked=True).decode()
    assert "sent to ••••••0123" in content
    assert "and to •••-0188" in content
    assert "555" not in content


@both
def test_a_number_of_another_length_is_hidden_too(write: ExportWriter, entry: HistoryEntry) -> None:
    local = replace(entry, to_number="555-0123", result="sent to 5550123")
    abroad = replace(entry, to_number="+44 20 7946 0123", result="sent to 442079460123")
    content = written(write, [local, abroad], masked=True).decode()
    assert "sent to •••0123" in content
    assert "sent to ••••••••0123" in content
    assert not re.search("555.?0123|7946", content)


@both
@pytest.mark.parametrize(
    ("count", "masked", "steps"),
    [
        (0, False, [0]),
        (0, True, [0]),
        (3, False, [3, 3]),
        (4, False, [4, 4]),
        (9, False, [4, 8, 9, 9]),
        (9, True, [0, 0, 0, 4, 8, 9, 9]),
    ],
)
def test_it_is_done_step_by_step(
    alone: Path,
    write: ExportWriter,
    count: int,
    masked: bool,
    steps: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(history_export, "LINES_AT_ONCE", 4)
    path, taken = alone / "history", []

    def lines() -> Iterator[NumberedEntry]:
        for line in numbered(some_lines(count)):
            taken.append(line)
            yield line

    export = write(lines(), path, masked=masked)
    for at, step in enumerate(steps):
        assert next(export) == step
        assert path.exists() == (at == len(steps) - 1)
        assert len(taken) <= 4 * (at + 1)
    assert list(export) == []


@both
def test_a_file_that_is_not_whole_never_has_its_name(alone: Path, write: ExportWriter) -> None:
    path = alone / "history"
    path.write_text("the one before")

    def lines() -> Iterator[NumberedEntry]:
        yield from numbered(some_lines(3000))
        raise StoreError(Problem.LOCKED)

    with pytest.raises(StoreError) as failed:
        list(write(lines(), path, masked=False))
    assert failed.value.problem == Problem.LOCKED
    given_up = write(numbered(some_lines(3000)), path, masked=False)
    next(given_up)
    given_up.close()  # type: ignore[attr-defined]
    assert list(alone.iterdir()) == [path]
    assert path.read_text() == "the one before"


@both
@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_only_its_owner_can_read_it(
    alone: Path, write: ExportWriter, entry: HistoryEntry, hostile_umask: None
) -> None:
    path = alone / "history"
    path.write_text("the one before")
    path.chmod(0o666)
    export = write(numbered([entry]), path, masked=False)
    next(export)
    (draft,) = (file for file in alone.iterdir() if file != path)
    assert draft.stat().st_mode & 0o777 == 0o600
    list(export)
    assert list(alone.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


@both
def test_a_system_that_refuses_is_told(
    alone: Path, write: ExportWriter, entry: HistoryEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError) as refused:
        list(write(numbered([entry]), alone / "nowhere" / "history", masked=False))
    assert refused.value.problem == Problem.FAILED

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as refused:
        list(write(numbered([entry]), alone / "history", masked=True))
    assert refused.value.problem == Problem.DISK_FULL
    assert list(alone.iterdir()) == []
