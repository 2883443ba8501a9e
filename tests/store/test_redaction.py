# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""No secret gets through, however it is spelled."""

from __future__ import annotations

import base64
import html
import json
import logging
import sys
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.told_error import LEFT_OUT
from srfax_desktop.store.redaction import MASK, Redactor

SECRET = "p&+=% \"é'\\漢/ß"

FORM = urlencode({"p": SECRET})

SPELLINGS = {
    "raw": (SECRET, "***"),
    "quote": (quote(SECRET), "***"),
    "quote, all of it": (quote(SECRET, safe=""), "***"),
    "quote, small letters": (quote(SECRET).lower(), "***"),
    "quote_plus": (quote_plus(SECRET), "***"),
    "form": (FORM, "p=***"),
    "JSON": (json.dumps(SECRET), '"***"'),
    "JSON, UTF-8": (json.dumps(SECRET, ensure_ascii=False), '"***"'),
    "HTML": (html.escape(SECRET), "***"),
    "repr": (repr([SECRET]), "['***']"),
    "repr of bytes": (repr(SECRET.encode()), "b'***'"),
    "base64": (base64.b64encode(SECRET.encode()).decode(), "***"),
    "base64 for URLs": (base64.urlsafe_b64encode(SECRET.encode()).decode(), "***"),
    "repr of a form": (repr(FORM.encode()), "b'p=***'"),
    "JSON of a form": (json.dumps({"body": FORM}), '{"body": "p=***"}'),
}


@pytest.fixture
def redactor() -> Redactor:
    redactor = Redactor()
    redactor.protect("another, which is shorter")
    redactor.protect(SECRET)
    return redactor


def record_of(message: object, *arguments: object, **fields: object) -> logging.LogRecord:
    record = logging.LogRecord("name", logging.INFO, "here.py", 7, message, arguments, None)
    vars(record).update(fields)
    return record


def written(redactor: Redactor, record: logging.LogRecord) -> str:
    assert redactor.filter(record)
    return logging.Formatter().format(record)


@pytest.mark.parametrize(("text", "redacted"), SPELLINGS.values(), ids=SPELLINGS)
def test_every_spelling_is_known(redactor: Redactor, text: str, redacted: str) -> None:
    assert redactor.redact(f"before {text} after") == f"before {redacted} after"


@pytest.mark.parametrize("user", ["", "1", "12", "123", "a longer name"])
def test_base64_of_user_and_password_is_known(redactor: Redactor, user: str) -> None:
    token = base64.b64encode(f"{user}:{SECRET}:more".encode()).decode()
    redacted = redactor.redact(token)
    assert MASK in redacted
    assert len(redacted) < len(token) - len(SECRET)


@given(secret=st.text(min_size=8), before=st.text(max_size=4), after=st.text(max_size=4))
def test_any_secret_is_masked_in_any_surroundings(secret: str, before: str, after: str) -> None:
    redactor = Redactor()
    redactor.protect(secret)
    assert secret not in redactor.redact(before + secret + after).replace(MASK, "\0")
    coded = base64.b64encode((before + secret + after).encode("utf-8", "surrogatepass")).decode()
    assert MASK in redactor.redact(coded)


def test_base64_of_a_short_secret_does_not_mask_innocent_words() -> None:
    redactor = Redactor()
    redactor.protect("ab")
    assert redactor.redact("ab, YWI=, Fax Cancelled") == "***, ***, Fax Cancelled"


def test_an_empty_secret_is_none() -> None:
    redactor = Redactor()
    redactor.protect("")
    assert redactor.redact("some text") == "some text"


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("action=Stop_Fax&access_pwd=p%26&sFaxDetailsID=1", "action=Stop_Fax&access_pwd=***&sFaxDetailsID=1"),
        ("ACCESS_PWD=secret", "ACCESS_PWD=***"),
        ("{'access_pwd': 'it\\'s one', 'action': 'x'}", "{'access_pwd': ***, 'action': 'x'}"),
        ('{"access_pwd": "a \\" b", "action": "x"}', '{"access_pwd": ***, "action": "x"}'),
        ('{"access_pwd":"cut short', '{"access_pwd":***'),
        ("via http://user:p@ss@proxy.example:8080/ now", "via http://***@proxy.example:8080/ now"),
        ("'https://user@host'", "'https://***@host'"),
        ("https://host/path?query", "https://host/path?query"),
        ("write to me@clinic.example", "write to me@clinic.example"),
        ("Proxy-Authorization: Basic dXNlcjpwdw==", "Proxy-Authorization: Basic ***"),
        ("{'Authorization': 'Bearer abc.def'}", "{'Authorization': 'Bearer ***'}"),
        ("access_pwd is wrong", "access_pwd is wrong"),
    ],
)
def test_secrets_that_nobody_registered_are_known_by_their_place(text: str, redacted: str) -> None:
    assert Redactor().redact(text) == redacted


def test_message_and_arguments_are_redacted(redactor: Redactor) -> None:
    assert written(redactor, record_of(f"with {SECRET} in it")) == "with *** in it"
    assert written(redactor, record_of("with %s in it", SECRET)) == "with *** in it"
    assert written(redactor, record_of("with %(p)s", {"p": SECRET})) == "with ***"
    assert written(redactor, record_of(ValueError(SECRET))) == "***"
    assert SECRET not in written(redactor, record_of("%r", {"access_pwd": SECRET}))


def fail() -> None:
    try:
        dict[str, str]()[SECRET]
    except KeyError as error:
        message = f"then {SECRET}"
        raise RuntimeError(message) from error


def test_exceptions_and_stacks_are_redacted(redactor: Redactor) -> None:
    try:
        fail()
    except RuntimeError:
        record = record_of("failed", exc_info=sys.exc_info(), stack_info=f"Stack: {SECRET}")
    text = written(redactor, record)
    assert SECRET not in text
    assert f"KeyError: {LEFT_OUT}" in text
    assert f"RuntimeError: {LEFT_OUT}" in text
    assert "Stack: ***" in text
    assert record.exc_info is None


def test_text_of_an_exception_that_another_handler_made_is_redacted(redactor: Redactor) -> None:
    record = record_of("failed", exc_text=f"ValueError: {SECRET}")
    assert written(redactor, record) == "failed\nValueError: ***"


class Unprintable:
    def __str__(self) -> str:
        raise RuntimeError(SECRET)


@pytest.mark.parametrize("record", [record_of("%d", "not a number"), record_of("%s", Unprintable())])
def test_a_message_that_cannot_be_put_together_is_told(redactor: Redactor, record: logging.LogRecord) -> None:
    assert "could not be put together: here.py, line 7" in written(redactor, record)
