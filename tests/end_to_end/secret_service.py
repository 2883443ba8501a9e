# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A real Secret Service on a bus of its own, which can be locked, stopped, killed and started again."""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jeepney import DBusAddress, message_bus, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.end_to_end.program import environment, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

PACKAGES = {"dbus-daemon": "dbus", "gnome-keyring-daemon": "gnome-keyring"}

_NAME = "org.freedesktop.secrets"
_PROMPTER = "org.gnome.keyring.SystemPrompter"
_SERVICE = DBusAddress("/org/freedesktop/secrets", _NAME, "org.freedesktop.Secret.Service")
_LOGIN = "/org/freedesktop/secrets/collection/login"

# Nothing is started because somebody asks for it: neither another vault nor a prompt.
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


def missing_packages() -> list[str]:
    """Return the Debian packages that are not installed."""
    return [package for program, package in PACKAGES.items() if not shutil.which(program)]


class SecretService:
    """A bus, and a vault on it while it runs. folder: all that the vault writes is below it.

    address: of the bus.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the vault, unlocked."""
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
            env={
                **environment(),
                "DBUS_SESSION_BUS_ADDRESS": self.address,
                "HOME": str(self.folder),
                "XDG_DATA_HOME": str(self.folder / "data"),
                "XDG_RUNTIME_DIR": str(self.folder),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin
        self._daemon.stdin.write(b"master")
        self._daemon.stdin.close()
        wait_until(self._is_open, what="the vault")

    def lock(self) -> None:
        """Lock it. Where nobody prompts, whoever asks for something in it is denied."""
        self._ask(new_method_call(_SERVICE, "Lock", "ao", ([_LOGIN],)))
        assert not self._is_open()

    def pause(self) -> None:
        """Let it answer nothing."""
        self._send(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again."""
        self._send(signal.SIGCONT)

    def kill(self) -> None:
        """End it as a crash does."""
        self._send(signal.SIGKILL)
        assert self._daemon
        self._daemon.wait()
        self._daemon = None

    @contextmanager
    def prompt_that_nobody_answers(self) -> Iterator[None]:
        """Take the place of what would show the user a prompt; at the end it is dismissed."""
        with self._connection() as bus:
            bus.send_and_get_reply(message_bus.RequestName(_PROMPTER))
            yield

    def end(self) -> None:
        """End it, if it runs."""
        if self._daemon:
            self._daemon.kill()
            self._daemon.wait()

    def _send(self, number: signal.Signals) -> None:
        assert self._daemon
        self._daemon.send_signal(number)

    def _is_open(self) -> bool:
        with self._connection() as bus:
            (there,) = bus.send_and_get_reply(message_bus.NameHasOwner(_NAME)).body
        if not there:
            return False
        reading = DBusAddress(_LOGIN, _NAME, "org.freedesktop.DBus.Properties")
        body = self._ask(
            new_method_call(reading, "Get", "ss", ("org.freedesktop.Secret.Collection", "Locked"))
        ).body
        return bool(body[0] == ("b", False))

    def _ask(self, message: Message) -> Message:
        with self._connection() as bus:
            return bus.send_and_get_reply(message, timeout=30)

    def _connection(self) -> _Open:
        return _Open(self.address)


class _Open:
    """A connection to the bus, closed at the end."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> DBusConnection:
        self._bus = open_dbus_connection(self._address)
        return self._bus

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.close()


@contextmanager
def secret_service(*, started: bool = True) -> Iterator[SecretService]:
    """Start a bus, and a vault on it."""
    with ExitStack() as stack:
        # Below the system's own folder for what is temporary: sockets want short names.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vault")))
        configuration = folder / "bus.conf"
        configuration.write_text(_BUS.format(folder=folder))
        daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address=1"],
            env={**environment(), "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        stack.enter_context(daemon)
        stack.callback(daemon.kill)
        assert daemon.stdout
        service = SecretService(folder, daemon.stdout.readline().strip())
        stack.callback(service.end)
        if started:
            service.start()
        yield service


def forget_which_vault_there_was() -> None:
    """Have keyring look anew in this process: it looks once, and keeps to what it found."""
    import keyring.backend  # noqa: PLC0415 - only who needs a vault loads it
    import keyring.core  # noqa: PLC0415

    vars(keyring.backend.get_all_keyring).pop("saved_result", None)
    keyring.core._keyring_backend = None
