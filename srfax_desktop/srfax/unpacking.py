# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Unpacks the body of a reply that was packed unasked (RFC 9110, section 8.4.1).

urllib3 can, but it takes a body whose end is missing for whole, checksum and all, and its older releases
unpack a small body to any size.
"""

from __future__ import annotations

import zlib

_GZIP_OR_DEFLATE = 32 + zlib.MAX_WBITS
_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class Unpacker:
    """Takes a body piece by piece. encoding: the reply's Content-Encoding.

    Raises ValueError where that is none that can be unpacked.
    """

    def __init__(self, encoding: str) -> None:
        name = encoding.strip().lower()
        if name not in _PLAIN | _PACKED:
            message = f"packed as {encoding}"
            raise ValueError(message)
        self._inflate = zlib.decompressobj(_GZIP_OR_DEFLATE) if name in _PACKED else None
        self._begun = False

    def more(self, piece: bytes, limit: int) -> bytes:
        """Return what a piece unpacks to, `limit` bytes at most of what is packed. Raises ValueError.

        Who gets as many has too many: the rest is not to be had any more.
        """
        if self._inflate is None:
            return piece
        self._begun = True
        try:
            unpacked = self._inflate.decompress(piece, limit)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if self._inflate.unused_data:
            message = "more than one packed body"
            raise ValueError(message)
        return unpacked

    def end(self) -> None:
        """Take note that there are no more pieces. Raises ValueError where there ought to be.

        Nothing at all is a blank body, whatever it is said to be packed as.
        """
        if self._inflate is not None and self._begun and not self._inflate.eof:
            message = "the packed body is cut short"
            raise ValueError(message)
