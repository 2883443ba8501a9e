# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Compiles what Qt's Python binding would compile anew at each start.

The binding carries some Python of its own inside its library, as text: a fifth of the time in which an
empty window opens goes into compiling that. Where its package has a folder `files.dir`, which the
binding itself makes when it is told to (SBK_EMBED, Qt for Python), it takes what is there instead.
"""

from __future__ import annotations

import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import shiboken6

FOLDER = "shiboken6/files.dir"
"""Where the compiled files belong in the packed program."""

_PACKAGE = "shibokensupport"


def compile_support(target: Path) -> list[str]:
    """Write the compiled files below `target`; return their paths from there. The same input, the same bytes.

    Raises CalledProcessError where the binding does not start, and FileNotFoundError where it did not
    do as it was told.
    """
    with tempfile.TemporaryDirectory() as place:
        # A copy: what is installed stays as it is.
        copied = Path(place, "shiboken6")
        shutil.copytree(Path(shiboken6.__file__).parent, copied, ignore=shutil.ignore_patterns("__pycache__"))
        variables = {**os.environ, "PYTHONPATH": place, "SBK_EMBED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run([sys.executable, "-c", "import shiboken6"], env=variables, cwd=place, check=True)
        texts = copied / "files.dir"
        found = sorted(path.relative_to(texts) for path in (texts / _PACKAGE).rglob("*.py"))
        if not found:
            raise FileNotFoundError(texts)
        for path in found:
            py_compile.compile(
                str(texts / path),
                cfile=str(target / path.with_suffix(".pyc")),
                dfile=path.as_posix(),
                doraise=True,
                optimize=1,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
    return [path.with_suffix(".pyc").as_posix() for path in found]
