# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Brothers and sisters of a fax that is to be stopped: offered once, and only while they can be stopped."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.engine.kin import Kin
from tests.engine.lists_rig import ListsRig, details, queue

BROADCAST = [
    details(str(number), document=f"20260301100000-8812-42_{number}", subject="Referral")
    for number in range(1, 5)
]


@pytest.fixture
def lists(qapp: object) -> ListsRig:
    lists = ListsRig()
    lists.finder.find()
    lists.answer(queue(*BROADCAST, details("9", document="20260301110000-8812-50_0", subject="Other")))
    return lists


@pytest.fixture
def kin(lists: ListsRig) -> Kin:
    kin = Kin(lists.board)
    kin.learn(fax.fax_id for fax in lists.board.faxes())
    lists.rig.controller.faxes_changed.connect(kin.learn)
    lists.rig.controller.faxes_removed.connect(kin.learn)
    return kin


def ask(lists: ListsRig, kin: Kin, *fax_ids: str) -> None:
    kin.asked(map(FaxId, fax_ids))
    lists.rig.controller.ask(map(FaxId, fax_ids))


def test_nothing_is_offered_before_anything_was_asked_for(kin: Kin) -> None:
    assert kin.look_alikes() == []


def test_the_others_of_a_broadcast_are_offered(lists: ListsRig, kin: Kin) -> None:
    ask(lists, kin, "1")
    assert kin.look_alikes() == ["2", "3", "4"]


def test_who_is_being_stopped_is_not_offered(lists: ListsRig, kin: Kin) -> None:
    ask(lists, kin, "1", "3")
    assert kin.look_alikes() == ["2", "4"]


def test_who_was_declined_is_not_offered_again(lists: ListsRig, kin: Kin) -> None:
    ask(lists, kin, "1")
    kin.decline()
    assert kin.look_alikes() == []
    ask(lists, kin, "2")
    assert kin.look_alikes() == []


def test_who_left_the_queue_or_the_list_is_not_offered(lists: ListsRig, kin: Kin) -> None:
    ask(lists, kin, "1")
    lists.rig.controller.remove([FaxId("2")])
    lists.finder.find()
    lists.answer(queue(*BROADCAST[3:], details("3", SentStatus.SENT)))
    assert kin.look_alikes() == ["4"]


def test_an_id_typed_by_hand_has_kin_as_soon_as_it_is_filled_in(lists: ListsRig, kin: Kin) -> None:
    lists.rig.controller.add([FaxId("5")])
    ask(lists, kin, "5")
    assert kin.look_alikes() == []
    lists.finder.find()
    lists.answer(queue(*BROADCAST, details("5", document="20260301100000-8812-42_5", subject="referral")))
    assert kin.look_alikes() == ["1", "2", "3", "4"]
