# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the user chose, kept as JSON. A bad value costs that value, not the file."""

from __future__ import annotations

import json
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.record import record
from srfax_desktop.core.retry import DEFAULT_RULES
from srfax_desktop.store.private_files import set_aside, write_private_file
from srfax_desktop.store.problems import as_store_errors
from srfax_desktop.store.retry_overrides import overrides_as_json, read_overrides
from srfax_desktop.store.setting_values import (
    account,
    accounts,
    flag,
    number,
    one_of,
    optional,
    proxy,
    read_values,
    refresh_s,
    texts,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.outcome import StopOutcome
    from srfax_desktop.core.retry import RetryRule
    from srfax_desktop.store.setting_values import Reader

_timeout_s = number(1, 300)

_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "account": optional(account),
        "remember": flag,
        "to_forget": accounts,
        "automatic_retry": flag,
        "connect_timeout_s": _timeout_s,
        "total_deadline_s": _timeout_s,
        "workers": whole(1, 8),
        "window": texts,
        "practice_window": texts,
        "refresh_s": refresh_s,
        "include_sub_users": flag,
        "mask_numbers": flag,
        "retention_days": whole(0, 36_500),
        "language": optional(one_of("en", "fr")),
        "theme": one_of("system", "light", "dark", "contrast"),
        "notify": flag,
        "notify_numbers": flag,
        "proxy": proxy,
        "known_accounts": accounts,
        "in_vault": accounts,
        "welcomed": flag,
    },
)
_RETRY = "retry"


@record(frozen=True, slots=True)
class Settings:
    """The settings, each with its default. Timeouts are in seconds.

    account: the one last signed in to. remember: its password is kept in the vault.
    to_forget: accounts whose passwords the vault could not be made to forget yet.
    automatic_retry: a countdown that is over fires by itself; otherwise it lights its button up.
    workers: how many requests may be under way at once.
    retry: the rules that the user changed, each of them whole.
    window: sizes, columns and sorting, as the window wrote them; practice_window: the same of practice.
    refresh_s: seconds between two looks at the queue while the window is in view; 0: only when asked.
    include_sub_users: the faxes of sub-users are asked for too. mask_numbers: records and exports hide
    all but the last four digits of destination numbers. retention_days: 0: the history is kept for ever.
    language: that of the window, None for the system's. theme: `system` follows the system while running.
    notify: the system shows what became of a fax while the window is not in front; notify_numbers: with
    the fax ID and the end of the number: screens are seen by others.
    proxy: `system`, `none`, or the proxy's URL, which holds no password.
    known_accounts: those signed in to before, the latest first. in_vault: those whose passwords are kept
    in the vault. welcomed: the first steps were gone through.
    """

    account: AccountNumber | None = None
    remember: bool = False
    to_forget: tuple[AccountNumber, ...] = ()
    automatic_retry: bool = True
    connect_timeout_s: float = 10.0
    total_deadline_s: float = 30.0
    workers: int = 4
    retry: Mapping[StopOutcome, RetryRule] = field(default_factory=dict)
    window: Mapping[str, str] = field(default_factory=dict)
    practice_window: Mapping[str, str] = field(default_factory=dict)
    refresh_s: float = 60.0
    include_sub_users: bool = False
    mask_numbers: bool = True
    retention_days: int = 0
    language: str | None = None
    theme: str = "system"
    notify: bool = True
    notify_numbers: bool = False
    proxy: str = "system"
    known_accounts: tuple[AccountNumber, ...] = ()
    in_vault: tuple[AccountNumber, ...] = ()
    welcomed: bool = False

    def retry_rules(self) -> Mapping[StopOutcome, RetryRule]:
        """Return the rules in force: the defaults, with the user's in their place."""
        return MappingProxyType({**DEFAULT_RULES, **self.retry})


@record(frozen=True, slots=True)
class LoadedSettings:
    """Settings that can be used, and what stood in the way of using all that the file says.

    problems: keys whose value was of the wrong type or out of range, such as `workers` or
    `retry.converting.waits_s`; their default is used.
    moved_aside: where a file was put that is not a JSON object.
    """

    settings: Settings = field(default_factory=Settings)
    problems: tuple[str, ...] = ()
    moved_aside: Path | None = None


class SettingsFile:
    """`settings.json`. There being none is no error: that is a first run."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> LoadedSettings:
        """Read the settings. Raises StoreError where the operating system refuses."""
        with as_store_errors():
            try:
                raw = self._read()
            except (ValueError, RecursionError):  # not JSON, not UTF-8, not an object; nested without end
                return LoadedSettings(moved_aside=set_aside(self._path))
        problems: list[str] = []
        values = read_values(raw, _READERS, problems)
        overrides = read_overrides(raw.get(_RETRY, {}), problems)
        return LoadedSettings(Settings(retry=overrides, **values), tuple(problems))

    def save(self, settings: Settings, changed: Iterable[str] | None = None) -> Path | None:
        """Write the settings, as a whole or not at all; its folder must be there. Raises StoreError.

        changed: write these only, and leave the rest as the file has it now: another window may have
        written it, or an editor. Where there is no file, all are written, and where it is no JSON
        object as well: then it is moved aside, and its new path returned.
        Keys that this version does not know stay as they are: they are a newer version's.
        """
        moved_aside = None
        with as_store_errors():
            try:
                found = self._read()
            except (ValueError, RecursionError):
                found, moved_aside = {}, set_aside(self._path)
        content = _as_json(settings)
        if changed is not None and found:
            content = {key: content[key] for key in changed}
        write_private_file(self._path, json.dumps({**found, **content}, indent=2).encode() + b"\n")
        return moved_aside

    def _read(self) -> dict[str, object]:
        try:
            raw = json.loads(self._path.read_text("utf-8-sig"))  # editors on Windows may add the mark
        except FileNotFoundError:
            return {}
        if isinstance(raw, dict):
            return raw
        raise ValueError(raw)


def _as_json(settings: Settings) -> dict[str, object]:
    values = {key: getattr(settings, key) for key in _READERS}
    texts_too = {key: dict(value) for key, value in values.items() if _READERS[key] is texts}
    return {**values, **texts_too, _RETRY: overrides_as_json(settings.retry)}
