# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The documented replies, in whatever JSON and XML allow without saying anything else."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from tests.srfax.look_alikes import DOCUMENTED, dressed_words


@st.composite
def honest_replies(draw: st.DrawFn) -> tuple[bytes, str]:
    """Return one of the five documented replies in any allowed dressing, and the outcome that it tells."""
    text = draw(st.sampled_from(list(DOCUMENTED)))
    word, outcome = DOCUMENTED[text]
    status = draw(
        st.sampled_from([word, word.lower(), word.upper(), f" {word} ", str(int(word == "Success"))])
    )
    said = draw(dressed_words(text))
    make = _honest_json if draw(st.booleans()) else _honest_xml
    space = draw(st.sampled_from(["", "\r\n", " \t", "\ufeff"]))
    return f"{space}{make(draw, status, said)}{space.strip(chr(0xFEFF))}".encode(), outcome


def _honest_json(draw: st.DrawFn, status: str, said: str) -> str:
    value: Any = int(status) if status.isdigit() and draw(st.booleans()) else status
    pairs: list[tuple[str, Any]] = [("Status", value), ("Result", said)]
    pairs += draw(st.sampled_from([[], [("FaxID", 9)], [("Debug", [{}])]]))
    document = dict(draw(st.permutations(pairs)))
    return json.dumps(document, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 0, 2])))


def _honest_xml(draw: st.DrawFn, status: str, said: str) -> str:
    match draw(st.integers(0, 3)):
        case 0:
            said = f"<![CDATA[{said}]]>"
        case 1:
            said = "".join(f"&#{ord(letter)};" for letter in said)
    prefix = draw(st.sampled_from(["", "", "s:"]))
    pair = [f"<{prefix}Status>{status}</{prefix}Status>", f'<{prefix}Result a="b">{said}</{prefix}Result>']
    inside = draw(st.sampled_from(["", "\n  "])).join(draw(st.permutations(pair)))
    for name in draw(st.lists(st.sampled_from(["Data", "Body2", "return"]), max_size=3)):
        inside = f"<{name}>{inside}</{name}>"
    head = draw(st.sampled_from(["", '<?xml version="1.0" encoding="UTF-8"?>\n', "<!-- a reply -->"]))
    return f'{head}<Reply xmlns:s="urn:srfax">{inside}</Reply>'
