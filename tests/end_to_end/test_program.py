# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A test that waits in vain says for what, and what the program had to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.end_to_end.program import end, started, wait_until, wait_until_at_rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from subprocess import Popen


def failure(process_of: AbstractContextManager[Popen[str]], look: Callable[[Popen[str]], None]) -> Any:
    """Return the failure of looking at a program."""
    with pytest.raises(pytest.fail.Exception) as failed:
        _look(process_of, look)
    return failed.value


def _look(process_of: AbstractContextManager[Popen[str]], look: Callable[[Popen[str]], None]) -> None:
    with process_of as process:
        look(process)


def test_it_shows_what_a_program_wrote_that_has_ended() -> None:
    def look(process: Popen[str]) -> None:
        assert end(process).status == 2
        wait_until(lambda: process.returncode == 7, patience_s=0.1)

    failed = failure(started("stop", "not-an-id"), look)
    assert "process.returncode == 7" in str(failed)
    (note,) = failed.__notes__
    assert "exit status 2" in note
    assert "not-an-id" in note


def test_it_shows_where_a_program_stood_that_had_not() -> None:
    def look(process: Popen[str]) -> None:
        wait_until_at_rest(process)
        wait_until(lambda: process.poll() is not None, patience_s=0.1, what="its end")

    arguments = ("stop", "1", "--account", "12345", "--password-stdin", "--endpoint", "https://127.0.0.1:9/")
    failed = failure(started(*arguments), look)
    assert "its end" in str(failed)
    (note,) = failed.__notes__
    assert "_typed_password" in note
