# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A bare Debian in a folder, with what a desktop has and no Python, entered by chroot (as root)."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SUITE = "bookworm"
DESKTOP = (
    "ca-certificates,fontconfig,fonts-dejavu-core,libcups2,libdbus-1-3,libegl1,libfontconfig1,libfreetype6,"
    "libgl1,libglib2.0-0,libgssapi-krb5-2,libwayland-client0,libwayland-cursor0,libx11-6,libx11-xcb1,libxcb1"
)
"""What every desktop has: X and Wayland client libraries, fonts, certificates, D-Bus, printing, Kerberos."""
USER = "alice"
LOCAL_CA = Path("usr/local/share/ca-certificates/office.crt")


class BareMachine:
    """The machine in `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def do(self, *command: str) -> str:
        """Run a command in it as root, and return what it said. Raises CalledProcessError."""
        done = subprocess.run(
            self._enter("root", {}, command), capture_output=True, text=True, check=False, env={"PATH": _PATH}
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        return done.stdout

    def as_user(self, *command: str, typed: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it as an ordinary user, to its end."""
        entered = self._enter(USER, variables, command)
        return subprocess.run(
            entered,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={"PATH": _PATH},
        )

    def start(self, *command: str, **variables: str) -> subprocess.Popen[str]:
        """Start a command in it as an ordinary user."""
        pipe = subprocess.PIPE
        entered = self._enter(USER, variables, command)
        return subprocess.Popen(entered, stdout=pipe, stderr=pipe, text=True, env={"PATH": _PATH})

    def trust(self, pem: bytes) -> None:
        """Put a CA into the machine's own store, as its administrator would."""
        (self.root / LOCAL_CA).write_bytes(pem)
        self.do("update-ca-certificates")

    def trust_no_more(self) -> None:
        """Take that CA out again."""
        (self.root / LOCAL_CA).unlink()
        self.do("update-ca-certificates", "--fresh")

    def _enter(self, user: str, variables: dict[str, str], command: tuple[str, ...]) -> list[str]:
        home = "/root" if user == "root" else f"/home/{user}"
        clean = {
            "HOME": home,
            "PATH": _PATH,
            "LANG": "C.UTF-8",
            "USER": user,
            "DEBIAN_FRONTEND": "noninteractive",
        }
        assignments = [f"{name}={value}" for name, value in {**clean, **variables}.items()]
        return ["chroot", f"--userspec={user}:{user}", str(self.root), "env", "-i", *assignments, *command]


_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@contextmanager
def bare_machine(root: Path) -> Iterator[BareMachine]:
    """Make the machine, and remove it at the end. Takes half a minute."""
    if os.geteuid():
        message = "a bare machine is made by debootstrap and chroot: this needs root"
        raise PermissionError(message)
    make = ["debootstrap", "--variant=minbase", f"--include={DESKTOP}", SUITE, str(root)]
    with (root.parent / "debootstrap.log").open("wb") as log:
        subprocess.run(make, check=True, stdout=log, stderr=log)
    machine = BareMachine(root)
    machine.do("useradd", "--create-home", "--shell", "/bin/sh", USER)
    for name in ("etc/resolv.conf", "etc/hosts"):
        shutil.copy(Path("/", name), root / name)
    mounted = root / "proc"
    subprocess.run(["mount", "-t", "proc", "proc", str(mounted)], check=True)
    try:
        yield machine
    finally:
        subprocess.run(["umount", "--lazy", str(mounted)], check=False)
        shutil.rmtree(root, ignore_errors=True)
