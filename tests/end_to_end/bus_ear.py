# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes down, a line of JSON for each, what programs on the accessibility bus have announced.

Run by the system's Python, as `bus_client.py` is: a screen reader says these words by itself.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pyatspi


def hear(event: Any) -> None:
    """Write down what is to be said."""
    sys.stdout.write(json.dumps(str(event.any_data)) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Listen until somebody ends it. The first line says that it has begun."""
    pyatspi.Registry.registerEventListener(hear, "object:announcement")
    sys.stdout.write(json.dumps("listening") + "\n")
    sys.stdout.flush()
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
