# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What `srfax-desktop stop` prints: a line for each attempt and for each end, for people or for programs."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.engine.trying import AttemptEnded
from srfax_desktop.ui.messages import answer_words, duration, outcome_words, verdict_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.check import FaxCheck
    from srfax_desktop.engine.stop_run import Final


def json_line(event: AttemptEnded | Final) -> str:
    """Return one JSON object: the contract of `stop --json`."""
    if isinstance(event, AttemptEnded):
        line = {
            "event": "attempt",
            "fax_id": event.fax_id,
            "attempt": event.attempt,
            "outcome": event.answer.outcome,
            "result": event.answer.result,
            "retry_in_s": None if event.retry_in_s is None else round(float(event.retry_in_s), 3),
        }
    else:
        line = {
            "event": "final",
            "fax_id": event.fax_id,
            "attempts": event.attempts,
            "outcome": event.outcome,
            "result": event.result,
            **_check(event.check),
        }
    return json.dumps(line, separators=(",", ":"))


def _check(check: FaxCheck | None) -> dict[str, object]:
    if check is None:  # nothing was looked up: the line is as it was before there were checks
        return {}
    found = {
        "verdict": check.verdict,
        "at": check.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "status": check.status_text,
        "error_code": check.error_code,
        "pages": check.pages,
        "queued": check.queued,
        "problem": check.problem,
    }
    return {"check": found}


def plain_line(event: AttemptEnded | Final) -> str:
    """Return the same for a person to read."""
    if isinstance(event, AttemptEnded):
        line = f"{event.fax_id}  attempt {event.attempt}: {answer_words(event.answer)}"
        said = event.answer.result
        after = "" if event.retry_in_s is None else f"; again in {duration(event.retry_in_s)}"
    else:
        line = f"{event.fax_id}  {_ending(event)}"
        said, after = event.result, _afterwards(event.check)
    return f"{line} – SRFax said: {_on_one_line(said)}{after}" if said else f"{line}{after}"


def _afterwards(check: FaxCheck | None) -> str:
    if check is None:
        return ""
    listed = " ".join(filter(None, (check.status_text, f"({check.error_code})" if check.error_code else "")))
    words = verdict_words(check.verdict)
    return f"; looked up afterwards: {_on_one_line(listed)} – {words}" if listed else f"; {words}"


def _on_one_line(text: str) -> str:
    """Return `text` with its line ends and control characters written out: no reply can forge a line."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )


def _ending(final: Final) -> str:
    attempts = "1 attempt" if final.attempts == 1 else f"{final.attempts} attempts"
    if final.outcome is None:
        return "NOT STOPPED: it was not asked for"
    decided = (StopOutcome.STOPPED, StopOutcome.PARTIALLY_SENT, StopOutcome.ALREADY_SENT)
    words = outcome_words(final.outcome)
    if final.outcome in decided:
        return f"{words.upper()} ({attempts})"
    return f"NOT CONFIRMED, may still be going out ({attempts}): {words}"


class Printer:
    """Prints each line at once. A reader that has gone away ends the printing, not the stopping."""

    def __init__(self, line: Callable[[AttemptEnded | Final], str]) -> None:
        self._line = line
        self._heard = True

    def print(self, event: AttemptEnded | Final) -> None:
        """Print one line."""
        if self._heard:
            try:
                print(_as_printable(self._line(event)), flush=True)  # noqa: T201 - the command line's output
            except OSError:
                self._heard = False
                sys.stdout = io.StringIO()  # it is flushed once more when the interpreter ends


def _as_printable(line: str) -> str:
    """Return `line` as standard output can encode it: a redirected Windows console knows few letters."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return line.encode(encoding, "backslashreplace").decode(encoding)
