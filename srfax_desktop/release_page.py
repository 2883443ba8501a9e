# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where newer versions are. Only whoever packs a release knows it, and packs it along."""

from __future__ import annotations

from urllib.parse import urlsplit

from srfax_desktop.ui.resource_path import resource_path

FILE = "release-page.txt"


def release_page() -> str | None:
    """Return the address of the page, None where this installation was not told any.

    Nothing is asked of it by the program: it is opened in the browser, by whoever wants to look.
    """
    try:
        page = resource_path(FILE).read_text("utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    parts = urlsplit(page)
    return page if parts.scheme == "https" and parts.hostname and page.isprintable() else None
