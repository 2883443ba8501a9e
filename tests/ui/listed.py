# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Faxes of which SRFax's lists have told, put into a rig's book as the engine puts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from srfax_desktop.core.fax import FaxId, FaxRecord
from srfax_desktop.core.listing import FaxDetails, SentStatus

if TYPE_CHECKING:
    from tests.engine.rig import Rig

ADDED_AT = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


def told(fax_id: str, **fields: Any) -> FaxDetails:
    """What a list tells of a fax that is queued."""
    known = {"status": SentStatus.IN_PROGRESS, "status_text": "In Progress", **fields}
    return FaxDetails(FaxId(fax_id), **known)


def fax(fax_id: str = "1", *, details: dict[str, Any] | None = None, **fields: Any) -> FaxRecord:
    """A fax in the list; `details` are the fields of what a list told."""
    listed = None if details is None else told(fax_id, **details)
    return FaxRecord(FaxId(fax_id), **{"added_at": ADDED_AT, "details": listed, **fields})


def put(rig: Rig, *records: FaxRecord) -> None:
    """Have faxes changed as these say, and all told of it at once."""
    for record in records:
        rig.controller._book._put(record)
    rig.controller.faxes_changed.emit(tuple(record.fax_id for record in records))


def learn(rig: Rig, fax_id: str, **fields: Any) -> None:
    """Have a list tell of a fax."""
    put(rig, replace(rig.board.fax(FaxId(fax_id)), details=told(fax_id, **fields)))
