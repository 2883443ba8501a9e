# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The translations: their sentences are looked for in the sources, and Qt reads them compiled.

    python -m packing.translations           compiles each .ts, as every build does
    python -m packing.translations strings   brings each .ts up to date with the sources

Both tools come with PySide6, beside its modules.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "srfax_desktop"

_LITERALS = {"translate": 2, "counted": 3}
"""How many literals each of the two functions begins with that say something."""


class Sentence(NamedTuple):
    """Something that is said. one: its singular, where it counts."""

    context: str
    text: str
    one: str = ""


def qt_tool(name: str) -> Path:
    """Return where one of Qt's tools is. Raises FileNotFoundError where PySide6 does not bring it."""
    spec = find_spec("PySide6")
    for folder in spec.submodule_search_locations or () if spec else ():
        for place in (Path(folder), Path(folder) / "Qt" / "libexec"):
            for path in (place / name, place / f"{name}.exe"):
                if path.is_file():
                    return path
    message = f"{name} is not in PySide6"
    raise FileNotFoundError(message)


def compile_translations(folder: Path = FOLDER) -> list[Path]:
    """Compile each .ts in a folder that is newer than its .qm, and return all .qm files."""
    sources = sorted(folder.glob("*.ts"))
    for source in sources:
        if not _is_compiled(source):
            _run("lrelease", "-silent", source, "-qm", source.with_suffix(".qm"))
    return [source.with_suffix(".qm") for source in sources]


def are_compiled(folder: Path = FOLDER) -> bool:
    """Whether nothing is left to do for `compile_translations`."""
    return all(map(_is_compiled, folder.glob("*.ts")))


def _is_compiled(source: Path) -> bool:
    target = source.with_suffix(".qm")
    return target.exists() and target.stat().st_mtime >= source.stat().st_mtime


def update_strings(target: Path) -> None:
    """Bring a .ts up to date with the sources; what is said no more is dropped."""
    with tempfile.TemporaryDirectory() as folder:
        sentences = Path(folder) / "sentences.py"
        sentences.write_text("".join(map(_for_lupdate, sentences_of(SOURCES))), encoding="utf-8")
        _run("lupdate", "-silent", "-no-obsolete", "-locations", "none", sentences, "-ts", target)


def sentences_of(folder: Path) -> Iterator[Sentence]:
    """Yield what the sources in a folder say, file by file. Raises ValueError for what is no literal."""
    for path in sorted(folder.rglob("*.py")):
        if path.name == "counting.py":
            continue  # it hands on what others say
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            size = _LITERALS.get(_name(node.func), 0) if isinstance(node, ast.Call) else 0
            if isinstance(node, ast.Call) and size and len(node.args) > 1:  # str.translate has one
                try:
                    yield Sentence(*(str(ast.literal_eval(each)) for each in node.args[:size]))
                except (ValueError, TypeError):
                    message = f"{path.name}:{node.lineno}: not a literal"
                    raise ValueError(message) from None


def _name(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def _for_lupdate(sentence: Sentence) -> str:
    """Write a sentence as lupdate understands it.

    Of Python, it knows no plurals whose count is more than a name, and over some calls it never ends.
    """
    words = (json.dumps(each, ensure_ascii=False) for each in sentence if each)
    return f"translate({', '.join(words)}{', COUNT, n' if sentence.one else ''})\n"


def _run(tool: str, *arguments: str | Path) -> None:
    subprocess.run([qt_tool(tool), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["strings"]:
        for catalogue in sorted(FOLDER.glob("*.ts")):
            update_strings(catalogue)
    else:
        compile_translations()
