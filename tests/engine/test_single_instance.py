# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One window at a time: who is first, what a second start may say, and what is refused to anybody else."""

from __future__ import annotations

import json
import logging
import os
import random
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine import instance_address, instance_client, instance_server, single_instance
from srfax_desktop.engine.instance_client import hand_over
from srfax_desktop.engine.instance_lock import InstanceLock, Notice, State
from srfax_desktop.engine.instance_message import (
    MAX_BYTES,
    MAX_IDS,
    TAKEN,
    MessageError,
    greeting,
    read_ids,
    write_ids,
)
from srfax_desktop.engine.seat import this_seat
from srfax_desktop.engine.single_instance import PATIENCE_S, SingleInstance, Standing
from tests.figures import short_or_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.figures import Figures

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sockets looked at here are POSIX's")

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
HANDED_OVER = "handed_over"
SECRET_WORDS = "31524120-must-not-be-logged"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a private folder with a short name, and let sockets be nowhere but in it."""
    with tempfile.TemporaryDirectory(prefix="one") as name:
        monkeypatch.setattr(tempfile, "tempdir", str(Path(name)))
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
        yield Path(name)


SECOND = """
import sys
from pathlib import Path
from srfax_desktop.engine import single_instance
if patience_s := float(sys.argv[2]):
    single_instance.PATIENCE_S = dict.fromkeys(single_instance.PATIENCE_S, patience_s)
second = single_instance.SingleInstance(Path(sys.argv[1]))
ids = sys.argv[3:]
standing = second.settle(ids[1:], linked=True) if ids[:1] == ["--link"] else second.settle(ids)
print(standing, *second.left)
second.release()
"""


class Second:
    """Another start, as a process of its own: PySide holds Python's lock while it waits for a socket."""

    def __init__(self, qtbot: QtBot, *arguments: str) -> None:
        self._qtbot = qtbot
        command = [sys.executable, "-W", "error", "-c", SECOND, *arguments]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def said(self) -> str:
        """Return what came of it, and the IDs that are left, while the event loop of the first runs."""
        with self._process:
            self._qtbot.waitUntil(lambda: self.has_ended, timeout=30_000)
            assert self._process.stdout
            return self._process.stdout.read().strip()


class Rig:
    """The first, with what it was handed, and as many seconds as are wanted."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.lock = folder / "list.lock"
        self.patience_s = 0.0  # the program's own
        self.taken: list[tuple[FaxId, ...]] = []
        self.linked: list[tuple[FaxId, ...]] = []
        self.first = SingleInstance(self.lock)

    def open(self) -> None:
        assert self.first.settle(()) is Standing.FIRST
        self.first.open(self.taken.append, self.linked.append)

    @property
    def notice(self) -> Notice:
        notice = InstanceLock(self.lock).read()
        assert notice
        return notice

    def start(self, *fax_ids: str) -> Second:
        """Start once more."""
        return Second(self.qtbot, str(self.lock), str(self.patience_s), *fax_ids)

    def second(self, *fax_ids: str) -> str:
        """Start once more, and wait for what comes of it."""
        return self.start(*fax_ids).said()

    def beside(self, act: Callable[[], T]) -> T:
        """Do in another thread what waits, while the event loop of the first runs."""
        results: list[T] = []
        thread = threading.Thread(target=lambda: results.append(act()))
        thread.start()
        self.qtbot.waitUntil(lambda: not thread.is_alive(), timeout=30_000)
        thread.join()
        return results[0]

    def visit(self) -> socket.socket:
        """Connect as anybody can who writes a program of their own."""
        visitor = socket.socket(socket.AF_UNIX)
        visitor.settimeout(0)
        visitor.connect(self.notice.address)
        return visitor

    def answer(self, visitor: socket.socket) -> bytes:
        """Return what the first says after its greeting, once it has hung up."""
        heard = b""

        def hung_up() -> bool:
            nonlocal heard
            try:
                while more := visitor.recv(4096):
                    heard += more
            except BlockingIOError:
                return False
            except OSError:
                return True
            return True

        self.qtbot.waitUntil(hung_up, timeout=10_000)
        visitor.close()
        return heard.removeprefix(greeting(self.notice.secret))

    def say(self, words: bytes) -> bytes:
        visitor = self.visit()
        visitor.send(words)
        return self.answer(visitor)


@pytest.fixture
def rig(qtbot: QtBot, folder: Path) -> Iterator[Rig]:
    rig = Rig(qtbot, folder)
    yield rig
    rig.first.release()


@pytest.fixture
def first(rig: Rig) -> Rig:
    """Have the first open."""
    rig.open()
    return rig


@pytest.fixture
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE_S", dict.fromkeys(PATIENCE_S, 0.4))
    monkeypatch.setattr(instance_server, "VISIT_MS", 300)


# Who is first


def test_the_second_hands_its_ids_over_in_their_order(first: Rig) -> None:
    assert first.second("31524121", "31524120") == HANDED_OVER
    assert first.second() == HANDED_OVER
    assert first.taken == [("31524121", "31524120"), ()]


def test_more_than_one_message_holds_arrive_in_several(first: Rig) -> None:
    fax_ids = [str(10**19 + number) for number in range(2 * MAX_IDS + 1)]
    assert first.second(*fax_ids) == HANDED_OVER
    assert [len(taken) for taken in first.taken] == [MAX_IDS, MAX_IDS, 1]
    assert [fax_id for taken in first.taken for fax_id in taken] == fax_ids


def test_the_next_is_first_when_the_first_has_ended(first: Rig, folder: Path) -> None:
    first.first.release()
    assert [path.name for path in folder.iterdir()] == ["list.lock"]
    assert first.second("31524120") == "first 31524120"


def test_a_process_number_proves_nothing(rig: Rig) -> None:
    """What was written by a program that was killed names a process that lives: another's, by now."""
    before = InstanceLock(rig.lock)
    assert before.acquire()
    before.write(Notice(State.OPEN, os.getpid(), this_seat(), str(rig.lock), "x"))
    before.release()
    assert rig.second() == "first"


def test_whoever_comes_while_the_first_starts_waits_for_it(rig: Rig) -> None:
    assert rig.first.settle(()) is Standing.FIRST
    second = rig.start("31524120")
    rig.qtbot.wait(500)
    assert not second.has_ended
    rig.first.open(rig.taken.append)
    assert second.said() == HANDED_OVER
    assert rig.taken == [("31524120",)]


def test_whoever_comes_while_the_first_ends_becomes_first(first: Rig) -> None:
    first.first.close()
    assert first.notice.state is State.CLOSING
    second = first.start("31524120")
    first.qtbot.wait(500)
    assert not second.has_ended
    first.first.release()
    assert second.said() == "first 31524120"
    assert first.taken == []


@pytest.mark.usefixtures("_short_patience")
@pytest.mark.parametrize("state", ["starting", "open", "closing"])
def test_a_first_that_does_not_answer_is_told_apart_from_none(rig: Rig, state: str) -> None:
    if state == "starting":
        assert rig.first.settle(()) is Standing.FIRST
    else:
        rig.open()
    if state == "closing":
        rig.first.close()
    second = SingleInstance(rig.lock)
    began = time.monotonic()
    assert second.settle([FaxId("31524120")]) is Standing.NO_ANSWER  # nobody runs the event loop meanwhile
    assert time.monotonic() - began < 10
    assert second.left == ("31524120",)
    rig.qtbot.wait(50)
    assert rig.taken == []


def test_how_long_a_silent_window_is_waited_for() -> None:
    assert 2 <= PATIENCE_S[State.OPEN] <= 3
    assert PATIENCE_S[State.CLOSING] == 5


def test_ids_that_could_not_be_taken_are_not_said_to_be(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    def fail(fax_ids: object) -> None:
        raise RuntimeError

    rig.patience_s = 0.5
    assert rig.first.settle(()) is Standing.FIRST
    rig.first.open(fail)
    assert rig.second("31524120") == "no_answer 31524120"
    assert "a hand-over failed" in caplog.text
    caplog.clear()


def test_another_screen_and_another_computer_have_their_own_window(
    first: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    assert first.second("31524120") == "unguarded 31524120"
    assert first.taken == []


# Where there can be no guard, there is a window


def test_without_a_lock_there_is_a_window(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    rig.lock.mkdir()
    assert rig.first.settle(()) is Standing.UNGUARDED
    with caplog.at_level(logging.WARNING):
        rig.first.open(rig.taken.append)
    rig.first.close()
    assert "a second window would not be noticed: " in caplog.text


def test_a_link_is_not_locked_in_place_of_the_lock(rig: Rig, folder: Path) -> None:
    (folder / "other").write_text("kept")
    rig.lock.symlink_to(folder / "other")
    assert rig.first.settle(()) is Standing.UNGUARDED
    assert (folder / "other").read_text() == "kept"


def test_what_must_not_be_touched_is_not(folder: Path) -> None:
    instance = SingleInstance(folder / "list.lock", trouble="not_ours")
    assert instance.settle(()) is Standing.UNGUARDED
    assert not list(folder.iterdir())


@pytest.mark.parametrize("taken_by", ["file", "folder"])
def test_without_any_place_for_a_socket_there_is_a_window_for_each(
    rig: Rig, folder: Path, caplog: pytest.LogCaptureFixture, taken_by: str
) -> None:
    (folder / "list.socket").mkdir()
    temporary = folder / f"srfax-desktop-{os.geteuid()}"
    if taken_by == "file":
        temporary.touch()
    else:
        temporary.mkdir()
        temporary.chmod(0o755)
    with caplog.at_level(logging.WARNING):
        rig.open()
    assert "a second window would not be noticed: " in caplog.text
    assert rig.second("31524120") == "first 31524120"


# Where it listens


def test_a_socket_that_a_killed_program_left_is_taken_over(rig: Rig, folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(folder / "list.socket"))
    rig.open()
    assert rig.notice.address == str(folder / "list.socket")
    assert rig.second("31524120") == HANDED_OVER


def test_a_link_in_the_socket_s_place_is_replaced_and_not_followed(rig: Rig, folder: Path) -> None:
    (folder / "other").write_text("kept")
    (folder / "list.socket").symlink_to(folder / "other")
    rig.open()
    assert (folder / "other").read_text() == "kept"
    assert rig.second("31524120") == HANDED_OVER


def test_a_folder_in_the_socket_s_place_moves_it_elsewhere(rig: Rig, folder: Path) -> None:
    (folder / "list.socket").mkdir()
    rig.open()
    assert Path(rig.notice.address).parent == folder / f"srfax-desktop-{os.geteuid()}"
    assert rig.second("31524120") == HANDED_OVER


def test_a_folder_that_others_can_enter_takes_no_socket(rig: Rig, folder: Path) -> None:
    folder.chmod(0o755)
    rig.open()
    assert Path(rig.notice.address).parent == folder / f"srfax-desktop-{os.geteuid()}"
    assert not (folder / "list.socket").exists()


@pytest.mark.parametrize(("mode", "used"), [(0o700, True), (0o755, False)])
def test_a_long_path_moves_the_socket_to_a_folder_that_is_private(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, mode: int, used: bool
) -> None:
    session = folder / "session"
    session.mkdir()
    session.chmod(mode)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
    home = folder / ("long" * 30)
    home.mkdir(0o700)
    rig = Rig(qtbot, home)
    rig.open()
    assert (Path(rig.notice.address).parent == session) is used
    assert (session in (Path(name).parent for name in instance_address.addresses(rig.lock))) is used
    assert rig.second("31524120") == HANDED_OVER
    rig.first.release()


def test_a_socket_is_closed_to_others_whatever_the_umask(rig: Rig, folder: Path) -> None:
    before = os.umask(0)
    try:
        rig.open()
    finally:
        os.umask(before)
    modes = {path.name: path.lstat().st_mode & 0o077 for path in folder.iterdir()}
    assert modes == {"list.lock": 0, "list.socket": 0}


# What is said to the first


HOSTILE = [
    b"stop 31524120\n",
    b"--endpoint=https://example.invalid\n",
    b"/etc/passwd\n",
    b"31524120;31524121\n",
    b"31524120\t31524121\n",
    b"31524120  31524121\n",
    b" 31524120\n",
    b"31524120 \n",
    b"31524120\r\n",
    b"31524120\n31524121\n",
    b"31524120\x00\n",
    b"0\n",
    b"-1\n",
    b"1" * 21 + b"\n",
    "١٢٣\n".encode(),
    "31524120\u200b\n".encode(),
    b"\xff\xfe\n",
    b" ".join([b"1"] * (MAX_IDS + 1)) + b"\n",
    b"1" * (MAX_BYTES + 1),
    b'["31524120"]\n',
    b"\n\n",
    b"31524120 " + SECRET_WORDS.encode() + b"\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_not_fax_ids_is_refused_and_not_logged(
    first: Rig, words: bytes, caplog: pytest.LogCaptureFixture, figures: Figures
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert first.say(words) == b""
    assert first.taken == []
    assert "a hand-over was refused: " in caplog.text
    assert "3152412" not in caplog.text
    assert "must-not-be-logged" not in caplog.text
    figures.add("hostile messages refused")


def test_random_bytes_are_never_taken_for_more_than_ids(figures: Figures) -> None:
    rng = random.Random(7)  # noqa: S311 - what is tried
    alphabet = b"0123456789" * 3 + b"  \n\r\t\x00-;/a\xff"
    refused = 0
    for _ in range(short_or_long(20_000, 1_000_000)):
        heard = bytes(rng.choices(alphabet, k=rng.randrange(1, 30)))
        try:
            fax_ids = read_ids(heard)
        except MessageError:
            refused += 1
            continue
        if fax_ids is None:
            assert b"\n" not in heard
        else:
            assert write_ids(fax_ids) == heard
    assert refused
    figures.add("hostile messages refused", refused)


def test_a_message_is_as_long_as_its_ids_can_be() -> None:
    most = [FaxId("9" * 20)] * MAX_IDS
    assert read_ids(write_ids(most)) == tuple(most)
    with pytest.raises(ValueError, match=str(MAX_IDS + 1)):
        write_ids([*most, FaxId("9")])


def test_what_a_link_brings_comes_as_that_also_where_it_is_nothing(first: Rig) -> None:
    assert first.start("--link", "31524121", "31524120").said() == "handed_over"
    assert first.start("--link").said() == "handed_over"
    assert first.start("31524122").said() == "handed_over"
    assert first.linked == [("31524121", "31524120"), ()]
    assert first.taken == [("31524122",)]


@pytest.mark.parametrize("words", [b"link stop\n", b"link link 1\n", b"1 link\n", b"links 1\n", b"LINK 1\n"])
def test_a_link_brings_nothing_but_ids(words: bytes) -> None:
    with pytest.raises(MessageError, match="no fax ID"):
        read_ids(words)


def test_a_message_in_pieces_is_one(first: Rig) -> None:
    visitor = first.visit()
    for piece in (b"3152", b"4120 315", b"24121"):
        visitor.send(piece)
        first.qtbot.wait(20)
        assert first.taken == []
    visitor.send(b"\n")
    assert first.answer(visitor) == TAKEN
    assert first.taken == [("31524120", "31524121")]


def test_a_flood_is_cut_off_at_once(first: Rig, figures: Figures) -> None:
    def flood() -> int:
        sent = 0
        with socket.socket(socket.AF_UNIX) as visitor, suppress(OSError):
            visitor.settimeout(10)
            visitor.connect(first.notice.address)
            while sent < 2**30:
                sent += visitor.send(b"1" * 2**16)
        return sent

    sent = first.beside(flood)
    assert sent < 2**21
    assert first.taken == []
    assert first.second("31524120") == HANDED_OVER
    figures.add("hostile messages refused")


@pytest.mark.usefixtures("_short_patience")
@pytest.mark.parametrize("piece", [b"", b"1"], ids=["silent", "dripping"])
def test_whoever_takes_too_long_is_cut_off(
    first: Rig, piece: bytes, caplog: pytest.LogCaptureFixture, figures: Figures
) -> None:
    def drip() -> None:
        with socket.socket(socket.AF_UNIX) as visitor, suppress(OSError):
            visitor.settimeout(10)
            visitor.connect(first.notice.address)
            for _ in range(500):
                time.sleep(0.02)
                if piece:
                    visitor.send(piece)
            pytest.fail("nobody hung up")  # only when it drips

    if piece:
        first.beside(drip)
    else:
        assert first.answer(first.visit()) == b""
    assert "a hand-over was refused: it took too long" in caplog.text
    assert first.taken == []
    figures.add("hostile messages refused")


CROWD = """
import resource, socket, sys, time
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
connections = [socket.socket(socket.AF_UNIX) for _ in range(1000)]
for connection in connections:
    connection.setblocking(False)
    while True:
        try:
            connection.connect(sys.argv[1])
            break
        except BlockingIOError:  # more are waiting to be let in than there is room for
            time.sleep(0.001)
print("connected", flush=True)
sys.stdin.read()
"""


def test_a_thousand_connections_are_no_more_than_a_few(
    first: Rig, caplog: pytest.LogCaptureFixture, figures: Figures
) -> None:
    command = [sys.executable, "-c", CROWD, first.notice.address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as crowd:
        assert crowd.stdout
        assert first.beside(crowd.stdout.readline) == b"connected\n"
        assert first.first._server
        assert len(first.first._server._visitors) <= instance_server.MAX_VISITORS
        crowd.kill()
    assert first.second("31524120") == HANDED_OVER
    assert first.taken == [("31524120",)]
    assert 0 < caplog.text.count("a hand-over was refused: ") <= instance_server.MAX_LOGGED
    assert "no more of these are logged" in caplog.text
    figures.add("hostile messages refused", 1000 - instance_server.MAX_VISITORS)


def test_a_window_that_closes_answers_nobody_any_more(first: Rig) -> None:
    visitor = first.visit()
    first.qtbot.wait(50)
    notice = first.notice
    first.first.close()
    with suppress(OSError):
        visitor.send(b"31524120\n")
    assert TAKEN not in first.answer(visitor)
    assert first.taken == []
    assert hand_over(notice, [FaxId("1")], 0.2) is False


# Whom the second speaks to


IMPOSTOR = """
import socket, sys
address, *says = sys.argv[1:]
server = socket.socket(socket.AF_UNIX)
server.bind(address)
server.listen()
print("listens", flush=True)
connection, _ = server.accept()
connection.settimeout(10)
heard = b""
try:
    for words in says:
        connection.send(words.encode())
        heard += connection.recv(4096)
except OSError:  # it hung up
    pass
print(heard, flush=True)
"""


class Impostor:
    """Listens where the first did, and writes down what it is told."""

    def __init__(self, address: Path, *says: bytes, **process: Any) -> None:
        command = [sys.executable, "-S", "-c", IMPOSTOR, str(address), *map(bytes.decode, says)]
        if process:  # what this interpreter is made of may be closed to another user
            command[0] = "/usr/bin/python3"
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdout=pipe, text=True, **process)
        assert self._line() == "listens"

    def _line(self) -> str:
        assert self._process.stdout
        return str(self._process.stdout.readline().strip())

    def heard(self) -> str:
        """Return what it heard once it was left."""
        with self._process:
            return self._line()

    def was_left_alone(self) -> bool:
        """Whether nobody came at all."""
        with self._process:
            time.sleep(0.1)
            alone = self._process.poll() is None
            self._process.kill()
        return alone


def notice(address: Path) -> Notice:
    return Notice(State.OPEN, os.getpid(), "", str(address), "secret")


def test_who_does_not_know_the_secret_is_told_nothing(folder: Path) -> None:
    impostor = Impostor(folder / "socket", greeting("guessed"))
    assert hand_over(notice(folder / "socket"), [FaxId("31524120")], 2) is False
    assert impostor.heard() == "b''"


@pytest.mark.parametrize("answer", [b"", b"no\n", b"take", b"taken\nmore", b"x" * 10_000])
def test_only_one_answer_means_that_they_were_taken(folder: Path, answer: bytes) -> None:
    impostor = Impostor(folder / "socket", greeting("secret"), answer)
    accepted = hand_over(notice(folder / "socket"), [FaxId("31524120")], 0.5)
    assert accepted is answer.startswith(TAKEN)
    assert impostor.heard() == repr(b"31524120\n")


def test_a_socket_behind_a_link_is_not_spoken_to(folder: Path) -> None:
    impostor = Impostor(folder / "socket", greeting("secret"), TAKEN)
    (folder / "link").symlink_to(folder / "socket")
    assert hand_over(notice(folder / "link"), [FaxId("31524120")], 2) is False
    assert impostor.was_left_alone()


def test_a_socket_that_others_could_have_put_there_is_not_spoken_to(folder: Path) -> None:
    impostor = Impostor(folder / "socket", greeting("secret"), TAKEN)
    folder.chmod(0o777)
    assert hand_over(notice(folder / "socket"), [FaxId("31524120")], 2) is False
    assert impostor.was_left_alone()


def is_another_s(descriptor: int) -> bool:
    """Answer as the system does of another user: here it is this process that is another's."""
    uid = os.geteuid()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: uid + 1)
        return instance_address.is_own_peer(descriptor)


def test_the_first_asks_the_system_who_comes(
    first: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(instance_server, "is_own_peer", is_another_s)
    assert first.answer(first.visit()) == b""
    assert "refused: it is another user's" in caplog.text


def test_the_second_asks_the_system_who_listens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance_client, "is_own_peer", is_another_s)
    impostor = Impostor(folder / "socket", greeting("secret"), TAKEN)
    assert hand_over(notice(folder / "socket"), [FaxId("31524120")], 2) is False
    assert impostor.heard() == "b''"


def test_what_macos_says_of_the_other_end_is_understood() -> None:
    said = struct.pack("=IIh16I", 0, 501, 1, *range(16))
    assert instance_address.XUCRED.unpack_from(said)[1] == 501


if os.geteuid() == 0:
    NOBODY: dict[str, Any] = {"user": 65534, "group": 65534, "extra_groups": (), "cwd": "/", "env": {}}

    def as_nobody(script: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = ["/usr/bin/python3", "-S", "-c", script, *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, **NOBODY)

    SPEAK = """
import socket, sys
visitor = socket.socket(socket.AF_UNIX)
visitor.settimeout(10)
try:
    visitor.connect(sys.argv[1])
    visitor.send(b"31524120\\n")
    print(visitor.recv(4096))
except OSError as error:
    print(type(error).__name__)
"""

    def test_another_user_cannot_reach_the_first(first: Rig, figures: Figures) -> None:
        with as_nobody(SPEAK, first.notice.address) as stranger:
            assert first.beside(lambda: stranger.communicate()[0]) == b"PermissionError\n"
        assert first.taken == []
        figures.add("hostile messages refused")

    def test_another_user_that_got_there_all_the_same_is_told_nothing(
        first: Rig, folder: Path, caplog: pytest.LogCaptureFixture, figures: Figures
    ) -> None:
        folder.chmod(0o755)
        Path(first.notice.address).chmod(0o777)
        with as_nobody(SPEAK, first.notice.address) as stranger:
            said = first.beside(lambda: stranger.communicate()[0])
        assert said in {b"b''\n", b"ConnectionResetError\n", b"BrokenPipeError\n"}
        assert first.taken == []
        assert "refused: it is another user's" in caplog.text
        figures.add("hostile messages refused")

    @pytest.mark.parametrize("disguised", [False, True])
    def test_another_user_s_socket_is_not_spoken_to(folder: Path, disguised: bool, figures: Figures) -> None:
        folder.chmod(0o777)
        address = folder / "socket"
        impostor = Impostor(address, greeting("secret"), TAKEN, **NOBODY)
        folder.chmod(0o700)
        if disguised:  # as if it were ours: only the system knows better
            os.chown(address, 0, 0)
        assert hand_over(notice(address), [FaxId("31524120")], 2) is False
        if disguised:
            assert impostor.heard() == "b''"
        else:
            assert impostor.was_left_alone()
        figures.add("hostile messages refused")


# What the lock file says


def test_a_notice_comes_back_as_it_was_written(folder: Path) -> None:
    lock = InstanceLock(folder / "list.lock")
    assert lock.acquire()
    long, short = notice(Path("/é" + "x" * 90)), Notice(State.CLOSING, 1, "")
    for written in (long, short, replace(long, state=State.STARTING)):
        lock.write(written)
        assert InstanceLock(folder / "list.lock").read() == written
    lock.release()
    with pytest.raises(OSError, match="not held"):
        lock.write(short)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 5000,
        b"{}",
        b"[1]",
        b"nonsense",
        b'{"state": "open"}',
        json.dumps({"state": "gone", "pid": 1, "seat": ""}).encode(),
        json.dumps({"state": "open", "pid": 1, "seat": "", "command": "x"}).encode(),
    ],
)
def test_what_is_no_notice_is_none_and_hinders_nobody(rig: Rig, content: bytes) -> None:
    rig.lock.write_bytes(content)
    assert InstanceLock(rig.lock).read() is None
    rig.open()
    assert rig.second("31524120") == HANDED_OVER


START = """
import sys
from pathlib import Path
from srfax_desktop.engine.single_instance import SingleInstance
sys.stdin.readline()
instance = SingleInstance(Path(sys.argv[1]))
print(instance._lock.acquire(), flush=True)
sys.stdin.readline()
"""


def test_of_many_that_start_at_once_exactly_one_is_first(folder: Path, figures: Figures) -> None:
    for _ in range(short_or_long(1, 20)):
        with ExitStack() as stack:
            command = [sys.executable, "-c", START, str(folder / "list.lock")]
            starts = [
                stack.enter_context(
                    subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                )
                for _ in range(10)
            ]
            for start in starts:
                assert start.stdin
                start.stdin.write("go\n")
                start.stdin.flush()
            said = [start.stdout.readline().strip() for start in starts if start.stdout]
            for start in starts:
                start.kill()
        assert sorted(said) == ["False"] * 9 + ["True"]
        figures.add("starts tried", 10)
