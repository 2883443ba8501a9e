# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the support bundle is made of."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file of it. text: all that it has, and what is shown before anything is saved."""

    name: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files, and the same files packed."""

    files: tuple[BundleFile, ...]
    packed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Known:
    """What must not be in it, however it got into a log: it is looked for and taken out.

    numbers: where faxes go to. texts: subjects, names of documents, senders, notes.
    accounts: account numbers, of which the last two digits stay. fax_ids stay, though one of ten digits
    may look like a fax number: they are none, and support needs them.
    """

    numbers: frozenset[str] = field(default=frozenset(), repr=False)
    texts: frozenset[str] = field(default=frozenset(), repr=False)
    accounts: frozenset[str] = field(default=frozenset(), repr=False)
    fax_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Material:
    """What only the window knows. facts: of the program, the screen and the theme. counts: by status."""

    facts: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int], ...]
    known: Known
