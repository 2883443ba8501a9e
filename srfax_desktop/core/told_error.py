# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""An error, told without what it may quote: its text can hold a number, a subject or a file's name.

What tells where it happened, and what the interpreter itself says of it, is kept.
"""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

from srfax_desktop.core.masking import masked_number
from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

LEFT_OUT = "(its text is left out: it may quote a fax)"
LONGEST_TEXT = 300
FIRST_FRAMES, LAST_FRAMES = 10, 30
MOST_LINKS = 8
"""Of errors that led to one another."""

_INTERPRETERS_OWN = frozenset(
    {
        AttributeError,
        ImportError,
        MemoryError,
        ModuleNotFoundError,
        NameError,
        NotImplementedError,
        RecursionError,
        TypeError,
        UnboundLocalError,
        ZeroDivisionError,
    },
)
"""Their texts name types and attributes of the program."""

_BINDINGS_OWN = re.compile(r"Internal C\+\+ object \([\w.:*& ]+\) already deleted\.")
_QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’""")
_NAME = re.compile(r"'[\w.:*]+(\(\))?'")
_MANY_DIGITS = re.compile(r"\d(?:[\W_]{0,3}\d){6,}")
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/]+[^\\/\s:*?\"'<>|]+){2,}(?:[^\n]*\.\w{1,5}\b)?[\\/]*")


def told(error: BaseException) -> str:
    """Return a traceback whose last line has the kind of error, and its text where that quotes nothing."""
    return "\n".join(line for link in reversed(list(_links(error))) for line in _lines(*link))


def place_of(error: BaseException) -> str:
    """Return where it was raised: `srfax_desktop/ui/fax_table.py:120`."""
    traceback = error.__traceback__
    if traceback is None:
        return "an unknown place"
    while traceback.tb_next:
        traceback = traceback.tb_next
    return f"{_short(traceback.tb_frame.f_code.co_filename)}:{traceback.tb_lineno}"


def kind_of(error: BaseException) -> str:
    """Return the name of its type, with the module where it is no built-in one."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def told_text(text: str) -> str:
    """Return a message of a library's with whatever it may quote left out: quotes, paths, long numbers."""
    return _told(_QUOTED.sub("“…”", text))


def _told(text: str) -> str:
    text = _PATH.sub("(a path)", text)
    return _MANY_DIGITS.sub(lambda found: masked_number(found[0]), text)[:LONGEST_TEXT]


def _links(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """Yield the error and those that led to it, each with how it led on to the one before."""
    seen: set[int] = set()
    link: BaseException | None = error
    leads = ""
    while link is not None and id(link) not in seen and len(seen) < MOST_LINKS:
        seen.add(id(link))
        yield link, leads
        if link.__cause__ is not None:
            link, leads = link.__cause__, "which caused:"
        elif not link.__suppress_context__:
            link, leads = link.__context__, "while this was handled, another one happened:"
        else:
            return


def _lines(error: BaseException, leads: str) -> Iterator[str]:
    yield "Traceback (most recent call last):"
    yield from _frames(error.__traceback__)
    text = _safe_text(error)
    yield f"{kind_of(error)}: {text}" if text else kind_of(error)
    if leads:
        yield leads


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    lines = []
    while traceback:
        code = traceback.tb_frame.f_code
        lines.append(f"  {_short(code.co_filename)}:{traceback.tb_lineno} in {code.co_name}")
        traceback = traceback.tb_next
    left_out = len(lines) - FIRST_FRAMES - LAST_FRAMES
    if left_out > 0:
        lines[FIRST_FRAMES:-LAST_FRAMES] = [f"  … {left_out} more …"]
    yield from lines


def _short(filename: str) -> str:
    """Return a file of the program or of a library as it is named from where it is installed."""
    name = filename.replace("\\", "/")
    if name.startswith("<"):
        return name
    if "/site-packages/" in name:
        return name.rpartition("/site-packages/")[2]
    before, package, rest = name.rpartition("srfax_desktop/")
    if package and (not before or before.endswith("/")):
        return package + rest
    return "/".join(name.split("/")[-2:])


def _safe_text(error: BaseException) -> str:
    if isinstance(error, StoreError):
        return error.problem
    if isinstance(error, OSError) and error.errno is not None:
        return errno.errorcode.get(error.errno, str(error.errno))
    if (code := getattr(error, "sqlite_errorname", None)) is not None:
        return str(code)
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - an error's own __str__ may raise anything
        return LEFT_OUT
    if not text or type(error) in _INTERPRETERS_OWN or _BINDINGS_OWN.fullmatch(text):
        return _told(_QUOTED.sub(_unless_name, text))
    return LEFT_OUT


def _unless_name(found: re.Match[str]) -> str:
    return found[0] if _NAME.fullmatch(found[0]) else "“…”"
