# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Runs a scenario of `scenarios.py` in the real program on a screen of its own, and what it is beside."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.service import FIRST, Options
from benchmarks.world import ROOT, Trust, environment, make_home, serving
from tests.end_to_end.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PATIENCE_S = 400
SIZE = "1280x900x24"
APART_S = 1.5
"""Two screens that begin at the same moment want the same number."""


@dataclass(frozen=True, slots=True)
class Stage:
    """faxes: how many are in the list at first. way_s, handshakes: see `serving`. size: the screen's."""

    faxes: int = 0
    history: int = 0
    way_s: float = 0.0
    handshakes: bool = False
    size: str = SIZE
    service: Options = field(default_factory=Options)
    settings: Mapping[str, object] | None = None

    def play(self, scenario: str, **options: object) -> dict[str, Any]:
        """Play a scenario to its end, and return what it noted."""
        with self._set() as (trust, url, home, screen):
            command = [
                sys.executable,
                "-m",
                "benchmarks.driven",
                scenario,
                json.dumps(options),
                "--endpoint",
                url,
            ]
            variables = environment(home, trust, screen)
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=variables,
                capture_output=True,
                text=True,
                timeout=PATIENCE_S,
                check=False,
            )
        if done.returncode:
            message = f"{scenario} ended with {done.returncode}: {done.stderr[-2000:]}"
            raise RuntimeError(message)
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    @contextmanager
    def _set(self) -> Iterator[tuple[Trust, str, Path, Mapping[str, str]]]:
        with tempfile.TemporaryDirectory() as name, virtual_screen(self.size) as screen:
            folder = Path(name)
            trust = Trust.make(folder)
            home = make_home(folder / "home", self.faxes, history=self.history, settings=self.settings)
            with serving(trust, self.service, way_s=self.way_s, handshakes=self.handshakes) as url:
                yield trust, url, home, screen.variables


def php(trust: Trust, url: str, count: int, first: int = FIRST) -> tuple[float, list[float]]:
    """Stop faxes as SRFax's sample does; return the seconds that all took, and the ms of each request."""
    command = [
        "php",
        "-d",
        f"curl.cainfo={trust.authority}",
        "benchmarks/stop_fax.php",
        url,
        str(first),
        str(count),
    ]
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(Path(home)),
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
    took_s = time.perf_counter() - began
    return took_s, [_each(line) for line in done.stdout.splitlines()]


def _each(line: str) -> float:
    took_ms, _, said = line.partition(" ")
    assert said == "Fax Cancelled", line
    return float(took_ms)


_POSTS = """
import json, sys, time
import requests
url, authority, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
session = requests.Session()
session.verify = authority
form = {"action": "Stop_Fax", "access_id": "12345", "access_pwd": "a&b+c=d% \\u00e9"}
form["sResponseFormat"] = "JSON"
def post(number):
    assert session.post(url, {**form, "sFaxDetailsID": str(number)}).json()["Result"] == "Fax Cancelled"
post(first)
began, used = time.perf_counter(), time.process_time()
for number in range(first + 1, first + count):
    post(number)
told = {"cpu_s": time.process_time() - used, "took_s": time.perf_counter() - began}
print(json.dumps({name: value / (count - 1) for name, value in told.items()}))
"""


def plain_posts(count: int) -> dict[str, float]:
    """Return what each of `count` plain posts by requests takes, one after the other, in seconds."""
    with tempfile.TemporaryDirectory() as name:
        trust = Trust.make(Path(name))
        with serving(trust, Options(faxes=count)) as url:
            command = [sys.executable, "-c", _POSTS, url, trust.authority, str(FIRST), str(count)]
            variables = environment(Path(name))
            done = subprocess.run(
                command, env=variables, capture_output=True, text=True, timeout=300, check=True
            )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def together(stages: Sequence[tuple[Stage, str, Mapping[str, object]]]) -> list[dict[str, Any]]:
    """Play scenarios side by side: for those that do nothing for most of the time."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - few need it

    with ThreadPoolExecutor(len(stages)) as threads:
        playing = []
        for stage, scenario, options in stages:
            playing.append(threads.submit(stage.play, scenario, **options))
            time.sleep(APART_S)
        return [each.result() for each in playing]
