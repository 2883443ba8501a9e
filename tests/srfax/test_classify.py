# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a reply means: the vectors are in vectors.json, and nothing invented is ever a success."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.srfax.classify import DOCUMENTED, OUTCOME_OF, sign_in_answer, stop_answer
from srfax_desktop.srfax.reply import MAX_TEXT, HttpReply

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))

# The table of shared/srfax-api.md, written down a second time on purpose.
TABLE = {
    ("Success", "Fax Cancelled", "stopped", None),
    ("Success", "Fax cancelled but partially sent", "partially_sent", None),
    ("Failed", "Fax transmission completed", "already_sent", None),
    ("Success", "Fax transmission completed", "already_sent", None),
    ("Failed", "Unable to Cancel Fax", "converting", 10.0),
    ("Failed", "File not found – Please try again", "not_found", 5.0),
    ("Failed", "FaxDetailsID Not Found", "not_found", 5.0),
    ("Failed", "Invalid Access Code / Password", "login_rejected", None),
}
SUCCESSES = {"fax cancelled": "stopped", "fax cancelled but partially sent": "partially_sent"}


def reply_of(body: bytes | str, http_status: int = 200, headers: dict[str, str] | None = None) -> HttpReply:
    lower = {name.lower(): value for name, value in (headers or {}).items()}
    return HttpReply(http_status, lower, body.encode() if isinstance(body, str) else body)


def answer_to(body: bytes | str) -> StopAnswer:
    return stop_answer(reply_of(body))


def said(status: object, result: object) -> str:
    return json.dumps({"Status": status, "Result": result})


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_every_vector_is_answered_as_written_down(vector: dict[str, Any]) -> None:
    body = base64.b64decode(vector["body_base64"]) if "body_base64" in vector else vector["body"]
    answer = stop_answer(reply_of(body, vector["http_status"], vector.get("headers")))
    assert answer == StopAnswer(
        outcome=StopOutcome(vector["outcome"]),
        result=vector["result"],
        status=vector["status"],
        retry_after_s=vector["retry_after_s"],
        reason=Reason(vector["reason"]),
        http_status=vector["http_status"],
    )


def test_the_vectors_cover_the_whole_table() -> None:
    assert len(VECTORS) >= 60
    plain = {(v["status"], v["result"], v["outcome"], v["retry_after_s"]) for v in VECTORS}
    assert plain >= TABLE


def test_the_program_knows_the_table_and_nothing_more() -> None:
    known = {
        ("Success" if succeeded else "Failed", row.text, row.outcome, row.wait_s)
        for row in DOCUMENTED
        for succeeded in row.status
    }
    assert known == TABLE


def test_every_reason_but_the_documented_one_has_one_outcome() -> None:
    assert set(OUTCOME_OF) == set(Reason) - {Reason.DOCUMENTED}


def test_numbers_and_nesting_beyond_what_python_reads() -> None:
    huge = answer_to('{"Status":"Success","Result":' + "9" * 100_000 + "}")
    assert huge.reason is Reason.NOT_TEXT
    assert huge.result == "Infinity"
    deep_json = "[" * 100_000
    deep_xml = "<a>" * 50_000 + "</a>" * 50_000
    deeply_said = f"{'<a>' * 20_000}<Status>Success</Status><Result>Fax Cancelled</Result>{'</a>' * 20_000}"
    deep_object = '{"Status":"Success","Result":' + '{"a":' * 100_000
    assert answer_to(deep_json).reason is Reason.UNREADABLE
    assert answer_to(deep_object).reason is Reason.UNREADABLE
    assert answer_to(deep_xml).reason is Reason.INCOMPLETE
    assert answer_to(deeply_said).outcome is StopOutcome.STOPPED


def test_a_long_text_is_cut_and_says_so() -> None:
    answer = answer_to(said("Success", "x" * (MAX_TEXT + 1)))
    assert answer.result == "x" * (MAX_TEXT - 1) + "…"
    assert answer_to(said("Success", "x" * MAX_TEXT)).result == "x" * MAX_TEXT
    rows = answer_to(said("Success", ["x" * 10_000]))
    assert rows.result is not None
    assert len(rows.result) == MAX_TEXT


def test_a_page_of_many_comments_is_judged_at_once() -> None:
    assert answer_to("<!-- -->" * 400 + "<x>").reason is Reason.UNREADABLE


# --- nothing invented is a success -----------------------------------------------------------------

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
statuses = st.sampled_from(["Success", "Failed", "success", "FAILED", "1", "0", 1, 0, True, False, None, ""])
texts = st.sampled_from([row.text for row in DOCUMENTED])


@st.composite
def mutated_texts(draw: st.DrawFn) -> str:
    """Return a documented text with one place in it replaced, at times by what belongs there."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(start + 3, len(text))))
    return text[:start] + draw(st.text(max_size=3)) + text[end:]


def believed(status: object, result: object) -> str | None:
    """Say which success a reply is, by other means than the program's; None where it is none."""
    if isinstance(status, bool) or str(status).strip().lower() not in {"success", "1"}:
        return None
    if not isinstance(result, str):
        return None
    words = result.lower().replace("canceled", "cancelled").split()
    return SUCCESSES.get(" ".join(words))


def assert_believed_rightly(answer: StopAnswer, status: object, result: object) -> None:
    success = answer.outcome in {StopOutcome.STOPPED, StopOutcome.PARTIALLY_SENT}
    expected = believed(status, result)
    assert success == (expected is not None)
    assert not success or answer.outcome == expected


@given(st.binary())
def test_no_bytes_are_a_success(body: bytes) -> None:
    answer = answer_to(body)
    assert answer.outcome in {StopOutcome.UNRECOGNISED, StopOutcome.BLOCKED, StopOutcome.SERVICE_FAULT}


def test_a_web_page_in_utf_16_is_no_success() -> None:
    page = "<html><Status>Success</Status><Result>Fax Cancelled</Result></html>"
    for encoding in ("utf-16-le", "utf-16-be", "utf-16"):
        answer = answer_to(page.encode(encoding))
        assert (answer.outcome, answer.reason) == (StopOutcome.UNRECOGNISED, Reason.UNREADABLE)


@given(json_values)
def test_no_json_is_a_success(value: object) -> None:
    assert answer_to(json.dumps(value)).outcome is StopOutcome.UNRECOGNISED


@given(statuses | json_values, texts | mutated_texts() | json_values)
def test_a_success_is_one_of_the_two_documented_ones(status: object, result: object) -> None:
    assert_believed_rightly(answer_to(said(status, result)), status, result)


@given(statuses.map(str), mutated_texts())
def test_the_same_in_xml(status: str, result: str) -> None:
    body = f"<r><Status>{status}</Status><Result>{result}</Result></r>"
    answer = answer_to(body)
    if answer.reason in {Reason.DOCUMENTED, Reason.UNKNOWN_TEXT, Reason.CONTRADICTION}:
        assert_believed_rightly(answer, answer.status, answer.result)
    else:
        assert answer.outcome is StopOutcome.UNRECOGNISED


Tree = tuple[str, "str | list[Tree]"]
trees: st.SearchStrategy[Any] = st.recursive(
    st.tuples(st.sampled_from(["Status", "Result", "other"]), statuses.map(str) | texts),
    lambda inner: st.tuples(st.sampled_from(["Status", "Result", "other"]), st.lists(inner, max_size=3)),
    max_leaves=6,
)


def written(tree: Tree) -> str:
    name, inside = tree
    return f"<{name}>{inside if isinstance(inside, str) else ''.join(map(written, inside))}</{name}>"


def told(tree: Tree, name: str) -> list[str]:
    """Return the texts of the elements with this name, but for what is inside of Status or Result."""
    if tree[0] in {"Status", "Result"}:
        return [tree[1] if isinstance(tree[1], str) else "elements"] if tree[0] == name else []
    return [] if isinstance(tree[1], str) else [text for child in tree[1] for text in told(child, name)]


@given(st.lists(trees, max_size=4))
def test_any_nesting_of_xml(children: list[Tree]) -> None:
    root: Tree = ("other", children)
    found, results = told(root, "Status"), told(root, "Result")
    answer = answer_to(written(root))
    if len(found) == len(results) == 1:
        assert_believed_rightly(answer, found[0], results[0])
    else:
        assert answer.reason is Reason.INCOMPLETE


@given(st.integers(100, 999).filter(lambda code: code != 200), statuses, texts)
def test_no_other_http_status_is_a_success(code: int, status: object, text: str) -> None:
    answer = stop_answer(reply_of(said(status, text), code))
    assert answer.outcome in {StopOutcome.SERVICE_FAULT, StopOutcome.LOGIN_REJECTED}
    assert answer.result is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_retry_after_is_an_error(value: str, date: str) -> None:
    headers = {"Retry-After": value, "Date": date}
    wait_s = stop_answer(reply_of("", 503, headers)).retry_after_s
    assert wait_s is None or 0 <= wait_s <= 86_400


# --- signing in ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("result", "name"),
    [
        ([{"ClientName": "Clinic", "UserID": 1}], "Clinic"),
        ([{"UserID": 1}, {"ClientName": "Second row"}], "Second row"),
        ({"ClientName": "One row"}, "One row"),
        ({"0": {"ClientName": "Rows by name"}}, "Rows by name"),
        ([{"ClientName": None}], None),
        ([{"ClientName": "  "}], None),
        ([17, "x", None], None),
        ([], None),
        ({}, None),
        ("", None),
        (None, None),
        (0, None),
    ],
)
def test_any_success_accepts_the_sign_in(result: object, name: str | None) -> None:
    answer = sign_in_answer(reply_of(said("Success", result)))
    assert answer.problem is None
    assert answer.account_name == name


def test_a_success_without_a_result_accepts_the_sign_in() -> None:
    assert sign_in_answer(reply_of('{"Status":"Success"}')).problem is None


def test_the_account_name_is_found_in_xml() -> None:
    body = "<r><Status>Success</Status><Result><Row><ClientName>Clinic</ClientName></Row></Result></r>"
    assert sign_in_answer(reply_of(body)).account_name == "Clinic"


@pytest.mark.parametrize(
    ("body", "http_status", "problem", "reason"),
    [
        (said("Failed", "Invalid Access Code / Password"), 200, "login_rejected", "documented"),
        (said("Success", "x"), 401, "login_rejected", "refused_by_status"),
        (said("Success", "x"), 500, "service_fault", "http_status"),
        (said("Failed", "No rights"), 200, "unrecognised", "unknown_text"),
        (said("Failed", "Unable to Cancel Fax"), 200, "unrecognised", "unknown_text"),
        (said("Maybe", []), 200, "unrecognised", "not_text"),
        ('{"Status":"Success","Status":"Success","Result":[]}', 200, "unrecognised", "incomplete"),
        ("", 200, "blocked", "blank"),
        ("<html>", 200, "service_fault", "web_page"),
    ],
)
def test_anything_else_does_not(body: str, http_status: int, problem: str, reason: str) -> None:
    answer = sign_in_answer(reply_of(body, http_status))
    assert (answer.problem, answer.reason) == (problem, reason)


def test_srfaxs_words_are_told_where_it_refuses() -> None:
    answer = sign_in_answer(reply_of(said("Failed", "Account suspended")))
    assert answer.result == "Account suspended"
