# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the systems are told about the program: versions, icons, licences, menu entries."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import subprocess
import tarfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from packing.icons import LINUX_SIZES, MACOS_SIZES, WINDOWS_SIZES, draw_icons
from packing.linux_packages import DESKTOP_FILES, METAINFO, _lay_out, make_tar, metainfo
from packing.third_party import third_party_text
from packing.version_resource import four_numbers, mac_properties, oldest_macos, windows_resource
from srfax_desktop import __version__
from srfax_desktop.core.fax_link import SCHEME
from srfax_desktop.windows_identity import APP_ID, PRACTICE_APP_ID

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "resources" / "linux"


@pytest.mark.parametrize(
    ("text", "numbers"), [("1.2.3", (1, 2, 3, 0)), ("0.10.0rc1", (0, 10, 0, 0)), ("2.0.1.dev3", (2, 0, 1, 0))]
)
def test_windows_wants_four_numbers(text: str, numbers: tuple[int, int, int, int]) -> None:
    assert four_numbers(text) == numbers


@pytest.mark.parametrize("text", ["1.2", "v1.2.3", "", "1.2.3.4"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="version"):
        four_numbers(text)


def test_both_systems_show_the_version_of_the_package() -> None:
    resource = windows_resource(__version__, "srfax-desktop.exe")
    assert f"StringStruct('ProductVersion', '{__version__}')" in resource
    compile(resource, "resource", "eval")  # PyInstaller evaluates it
    said = plistlib.loads(plistlib.dumps(mac_properties(__version__, "14.0")))
    assert said["CFBundleShortVersionString"] == ".".join(map(str, four_numbers(__version__)[:3]))


def test_windows_is_told_in_the_language_that_its_words_are_in() -> None:
    said = windows_resource(__version__, "srfax-desktop.exe")
    tables = re.findall(r"StringTable\('([0-9A-F]{4})([0-9A-F]{4})'", said)
    [listed] = re.findall(r"'Translation', \[([^]]*)\]", said)
    numbers = [int(number, 0) for number in listed.split(",")]
    assert numbers == [int(part, 16) for table in tables for part in table]


@pytest.mark.parametrize(
    ("tags", "oldest"),
    [
        ("Wheel-Version: 1.0\nTag: cp310-abi3-macosx_14_0_universal2\n", "14.0"),
        ("Tag: cp312-cp312-macosx_10_13_x86_64\nTag: cp312-cp312-macosx_10_13_universal2\n", "10.13"),
    ],
)
def test_macos_is_told_what_qt_needs(tags: str, oldest: str) -> None:
    assert mac_properties(__version__, oldest_macos(tags))["LSMinimumSystemVersion"] == oldest


def test_only_macos_has_an_oldest_macos() -> None:
    with pytest.raises(ValueError, match="macOS"):
        oldest_macos("Tag: cp310-abi3-manylinux_2_28_x86_64\n")


def test_one_drawing_becomes_every_icon(qapp: object, tmp_path: Path) -> None:
    draw_icons(ROOT / "resources/icons/srfax-desktop.svg", tmp_path, "srfax-desktop")
    with Image.open(tmp_path / "srfax-desktop.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in WINDOWS_SIZES}
    with Image.open(tmp_path / "srfax-desktop.icns") as icon:
        assert {width * scale for width, _, scale in icon.info["sizes"]} == {*MACOS_SIZES} - {16, 32} | {
            32,
            64,
        }
    for size in LINUX_SIZES:
        with Image.open(tmp_path / f"hicolor/{size}x{size}/apps/srfax-desktop.png") as icon:
            assert icon.size == (size, size)
            assert icon.getchannel("A").getextrema() == (0, 255)  # the corners are clear, the sheet is not


def test_every_package_is_named_with_its_licence_in_full() -> None:
    text = third_party_text(
        ["requests", "requests.api", "PySide6.QtCore", "srfax_desktop"], [], ROOT / "resources/licences"
    )
    assert f"requests {version('requests')}: Apache-2.0" in text
    assert "Apache License" in text
    assert f"PySide6_Essentials {version('PySide6_Essentials')}: LGPL-3.0-only" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "they can be replaced" in text
    assert "srfax-desktop 0" not in text


def desktop_entry(name: str) -> configparser.SectionProxy:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    assert entry.read(LINUX / name, "utf-8")
    return entry["Desktop Entry"]


@pytest.mark.parametrize("name", DESKTOP_FILES)
def test_the_menu_entries_are_valid(name: str) -> None:
    path = LINUX / name
    assert desktop_entry(name)["Exec"].split()[0] == "srfax-desktop"
    if not shutil.which("desktop-file-validate"):
        pytest.skip("needs the Debian package desktop-file-utils")
    said = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (0, "")


def test_a_click_starts_without_a_link_and_a_link_is_one_value_of_one_option() -> None:
    click, link = map(desktop_entry, DESKTOP_FILES)
    assert (click["Exec"], "MimeType" in click, "NoDisplay" in click) == ("srfax-desktop", False, False)
    assert (link["Exec"], link["NoDisplay"]) == ("srfax-desktop --link %u", "true")
    assert link["MimeType"] == f"x-scheme-handler/{SCHEME};"


def test_the_packages_have_both_entries(tmp_path: Path) -> None:
    for part in ("packed", "drawn/hicolor"):
        (tmp_path / part).mkdir(parents=True)
    for name in ("LICENSE", "THIRD-PARTY.txt"):
        (tmp_path / "packed" / name).write_text(name)
    _lay_out(tmp_path / "tree", tmp_path / "packed", tmp_path / "drawn")
    there = {path.name for path in (tmp_path / "tree/usr/share/applications").iterdir()}
    tar = make_tar(tmp_path / "packed", tmp_path / "drawn", tmp_path)
    with tarfile.open(tar) as inside:
        also = {name.rpartition("/")[2] for name in inside.getnames() if name.endswith(".desktop")}
    assert there == also == set(DESKTOP_FILES)


def test_windows_hands_a_link_over_as_one_value_of_one_option_for_this_user_alone() -> None:
    script = (ROOT / "resources/windows/srfax-desktop.iss").read_text("utf-8")
    keys = [line for line in script.splitlines() if line.startswith("Root:")]
    assert all(line.startswith(f'Root: HKCU; Subkey: "Software\\Classes\\{SCHEME}') for line in keys)
    (command,) = [line for line in keys if r"shell\open\command" in line]
    assert command.endswith('ValueData: """{app}\\{#Program}"" --link ""%1"""')
    assert any('ValueName: "URL Protocol"' in line for line in keys)
    assert "uninsdeletekey" in keys[0]


def test_windows_knows_the_window_and_its_shortcuts_for_one_and_waits_for_its_mutex() -> None:
    script = (ROOT / "resources/windows/srfax-desktop.iss").read_text("utf-8")
    assert f'#define AppId "{APP_ID}"' in script
    assert "CheckForMutexes('{#AppId}')" in script
    shortcuts = [line for line in script.splitlines() if 'Filename: "{app}\\{#Program}"; ' in line]
    named = [line for line in shortcuts if line.startswith("Name: ")]
    assert len(named) == 4
    for line in named:
        practice = "--practice" in line
        assert f'AppUserModelID: "{{#AppId}}{".Practice" if practice else ""}"' in line
    assert f"{APP_ID}.Practice" == PRACTICE_APP_ID


def test_the_installer_finds_its_icon_where_it_is_drawn() -> None:
    script = (ROOT / "resources/windows/srfax-desktop.iss").read_text("utf-8")
    [icon] = re.findall(r"^SetupIconFile=(.*)$", script, re.MULTILINE)
    # PyInstaller works in a folder named after the spec file (its CONF["workpath"]).
    assert icon == r"..\..\build\build\srfax-desktop.ico"
    assert (ROOT / "build.spec").exists()


def test_an_update_has_the_program_go_on_with_its_faxes() -> None:
    script = (ROOT / "resources/windows/srfax-desktop.iss").read_text("utf-8").splitlines()
    assert "CloseApplications=yes" in script
    assert "RestartApplications=yes" in script


def test_all_remembered_passwords_go_before_the_program_that_knows_them() -> None:
    script = (ROOT / "resources/windows/srfax-desktop.iss").read_text("utf-8")
    asked, removed = script.index("--forget-passwords"), script.index("DelTree(")
    assert script.index("usUninstall") < asked < removed


def test_windows_shows_the_program_by_its_name() -> None:
    assert "StringStruct('FileDescription', 'SRFax Desktop')" in windows_resource(__version__, "x.exe")


def test_macos_knows_the_scheme() -> None:
    (types,) = plistlib.loads(plistlib.dumps(mac_properties(__version__, "14.0")))["CFBundleURLTypes"]
    assert types["CFBundleURLSchemes"] == [SCHEME]


def test_the_metadata_is_valid(tmp_path: Path) -> None:
    path = tmp_path / METAINFO
    path.write_text(metainfo(), "utf-8")
    root = ET.parse(path).getroot()  # noqa: S314 - our own
    assert root.findtext("launchable") == "srfax-desktop.desktop"
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    if not shutil.which("appstreamcli"):
        pytest.skip("needs the Debian package appstream")
    check = ["appstreamcli", "validate", "--no-net", str(path)]
    said = subprocess.run(check, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
