# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The looks that the window can have."""

from __future__ import annotations

from enum import StrEnum


class Look(StrEnum):
    """Light or dark, and each of them for eyes that need strong contrast."""

    LIGHT = "light"
    DARK = "dark"
    LIGHT_CONTRAST = "light_contrast"
    DARK_CONTRAST = "dark_contrast"

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than what is behind them."""
        return self in (Look.DARK, Look.DARK_CONTRAST)

    @property
    def is_contrast(self) -> bool:
        """Whether it is made for strong contrast."""
        return self in (Look.LIGHT_CONTRAST, Look.DARK_CONTRAST)

    @classmethod
    def of(cls, *, dark: bool, contrast: bool) -> Look:
        """Return the look with these two qualities."""
        if contrast:
            return cls.DARK_CONTRAST if dark else cls.LIGHT_CONTRAST
        return cls.DARK if dark else cls.LIGHT
