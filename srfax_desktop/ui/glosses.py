# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax's own words mean in the language of the window. They stay as they came: this stands beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.ui.fax_words import said_words

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxRecord

translate = QCoreApplication.translate

_DASHES = str.maketrans("–—−", "---")


def gloss(text: str | None) -> str:
    """Return a line that translates SRFax's words, and says that it is this program that does.

    Empty where they are not known, and where the window speaks SRFax's own language.
    """
    known = _known().get(_folded(text)) if text else None
    if not text or not known or _folded(known) == _folded(text):
        return ""
    return translate("glosses", "“{0}” means “{1}” (translated by this program)").format(text, known)


def glosses_of(fax: FaxRecord) -> str:
    """Return such a line for each of SRFax's words that `fax_words.said_words` shows of a fax."""
    shown, check, details = said_words(fax), fax.check, fax.details
    listed = [text for seen in (check, details) if seen for text in (seen.status_text, seen.error_code)]
    texts = dict.fromkeys(text for text in (fax.result, *listed) if text and text in shown)
    return "\n".join(filter(None, map(gloss, texts)))


def _folded(text: str) -> str:
    return " ".join(text.translate(_DASHES).casefold().replace("canceled", "cancelled").split())


def _known() -> dict[str, str]:
    """Return SRFax's texts, as its documentation has them, and their translations."""
    return {
        "fax cancelled": translate("glosses", "Fax Cancelled"),
        "fax cancelled but partially sent": translate("glosses", "Fax cancelled but partially sent"),
        "fax transmission completed": translate("glosses", "Fax transmission completed"),
        "unable to cancel fax": translate("glosses", "Unable to Cancel Fax"),
        "file not found - please try again": translate("glosses", "File not found – Please try again"),
        "invalid access code / password": translate("glosses", "Invalid Access Code / Password"),
        "faxdetailsid not found": translate("glosses", "FaxDetailsID Not Found"),
        "in progress": translate("glosses", "In Progress"),
        "sent": translate("glosses", "Sent"),
        "failed": translate("glosses", "Failed"),
        "sending email": translate("glosses", "Sending Email"),
        "unknown": translate("glosses", "Unknown"),
        "busy": translate("glosses", "Busy"),
        "no answer": translate("glosses", "No Answer"),
        "no remote fax": translate("glosses", "No Remote Fax"),
    }
