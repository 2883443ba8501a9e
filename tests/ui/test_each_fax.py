# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a long list takes: of each fax, what it says is kept, and little more."""

from __future__ import annotations

import gc
import json
import tracemalloc
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
from srfax_desktop.core.listing import ListSource
from srfax_desktop.engine.kin import Kin
from srfax_desktop.srfax.list_reply import list_answer
from srfax_desktop.srfax.reply import HttpReply
from srfax_desktop.store.database import Database
from srfax_desktop.ui.fax_model import FaxModel
from tests.engine.lists_rig import ListsRig

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.listing import FaxDetails

FEW, MANY = 300, 5_300
MOST_BYTES = 950
"""Of objects of Python's: 280 are the two records, 200 three texts that no other fax has, 120 its ID, from
the disk and from SRFax, 50 in which row it stands."""


def row(number: int) -> dict[str, object]:
    return {
        "FileName": f"20260101{number:06}-8812-{number}_0|{30_000_000 + number}",
        "Status": "In Progress",
        "ToFaxNumber": f"1604{number:07}",
        "EpochTime": False,
        "User_ID": 41,
        "Pages": 1,
        "Subject": f"Referral {number}",
    }


def listed(folder: Path, count: int) -> ListsRig:
    """Read a list from the disk, and bring it in line with SRFax's queue."""
    store = Database.open(folder / f"{count}.sqlite3")
    moments = (datetime(2026, 1, 1, second=number % 4, tzinfo=UTC) for number in range(count))
    faxes = [
        FaxRecord(FaxId(str(30_000_000 + number)), at, AccountNumber("12345"))
        for number, at in enumerate(moments)
    ]
    store.write(faxes, [])
    lists = ListsRig()
    lists.rig.controller._book._store = store
    lists.rig.controller.restore()
    return lists


def find(lists: ListsRig) -> None:
    rows = json.dumps({"Status": "Success", "Result": [row(number) for number in range(len(lists.board))]})
    lists.finder.find()
    lists.answer(list_answer(HttpReply(200, {}, rows.encode()), ListSource.QUEUE))


def weight(folder: Path, count: int) -> int:
    """Return the bytes of a list, of what stands behind it, and of the rows that show it."""
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    lists = listed(folder, count)
    controller = lists.rig.controller
    model, kin = FaxModel(lists.board), Kin(lists.board)
    for change in (controller.faxes_added, controller.faxes_changed, controller.faxes_removed):
        change.connect(kin.learn)
    controller.faxes_changed.connect(model.take_changed)
    find(lists)
    assert model.rowCount() == count
    gc.collect()
    return tracemalloc.get_traced_memory()[0] - before


@pytest.mark.usefixtures("qapp")
def test_each_further_fax_takes_little_memory(tmp_path: Path) -> None:
    tracemalloc.start()
    try:
        few, many = (weight(tmp_path, count) for count in (FEW, MANY))
    finally:
        tracemalloc.stop()
    assert (many - few) / (MANY - FEW) < MOST_BYTES


@pytest.mark.usefixtures("qapp")
def test_what_many_faxes_have_is_kept_once(tmp_path: Path) -> None:
    lists = listed(tmp_path, 8)
    find(lists)
    faxes = lists.board.faxes()
    known = [fax.details for fax in faxes if fax.details]
    assert len(known) == len(faxes) == 8
    again = lists.rig.controller._book._store.load()
    told: list[FaxDetails] = [fax.details for fax in again if fax.details]
    for name in ("status_text", "sender", "sub_user"):
        assert len({id(getattr(each, name)) for each in (*known, *told)}) == 1, name
    assert len({id(fax.account) for fax in faxes}) == 1
    assert len({id(fax.added_at) for fax in faxes}) == 4
    assert all(fax.details and fax.details.fax_id is fax.fax_id for fax in again)
