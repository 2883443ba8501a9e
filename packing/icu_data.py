# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Makes ICU's data small: 32 MB of all the world's languages, of which the program speaks two.

Qt sorts text with ICU on Linux. Its data is one archive inside `libicudata.so` (ICU, "ICU Data":
format `CmnD`): a header, a table of names and offsets, sorted by name, then the items. What is left
out is what ICU itself does without: it falls back to its root data, as it does for a language that
it has never heard of.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

LANGUAGES = ("root", "en", "fr")
_MAGIC = b"\xda\x27"
_FORMAT = b"CmnD"
_ALIGNMENT = 16
_LANGUAGE = re.compile(r"([a-z]{2,3})(_[A-Za-z0-9_]+)?\.res")
_LEFT_OUT = re.compile(r".*\.(cnv|dict|lstm)|.*LSTM.*|translit/.*")
"""Converters of old encodings, dictionaries to find words in languages without spaces, transliterations."""


def shrink(library: Path, target: Path) -> None:
    """Write `library`, a `libicudata.so`, to `target` with the items of LANGUAGES only.

    Uses binutils' `as` and `ld`. Raises ValueError where the library is not what is expected, and
    CalledProcessError or FileNotFoundError where binutils fail or are not there.
    """
    symbol, archive = _archive(library)
    items = {name: data for name, data in read_items(archive).items() if is_kept(name)}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "data.bin").write_bytes(write_items(archive, items))
        (folder / "data.s").write_text(
            f'.section .rodata\n.balign {_ALIGNMENT}\n.global {symbol}\n.type {symbol}, "object"\n'
            f'{symbol}:\n.incbin "data.bin"\n.size {symbol}, .-{symbol}\n'
            '.section .note.GNU-stack,"","progbits"\n'
        )
        subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)
        link = ["ld", "-shared", "--build-id=none", "-z", "noexecstack", "-soname", library.name]
        subprocess.run([*link, "-o", str(target.resolve()), "data.o"], cwd=folder, check=True)


def is_kept(name: str) -> bool:
    """Whether an item, such as `coll/fr.res`, is of use to the program."""
    if _LEFT_OUT.fullmatch(name):
        return False
    language = _LANGUAGE.fullmatch(name.rpartition("/")[2])
    return language is None or language[1] in LANGUAGES


def read_items(archive: bytes) -> dict[str, bytes]:
    """Return the items of an archive by their names, without the archive's own name before them."""
    start = _table(archive)
    (count,) = struct.unpack_from("<I", archive, start)
    entries = [struct.unpack_from("<II", archive, start + 4 + 8 * number) for number in range(count)]
    ends = [data for _, data in entries[1:]] + [len(archive) - start]
    items = {}
    for (name_at, data_at), end in zip(entries, ends, strict=True):
        name = archive[start + name_at : archive.index(b"\0", start + name_at)].decode("ascii")
        items[name.partition("/")[2]] = archive[start + data_at : start + end]
    return items


def write_items(archive: bytes, items: dict[str, bytes]) -> bytes:
    """Return an archive like `archive`, with the same header, that holds these items."""
    start = _table(archive)
    (first_name,) = struct.unpack_from("<I", archive, start + 4)
    prefix = archive[start + first_name : archive.index(b"/", start + first_name) + 1]
    table_size = 4 + 8 * len(items)
    names, name_places = bytearray(), []
    ordered = sorted(items, key=lambda name: name.encode("ascii"))
    for name in ordered:
        name_places.append(table_size + len(names))
        names += prefix + name.encode("ascii") + b"\0"
    body, data_places = bytearray(), []
    data_start = _aligned(start + table_size + len(names)) - start
    for name in ordered:
        data_places.append(data_start + len(body))
        body += items[name]
        body += b"\0" * (_aligned(len(body)) - len(body))
    table = struct.pack("<I", len(items)) + b"".join(
        struct.pack("<II", *places) for places in zip(name_places, data_places, strict=True)
    )
    padding = b"\xaa" * (data_start - table_size - len(names))
    return archive[:start] + table + bytes(names) + padding + bytes(body)


def _table(archive: bytes) -> int:
    """Return where the table begins. Raises ValueError where this is no little-endian ICU archive."""
    (header_size,) = struct.unpack_from("<H", archive)
    big_endian = archive[8]
    if archive[2:4] != _MAGIC or archive[12:16] != _FORMAT or big_endian:
        message = "this is no ICU data in the format CmnD"
        raise ValueError(message)
    return int(header_size)


def _archive(library: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the only object that the library exports."""
    listed = subprocess.run(
        ["objdump", "--dynamic-syms", library], capture_output=True, text=True, check=True
    ).stdout
    found = re.findall(r"\.rodata\s+([0-9a-f]+)\s+(icudt\w+_dat)$", listed, re.MULTILINE)
    if len(found) != 1:
        message = f"{library.name} exports not one archive: {listed}"
        raise ValueError(message)
    size, symbol = found[0]
    content = library.read_bytes()
    header = content.find(_MAGIC + struct.pack("<H", 20)) - 2
    if header < 0:
        message = f"{library.name} has no archive"
        raise ValueError(message)
    return symbol, content[header : header + int(size, 16)]


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
