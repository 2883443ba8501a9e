# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`--self-test`: looks for whatever a packed or broken installation can lack, one line for each."""

from __future__ import annotations

import importlib
import pkgutil
import ssl
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import srfax_desktop
from srfax_desktop.core.fax import FaxRecord, parse_fax_id
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable

HAVE_A_VAULT = frozenset({"win32", "darwin"})
"""Systems that come with one: where it is not found there, something of it was not packed."""


def run_self_test() -> int:
    """Run every check, print what each found, and return 1 where one failed."""
    failed = False
    for name, check in _CHECKS.items():
        try:
            found = check()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test is for
            failed = True
            found = f"FAILED: {type(error).__name__}: {error}"
        else:
            found = f"ok: {found}"
        print(f"{name:<16}{found}", flush=True)  # noqa: T201 - this is its output
    return 1 if failed else 0


def _imports() -> str:
    names = [module.name for module in pkgutil.walk_packages(srfax_desktop.__path__, "srfax_desktop.")]
    names = [name for name in names if not name.endswith("__main__")]
    for name in names:
        importlib.import_module(name)
    return f"{len(names)} modules"


def _vault() -> str:
    from srfax_desktop.store.credentials import KeyringVault  # noqa: PLC0415 - what is missing is found here

    importlib.import_module("keyring")
    try:
        KeyringVault().check()
    except VaultError as error:
        if sys.platform in HAVE_A_VAULT:
            raise
        return f"keyring works; this session has no vault, passwords are kept for the run only ({error})"
    return "this session has a password vault"


def _icons() -> str:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    from srfax_desktop.ui.resource_path import resource_path  # noqa: PLC0415
    from srfax_desktop.ui.status_style import STATUS_STYLE  # noqa: PLC0415

    names = {style.icon for style in STATUS_STYLE.values()} | {"srfax-desktop"}
    for name in names:
        if not QSvgRenderer(str(resource_path("icons", f"{name}.svg"))).isValid():
            message = f"{name}.svg cannot be drawn"
            raise ValueError(message)
    return f"{len(names)} drawn"


def _translations() -> str:
    from PySide6.QtCore import QTranslator  # noqa: PLC0415

    from srfax_desktop.core.status import Status  # noqa: PLC0415
    from srfax_desktop.ui.languages import FRENCH, translation_files  # noqa: PLC0415
    from srfax_desktop.ui.messages import status_words  # noqa: PLC0415

    for path in translation_files(FRENCH):
        if not QTranslator().load(path):
            message = f"{path} cannot be read"
            raise ValueError(message)
    return f"English and French, {len({status_words(status) for status in Status})} statuses in words"


def _guide() -> str:
    from srfax_desktop.ui.guide_files import GUIDES, guide_folder, picture_names  # noqa: PLC0415

    folder = guide_folder()
    names = {name for guide in GUIDES for name in picture_names((folder / guide).read_text("utf-8"))}
    for name in names:
        (folder / name).read_bytes()
    return f"{len(GUIDES)} languages, {len(names)} pictures"


def _certificates() -> str:
    import truststore  # noqa: PLC0415

    truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if sys.platform != "linux":
        return "the system checks certificates"
    paths = ssl.get_default_verify_paths()
    files = [paths.cafile] if paths.cafile and Path(paths.cafile).exists() else []
    folders = [paths.capath] if paths.capath and _has_entries(Path(paths.capath)) else []
    places = files + folders
    if not places:
        message = "no CA certificates on this system; on Debian and Ubuntu: sudo apt install ca-certificates"
        raise FileNotFoundError(message)
    return f"{ssl.OPENSSL_VERSION}, {places[0]}"


def _has_entries(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _tls() -> str:
    from srfax_desktop.self_test_tls import check_tls  # noqa: PLC0415 - what is missing is found here

    return check_tls()


def _proxy() -> str:
    import json  # noqa: PLC0415

    from srfax_desktop.core.proxy_choice import NONE, SYSTEM  # noqa: PLC0415 - what is missing is found here
    from srfax_desktop.srfax.endpoint import DEFAULT_URL, Endpoint  # noqa: PLC0415
    from srfax_desktop.srfax.proxy import chosen_proxy, shown_proxy  # noqa: PLC0415
    from srfax_desktop.store.paths import Paths  # noqa: PLC0415
    from srfax_desktop.store.setting_values import proxy  # noqa: PLC0415

    try:  # read as it stands: a test mends nothing
        choice = proxy(json.loads(Paths.of_this_user().settings.read_text("utf-8-sig"))["proxy"])
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        choice = SYSTEM
    if choice == NONE:
        return "none, as the settings say: SRFax is spoken to directly"
    found = chosen_proxy(lambda: choice)(Endpoint.parse(DEFAULT_URL))
    whose = "the system's" if choice == SYSTEM else "the settings'"
    return f"{whose}: {shown_proxy(found) if found else 'there is none'}"


def _database() -> str:
    from srfax_desktop.store.database import Database  # noqa: PLC0415

    fax_id, now = parse_fax_id("10000001"), datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "self-test.sqlite3")
        try:
            database.write([FaxRecord(fax_id, now)], [HistoryEntry(now, fax_id, HistoryEvent.ADDED)])
            kept = database.load()
        finally:
            database.close()
    if [fax.fax_id for fax in kept] != [fax_id]:
        message = "what was written was not read back"
        raise ValueError(message)
    return "written and read back"


_CHECKS: dict[str, Callable[[], str]] = {
    "imports": _imports,
    "vault": _vault,
    "translations": _translations,
    "icons": _icons,
    "guide": _guide,
    "certificates": _certificates,
    "tls": _tls,
    "proxy": _proxy,
    "database": _database,
}
