# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Faxes that were stopped and taken off the list are forgotten: the program may run for weeks."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.engine.kin import Kin
from tests.engine.lists_rig import ListsRig, details, queue, statuses
from tests.engine.rig import STOPPED

FAXES = ("70000001", "70000002", "70000003")


@pytest.fixture
def lists(qapp: object) -> ListsRig:
    return ListsRig()


@pytest.fixture
def kin(lists: ListsRig) -> Kin:
    kin = Kin(lists.board)
    controller = lists.rig.controller
    for change in (controller.faxes_added, controller.faxes_changed, controller.faxes_removed):
        change.connect(kin.learn)
    return kin


def alike(fax_id: str, status: SentStatus = SentStatus.IN_PROGRESS) -> FaxDetails:
    return details(fax_id, status, document=f"20260301110000-8812-{fax_id}_0", subject=fax_id)


def stop_all(lists: ListsRig, kin: Kin) -> None:
    lists.finder.find()
    lists.answer(queue(*map(alike, FAXES)))
    kin.asked(map(FaxId, FAXES))
    lists.rig.ask(*FAXES)
    for fax_id in FAXES:
        lists.rig.answer(fax_id, STOPPED)
    lists.check(statuses(*(alike(fax_id, SentStatus.FAILED) for fax_id in FAXES)), queue())


def test_who_was_stopped_has_no_place_in_the_line_to_come_back_to(lists: ListsRig, kin: Kin) -> None:
    stop_all(lists, kin)
    assert not lists.rig.controller._desk.line._left


def test_nobody_is_alike_to_who_left_the_list(lists: ListsRig, kin: Kin) -> None:
    stop_all(lists, kin)
    kin._declined.update(map(FaxId, FAXES))
    lists.rig.controller.remove(map(FaxId, FAXES))
    remembered = (kin._asked, kin._keys, kin._near, kin._one, kin._several, kin._details, kin._declined)
    assert not any(remembered)


def test_an_id_without_details_is_forgotten_too(lists: ListsRig, kin: Kin) -> None:
    kin.asked([FaxId("8")])
    lists.rig.ask("8")
    lists.rig.answer("8", STOPPED)
    lists.rig.controller.remove([FaxId("8")])
    assert not kin._asked


def test_who_looks_like_a_fax_that_left_the_list_is_still_offered(lists: ListsRig, kin: Kin) -> None:
    one, other = (
        details(fax_id, document=f"20260301110000-8812-42_{fax_id}", subject="Referral") for fax_id in "12"
    )
    lists.finder.find()
    lists.answer(queue(one, other))
    kin.asked([FaxId("1")])
    lists.rig.ask("1")
    lists.rig.answer("1", STOPPED)
    lists.rig.controller.remove([FaxId("1")])
    assert kin.look_alikes() == ["2"]
    lists.finder.find()
    lists.answer(queue(details("2", document="20260301110000-8812-42_2", subject="Referral", pages=3)))
    assert kin.look_alikes() == ["2"]


def test_who_left_list_and_queue_needs_not_be_kept_off_the_list(lists: ListsRig, kin: Kin) -> None:
    stop_all(lists, kin)
    lists.rig.controller.remove(map(FaxId, FAXES))
    lists.finder._look()
    lists.answer(queue(alike(FAXES[0])))
    assert lists.board.faxes() == []  # still in the queue: it does not come back by itself
    assert lists.finder._dismissed == {FAXES[0]}
    lists.finder._look()
    lists.answer(queue(unread=1))
    assert lists.finder._dismissed == {FAXES[0]}  # it may be among those that could not be read
    lists.finder._look()
    lists.answer(queue())
    assert not lists.finder._dismissed
