# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What goes into the packed program, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from packing.contents import (
    KEPT_DATA,
    LEFT_OUT_DATA,
    LEFT_OUT_MODULES,
    LINUX_MODULES,
    NEEDED_MODULES,
    guide_data,
    kept,
    kept_data,
)
from packing.sizes import sizes_mib

ROOT = Path(__file__).resolve().parents[2]
GUIDE_LIMIT = 3_000_000
"""Bytes: text and pictures, in both languages."""

QT = "PySide6/Qt"
XCB = (f"{QT}/plugins/platforms/libqxcb.so", "/libqxcb.so", "BINARY")
GTK = (f"{QT}/plugins/platformthemes/libqgtk3.so", "/libqgtk3.so", "BINARY")
CORE = ("PySide6/QtCore.abi3.so", "/QtCore.abi3.so", "EXTENSION")
LINKS = {
    "/libqxcb.so": ["libxcb-cursor.so.0", "libX11.so.6", "libGui.so"],
    "/libqgtk3.so": ["libgtk-3.so.0", "libGui.so"],
    "/libgtk-3.so.0": ["libcairo.so.2"],
    "/QtCore.abi3.so": ["libCore.so"],
    "/libGui.so": ["libCore.so"],
}


def library(name: str) -> tuple[str, str, str]:
    return (name, f"/{name}", "BINARY")


def test_a_library_goes_along_only_where_something_that_goes_along_needs_it() -> None:
    names = ("libxcb-cursor.so.0", "libX11.so.6", "libGui.so", "libCore.so", "libgtk-3.so.0", "libcairo.so.2")
    binaries = [XCB, GTK, CORE, *map(library, names)]
    found = [entry[0] for entry in kept(binaries, lambda path: LINKS.get(path, []))]
    assert found == [XCB[0], CORE[0], "libxcb-cursor.so.0", "libGui.so", "libCore.so"]


@pytest.mark.parametrize(
    "target", [r"PySide6\plugins\platforms\qwindows.dll", "PySide6/Qt/plugins/platforms/libqcocoa.dylib"]
)
def test_other_systems_name_their_files_otherwise(target: str) -> None:
    assert kept([(target, "/x", "BINARY")], lambda _: []) == [(target, "/x", "BINARY")]


def test_only_data_that_is_read_goes_along() -> None:
    names = (
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qtbase_de.qm",
        "certifi/cacert.pem",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "requests-2.34.2.dist-info/METADATA",
        "resources/icons/stopped.svg",
    )
    found = [entry[0] for entry in kept_data([(name, f"/{name}", "DATA") for name in names], set())]
    assert found == [names[0], names[3], names[5]]


def test_the_guide_goes_along_with_the_pictures_that_it_shows(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for name in ("a.png", "b.png", "unused.png"):
        (tmp_path / "pictures" / name).touch()
    (tmp_path / "guide.md").write_text("![one](pictures/a.png)\n", "utf-8")
    (tmp_path / "guide.fr.md").write_text("![un](pictures/a.png) ![deux](pictures/b.png)\n", "utf-8")
    assert {entry[0]: entry[1] for entry in guide_data(tmp_path)} == {
        f"resources/guide/{name}": str(tmp_path / name)
        for name in ("guide.md", "guide.fr.md", "pictures/a.png", "pictures/b.png")
    }


def test_the_guide_that_goes_along_is_small() -> None:
    size = sum(Path(source).stat().st_size for _, source, _ in guide_data(ROOT / "docs"))
    assert size < GUIDE_LIMIT


def test_a_link_goes_along_only_with_what_it_leads_to() -> None:
    links = [(name, f"PySide6/Qt/lib/{name}", "SYMLINK") for name in ("libA.so", "libB.so")]
    assert kept_data(links, {"libB.so"}) == links[1:]


def test_a_framework_of_macos_goes_along_whole_or_not_at_all() -> None:
    core, qml = (f"{QT}/lib/{name}.framework" for name in ("QtCore", "QtQml"))
    core_library = (f"{core}/Versions/A/QtCore", "/QtCore", "BINARY")
    binaries = [CORE, core_library, (f"{qml}/Versions/A/QtQml", "/QtQml", "BINARY")]
    rest = [
        [
            ("Versions/Current", "A", "SYMLINK"),
            (name, f"Versions/Current/{name}", "SYMLINK"),
            ("Resources", "Versions/Current/Resources", "SYMLINK"),
            ("Versions/A/Resources/Info.plist", "/Info.plist", "DATA"),
        ]
        for name in ("QtCore", "QtQml")
    ]
    data = [
        (f"{folder}/{target}", source, kind)
        for folder, parts in zip((core, qml), rest, strict=True)
        for target, source, kind in parts
    ]
    found = kept(binaries, lambda path: {"/QtCore.abi3.so": ["QtCore"]}.get(path, []))
    assert found == [CORE, core_library]
    assert kept_data(data, {entry[0] for entry in found}) == data[:4]


@pytest.mark.parametrize("target", ["Python.framework/Versions/3.12/Python", "libpython3.12.dylib"])
def test_python_itself_goes_along_though_nothing_is_linked_to_it(target: str) -> None:
    assert kept([(target, "/x", "BINARY")], lambda _: []) == [(target, "/x", "BINARY")]


def test_what_reads_headers_as_it_runs_is_left_out_with_what_it_reads_them_with() -> None:
    # cffi alone is worse than none: on Windows, keyring's vault takes it before ctypes.
    assert {"cffi", "pycparser"} <= set(LEFT_OUT_MODULES)


def test_everything_that_is_left_out_has_its_reason() -> None:
    assert all(LEFT_OUT_MODULES.values())
    assert all(LINUX_MODULES.values())
    assert all(LEFT_OUT_DATA.values())
    assert all(KEPT_DATA.values())
    assert not set(NEEDED_MODULES) & {*LEFT_OUT_MODULES, *LINUX_MODULES}


def test_sizes_count_each_file_once(tmp_path: Path) -> None:
    folder = tmp_path / "packed"
    folder.mkdir()
    (folder / "one").write_bytes(b"\0" * (1 << 20))
    (folder / "link").symlink_to("one")
    size, zipped = sizes_mib(folder)
    assert size == 1
    assert 0 < zipped < 0.1
