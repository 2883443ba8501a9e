# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tries the packed program where it has to run: on a bare machine, as an ordinary user.

    python -m tests.frozen.try_packed dist [PICTURES]

dist: the folder with `srfax-desktop/` and the .deb. PICTURES: a folder for pictures of the window.
Needs root, debootstrap, Xvfb, openbox, xdotool, and for pictures ImageMagick. Speaks to 127.0.0.1 only, but
for what debootstrap and apt fetch.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import trustme

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax.practice import PracticeServer
from tests.end_to_end.program import wait_until
from tests.end_to_end.screen import Screen, virtual_screen
from tests.frozen.bare_machine import USER, BareMachine, bare_machine

if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = "/opt/srfax-desktop/srfax-desktop"
CLINIC = Credentials(AccountNumber("12345"), "a&b+c=d% é")
FAXES = ("10000001", "10000002", "10000003")


def no_python(machine: BareMachine) -> None:
    """There is none that could be found instead of what is packed."""
    assert not list(machine.root.glob("usr/*/python3*")), "the bare machine has a Python"


def self_test(machine: BareMachine, program: str) -> None:
    done = machine.as_user(program, "--self-test")
    assert done.returncode == 0, done
    assert "FAILED" not in done.stdout, done
    assert done.stderr == "", done


def main_job_by_keyboard(
    machine: BareMachine, program: str, screen: Screen, picture: Callable[[str], None]
) -> None:
    """Open the window on the practice service, stop everything, see how it ends."""
    window = machine.start(program, "--practice", *FAXES, DISPLAY=screen.variables["DISPLAY"])
    try:
        screen.wait_for_window("SRFax Desktop – PRACTICE")
        wait_until(lambda: len(_kept(machine, "practice")) >= len(FAXES), what="the list to be written down")
        time.sleep(1)  # its buttons follow the list a moment later
        picture("packed-start")
        screen.hit("alt+a")
        screen.wait_for_window("SRFax Desktop$")
        screen.hit("Return")
        expected = {"10000001": "stopped", "10000002": "partially_sent", "10000003": "already_sent"}
        wait_until(lambda: expected.items() <= _kept(machine, "practice").items(), what="the answers")
        time.sleep(0.5)
        picture("packed-stopped")
    finally:
        window.terminate()
        out, err = window.communicate(timeout=20)
    assert window.returncode == 0, (window.returncode, out, err)
    assert err == "", err


def stop_over_tls(machine: BareMachine, program: str) -> None:
    """Stop a fax at an https endpoint whose CA is in the machine's own store; without it, refuse to."""
    ca = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("127.0.0.1").configure_cert(context)
    with PracticeServer(credentials=CLINIC, tls=context) as service:
        ask = (
            program,
            "stop",
            "10000001",
            "--endpoint",
            service.url,
            "--account",
            "12345",
            "--password-stdin",
            "--json",
        )
        machine.trust(ca.cert_pem.bytes())
        done = machine.as_user(*ask, typed=f"{CLINIC.password}\n")
        assert (done.returncode, _outcome(done)) == (0, "stopped"), done
        machine.trust_no_more()
        sent = len(service.requests)
        done = machine.as_user(*ask, typed=f"{CLINIC.password}\n")
        assert (done.returncode, _outcome(done)) == (1, "untrusted_certificate"), done
        assert len(service.requests) == sent, "the password was sent to a service that nobody vouches for"


def install_and_remove(machine: BareMachine, deb: Path) -> None:
    """The .deb brings what it needs, runs, and leaves nothing behind."""
    shutil.copy(deb, machine.root / "tmp")
    before = _system_files(machine)
    machine.do("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{deb.name}")
    assert machine.as_user("srfax-desktop", "--version").stdout.startswith("srfax-desktop "), (
        "not on the path"
    )
    self_test(machine, "srfax-desktop")
    done = machine.as_user("srfax-desktop", "stop", "--practice", "10000001", "--json")
    assert (done.returncode, _outcome(done)) == (0, "stopped"), done
    machine.do("apt-get", "purge", "-y", "-qq", "srfax-desktop")
    left = {path for path in _system_files(machine) - before if "srfax" in path.lower()}
    assert not left, left


def _system_files(machine: BareMachine) -> set[str]:
    places = ("usr", "etc", "opt")
    return {
        str(path.relative_to(machine.root)) for place in places for path in (machine.root / place).rglob("*")
    }


def _outcome(done: subprocess.CompletedProcess[str]) -> str:
    return str(json.loads(done.stdout.splitlines()[-1])["outcome"]) if done.stdout else done.stderr


def _kept(machine: BareMachine, database: str) -> dict[str, str]:
    path = machine.root / f"home/{USER}/.local/share/srfax-desktop/{database}.sqlite3"
    if not path.exists():
        return {}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
        return dict(connection.execute("SELECT fax_id, state FROM faxes"))


def main() -> None:
    """Try everything; the first that fails ends it with its reason."""
    dist = Path(sys.argv[1]).resolve()
    pictures = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    [deb] = dist.glob("*.deb")
    with tempfile.TemporaryDirectory() as folder, bare_machine(Path(folder, "machine")) as machine:
        _say("a bare Debian, without Python", lambda: no_python(machine))
        shutil.copytree(dist / "srfax-desktop", machine.root / "opt/srfax-desktop", symlinks=True)
        _say("the self-test", lambda: self_test(machine, PLACE))
        with virtual_screen() as screen:

            def picture(name: str) -> None:
                if pictures:
                    _take(screen, pictures / f"{name}.png")

            _say("the main job by keyboard", lambda: main_job_by_keyboard(machine, PLACE, screen, picture))
        _say("a stop over TLS, trusted and not", lambda: stop_over_tls(machine, PLACE))
        shutil.rmtree(machine.root / "opt/srfax-desktop")
        _say("the .deb, installed and removed", lambda: install_and_remove(machine, deb))


def _say(what: str, attempt: Callable[[], None]) -> None:
    print(f"{what} …", end=" ", flush=True)
    attempt()
    print("ok", flush=True)


def _take(screen: Screen, path: Path) -> None:
    command = ["import", "-display", screen.variables["DISPLAY"], "-window", "root", str(path)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
