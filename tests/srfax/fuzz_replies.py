# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Replies made by a fuzzer that watches which lines of the program they reach, set against the oracle.

It needs atheris, which does not install everywhere and is no part of the development requirements:

    .venv/bin/python -m pip install atheris
    .venv/bin/python -m tests.srfax.fuzz_replies -max_total_time=300

`make test-long` runs it for a while where atheris is installed. Options are libFuzzer's. A reply that
breaks a rule is left in a file named `crash-…`; once mended, it belongs into vectors.json.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["srfax_desktop.srfax", "defusedxml", "json", "xml.etree"]):
    from tests.srfax.examine import Examiner
    from tests.srfax.vectors import bodies

_WORDS = (
    '"Status":', '"Result":', '"Success"', "Failed", '"Fax Cancelled"', "Fax cancelled but partially sent",
    "<Status>", "</Status>", "<Result>", "</Result>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "<!DOCTYPE",
    '"FileName":', '"FaxDetailsID":', '"SentStatus":', "In Progress", "x|9", "null", "true", "NaN", "\\u00",
    "[]", "{}", "&#", "xmlns=", "\ufeff", "canceled", "–",
)  # fmt: skip


def main() -> None:
    """Fuzz until the options say that it is enough, starting from the vectors."""
    examiner = Examiner()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, body in enumerate(bodies()):
            (folder / str(number)).write_bytes(body)
        words = folder.with_suffix(".dict")
        words.write_text("".join(f'"{_quoted(word)}"\n' for word in _WORDS))
        try:
            atheris.Setup([*sys.argv, f"-dict={words}", "-max_len=4096", str(folder)], examiner.examine)
            atheris.Fuzz()
        finally:
            words.unlink()


def _quoted(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main()
