# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A copied fax ID is offered when the window comes to the front, once, and never acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from srfax_desktop.ui.clipboard_offer import ClipboardOffer

if TYPE_CHECKING:
    from collections.abc import Iterator

A, B, LISTED = "31524120", "31524121", "31524199"


class Bench(QObject):
    """An offer, the clipboard of another program, and what is heard."""

    def __init__(self) -> None:
        super().__init__()
        self.clipboard = QGuiApplication.clipboard()
        self.clipboard.clear()
        self.listed = {LISTED}
        self.offer = ClipboardOffer(self.clipboard, self.listed)
        self.heard: list[tuple[str, ...] | None] = []
        self.offer.offered.connect(self.take_offer)
        self.offer.withdrawn.connect(self.take_withdrawal)

    @Slot(object)
    def take_offer(self, fax_ids: tuple[str, ...]) -> None:
        self.heard.append(fax_ids)

    @Slot()
    def take_withdrawal(self) -> None:
        self.heard.append(None)

    def copy(self, text: str, *formats: str) -> None:
        data = QMimeData()
        data.setText(text)
        for each in formats:
            data.setData(each, b"1")
        self.clipboard.setMimeData(data)

    def come_to_the_front(self) -> list[tuple[str, ...] | None]:
        """Return what is heard of it."""
        before = len(self.heard)
        self.offer.window_activated()
        assert len(self.heard) == before, "the window is painted first"
        QTest.qWait(1)
        return self.heard[before:]


@pytest.fixture
def bench(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    made = Bench()
    monkeypatch.setattr(made.clipboard, "ownsClipboard", lambda: False, raising=False)
    yield made
    made.clipboard.clear()


def test_a_copied_id_is_offered(bench: Bench) -> None:
    bench.copy(f" {A}\n")
    assert bench.heard == [], "nobody looks before the window comes to the front"
    assert bench.come_to_the_front() == [(A,)]


def test_only_what_is_new_is_offered(bench: Bench) -> None:
    bench.copy(f"{A} {LISTED} x_0|{B}")
    assert bench.come_to_the_front() == [(A, B)]


@pytest.mark.parametrize("text", ["", LISTED, "12345", f"Fax {A}", "16045550123", "x" * 5_000])
def test_anything_else_is_not(bench: Bench, text: str) -> None:
    bench.copy(text)
    assert bench.come_to_the_front() == []


def test_the_same_text_is_offered_once(bench: Bench) -> None:
    bench.copy(A)
    assert bench.come_to_the_front() == [(A,)]
    assert bench.come_to_the_front() == []
    bench.offer.withdraw()
    assert bench.come_to_the_front() == []
    bench.copy(B)
    assert bench.come_to_the_front() == [(B,)]
    bench.copy(f"{A}\n")
    assert bench.heard[-1] is None
    assert bench.come_to_the_front() == []


def test_an_offer_is_withdrawn_when_something_else_is_copied(bench: Bench) -> None:
    bench.copy(A)
    bench.come_to_the_front()
    bench.copy("something else")
    assert bench.heard == [(A,), None]
    bench.copy("and again")
    assert bench.heard == [(A,), None]


def test_an_offer_stays_when_the_same_is_copied_again(bench: Bench) -> None:
    bench.copy(A)
    bench.come_to_the_front()
    bench.copy(A)
    assert bench.heard == [(A,)]


def test_a_new_offer_takes_the_old_one_s_place(bench: Bench) -> None:
    bench.copy(A)
    bench.come_to_the_front()
    bench.copy(B)
    assert bench.come_to_the_front() == [(B,)]
    assert bench.heard == [(A,), None, (B,)]


def test_what_was_taken_or_declined_is_withdrawn_once(bench: Bench) -> None:
    bench.copy(A)
    bench.come_to_the_front()
    assert bench.offer.fax_ids == (A,)
    bench.offer.withdraw()
    assert not bench.offer.fax_ids
    bench.offer.withdraw()
    assert bench.heard == [(A,), None]
    bench.offer.list_changed()
    assert bench.heard == [(A,), None]


def test_what_came_into_the_list_in_another_way_is_not_offered_any_more(bench: Bench) -> None:
    bench.copy(f"{A} {B}")
    bench.come_to_the_front()
    bench.listed.add(A)
    bench.offer.list_changed()
    assert bench.heard == [(A, B)]
    bench.listed.add(B)
    bench.offer.list_changed()
    assert bench.heard == [(A, B), None]


def test_what_was_copied_here_is_not_offered_back(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.clipboard, "ownsClipboard", lambda: True)
    bench.copy(A)
    assert bench.come_to_the_front() == []


@pytest.mark.parametrize(
    "concealed",
    [
        "x-kde-passwordManagerHint",
        "ExcludeClipboardContentFromMonitorProcessing",
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        "org.nspasteboard.ConcealedType",
    ],
)
def test_a_secret_is_left_alone(bench: Bench, concealed: str) -> None:
    bench.copy(A, concealed)
    assert bench.come_to_the_front() == []


def test_copied_files_are_no_text(bench: Bench) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/31524120")])
    data.setText(A)
    bench.clipboard.setMimeData(data)
    assert bench.come_to_the_front() == []


def test_a_picture_is_no_text(bench: Bench) -> None:
    data = QMimeData()
    data.setData("image/png", b"31524120")
    bench.clipboard.setMimeData(data)
    assert bench.come_to_the_front() == []


def test_where_nothing_was_ever_copied_there_is_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.clipboard, "mimeData", lambda: None)
    assert bench.come_to_the_front() == []


def test_an_offer_adds_nothing(bench: Bench) -> None:
    bench.copy(A)
    bench.come_to_the_front()
    assert bench.listed == {LISTED}
    assert bench.clipboard.text() == A
