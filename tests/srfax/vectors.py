# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The replies that are written down with their meaning, to begin from."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def bodies() -> Iterator[bytes]:
    """Yield the body of each vector."""
    for name in ("vectors.json", "list_vectors.json"):
        for vector in json.loads(Path(__file__).with_name(name).read_text("utf-8")):
            yield base64.b64decode(vector.get("body_base64", "")) or vector["body"].encode()
