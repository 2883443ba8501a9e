# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes THIRD-PARTY.txt: what the packed program is made of, and under which licences.

From the installed packages' own metadata. On Debian and Ubuntu, where libraries of the build machine
go along, from those packages' copyright files as well.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

from srfax_desktop.third_party import ITSELF, Part, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_QT = """\
Qt and Qt for Python (PySide6, Shiboken) are used under the GNU Lesser General Public License, version 3,
whose text is below, unchanged. They are shared libraries of their own beside the program, in the folder
_internal/PySide6 (macOS: Contents/Frameworks/PySide6): they can be replaced by other
builds of the same version.
Their source code is at https://download.qt.io/official_releases/. You may study and change this program,
and take it apart to find faults in such a change."""


def third_party_text(modules: Iterable[str], libraries: Iterable[Path], licences: Path) -> str:
    """Return the text of THIRD-PARTY.txt.

    modules: names of the Python modules that are packed. libraries: the files of the shared libraries
    that are. licences: the folder with the texts that packages refer to and do not bring along.
    """
    parts = [_python(), *_packages(modules), *_debian_packages(libraries)]
    lines = ["SRFax Desktop is packed with the following. The licences in full are below.", ""]
    lines += [f"  {part.name} {part.version}: {part.licence}" for part in parts]
    lines += ["", _QT]
    texts = [
        (f"{part.name} {part.version}\n{part.home}".rstrip(), part.texts) for part in parts if part.texts
    ]
    names = ("LGPL-3.0", "GPL-3.0")
    texts += [(name, ((licences / f"{name}.txt").read_text("utf-8"),)) for name in names]
    for heading, bodies in texts:
        lines += ["", "=" * 100, heading, "=" * 100]
        for body in bodies:
            lines += ["", body.strip("\n")]
    return "\n".join(lines) + "\n"


def _python() -> Part:
    places = (sysconfig.get_path("stdlib"), sys.base_prefix)  # the second on Windows
    found = [path for place in places if (path := Path(place, "LICENSE.txt")).exists()]
    text = tuple(path.read_text("utf-8") for path in found[:1])
    return Part("Python", sys.version.split()[0], "PSF-2.0", "https://www.python.org/", text)


def _packages(modules: Iterable[str]) -> Iterator[Part]:
    tops = {re.split(r"[./\\]", module)[0] for module in modules}
    owners = packages_distributions()
    names = {name for top in tops for name in owners.get(top, ())} - {ITSELF}
    for name in sorted(names, key=str.lower):
        yield part_of(Distribution.from_name(name))


def _debian_packages(libraries: Iterable[Path]) -> Iterator[Part]:
    if not shutil.which("dpkg-query"):
        return
    owners = {owner for path in libraries if (owner := _debian_owner(path))}
    for owner in sorted(owners):
        asked = ["dpkg-query", "--show", "--showformat=${Version}", owner]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        file = Path("/usr/share/doc", owner.partition(":")[0], "copyright")
        text = (file.read_text("utf-8", "replace"),) if file.exists() else ()
        names = sorted(set(re.findall(r"^License: *(\S.*)$", "".join(text), re.MULTILINE)))
        yield Part(owner.partition(":")[0], version, ", ".join(names[:4]) or "see below", "", text)


def _debian_owner(path: Path) -> str | None:
    """Return the package that a file belongs to. `/lib` and `/usr/lib` can be the same folder."""
    for name in dict.fromkeys((str(path.resolve()), str(path.resolve()).removeprefix("/usr"))):
        asked = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.partition(": ")[0].partition(",")[0]
    return None
