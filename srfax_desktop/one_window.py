# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whether this start shows the window or hands its fax IDs to the one that is open.

Found out before the window and all that stands behind it are loaded: a second start needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.complaints import complain
from srfax_desktop.core.fax_link import parse_link
from srfax_desktop.core.ports import StoreError
from srfax_desktop.engine.single_instance import SingleInstance, Standing
from srfax_desktop.guarded import guarded
from srfax_desktop.srfax.endpoint import DEFAULT_URL
from srfax_desktop.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.options import WindowOptions


def show_one_window(options: WindowOptions) -> int:
    """Show the window, or have the one that is open come to the front; return the exit status."""
    instance = _instance(practice=options.target.is_practice)
    ids, rejected = _read(options.ids)
    linked = options.link is not None
    match instance.settle(linked_ids(options.link) if linked else ids, linked=linked):
        case Standing.HANDED_OVER:
            complain(_handed_over_words(len(ids) or len(linked_ids(options.link))))
            if rejected:
                complain(f"not a fax ID, and not added: {' '.join(rejected)}")
            if _has_a_will_of_its_own(options):
                complain("that window goes on with its own options, not with those of this start.")
            return 0
        case Standing.NO_ANSWER:
            complain("SRFax Desktop is already running, but does not answer.")
            if left := " ".join((*instance.left, *rejected)):
                complain(f"perhaps not added: {left}")
            _show_no_answer(instance.left)
            return 1
    from srfax_desktop.window_app import show_window  # noqa: PLC0415 - see above

    return guarded(lambda hook: show_window(options, instance, hook))


def linked_ids(link: str | None) -> tuple[FaxId, ...]:
    """Return the fax IDs that a link points at, none where it is no link of this program's."""
    try:
        return parse_link(link or "")
    except ValueError:
        return ()


def _read(ids: Sequence[str]) -> tuple[Sequence[FaxId], Sequence[str]]:
    """Return the fax IDs among what was given, and what is none."""
    if not ids:  # a double click: there is nothing to read, and nothing to load for it
        return (), ()
    from srfax_desktop.core.id_entry import read_ids  # noqa: PLC0415

    entry = read_ids(" ".join(ids))
    return entry.fax_ids, entry.rejected


def _instance(*, practice: bool) -> SingleInstance:
    """Return what guards the list that this start is for: real and practice go side by side."""
    paths = Paths.of_this_user()
    lock = (paths.practice_database if practice else paths.database).with_suffix(".lock")
    try:
        paths.make_folders()
    except StoreError as error:
        return SingleInstance(lock, trouble=str(error))
    return SingleInstance(lock)


def _handed_over_words(count: int) -> str:
    if not count:
        return "a window is already open; it was asked to come to the front."
    return f"a window is already open; its list has taken {count} fax ID{'s' if count > 1 else ''}."


def _has_a_will_of_its_own(options: WindowOptions) -> bool:
    endpoint = options.target.endpoint
    return bool(options.language or (endpoint and endpoint.url != DEFAULT_URL))


def _show_no_answer(fax_ids: Sequence[str]) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the box is all that needs it

    from srfax_desktop.engine.interrupts import Interrupts  # noqa: PLC0415
    from srfax_desktop.ui.icons import window_icon  # noqa: PLC0415
    from srfax_desktop.ui.questions import tell_no_answer  # noqa: PLC0415
    from srfax_desktop.ui.theme import Theme  # noqa: PLC0415

    QApplication.setStyle("Fusion")
    app = QApplication(["srfax-desktop"])
    app.setWindowIcon(window_icon())
    Theme(app)
    interrupts = Interrupts()
    interrupts.received.connect(app.closeAllWindows)
    tell_no_answer(fax_ids)
    interrupts.close()
