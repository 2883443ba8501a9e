# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a thread no longer uses goes back to the system. Each in a process of its own: it is for all of it."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from srfax_desktop.engine.spare_memory import SpareMemory

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="no other library keeps so much")

MIB = 1 << 20
SCRIPT = """
import sys
from threading import Event, Thread
from PySide6.QtCore import QCoreApplication
from srfax_desktop.engine.spare_memory import SpareMemory

def held():
    with open("/proc/self/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Private_Dirty")) * 1024

def work():
    del [*map(bytearray, [30 << 20] * 2)][:]  # from then on, glibc would keep twice as much
    blocks = [bytearray(2000) for _ in range(10_000)]
    kept.extend(blocks[5000::100] if sys.argv[1] == "between" else ())
    blocks.clear()
    done.set()
    ended.wait()

kept, done, ended = [], Event(), Event()
app = QCoreApplication([])
spare = SpareMemory()
before = held()
thread = Thread(target=work)
thread.start()
done.wait()
if sys.argv[2] == "given back":
    spare.give_back()
print(held() - before)
ended.set()
thread.join()
"""


def left(what: str, how: str) -> int:
    """Return the bytes that are left with a thread that had 20 MiB, and waits."""
    command = [sys.executable, "-W", "error", "-c", SCRIPT, what, how]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, timeout=60)
    return int(done.stdout)


def test_a_thread_keeps_nothing_at_the_end_of_its_memory() -> None:
    assert left("nothing", "kept") < MIB


def test_what_is_free_in_between_is_given_back() -> None:
    assert left("between", "kept") > 8 * MIB
    assert left("between", "given back") < 3 * MIB


@pytest.mark.usefixtures("qapp")
def test_it_is_given_back_from_time_to_time() -> None:
    spare = SpareMemory()
    assert spare._timer.isActive()
    spare._timer.timeout.emit()
