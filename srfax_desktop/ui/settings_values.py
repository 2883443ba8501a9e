# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the dialog of settings shows and changes, as one value. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from srfax_desktop.core.retry import DEFAULT_RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.core.outcome import StopOutcome
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.core.retry import RetryRule


@dataclass(frozen=True, slots=True)
class SettingsValues:
    """Each is named as in `core.ports.Preferences`, and means what it means there."""

    automatic_retry: bool
    retry_rules: Mapping[StopOutcome, RetryRule]
    workers: int
    refresh_s: float
    include_sub_users: bool
    mask_numbers: bool
    retention_days: int
    notify: bool
    notify_numbers: bool
    language: str | None
    theme: str
    proxy: str
    connect_timeout_s: float
    total_deadline_s: float

    @classmethod
    def of(cls, preferences: Preferences) -> SettingsValues:
        """Return what the preferences say now."""
        names = (each.name for each in fields(cls) if each.name != "retry_rules")
        return cls(
            retry_rules=dict(preferences.retry_rules()),
            **{name: getattr(preferences, name) for name in names},
        )

    def changes_from(self, before: SettingsValues) -> dict[str, object]:
        """Return what differs, by the names that `Preferences.change` takes."""
        names = (each.name for each in fields(self))
        changed = {
            name: getattr(self, name) for name in names if getattr(self, name) != getattr(before, name)
        }
        if rules := changed.pop("retry_rules", None):
            changed["retry"] = {
                outcome: rule for outcome, rule in rules.items() if rule != DEFAULT_RULES[outcome]
            }
        return changed

    def with_rule(self, outcome: StopOutcome, **fields_of_rule: object) -> SettingsValues:
        """Return the same with another rule for an outcome; `fields_of_rule` are those of RetryRule."""
        rule = replace(self.retry_rules[outcome], **fields_of_rule)  # type: ignore[arg-type]
        return replace(self, retry_rules={**self.retry_rules, outcome: rule})
