# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads requests and writes replies as SRFax does: form-encoded or JSON in, JSON or XML out.

No XML reply of SRFax's is public. This one is a guess: Status and Result below a root, a Row for each row.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from srfax_desktop.srfax.practice_faults import http_reply

if TYPE_CHECKING:
    from srfax_desktop.srfax.practice_faxes import Answer


def read_fields(content_type: str, body: bytes) -> dict[str, str]:
    """Return a request's fields as text. Raises ValueError."""
    text = body.decode("utf-8")
    if content_type.startswith("application/json"):
        fields = json.loads(text)
        if not isinstance(fields, dict):
            raise ValueError(content_type)
        return {str(name): str(value) for name, value in fields.items()}
    return dict(parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict"))


def write_reply(reply: Answer, response_format: str) -> bytes:
    """Return a whole HTTP 200 reply, as JSON but where `response_format` is XML."""
    if response_format.upper() == "XML":
        root = f"<root>{_element('Status', reply.status)}{_element('Result', reply.result)}</root>"
        text, kind = f'<?xml version="1.0" encoding="UTF-8"?>{root}', "text/xml"
    else:
        text, kind = json.dumps({"Status": reply.status, "Result": reply.result}), "application/json"
    headers = {"Content-Type": f"{kind}; charset=UTF-8"}
    return http_reply(HTTPStatus.OK, text.encode(), headers)


def _element(name: str, value: object) -> str:
    if isinstance(value, list):
        inside = "".join(_element("Row", row) for row in value)
    elif isinstance(value, dict):
        inside = "".join(_element(str(key), item) for key, item in value.items())
    else:
        inside = "" if value is None or value is False else escape(str(value))
    return f"<{name}>{inside}</{name}>"
