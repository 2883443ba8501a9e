# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What goes into the packed program, and what is left out of it for which reason."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from srfax_desktop.ui.guide_files import GUIDES, picture_names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

Entry = tuple[str, str, str]
"""PyInstaller's way to name a file: where it goes, where it is, of what kind."""

LEFT_OUT_MODULES = {
    "_pydecimal": "Python's slow twin of a compiled module that is there",
    "_codecs_cn": "an encoding of texts that no office here has",
    "_codecs_hk": "the same",
    "_codecs_iso2022": "the same",
    "_codecs_jp": "the same",
    "_codecs_kr": "the same",
    "_codecs_tw": "the same",
    "_pyrepl": "an interactive Python is no part of the program",
    "cffi": "reads C headers as it runs, with pycparser. On Windows the vault would take it, and has ctypes",
    "chardet": "guesses encodings; requests takes its other guesser",
    "distutils": "builds packages",
    "doctest": "tests",
    "ensurepip": "installs packages",
    "lib2to3": "rewrites sources",
    "multiprocessing": "the program has threads, and one process",
    "pdb": "debugs",
    "pip": "installs packages",
    "pkg_resources": "finds packages; importlib does",
    "pycparser": "reads C headers when a package is built",
    "pydoc": "shows documentation",
    "pydoc_data": "the same",
    "setuptools": "builds packages",
    "sqlite3.dump": "writes SQL",
    "tkinter": "another kind of window",
    "turtle": "another kind of window",
    "unittest": "tests",
    "xmlrpc": "speaks a protocol that is not spoken here",
}

LINUX_MODULES = {
    "cryptography": "speaks to the Secret Service, which is Linux's vault alone",
}
"""What is left out of the other systems' packages."""

NEEDED_MODULES = [
    "keyring.backends.SecretService",
    "keyring.backends.Windows",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.macOS",
]
"""Modules that are only named in a string."""

KEPT_PLUGINS = {
    "accessiblebridge/*": "what screen readers talk to",
    "iconengines/*svgicon*": "icons are drawn from SVG",
    "imageformats/*qsvg*": "the same",
    "networkinformation/*": "hears that the network is back",
    "platforminputcontexts/*compose*": "accents that are typed in two strokes",
    "platforminputcontexts/*ibus*": "input methods",
    "platforms/*cocoa*": "macOS",
    "platforms/*offscreen*": "the self-test",
    "platforms/*wayland*": "Linux, Wayland",
    "platforms/*windows*": "Windows",
    "platforms/*xcb*": "Linux, X11",
    "platformthemes/*xdgdesktopportal*": "the desktop's file dialogs, light and dark",
    "printsupport/*": "an incident record is printed",
    "styles/*": "the system's look, where it is asked for",
    "wayland-decoration-client/*": "a frame around the window, where the desktop draws none",
    "wayland-shell-integration/*xdg-shell*": "windows",
}
"""Qt's plugins; what matches none of these is left out, with the libraries that only it needs: image
formats, the GTK theme (it loads all of GTK), OpenGL (widgets are painted without), virtual keyboards,
databases, screens without a desktop."""

LEFT_TO_LINUX = {
    "libGL.so.*": "goes with the graphics driver",
    "libEGL.so.*": "the same",
    "libGLX.so.*": "the same",
    "libGLdispatch.so.*": "the same",
    "libOpenGL.so.*": "the same",
    "libdrm.so.*": "the same",
    "libgbm.so.*": "the same",
    "libX11.so.*": "goes with the X server's other clients: its locale data and plugins",
    "libX11-xcb.so.*": "the same",
    "libxcb.so.*": "the same",
    "libwayland-*.so.*": "goes with the desktop",
    "libfontconfig.so.*": "reads the system's own settings, in its own version of their format",
    "libfreetype.so.*": "goes with fontconfig",
    "libexpat.so.*": "the same",
    "libdbus-1.so.*": "goes with the system's bus",
    "libsystemd.so.*": "the same",
    "libcups.so.*": "goes with the system's printers, where there are any",
    "libavahi-*.so.*": "the same",
    "libgnutls.so.*": "only printing's",
    "libgssapi_krb5.so.*": "goes with the system's Kerberos, its settings and plugins",
    "libkrb5*.so.*": "the same",
    "libk5crypto.so.*": "the same",
    "libcom_err.so.*": "the same",
    "libkeyutils.so.*": "the same",
    "libglib-2.0.so.*": "goes with the desktop's modules, which would find another one in their place",
    "libgobject-2.0.so.*": "the same",
    "libgio-2.0.so.*": "the same",
    "libgthread-2.0.so.*": "the same",
    "libgmodule-2.0.so.*": "the same",
    "libstdc++.so.*": "the graphics driver may need a newer one than the build machine's",
    "libgcc_s.so.*": "the same",
}
"""Shared libraries of a Linux desktop that the program finds there and does not bring along."""


LEFT_OUT_DATA = {
    "certifi/*": "the operating system's certificates are what counts, not these",
    "*/translations/qt*.qm": "Qt's own words in languages that the program does not speak",
    "*.dist-info/*": "package metadata that nothing reads when the program runs",
}
KEPT_DATA = {
    "*/translations/qtbase_fr.qm": "Qt's own words in French",
    "keyring-*.dist-info/*": "keyring finds the systems' vaults by it",
}


def guide_data(docs: Path) -> list[Entry]:
    """Return the user's guide in its languages, and the pictures that it shows: no others of `docs`."""
    texts = [docs / name for name in GUIDES]
    pictures = {docs / name for text in texts for name in picture_names(text.read_text("utf-8"))}
    return [
        (f"resources/guide/{path.relative_to(docs).as_posix()}", str(path), "DATA")
        for path in (*texts, *sorted(pictures))
    ]


def kept_data(data: Iterable[Entry], libraries: Collection[str]) -> list[Entry]:
    """Return the data files that the program can come to read.

    libraries: where the binaries go that are kept; links to others are left out. A framework of macOS
    goes along as a whole, with the links and the description without which it cannot be signed.
    """
    wanted = [entry for entry in data if not _matches(entry, LEFT_OUT_DATA) or _matches(entry, KEPT_DATA)]
    names = {_name(target) for target in libraries}
    frameworks = {framework for target in libraries if (framework := _framework(target))}
    return [entry for entry in wanted if _goes_along(entry, names, frameworks)]


def _goes_along(entry: Entry, names: Collection[str], frameworks: Collection[str]) -> bool:
    if framework := _framework(entry[0]):
        return framework in frameworks
    return entry[2] != "SYMLINK" or _name(entry[1]) in names


def _framework(target: str) -> str | None:
    """Return the folder of the framework that a file is in, None where it is in none."""
    before, found, _ = target.partition(".framework/")
    return before if found else None


def _name(target: str) -> str:
    return PurePosixPath(target.replace("\\", "/")).name


def _matches(entry: Entry, patterns: Iterable[str]) -> bool:
    return any(fnmatch(entry[0].replace("\\", "/"), pattern) for pattern in patterns)


def kept(binaries: Iterable[Entry], imports_of: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the binaries that the program can come to load.

    Kept plugins and Python's own extensions are, and every library that one of those needs. A library
    that only a plugin brought that is left out is left out with it.
    imports_of: returns the file names of the libraries that a file itself is linked to.
    """
    found = [entry for entry in binaries if _is_wanted(entry)]
    by_name: dict[str, list[Entry]] = {}
    for entry in found:
        by_name.setdefault(_name(entry[0]).lower(), []).append(entry)
    roots = [entry for entry in found if _is_root(entry)]
    reached: dict[str, Entry] = {}
    while roots:
        entry = roots.pop()
        if entry[0] in reached:
            continue
        reached[entry[0]] = entry
        for name in imports_of(entry[1]):
            roots += by_name.get(name.lower(), [])
    return [entry for entry in found if entry[0] in reached]


def _is_root(entry: Entry) -> bool:
    name = _name(entry[0]).lower()
    # "Python": in its framework on macOS, to which no extension is linked.
    is_python = name == "python" or name.startswith(("libpython", "python3"))
    return entry[2] == "EXTENSION" or _plugin(entry[0]) is not None or is_python


def _is_wanted(entry: Entry) -> bool:
    plugin = _plugin(entry[0])
    if plugin is not None:
        return any(fnmatch(plugin, pattern) for pattern in KEPT_PLUGINS)
    return not any(fnmatch(_name(entry[0]), pattern) for pattern in LEFT_TO_LINUX)


def _plugin(target: str) -> str | None:
    """Return `group/name` of one of Qt's plugins, None for any other file."""
    before, found, plugin = target.replace("\\", "/").rpartition("/plugins/")
    return plugin if found and "PySide6" in before else None
