# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is asked of macOS itself, where Qt has no words for it. On other systems nothing is asked."""

from __future__ import annotations

import contextlib
import sys

DIRECT_OBJECT = 0x2D2D2D2D
"""`----`: what an Apple event is about (AppleEvents, keyDirectObject)."""

ACTIVITY = 0x00EFFFFF
"""NSActivityUserInitiatedAllowingIdleSystemSleep: timers are kept to, and the computer may sleep."""


def clicked_link() -> str:
    """Return the link that macOS has just handed over, to the letter; "" where there is none.

    Only while the event that tells of it is being taken.
    """
    if sys.platform == "darwin":
        with contextlib.suppress(OSError, AttributeError):
            return _text_of_event()
    return ""


class Awake:
    """Keeps macOS from slowing this program's timers down ("App Nap") while nobody sees its window."""

    def __init__(self) -> None:
        self._activity: int | None = None

    def hold(self, wanted: bool, why: str) -> None:
        """Have it so from now on, or no more. why: for whoever looks at what the computer is busy with."""
        if sys.platform == "darwin" and wanted != bool(self._activity):
            with contextlib.suppress(OSError, AttributeError):
                if wanted:
                    self._activity = _begin_activity(why)
                else:
                    activity, self._activity = self._activity, None
                    _end_activity(activity)


if sys.platform == "darwin":
    import ctypes
    from typing import Any

    _Id = ctypes.c_void_p
    """An object or the name of a message; what is sent to none is answered by none."""

    def _send(
        receiver: int | None, message: bytes, *said: tuple[type[ctypes._SimpleCData[Any]], object]
    ) -> int | None:
        library = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
        library.sel_registerName.restype, library.sel_registerName.argtypes = _Id, [ctypes.c_char_p]
        kinds = [kind for kind, _ in said]
        send = ctypes.CFUNCTYPE(_Id, _Id, _Id, *kinds)(("objc_msgSend", library))
        answer = send(receiver, library.sel_registerName(message), *(value for _, value in said))
        return int(answer) if answer else None

    def _class(name: bytes) -> int | None:
        library = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
        library.objc_getClass.restype, library.objc_getClass.argtypes = _Id, [ctypes.c_char_p]
        found = library.objc_getClass(name)
        return int(found) if found else None

    def _text_of_event() -> str:
        manager = _send(_class(b"NSAppleEventManager"), b"sharedAppleEventManager")
        event = _send(manager, b"currentAppleEvent")
        asked = _send(event, b"paramDescriptorForKeyword:", (ctypes.c_uint32, DIRECT_OBJECT))
        text = _send(_send(asked, b"stringValue"), b"UTF8String")
        return ctypes.string_at(text).decode("utf-8", "replace") if text else ""

    def _begin_activity(why: str) -> int | None:
        reason = _send(
            _class(b"NSString"), b"stringWithUTF8String:", (ctypes.c_char_p, why.encode("utf-8", "replace"))
        )
        process = _send(_class(b"NSProcessInfo"), b"processInfo")
        activity = _send(
            process, b"beginActivityWithOptions:reason:", (ctypes.c_uint64, ACTIVITY), (_Id, reason)
        )
        return _send(activity, b"retain")

    def _end_activity(activity: int | None) -> None:
        process = _send(_class(b"NSProcessInfo"), b"processInfo")
        _send(process, b"endActivity:", (_Id, activity))
        _send(activity, b"release")
