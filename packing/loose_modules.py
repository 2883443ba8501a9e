# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Compiles Python's modules as files of their own, for the packed folder.

From PyInstaller's archive, each one is found, unpacked and read by an import that is written in Python:
a tenth of the time until the window is there. The one file keeps the archive: it would have to be
unpacked into all these files at each start.
"""

from __future__ import annotations

import py_compile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from packing.contents import Entry

_NO_FILE = "-"


def compile_modules(modules: Iterable[Entry], target: Path) -> list[Entry]:
    """Compile PyInstaller's modules below `target`; return them as data. The same input, the same bytes.

    A package that is no more than a folder has no file. Raises PyCompileError.
    """
    made = []
    for name, source, _ in modules:
        if source in {"", _NO_FILE}:
            continue
        path = Path(*name.split("."))
        path = path / "__init__.py" if Path(source).name == "__init__.py" else path.with_suffix(".py")
        compiled = target / path.with_suffix(".pyc")
        py_compile.compile(
            source,
            cfile=str(compiled),
            dfile=path.as_posix(),
            doraise=True,
            optimize=1,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        made.append((path.with_suffix(".pyc").as_posix(), str(compiled), "DATA"))
    return made
