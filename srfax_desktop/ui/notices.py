# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence that concerns more than one fax: pauses, signing in, the list, the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.pause import Pause, PauseCause
from srfax_desktop.core.sign_in import AccountProblem, SignInAnswer
from srfax_desktop.core.status import Status
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.messages import duration, reason_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from srfax_desktop.core.id_entry import IdEntry

translate = QCoreApplication.translate

MOST_SHOWN = 5
LONGEST_SHOWN = 30


def pause_words(pause: Pause, due_in_s: float | None, *, automatic: bool = True) -> str:
    """Return what stands in the way of every fax, and what follows.

    automatic: one fax finds out by itself whether it is over; otherwise when the user says so.
    """
    return " ".join(filter(None, (_cause(pause), _what_follows(pause, due_in_s, automatic=automatic))))


def _cause(pause: Pause) -> str:
    answer = pause.answer
    why = reason_words(answer.reason, answer.http_status) if answer else ""
    return {
        PauseCause.SIGN_IN_NEEDED: translate(
            "notices", "Sign in to SRFax, and the stops you asked for are sent."
        ),
        PauseCause.LOGIN_REJECTED: translate(
            "notices", "SRFax refused the account number or password. Nothing more was sent."
        ),
        PauseCause.UNREACHABLE: (
            translate("notices", "SRFax cannot be reached: {0}.").format(why)
            if why
            else translate("notices", "SRFax cannot be reached.")
        ),
        PauseCause.BLOCKED: translate(
            "notices", "SRFax sends blank answers: it seems to be blocking this office’s address."
        ),
        PauseCause.UNTRUSTED_CERTIFICATE: translate(
            "notices",
            "The certificate of whoever answers is not trusted by this computer. No password was sent.",
        ),
    }[pause.cause]


def _what_follows(pause: Pause, due_in_s: float | None, *, automatic: bool) -> str:
    if pause.probing:
        return translate("notices", "Trying now…")
    if due_in_s is not None and not automatic:
        return translate("notices", "It can be tried again in {0}.").format(duration(due_in_s))
    if due_in_s is not None:
        return translate("notices", "Trying again in {0}.").format(duration(due_in_s))
    return ""


def entry_words(entry: IdEntry) -> str:
    """Say what became of each piece of what was typed or pasted."""
    parts = []
    if count := len(entry.fax_ids):
        parts.append(counted("notices", "%Ln added", "1 added", count))
    if count := len(entry.listed):
        listed = translate("notices", "already in the list: {0}")
        parts.append(listed.format(_some(entry.listed)))
    if count := len(entry.repeated):
        repeated = translate("notices", "given twice, added once: {0}")
        parts.append(repeated.format(_some(entry.repeated)))
    if entry.rejected:
        rejected = translate("notices", "not a fax ID: {0}")
        parts.append(rejected.format(_some(entry.rejected)))
    return " · ".join(parts)


def summary_words(counts: Mapping[Status, int], next_due_in_s: float | None) -> str:
    """Return the line at the foot of the window: `1 partly sent · 2 retrying, next in 4 s · 3 stopped`."""
    parts = []
    for statuses, words in _SUMMARY:
        if count := sum(counts.get(status, 0) for status in statuses):
            part = words(count)
            if Status.RETRYING in statuses and next_due_in_s is not None:
                part = translate("notices", "{0}, next in {1}").format(part, duration(next_due_in_s))
            parts.append(part)
    return " · ".join(parts)


_SUMMARY: tuple[tuple[tuple[Status, ...], Callable[[int], str]], ...] = (
    (
        (Status.ALREADY_SENT, Status.SENT_ANYWAY),
        lambda n: counted("notices", "%Ln too late", "1 too late", n),
    ),
    ((Status.PARTIALLY_SENT,), lambda n: counted("notices", "%Ln partly sent", "1 partly sent", n)),
    (
        (Status.NOT_CONFIRMED, Status.ENDED),
        lambda n: counted("notices", "%Ln not confirmed", "1 not confirmed", n),
    ),
    ((Status.NOT_FOUND,), lambda n: counted("notices", "%Ln not found", "1 not found", n)),
    (
        (
            Status.SIGN_IN_REFUSED,
            Status.HELD_SIGN_IN,
            Status.HELD_UNREACHABLE,
            Status.HELD_BLOCKED,
            Status.HELD_UNTRUSTED,
            Status.HELD_ACCOUNT,
        ),
        lambda n: counted("notices", "%Ln on hold", "1 on hold", n),
    ),
    (
        (Status.RETRY_READY, Status.RETRY_LATER),
        lambda n: counted("notices", "%Ln to be retried by you", "1 to be retried by you", n),
    ),
    ((Status.RETRYING,), lambda n: counted("notices", "%Ln retrying", "1 retrying", n)),
    (
        (Status.STOPPING, Status.IN_LINE, Status.ENDING),
        lambda n: counted("notices", "%Ln stopping", "1 stopping", n),
    ),
    ((Status.WAITING,), lambda n: counted("notices", "%Ln waiting", "1 waiting", n)),
    ((Status.STOPPED,), lambda n: counted("notices", "%Ln stopped", "1 stopped", n)),
    ((Status.SENT,), lambda n: counted("notices", "%Ln sent", "1 sent", n)),
    ((Status.FAILED,), lambda n: counted("notices", "%Ln failed", "1 failed", n)),
)
"""The worst first: one that went out does not hide behind 499 that were stopped."""


def practice_words() -> str:
    """Say that nothing here is real."""
    return translate(
        "notices",
        "Practice – no fax here is real, and nothing leaves this computer. "
        "Try what happens to faxes 10000001 to 10000008.",
    )


def finishing_words() -> str:
    """Say that the program waits for the last answers before it ends."""
    return translate("notices", "Finishing: waiting for the last answers…")


def cannot_remove_words(count: int) -> str:
    """Say that faxes that are being stopped stay on the list."""
    return counted(
        "notices",
        "%Ln faxes are still being tried and stay on the list. “Stop trying” first.",
        "1 fax is still being tried and stays on the list. “Stop trying” first.",
        count,
    )


def left_words(fax_ids: Sequence[str]) -> str:
    """Say that Escape ended the trying, and how to go back."""
    if len(fax_ids) == 1:
        return translate(
            "notices",
            "Fax {0} is not tried any more and may still be going out. “Retry now” tries it again.",
        ).format(fax_ids[0])
    return counted(
        "notices",
        "%Ln faxes are not tried any more and may still be going out. “Retry now” tries them again.",
        "1 fax is not tried any more and may still be going out. “Retry now” tries it again.",
        len(fax_ids),
    )


def not_kept_words() -> str:
    """Say that the vault did not take the password."""
    return translate("notices", "The password could not be stored. It is kept until the program is closed.")


def not_forgotten_words() -> str:
    """Say that the vault did not forget the password."""
    return translate(
        "notices",
        "The password could not be removed from the password vault of this computer: "
        "it may still be stored there.",
    )


def forgotten_late_words(account: str) -> str:
    """Say that the vault has now forgotten what it was to forget before the program last ended."""
    return translate(
        "notices",
        "The password of account {0} could not be removed before the program was last closed. "
        "It is now: the password vault of this computer has it no more.",
    ).format(account)


def vault_failed_words() -> str:
    """Say that the vault could not be asked for the password."""
    return translate(
        "notices", "The password vault of this computer could not be opened. Please sign in again."
    )


def moved_aside_words(name: str) -> str:
    """Say that a damaged file was moved, and where to."""
    return translate(
        "notices", "A file of this program was damaged. It was kept as {0}, and a new one was begun."
    ).format(name)


def restored_words(count: int) -> str:
    """Say that stops asked for before the program ended go on."""
    return counted(
        "notices",
        "%Ln stops asked for before the program last ended go on now.",
        "1 stop asked for before the program last ended goes on now.",
        count,
    )


def restored_waiting_words(count: int) -> str:
    """Say that stops asked for before the program ended wait for a sign-in."""
    return counted(
        "notices",
        "%Ln stops asked for before the program last ended go on as soon as you are signed in.",
        "1 stop asked for before the program last ended goes on as soon as you are signed in.",
        count,
    )


def account_problem_words(problem: AccountProblem) -> str:
    """Say what is wrong with what was typed as an account number."""
    return {
        AccountProblem.EMPTY: translate("notices", "Please type the account number."),
        AccountProblem.EMAIL: translate(
            "notices",
            "This is an e-mail address. SRFax wants the account number here: digits only, "
            "shown in the SRFax portal under your account.",
        ),
        AccountProblem.NOT_DIGITS: translate("notices", "The account number is made of digits only."),
    }[problem]


def password_missing_words() -> str:
    """Say that the password is missing."""
    return translate("notices", "Please type the password.")


def sign_in_words(answer: SignInAnswer) -> str:
    """Say what came of trying to sign in."""
    if answer.problem is None:
        if answer.account_name:
            return translate("notices", "SRFax accepts this sign-in: {0}.").format(answer.account_name)
        return translate("notices", "SRFax accepts this sign-in.")
    why = reason_words(answer.reason) if answer.reason else ""
    words = {
        StopOutcome.LOGIN_REJECTED: translate("notices", "SRFax refused the account number or password."),
        StopOutcome.UNTRUSTED_CERTIFICATE: translate(
            "notices", "Whoever answered could not prove to be SRFax. No password was sent."
        ),
    }.get(answer.problem, translate("notices", "SRFax could not be asked."))
    return f"{words} ({why})" if why else words


def store_trouble_words(problem: str) -> str:
    """Say why the list cannot be kept on this computer."""
    return translate(
        "notices",
        "The list cannot be saved: {0}. Stopping goes on, but the list is lost if the program ends.",
    ).format(problem_words(problem))


def problem_words(problem: str) -> str:
    """Return why something cannot be kept on this computer, or not be read: part of a sentence."""
    known = {
        "disk_full": translate("notices", "the disk is full"),
        "read_only": translate("notices", "the folder is read-only"),
        "not_writable": translate("notices", "the folder cannot be written to"),
        "not_ours": translate("notices", "the folder, or the file in it, belongs to another user"),
        "locked": translate("notices", "another program holds the file"),
        "damaged": translate("notices", "the file is damaged"),
        "newer_version": translate("notices", "a newer version of this program wrote it"),
    }
    return known.get(problem, translate("notices", "this computer does not allow it"))


def _some(pieces: tuple[str, ...]) -> str:
    shown = ", ".join(
        piece if len(piece) <= LONGEST_SHOWN else f"{piece[: LONGEST_SHOWN - 1]}…"
        for piece in pieces[:MOST_SHOWN]
    )
    more = len(pieces) - MOST_SHOWN
    if more <= 0:
        return shown
    return counted("notices", "{0} and %Ln more", "{0} and 1 more", more).format(shown)
