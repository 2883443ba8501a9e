# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""No secret gets through, however it is spelled."""

from __future__ import annotations

import base64
import html
import io
import json
import logging
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.core.spellings import MASK
from srfax_desktop.core.told_error import LEFT_OUT
from srfax_desktop.engine.jobs import JobDone, QueueJob, SignInJob, StatusJob, StopJob
from srfax_desktop.engine.sign_in import Keep, VaultAnswer
from srfax_desktop.store.redaction import Redactor
from tests.figures import Figures, short_or_long

if TYPE_CHECKING:
    from collections.abc import Callable

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


CHARACTERWISE: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "repr": lambda text: repr(text)[1:-1],
    "ascii": lambda text: ascii(text)[1:-1],
    "unicode escape": lambda text: text.encode("unicode_escape").decode(),
    "bytes": lambda text: repr(text.encode())[2:-1],
    "bytes in Latin-1": lambda text: repr(text.encode("latin-1", "replace"))[2:-1],
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON in UTF-8": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "JSON in HTML": lambda text: json.dumps(text)[1:-1].replace("<", "\\u003c").replace("&", "\\u0026"),
    "HTML": html.escape,
    "XML references": lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
    "URL": lambda text: quote(text, safe=""),
    "path of a URL": quote,
    "form": quote_plus,
    "form in Latin-1": lambda text: quote_plus(text, encoding="latin-1", errors="strict"),
}
AS_A_WHOLE: dict[str, Callable[[bytes], str]] = {
    "hexadecimal": bytes.hex,
    "hexadecimal dump": lambda raw: raw.hex(" "),
    "MAC address": lambda raw: raw.hex(":", 1).upper(),
    "C": lambda raw: ", ".join(map(hex, raw)) if min(raw, default=0) > 0xF else raw.hex(),
    "numbers": lambda raw: str(list(raw)),
    "base64": lambda raw: base64.b64encode(raw).decode(),
}
TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
"""What can be typed into a line."""


@given(
    secret=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=4, max_size=12),
    spellings=st.lists(st.sampled_from(sorted(CHARACTERWISE)), max_size=2),
    around=st.tuples(
        st.sampled_from(["", " ", "=", "x", '"', "\n"]), st.sampled_from(["", " ", "&", "x", "'"])
    ),
)
@settings(max_examples=short_or_long(200, 6000))
def test_a_secret_spelled_in_one_way_upon_another_is_masked(
    figures: Figures, secret: str, spellings: list[str], around: tuple[str, str]
) -> None:
    text = secret
    for name in spellings:
        try:
            spelled = CHARACTERWISE[name](text)
        except UnicodeEncodeError:
            spelled = text
        text = text if "Latin-1" in name and "?" in spelled else spelled
    redactor = Redactor()
    redactor.protect(secret)
    redacted = redactor.redact(f"{around[0]}{text}{around[1]}")
    assert MASK in redacted, text
    assert len(redacted.replace(MASK, "")) <= len(around[0] + around[1]), redacted
    figures.add("secrets spelled in some way, and masked")


@pytest.mark.parametrize("name", AS_A_WHOLE)
@given(secret=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=6, max_size=12))
@settings(max_examples=short_or_long(20, 400))
def test_a_secret_coded_as_a_whole_is_masked(figures: Figures, name: str, secret: str) -> None:
    redactor = Redactor()
    redactor.protect(secret)
    for raw in (secret.encode(), quote_plus(secret).encode()):
        redacted = redactor.redact(f"<{AS_A_WHOLE[name](raw)}>")
        assert MASK in redacted
        figures.add("secrets spelled in some way, and masked")


@given(secret=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=3))
def test_a_short_secret_is_masked_where_it_stands_alone(secret: str) -> None:
    redactor = Redactor()
    redactor.protect(secret)
    for text in (secret, f"it is {secret}, or is it", f"({secret})", json.dumps(["it", secret])):
        assert MASK in redactor.redact(text)
    assert "Stop_Fax" in redactor.redact("Stop_Fax: Fax Cancelled") or secret in {":", " ", ": "}


def test_the_holes_of_a_short_secret_do_not_spell_it() -> None:
    redactor = Redactor()
    redactor.protect("can")
    assert redactor.redact("Fax cancelled, though can was typed") == "Fax cancelled, though *** was typed"


@pytest.mark.parametrize(
    "text", ["\\" * 2_000, "%25" * 20_000, "&amp;" * 20_000, "://" * 20_000, "4d" * 20_000]
)
def test_no_text_takes_long(text: str) -> None:
    redactor = Redactor()
    redactor.protect("\\\\\\\"\\'\\\\xMM&%25")
    began = time.process_time()
    redactor.redact(text)
    assert time.process_time() - began < 5


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
        ("{'access_pwd': b'it is one', 'action': 'x'}", "{'access_pwd': ***, 'action': 'x'}"),
        ('{"access_pwd": b"it\'s one"}', '{"access_pwd": ***}'),
        ("[('action', 'x'), ('access_pwd', 'it is one')]", "[('action', 'x'), ('access_pwd', ***)]"),
        ("[(b'access_pwd', b'it is one')]", "[(b'access_pwd', ***)]"),
        ("<access_pwd>one</access_pwd>", "<access_pwd>***</access_pwd>"),
        ("to=x%26access_pwd%3Done%2526", "to=x%26access_pwd%3D***"),
        ("Proxy(user='me', password='it is one')", "Proxy(user='me', password=***)"),
        ("via http://user:it's\"one<@proxy.example now", "via http://***@proxy.example now"),
        ("[('Proxy-Authorization', 'Basic dXNlcjpwdw==')]", "[('Proxy-Authorization', 'Basic ***')]"),
        ("b'Proxy-Authorization: Basic dXNlcjpwdw=='", "b'Proxy-Authorization: Basic ***'"),
        ("the password vault: KeyringLocked", "the password vault: KeyringLocked"),
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


@dataclass
class Holder:
    """Shows what it holds."""

    secret: str
    raw: bytes
    more: bytearray


class Hostile(Exception):  # noqa: N818 - what it is, not what it means
    """Cannot even be put into words."""

    def __str__(self) -> str:
        raise RecursionError(SECRET)

    __repr__ = __str__


def grouped() -> None:
    """Raise a secret in every place that an exception has for one."""
    inner = ValueError({SECRET: [SECRET.encode()]})
    inner.add_note(f"a note\nof two lines, with {SECRET}")
    try:
        raise inner
    except ValueError as error:
        cause = OSError(5, SECRET, f"/home/{SECRET}")
        group = ExceptionGroup(SECRET, [error, cause, ExceptionGroup(f"in it {SECRET}", [inner])])
        raise group from cause


def test_groups_notes_and_chains_are_redacted(redactor: Redactor) -> None:
    try:
        grouped()
    except ExceptionGroup:
        record = record_of("failed", exc_info=sys.exc_info())
    text = written(redactor, record)
    assert "ExceptionGroup" in text
    assert not [form for form, _ in SPELLINGS.values() if form in text]
    assert "a note" not in text  # texts and notes of errors are left out as a whole


def test_a_line_of_source_with_a_secret_is_redacted(redactor: Redactor) -> None:
    password = "in the source, as nobody should have it"
    redactor.protect(password)
    try:
        dict[str, str]()["in the source, as nobody should have it"]
    except KeyError:
        record = record_of("failed", exc_info=sys.exc_info())
    assert password not in written(redactor, record)


def test_an_exception_that_cannot_be_put_into_words_costs_no_line_and_raises_nothing(
    redactor: Redactor,
) -> None:
    for exc_info in ((Hostile, Hostile(), None), ("no", "exception", "at all")):
        assert SECRET not in written(redactor, record_of("failed", exc_info=exc_info))


@pytest.mark.parametrize("form", ["%s", "%r", "%(it)r", "%a"])
@pytest.mark.parametrize("shape", ["dict", "bytes", "bytearray", "dataclass", "exception", "list", "nested"])
def test_whatever_an_argument_is_its_secret_is_masked(redactor: Redactor, form: str, shape: str) -> None:
    raw = SECRET.encode()
    argument = {
        "dict": {SECRET: SECRET, "raw": raw},
        "bytes": raw,
        "bytearray": bytearray(raw),
        "dataclass": Holder(SECRET, raw, bytearray(raw)),
        "exception": KeyError(SECRET),
        "list": [SECRET, (raw,)],
        "nested": [repr({"body": json.dumps({"pwd": SECRET})})],
    }[shape]
    arguments: tuple[object, ...] = (
        ({"it": argument},) if "(it)" in form else (argument,) if shape != "dict" else ([argument],)
    )
    text = written(redactor, record_of(form, *arguments))
    assert MASK in text
    assert not [spelled for spelled, _ in SPELLINGS.values() if spelled in text]


def test_what_else_a_record_carries_is_redacted_too(redactor: Redactor) -> None:
    record = record_of(
        "sent", body=FORM, headers={"x": SECRET}, threadName=f"for {SECRET}", attempt=3, bad=Hostile()
    )
    assert redactor.filter(record)
    shown = logging.Formatter("%(threadName)s %(body)s %(headers)s %(attempt)d %(bad)s").format(record)
    assert shown == "for *** p=*** {'x': '***'} 3 (something that could not be put into words)"
    assert SECRET not in str(vars(record))


def test_what_logging_says_of_its_own_errors_holds_no_secret(
    redactor: Redactor, capsys: pytest.CaptureFixture[str]
) -> None:
    """`logging.raiseExceptions` prints message and arguments of a line that a handler cannot write."""
    handler = logging.StreamHandler(io.TextIOWrapper(io.BytesIO(), "ascii", write_through=True))
    handler.addFilter(redactor)
    handler.handle(record_of("é %s", SECRET))
    said = capsys.readouterr().err
    assert "Logging error" in said
    assert MASK in said
    assert SECRET not in said


CREDENTIALS = Credentials(AccountNumber("12345"), SECRET)


@pytest.mark.parametrize(
    "holder",
    [
        CREDENTIALS,
        SignInJob(CREDENTIALS),
        StopJob(FaxId("1"), 1, CREDENTIALS),
        QueueJob(CREDENTIALS, include_sub_users=False),
        StatusJob(CREDENTIALS, (FaxId("1"),)),
        Keep(CREDENTIALS),
        VaultAnswer(worked=True, credentials=CREDENTIALS),
        JobDone(SignInJob(CREDENTIALS), None),
    ],
    ids=lambda holder: type(holder).__name__,
)
def test_what_holds_a_password_does_not_show_it(holder: object) -> None:
    for shown in (repr(holder), str(holder), f"{holder}", ascii([holder])):
        assert not [form for form, _ in SPELLINGS.values() if form in shown]
    assert not hasattr(holder, "__dict__")
