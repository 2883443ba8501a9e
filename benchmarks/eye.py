# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Looks at a screen from outside: which windows its manager lists, and how many lines of words are in one.

A line of words is a run of rows of pixels that are not all of one colour within a narrow upright strip.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_int, c_long, c_ulong, c_void_p
from itertools import pairwise
from typing import Self

STRIP = 24
"""Pixels: wide enough to meet a letter in each line, narrow enough for the inside of a column."""
_ANYTHING = 0
_ALL_PLANES = 2**32 - 1
_PIXMAP = 2
_VIEWABLE = 2


class _Image(ctypes.Structure):
    _fields_ = (
        ("width", c_int), ("height", c_int), ("xoffset", c_int), ("format", c_int), ("data", c_void_p),
        ("byte_order", c_int), ("bitmap_unit", c_int), ("bitmap_bit_order", c_int), ("bitmap_pad", c_int),
        ("depth", c_int), ("bytes_per_line", c_int), ("bits_per_pixel", c_int),
    )  # fmt: skip


class _Attributes(ctypes.Structure):
    _fields_ = (
        ("x", c_int), ("y", c_int), ("width", c_int), ("height", c_int), ("border_width", c_int),
        ("depth", c_int), ("visual", c_void_p), ("root", c_ulong), ("class", c_int), ("bit_gravity", c_int),
        ("win_gravity", c_int), ("backing_store", c_int), ("backing_planes", c_ulong),
        ("backing_pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong), ("map_installed", c_int),
        ("map_state", c_int), ("rest", ctypes.c_byte * 64),
    )  # fmt: skip


class Eye:
    """Looks at one display until the end of the `with`."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XInternAtom.restype = c_ulong
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XGetImage.restype = POINTER(_Image)
        # A window may go while it is looked at: that is no reason to end.
        self._ignore = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda *_: 0)
        self._x.XSetErrorHandler(self._ignore)
        self._display = c_void_p(self._x.XOpenDisplay(display.encode()))
        self._root = c_ulong(self._x.XDefaultRootWindow(self._display))
        self._list = c_ulong(self._x.XInternAtom(self._display, b"_NET_CLIENT_LIST", 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._x.XCloseDisplay(self._display)

    def windows(self) -> list[int]:
        """Return the windows that the manager lists."""
        kind, form, count, left = c_ulong(), c_int(), c_ulong(), c_ulong()
        data = POINTER(c_ulong)()
        self._x.XGetWindowProperty(
            self._display, self._root, self._list, c_long(0), c_long(64), 0, c_ulong(_ANYTHING),
            byref(kind), byref(form), byref(count), byref(left), byref(data),
        )  # fmt: skip
        found = [data[place] for place in range(count.value)]
        self._x.XFree(data)
        return found

    def lines(self, window: int, left: int) -> int:
        """Return how many lines of words are in the strip from `left` on; 0 where it cannot be seen."""
        size = self.size(window)
        if size is None or left + STRIP > size[0]:
            return 0
        image = self._x.XGetImage(
            self._display, c_ulong(window), left, 0, STRIP, size[1], c_ulong(_ALL_PLANES), _PIXMAP
        )
        if not image:
            return 0
        height, stride = image.contents.height, image.contents.bytes_per_line
        pixels = ctypes.string_at(image.contents.data, height * stride)
        self._x.XDestroyImage(image)
        rows = [pixels[at : at + 4 * STRIP] for at in range(0, height * stride, stride)]
        worded = [row != row[:4] * STRIP for row in rows]
        return sum(not before and now for before, now in pairwise([False, *worded]))

    def size(self, window: int) -> tuple[int, int] | None:
        """Return width and height of a window, None where it cannot be seen."""
        found = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, c_ulong(window), byref(found)):
            return None
        return (found.width, found.height) if found.map_state == _VIEWABLE else None
