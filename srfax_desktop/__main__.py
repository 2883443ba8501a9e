# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The command line: `srfax-desktop` and `python -m srfax_desktop` are the same."""

from __future__ import annotations

import gc
import io
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from srfax_desktop.bindings import load_bindings
from srfax_desktop.complaints import complain
from srfax_desktop.no_core_dumps import leave_no_core_dump
from srfax_desktop.options import ForgetOptions, SelfTestOptions, StopOptions, WindowOptions, read_options
from srfax_desktop.system_libraries import core_problem, window_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status."""
    leave_no_core_dump()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a dash must not end the program in a plain locale
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    windowless = isinstance(options, StopOptions | SelfTestOptions | ForgetOptions)
    problem = core_problem() if windowless else window_problem()
    if problem:
        complain(problem)
        return 1
    try:  # Qt is loaded only when it can be
        if isinstance(options, WindowOptions):
            gc.disable()  # nothing of what is loaded is garbage; `MainThreadGarbage` sees to what comes later
            with _ended_by_ctrl_c():
                load_bindings()
                from srfax_desktop.one_window import show_one_window  # noqa: PLC0415 - a second start needs no more

                return show_one_window(options)
        with _ended_by_ctrl_c():
            load_bindings()
            from srfax_desktop import app  # noqa: PLC0415

        return app.run(options)
    except KeyboardInterrupt:  # before or after the run proper, which takes an interrupt for what it is
        return 1


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Have Ctrl+C end the process as SIGTERM does, until `Interrupts` listens.

    A KeyboardInterrupt within Qt's bindings, as they load, aborts the process or is lost.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


if __name__ == "__main__":
    sys.exit(main())
