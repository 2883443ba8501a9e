# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Each record is one page, whatever is in it, on whatever paper; nothing is left out without a word."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPalette, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.fax import FaxId, FaxState
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.ui import record_pdf as module
from srfax_desktop.ui.local_time import moment
from srfax_desktop.ui.record_fitting import PLANS, SMALLEST_PT, Plan, shortened
from srfax_desktop.ui.record_item import Item, Section
from srfax_desktop.ui.record_page import RecordPage
from srfax_desktop.ui.record_pdf import (
    DrawingError,
    draw_records,
    fitting_document,
    page_layout,
    print_records,
    record_pdf,
)
from srfax_desktop.ui.record_words import record_name, sections
from tests.core.incidents import DETAILS, FAX, NUMBER, SENT_ALL_THE_SAME, Past, long_past, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from srfax_desktop.core.incident import IncidentRecord

pytestmark = pytest.mark.usefixtures("theme")

FRENCH = "Elle a détruit les pages à la déchiqueteuse pendant notre conversation téléphonique. "


def alternating(retries: int) -> list[Any]:
    past = Past().listed()
    for attempt in range(1, retries + 1):
        past.not_now(attempt, f"Unable to Cancel Fax {attempt % 2}")
    return past.partly(retries + 1).lines


def noted(notes: str) -> Any:
    return replace(FAX, notes=CallNotes("Dana", "today", notes))


FULL = replace(
    FAX,
    fax_id=FaxId("9" * 20),
    details=replace(DETAILS, subject="s" * 500, sender="q" * 500, document="d" * 500, account_code="c" * 500),
    notes=CallNotes("x" * 500, "y" * 500, FRENCH * 500),
)
HARD = {
    "short": record(),
    "ninety": record(history=long_past(90)),
    "five hundred": record(history=long_past(500)),
    "two by two": record(history=alternating(90)),
    "long notes": record(noted((FRENCH * 30)[:2000]), long_past(90)),
    "longer notes": record(noted(FRENCH * 500), long_past(90)),
    "many lines": record(noted("a\n" * 4000), alternating(90)),
    "one word": record(noted("w" * 9000)),
    "long words of SRFax's": record(history=Past().listed().not_now(1, "Unable " * 9000).lines),
    "everything": record(FULL, alternating(300), user="u" * 300, computer="k" * 300),
}


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def paper(millimetres: QSizeF | None = None) -> QPdfWriter:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    buffer.setParent(writer)
    if millimetres:
        size = QPageSize(millimetres, QPageSize.Unit.Millimeter)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(2, 2, 2, 2)))
    else:
        writer.setPageLayout(page_layout())
    return writer


def set_on_paper(made: IncidentRecord) -> str:
    """The words on the page, each line as it is broken by hand."""
    device = paper()
    document = fitting_document(made, device, device.width(), device.height())
    assert document.size().height() <= device.height()
    return document.toPlainText()


@pytest.fixture
def country(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "box"),
    [
        ("en_CA", b"[0 0 612 792]"),
        ("fr_CA", b"[0 0 612 792]"),
        ("en_US", b"[0 0 612 792]"),
        ("en_GB", b"[0 0 595 842]"),
        ("fr_FR", b"[0 0 595 842]"),
    ],
    indirect=["country"],
)
def test_the_paper_is_that_of_the_country(country: None, box: bytes) -> None:
    assert box in record_pdf([record()]).replace(b".000000", b"")


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("country", ["en_CA", "fr_FR"], indirect=True)
def test_whatever_is_in_it_it_is_one_page(name: str, country: None) -> None:
    words = set_on_paper(HARD[name])
    assert pages(record_pdf([HARD[name]])) == 1
    assert "This record" in words
    assert "Only the last four digits" in words


@pytest.mark.parametrize("country", ["en_CA", "fr_FR"], indirect=True)
def test_ninety_attempts_are_on_it_with_every_time(country: None) -> None:
    words = set_on_paper(HARD["ninety"])
    sent = [line.at for line in long_past(90) if line.event is HistoryEvent.SENDING]
    assert len(sent) == 91
    assert not [at for at in sent if moment(at) not in words]
    assert "see the text version" not in words


@pytest.mark.parametrize("name", set(HARD) - {"short", "ninety"})
def test_what_is_left_out_is_said_to_be_left_out(name: str) -> None:
    whole = "\n".join(
        "\n".join([item.value, *item.times]) for section in sections(HARD[name]) for item in section.items
    )
    words = set_on_paper(HARD[name])
    assert ("see the text version" in words) is (len(words) < len(whole))


def test_a_page_for_each() -> None:
    made = [HARD["short"], HARD["ninety"], HARD["everything"]]
    pdf = record_pdf(made)
    assert pages(pdf) == 3
    assert record_name(made).encode("utf-16-be") in pdf


def test_it_is_titled_embeds_its_fonts_and_keeps_its_letters() -> None:
    pdf = record_pdf([record()])
    assert "SRFax incident 31524120".encode("utf-16-be") in pdf
    assert pdf.count(b"/ToUnicode") == pdf.count(b"/Subtype /Type0") > 0, "the text could not be copied"
    assert pdf.count(b"/FontFile") == pdf.count(b"/FontDescriptor") / 2 > 0
    assert b"/Encrypt" not in pdf


# What poppler makes of it


@pytest.fixture
def read_pdf(tmp_path: Path) -> Callable[[bytes], str]:
    if not shutil.which("pdftotext"):
        pytest.skip("needs the Debian package poppler-utils")

    def read(pdf: bytes) -> str:
        path = tmp_path / "record.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, timeout=60
        )
        return done.stdout.decode("utf-8")

    return read


def test_its_words_can_be_looked_for_and_copied(read_pdf: Callable[[bytes], str]) -> None:
    past = Past().listed().stopped(1).checked(SENT_ALL_THE_SAME)
    contradicted = replace(FAX, state=FaxState.NOT_CONFIRMED, check=SENT_ALL_THE_SAME)
    read = read_pdf(record_pdf([record(contradicted, past.lines)]))
    for words in (
        "Fax 31524120: Not confirmed – may still be going out",
        "NOT CONFIRMED: SRFax’s lists contradict its answer to the stop.",
        "SRFax said “Fax Cancelled”, with Status “Success”",
        "Listed as “Sent”",
        moment(past.lines[2].at),
    ):
        assert words in read


@pytest.mark.parametrize("name", HARD)
def test_masked_no_page_has_the_number_on_it(name: str, read_pdf: Callable[[bytes], str]) -> None:
    read = read_pdf(record_pdf([HARD[name]]))
    assert NUMBER[1:] not in re.sub(r"\D", "", read)
    assert "0123" in read


def test_the_whole_number_is_there_if_it_is_asked_for(read_pdf: Callable[[bytes], str]) -> None:
    assert NUMBER in read_pdf(record_pdf([record(masked=False)]))


# Looks


def as_drawn(pdf: bytes) -> bytes:
    """A file without what is new in each: its times and its own IDs."""
    return re.sub(rb"<\?xpacket.*?<\?xpacket|\(D:[^)]*\)|/ID\s*\[.*?\]", b"", pdf, flags=re.DOTALL)


def test_a_dark_window_makes_no_dark_paper(qapp: QApplication, dark: Callable[[bool], None]) -> None:
    dark(False)
    light = as_drawn(record_pdf([record()]))
    dark(True)
    assert qapp.palette().color(QPalette.ColorRole.Text).lightness() > 200
    assert as_drawn(record_pdf([record()])) == light


def test_smaller_type_is_taken_only_where_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[float] = []

    class Page(RecordPage):
        def __init__(self, device: Any, width: float, size_pt: float) -> None:
            super().__init__(device, width, size_pt)
            sizes.append(size_pt)

    monkeypatch.setattr(module, "RecordPage", Page)
    set_on_paper(HARD["short"])
    assert sizes == [10.0]
    sizes.clear()
    set_on_paper(HARD["ninety"])
    assert 10.0 > sizes[-1] >= SMALLEST_PT
    assert min(plan.size_pt for plan in PLANS) == SMALLEST_PT == 7


def test_far_too_much_is_not_set_before_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    longest = 0

    class Page(RecordPage):
        def set_record(self, made: Any, shown: Any) -> None:
            nonlocal longest
            longest = max(longest, *(len(item.value) for section in shown for item in section.items))
            super().set_record(made, shown)

    monkeypatch.setattr(module, "RecordPage", Page)
    set_on_paper(record(noted("word " * 1_000_000)))
    assert longest < 20_000


def test_on_paper_as_small_as_a_label_nothing_is_cut_off() -> None:
    device = paper(QSizeF(62, 100))
    image = QImage(600, 1000, QImage.Format.Format_RGB32)
    device.setResolution(100)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    module._draw_record(HARD["everything"], device, painter)
    painter.end()
    drawn = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y) != QColor("white")
    ]
    assert drawn
    assert max(x for x, _ in drawn) <= device.width()
    assert device.height() * 0.8 < max(y for _, y in drawn) <= device.height()


# Shortening


def test_times_are_shortened_with_their_count() -> None:
    item = Item("Attempts", "words", tuple(map(str, range(43))))
    (section,) = shortened([Section("Requests", (item,))], Plan(7, times=3))
    assert section.items == (
        Item("Attempts", "words", ("0", "1", "2", "… and 40 more times, see the text version")),
    )


def test_long_lines_and_too_many_of_them_are_cut_and_the_rest_stays() -> None:
    item = Item("Notes", "\n".join(["w" * 200, "short", *"abcdef"]))
    (section,) = shortened([Section("Call", (item,))], Plan(7, letters=100))
    assert section.items[0].value.split("\n") == [
        f"{'w' * 100}… (shortened, see the text version)",
        "short",
        "a",
        "… and 5 more lines, see the text version",
    ]


def test_of_too_many_items_the_first_and_the_last_stay() -> None:
    items = tuple(Item(str(number), "x") for number in range(50))
    (section,) = shortened([Section("Requests", items)], Plan(7, items=6))
    assert [item.label for item in section.items] == ["0", "1", "2", "…", "48", "49"]
    assert section.items[3].value == "and 45 more here, see the text version"


def test_what_fits_is_not_touched() -> None:
    whole = sections(record())
    assert shortened(whole, PLANS[0]) == whole


# A printer


def test_a_printer_gets_a_page_for_each_on_its_own_paper(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert print_records([HARD["short"], HARD["everything"]], printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert pages(printed) == 2
    assert printer.docName().startswith("SRFax incidents, 2 faxes")


@pytest.mark.qt_log_ignore("QPainter::begin")  # what Qt has to say about it
def test_a_printer_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    assert not print_records([record()], printer)


def test_a_printer_that_takes_no_second_page_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    device = paper()
    monkeypatch.setattr(device, "newPage", lambda: False)
    drawn = draw_records([record(), record()], device)
    assert next(drawn) == 1
    with pytest.raises(DrawingError):
        next(drawn)
