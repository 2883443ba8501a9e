# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Frozen dataclasses, made in a fifth of the time: for what is loaded before the window is painted.

`dataclass` compiles eight methods for each class, at each start, which takes 0.5 to 2 ms. A record is
the same to whoever uses it, and to `fields`, `replace` and `asdict`; only what takes its values is compiled.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as record
    from typing import Any
else:

    def record(*, frozen: bool, slots: bool) -> Callable[[type], type]:  # noqa: ARG001 - said as to `dataclass`
        """Do what `dataclass` does with both: there are no other records. They have no heirs."""
        return _made


class _Fields:
    """Fields as `dataclass` has them, made by itself when they are first asked for."""

    def __init__(self, annotations: dict[str, Any], defaults: dict[str, Any]) -> None:
        self._contents = {"__annotations__": annotations, **defaults}

    def __get__(self, _: object, owner: type) -> dict[str, dataclasses.Field[Any]]:
        twin: Any = dataclasses.dataclass(frozen=True)(type(owner.__name__, (), self._contents))
        found: dict[str, dataclasses.Field[Any]] = twin.__dataclass_fields__
        owner.__dataclass_fields__ = found  # type: ignore[attr-defined]
        return found


def _made(cls: type) -> type:
    names = tuple(cls.__annotations__)
    members = dict(cls.__dict__)
    for name in ("__dict__", "__weakref__"):
        members.pop(name, None)
    if members.get("__hash__") is None:
        members.pop("__hash__", None)  # it stands there where there is an `__eq__`
    defaults = {name: members.pop(name) for name in names if name in members}
    shown = [name for name in names if _is_shown(defaults.get(name))]
    values = attrgetter(*names)

    def shows(self: object) -> str:
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def equals(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashes(self: object) -> int:
        return hash(values(self))

    whole = type(
        cls.__name__,
        cls.__bases__,
        {
            "__repr__": shows,
            "__eq__": equals,
            "__hash__": hashes,
            **members,
            "__qualname__": cls.__qualname__,
            "__slots__": names,
            "__match_args__": names,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__dataclass_fields__": _Fields(cls.__annotations__, defaults),
        },
    )
    whole.__init__ = _taker(whole, names, defaults)  # type: ignore[misc]
    return whole


def _is_shown(default: object) -> bool:
    return default.repr if isinstance(default, dataclasses.Field) else True


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"{name} of {self.__class__.__name__} is for good"
    raise dataclasses.FrozenInstanceError(message)


def _taker(whole: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """Return what takes the values of a record, each into its slot."""
    known: dict[str, Any] = {"nothing": dataclasses.MISSING}
    parameters, steps = [], []
    for name in names:
        known[f"put_{name}"] = whole.__dict__[name].__set__
        default, value = defaults.get(name, dataclasses.MISSING), name
        if isinstance(default, dataclasses.Field):
            if default.default_factory is not dataclasses.MISSING:
                known[f"new_{name}"], default = default.default_factory, None
                parameters.append(f"{name}=nothing")
                value = f"new_{name}() if {name} is nothing else {name}"
            else:
                default = default.default
        if value == name and default is dataclasses.MISSING:
            parameters.append(name)
        elif value == name:
            known[f"default_{name}"] = default
            parameters.append(f"{name}=default_{name}")
        steps.append(f" put_{name}(self, {value})")
    source = "\n".join((f"def __init__(self, {', '.join(parameters)}):", *steps))
    exec(source, known)  # noqa: S102 - as `dataclass` does
    taker: Callable[..., None] = known["__init__"]
    return taker
