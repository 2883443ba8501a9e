# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has the translations compiled before a wheel is built: it carries them, and the sources do not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from packing.translations import are_compiled, compile_translations


class Translations(BuildHookInterface[Any]):  # type: ignore[misc]
    """Named in pyproject.toml. An editable installation has its translations made by `make`."""

    def dependencies(self) -> list[str]:
        """Return what brings Qt's compiler, where something is left to compile."""
        return [] if are_compiled() else ["PySide6-Essentials>=6.8,!=6.12.0"]

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        """Compile what is not compiled yet."""
        if version != "editable":
            compile_translations()
