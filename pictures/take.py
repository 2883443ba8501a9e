# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes one picture: `python -m pictures.take NAME PATH`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pictures.gallery import PICTURES, Picture
from pictures.saving import save
from pictures.stage import Stage, start_application
from srfax_desktop.store.paths import Paths


def main(name: str, path: str) -> int:
    """Take it, and say how large it is."""
    picture = PICTURES[name]
    _write_settings(picture)
    app = start_application(font_times=picture.font_times, pseudo=picture.pseudo)
    stage = Stage(app, picture.size)
    seen = picture.act(stage)
    taken = seen.grab().toImage() if isinstance(seen, QWidget) else seen
    size = save(taken, Path(path))
    print(f"{taken.width()} × {taken.height()}, {size / 1000:.0f} kB", flush=True)
    stage.close()
    return 0


def _write_settings(picture: Picture) -> None:
    """Have the program find what it is to start with. One worker: what it does has an order."""
    paths = Paths.of_this_user()
    paths.make_folders()
    paths.settings.write_text(json.dumps({"workers": 1, "theme": picture.theme, **dict(picture.settings)}))
    paths.settings.chmod(0o600)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
