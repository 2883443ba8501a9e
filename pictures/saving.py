# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes a picture as a PNG as small as can be, the same bytes for the same picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path


def save(picture: QImage, path: Path) -> int:
    """Write `picture` and return how many bytes that takes."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    plain.setDevicePixelRatio(1)
    size = (plain.width(), plain.height())
    image = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())
    image.save(path, optimize=True)
    return path.stat().st_size
