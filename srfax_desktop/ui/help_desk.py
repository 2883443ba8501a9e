# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Opens what the help menu offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDir, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from srfax_desktop.core.bundle import Known, Material
from srfax_desktop.ui.facts import facts
from srfax_desktop.ui.trouble_words import log_folder_words, release_page_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.ports import Clock, Preferences
    from srfax_desktop.engine.board import Board
    from srfax_desktop.engine.support import Support
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.theme import Theme


class References(NamedTuple):
    """What there is to look up.

    logs: the folder with the log. licences: returns the licences in full. release_page: where newer
    versions are, None where nobody told.
    """

    logs: Path
    licences: Callable[[], str]
    release_page: str | None


class HelpDesk(QObject):
    """Listens to the window's help button."""

    def __init__(
        self,
        window: MainWindow,
        board: Board,
        support: Support,
        *,
        references: References,
        preferences: Preferences,
        clock: Clock,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._board = board
        self._support = support
        self._logs = references.logs
        self._licences = references.licences
        self._release_page = references.release_page
        self._preferences = preferences
        self._clock = clock
        self._theme = theme
        window.help.bundle_pressed.connect(self._show_bundle)
        window.help.log_folder_pressed.connect(self._open_log_folder)
        window.help.about_pressed.connect(self._show_about)
        if self._release_page:
            window.help.offer_updates()
            window.help.updates_pressed.connect(self._open_release_page)

    @Slot()
    def _show_bundle(self) -> None:
        from srfax_desktop.ui.bundle_dialog import BundleDialog  # noqa: PLC0415 - the window is shown before

        dialog = BundleDialog(self._theme, self._clock.utc_now().astimezone().date(), self._window)
        self._support.gathered.connect(dialog.show_bundle)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._support.gather(self._material())

    @Slot()
    def _open_log_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs))):
            self._window.notices.tell(log_folder_words(QDir.toNativeSeparators(str(self._logs))))

    @Slot()
    def _show_about(self) -> None:
        from srfax_desktop.ui.about_dialog import AboutDialog  # noqa: PLC0415 - the window is shown before

        dialog = AboutDialog(self._licences, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _open_release_page(self) -> None:
        page = str(self._release_page)
        if not QDesktopServices.openUrl(QUrl(page)):
            self._window.notices.tell(release_page_words(page))

    def _material(self) -> Material:
        faxes = self._board.faxes()
        counts = sorted((status.value, count) for status, count in self._board.counts().items())
        preferences = self._preferences
        accounts = {self._board.account, preferences.account, *preferences.known_accounts}
        accounts |= {fax.account for fax in faxes}
        known = Known(
            numbers=frozenset(
                fax.details.to_number for fax in faxes if fax.details and fax.details.to_number
            ),
            texts=frozenset(_texts(faxes)),
            accounts=frozenset(filter(None, accounts)),
            fax_ids=frozenset(fax.fax_id for fax in faxes),
        )
        trouble = self._board.store_trouble
        told = (("list is saved", f"no: {trouble.problem}" if trouble else "yes"),)
        return Material((*facts(dark=self._theme.dark), *told), tuple(counts), known)


def _texts(faxes: Iterable[FaxRecord]) -> Iterator[str]:
    """Yield all that somebody wrote about the faxes."""
    for fax in faxes:
        details, notes = fax.details, fax.notes
        told = (details.subject, details.document, details.sender, details.account_code) if details else ()
        written = (notes.spoke_to, notes.notes) if notes else ()
        yield from filter(None, (*told, *written))
