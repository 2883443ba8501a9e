# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What somebody wrote down after calling the recipient of a fax that went out."""

from __future__ import annotations

from srfax_desktop.core.record import record


@record(frozen=True, slots=True)
class CallNotes:
    """As they were typed. They can name people and health data: not for the log, nor for an export."""

    spoke_to: str = ""
    when: str = ""
    notes: str = ""

    def __bool__(self) -> bool:
        return any(text.strip() for text in (self.spoke_to, self.when, self.notes))

    def __repr__(self) -> str:
        return f"CallNotes({'written' if self else 'empty'})"
