# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What Qt needs of a Linux system, looked for before Qt is: where something is missing, Qt aborts.

Uses the standard library only, and costs a few milliseconds.
"""

from __future__ import annotations

import ctypes
import os
import sys

# The shared libraries that PySide6's own files link to and do not bring along, with the Debian
# packages that have them (Debian 12 and later, Ubuntu 22.04 and later).
CORE_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libzstd.so.1": "libzstd1",
}
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

NO_DISPLAY = "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
_NEED_A_DISPLAY = {"", "xcb", "wayland"}


def core_problem() -> str | None:
    """Return in one line what is missing to run at all, None where nothing is."""
    return _missing(CORE_LIBRARIES) if sys.platform == "linux" else None


def has_display() -> bool:
    """Whether there is a screen to open a window on, or one is played (`QT_QPA_PLATFORM=offscreen`)."""
    if sys.platform != "linux" or not set(_platforms()) <= _NEED_A_DISPLAY:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def window_problem() -> str | None:
    """Return in one line why no window can be opened here, None where one can."""
    if sys.platform != "linux":
        return None
    if not has_display():
        return NO_DISPLAY
    libraries = CORE_LIBRARIES | WINDOW_LIBRARIES
    if _needs_x():
        return _missing(libraries | XCB_LIBRARIES) or _display_problem()
    return _missing(libraries)


def _needs_x() -> bool:
    """Whether it is X or nothing. Qt tries several platforms in turn where it is told several."""
    platforms = _platforms()
    if not set(platforms) <= _NEED_A_DISPLAY:
        return False
    return platforms == ["xcb"] or not os.environ.get("WAYLAND_DISPLAY")


def _platforms() -> list[str]:
    asked_for = os.environ.get("QT_QPA_PLATFORM", "")
    return [platform.partition(":")[0] for platform in asked_for.split(";")]


def _missing(libraries: dict[str, str]) -> str | None:
    missing = [name for name in libraries if not _is_there(name)]
    if not missing:
        return None
    packages = " ".join(libraries[name] for name in missing)
    return (
        f"System libraries that Qt needs are missing: {', '.join(missing)}. "
        f"On Debian and Ubuntu: sudo apt install {packages}"
    )


def _is_there(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _display_problem() -> str | None:
    """Try to reach the X server: Qt would abort where it does not answer."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    display = os.environ.get("DISPLAY")
    if not failed:
        return None
    return f"The display {display} cannot be reached." if display else "No X display can be reached."


def main() -> int:
    """Tell the Makefile what can be done here: 0 a window, 3 the command line only, 1 neither."""
    if problem := core_problem():
        status = 1
    elif not has_display():
        problem, status = f"{NO_DISPLAY} Without a window, then:", 3
    else:
        problem = window_problem()
        status = 1 if problem else 0
    if problem:
        print(problem, flush=True)  # noqa: T201 - this is its output
    return status


if __name__ == "__main__":
    sys.exit(main())
