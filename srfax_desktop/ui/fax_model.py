# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table's model: it asks the engine for whatever a cell shows, at the moment when it is shown."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, QTimer, Signal, Slot

from srfax_desktop.core.action import ACTION
from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.columns import Column, heading
from srfax_desktop.ui.fax_arrangement import FaxArrangement
from srfax_desktop.ui.fax_cells import cell_text, cell_tip, face_of, row_sentence, short_text
from srfax_desktop.ui.placed_rows import PlacedRows
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from srfax_desktop.core.listing import FaxDetails
    from srfax_desktop.engine.board import Board
    from srfax_desktop.ui.fax_cells import Face
    from srfax_desktop.ui.shown_rows import Index

MANY = 1000
PACE_MS = 150
"""A list of so many faxes is sorted anew at most this often, however many answers come."""

ROWS_EACH_MS = 50
"""And where so many have to be moved from and to so many places that all of it has to be looked through, one
of a hundred thousand every two seconds: that takes a while."""

FEW = 4
"""Where one of so many faxes has to be moved, all are sorted."""

SEVERAL = 100
SHOWN_EACH_MS = 30
"""What changed in a list of so many is painted so often at most: the first change at once, and more
of them together, since nobody could read them one by one."""

A_FEW, STORM_EACH_MS = 8, 60
"""Where more than so many came together, those that follow wait longer for each other."""

ADDED_EACH_MS = 100
"""And what is added to it: each time, all that is in view is painted anew."""

_COLUMNS = tuple(Column)
_WIDTH = len(_COLUMNS)
_WHOLE_ROW = (Column.STATUS, _COLUMNS[-1])
_OF_ITS_STATE = ((Column.STATUS, Column.STATUS), (Column.SAID, _COLUMNS[-1]))
"""What changes while SRFax's lists tell nothing else of a fax."""

_CENTRE = Qt.AlignmentFlag.AlignCenter
CENTRED = (Column.PAGES, Column.ATTEMPTS)


class Role(IntEnum):
    """What a cell tells beyond Qt's own roles."""

    FAX_ID = Qt.ItemDataRole.UserRole + 1
    STATUS = Qt.ItemDataRole.UserRole + 2
    ACTION = Qt.ItemDataRole.UserRole + 3
    DUE_IN_S = Qt.ItemDataRole.UserRole + 4
    FACE = Qt.ItemDataRole.UserRole + 6  # Face: all that is painted
    SHORT = Qt.ItemDataRole.UserRole + 5  # what is painted where there is no room for all the words


def _text(board: Board, fax_id: FaxId, column: Column) -> str:
    return cell_text(board.fax(fax_id), column, board.status(fax_id), board.due_in_s(fax_id))


def _tip(board: Board, fax_id: FaxId, column: Column) -> str:
    return cell_tip(board.fax(fax_id), column, board.status(fax_id))


def _sentence(board: Board, fax_id: FaxId, column: Column) -> str | None:
    if column is not Column.STATUS:
        return None
    return row_sentence(board.fax(fax_id), board.status(fax_id), board.due_in_s(fax_id), board.account)


def _short(board: Board, fax_id: FaxId, column: Column) -> str:
    return short_text(column, board.status(fax_id), board.due_in_s(fax_id))


def _face(board: Board, fax_id: FaxId, column: Column) -> Face:
    return face_of(board.fax(fax_id), column, board.status(fax_id), board.due_in_s(fax_id))


_TOLD: Mapping[int, Callable[[Board, FaxId, Column], object]] = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleDescriptionRole): _sentence,
    int(Qt.ItemDataRole.TextAlignmentRole): lambda _, __, column: _CENTRE if column in CENTRED else None,
    int(Role.SHORT): _short,
    int(Role.FACE): _face,
    int(Role.FAX_ID): lambda _, fax_id, __: fax_id,
    int(Role.STATUS): lambda board, fax_id, _: board.status(fax_id),
    int(Role.ACTION): lambda board, fax_id, _: ACTION.get(board.status(fax_id)),
    int(Role.DUE_IN_S): lambda board, fax_id, _: board.due_in_s(fax_id),
}
"""What is told of a cell by role. Views ask for much more at each cell that they paint."""


class FaxModel(PlacedRows):
    """One row for each fax that the filter lets through, sorted: newest first until the user sorts it."""

    faxes_leaving = Signal(object)  # tuple[FaxId, ...]: they are about to be taken off the list
    faxes_left = Signal()
    shown_changed = Signal()  # others are shown or hidden than before, or there are more or fewer

    def __init__(self, board: Board) -> None:
        super().__init__(FaxArrangement(board))
        self._board = board
        self._told_counts = 0, 0
        self._preparing = Stepper(self)
        self._changed: dict[FaxId, None] = {}  # to be shown
        self._details: dict[FaxId, FaxDetails | None] = {}  # as they were shown when it changed before
        self._since_shown = QElapsedTimer()
        self._since_shown.start()
        self._shown_each_ms = SHOWN_EACH_MS
        self._show_later = QTimer(self)
        self._show_later.setSingleShot(True)
        self._show_later.timeout.connect(self._show_changed)
        self._coming: dict[FaxId, None] = {}  # added, and not shown yet
        self._since_taken_in = QElapsedTimer()
        self._since_taken_in.start()
        self._take_in_later = QTimer(self)
        self._take_in_later.setSingleShot(True)
        self._take_in_later.timeout.connect(self._take_in)
        self._since_arranged = QElapsedTimer()
        self._since_merged = QElapsedTimer()
        self._arrange_later = QTimer(self)
        self._arrange_later.setSingleShot(True)
        self._arrange_later.timeout.connect(self._arrange_moved)
        self._moved: dict[FaxId, None] = {}  # may be in the wrong place
        self.take_added(tuple(fax.fax_id for fax in board.faxes()))

    @property
    def hidden_count(self) -> int:
        """How many faxes the filter hides."""
        return len(self._arrangement) - self.rowCount()

    def set_filter(self, text: str) -> None:
        """Show only faxes in which all these words are; without words, all of them."""
        if self._arrangement.set_filter(text):
            self._arrange()

    @Slot()
    def prepare_filter(self) -> None:
        """Get ready to be filtered, in the background: somebody is about to type."""
        self._preparing.start(self._arrangement.prepare_filter())

    def let_through(self, fax_ids: Iterable[FaxId]) -> None:
        """Show these, whatever the filter is, until its words are changed."""
        self._take_in()
        self._arrangement.let_through(fax_ids)
        self._arrange()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.take_all_changed()

    # Qt's side

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else _WIDTH

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading(Column(section))
            case Qt.ItemDataRole.TextAlignmentRole if section in CENTRED:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.InitialSortOrderRole if section == Column.QUEUED:
                return Qt.SortOrder.DescendingOrder
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows or tells."""
        tell = _TOLD.get(role)
        fax_id = self._ids[index.row()] if tell else ""
        if (
            tell is None or fax_id not in self._board
        ):  # views ask once more about rows that they are to remove
            return None
        return tell(self._board, FaxId(fax_id), _COLUMNS[index.column()])

    def counts_down(self, row: int) -> bool:
        """Whether a row shows seconds."""
        return self._board.due_in_s(self._ids[row]) is not None

    def faces(self, row: int, columns: Iterable[Column]) -> list[Face]:
        """Return what `data` tells of some cells of a row as `Role.FACE`, in one question."""
        board, fax_id = self._board, self._ids[row]
        fax, status, due_in_s = board.fax(fax_id), board.status(fax_id), board.due_in_s(fax_id)
        return [face_of(fax, column, status, due_in_s) for column in columns]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by none: newest first."""
        descending = order is Qt.SortOrder.DescendingOrder
        wanted, descending = (Column.QUEUED, True) if column < 0 else (Column(column), descending)
        if self._arrangement.sort_by(wanted, descending=descending):
            self._arrange()

    # The engine's side

    @Slot(object)
    def take_added(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Show faxes that were added; those in the list already are only shown anew.

        The first at once, and where a long list comes in by hundreds, what came with them a moment later.
        """
        self._coming.update(dict.fromkeys(fax_ids))
        if len(self._ids) < SEVERAL or self._since_taken_in.hasExpired(ADDED_EACH_MS):
            self._take_in()
        elif not self._take_in_later.isActive():
            self._take_in_later.start(ADDED_EACH_MS)

    @Slot()
    def _take_in(self) -> None:
        self._take_in_later.stop()
        coming, self._coming = tuple(self._coming), {}
        if not coming:
            return
        new = [fax_id for fax_id in coming if not self._arrangement.knows(fax_id)]
        self._arrangement.add(coming)
        if len(new) < len(coming) or not self._put_in_place(new):
            self._arrange()
        self._since_taken_in.start()

    @Slot(object)
    def take_removed(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Show faxes no longer."""
        self.faxes_leaving.emit(fax_ids)
        self._arrangement.remove(fax_ids)
        for fax_id in fax_ids:
            self._coming.pop(fax_id, None)
            self._details.pop(fax_id, None)
        self._arrange()
        self.faxes_left.emit()

    @Slot(object)
    def take_changed(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Show what changed, where it belongs now."""
        self._changed.update(dict.fromkeys(fax_ids))
        left_ms = self._shown_each_ms - self._since_shown.elapsed()
        if len(self._ids) < SEVERAL or left_ms <= 0:
            self._show_changed()
        elif not self._show_later.isActive():
            self._show_later.start(left_ms)

    @Slot()
    def take_all_changed(self) -> None:
        """Show everything anew: something that concerns every fax has changed."""
        self._arrangement.look_again_at_all()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))
        self._arrange()

    @Slot()
    def _show_changed(self) -> None:
        self._show_later.stop()
        changed, self._changed = self._changed, {}
        known = self._arrangement.look_again(changed)
        told_of = set(filter(self._has_other_details, known))
        self._tell_changed(told_of, _WHOLE_ROW)
        self._tell_changed((fax_id for fax_id in known if fax_id not in told_of), *_OF_ITS_STATE)
        self._since_shown.start()
        self._shown_each_ms = SHOWN_EACH_MS if len(changed) <= A_FEW else STORM_EACH_MS
        # Beside one that is about to move, a place that is right now may be wrong when that has left.
        if self._moved or not all(map(self._is_in_place, known)):
            self._moved.update(dict.fromkeys(known))
            self._arrange_soon()

    def _has_other_details(self, fax_id: FaxId) -> bool:
        """Whether more may have changed than its state; remembers what it is shown with now."""
        details = self._board.fax(fax_id).details
        if fax_id in self._details and self._details[fax_id] is details:
            return False
        self._details[fax_id] = details
        return True

    # Its place

    def _put_in_place(self, new: list[FaxId]) -> bool:
        """Show new faxes where they belong, without a look at all others; returns False where it cannot.

        A long list comes in by hundreds, and they mostly belong side by side.
        """
        if len(self._ids) < SEVERAL or not all(map(self._arrangement.shows, new)):
            return False
        if self._moved or not self._put_in_blocks(new):  # among some that are in the wrong place themselves
            self._put_in(len(self._ids), new)
            self._moved.update(dict.fromkeys(new))
            self._arrange_soon()
        self._tell_shown()
        return True

    def _is_in_place(self, fax_id: FaxId) -> bool:
        row = self.row_of(fax_id)
        if row is None:
            return not self._arrangement.shows(fax_id)
        beside = self._ids[max(0, row - 1) : row + 2]
        return all(self._arrangement.are_in_order(*pair) for pair in pairwise(beside))

    def _arrange_soon(self) -> None:
        """Arrange at once, but a long list not at each of many answers: nobody could read it so fast.

        And that in a turn of its own: the one that brought the answers has done enough.
        """
        if len(self._ids) < MANY:
            self._arrange_moved()
        elif not self._arrange_later.isActive():
            self._arrange_later.start(0 if self._since_arranged.hasExpired(PACE_MS) else PACE_MS)

    @Slot()
    def _arrange_moved(self) -> None:
        """Put a few faxes where they belong among all others: those are in order."""
        moved = [fax_id for fax_id in self._moved if self._arrangement.knows(fax_id)]
        are_shown = all(map(self._arrangement.shows, moved))
        if len(self._ids) < MANY or not are_shown or not self._move_blocks(moved):
            pace_ms = len(self._ids) // ROWS_EACH_MS
            if len(self._ids) >= MANY and not self._since_merged.hasExpired(pace_ms):
                self._arrange_later.start(pace_ms)
                return
            if len(moved) * FEW > len(self._ids) or not are_shown:
                self._arrange()
                return
            self._rearrange(self._arrangement.with_moved(self._ids, moved))
            self._since_merged.start()
        self._arrange_later.stop()
        self._moved.clear()
        self._since_arranged.start()

    @Slot()
    def _arrange(self) -> None:
        self._arrange_later.stop()
        self._moved.clear()
        self._bring_in_line(self._arrangement.arranged())
        self._since_arranged.start()
        self._since_merged.start()
        self._tell_shown()

    def _tell_shown(self) -> None:
        counts = self.rowCount(), self.hidden_count
        if counts != self._told_counts:
            self._told_counts = counts
            self.shown_changed.emit()
