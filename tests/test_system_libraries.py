# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is said, in one line, where Qt would abort."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srfax_desktop import __main__ as command
from srfax_desktop import app, system_libraries
from srfax_desktop.system_libraries import (
    CORE_LIBRARIES,
    NO_DISPLAY,
    WINDOW_LIBRARIES,
    XCB_LIBRARIES,
    core_problem,
    has_display,
    main,
    window_problem,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class FakeXcb:
    """libxcb, with a display that answers or does not."""

    def __init__(self, *, answers: bool) -> None:
        self.xcb_connection_has_error = _Function(0 if answers else 1)
        self.xcb_disconnect = _Function(None)
        self.xcb_connect = _Function(1)


class _Function:
    def __init__(self, result: object) -> None:
        self._result = result
        self.restype: object = None
        self.argtypes: object = None

    def __call__(self, *_: object) -> object:
        return self._result


@pytest.fixture(autouse=True)
def _linux_without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _core_dumps_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once switched off, not even root can switch them on again in this process."""
    monkeypatch.setattr(command, "leave_no_core_dump", lambda: None)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have a system that lacks these libraries, with an X server that answers or does not."""

    def lacks(*names: str, display_answers: bool = True) -> None:
        def load(name: str) -> object:
            if name in names:
                message = f"{name}: cannot open shared object file: No such file or directory"
                raise OSError(message)
            return FakeXcb(answers=display_answers)

        monkeypatch.setattr(ctypes, "CDLL", load)

    lacks()
    return lacks


def test_all_that_is_missing_is_named_in_one_line_with_its_packages(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    system("libEGL.so.1", "libxcb-cursor.so.0", "libglib-2.0.so.0")
    assert window_problem() == (
        "System libraries that Qt needs are missing: libglib-2.0.so.0, libEGL.so.1, libxcb-cursor.so.0. "
        "On Debian and Ubuntu: sudo apt install libglib2.0-0 libegl1 libxcb-cursor0"
    )


def test_the_command_line_needs_only_what_qt_s_core_needs(system: Callable[..., None]) -> None:
    system(*WINDOW_LIBRARIES, *XCB_LIBRARIES)
    assert core_problem() is None
    system("libglib-2.0.so.0")
    assert core_problem() == (
        "System libraries that Qt needs are missing: libglib-2.0.so.0. "
        "On Debian and Ubuntu: sudo apt install libglib2.0-0"
    )


@pytest.mark.parametrize("library", [*CORE_LIBRARIES, *WINDOW_LIBRARIES, *XCB_LIBRARIES])
def test_each_of_them_is_missed(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    system(library)
    problem = window_problem()
    assert problem is not None
    assert library in problem
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("variables", "there"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts"}, True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ({"QT_QPA_PLATFORM": "xcb;offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb:something", "DISPLAY": ":1"}, True),
    ],
)
def test_whether_there_is_a_screen(
    system: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    there: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_display() is there
    assert (window_problem() == NO_DISPLAY) is not there


def test_offscreen_needs_nothing_of_x(system: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    system(*XCB_LIBRARIES, display_answers=False)
    assert window_problem() is None


def test_wayland_needs_nothing_of_x(system: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    system(*XCB_LIBRARIES, display_answers=False)
    assert window_problem() is None


def test_a_display_that_does_not_answer_is_named(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9876")
    system(display_answers=False)
    assert window_problem() == "The display :9876 cannot be reached."


def test_x_asked_for_where_there_is_only_wayland_is_no_error_of_the_program(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    system(display_answers=False)
    assert window_problem() == "No X display can be reached."


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_qt_brings_what_it_needs(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    system(*CORE_LIBRARIES, *WINDOW_LIBRARIES, *XCB_LIBRARIES)
    assert core_problem() is None
    assert window_problem() is None
    assert has_display()


@pytest.mark.parametrize(
    ("missing", "variables", "status", "words"),
    [
        ((), {"DISPLAY": ":0"}, 0, ""),
        ((), {}, 3, f"{NO_DISPLAY} Without a window, then:\n"),
        (("libEGL.so.1",), {}, 3, f"{NO_DISPLAY} Without a window, then:\n"),
        (("libEGL.so.1",), {"DISPLAY": ":0"}, 1, "libegl1\n"),
        (("libzstd.so.1",), {}, 1, "libzstd1\n"),
    ],
)
def test_what_make_is_told(
    system: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    missing: tuple[str, ...],
    variables: dict[str, str],
    status: int,
    words: str,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    system(*missing)
    assert main() == status
    out = capsys.readouterr().out
    assert out.endswith(words)
    assert out.count("\n") <= 1


@pytest.mark.parametrize("arguments", [[], ["stop", "--practice", "10000001"], ["--self-test"]])
def test_the_program_ends_with_one_line_and_1(
    system: Callable[..., None], capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    system("libglib-2.0.so.0")
    assert command.main(arguments) == 1
    err = capsys.readouterr().err
    assert err.startswith("srfax-desktop: ")
    assert err.count("\n") == 1


def test_what_a_window_lacks_does_not_keep_stop_from_its_work(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    system(*WINDOW_LIBRARIES, *XCB_LIBRARIES)
    monkeypatch.setattr(app, "run", lambda _: 7)
    assert command.main(["stop", "--practice", "10000001"]) == 7
    assert command.main([]) == 1


def test_the_real_loader_knows_what_is_missing() -> None:
    assert not system_libraries._is_there("libno-such-library.so.1")


def test_it_is_looked_for_without_loading_qt() -> None:
    script = (
        "import sys; import srfax_desktop.system_libraries as s; s.window_problem(); "
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
