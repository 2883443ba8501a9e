# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""ICU's data, made small: what is left is what was there, and Qt sorts as before."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from packing.icu_data import is_kept, read_items, shrink, write_items

LIBRARIES = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
SORT = """
import functools
from PySide6.QtCore import QCollator, QLocale, Qt
words = "côte Cote cote côté coté zèbre Zoé été Ete œuf oeuf 10 9 ÉCOLE école ß ss Ångström".split()
for name in ("en_CA", "en_US", "fr_CA", "fr_FR"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    print(name, sorted(words, key=functools.cmp_to_key(collator.compare)))
print(open("/proc/self/maps").read().count("/smaller/libicudata"))
"""


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("root.res", True),
        ("en_CA.res", True),
        ("coll/fr_CA.res", True),
        ("coll/de.res", False),
        ("zh_Hant_HK.res", False),
        ("supplementalData.res", True),
        ("nfkc.nrm", True),
        ("ibm-37_P100-1995.cnv", False),
        ("brkitr/thaidict.dict", False),
        ("brkitr/root.res", True),
        ("translit/root.res", False),
    ],
)
def test_two_languages_and_what_belongs_to_none_are_kept(name: str, kept: bool) -> None:
    assert is_kept(name) is kept


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(ValueError, match="CmnD"):
        read_items(b"\x90\0" + bytes(200))


@pytest.mark.skipif(not LIBRARIES, reason="this Qt brings no ICU along")
def test_qt_sorts_as_before_with_a_tenth_of_the_data(tmp_path: Path) -> None:
    if not shutil.which("ld"):
        pytest.skip("needs the Debian package binutils")
    smaller = tmp_path / "smaller" / LIBRARIES[0].name
    smaller.parent.mkdir()
    shrink(LIBRARIES[0], smaller)
    assert smaller.stat().st_size < LIBRARIES[0].stat().st_size / 6
    before, after = (
        subprocess.run(
            [sys.executable, "-c", SORT], env=variables, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        for variables in ({}, {"LD_PRELOAD": str(smaller)})
    )
    assert after[:-1] == before[:-1]
    assert (before[-1], int(after[-1]) > 0) == ("0", True)


@pytest.mark.skipif(not LIBRARIES, reason="this Qt brings no ICU along")
def test_what_is_written_is_read_again() -> None:
    content = LIBRARIES[0].read_bytes()
    archive = content[content.index(b"CmnD") - 12 :]
    items = read_items(archive)
    chosen = {name: items[name] for name in ("root.res", "coll/fr.res", "uts46.nrm")}
    again = read_items(write_items(archive, chosen))
    assert list(again) == sorted(chosen)
    assert all(again[name].rstrip(b"\0") == chosen[name].rstrip(b"\0") for name in chosen)
