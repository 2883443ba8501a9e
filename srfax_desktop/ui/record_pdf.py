# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Incident records on paper: one page for each, as a PDF file or straight to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from srfax_desktop import __version__
from srfax_desktop.ui.record_fitting import PLANS, is_hopeless, shortened
from srfax_desktop.ui.record_page import RecordPage
from srfax_desktop.ui.record_words import record_name, sections

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from PySide6.QtGui import QPagedPaintDevice, QTextDocument
    from PySide6.QtPrintSupport import QPrinter

    from srfax_desktop.core.incident import IncidentRecord

_MARGIN_MM = 13

_L = QLocale.Country
_LETTER = frozenset(
    {
        _L.UnitedStates,
        _L.Canada,
        _L.Mexico,
        _L.PuertoRico,
        _L.Philippines,
        _L.Chile,
        _L.Colombia,
        _L.CostaRica,
        _L.Guatemala,
        _L.Nicaragua,
        _L.Panama,
        _L.ElSalvador,
        _L.Venezuela,
        _L.Belize,
    }
)
"""Where paper is of the size Letter (Unicode CLDR). Qt goes by metres and feet, which is wrong in Canada."""


class DrawingError(Exception):
    """A printer did not take what was drawn."""


def page_layout() -> QPageLayout:
    """Return the paper of the country that the program is set to, with its margins."""
    size = QPageSize.PageSizeId.Letter if QLocale().territory() in _LETTER else QPageSize.PageSizeId.A4
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


class RecordPdf:
    """A PDF file in the making, with a page for each record: there is at least one."""

    def __init__(self, records: Sequence[IncidentRecord]) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPageLayout(page_layout())
        self._writer.setTitle(record_name(records))
        self._writer.setCreator(f"SRFax Desktop {__version__}")
        self._records = records

    def pages(self) -> Generator[int]:
        """Set one page at each step; yields how many there are. The file is whole after the last one."""
        return draw_records(self._records, self._writer)

    def content(self) -> bytes:
        """Return the file."""
        return bytes(self._buffer.data().data())


def record_pdf(records: Sequence[IncidentRecord]) -> bytes:
    """Return a PDF file with a page for each record: there is at least one."""
    pdf = RecordPdf(records)
    for _ in pdf.pages():
        pass
    return pdf.content()


def print_records(records: Sequence[IncidentRecord], printer: QPrinter) -> bool:
    """Print a page for each record. Returns whether the printer took them."""
    printer.setDocName(record_name(records))
    try:
        for _ in draw_records(records, printer):
            pass
    except DrawingError:
        return False
    return True


def draw_records(records: Sequence[IncidentRecord], device: QPagedPaintDevice) -> Generator[int]:
    """Draw a page for each record, one at each step; yields how many are drawn.

    Raises DrawingError where the device does not take them.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise DrawingError
    try:
        for place, record in enumerate(records):
            if place and not device.newPage():
                raise DrawingError
            _draw_record(record, device, painter)
            yield place + 1
    finally:
        painter.end()


def _draw_record(record: IncidentRecord, device: QPagedPaintDevice, painter: QPainter) -> None:
    width, height = device.width(), device.height()
    document = fitting_document(record, device, width, height)
    too_high = document.size().height() / height
    painter.save()
    if too_high > 1:  # paper as small as a label: better too small to read than cut off
        painter.scale(1 / too_high, 1 / too_high)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))  # the window's may be white
    document.documentLayout().draw(painter, context)
    painter.restore()


def fitting_document(
    record: IncidentRecord, device: QPagedPaintDevice, width: float, height: float
) -> QTextDocument:
    """Return the record set in the largest type in which it fits, shortened where none is small enough."""
    whole = sections(record)
    for plan in PLANS:
        shown = shortened(whole, plan)
        if is_hopeless(shown) and plan is not PLANS[-1]:
            continue
        page = RecordPage(device, width, plan.size_pt)
        page.set_record(record, shown)
        if page.document.size().height() <= height:
            break
    return page.document
