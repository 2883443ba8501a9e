# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes all pictures, or those that are named: `python -m pictures [NAME ...]`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from pictures.gallery import PICTURES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
HOMES = Path(tempfile.gettempdir()) / "srfax-desktop-pictures"
USER = "m.tremblay"
SCREEN = {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 900}
DPI = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
AT_ONCE = 2
DROPPED = ("LANG", "DISPLAY", "WAYLAND_", "DBUS_", "QT_", "XDG_")


def main(names: list[str]) -> int:
    """Take the pictures, and return how many could not be taken."""
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        print(f"no such picture: {', '.join(unknown)}; there are {', '.join(PICTURES)}")
        return len(unknown)
    FOLDER.mkdir(exist_ok=True)
    wanted = names or list(PICTURES)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        failed = sum(pool.map(partial(take, FOLDER), wanted))
    total = sum(path.stat().st_size for path in FOLDER.glob("*.png"))
    print(f"{len(wanted) - failed} of {len(wanted)} pictures; docs/pictures has {total / 1e6:.1f} MB")
    return failed


def take(folder: Path, name: str, homes: Path = HOMES) -> bool:
    """Take one picture in a process of its own, whose home is below `homes`. Returns whether it failed."""
    picture = PICTURES[name]
    if picture.needs and not (ROOT / picture.needs).exists():
        print(f"{name}: left out, for there is no {picture.needs}")
        return False
    home = homes / name / USER  # it is seen in a picture: it has the same name each time
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    screen = home.parent / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN | DPI]}))
    command = [sys.executable, "-m", "pictures.take", name, str(folder / f"{name}.png")]
    environment = _environment(home, screen, picture.scale)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    shutil.rmtree(home.parent)
    print(f"{name}: {done.stdout.strip() or 'FAILED'}")
    if done.returncode:
        print(done.stderr)
    return bool(done.returncode)


def _environment(home: Path, screen: Path, scale: float) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(DROPPED)}
    return {
        **kept,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "America/Vancouver",
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(scale),
        "PYTHONHASHSEED": "1",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
