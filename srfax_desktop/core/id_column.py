# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds the column that has the fax IDs: by its heading, else by what is in it. In doubt, it finds none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srfax_desktop.core.id_cell import is_telling, looks_like_phone, read_cell
from srfax_desktop.core.import_report import LineReason

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from srfax_desktop.core.fax import FaxId

_FAX_ID_NAMES = frozenset(
    {
        *("faxdetailsid", "faxdetailsids", "sfaxdetailsid", "faxdetailid", "detailsid"),
        *("faxid", "faxids", "faxidstostop", "idfax", "iddefax", "iddufax", "idsdefax"),
        *("idtelecopie", "iddetelecopie", "iddelatelecopie", "idsdetelecopie"),
        *("identifiantdetelecopie", "identifiantdelatelecopie", "identifiantdefax", "identifiantdufax"),
    }
)
_FILE_NAMES = frozenset({"filename", "faxfilename", "nomdefichier", "nomdufichier", "nomfichier"})
_PLAIN_NAMES = frozenset({"id", "ids", "identifier", "identifiant", "identifiants"})

_OTHER_STEMS = re.compile(
    "number|numero|phone|tel|dest|recipient|remote|epoch|date|time|heure|account|compte|access|user"
    "|utilisateur|size|taille|duration|duree|page"
)
_OTHER_NAMES = frozenset({"to", "from", "a", "de"})
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{4}|[0-9]{6})?")
_DAMAGED = frozenset({LineReason.ROUNDED, LineReason.DECIMAL})


@dataclass(frozen=True, slots=True)
class Column:
    """What the first rows tell of one column. All but `name` and `is_other` count cells.

    filled: with anything in them. read: that have a fax ID. telling: of these, those that look like one.
    with_file: `FileName|ID`. damaged: spoilt by a spreadsheet.
    is_other: it is headed or filled as telephone numbers, dates or accounts are.
    """

    name: str
    filled: int
    read: int
    telling: int
    with_file: int
    damaged: int
    is_other: bool

    @property
    def looks_likely(self) -> bool:
        """Whether more than half of what is in it looks like fax IDs."""
        return self.telling * 2 > self.filled


def folded(name: str) -> str:
    """Return a heading without case, accents, spaces and signs: `ID de télécopie` is `iddetelecopie`."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def is_known_name(name: str) -> bool:
    """Whether a heading says that fax IDs stand below it."""
    return folded(name) in _FAX_ID_NAMES | _FILE_NAMES | _PLAIN_NAMES


def look_at_columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Return what these rows tell of each column. names: the headings, as many as there are."""
    count = max(map(len, [names, *rows]))
    headings = [*names, *[""] * (count - len(names))]
    return [_look(headings[at], [row[at] for row in rows if at < len(row)]) for at in range(count)]


def _look(name: str, cells: list[str]) -> Column:
    filled = [(cell, read_cell(cell)) for cell in cells if cell.strip()]
    found = [(cell, read) for cell, read in filled if not isinstance(read, LineReason)]
    telling = [read for cell, read in found if is_telling(cell, read)]
    return Column(
        name=name,
        filled=len(filled),
        read=len(found),
        telling=len(telling),
        with_file=sum("|" in cell for cell, _ in found),
        damaged=sum(read in _DAMAGED for _, read in filled),
        is_other=_is_named_otherwise(folded(name)) or _is_filled_otherwise(telling),
    )


def _is_named_otherwise(name: str) -> bool:
    return name in _OTHER_NAMES or _OTHER_STEMS.search(name) is not None


def _is_filled_otherwise(telling: list[FaxId]) -> bool:
    phones = sum(map(looks_like_phone, telling))
    dates = sum(_DATE.fullmatch(each) is not None for each in telling)
    is_constant = len(telling) > 1 and len(set(telling)) == 1
    return is_constant or max(phones, dates) * 2 > len(telling)


def find_id_column(columns: Sequence[Column]) -> tuple[int | None, tuple[int, ...]]:
    """Return the column that has the fax IDs, and all that might.

    None where several might as well as each other, where none does, or where what is in it would
    rather be something else: a telephone number is digits too.
    """
    for fits in (_is_fax_id_column, _is_file_column, _is_plain_column):
        if named := _those(columns, fits):
            likely = [at for at in named if columns[at].looks_likely]
            return _only(named) if len(likely) != 1 else likely[0], tuple(likely or named)
    likely = _those(columns, lambda column: column.looks_likely)
    better = [at for at in likely if not columns[at].is_other]
    if not likely:
        return _only(_those(columns, _is_named_fax_id)), ()
    return _only(better), tuple(better or likely)


def _those(columns: Sequence[Column], fits: Callable[[Column], bool]) -> list[int]:
    return [at for at, column in enumerate(columns) if fits(column)]


def _only(found: list[int]) -> int | None:
    return found[0] if len(found) == 1 else None


def _is_named_fax_id(column: Column) -> bool:
    return folded(column.name) in _FAX_ID_NAMES


def _is_fax_id_column(column: Column) -> bool:
    return _is_named_fax_id(column) and column.read + column.damaged > 0


def _is_file_column(column: Column) -> bool:
    return folded(column.name) in _FILE_NAMES and column.with_file * 2 > column.filled


def _is_plain_column(column: Column) -> bool:
    # A fax ID is told by more than its name here: "ID" heads the numbers of rows and of patients too.
    is_usable = (column.telling + column.damaged) * 2 > column.filled
    return folded(column.name) in _PLAIN_NAMES and is_usable
