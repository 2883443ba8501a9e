# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The Linux desktop's own notices, where it has no tray to show them from: GNOME has none by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.engine.session_bus import BusError, SessionBus

if TYPE_CHECKING:
    from jeepney import Message  # type: ignore[import-untyped]

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
PROGRAM = "srfax-desktop"

_PRESSED = "default"
_CALM, _URGENT = 1, 2
"""The desktop's own scale. What is urgent stays until it is seen to."""

_AS_THE_DESKTOP_DOES = -1


class DesktopNotices(QObject):
    """Without a bus, or without anybody on it who shows notices, none is shown: the window has it all."""

    pressed = Signal(object)  # what the notice was about, as it was given

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: SessionBus | None = None
        self._is_open = False
        self._waiting: list[tuple[Message, object]] = []
        self._sent: dict[int, object] = {}  # what each is about, by the number of its message
        self._shown: dict[int, object] = {}  # and by the number that the desktop gave it

    def show(self, title: str, words: str, *, button: str, urgent: bool, about: object) -> None:
        """Show a notice.

        button: what pressing it does, for desktops that say so. about: comes back when it is pressed.
        """
        if self._bus is None and not self._open():
            return
        message = _notice(title, words, button, urgent=urgent)
        if self._is_open:
            self._send(message, about)
        else:
            self._waiting.append((message, about))

    @Slot()
    def close(self) -> None:
        """Leave the bus. What is shown stays."""
        if self._bus:
            self._bus.close()
        self._forget()

    def _open(self) -> bool:
        try:
            self._bus = SessionBus(self)
        except BusError:
            return False
        self._bus.opened.connect(self._begin)
        self._bus.came.connect(self._take)
        self._bus.ended.connect(self._forget)
        return True

    @Slot()
    def _begin(self) -> None:
        from jeepney import MatchRule, message_bus  # noqa: PLC0415 - the bus has loaded it

        self._is_open = True
        if self._bus:
            rule = MatchRule(type="signal", interface=NAME, path=PATH)
            self._bus.send(message_bus.AddMatch(rule))
        waiting, self._waiting = self._waiting, []
        for message, about in waiting:
            self._send(message, about)

    def _send(self, message: Message, about: object) -> None:
        if self._bus:
            self._sent[self._bus.send(message)] = about

    @Slot(object)
    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415

        fields = message.header.fields
        about = self._sent.pop(fields.get(HeaderFields.reply_serial), None)
        if message.header.message_type is MessageType.method_return and about is not None:
            self._shown[message.body[0]] = about
        if message.header.message_type is not MessageType.signal:
            return
        match fields.get(HeaderFields.member), message.body:
            case "ActionInvoked", (int(number), str(_)) if number in self._shown:
                self.pressed.emit(self._shown[number])
            case "NotificationClosed", (int(number), int(_)):
                self._shown.pop(number, None)

    @Slot()
    def _forget(self) -> None:
        """Be ready to open it anew: a desktop may begin its bus again."""
        if self._bus:
            self._bus.deleteLater()
        self._bus, self._is_open = None, False
        self._waiting, self._sent, self._shown = [], {}, {}


def _notice(title: str, words: str, button: str, *, urgent: bool) -> Message:
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415

    hints = {"urgency": ("y", _URGENT if urgent else _CALM), "desktop-entry": ("s", PROGRAM)}
    body = (title, 0, PROGRAM, title, words, [_PRESSED, button], hints, _AS_THE_DESKTOP_DOES)
    return new_method_call(DBusAddress(PATH, NAME, NAME), "Notify", "susssasa{sv}i", body)
