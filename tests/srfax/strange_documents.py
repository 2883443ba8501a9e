# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Documents near to SRFax's own, in JSON and XML, some of them with what only some readers take."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from tests.srfax.strange_members import members, near_rows

_LITERALS = ["NaN", "-Infinity", "1e999", "1" * 5000, "-0", "1E400", "01", "'x'", "[" * 40 + "]" * 40]


@st.composite
def json_documents(draw: st.DrawFn) -> str:
    """Return a JSON document, some of them with what only some readers take."""
    plain = draw(st.booleans())
    pairs = [f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=plain)}" for name, value in draw(members())]
    match draw(st.integers(0, 11)):
        case 0:
            pairs.insert(draw(st.integers(0, len(pairs))), f'"n":{draw(st.sampled_from(_LITERALS))}')
        case 1:
            pairs = [pair.replace('"Status"', '"\\u0053tatus"') for pair in pairs]
        case 2:
            pairs.append('"Reply":{' + ",".join(pairs) + "}")
        case 3:
            return '{"Response":{' + ",".join(pairs) + "}}"
        case 4:
            return "[{" + ",".join(pairs) + "}]"
        case 5:
            pairs.append("")  # a comma too many
    return "{" + ",".join(pairs) + "}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _element(name: str, value: object) -> str:
    if isinstance(value, dict):
        inside = "".join(_element(key, each) for key, each in value.items())
    elif isinstance(value, list):
        inside = "".join(_element("Row", each) for each in value)
    else:
        inside = "" if value is None else _escaped(str(value))
    return f"<{name}>{inside}</{name}>"


_XML_HEADS = (
    "",
    "",
    "",
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="UTF-7"?>',
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<?xml version="1.0" encoding="IBM037" standalone="yes"?>',
    '<?xml version="1.1"?>',
    "<!-- <Status>Success</Status><Result>Fax Cancelled</Result> -->",
    '<?xml-stylesheet href="http://fax.invalid/"?>',
    "<!DOCTYPE r>",
    '<!DOCTYPE r SYSTEM "file:///etc/hostname">',
    '<!DOCTYPE r [<!ENTITY e "Fax Cancelled">]>',
    '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://fax.invalid/x"> %p;]>',
)
_XML_WORDS = (
    "<![CDATA[Fax Cancelled]]>",
    "Fax<![CDATA[ ]]>Cancelled",
    "&e;",
    "Fax&#32;Cancelled",
    "Fax&#0;Cancelled",
    "Fax <!-- not --> Cancelled",
    "Fax <?not?>Cancelled",
    "Fax Cancelled<b/>",
    "<b>Fax Cancelled</b>",
    "&lt;Result>Fax Cancelled",
    "<Result>Fax Cancelled</Result>",
    "]]>Fax Cancelled",
)
_XML_ROOTS = ("r", "r", "Reply", "Status", "Result", "html", "x:r", 'r xmlns="u}Status"', 'a:r xmlns:a="b"')


@st.composite
def xml_documents(draw: st.DrawFn) -> str:
    """Return an XML document with whatever XML allows, and some of what it does not."""
    elements = [_element(name.strip() or "a", value) for name, value in draw(members())]
    match draw(st.integers(0, 9)):
        case 0:
            elements[-1] = f"<Result>{draw(st.sampled_from(_XML_WORDS))}</Result>"
        case 1:
            elements = ["<d>" * 3 + "".join(elements) + "</d>" * 3]
        case 2:
            elements.insert(0, "<d>" + draw(st.sampled_from(elements)) + "</d>")
        case 3:
            elements[0] = elements[0].replace("Status", draw(st.sampled_from(["a:Status", "Status a='1'"])))
        case 4:
            elements.append(draw(st.sampled_from(["Fax Cancelled", "<!--x-->", "<?x y?>", "&e;", "&amp;"])))
    root = draw(st.sampled_from(_XML_ROOTS))
    document = f"<{root}>{''.join(elements)}</{root.split()[0]}>"
    return draw(st.sampled_from(_XML_HEADS)) + document


@st.composite
def list_documents(draw: st.DrawFn) -> str:
    """Return a list that SRFax might give, in JSON or XML: what its rows say is what is strange."""
    rows = draw(st.lists(near_rows, max_size=3))
    if draw(st.booleans()):
        return json.dumps({"Status": "Success", "Result": rows})
    return f"<r><Status>Success</Status>{_element('Result', rows)}</r>"
