# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""An error is told with its place and its kind, and without anything that it may quote."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.told_error import FIRST_FRAMES, LAST_FRAMES, LEFT_OUT, place_of, told, told_text

QUOTED = "16045557391 Zebrafinch Quillmore.pdf"


def raised(error: BaseException) -> BaseException:
    with pytest.raises(type(error)) as met:
        raise error
    return met.value


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError(QUOTED)


@pytest.mark.parametrize(
    ("error", "last"),
    [
        (ValueError(QUOTED), f"ValueError: {LEFT_OUT}"),
        (KeyError(QUOTED), f"KeyError: {LEFT_OUT}"),
        (RuntimeError(QUOTED), f"RuntimeError: {LEFT_OUT}"),
        (OSError(errno.ENOENT, "No such file", QUOTED), "FileNotFoundError: ENOENT"),
        (OSError(QUOTED), f"OSError: {LEFT_OUT}"),
        (StoreError("disk_full", QUOTED), "srfax_desktop.core.ports.StoreError: disk_full"),
        (sqlite3.OperationalError(QUOTED), f"sqlite3.OperationalError: {LEFT_OUT}"),
        (UnicodeEncodeError("ascii", QUOTED, 0, 1, QUOTED), f"UnicodeEncodeError: {LEFT_OUT}"),
        (UnspeakableError(), f"{__name__}.UnspeakableError: {LEFT_OUT}"),
        (ValueError(), "ValueError"),
        (
            AttributeError("'NoneType' object has no attribute 'fax_id'"),
            "AttributeError: 'NoneType' object has no attribute 'fax_id'",
        ),
        (TypeError(f"'{QUOTED}' is no number"), "TypeError: “…” is no number"),
        (TypeError("not 1 604-555-7391 please"), "TypeError: not • •••-•••-7391 please"),
        (
            RuntimeError("Internal C++ object (PySide6.QtWidgets.QLabel) already deleted."),
            "RuntimeError: Internal C++ object (PySide6.QtWidgets.QLabel) already deleted.",
        ),
    ],
)
def test_the_last_line_has_the_kind_and_quotes_nothing(error: BaseException, last: str) -> None:
    assert told(raised(error)).splitlines()[-1] == last


def test_errors_that_led_to_it_are_told_first() -> None:
    try:
        try:
            int(QUOTED)
        except ValueError as error:
            raise RuntimeError(QUOTED) from error
    except RuntimeError as error:
        lines = told(error).splitlines()
    assert [line.partition(":")[0] for line in lines if "Error" in line] == ["ValueError", "RuntimeError"]
    assert lines[lines.index(f"ValueError: {LEFT_OUT}") + 1] == "which caused:"
    assert not any(piece in "\n".join(lines) for piece in ("Quillmore", "7391"))


def test_errors_that_lead_to_each_other_are_told_once() -> None:
    first, second = raised(ValueError()), raised(KeyError())
    first.__context__, second.__context__ = second, first
    assert told(first).count("KeyError") == 1


def deep(levels: int) -> None:
    if levels:
        deep(levels - 1)
    raise ValueError


def test_a_deep_stack_is_cut_in_its_middle() -> None:
    try:
        deep(200)
    except ValueError as error:
        lines = told(error).splitlines()
    assert len(lines) == FIRST_FRAMES + LAST_FRAMES + 3
    assert "more" in lines[1 + FIRST_FRAMES]


def test_a_place_does_not_name_whose_computer_it_is() -> None:
    place = place_of(raised(ValueError()))
    assert place.startswith("core/test_told_error.py:")
    library = compile("raise ValueError", "/home/alice/.venv/lib/site-packages/requests/api.py", "exec")
    with pytest.raises(ValueError) as met:  # noqa: PT011 - it has no text
        exec(library)  # noqa: S102
    assert place_of(met.value) == "requests/api.py:1"
    assert "alice" not in told(met.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "QFile::open: File (/home/alice/Zebra finch.pdf) already open",
            "QFile::open: File ((a path)) already open",
        ),
        (r'cannot load "C:\Users\alice\scan.pdf"', "cannot load “…”"),
        ("C:\\Users\\alice\\scan 7.pdf is gone", "(a path) is gone"),
        ("dialled 604.555.7391", "dialled •••.•••.7391"),
        ("QPainter::begin: Paint device returned engine == 0, type: 2", None),
    ],
)
def test_a_message_keeps_its_words_and_loses_what_it_quotes(text: str, shown: str | None) -> None:
    assert told_text(text) == (text if shown is None else shown)
