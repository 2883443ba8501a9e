# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How long a request may take and how much it may answer; in which form."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

MAX_STATUS_IDS = 50
"""The most faxes that one Get_MultiFaxStatus asks about. SRFax's page names no limit: this one is ours."""


class ResponseFormat(StrEnum):
    """What SRFax is asked to answer in (`sResponseFormat`; SRFax, Stop_Fax page)."""

    JSON = "json"
    XML = "xml"


class Limits(NamedTuple):
    """What one request may take.

    connect_s: seconds until a secure connection stands, the name's look-up and the proxy included.
    total_s: seconds for everything, from handing the request over to the last byte of the reply.
    max_body: bytes of the reply's body, once unpacked. max_list_body: the same for a list.
    """

    connect_s: float = 10.0
    total_s: float = 30.0
    max_body: int = 1 << 20
    max_list_body: int = 8 << 20
