# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What may happen to a fax. This table is the specification: read it first.

A row is (state, event) -> state. What is not in the table cannot happen, and `after` says so.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxState as S

if TYPE_CHECKING:
    from collections.abc import Mapping


class FaxEvent(StrEnum):
    """Something that happens to one fax."""

    ASK = "ask"  # the user asks to stop it: Stop, Stop all, Retry now
    SEND = "send"  # its request is handed to a worker
    STOPPED = "stopped"  # SRFax: Success, "Fax Cancelled"
    PARTIALLY_SENT = "partially_sent"  # SRFax: Success, "Fax cancelled but partially sent"
    ALREADY_SENT = "already_sent"  # SRFax: "Fax transmission completed"
    TRY_LATER = "try_later"  # any answer, or none, after which it is tried again
    HOLD = "hold"  # what stood in its way stands in the way of all: back to its place in line
    DUE = "due"  # its countdown is over
    GIVE_UP = "give_up"  # tried for as long as the rules allow
    GIVE_UP_NOT_FOUND = "give_up_not_found"  # the same, and SRFax never knew the ID
    END = "end"  # the user presses "Stop trying"
    RESTORE = "restore"  # the program starts again after it ended in the middle
    LEFT_SENT = "left_sent"  # SRFax's list: Sent
    LEFT_FAILED = "left_failed"  # SRFax's list: Failed
    CONTRADICT = "contradict"  # SRFax's list says something else than its answer to the stop
    QUEUED_AGAIN = "queued_again"  # SRFax's queue has it all the same


E = FaxEvent

TRANSITIONS: Mapping[tuple[S, E], S] = MappingProxyType(
    {
        # listed
        (S.WAITING, E.ASK): S.ASKED,
        # in line
        (S.ASKED, E.SEND): S.STOPPING,
        (S.ASKED, E.END): S.ENDED,
        (S.ASKED, E.GIVE_UP): S.NOT_CONFIRMED,  # SRFax out of reach for too long
        (S.ASKED, E.RESTORE): S.ASKED,
        # a request is under way
        (S.STOPPING, E.STOPPED): S.STOPPED,
        (S.STOPPING, E.PARTIALLY_SENT): S.PARTIALLY_SENT,
        (S.STOPPING, E.ALREADY_SENT): S.ALREADY_SENT,
        (S.STOPPING, E.TRY_LATER): S.RETRYING,
        (S.STOPPING, E.HOLD): S.ASKED,
        (S.STOPPING, E.GIVE_UP): S.NOT_CONFIRMED,
        (S.STOPPING, E.GIVE_UP_NOT_FOUND): S.NOT_FOUND,
        (S.STOPPING, E.END): S.ENDING,
        (S.STOPPING, E.RESTORE): S.ASKED,
        # the same, and the user wants no more
        (S.ENDING, E.STOPPED): S.STOPPED,
        (S.ENDING, E.PARTIALLY_SENT): S.PARTIALLY_SENT,
        (S.ENDING, E.ALREADY_SENT): S.ALREADY_SENT,
        (S.ENDING, E.TRY_LATER): S.ENDED,
        (S.ENDING, E.HOLD): S.ENDED,
        (S.ENDING, E.GIVE_UP): S.ENDED,
        (S.ENDING, E.GIVE_UP_NOT_FOUND): S.ENDED,
        (S.ENDING, E.ASK): S.STOPPING,  # the user changes their mind
        (S.ENDING, E.RESTORE): S.ENDED,
        # a countdown runs
        (S.RETRYING, E.DUE): S.ASKED,
        (S.RETRYING, E.ASK): S.ASKED,  # Retry now
        (S.RETRYING, E.GIVE_UP): S.NOT_CONFIRMED,
        (S.RETRYING, E.END): S.ENDED,
        (S.RETRYING, E.RESTORE): S.ASKED,
        # it leaves the queue by itself
        (S.WAITING, E.LEFT_SENT): S.SENT,
        (S.WAITING, E.LEFT_FAILED): S.FAILED,
        (S.SENT, E.QUEUED_AGAIN): S.WAITING,
        (S.FAILED, E.QUEUED_AGAIN): S.WAITING,
        (S.SENT_ANYWAY, E.QUEUED_AGAIN): S.NOT_CONFIRMED,
        # the trying ended without an answer, and the list has one
        (S.NOT_FOUND, E.LEFT_SENT): S.SENT_ANYWAY,
        (S.NOT_CONFIRMED, E.LEFT_SENT): S.SENT_ANYWAY,
        (S.ENDED, E.LEFT_SENT): S.SENT_ANYWAY,
        (S.NOT_FOUND, E.LEFT_FAILED): S.FAILED,
        (S.NOT_CONFIRMED, E.LEFT_FAILED): S.FAILED,
        (S.ENDED, E.LEFT_FAILED): S.FAILED,
        # the list contradicts the answer: nothing is known
        (S.STOPPED, E.CONTRADICT): S.NOT_CONFIRMED,
        (S.PARTIALLY_SENT, E.CONTRADICT): S.NOT_CONFIRMED,
        (S.ALREADY_SENT, E.CONTRADICT): S.NOT_CONFIRMED,
        # given up, but the user may ask again
        (S.NOT_FOUND, E.ASK): S.ASKED,
        (S.NOT_CONFIRMED, E.ASK): S.ASKED,
        (S.ENDED, E.ASK): S.ASKED,
        # a list is no answer to a stop: the user may still ask for one
        (S.SENT, E.ASK): S.ASKED,
        (S.FAILED, E.ASK): S.ASKED,
        (S.SENT_ANYWAY, E.ASK): S.ASKED,
    },
)


class ImpossibleEventError(Exception):
    """An event that the table does not allow: an error in this program."""


def allowed(state: S, event: FaxEvent) -> bool:
    """Whether `event` can happen to a fax in `state`."""
    return (state, event) in TRANSITIONS


def after(state: S, event: FaxEvent) -> S:
    """Return the state after `event`. Raises ImpossibleEventError where the table has no such row."""
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        message = f"{event} cannot happen to a fax that is {state}"
        raise ImpossibleEventError(message) from None
