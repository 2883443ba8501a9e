# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A virtual screen with a window manager, hands on its keyboard, and an ear on its accessibility bus."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from tests.end_to_end.program import CLEARED, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
CLIENT = Path(__file__).with_name("bus_client.py")
EAR = Path(__file__).with_name("bus_ear.py")

SCREEN_PACKAGES = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
BUS_PACKAGES = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-daemon": "dbus-x11", BUS_LAUNCHER: "at-spi2-core"}


def missing_packages(needed: Mapping[str, str], *, pyatspi: bool = False) -> list[str]:
    """Return the Debian packages that are not installed, of those that have the `needed` programs."""
    missing = [package for program, package in needed.items() if not shutil.which(program)]
    if pyatspi:
        look = [SYSTEM_PYTHON, "-c", "import pyatspi"]
        with_it = (
            Path(SYSTEM_PYTHON).exists()
            and not subprocess.run(look, capture_output=True, check=False, env=_clean()).returncode
        )
        missing += [] if with_it else ["python3-pyatspi"]
    return missing


@dataclass(frozen=True)
class Screen:
    """variables: what a program needs in its environment to appear on it."""

    variables: dict[str, str]

    def hit(self, *keys: str) -> None:
        """Press keys, one after the other, such as `alt+a`."""
        self._do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        self._do("type", "--delay", "2", text)

    def wait_for_window(self, title: str) -> None:
        """Wait until a window with this title, a regular expression, has the focus."""
        wait_until(lambda: self._active(title), what=f"a window {title} with the focus")

    def minimise(self) -> None:
        """Put the window that has the focus away."""
        self._do("getactivewindow", "windowminimize")

    def has_focus(self, title: str) -> bool:
        """Whether a window with this title, a regular expression, has the focus now."""
        return self._active(title)

    def shows(self, title: str) -> bool:
        """Whether a window with this title, a regular expression, is to be seen."""
        return bool(self._ask("search", "--onlyvisible", "--name", title))

    def is_managed(self) -> bool:
        """Whether the window manager is there: without one, nobody knows of any desktops."""
        return bool(self._ask("get_num_desktops").strip("0"))

    def _active(self, title: str) -> bool:
        found = self._ask("search", "--onlyvisible", "--name", title)
        active = self._ask("getactivewindow")
        return bool(active) and active in found.split()

    def _ask(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self._environment(), capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def _do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment(), check=True, timeout=30)

    def _environment(self) -> dict[str, str]:
        return {**_clean(), **self.variables}


@contextmanager
def virtual_screen(size: str = "1280x900x24") -> Iterator[Screen]:
    """Start a screen and its window manager, and end them."""
    with ExitStack() as stack:
        reader, writer = os.pipe()
        with os.fdopen(reader) as numbers:
            # Without -noreset the screen begins anew when its last client leaves, and drops who is
            # just coming: xdotool, which looks for the window manager, and the window manager.
            command = [
                "Xvfb",
                "-displayfd",
                str(writer),
                "-screen",
                "0",
                size,
                "-nolisten",
                "tcp",
                "-noreset",
            ]
            stack.enter_context(_running(command, _clean(), pass_fd=writer))
            os.close(writer)
            variables = {"DISPLAY": f":{numbers.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        stack.enter_context(_running(["openbox"], {**_clean(), **variables}))
        screen = Screen(variables)
        # A window that is there before its manager is never given the focus.
        wait_until(screen.is_managed, what="the window manager")
        yield screen


@contextmanager
def accessibility_bus(screen: Screen) -> Iterator[Screen]:
    """Start a session bus and the accessibility bus on a screen; yield it with the way to both."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="bus"))  # sockets want short names
        variables = {**screen.variables, "XDG_RUNTIME_DIR": folder}
        session = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        daemon = stack.enter_context(_running(session, {**_clean(), **variables}))
        assert daemon.stdout
        variables["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        launcher = [BUS_LAUNCHER, "--launch-immediately"]
        stack.enter_context(_running(launcher, {**_clean(), **variables}))
        # Whoever asks for it sooner has a second one started, and there are two buses then.
        wait_until(lambda: _is_on_bus("org.a11y.Bus", variables), what="the accessibility bus")
        yield Screen({**variables, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})


def _is_on_bus(name: str, variables: Mapping[str, str]) -> bool:
    bus = ["--session", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
    command = ["dbus-send", *bus, "--print-reply", "org.freedesktop.DBus.NameHasOwner", f"string:{name}"]
    environment = {**_clean(), **variables}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return "boolean true" in done.stdout


class Reader:
    """A screen reader's view of the window.

    A window that is being built or is busy may answer with an error or not at all: what is asked for
    is empty then, and is asked for again.

    table: what the list is called in the window's language.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.table = "Faxes"
        self._process = process
        self._trouble = ""

    def do(self, command: str, *arguments: object) -> None:
        """Press, put or select as soon as it can be done."""
        wait_until(lambda: self.can(command, *arguments), what=f"{command} {arguments}")

    def can(self, command: str, *arguments: object) -> bool:
        """Whether it can be done now, and was."""
        return bool(self._tell(command, *arguments).get("answer"))

    def wait_for_window(self, role: str, name: str) -> None:
        """Wait until there is such a window."""
        wait_until(lambda: [role, name] in self._all("windows"), what=f"{role} {name}")

    def has_window(self, name: str) -> bool:
        """Whether there is such a window now."""
        return name in [found for _, found in self._all("windows")]

    def controls(self) -> list[dict[str, Any]]:
        """Return every control that can be seen; see `bus_client.py`."""
        return self._all("controls")

    def labels(self) -> list[str]:
        """Return every line of words that can be seen."""
        return self._all("labels")

    def columns(self) -> list[str]:
        """Return the headings of the table."""
        return self._all("columns", self.table)

    def rows(self) -> dict[str, list[str]]:
        """Return the cells of each fax's row, by its ID."""
        return {row[1]: row for row in self._all("rows", self.table)}

    def selected(self) -> list[str]:
        """Return the fax IDs of the selected rows."""
        return [row[1] for row in self._all("selected", self.table)]

    def sentence(self, fax_id: str) -> str:
        """Return what is read of a row as a whole."""
        return str(self._tell("sentence", self.table, list(self.rows()).index(fax_id)).get("answer", ""))

    def cells(self, fax_id: str) -> dict[str, str]:
        """Return the cells of a fax's row, by the headings of their columns."""
        return dict(zip(self.columns(), self.rows().get(fax_id, []), strict=False))

    def status(self, fax_id: str) -> str:
        """Return what the row of a fax says first."""
        return self.statuses().get(fax_id, "")

    def statuses(self) -> dict[str, str]:
        """Return what each row says first, by its fax ID."""
        return {fax_id: row[0] for fax_id, row in self.rows().items()}

    def _all(self, command: str, *arguments: object) -> list[Any]:
        return self._tell(command, *arguments).get("answer") or []

    def _tell(self, command: str, *arguments: object) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([command, *arguments]) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        trouble = f"{command} {arguments}: {answer.get('error')}"
        if "error" in answer and trouble != self._trouble:
            self._trouble = trouble
            sys.stdout.write(f"{trouble}\n")  # pytest shows it with a failure
        return answer


@contextmanager
def screen_reader(screen: Screen) -> Iterator[Reader]:
    """Start the client on the bus."""
    with _running([SYSTEM_PYTHON, str(CLIENT)], {**_clean(), **screen.variables}) as process:
        yield Reader(process)


class Ear:
    """What a screen reader is told to say by itself."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.said: list[str] = []
        self._process = process
        assert process.stdout
        assert json.loads(process.stdout.readline()) == "listening"
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def wait_for(self, words: str, *, count: int = 1) -> None:
        """Wait until these words were said so often."""
        wait_until(lambda: self.said.count(words) >= count, what=f"{words!r} said aloud, not {self.said}")

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.said.append(json.loads(line))


@contextmanager
def bus_ear(screen: Screen) -> Iterator[Ear]:
    """Listen to what is announced on the bus."""
    with _running([SYSTEM_PYTHON, str(EAR)], {**_clean(), **screen.variables}) as process:
        yield Ear(process)


@contextmanager
def _running(
    command: list[str], variables: dict[str, str], pass_fd: int | None = None
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=() if pass_fd is None else (pass_fd,),
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in {*CLEARED.split(), "PYTHONPATH"}}
