# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a list says: the vectors are in list_vectors.json; no row is lost, no failure is an empty list."""

from __future__ import annotations

import json
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.fax import FaxId, parse_fax_id
from srfax_desktop.core.listing import FaxDetails, ListAnswer, ListSource, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.srfax.list_reply import MAX_ROWS, MAX_UNREAD, _quoted, list_answer
from srfax_desktop.srfax.list_row import MAX_FIELD
from srfax_desktop.srfax.reply import HttpReply

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("list_vectors.json").read_text("utf-8"))


def answer_to(
    body: bytes | str, source: ListSource = ListSource.QUEUE, asked: tuple[str, ...] = ()
) -> ListAnswer:
    data = body.encode() if isinstance(body, str) else body
    return list_answer(HttpReply(200, {}, data), source, tuple(map(FaxId, asked)))


def said(result: object, status: object = "Success") -> str:
    return json.dumps({"Status": status, "Result": result})


def details(values: dict[str, Any]) -> FaxDetails:
    converted = dict(values)
    if "status" in values:
        converted["status"] = SentStatus(values["status"])
    if "sent_at" in values:
        converted["sent_at"] = datetime.fromisoformat(values["sent_at"])
    return FaxDetails(**converted)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_every_vector_is_answered_as_written_down(vector: dict[str, Any]) -> None:
    headers = {name.lower(): value for name, value in vector.get("headers", {}).items()}
    answer = list_answer(
        HttpReply(vector["http_status"], headers, vector["body"].encode()),
        ListSource(vector["source"]),
        vector["asked"],
    )
    assert answer == ListAnswer(
        ListSource(vector["source"]),
        problem=vector["problem"] and StopOutcome(vector["problem"]),
        reason=vector["reason"] and Reason(vector["reason"]),
        result=vector["result"],
        http_status=vector["http_status"],
        faxes=tuple(map(details, vector["faxes"])),
        unread=tuple(vector["unread"]),
        retry_after_s=vector["retry_after_s"],
    )


def test_few_of_the_vectors_are_an_empty_list() -> None:
    assert {vector["id"] for vector in VECTORS if not (vector["problem"] or vector["faxes"])} == {
        "empty-array",
        "empty-null",
        "empty-string",
        "empty-blank-string",
        "empty-xml",
        "empty-xml-spaces",
        "empty-outbox",
    }


# --- large lists -----------------------------------------------------------------------------------


def test_a_hundred_thousand_rows_are_read_and_more_are_not_cut_off_unsaid() -> None:
    rows = ",".join(f'{{"FileName":"x|{n}"}}' for n in range(1, MAX_ROWS + 1))
    answer = answer_to(f'{{"Status":"Success","Result":[{rows}]}}')
    assert len(answer.faxes) == MAX_ROWS
    assert answer.is_complete
    more = answer_to(f'{{"Status":"Success","Result":[{rows},{{"FileName":"y|0"}}]}}')
    assert (more.problem, more.reason) == (StopOutcome.SERVICE_FAULT, Reason.TOO_LARGE)
    assert more.faxes == ()


def test_rows_nested_beyond_all_sense() -> None:
    deep = answer_to(said([{"FileName": "x|9"}]).replace('"x|9"}', '"x|9"},' + "[" * 50 + "1" + "]" * 50))
    assert [fax.fax_id for fax in deep.faxes] == ["9"]
    assert deep.unread == ("[" * 30 + "1" + "]" * 30,)
    for depth in (500, 900, 5000, 100_000):
        text = '{"Status":"Success","Result":' + "[" * depth + "]" * depth + "}"
        assert answer_to(text).problem is StopOutcome.UNRECOGNISED


def test_a_row_too_deep_to_be_quoted_is_told_all_the_same() -> None:
    row: list[object] = []
    for _ in range(200_000):
        row = [row]
    assert _quoted(row) == "…"


def test_reading_a_long_list_lets_other_threads_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's thread is one of them; what is short is read at once."""
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    rows = [{"FileName": f"x|{number}", "Status": "In Progress"} for number in range(1, 1001)]
    body = json.dumps({"Status": "Success", "Result": rows}).encode()
    assert len(list_answer(HttpReply(200, {}, body), ListSource.QUEUE).faxes) == 1000
    assert 50 <= len(pauses) <= 200
    assert 0 < max(pauses) < 0.001
    pauses.clear()
    body = json.dumps({"Status": "Success", "Result": rows[:5]}).encode()
    assert len(list_answer(HttpReply(200, {}, body), ListSource.QUEUE).faxes) == 5
    assert pauses == []


# --- any reply -------------------------------------------------------------------------------------

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(
    ["FileName", "FaxDetailsID", "Status", "SentStatus", "ToFaxNumber", "Pages", "EpochTime", "Duration"]
)
ids = st.integers(1, 40).map(str)
values = json_values | ids | ids.map(int) | ids.map("x|{}".format) | st.sampled_from(["In Progress", "Sent"])
flat_rows = st.dictionaries(names, values, max_size=5)
rows = st.dictionaries(names, values | flat_rows | st.lists(flat_rows, max_size=2), max_size=5)
lists = st.lists(rows | json_values, max_size=6)
ROW = {"FileName", "FaxDetailsID", "SentStatus", "ToFaxNumber"}
asking = st.lists(ids, max_size=3, unique=True).map(tuple)
sources = st.sampled_from(ListSource)


def leaves(value: object) -> int:
    """Count what a reader would call an entry: a row, or whatever stands in the place of one."""
    if isinstance(value, dict) and value:
        return rows_in(value) if value.keys() & ROW else sum(map(leaves, value.values()))
    if isinstance(value, list) and value:
        return sum(map(leaves, value))
    return 1


def rows_in(value: object) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(rows_in, inside)) + (isinstance(value, dict) and bool(value.keys() & ROW))


def assert_sound(answer: ListAnswer, asked: tuple[str, ...] = ()) -> None:
    assert (answer.problem is None) == (answer.reason is None)
    assert answer.problem is None or not answer.faxes
    seen = [fax.fax_id for fax in answer.faxes]
    assert len(set(seen)) == len(seen)
    assert not asked or set(seen) <= set(asked)
    for fax in answer.faxes:
        assert parse_fax_id(fax.fax_id) == fax.fax_id
        texts = [fax.status_text, fax.to_number, fax.subject, fax.document, fax.sender, fax.error_code]
        assert all(text is None or 0 < len(text.encode()) <= 4 * MAX_FIELD for text in texts)
        assert all(n is None or 0 <= n < 1 << 31 for n in (fax.pages, fax.duration_s, fax.size))
        assert (fax.status is None) == (fax.status_text is None)
    assert all(len(row) <= MAX_UNREAD and row.encode() for row in answer.unread)
    hash(answer)


@given(st.binary(), sources, asking)
def test_no_bytes_are_a_list_or_an_error(body: bytes, source: ListSource, asked: tuple[str, ...]) -> None:
    answer = answer_to(body, source, asked)
    assert answer.problem is not None
    assert_sound(answer)


@given(json_values, sources, asking)
def test_no_other_json_is_a_list(value: object, source: ListSource, asked: tuple[str, ...]) -> None:
    assert answer_to(json.dumps(value), source, asked).problem is not None


@given(lists, sources, asking)
def test_every_entry_of_a_list_is_read_or_told(
    entries: list[object], source: ListSource, asked: tuple[str, ...]
) -> None:
    answer = answer_to(said(entries), source, asked)
    assert_sound(answer, asked)
    if entries:
        assert len(answer.faxes) + len(answer.unread) == leaves(entries)
        assert (answer.problem is None) == bool(answer.faxes)
    else:
        assert (answer.problem is None) == (not asked)


@given(
    json_values | rows | lists, sources, st.sampled_from(["Failed", "failed", "0", 0, "Maybe", None, True])
)
def test_no_other_status_gives_a_list(value: object, source: ListSource, status: object) -> None:
    answer = answer_to(said(value, status), source)
    assert answer.problem is not None
    assert answer.faxes == ()
    assert_sound(answer)


@given(json_values | rows, sources, asking)
def test_only_nothing_is_an_empty_list(value: object, source: ListSource, asked: tuple[str, ...]) -> None:
    answer = answer_to(said(value), source, asked)
    assert_sound(answer, asked)
    nothing = value is None or value == [] or (isinstance(value, str) and not value.strip())
    assert (answer.problem is None and not answer.faxes) == (nothing and not asked)


Tree = tuple[str, "str | list[Tree]"]
tags = st.sampled_from(["Row", "FileName", "FaxDetailsID", "Pages", "Status", "Result", "a"])
trees: st.SearchStrategy[Any] = st.recursive(
    st.tuples(tags, ids.map("x|{}".format) | ids | st.just("")),
    lambda inner: st.tuples(tags, st.lists(inner, max_size=4)),
    max_leaves=10,
)


def written(tree: Tree) -> str:
    name, inside = tree
    return f"<{name}>{inside if isinstance(inside, str) else ''.join(map(written, inside))}</{name}>"


@given(st.lists(trees, max_size=5), sources, asking)
def test_any_nesting_of_xml(inside: list[Tree], source: ListSource, asked: tuple[str, ...]) -> None:
    body = f"<r><Status>Success</Status>{written(('Result', inside))}</r>"
    answer = answer_to(body, source, asked)
    assert_sound(answer, asked)
    # Each text with an ID is in a fax or in a row that is told.
    read = (f"x|{fax.fax_id} {fax.fax_id} {fax.document}" for fax in answer.faxes)
    told = " ".join([*read, *answer.unread])
    if answer.problem is None:
        assert all(text in told for text in texts_in(inside, {"FileName", "FaxDetailsID"}))


def texts_in(trees: list[Tree], names: set[str]) -> list[str]:
    return [
        text
        for name, inside in trees
        for text in ([inside] if isinstance(inside, str) else texts_in(inside, names))
        if name in names and text
    ]


@given(st.integers(100, 999).filter(lambda code: code != 200), sources)
def test_no_other_http_status_gives_a_list(code: int, source: ListSource) -> None:
    answer = list_answer(HttpReply(code, {}, said([{"FileName": "x|9"}]).encode()), source)
    assert answer.problem in {StopOutcome.SERVICE_FAULT, StopOutcome.LOGIN_REJECTED}
    assert (answer.faxes, answer.result) == ((), None)
