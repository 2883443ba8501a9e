# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Keeps this process's memory, which holds a password, out of crash dumps. Loads next to nothing."""

from __future__ import annotations

import contextlib
import sys

_NO_FAULT_DIALOG = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
_NO_HEAP = 0x0001  # WER_FAULT_REPORTING_FLAG_NOHEAP


def leave_no_core_dump() -> None:
    """Let nothing that the memory holds be written to a disk when the process crashes.

    Where the system refuses, the program runs all the same. Whatever it starts inherits this.
    On Linux the process stays "dumpable" (prctl): one that is not has its `/proc` closed to its own
    user's programs, and xdg-desktop-portal, which looks there, then refuses it file dialogs and the
    desktop's dark mode.
    """
    if sys.platform == "win32":
        _leave_heap_out_of_reports()
        return
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _leave_memory_out_of_pipes()


def _leave_memory_out_of_pipes() -> None:
    """Give no page of this memory to a crash reporter that the kernel pipes to, whatever the limit.

    The limit is about files only (Linux, core(5)).
    """
    with contextlib.suppress(OSError), open("/proc/self/coredump_filter", "wb", 0) as choice:  # noqa: PTH123
        choice.write(b"0")


def _leave_heap_out_of_reports() -> None:
    """Have Windows Error Reporting collect no heap, and show no box that offers a debugger."""
    import ctypes  # noqa: PLC0415 - only Windows needs it

    with contextlib.suppress(AttributeError, OSError):
        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
        kernel.SetErrorMode(kernel.GetErrorMode() | _NO_FAULT_DIALOG)
        kernel.WerSetFlags(_NO_HEAP)
