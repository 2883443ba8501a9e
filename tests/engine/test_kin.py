# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Brothers and sisters of a fax that is to be stopped: offered once, and only while they can be stopped."""

from __future__ import annotations

import random

import pytest

from srfax_desktop.core.fax import FaxId, FaxState
from srfax_desktop.core.listing import SentStatus, look_alike_keys
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


Keys = frozenset[tuple[str, ...]]


def keys_of(lists: ListsRig, fax_ids: set[FaxId]) -> Keys:
    faxes = (fax.details for fax in lists.board.faxes() if fax.fax_id in fax_ids)
    return Keys().union(*(look_alike_keys(known) for known in faxes if known))


def look_at_all(lists: ListsRig, wanted: Keys) -> set[FaxId]:
    """Find the same by a look at each fax."""
    free = (fax for fax in lists.board.faxes() if fax.state is FaxState.WAITING and fax.details)
    queued = {fax.fax_id for fax in free if fax.details and fax.details.may_be_queued}
    return {fax_id for fax_id in queued if wanted & keys_of(lists, {fax_id})}


@pytest.mark.parametrize("seed", range(5))
def test_whatever_happens_those_are_offered_that_a_look_at_all_finds(
    lists: ListsRig, kin: Kin, seed: int
) -> None:
    lists.rig.controller.faxes_added.connect(kin.learn)
    chance = random.Random(seed)  # noqa: S311 - no secret
    documents = [f"2026030110{minute:02}00-8812-4_{number}" for minute in range(6) for number in range(9)]
    every = [FaxId(str(number)) for number in range(1, 10)]
    asked: set[FaxId] = set()
    wanted = Keys()
    for _ in range(60):
        waiting = [fax.fax_id for fax in lists.board.faxes() if fax.state is FaxState.WAITING]
        match chance.randrange(4):
            case 2 if waiting:
                asked.add(fax_id := chance.choice(waiting))
                ask(lists, kin, fax_id)
            case 3 if waiting:
                lists.rig.controller.remove([chance.choice(waiting)])
            case _:
                document, sender = chance.choice(documents), chance.choice("ab")
                found = chance.sample(every, 3)
                rows = (details(fax_id, document=document, sender=sender) for fax_id in found)
                lists.finder.find()
                lists.answer(queue(*rows))
        wanted = (wanted | keys_of(lists, asked)) & keys_of(lists, set(every))
        assert set(kin.look_alikes()) == look_at_all(lists, wanted)
    assert asked
