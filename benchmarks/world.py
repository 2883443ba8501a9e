# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What surrounds what is measured: a service, the way to it, a home with faxes in it, an environment."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import trustme

from benchmarks.clinic import CLINIC
from benchmarks.service import FIRST, Options
from srfax_desktop.core.fax import FaxId, FaxRecord
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.store.database import Database
from tests.end_to_end.program import CLEARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[1]
WAY_S = 0.02
"""Between the program and the service, each way."""
_STEP = 10_000


@dataclass(frozen=True, slots=True)
class Trust:
    """A certificate for this computer, and the authority that it is trusted by. Both are files."""

    certificate: str
    authority: str

    @classmethod
    def make(cls, folder: Path) -> Trust:
        """Write both to `folder`."""
        ca = trustme.CA()
        leaf = ca.issue_cert("127.0.0.1")
        pem = b"".join((leaf.private_key_pem.bytes(), *(blob.bytes() for blob in leaf.cert_chain_pems)))
        certificate, authority = folder / "service.pem", folder / "authority.pem"
        certificate.write_bytes(pem)
        authority.write_bytes(ca.cert_pem.bytes())
        return cls(str(certificate), str(authority))

    def context(self) -> ssl.SSLContext:
        """Return a client's context that trusts it."""
        return ssl.create_default_context(cafile=self.authority)


@contextmanager
def serving(trust: Trust, options: Options, *, way_s: float = 0.0, handshakes: bool = False) -> Iterator[str]:
    """Serve, at the end of a way that takes `way_s` seconds each way; yield the URL.

    handshakes: the handshake of TCP takes that way, too; see `relay.py`.
    """
    with _listening("benchmarks.service", trust.certificate, json.dumps(asdict(options))) as port:
        if not way_s:
            yield f"https://127.0.0.1:{port}/SRF_SecWebSvc.php"
            return
        with _listening("benchmarks.relay", str(port), str(way_s), str(int(handshakes))) as long_way:
            yield f"https://127.0.0.1:{long_way}/SRF_SecWebSvc.php"


@contextmanager
def _listening(module: str, *arguments: str) -> Iterator[int]:
    command = [sys.executable, "-m", module, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        assert process.stdin
        try:
            yield int(process.stdout.readline())
        finally:
            process.stdin.close()
            process.wait(10)


def environment(
    home: Path, trust: Trust | None = None, screen: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return what a program finds that has this home, trust and screen, and nothing else of ours."""
    cleared = {*CLEARED.split(), *CLEARED.lower().split()}
    kept = {name: value for name, value in os.environ.items() if name not in cleared}
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    trusted = {"SSL_CERT_FILE": trust.authority} if trust else {}
    return {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **places, **trusted, **(screen or {})}


def make_home(
    folder: Path, faxes: int, *, history: int = 0, settings: Mapping[str, object] | None = None
) -> Path:
    """Make a home in `folder` whose list has so many faxes, and whose history at least so many lines."""
    data = folder / "data" / "srfax-desktop"
    data.mkdir(parents=True, mode=0o700)
    if settings:
        kept = data / "settings.json"
        kept.touch(0o600)
        kept.write_text(json.dumps(settings))
    store = Database.open(data / "faxes.sqlite3")
    began = datetime.now(UTC) - timedelta(hours=1)
    for first in range(0, faxes, _STEP):
        ids = [FaxId(str(FIRST + place)) for place in range(first, min(faxes, first + _STEP))]
        records = [FaxRecord(fax_id, began, CLINIC.account) for fax_id in ids]
        store.write(records, [_added(fax_id, began) for fax_id in ids])
    for first in range(faxes, history, _STEP):
        old = [_added(FaxId(str(place + 1)), began) for place in range(first, min(history, first + _STEP))]
        store.write((), old)
    store.close()
    return folder


def _added(fax_id: FaxId, at: datetime) -> HistoryEntry:
    return HistoryEntry(at, fax_id, HistoryEvent.ADDED, account=CLINIC.account)
