# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the program is made of besides itself, from the installed packages' own metadata.

Whoever packs the program writes it down with all licences in full; where it is installed as a package
among others, each has its licence beside it.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.ui.resource_path import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKED = "THIRD-PARTY.txt"
ITSELF = "srfax-desktop"

_LICENCE_FILE = re.compile(r"(.*/)?(licen[cs]e|copying|notice|authors)[^/]*", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SEPARATORS = re.compile(r"[-_.]+")  # one and the same in the name of a package
_OPTIONAL = re.compile(r"\bextra\s*==")


class Part(NamedTuple):
    """Something that the program is made of. texts: its licences, in full."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def licences_text() -> str:
    """Return what is to be shown: what was packed, or a list of what is installed."""
    try:
        return resource_path(PACKED).read_text("utf-8")
    except FileNotFoundError:
        lines = [f"  {part.name} {part.version}: {part.licence}" for part in installed_parts()]
        return "\n".join(["SRFax Desktop is installed beside these packages, and uses them:", "", *lines, ""])


def installed_parts() -> Iterator[Part]:
    """Yield the installed packages that the program needs, and those that they need, by name."""
    found: dict[str, Distribution] = {}
    waiting = [ITSELF]
    while waiting:
        name = _SEPARATORS.sub("-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            distribution = Distribution.from_name(name)
        except PackageNotFoundError:  # of another system, or another Python
            continue
        found[name] = distribution
        needs = [need for need in distribution.requires or () if not _OPTIONAL.search(need)]
        waiting += [match[0] for need in needs if (match := _NAME.match(need))]
    for name in sorted(found):
        if name != ITSELF:
            yield part_of(found[name])


def part_of(found: Distribution) -> Part:
    """Return what a package says of itself."""
    said = found.metadata
    fields = said.json
    licence = str(fields.get("license_expression") or fields.get("license") or "")
    if not licence or "\n" in licence:  # some put the whole text there
        classifiers = [line for line in said.get_all("Classifier") or [] if line.startswith("License ::")]
        licence = ", ".join(line.rpartition(" :: ")[2] for line in classifiers) or "see below"
    urls = [line.partition(", ")[2] for line in said.get_all("Project-URL") or []]
    home = str(fields.get("home_page") or next(iter(urls), ""))
    files = [file for file in found.files or () if _LICENCE_FILE.fullmatch(str(file))]
    files = [file for file in files if file.suffix not in {".py", ".pyc"}]
    texts = tuple(text for file in files if (text := _text(file.locate())))
    return Part(said["Name"], found.version, licence, home, texts)


def _text(path: object) -> str:
    file = Path(str(path))
    return file.read_text("utf-8", "replace") if file.is_file() else ""
