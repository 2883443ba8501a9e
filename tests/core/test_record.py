# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A record is what `dataclass` would make of the same class, whatever is asked of it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def made_by(maker: Callable[..., Any]) -> Any:
    @maker(frozen=True, slots=True)
    class Parcel:
        """What it is for."""

        name: str
        weight: float = 1.5
        secret: str = field(default="", repr=False)
        labels: Mapping[str, str] = field(default_factory=dict)

        @property
        def is_heavy(self) -> bool:
            return self.weight > 2

    return Parcel


RECORD, DATACLASS = made_by(record), made_by(dataclass)


@pytest.mark.parametrize("kind", [RECORD, DATACLASS])
def test_it_takes_its_values_and_keeps_them(kind: Any) -> None:
    parcel = kind("a", secret="s")
    assert (parcel.name, parcel.weight, parcel.secret, parcel.labels) == ("a", 1.5, "s", {})
    assert parcel.labels is not kind("a").labels
    assert kind("a", 3).is_heavy
    assert repr(parcel).endswith("Parcel(name='a', weight=1.5, labels={})")
    assert kind.__doc__ == "What it is for."
    assert kind.__qualname__ == DATACLASS.__qualname__
    assert kind.__match_args__ == ("name", "weight", "secret", "labels")
    assert not hasattr(parcel, "__dict__")
    for wrong in (kind, lambda: kind("a", 1, "b", {}, 5), lambda: kind("a", other=1)):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(FrozenInstanceError):
        parcel.name = "b"
    with pytest.raises(FrozenInstanceError):
        del parcel.name


@pytest.mark.parametrize("kind", [RECORD, DATACLASS])
def test_it_is_equal_to_one_with_the_same_values(kind: Any) -> None:
    assert kind("a", labels=()) == kind("a", 1.5, "", ())
    assert hash(kind("a", labels=())) == hash(kind("a", 1.5, "", ()))
    assert kind("a") != kind("b")
    assert kind("a", secret="s") != kind("a")
    assert RECORD("a") != DATACLASS("a")


@pytest.mark.parametrize("kind", [RECORD, DATACLASS])
def test_it_is_a_dataclass_to_whoever_asks(kind: Any) -> None:
    assert is_dataclass(kind("a"))
    assert [(each.name, each.repr) for each in fields(kind)] == [
        (each.name, each.repr) for each in fields(DATACLASS)
    ]
    assert asdict(replace(kind("a"), weight=4)) == {"name": "a", "weight": 4, "secret": "", "labels": {}}


def test_what_a_record_says_of_itself_stays() -> None:
    @record(frozen=True, slots=True)
    class Hidden:
        text: str

        def __repr__(self) -> str:
            return "hidden"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Hidden)

        def __hash__(self) -> int:
            return 7

    assert repr(Hidden("a")) == "hidden"
    assert Hidden("a") == Hidden("b")
    assert hash(Hidden("a")) == 7


def loose(maker: Callable[..., Any]) -> Any:
    @maker(frozen=True, slots=True)
    class Loose:  # noqa: PLW1641 - that is what is asked
        text: str
        length: int = 1

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loose) and self.text == other.text

    return Loose


@pytest.mark.parametrize("kind", [loose(record), loose(dataclass)])
def test_what_is_equal_in_a_way_of_its_own_has_a_hash_all_the_same(kind: Any) -> None:
    assert kind("a", 1) == kind("a", 2)
    assert hash(kind("a")) == hash(kind("a"))
