# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The packed program's start beside that of a packed window with nothing in it.

    python benchmarks/packed_start.py dist/srfax-desktop/srfax-desktop .venv/packed/bin/pyinstaller [PAIRS]

Both are packed as folders by the same PyInstaller, the empty one with its defaults.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.visible import pairs, ratio

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setWindowTitle("empty")
window.show()
app.exec()
"""
LIMIT = 1.3


def main() -> int:
    """Print both medians and their ratio; 1 where it is above the limit."""
    program, pyinstaller = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.TemporaryDirectory() as place:
        script = Path(place, "empty.py")
        script.write_text(EMPTY)
        pack = [pyinstaller, "--noconfirm", "--log-level", "ERROR", "--distpath", f"{place}/dist"]
        subprocess.run([*pack, "--workpath", f"{place}/build", "--specpath", place, str(script)], check=True)
        ours, theirs = pairs([str(Path(program).resolve())], [f"{place}/dist/empty/empty"], count)
    found = ratio(ours, theirs)
    print(f"packed program     {statistics.median(ours) * 1000:7.0f} ms  ({count} starts)")
    print(f"packed, empty      {statistics.median(theirs) * 1000:7.0f} ms")
    print(f"ratio              {found:7.2f}     at most {LIMIT}: {'met' if found <= LIMIT else 'not met'}")
    return int(found > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
