# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The guards around every test, each seen to bite: a run of pytest within a test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
ROOT = CONFTEST.parents[1]


class Run(Protocol):
    """Runs one module of tests and returns the exit status and what pytest said."""

    def __call__(self, module: str, **environment: str) -> tuple[int, str]: ...


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(module: str, **environment: str) -> tuple[int, str]:
        shutil.copy(CONFTEST, tmp_path)
        (tmp_path / "test_it.py").write_text(f"import os, socket, threading, pytest\n{module}\n")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir=.", "-q", "."],
            cwd=tmp_path,
            env={**clean, "PYTHONPATH": str(ROOT), "SRFAX_TEST_NO_SKIPS": "0", **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout

    return run


def test_a_test_that_reaches_out_fails_though_its_error_is_swallowed(run: Run) -> None:
    status, said = run("""
def reach(way):
    try:
        way()
    except BaseException:
        pass

WAYS = [
    lambda: socket.create_connection(('192.0.2.1', 80), 0.1),
    lambda: socket.socket(socket.AF_INET6, socket.SOCK_STREAM).connect_ex(('2001:db8::1', 80)),
    lambda: socket.getaddrinfo('www.srfax.com', 443),
]

@pytest.mark.parametrize('way', WAYS)
def test_here(way):
    reach(way)

@pytest.mark.parametrize('way', WAYS)
def test_in_a_thread(way):
    thread = threading.Thread(target=reach, args=(way,))
    thread.start()
    thread.join()
""")
    assert status == 1
    assert said.count("ERROR test_it.py::") == 6
    for stranger in ("192.0.2.1", "2001:db8::1", "www.srfax.com"):
        assert said.count(f"Failed: the test tried to reach {stranger}") >= 2


def test_this_computer_can_be_reached_and_invalid_names_are_not_found(run: Run) -> None:
    status, said = run("""
def test_it(home):
    with socket.create_server(('127.0.0.1', 0)) as server:
        socket.create_connection(server.getsockname()).close()
    socket.getaddrinfo('localhost', 80)
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo('fax.invalid', 443)
    assert os.path.expanduser('~') == str(home)
""")
    assert status == 0, said


@pytest.mark.parametrize(
    "module",
    [
        "def test_it(): pytest.skip('no vault here')",
        "pytest.skip('no vault here', allow_module_level=True)",
    ],
)
def test_a_skip_fails_where_nothing_may_skip(run: Run, module: str) -> None:
    status, said = run(module, SRFAX_TEST_NO_SKIPS="1")
    assert status != 0
    assert "nothing may skip here: Skipped: no vault here" in said


def test_elsewhere_a_skip_is_a_skip(run: Run) -> None:
    status, said = run("def test_it(): pytest.skip('no vault here')")
    assert status == 0
    assert "1 skipped" in said


def test_a_test_whose_program_reaches_out_fails_and_nothing_has_left(run: Run) -> None:
    status, said = run(
        """
import subprocess, sys

REACH = '''
import socket
def told(way):
    try:
        way()
    except OSError as error:
        print(error)
told(lambda: socket.socket().connect(('192.0.2.1', 80)))
told(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'.', ('192.0.2.2', 53)))
told(lambda: socket.getaddrinfo('www.srfax.com', 443))
told(lambda: socket.getaddrinfo('fax.invalid', 443))
'''

def test_it(monkeypatch):
    monkeypatch.setenv('PYTHONPATH', os.environ['GUARDED'])
    done = subprocess.run([sys.executable, '-c', REACH], capture_output=True, text=True)
    assert done.stdout.count('tried to reach') == 3, done
    assert done.stdout.count('not known') == 1
""",
        GUARDED=os.pathsep.join((str(ROOT / "tests" / "child_guard"), str(ROOT))),
    )
    assert status == 1
    assert "Failed: the test tried to reach 192.0.2.1, 192.0.2.2, www.srfax.com" in said, said


def test_what_was_tried_is_shown_in_a_table(run: Run) -> None:
    status, said = run("""
def test_counted(figures):
    figures.add('faults tried', 1200)
    figures.most('longest gap', 41.26, limit=100, unit='ms')
    figures.most('longest gap', 12.0, limit=100, unit='ms')

def test_other():
    pass
""")
    assert status == 0, said
    assert "faults tried    1,200\nlongest gap   41.3 ms  at most 100.0 ms\n" in said
