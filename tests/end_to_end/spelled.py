# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Looks for a password, however it is spelled, in everything that a run leaves behind or shows."""

from __future__ import annotations

import base64
import html
import json
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCRIPTS = "abcXYZ0189 &+=%?#/\\\"'<>;:,.!~äéßøłčžЖя汉字かなعربअआ€😀𝄞\u0301\u200d"
"""What every careless encoding breaks, and letters of many scripts."""


def marker(seed: int) -> str:
    """Return a password: the same for the same seed, and nothing that could be anywhere by chance."""
    if seed == 0:
        return "Mk&7+q=z% é\"'<ü"
    rng = random.Random(seed)  # noqa: S311 - a test's password
    inner = "".join(rng.choices(_SCRIPTS, k=rng.randint(8, 24)))
    return f"M{seed}{inner}k"  # no space at either end: a dialog would keep it, a person would not see it


def spellings(password: str) -> dict[str, bytes]:
    """Return every spelling that is looked for, by its name."""
    raw = password.encode()
    texts = {
        "as it is": password,
        "quote": quote(password),
        "quote, all of it": quote(password, safe=""),
        "quote_plus": quote_plus(password),
        "quote_plus, twice": quote_plus(quote_plus(password)),
        "JSON": json.dumps(password)[1:-1],
        "JSON in UTF-8": json.dumps(password, ensure_ascii=False)[1:-1],
        "HTML": html.escape(password),
        "XML": password.encode("ascii", "xmlcharrefreplace").decode(),
        "repr": repr(password)[1:-1],
        "ascii": ascii(password)[1:-1],
        "repr of bytes": repr(raw)[2:-1],
        "hexadecimal": raw.hex(),
        "hexadecimal in capitals": raw.hex().upper(),
        "reversed": password[::-1],
    }
    found = {name: text.encode() for name, text in texts.items()}
    found |= {name: password.encode(name) for name in ("UTF-16-LE", "UTF-16-BE")}
    found["Latin-1"] = password.encode("latin-1", "ignore")
    for name, octets in (("base64", raw), ("base64 of quote_plus", quote_plus(password).encode())):
        found |= {f"{name} at {offset}": form for offset, form in enumerate(_base64(octets))}
    return {name: form for name, form in found.items() if len(form) >= min(6, len(raw))}


def _base64(raw: bytes) -> Iterator[bytes]:
    """Yield the part of each alignment that depends on nothing before or behind it."""
    for offset in range(3):
        first, last = -(-offset * 8 // 6), (offset + len(raw)) * 8 // 6
        yield base64.b64encode(b"\0" * offset + raw)[first:last]


class Search:
    """Looks for passwords, and counts where it looked. places, octets: how many, so far."""

    def __init__(self, *passwords: str) -> None:
        self._forms = [form for password in passwords for form in spellings(password).items()]
        self.places = 0
        self.octets = 0
        self.found: list[str] = []

    def look_at(self, place: str, content: bytes) -> None:
        """Look at some bytes."""
        self.places += 1
        self.octets += len(content)
        self.found += [f"{name} in {place}" for name, form in self._forms if form in content]

    def look_below(self, *folders: Path) -> None:
        """Look at every file below some folders, at its name, and at where links lead."""
        for folder in folders:
            for path in folder.rglob("*"):
                self.look_at(f"the name of {path}", os.fsencode(path))
                if path.is_symlink():
                    self.look_at(f"the link {path}", os.fsencode(path.readlink()))
                elif path.is_file():
                    self.look_at(str(path), path.read_bytes())

    def look_at_process(self, pid: int) -> None:
        """Look at what other programs can see of a process and of those that it started (Linux)."""
        for each in (pid, *_children(pid)):
            for name in ("cmdline", "environ", "comm"):
                self.look_at(f"/proc/{each}/{name}", Path(f"/proc/{each}/{name}").read_bytes())


def _children(pid: int) -> Iterable[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in map(int, (task / "children").read_text("ascii").split()):
            yield child
            yield from _children(child)
