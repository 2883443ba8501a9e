# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Retry rules that the user changed. The file has only what differs: the defaults may get better."""

from __future__ import annotations

from dataclasses import asdict, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.retry import DEFAULT_RULES, HOUR_S
from srfax_desktop.store.setting_values import number, optional, read_values, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.core.retry import RetryRule
    from srfax_desktop.store.setting_values import Reader

MOST_WAITS = 20

_wait_s = number(1, HOUR_S)


def _waits_s(value: object) -> tuple[float, ...]:
    if isinstance(value, list) and len(value) <= MOST_WAITS:
        return tuple(_wait_s(wait_s) for wait_s in value)
    raise ValueError(value)


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "waits_s": _waits_s,
        "give_up_after_s": optional(number(1, 24 * HOUR_S)),
        "max_retries": optional(whole(0, 1000)),
        "jitter": number(0, 0.5),
        "retry_after_cap_s": number(0, HOUR_S),
    },
)


def may_be_changed(code: str) -> bool:
    """Whether a setting may change the rule for this outcome code.

    Not where only the user can help: a second try with a refused password may lock the account.
    """
    return code in DEFAULT_RULES and bool(DEFAULT_RULES[StopOutcome(code)].waits_s)


def read_overrides(raw: object, problems: list[str]) -> dict[StopOutcome, RetryRule]:
    """Read {outcome code: {field of RetryRule: value}}; what cannot be used is added to `problems`.

    A field that is not there, or not usable, is the default rule's.
    """
    if not isinstance(raw, dict):
        problems.append("retry")
        return {}
    overrides = {}
    for code, fields in raw.items():
        if may_be_changed(code) and isinstance(fields, dict):
            values = read_values(fields, _READERS, problems, f"retry.{code}.")
            overrides[StopOutcome(code)] = replace(DEFAULT_RULES[StopOutcome(code)], **values)
        else:
            problems.append(f"retry.{code}")
    return overrides


def overrides_as_json(overrides: Mapping[StopOutcome, RetryRule]) -> dict[str, dict[str, object]]:
    """Return what `read_overrides` reads."""
    return {outcome.value: _differences(outcome, rule) for outcome, rule in overrides.items()}


def _differences(outcome: StopOutcome, rule: RetryRule) -> dict[str, object]:
    default = asdict(DEFAULT_RULES[outcome])
    return {name: value for name, value in asdict(rule).items() if value != default[name]}
