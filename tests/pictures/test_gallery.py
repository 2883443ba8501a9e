# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every picture that is shown is taken, every one that is taken is there, and all together stay small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from pictures.__main__ import FOLDER, ROOT, main, take
from pictures.gallery import PICTURES
from pictures.pseudo import pseudo
from pictures.saving import save

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 4_000_000


def there() -> set[str]:
    return {path.stem for path in FOLDER.glob("*.png")}


def test_every_picture_is_there_and_no_other() -> None:
    needed = {name for name, picture in PICTURES.items() if (ROOT / picture.needs).exists()}
    assert needed <= there() <= set(PICTURES)
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < MOST_BYTES


def test_every_picture_that_the_docs_show_is_taken() -> None:
    shown = {
        name
        for page in FOLDER.parent.glob("*.md")
        for name in re.findall(r"\(pictures/([\w-]+)\.png\)", page.read_text("utf-8"))
    }
    assert shown
    assert shown <= set(PICTURES)


def test_a_picture_is_taken_of_the_real_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not take(tmp_path, "about", tmp_path / "homes"), capsys.readouterr().out
    with Image.open(tmp_path / "about.png") as picture:
        colours = picture.convert("RGB").getcolors(picture.width * picture.height) or []
        assert picture.width > 300
    assert max(colours)[1] == (0xF4, 0xF6, 0xF8), "the window's own colour is not the one there is most of"


def test_a_name_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such"]) == 1
    assert "no such picture: no-such" in capsys.readouterr().out


def test_what_is_saved_is_what_was_seen(tmp_path: Path) -> None:
    picture = QImage(3, 2, QImage.Format.Format_ARGB32)
    picture.fill(QColor("#A11616"))
    picture.setPixelColor(2, 1, QColor("#DDF3E4"))
    save(picture, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as saved:
        assert saved.size == (3, 2)
        assert saved.getpixel((0, 0)) == (0xA1, 0x16, 0x16)
        assert saved.getpixel((2, 1)) == (0xDD, 0xF3, 0xE4)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Stop &all", "Stöp &all~~~"),
        ("Account {0}", "Áççöüñt {0}~~~~"),
        ("%n fax(es)", "%n fáx(es)~~~~"),
        ("", ""),
    ],
)
def test_what_nobody_speaks_is_longer_and_keeps_its_places(words: str, said: str) -> None:
    assert pseudo(words) == said
