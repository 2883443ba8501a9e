# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Settings: a bad value costs that value, a newer version's keys stay, and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.retry import DEFAULT_RULES, RetryRule
from srfax_desktop.store.problems import Problem
from srfax_desktop.store.settings import LoadedSettings, Settings, SettingsFile

CHANGED = Settings(
    account=AccountNumber("12345"),
    remember=True,
    to_forget=(AccountNumber("777"),),
    automatic_retry=False,
    connect_timeout_s=5.0,
    total_deadline_s=12.5,
    workers=8,
    retry={
        StopOutcome.CONVERTING: replace(DEFAULT_RULES[StopOutcome.CONVERTING], waits_s=(3, 4.5)),
        StopOutcome.UNREACHABLE: replace(DEFAULT_RULES[StopOutcome.UNREACHABLE], give_up_after_s=None),
        StopOutcome.UNRECOGNISED: RetryRule((1,), 60, max_retries=None, jitter=0.5, retry_after_cap_s=9),
        StopOutcome.BLOCKED: replace(DEFAULT_RULES[StopOutcome.BLOCKED], waits_s=()),
    },
    window={"geometry": "AdnQywAD", "sort": "état"},
    practice_window={"sort": "2"},
    language="fr",
    theme="contrast",
    notify=False,
    notify_numbers=True,
    proxy="http://proxy.example:3128",
    known_accounts=(AccountNumber("12345"), AccountNumber("777")),
    in_vault=(AccountNumber("777"),),
    welcomed=True,
)


@pytest.fixture
def path(alone: Path) -> Path:
    return alone / "settings.json"


def loaded(path: Path, raw: object) -> LoadedSettings:
    path.write_text(json.dumps(raw))
    return SettingsFile(path).load()


def test_a_first_run_has_the_defaults(path: Path) -> None:
    assert SettingsFile(path).load() == LoadedSettings(Settings(), (), None)
    assert Settings().retry_rules() == DEFAULT_RULES
    assert not path.exists()


def test_what_is_saved_is_what_is_loaded(path: Path) -> None:
    SettingsFile(path).save(CHANGED)
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_only_what_differs_from_a_default_rule_is_kept(path: Path) -> None:
    SettingsFile(path).save(CHANGED)
    kept = json.loads(path.read_text())["retry"]
    assert kept["converting"] == {"waits_s": [3, 4.5]}
    assert kept["unreachable"] == {"give_up_after_s": None}


def test_changed_rules_take_the_place_of_the_defaults() -> None:
    rules = CHANGED.retry_rules()
    assert rules[StopOutcome.CONVERTING].waits_s == (3, 4.5)
    assert rules[StopOutcome.CONVERTING].give_up_after_s == 900
    assert rules[StopOutcome.NOT_FOUND] == DEFAULT_RULES[StopOutcome.NOT_FOUND]
    assert rules.keys() == DEFAULT_RULES.keys()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("account", "me@clinic.example"),
        ("account", 12345),
        ("remember", 1),
        ("to_forget", "777"),
        ("to_forget", ["777", 12345]),
        ("automatic_retry", "yes"),
        ("connect_timeout_s", 0.5),
        ("connect_timeout_s", True),
        ("total_deadline_s", 301),
        ("total_deadline_s", float("nan")),
        ("total_deadline_s", float("inf")),
        ("total_deadline_s", "30"),
        ("workers", 0),
        ("workers", 9),
        ("workers", 4.0),
        ("workers", None),
        ("window", []),
        ("window", {"width": 800}),
        ("practice_window", {"width": 800}),
        ("language", "de"),
        ("language", ["fr"]),
        ("theme", "pink"),
        ("theme", None),
        ("notify", "no"),
        ("proxy", None),
        ("proxy", "proxy.example:3128"),
        ("proxy", "socks5://proxy.example:1080"),
        ("proxy", "http://"),
        ("proxy", "http://proxy.example:port"),
        ("proxy", "http://user:secret@proxy.example:3128"),
        ("proxy", "http://proxy.example:3128/path"),
        ("known_accounts", "777"),
        ("in_vault", [777]),
        ("welcomed", 1),
    ],
)
def test_a_bad_value_costs_that_value(path: Path, key: str, value: object) -> None:
    SettingsFile(path).save(CHANGED)
    raw = json.loads(path.read_text())
    found = loaded(path, {**raw, key: value})
    assert found.problems == (key,)
    assert found.settings == replace(CHANGED, **{key: getattr(Settings(), key)})


@pytest.mark.parametrize(
    ("retry", "problem"),
    [
        ([], "retry"),
        ({"on_fire": {}}, "retry.on_fire"),
        ({"stopped": {"waits_s": [1]}}, "retry.stopped"),
        # A second try with a refused password may lock the account: no setting makes one.
        ({"login_rejected": {"waits_s": [1]}}, "retry.login_rejected"),
        ({"untrusted_certificate": {"waits_s": [1]}}, "retry.untrusted_certificate"),
        ({"converting": [1]}, "retry.converting"),
        ({"converting": {"waits_s": 1}}, "retry.converting.waits_s"),
        ({"converting": {"waits_s": [0.5]}}, "retry.converting.waits_s"),
        ({"converting": {"waits_s": [3601]}}, "retry.converting.waits_s"),
        ({"converting": {"waits_s": [1] * 21}}, "retry.converting.waits_s"),
        ({"converting": {"give_up_after_s": -1}}, "retry.converting.give_up_after_s"),
        ({"converting": {"max_retries": 1.5}}, "retry.converting.max_retries"),
        ({"converting": {"jitter": 0.6}}, "retry.converting.jitter"),
        ({"converting": {"retry_after_cap_s": None}}, "retry.converting.retry_after_cap_s"),
    ],
)
def test_a_bad_rule_is_the_default_one(path: Path, retry: object, problem: str) -> None:
    found = loaded(path, {"retry": retry, "workers": 2})
    assert found.problems == (problem,)
    assert found.settings.retry_rules() == DEFAULT_RULES
    assert found.settings.workers == 2


def test_a_newer_versions_keys_stay(path: Path) -> None:
    found = loaded(path, {"palette": {"name": "dark"}, "workers": 2})
    assert found.problems == ()
    SettingsFile(path).save(replace(found.settings, workers=3))
    raw = json.loads(path.read_text())
    assert (raw["palette"], raw["workers"]) == ({"name": "dark"}, 3)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"workers": ' + b"9" * 5000 + b"}"],
)
def test_an_unreadable_file_is_moved_aside_and_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    found = SettingsFile(path).load()
    assert found.settings == Settings()
    assert found.moved_aside is not None
    assert found.moved_aside.read_bytes() == content
    assert not path.exists()


def test_what_was_not_changed_stays_as_the_file_has_it(path: Path) -> None:
    path.write_text('{"workers": 3, "refresh_s": "odd", "theme": "dark", "retry": {"converting": [1]}}')
    assert SettingsFile(path).save(CHANGED, ["account", "window"]) is None
    assert json.loads(path.read_text()) == {
        "workers": 3,
        "refresh_s": "odd",
        "theme": "dark",
        "retry": {"converting": [1]},
        "account": "12345",
        "window": CHANGED.window,
    }


def test_where_there_is_no_file_all_is_written(path: Path) -> None:
    assert SettingsFile(path).save(CHANGED, ["account"]) is None
    assert SettingsFile(path).load().settings == CHANGED


@pytest.mark.parametrize("changed", [None, ["account"]])
def test_saving_over_an_unreadable_file_loses_nothing(path: Path, changed: list[str] | None) -> None:
    path.write_bytes(b"{")
    aside = SettingsFile(path).save(CHANGED, changed)
    assert aside is not None
    assert aside.read_bytes() == b"{"
    assert SettingsFile(path).load().settings == CHANGED


def test_a_byte_order_mark_does_no_harm(path: Path) -> None:
    path.write_text('{"workers": 2}', "utf-8-sig")
    assert SettingsFile(path).load() == LoadedSettings(Settings(workers=2))


def test_half_a_surrogate_pair_does_no_harm(path: Path) -> None:
    window = {"sort": "\ud83d"}
    SettingsFile(path).save(Settings(window=window))
    assert SettingsFile(path).load().settings.window == window


def test_a_system_that_refuses_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, encoding: str) -> str:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    SettingsFile(path).save(CHANGED)
    before = path.read_bytes()
    monkeypatch.setattr(Path, "read_text", refuse)
    for use in (SettingsFile(path).load, lambda: SettingsFile(path).save(Settings())):
        with pytest.raises(StoreError) as refused:
            use()
        assert refused.value.problem == Problem.NOT_WRITABLE
    assert path.read_bytes() == before


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
keys = st.sampled_from(["account", "remember", "workers", "total_deadline_s", "retry", "window", "other"])
rules = st.dictionaries(st.sampled_from(list(StopOutcome)), st.dictionaries(st.just("waits_s"), json_values))


@hypothesis_settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(raw=st.dictionaries(keys, json_values | rules))
def test_whatever_the_file_says_there_are_settings_that_can_be_used(
    path: Path, raw: dict[str, object]
) -> None:
    found = loaded(path, raw)
    assert 1 <= found.settings.workers <= 8
    assert 1 <= found.settings.total_deadline_s <= 300
    assert not found.settings.retry_rules()[StopOutcome.LOGIN_REJECTED].waits_s
    SettingsFile(path).save(found.settings)
    assert SettingsFile(path).load() == LoadedSettings(found.settings)
