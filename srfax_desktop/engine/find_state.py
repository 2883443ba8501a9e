# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How it stands with looking for queued faxes, as the finder tells it and the window shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.listing import ListAnswer, ListSource


class FindState(NamedTuple):
    """How it stands with looking for queued faxes.

    busy: a question is under way, or waits until it may leave. at: when a list last came, in UTC;
    source: which list that was; queued: how many it had; unread: how many of its rows could not be read.
    refusal: why the queue itself was not used, None where it was. problem: why the last list did not
    come, None where it did: what is shown is then as old as `at`.
    """

    busy: bool = False
    at: datetime | None = None
    source: ListSource | None = None
    queued: int = 0
    unread: int = 0
    refusal: ListAnswer | None = None
    problem: ListAnswer | None = None
