# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Colours as eyes see them, those that lack a receptor too, and how far two stand apart."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtGui import QColor, QImage

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB; grey is WCAG's luminance.
_GREY = (0.2126, 0.7152, 0.0722)
EYES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "greyscale": (_GREY, _GREY, _GREY),
}


class Lab(NamedTuple):
    """A colour in CIE L*a*b*, D65: L is its lightness, 0 to 100."""

    lightness: float
    a: float
    b: float


def linear(colour: str) -> tuple[float, float, float]:
    """The light of the three primaries, 0 to 1."""
    parsed = QColor(colour)
    assert parsed.isValid(), colour
    return _linear(parsed.redF()), _linear(parsed.greenF()), _linear(parsed.blueF())


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted(_dot(_GREY, linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, eyes: str) -> str:
    """The colour as these eyes see it."""
    light = linear(colour)
    shown = QColor.fromRgbF(*(_shown(_dot(row, light)) for row in EYES[eyes]))
    return shown.name()


def lab(colour: str) -> Lab:
    """The colour as a place in a space in which distances are differences that are seen."""
    light = linear(colour)
    x = _dot((0.4124564, 0.3575761, 0.1804375), light) / 0.95047
    y = _dot((0.2126729, 0.7151522, 0.0721750), light)
    z = _dot((0.0193339, 0.1191920, 0.9503041), light) / 1.08883
    fx, fy, fz = (_root(each) for each in (x, y, z))
    return Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))


def apart(one: str, other: str) -> float:
    """How different two colours look (CIE76); 2.3 is just noticed."""
    return math.dist(lab(one), lab(other))


def picture_seen(picture: QImage, eyes: str) -> QImage:
    """A picture as these eyes see it."""
    out = picture.convertToFormat(QImage.Format.Format_RGB32)
    known: dict[int, QColor] = {}
    for y in range(out.height()):
        for x in range(out.width()):
            pixel = out.pixel(x, y)
            if pixel not in known:
                known[pixel] = QColor(seen(QColor(pixel).name(), eyes))
            out.setPixelColor(x, y, known[pixel])
    return out


def _dot(row: tuple[float, float, float], light: tuple[float, float, float]) -> float:
    return sum(share * each for share, each in zip(row, light, strict=True))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _shown(light: float) -> float:
    light = min(1.0, max(0.0, light))
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
