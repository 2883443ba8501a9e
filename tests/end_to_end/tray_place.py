# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A desktop's place for tray icons, and its notices, on the session bus: what a panel would offer."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

WATCHER = "org.kde.StatusNotifierWatcher"
NOTICES = "org.freedesktop.Notifications"
NOTICES_PATH = "/org/freedesktop/Notifications"


class TrayPlace:
    """icons: the names of the icons that were registered. notices: title and words of each, as shown.

    with_icons: whether it has a place for icons, as GNOME has not; notices it shows all the same.
    """

    def __init__(self, address: str, *, with_icons: bool = True) -> None:
        self.icons: list[str] = []
        self.notices: list[tuple[str, str]] = []
        self.urgencies: list[tuple[str, int]] = []
        self._connection: DBusConnection = open_dbus_connection(bus=address)
        for name in (WATCHER, NOTICES) if with_icons else (NOTICES,):
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Go away, as a panel that is ended."""
        self._connection.close()
        self._thread.join(5)

    def press(self, number: int) -> None:
        """Click on a notice, the first of which is 1."""
        emitter = DBusAddress(NOTICES_PATH, interface=NOTICES)
        self._connection.send(new_signal(emitter, "ActionInvoked", "us", (number, "default")))

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0.2)
            except TimeoutError:
                continue
            except (OSError, ValueError):
                return  # closed
            if message.header.message_type is MessageType.method_call:
                signature, body = self._answer(message)
                self._connection.send(new_method_return(message, signature, body))

    def _answer(self, message: Message) -> tuple[str | None, tuple[object, ...]]:
        match message.header.fields.get(HeaderFields.member):
            case "RegisterStatusNotifierItem":
                self.icons.append(message.body[0])
            case "Get":
                return "v", (("b", True),)
            case "GetAll":
                return "a{sv}", ({"IsStatusNotifierHostRegistered": ("b", True)},)
            case "Introspect":
                return "s", ("<node/>",)
            case "GetCapabilities":
                return "as", (["body"],)
            case "GetServerInformation":
                return "ssss", ("place", "tests", "1", "1.2")
            case "Notify":
                assert message.header.fields[HeaderFields.signature] == "susssasa{sv}i"  # others are refused
                self.notices.append((message.body[3], message.body[4]))
                self.urgencies.append(message.body[6].get("urgency"))
                return "u", (len(self.notices),)
        return None, ()


@contextmanager
def tray_place(address: str, *, with_icons: bool = True) -> Iterator[TrayPlace]:
    """Offer a place for icons on the bus at `address` until the end of the `with`."""
    place = TrayPlace(address, with_icons=with_icons)
    try:
        yield place
    finally:
        place.close()
