# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax was asked about a fax and what it said, for the incident record."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import MEANING, Reason, StopAnswer
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.glosses import gloss
from srfax_desktop.ui.local_time import moment
from srfax_desktop.ui.messages import answer_words
from srfax_desktop.ui.record_item import Item, item_of_times, lines, quoted

if TYPE_CHECKING:
    from srfax_desktop.core.check import FaxCheck
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.core.outcome import StopOutcome
    from srfax_desktop.core.requests_made import Request, RequestGroup

translate = QCoreApplication.translate


def request_items(record: IncidentRecord) -> tuple[Item, ...]:
    """Return each group of requests, with what came of it and when.

    They are numbered from 1 each time that a stop is asked for: where that was more than once, it is
    said in between.
    """
    groups = record.requests
    if not groups:
        return (Item(translate("record", "Requests"), translate("record", "None was made.")),)
    anew = [False, *(group.begins_anew(before) for before, group in pairwise(groups))]
    items: list[Item] = []
    for group, begins_anew in zip(groups, anew, strict=True):
        if begins_anew:
            items.append(_asked_item(translate("record", "Stop asked for again"), group))
        elif not items and any(anew):
            items.append(_asked_item(translate("record", "Stop asked for"), group))
        items.append(_request_item(group))
    return tuple(items)


def _asked_item(label: str, group: RequestGroup) -> Item:
    return item_of_times(label, filter(None, [group.asked_at]))


def _request_item(group: RequestGroup) -> Item:
    first, last = group.requests[0], group.requests[-1]
    what = lines(said(group.result, group.status), _what_came(group))
    if first is last:
        label = translate("record", "Attempt {0}").format(first.number)
        return Item(label, lines(what, _when(group, first)))
    label = translate("record", "Attempts {0}–{1}").format(first.number, last.number)
    tried = [request.sent_at or request.ended_at for request in group.requests]
    how_often = counted("record", "Tried %Ln times", "Tried once", len(tried))
    if last.ended_at:
        how_often = _ended(group).format(how_often, moment(last.ended_at))
    return item_of_times(label, filter(None, tried), lines(what, f"{how_often}:"))


def _what_came(group: RequestGroup) -> str:
    """Return what it means; empty where SRFax's own words say it, which may be contradicted later."""
    match group.end:
        case HistoryEvent.SENDING:
            return translate("record", "Its answer had not come when this record was made")
        case HistoryEvent.INTERRUPTED:
            return translate("record", "The program ended before the answer; the request may have arrived")
    if group.outcome is None or (group.result and MEANING[group.outcome].decided):
        return ""
    return _outcome(group.outcome, group.reason, group.http_status)


def _outcome(outcome: StopOutcome, reason: Reason | None, http_status: int | None = None) -> str:
    return answer_words(StopAnswer(outcome, reason=reason or Reason.DOCUMENTED, http_status=http_status))


def _when(group: RequestGroup, request: Request) -> str:
    if request.sent_at is None:
        return (
            translate("record", "Answered {0}").format(moment(request.ended_at)) if request.ended_at else ""
        )
    tried = translate("record", "Tried {0}").format(moment(request.sent_at))
    return _ended(group).format(tried, moment(request.ended_at)) if request.ended_at else tried


def _ended(group: RequestGroup) -> str:
    if len(group.requests) > 1:
        if group.result or group.status:
            return translate("record", "{0}, last answered {1}")
        return translate("record", "{0}, last ended {1}")
    if group.result or group.status:
        return translate("record", "{0}, answered {1}")
    return translate("record", "{0}, ended {1}")


def said(result: str | None, status: str | None = None) -> str:
    """Return SRFax's exact words in a sentence; empty where it said none."""
    if result and status:
        words = translate("record", "SRFax said {0}, with Status {1}")
        return lines(words.format(quoted(result), quoted(status)), gloss(result))
    if result or status:
        told = result or status or ""
        return lines(translate("record", "SRFax said {0}").format(quoted(told)), gloss(told))
    return ""


# The check afterwards


def verdict_lines(check: FaxCheck | None) -> tuple[str, ...]:
    """Return what SRFax's lists prove about its answer to the stop, a sentence or two."""
    if check is None:
        return (translate("record", "Not looked up afterwards."),)
    if check.verdict is Verdict.CONTRADICTED:
        return (
            translate("record", "NOT CONFIRMED: SRFax’s lists contradict its answer to the stop."),
            translate("record", "The fax may have gone out, or may still be going out."),
        )
    return (
        {
            Verdict.CONFIRMED: translate(
                "record", "Confirmed: SRFax’s lists agree with its answer to the stop."
            ),
            Verdict.SETTLED: translate(
                "record", "SRFax’s answers to the stop do not settle it, but its lists say how the fax ended."
            ),
            Verdict.UNSETTLED: translate("record", "Not confirmed: SRFax’s lists do not settle it."),
            Verdict.NOT_ASKED: translate("record", "Not confirmed: SRFax’s lists could not be looked at."),
        }[check.verdict],
    )


def check_items(record: IncidentRecord) -> tuple[Item, ...]:
    """Return what was found when the fax was looked up after the stop."""
    check = record.check
    found = [Item(translate("record", "Result"), lines(*verdict_lines(check)))]
    if check:
        if record.contradicted and record.last_answer:
            found.append(_answer_to_the_stop(record.last_answer))
        found.append(Item(translate("record", "SRFax’s lists"), lines(_listed(check), _queue(check))))
        if check.pages is not None:
            counted = translate("record", "{0}, as SRFax counts them").format(check.pages)
            found.append(Item(translate("record", "Pages"), counted))
        found.append(item_of_times(translate("record", "Looked up"), [check.at]))
    labels = {
        HistoryEvent.LEFT_QUEUE: translate("record", "Left the queue by itself"),
        HistoryEvent.CHECKED: translate("record", "Looked up earlier"),
    }
    earlier = (mark for mark in record.marks if mark.event in labels)
    return (
        *found,
        *(
            item_of_times(labels[each.event], each.times, _list_words(each.status, each.result))
            for each in earlier
        ),
    )


def _answer_to_the_stop(answer: HistoryEntry) -> Item:
    words = said(answer.result, answer.status)
    return item_of_times(translate("record", "Answer to the stop"), [answer.at], words)


def _listed(check: FaxCheck) -> str:
    if check.problem:
        not_asked = translate("record", "Its status could not be asked for: {0}")
        return lines(not_asked.format(_outcome(check.problem, check.reason)), said(check.status_text))
    return _list_words(check.status_text, check.error_code)


def _list_words(status: str | None, error_code: str | None) -> str:
    if status and error_code:
        words = translate("record", "Listed as {0}, with error code {1}")
        return words.format(quoted(status), quoted(error_code))
    if status:
        return translate("record", "Listed as {0}").format(quoted(status))
    return translate("record", "No status was given")


def _queue(check: FaxCheck) -> str:
    if check.queued is None:
        return translate("record", "The queue could not be looked at, or not read in full")
    if check.queued:
        return translate("record", "Still in the queue")
    return translate("record", "Not in the queue any more")
