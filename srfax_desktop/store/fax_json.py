# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax's lists tell of a fax, the check after the stop and the notes, each as one JSON text.

They name people and numbers: what cannot be read back is logged by the name of its field only.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.store.setting_values import flag, read_values, text, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.store.setting_values import Reader

_log = logging.getLogger(__name__)


def _moment(value: object) -> datetime:
    """Read a moment; it is returned in UTC."""
    at = datetime.fromisoformat(text(value))
    if at.tzinfo is None:
        raise ValueError(value)
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise ValueError(value) from None


def _word(value: object) -> str:
    """Read a text that many faxes have: it is kept once for all of them."""
    return sys.intern(text(value))


def _code(codes: type[StrEnum]) -> Callable[[object], StrEnum]:
    """Return a reader of one of `codes`."""
    return lambda value: codes(text(value))


_whole = whole(-(1 << 63), (1 << 63) - 1)

_DETAILS: Mapping[str, Reader] = MappingProxyType(
    {
        "status": _code(SentStatus),
        "status_text": _word,
        "to_number": text,
        "pages": _whole,
        "subject": text,
        "queued_at_text": text,
        "sent_at": _moment,
        "sender": _word,
        "sub_user": _word,
        "document": text,
        "account_code": _word,
        "error_code": _word,
        "duration_s": _whole,
        "size": _whole,
    },
)
_CHECK: Mapping[str, Reader] = MappingProxyType(
    {
        "at": _moment,
        "verdict": _code(Verdict),
        "status": _code(SentStatus),
        "status_text": text,
        "error_code": text,
        "pages": _whole,
        "queued": flag,
        "problem": _code(StopOutcome),
        "reason": _code(Reason),
    },
)
_NOTES: Mapping[str, Reader] = MappingProxyType({"spoke_to": text, "when": text, "notes": text})


def _in_utc(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


_write = json.JSONEncoder(default=_in_utc).encode
_NAMES = {
    kind: tuple(name for name in kind.__match_args__ if name != "fax_id")
    for kind in (FaxDetails, FaxCheck, CallNotes)
}
_FIELDS: Mapping[type, tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]] = MappingProxyType(
    {kind: (names, attrgetter(*names)) for kind, names in _NAMES.items()}
)


def as_json(value: FaxDetails | FaxCheck | CallNotes | None) -> str | None:
    """Return the value as JSON in ASCII; what is None is left out, and so is the fax's ID."""
    if value is None:
        return None
    names, values_of = _FIELDS[type(value)]
    told = zip(names, values_of(value), strict=True)
    return _write({name: item for name, item in told if item is not None})


def read_details(value: object, fax_id: FaxId) -> FaxDetails | None:
    """Return the details of `fax_id`. A field that cannot be read is one that SRFax did not tell."""
    told = _read(value, "details", _DETAILS)
    return None if told is None else FaxDetails(fax_id, **told)


def read_check(value: object) -> FaxCheck | None:
    """Return the check; None where it cannot be read when it was made, or what it proved."""
    told = _read(value, "check", _CHECK)
    if told is None or told.keys() >= {"at", "verdict"}:
        return None if told is None else FaxCheck(**told)
    _log.warning("the database holds a check of a fax without its time or its verdict")
    return None


def read_notes(value: object) -> CallNotes | None:
    """Return the notes; a field that cannot be read is empty."""
    told = _read(value, "notes", _NOTES)
    return None if told is None else CallNotes(**told)


def _read(value: object, name: str, readers: Mapping[str, Reader]) -> dict[str, Any] | None:
    if value is None:
        return None
    try:
        raw = json.loads(text(value))
    except (ValueError, RecursionError):  # not a text, not JSON; nested without end
        raw = None
    if not isinstance(raw, dict):
        _log.warning("the database holds %s of a fax that cannot be read", name)
        return None
    problems: list[str] = []
    told = read_values(raw, readers, problems, f"{name}.")
    if problems:
        _log.warning("the database holds what cannot be read of a fax: %s", ", ".join(problems))
    return told
