# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is known of one fax, in one line: where it goes, what it is, when and by whom it was queued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.fax_words import number_words, queued_words

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.listing import FaxDetails

translate = QCoreApplication.translate


def facts_words(fax: FaxDetails | None, account: AccountNumber | None = None) -> str:
    """Return the facts, each with a word for what it is; empty where SRFax told none.

    account: the one signed in. Of a fax of its own, SRFax may name no other sender.
    """
    if fax is None:
        return ""
    queued, sender = queued_words(fax), fax.sender if fax.sender != account else None
    facts = (
        (translate("fax_facts", "To {0}"), number_words(fax.to_number) if fax.to_number else ""),
        ("{0}", fax.subject or ""),
        ("{0}", _pages(fax.pages)),
        (translate("fax_facts", "queued {0}"), queued),
        (translate("fax_facts", "from {0}"), sender or ""),
    )
    return " · ".join(form.format(fact) for form, fact in facts if fact)


def _pages(count: int | None) -> str:
    if count is None:
        return ""
    return counted("fax_facts", "%Ln pages", "1 page", count)
