# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about faxes of one account while another one is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.core.fax import GIVEN_UP, FaxState
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.letters import letter_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import AccountNumber, FaxRecord

translate = QCoreApplication.translate

_CAN_BE_ASKED_FOR = GIVEN_UP | {FaxState.WAITING, FaxState.ENDED}


def belongs_words(fax: FaxRecord, present: AccountNumber | None) -> str:
    """Say whose fax it is where that account is not signed in; else nothing.

    present: the account signed in.
    """
    if fax.account is None or fax.account == present:
        return ""
    if present is None:
        return translate("account_words", "It belongs to account {0}.").format(fax.account)
    whose = translate("account_words", "It belongs to account {0}, not to account {1}, which is signed in.")
    return whose.format(fax.account, present)


def switch_first_words(fax: FaxRecord, present: AccountNumber | None) -> str:
    """Say what comes before a stop of a fax whose account is not signed in; else nothing."""
    if not present or fax.account in (None, present) or fax.state not in _CAN_BE_ASKED_FOR:
        return ""
    words = translate(
        "account_words", "Switch to account {0} in the menu of your account before you stop it."
    )
    return words.format(fax.account)


def held_words(held: Mapping[AccountNumber, int], present: AccountNumber) -> str:
    """Say that stops of other accounts wait, and for what. held: how many of each account."""
    count = sum(held.values())
    accounts = ", ".join(sorted(held, key=lambda account: (len(account), account)))
    if len(held) > 1:
        words = counted(
            "account_words",
            "%Ln faxes of accounts {0} wait: nothing is tried for them while account {1} is signed in. "
            "They may still be going out.",
            "1 fax of accounts {0} waits: nothing is tried for it while account {1} is signed in. "
            "It may still be going out.",
            count,
        )
    else:
        words = counted(
            "account_words",
            "%Ln faxes of account {0} wait: nothing is tried for them while account {1} is signed in. "
            "They may still be going out.",
            "1 fax of account {0} waits: nothing is tried for it while account {1} is signed in. "
            "It may still be going out.",
            count,
        )
    return words.format(accounts, present)


def switch_words(account: AccountNumber) -> str:
    """Return the label of what switches to an account."""
    return translate("account_words", "Switch to account {0}").format(account)


def ask_before_switching(parent: QWidget, count: int, present: AccountNumber, account: AccountNumber) -> bool:
    """Ask whether to leave `present` for `account` although `count` faxes are being tried. Enter says no."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - few questions, many words

    from srfax_desktop.ui.questions import message_box  # noqa: PLC0415

    question = counted(
        "account_words",
        "%Ln faxes of account {0} are still being tried.",
        "1 fax of account {0} is still being tried.",
        count,
    )
    more = translate(
        "account_words",
        "If you switch to account {0} now, they wait, and pages may go out. "
        "They go on by themselves when you switch back to account {1}.",
    )
    if count == 1:
        more = translate(
            "account_words",
            "If you switch to account {0} now, it waits, and pages may go out. "
            "It goes on by itself when you switch back to account {1}.",
        )
    box = message_box(parent, question.format(present), more.format(account, present))
    yes = box.addButton(switch_words(account), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(
        translate("account_words", "Stay with account {0}").format(present), QMessageBox.ButtonRole.RejectRole
    )
    box.setEscapeButton(no)
    box.setDefaultButton(no)
    letter_question(box)
    box.exec()
    return box.clickedButton() is yes


def ask_before_forgetting(parent: QWidget, account: AccountNumber, count: int) -> bool:
    """Ask whether to forget an account, of which `count` stops are not decided. Enter says no."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - few questions, many words

    from srfax_desktop.ui.questions import message_box  # noqa: PLC0415

    question = translate("account_words", "Forget account {0}?").format(account)
    stays = translate(
        "account_words",
        "Its password is removed from this computer. Its faxes stay in the list until you take them off, "
        "and the history stays.",
    )
    trying = (
        translate(
            "account_words",
            "Some of its faxes are still being tried: they wait until you sign in to it again.",
        )
        if count
        else ""
    )
    box = message_box(parent, question, " ".join(filter(None, (stays, trying))))
    yes = box.addButton(translate("account_words", "Forget"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(translate("account_words", "Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(no)
    box.setDefaultButton(no)
    letter_question(box)
    box.exec()
    return box.clickedButton() is yes
