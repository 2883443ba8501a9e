# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The passwords of proxies that the environment names, for whoever keeps secrets out of the log."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Mapping


def proxy_passwords(environment: Mapping[str, str] = os.environ) -> set[str]:
    """Return every password in a variable such as `HTTPS_PROXY`, as it stands there and decoded.

    The URL need not be a good one: what is written wrongly is a secret all the same.
    """
    urls = [value for name, value in environment.items() if name.lower().endswith("_proxy")]
    user_infos = [url.rpartition("@")[0].partition("://")[2] or url.rpartition("@")[0] for url in urls]
    passwords = [user_info.partition(":")[2] for user_info in user_infos]
    return {form for password in passwords for form in (password, unquote(password)) if form}
