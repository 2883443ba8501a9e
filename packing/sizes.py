# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells how large the packed folder is, and zipped, and ends with 1 where it has outgrown its limits.

python -m packing.sizes dist/srfax-desktop
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MIB = 1 << 20
FOLDER_LIMIT_MIB = 110
ZIPPED_LIMIT_MIB = 45


def sizes_mib(folder: Path) -> tuple[float, float]:
    """Return the size of all files, and that of a zip file of them, in MiB. A link counts once."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    with tempfile.TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
            for path in files:
                zipped.write(path, path.relative_to(folder.parent))
        return sum(path.stat().st_size for path in files) / MIB, file.tell() / MIB


def main() -> int:
    """Print both sizes beside their limits."""
    folder, zipped = sizes_mib(Path(sys.argv[1]))
    for name, size, limit in (("folder", folder, FOLDER_LIMIT_MIB), ("zipped", zipped, ZIPPED_LIMIT_MIB)):
        print(f"{name} {size:.1f} MiB, at most {limit}")
    return int(folder > FOLDER_LIMIT_MIB or zipped > ZIPPED_LIMIT_MIB)


if __name__ == "__main__":
    sys.exit(main())
