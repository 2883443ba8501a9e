# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What Windows and macOS show of a program's version, made from the package's own."""

from __future__ import annotations

import re

from srfax_desktop.core.fax_link import SCHEME

PRODUCT = "SRFax Desktop"
PUBLISHER = "SRFax Desktop contributors"
DESCRIPTION = "Stops faxes that are queued at SRFax"
COPYRIGHT = "© 2026 SRFax Desktop contributors. MIT License."
IDENTIFIER = "io.github.srfax-desktop.SRFaxDesktop"

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:[.+-]?[a-z].*)?")
_MACOS_TAG = re.compile(r"^Tag: .*-macosx_(\d+)_(\d+)_", re.MULTILINE)


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return `1.2.3` or `1.2.3rc1` as Windows wants it: four numbers. Raises ValueError."""
    found = _VERSION.fullmatch(version)
    if not found:
        message = f"{version} is not a version such as 1.2.3"
        raise ValueError(message)
    return (int(found[1]), int(found[2]), int(found[3]), 0)


def windows_resource(version: str, file_name: str) -> str:
    """Return the version resource in the text form that PyInstaller reads."""
    numbers = four_numbers(version)
    shown = {
        "Comments": DESCRIPTION,
        "CompanyName": PUBLISHER,
        "FileDescription": PRODUCT,  # what notices, browsers that hand over a link, and the Task Manager show
        "FileVersion": version,
        "InternalName": file_name.removesuffix(".exe"),
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": file_name,
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in shown.items())
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,"
        " fileType=0x1, subtype=0x0, date=(0, 0)),\n"
        f"  kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [0x0409, 1200])])],\n"
        ")\n"
    )


def oldest_macos(wheel: str) -> str:
    """Return the oldest macOS that a package runs on, by its `WHEEL` file: `14.0`.

    Qt's own is what decides: each of its versions drops one or two. Raises ValueError for another system's.
    """
    found = _MACOS_TAG.search(wheel)
    if not found:
        message = "this package is not macOS's"
        raise ValueError(message)
    return f"{found[1]}.{found[2]}"


def mac_properties(version: str, oldest: str) -> dict[str, object]:
    """Return the keys of `Info.plist` beyond PyInstaller's own (Apple, "Information Property List").

    oldest: the oldest macOS that it runs on. An older one then says so, instead of failing in a library.
    """
    three = ".".join(map(str, four_numbers(version)[:3]))
    return {
        "CFBundleDisplayName": PRODUCT,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr"],
        "CFBundleShortVersionString": three,
        "CFBundleURLTypes": [{"CFBundleURLName": IDENTIFIER, "CFBundleURLSchemes": [SCHEME]}],
        "CFBundleVersion": three,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": oldest,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
        "NSRequiresAquaSystemAppearance": False,  # it follows light and dark
    }
