# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the program is made of, and where newer versions are: as packed, and as installed."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from srfax_desktop import release_page
from srfax_desktop.third_party import installed_parts, licences_text
from srfax_desktop.ui import resource_path

if TYPE_CHECKING:
    from pathlib import Path


def test_an_installation_lists_the_packages_that_it_uses_and_no_others() -> None:
    listed = list(installed_parts())
    parts = {part.name.lower(): part for part in listed}
    assert len(parts) == len(listed)
    assert parts["requests"].version == version("requests")
    assert {"pyside6_essentials", "urllib3", "keyring", "platformdirs"} <= set(parts)
    assert not {"pytest", "hypothesis", "srfax-desktop"} & set(parts)
    assert "LGPL-3.0-only" in parts["pyside6_essentials"].licence
    assert any("Apache License" in text for text in parts["requests"].texts)
    assert f"requests {version('requests')}: Apache-2.0" in licences_text()


def test_a_packed_program_shows_what_was_packed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "THIRD-PARTY.txt").write_text("packed with this", "utf-8")
    monkeypatch.setattr(resource_path, "_root", lambda: tmp_path)
    assert licences_text() == "packed with this"


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("https://fax.invalid/releases\n", "https://fax.invalid/releases"),
        ("http://fax.invalid/releases", None),
        ("file:///etc/passwd", None),
        ("https:///nowhere", None),
        ("", None),
    ],
)
def test_only_a_page_that_can_be_trusted_is_opened(
    written: str, page: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / release_page.FILE).write_text(written, "utf-8")
    monkeypatch.setattr(resource_path, "_root", lambda: tmp_path)
    assert release_page.release_page() == page


def test_without_one_there_is_none() -> None:
    assert release_page.release_page() is None
