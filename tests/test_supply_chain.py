# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the packed program is made of: pinned, with hashes, and looked up among known vulnerabilities."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+?)(?: ; (?P<marker>[^\\]+?))? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def pins() -> Iterator[tuple[Requirement, int]]:
    """Yield each pinned version and how many hashes it has; nothing else may stand in the file."""
    requirement, hashes = None, 0
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line.lstrip().startswith("#"):
            continue
        if HASH.fullmatch(line):
            hashes += 1
            continue
        if requirement:
            yield requirement, hashes
        pin = PIN.fullmatch(line)
        assert pin, line
        requirement = Requirement(line.removesuffix("\\"))
        hashes = 0
    assert requirement
    yield requirement, hashes


def test_every_version_is_pinned_and_has_its_hashes() -> None:
    assert all(hashes for _, hashes in pins())


def test_nothing_that_the_program_or_its_packing_needs_is_left_out() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["build"]
    ]
    pinned = [requirement for requirement, _ in pins()]
    assert wanted
    for need in wanted:
        found = [pin for pin in pinned if pin.name == canonicalize_name(need.name)]
        assert found, f"{need.name} is not pinned"
        versions = [specifier.version for pin in found for specifier in pin.specifier]
        assert any(need.specifier.contains(version) for version in versions), f"{need}: {versions}"


@pytest.mark.parametrize(
    ("said", "status", "audited"),
    [
        ("No known vulnerabilities found", 0, 0),
        ("Found 1 known vulnerability in 1 package", 1, 1),
        ("requests.exceptions.ConnectionError: Failed to resolve 'db.invalid'", 1, 2),
        ("ERROR: requests: Dependency not found on PyPI and could not be audited: requests (2)", 1, 2),
    ],
)
def test_an_audit_that_reached_no_database_does_not_pass_for_one(
    said: str, status: int, audited: int, tmp_path: Path
) -> None:
    program = tmp_path / "pip-audit"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "names = [line.split('==')[0] for line in open(sys.argv[-1]) if '==' in line]\n"
        "assert len(names) == len(set(names)), names\n"
        f"print({said!r})\nsys.exit({status})\n"
    )
    program.chmod(0o700)
    done = subprocess.run([ROOT / ".ci" / "audit", program], capture_output=True, text=True, check=False)
    assert done.returncode == audited, done
    assert ("NOT AUDITED" in done.stdout) == (audited == 2)
    looked_up = sum(int(count) for count in re.findall(r"(\d+) versions", done.stdout))
    assert audited == 1 or looked_up == len(list(pins()))


def test_what_the_security_page_names_is_there() -> None:
    named = set(re.findall(r"`((?:tests|docs)/[\w/.-]+)`", (ROOT / "SECURITY.md").read_text("utf-8")))
    assert len(named) > 3
    assert {path for path in named if not (ROOT / path).exists()} == set()
