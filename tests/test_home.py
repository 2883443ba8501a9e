# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is kept on this computer, and that nothing about it stands in the way of stopping a fax."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.home import Home
from srfax_desktop.store.migrations import STEPS
from srfax_desktop.store.no_store import NoStore
from srfax_desktop.store.paths import Paths
from srfax_desktop.store.problems import Problem
from srfax_desktop.store.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAX = FaxRecord(FaxId("31524120"), datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in root.handlers[:]:
        if handler not in handlers:
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)


@contextmanager
def home(*, practice: bool = False) -> Iterator[Home]:
    opened = Home(practice=practice)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def paths() -> Paths:
    return Paths.of_this_user()


def test_a_first_run_has_no_trouble_and_keeps_to_itself(paths: Paths) -> None:
    with home() as first:
        assert first.trouble is None
        assert first.moved_aside == []
        assert first.preferences.account is None
        assert not first.preferences.remember
        assert first.preferences.automatic_retry
        assert first.preferences.window == {}
        assert first.store.load() == []
    assert paths.data.stat().st_mode & 0o777 == 0o700
    assert paths.logs.stat().st_mode & 0o777 == 0o700
    assert paths.database.stat().st_mode & 0o777 == 0o600


def test_what_was_kept_is_there_the_next_time(paths: Paths) -> None:
    with home() as first:
        first.preferences.change(account=AccountNumber("12345"), remember=True, window={"header": "x"})
        first.store.write([FAX], [])
    assert paths.settings.stat().st_mode & 0o777 == 0o600
    with home() as second:
        assert second.preferences.account == "12345"
        assert second.preferences.remember
        assert second.preferences.window == {"header": "x"}
        assert second.store.load() == [FAX]


def test_what_broke_down_is_kept_for_a_window_to_tell(paths: Paths) -> None:
    paths.make_folders()
    left = paths.logs / "running-window-1-1.txt"
    left.write_text("Fatal Python error: Aborted\n")
    script = Home(practice=True, script=True)
    script.close()
    assert (script.crashes, left.exists()) == ([], True)
    with home() as window:
        assert [crash.had_window for crash in window.crashes] == [True]
    assert not left.exists()


def test_practice_has_a_list_of_its_own() -> None:
    with home(practice=True) as practice:
        practice.store.write([FAX], [])
    with home() as real:
        assert real.store.load() == []
    with home(practice=True) as practice:
        assert practice.store.load() == [FAX]


def test_what_others_wrote_into_the_settings_meanwhile_stays(paths: Paths) -> None:
    with home() as first, home() as second:
        first.preferences.change(account=AccountNumber("12345"), remember=True)
        edited = {**json.loads(paths.settings.read_text()), "workers": 2, "theme": "dark"}
        paths.settings.write_text(json.dumps(edited))
        second.preferences.change(window={"header": "x"})
    assert json.loads(paths.settings.read_text()) == {**edited, "window": {"header": "x"}}


def test_practice_keeps_only_the_looks_of_its_window_and_apart(paths: Paths) -> None:
    with home() as real:
        real.preferences.change(account=AccountNumber("12345"), remember=True, window={"header": "real"})
    before = json.loads(paths.settings.read_text())
    with home(practice=True) as practice:
        assert practice.preferences.window == {}
        practice.preferences.change(account=AccountNumber("99999"), remember=False, automatic_retry=False)
        practice.preferences.change(window={"header": "practice"})
        assert practice.preferences.account == "99999"
        assert not practice.preferences.automatic_retry
    assert json.loads(paths.settings.read_text()) == {**before, "practice_window": {"header": "practice"}}
    with home(practice=True) as practice:
        assert practice.preferences.window == {"header": "practice"}
        assert practice.preferences.automatic_retry
    with home() as real:
        assert real.preferences.window == {"header": "real"}


def test_practice_alone_leaves_no_choice_of_its_own_behind(paths: Paths) -> None:
    with home(practice=True) as practice:
        practice.preferences.change(automatic_retry=False, retention_days=90)
        assert not paths.settings.exists()
        practice.preferences.change(window={"header": "practice"})
    with home() as real:
        assert real.preferences.settings == replace(Settings(), practice_window={"header": "practice"})


def test_settings_that_were_broken_by_hand_are_moved_aside_not_lost(
    paths: Paths, caplog: pytest.LogCaptureFixture
) -> None:
    with home() as kept:
        kept.preferences.change(account=AccountNumber("12345"))
        paths.settings.write_text('{"workers": 2,}')
        kept.preferences.change(window={"header": "x"})
    (aside,) = paths.data.glob("settings.json.unreadable-*")
    assert aside.read_text() == '{"workers": 2,}'
    assert aside.name in caplog.text
    with home() as again:
        assert again.preferences.account == "12345"
        assert again.preferences.window == {"header": "x"}


def test_where_no_folder_can_be_made_everything_works_but_is_not_kept(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.data.parent.mkdir(parents=True, exist_ok=True)
    paths.data.write_text("a file where the folder should be")
    with home() as troubled:
        assert troubled.trouble is not None
        assert isinstance(troubled.store, NoStore)
        troubled.preferences.change(account=AccountNumber("12345"))
        assert troubled.preferences.account == "12345"
        assert StopOutcome.CONVERTING in troubled.preferences.retry_rules()
        troubled.redactor.protect("secret")
        troubled.store.write([FAX], [])
    assert paths.data.read_text() == "a file where the folder should be"


def test_a_damaged_list_is_moved_aside_and_named(paths: Paths) -> None:
    with home():
        pass
    paths.database.write_bytes(b"nonsense" * 512)
    with home() as mended:
        assert mended.trouble is None
        (aside,) = mended.moved_aside
        mended.store.write([FAX], [])
    assert aside.parent == paths.data
    assert aside.read_bytes() == b"nonsense" * 512
    with home() as again:
        assert again.moved_aside == []
        assert again.store.load() == [FAX]


def test_damaged_settings_are_moved_aside_and_named(paths: Paths) -> None:
    with home():
        pass
    paths.settings.write_text("{ not JSON")
    with home() as mended:
        (aside,) = mended.moved_aside
        assert mended.preferences.account is None
    assert aside.read_text() == "{ not JSON"


def test_both_can_be_damaged_at_once(paths: Paths) -> None:
    with home():
        pass
    paths.settings.write_text("[]")
    paths.database.write_bytes(b"x")
    with home() as mended:
        assert len(mended.moved_aside) == 2
        assert mended.trouble is None


def test_a_setting_that_makes_no_sense_costs_only_itself(
    paths: Paths, caplog: pytest.LogCaptureFixture
) -> None:
    with home():
        pass
    paths.settings.write_text(json.dumps({"account": "12345", "workers": "many"}))
    with home() as kept:
        assert kept.preferences.account == "12345"
        assert kept.preferences.settings.workers == 4
        assert kept.moved_aside == []
    assert "workers" in caplog.text


def test_the_list_of_a_newer_version_is_left_alone(paths: Paths) -> None:
    with home():
        pass
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = paths.database.read_bytes()
    with home() as old:
        assert old.trouble is not None
        assert old.trouble.problem == Problem.NEWER_VERSION
        assert isinstance(old.store, NoStore)
        old.store.write([FAX], [])
    assert paths.database.read_bytes() == before


def test_settings_that_cannot_be_saved_are_used_all_the_same(
    paths: Paths, caplog: pytest.LogCaptureFixture
) -> None:
    with home() as kept:
        paths.settings.mkdir()
        kept.preferences.change(automatic_retry=False)
        assert not kept.preferences.automatic_retry
    assert "the settings could not be saved" in caplog.text


def test_settings_that_cannot_be_read_cost_no_start(paths: Paths, caplog: pytest.LogCaptureFixture) -> None:
    with home():
        pass
    paths.settings.mkdir()
    with home() as kept:
        assert kept.trouble is None
        assert kept.preferences.account is None
    assert "the settings could not be read" in caplog.text


def test_a_log_that_cannot_be_written_costs_no_start(paths: Paths, tmp_path: Path) -> None:
    with home():
        pass
    paths.log.unlink(missing_ok=True)
    paths.log.mkdir()
    with home() as kept:
        kept.store.write([FAX], [])
        assert kept.trouble is None


def test_where_there_is_no_place_for_a_log_nothing_is_logged_elsewhere(
    paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`logging` without a handler writes to standard error, and no filter sees it."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    paths.data.parent.mkdir(parents=True, exist_ok=True)
    paths.data.write_text("a file where the folder should be")
    with home():
        logging.getLogger("srfax_desktop.somewhere").error("a word that is not for the screen")
    assert capsys.readouterr().err == ""


def test_a_proxys_password_is_kept_out_of_the_log(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://clerk:s3cret%20word@proxy.invalid:3128")
    with home():
        for form in ("s3cret word", "s3cret%20word", "czNjcmV0IHdvcmQ="):
            logging.getLogger("srfax_desktop.somewhere").error("the proxy said: %s", form)
    written = paths.log.read_text("utf-8")
    assert written.count("the proxy said: ***") == 3


def test_what_the_vault_is_to_forget_is_there_the_next_time(paths: Paths) -> None:
    with home() as first:
        first.preferences.change(to_forget=(AccountNumber("12345"), AccountNumber("777")))
    with home() as second:
        assert second.preferences.to_forget == ("12345", "777")
        second.preferences.change(to_forget=())
    assert json.loads(paths.settings.read_text())["to_forget"] == []
