# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Makes a .deb and a .tar.gz of the packed folder.

    python -m packing.linux_packages dist/srfax-desktop build dist

Needs dpkg-deb and dpkg-shlibdeps (Debian: dpkg-dev). The same input makes the same bytes: times are
SOURCE_DATE_EPOCH's, owners are root.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from packing.version_resource import DESCRIPTION, PUBLISHER
from srfax_desktop import __version__

NAME = "srfax-desktop"
DESKTOP_FILES = (f"{NAME}.desktop", f"{NAME}-link.desktop")
"""The program, and what opens its links: those alone are handed over with an option before them."""

METAINFO = "io.github.srfax_desktop.SRFaxDesktop.metainfo.xml"
ROOT = Path(__file__).parents[1]
OTHER_NEEDS = ("ca-certificates", "fonts-dejavu-core | fonts-liberation | fonts-noto-core")
"""What no link tells: whom to trust, and letters to write with."""
LONG_DESCRIPTION = """\
 A fax in the queue has the wrong number, or the wrong document. This program
 asks SRFax to stop it, at once, and tells the truth about what came of it:
 stopped, stopped but some pages were sent, too late, or not yet.
"""


def make_deb(folder: Path, drawn: Path, target: Path) -> Path:
    """Make the .deb of the packed `folder` in `target`, with the icons in `drawn`. Returns its path."""
    architecture = _said_by("dpkg", "--print-architecture")
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place, "tree")
        _lay_out(tree, folder, drawn)
        control = tree / "DEBIAN"
        control.mkdir()
        (control / "control").write_text(_control(architecture, _depends(tree), _size_kib(tree)), "utf-8")
        (control / "md5sums").write_text(_md5sums(tree), "utf-8")
        _settle(tree)
        path = target / f"{NAME}_{__version__}_{architecture}.deb"
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(path)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL, env=_with_time())
    return path


def make_tar(folder: Path, drawn: Path, target: Path) -> Path:
    """Make the .tar.gz, for systems without .deb: the folder, its menu entry and icons. Returns its path."""
    machine = os.uname().machine
    top = f"{NAME}-{__version__}-linux-{machine}"
    path = target / f"{top}.tar.gz"
    places = [(folder, top), (drawn / "hicolor", f"{top}/icons/hicolor")]
    places += [(ROOT / "resources" / "linux" / desktop, f"{top}/{desktop}") for desktop in DESKTOP_FILES]
    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=_epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for source, name in places:
            _add(tar, source, name)
    return path


def _lay_out(tree: Path, folder: Path, drawn: Path) -> None:
    shutil.copytree(folder, tree / "usr/lib" / NAME, symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    shutil.copytree(drawn / "hicolor", tree / "usr/share/icons/hicolor")
    scalable = tree / "usr/share/icons/hicolor/scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copy(ROOT / "resources/icons/srfax-desktop.svg", scalable / f"{NAME}.svg")
    (tree / "usr/share/applications").mkdir()
    for desktop in DESKTOP_FILES:
        shutil.copy(ROOT / "resources/linux" / desktop, tree / "usr/share/applications")
    (tree / "usr/share/metainfo").mkdir()
    (tree / "usr/share/metainfo" / METAINFO).write_text(metainfo(), "utf-8")
    _document(tree)


def _document(tree: Path) -> None:
    place = tree / "usr/share/doc" / NAME
    place.mkdir(parents=True)
    packed = tree / "usr/lib" / NAME
    copyright_text = (
        (packed / "LICENSE").read_text("utf-8") + "\n" + (packed / "THIRD-PARTY.txt").read_text("utf-8")
    )
    (place / "copyright").write_text(copyright_text, "utf-8")
    for name in ("LICENSE", "THIRD-PARTY.txt"):
        (packed / name).unlink()
        (packed / name).symlink_to(f"../../share/doc/{NAME}/copyright")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (place / "CHANGELOG.md.gz").write_bytes(gzip.compress(changes, 9, mtime=_epoch()))
    manual = tree / "usr/share/man/man1"
    manual.mkdir(parents=True)
    page = (ROOT / "resources/linux" / f"{NAME}.1").read_bytes()
    (manual / f"{NAME}.1.gz").write_bytes(gzip.compress(page, 9, mtime=_epoch()))


def metainfo() -> str:
    """Return the AppStream metadata with the version and the date that go into the package."""
    date = time.strftime("%Y-%m-%d", time.gmtime(_epoch()))
    text = (ROOT / "resources/linux" / METAINFO).read_text("utf-8")
    return text.replace("@VERSION@", __version__).replace("@DATE@", date)


def _control(architecture: str, depends: str, size_kib: int) -> str:
    return (
        f"Package: {NAME}\nVersion: {__version__}\nArchitecture: {architecture}\n"
        f"Maintainer: {PUBLISHER} <{NAME}@users.noreply.github.com>\n"
        f"Installed-Size: {size_kib}\nDepends: {depends}\n"
        "Recommends: gnome-keyring | kwalletmanager | libsecret-1-0\n"
        "Section: comm\nPriority: optional\n"
        f"Description: {DESCRIPTION[0].lower()}{DESCRIPTION[1:]}\n{LONG_DESCRIPTION}"
    )


def _depends(tree: Path) -> str:
    """Return the packages whose libraries the packed files are linked to and do not have beside them."""
    packed = tree / "usr/lib" / NAME
    binaries = [
        path for path in packed.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)
    ]
    beside = {path.name for path in packed.rglob("*")}
    needed = {name for path in binaries for name in _needed(path)} - beside
    owners = {_owner(name) for name in needed}
    found = [clause for clause in _with_versions(binaries) if clause.partition(" ")[0] in owners]
    if len(found) != len(owners):
        message = f"dpkg-shlibdeps tells {found}, but what is linked to is in {owners}"
        raise LookupError(message)
    return ", ".join(sorted({*found, *OTHER_NEEDS}))


def _needed(path: Path) -> list[str]:
    return re.findall(r"^\s+NEEDED\s+(\S+)", _said_by("objdump", "-p", str(path)), re.MULTILINE)


def _owner(library: str) -> str:
    """Return the package that has a shared library of this computer's."""
    listed = _said_by("/sbin/ldconfig", "-p")
    [path] = re.findall(rf"^\s*{re.escape(library)} \(.*x86-64.*\) => (\S+)$", listed, re.MULTILINE)[:1]
    real = str(Path(path).resolve())
    for name in (real, real.removeprefix("/usr"), path):
        done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    message = f"{library}, {real}, belongs to no package"
    raise LookupError(message)


def _with_versions(binaries: list[Path]) -> list[str]:
    """Return what dpkg-shlibdeps finds: each package with the oldest version that will do."""
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "debian").mkdir()
        (Path(place) / "debian/control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
        beside = sorted({str(path.parent) for path in binaries})
        ask = ["dpkg-shlibdeps", "-O", "--ignore-missing-info"]
        ask += [f"-l{folder}" for folder in beside] + [f"-e{path}" for path in binaries]
        done = subprocess.run(ask, cwd=place, capture_output=True, text=True, check=True)
    return re.split(r",\s*", done.stdout.strip().partition("shlibs:Depends=")[2])


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _md5sums(tree: Path) -> str:
    files = sorted(
        path.relative_to(tree)
        for path in (tree / "usr").rglob("*")
        if path.is_file() and not path.is_symlink()
    )
    said = subprocess.run(["md5sum", *map(str, files)], cwd=tree, capture_output=True, text=True, check=True)
    return said.stdout


def _size_kib(tree: Path) -> int:
    return sum(path.lstat().st_size for path in tree.rglob("*")) // 1024


def _settle(tree: Path) -> None:
    """Give every file the modes and times that do not depend on who packs it, and when."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.name == NAME
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (_epoch(), _epoch()), follow_symlinks=False)


def _add(tar: tarfile.TarFile, source: Path, name: str) -> None:
    paths = [source, *sorted(source.rglob("*"))] if source.is_dir() else [source]
    for path in paths:
        inside = name if path == source else f"{name}/{path.relative_to(source).as_posix()}"
        entry = tar.gettarinfo(path, inside)
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = _epoch()
        if entry.isfile():
            with path.open("rb") as file:
                tar.addfile(entry, file)
        else:
            tar.addfile(entry)


def _epoch() -> int:
    return int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))


def _with_time() -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": str(_epoch())}


def _said_by(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    """Make both and print their paths."""
    folder, drawn, target = map(Path, sys.argv[1:4])
    for make in (make_deb, make_tar):
        print(make(folder, drawn, target))


if __name__ == "__main__":
    main()
