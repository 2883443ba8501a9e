# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""SRFax's words: as they are documented, as they may differ, and what only looks like them."""

from __future__ import annotations

from hypothesis import strategies as st

STOPPED, PARTLY = "Fax Cancelled", "Fax cancelled but partially sent"
DOCUMENTED = {
    STOPPED: ("Success", "stopped"),
    PARTLY: ("Success", "partially_sent"),
    "Fax transmission completed": ("Failed", "already_sent"),
    "Unable to Cancel Fax": ("Failed", "converting"),
    "File not found – Please try again": ("Failed", "not_found"),
}
"""SRFax, Stop_Fax page: each text with its Status, and what the program calls it."""

SPACES = (" ", "  ", "\t", " \n ", "\u00a0", "\u2009")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"


@st.composite
def dressed_words(draw: st.DrawFn, text: str) -> str:
    """Return SRFax's words as they may differ: letter case, spaces, dash, the spelling of cancelled."""
    words = text.split()
    if draw(st.booleans()):
        words = [word.replace("ancelled", "anceled") for word in words]
    words = [draw(st.sampled_from([word, word.lower(), word.upper(), word.swapcase()])) for word in words]
    words = [draw(st.sampled_from(DASHES)) if word in DASHES else word for word in words]
    around = draw(st.sampled_from(["", *SPACES]))
    return around + draw(st.sampled_from(SPACES)).join(words) + around


_TWINS = str.maketrans(
    "aceopxyFCnltu", "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u03dc\u0421\u0578\u04cf\u03c4\u057d"
)
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u180e\ufe0f\u034f\u0000\u0008\u007f"
_TURNED = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_MARKS = "\u0301\u0327\u0332\u0335\u0336\u0338\u20d2\u20e0"
_SPOILT_WORDS = (
    "Fax not Cancelled",
    "Fax Cancelled?",
    "Fax Cancelled.",
    "Fax Cancelled – failed",
    "Fax Cancelled Fax Cancelled",
    "No Fax Cancelled",
    "FaxCancelled",
    "Fax-Cancelled",
    "Fax Can celled",
    "Fax Cancelling",
    "Fax will be cancelled",
    "Fax cancelled but partially sent and the rest as well",
    "Fax cancelled, but partially sent",
    "Fax cancelled but not partially sent",
    "xaF dellecnaC",
    "Fаx Cancelled",
    "Fax Cance\u017fled",
    "Fax Cancelled\u0000",
    '"Fax Cancelled"',
    "<b>Fax Cancelled</b>",
    "Fax&nbsp;Cancelled",
    "Fax%20Cancelled",
    "Fax+Cancelled",
)


@st.composite
def spoilt_words(draw: st.DrawFn) -> str:
    """Return what a hasty eye takes for SRFax's words, and at times is."""
    text = draw(st.sampled_from([STOPPED, STOPPED, PARTLY, *DOCUMENTED]))
    how = draw(st.integers(0, 8))
    at = draw(st.integers(0, len(text)))
    before, letter, after = text[:at], text[at : at + 1], text[at + 1 :]
    match how:
        case 0:
            return before + letter.translate(_TWINS) + after
        case 1:
            return before + draw(st.sampled_from(_UNSEEN)) + letter + after
        case 2:
            return before + "".join(chr(ord(each) + 0xFEE0) for each in letter if each != " ") + after
        case 3:
            return before + letter + draw(st.sampled_from(_MARKS)) + after
        case 4:
            return f"{draw(st.sampled_from(_TURNED))}{draw(st.sampled_from([text, text[::-1]]))}\u202c"
        case 5:
            return before + draw(st.text(max_size=3)) + after
        case 6:
            return text.translate(_TWINS)
        case 7:
            return str(draw(st.sampled_from(_SPOILT_WORDS)))
        case _:
            return f"{before}{draw(st.sampled_from(['', *SPACES, *DASHES]))}{letter}{after}"
