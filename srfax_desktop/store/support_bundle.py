# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The support bundle: logs, what broke down, versions, settings and counts. Nothing in it names anybody."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from srfax_desktop.core.bundle import Bundle, BundleFile
from srfax_desktop.store.bundle_redaction import BundleRedaction, masked_account
from srfax_desktop.store.crash_files import KEPT
from srfax_desktop.store.retry_overrides import overrides_as_json
from srfax_desktop.store.versions import versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from srfax_desktop.core.bundle import Material
    from srfax_desktop.store.paths import Paths
    from srfax_desktop.store.settings import Settings

LAST_BYTES = 1_000_000
"""What is older in one file is left out."""

_SETTINGS = (
    "remember",
    "automatic_retry",
    "connect_timeout_s",
    "total_deadline_s",
    "workers",
    "refresh_s",
    "include_sub_users",
    "mask_numbers",
    "retention_days",
    "language",
    "theme",
    "notify",
    "notify_numbers",
)
"""All that may be told. What another version keeps in the file, or an editor, is not."""


def support_bundle(
    material: Material,
    *,
    paths: Paths,
    settings: Settings,
    redact: Callable[[str], str],
    home: Path,
    user: str,
) -> Bundle:
    """Read, redact and pack everything. A file that cannot be read says so in its place."""
    clean = BundleRedaction(redact, material.known, home=home, user=user)
    found = [
        ("versions.txt", _table([*material.facts, *versions()])),
        ("settings.txt", _settings(settings)),
        ("list.txt", _table([*_numbers(material.counts), *_sizes(paths)])),
        *_logs(paths),
    ]
    files = tuple(BundleFile(name, clean(text)) for name, text in found)
    return Bundle(files, packed(files))


def packed(files: Iterable[BundleFile]) -> bytes:
    """Return the files as a zip whose members only their owner can read."""
    content = io.BytesIO()
    now = datetime.now(UTC).timetuple()[:6]
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            member = zipfile.ZipInfo(file.name, now)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            archive.writestr(member, file.text.encode("utf-8", "backslashreplace"))
    return content.getvalue()


def _settings(settings: Settings) -> str:
    values = {key: getattr(settings, key) for key in _SETTINGS}
    account = masked_account(settings.account) if settings.account else None
    retry = overrides_as_json(settings.retry)
    proxy = (
        settings.proxy if settings.proxy in {"system", "none"} else "given"
    )  # its name may name the office
    return (
        json.dumps(
            {"account": account, **values, "proxy": proxy, "retry": retry}, indent=2, ensure_ascii=False
        )
        + "\n"
    )


def _numbers(counts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    total = 0
    for status, count in counts:
        total += count
        yield status, str(count)
    yield "faxes in all", str(total)


def _sizes(paths: Paths) -> Iterator[tuple[str, str]]:
    for path in (paths.database, paths.practice_database):
        try:
            yield path.name, f"{path.stat().st_size:,} bytes"
        except FileNotFoundError:
            yield path.name, "none yet"
        except OSError as error:
            yield path.name, type(error).__name__


def _logs(paths: Paths) -> Iterator[tuple[str, str]]:
    rotated = sorted(paths.logs.glob(f"{paths.log.name}*"))
    for path in (*rotated, *sorted(paths.logs.glob(KEPT), reverse=True)):
        try:
            yield path.name, _end_of(path)
        except OSError as error:
            yield path.name, f"It could not be read: {type(error).__name__}\n"


def _end_of(path: Path) -> str:
    """Return the last lines of a file. Raises OSError."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        left_out = max(0, size - LAST_BYTES)
        file.seek(left_out)
        content = file.read(LAST_BYTES)
    if left_out:
        content = content.partition(b"\n")[2]
    text = content.decode("utf-8", "replace")
    return f"(older lines were left out)\n{text}" if left_out else text


def _table(rows: Iterable[tuple[str, str]]) -> str:
    found = list(rows)
    width = max((len(name) for name, _ in found), default=0)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in found)
