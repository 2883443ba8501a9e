# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What this program runs on, for whoever looks into a fault of it."""

from __future__ import annotations

import importlib.metadata
import platform
import sqlite3
import ssl
import sys
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import VaultError
from srfax_desktop.store.credentials import vault_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES = (
    "PySide6-Essentials",
    "requests",
    "urllib3",
    "truststore",
    "keyring",
    "platformdirs",
    "defusedxml",
)


def versions() -> Iterator[tuple[str, str]]:
    """Yield names and what was found. It takes a while: keyring looks for a vault."""
    yield "Python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "packed", "yes" if getattr(sys, "frozen", False) else "no"
    yield "operating system", platform.platform()
    yield "processor", platform.machine()
    yield "OpenSSL", ssl.OPENSSL_VERSION
    yield "SQLite", sqlite3.sqlite_version
    yield "password vault", _vault()
    for package in _PACKAGES:
        yield package, _version(package)


def _vault() -> str:
    try:
        return vault_name()
    except VaultError as error:
        return f"none ({error})"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not known"  # a packed program carries no metadata
