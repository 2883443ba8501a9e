# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The guide's window: by keyboard alone, in each language and theme, and without the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QFont, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTreeWidget, QWidget

from srfax_desktop.core.status import Status
from srfax_desktop.ui import guide_desk, guide_files
from srfax_desktop.ui.guide_browser import GuideBrowser
from srfax_desktop.ui.guide_contents import GuideContents
from srfax_desktop.ui.guide_desk import CHAPTERS, GuideDesk
from srfax_desktop.ui.guide_files import guide_folder, guide_text, local_path
from srfax_desktop.ui.guide_search import fold, places
from srfax_desktop.ui.guide_window import GuideWindow
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from srfax_desktop.ui.status_style import STATUS_STYLE
from tests.ui.hands import Hands
from tests.ui.sentences import DOCS, UI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QTextBlock, QTextFragment
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme
    from tests.ui.desk import Desk

PLANNED = {"SettingsDialog", "WelcomeDialog"}
IMAGE = QTextDocument.ResourceType.ImageResource


class French(QTranslator):
    """Has one word of the catalogue: the name of the guide."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, words: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str | None:
        return "guide.fr.md" if (context, words) == ("guide_files", "guide.md") else None


@pytest.fixture(scope="module")
def made(theme: Theme) -> Iterator[GuideWindow]:
    """One window for all of them: the guide is long."""
    opened = GuideWindow(theme)
    yield opened
    opened.deleteLater()


@pytest.fixture
def window(made: GuideWindow, qtbot: QtBot) -> GuideWindow:
    """The guide at its beginning, as it is when it is opened first."""
    made.resize(1040, 760)
    search(made).clear()
    made.open_at("start")
    qtbot.waitExposed(made)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    translator = French()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def browser(window: GuideWindow) -> GuideBrowser:
    (found,) = window.findChildren(GuideBrowser)
    return found


def contents(window: GuideWindow) -> QTreeWidget:
    (found,) = window.findChildren(GuideContents)
    return found


def search(window: GuideWindow) -> QLineEdit:
    (found,) = window.findChildren(QLineEdit)
    return found


def result(window: GuideWindow) -> str:
    (found,) = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return found.text()


def chapter(window: GuideWindow) -> str:
    return str(contents(window).currentIndex().data())


def at_top(window: GuideWindow) -> str:
    shown = browser(window)
    return shown.cursorForPosition(shown.viewport().rect().topLeft() + shown.rect().topLeft()).block().text()


def blocks(window: GuideWindow) -> Iterator[QTextBlock]:
    block = browser(window).document().begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    at = block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found


# What is shown


def test_every_line_of_the_guide_is_laid_out(window: GuideWindow) -> None:
    assert [block.text() for block in blocks(window) if not block.layout().lineCount()] == []
    text = browser(window).toPlainText()
    assert "A fax is in the queue that must not go out." in text
    assert "<a id" not in text
    assert "\ue000" not in text
    assert "**" not in text


def test_pictures_are_those_of_the_guide_with_their_captions(window: GuideWindow) -> None:
    shown = browser(window)
    assert len(shown.page.pictures) == 9
    for picture in shown.page.pictures:
        block = shown.document().findBlock(picture.position)
        assert block.next().text()  # what it shows, in words
        image = shown.document().resource(IMAGE.value, QUrl(picture.name))
        assert isinstance(image, QImage)
        assert not image.isNull()


@pytest.mark.parametrize("width", [500, 1800])
def test_pictures_fit_into_the_window(window: GuideWindow, width: int) -> None:
    window.resize(width, 700)
    shown = browser(window)
    for picture in shown.page.pictures:
        block = shown.document().findBlock(picture.position)
        (form,) = [
            each.charFormat().toImageFormat()
            for each in fragments(block)
            if each.charFormat().isImageFormat()
        ]
        original = QImage(str(DOCS / picture.name))
        assert form.width() == min(original.width(), shown.viewport().width() - 36)
        assert form.height() == pytest.approx(form.width() * original.height() / original.width())
    assert shown.horizontalScrollBar().maximum() == 0
    assert [block.text() for block in blocks(window) if not block.layout().lineCount()] == []


@pytest.mark.parametrize("to_dark", [True, False])
def test_each_status_has_its_colours_and_icon(
    window: GuideWindow, theme: Theme, dark: Callable[[bool], None], to_dark: bool
) -> None:
    dark(to_dark)
    shown = browser(window)
    for status in Status:
        tint = theme.tint(STATUS_STYLE[status].tone)
        parts = fragments(shown.document().findBlock(shown.page.anchors[status.value]))
        icon = parts[0].charFormat().toImageFormat()
        assert icon.name().startswith(f"icon/{STATUS_STYLE[status].icon}-")
        assert shown.document().resource(IMAGE.value, QUrl(icon.name())) is not None
        bold = [each for each in parts if each.charFormat().fontWeight() >= QFont.Weight.Bold]
        assert bold
        for each in bold:
            assert each.charFormat().foreground().color() == QColor(tint.text)
            assert each.charFormat().background().color() == QColor(tint.background)


def test_the_theme_can_change_while_it_is_read(window: GuideWindow, dark: Callable[[bool], None]) -> None:
    window.open_at("privacy")
    dark(True)
    assert at_top(window) == "Privacy"
    assert chapter(window) == "Privacy"


def test_the_language_can_change_while_it_is_read(window: GuideWindow, qapp: QApplication) -> None:
    window.open_at("privacy")
    french = French()
    qapp.installTranslator(french)
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert "file d’attente" in browser(window).toPlainText()
    window.open_at("privacy")
    assert chapter(window) == "Confidentialité"
    qapp.removeTranslator(french)
    window.retranslate()


@pytest.mark.usefixtures("french")
def test_a_language_without_a_guide_reads_the_english_one(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("# English", "utf-8")
    assert guide_text(tmp_path) == "# English"


def test_a_doubled_font_stays_readable(window: GuideWindow) -> None:
    window.resize(900, 700)
    before = browser(window).document().size().height()
    shown = browser(window)
    usual = shown.font()
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * 2)
    shown.setFont(font)
    assert shown.document().defaultFont().pointSizeF() == font.pointSizeF()
    assert shown.document().size().height() > before * 1.3
    assert shown.horizontalScrollBar().maximum() == 0
    window.open_at("stopped")
    assert 0 <= shown.cursorRect().top() < shown.fontMetrics().height()  # its line is at the top
    shown.setFont(usual)


# Going about in it


def test_contents_lead_to_chapters_by_keyboard(window: GuideWindow) -> None:
    tree = contents(window)
    assert tree.accessibleName() == "Contents"
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Home)
    seen = []
    for _ in range(4):
        QTest.keyClick(tree, Qt.Key.Key_Down)
        seen.append(at_top(window))
        assert chapter(window) == seen[-1]
    assert seen == [
        "Finding the fax",
        "You have fax IDs?",
        "The same document to several numbers",
        "What the statuses mean",
    ]


def test_contents_follow_what_is_read(window: GuideWindow) -> None:
    shown = browser(window)
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    assert chapter(window) in {"Keys", "Practice"}
    shown.verticalScrollBar().setValue(0)
    assert chapter(window).startswith("SRFax Desktop")


def test_it_opens_at_each_status(window: GuideWindow) -> None:
    for status in Status:
        window.open_at(status.value)
        assert chapter(window) == "What the statuses mean"
        assert browser(window).textCursor().position() == browser(window).page.anchors[status.value]
        assert browser(window).hasFocus()


def test_an_unknown_place_leaves_it_where_it_is(window: GuideWindow) -> None:
    window.open_at("keys")
    window.open_at("no-such-place")
    assert chapter(window) == "Keys"


def test_a_narrower_window_stays_at_the_same_place(window: GuideWindow) -> None:
    window.open_at("sign-in")
    window.resize(620, 700)
    assert at_top(window) == "Signing in"


def test_f6_and_tab_reach_every_part(window: GuideWindow) -> None:
    parts = (search(window), contents(window), browser(window))
    parts[0].setFocus()
    for part in (*parts[1:], parts[0]):
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert part.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert parts[2].hasFocus()
    reached: set[QWidget | None] = set()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert set(parts) <= reached


def test_the_text_can_be_selected_by_keyboard(window: GuideWindow) -> None:
    shown = browser(window)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert shown.textCursor().selectedText().startswith("SRFax Desktop: a guide")
    assert shown.isReadOnly()


# Searching


def test_words_are_found_one_after_the_other(window: GuideWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search(window).hasFocus()
    QTest.keyClicks(search(window), "Password VAULT")
    count = browser(window).toPlainText().lower().count("password vault")
    assert count > 2
    assert result(window) == f"1 of {count}"
    first = browser(window).textCursor().selectionStart()
    assert browser(window).textCursor().selectedText().lower() == "password vault"
    assert len(browser(window).extraSelections()) == count
    QTest.keyClick(search(window), Qt.Key.Key_Return)
    assert result(window) == f"2 of {count}"
    QTest.keyClick(search(window), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert result(window) == f"{count} of {count}"
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert browser(window).textCursor().selectionStart() == first
    QTest.keyClick(search(window), Qt.Key.Key_Escape)
    assert search(window).text() == ""
    assert browser(window).hasFocus()
    assert browser(window).extraSelections() == []


def test_what_is_not_there_is_said(window: GuideWindow, said: list[str]) -> None:
    search(window).setText("xyzzy")
    assert result(window) == "Not found"
    assert said == ["Not found"]
    names = {each.accessibleName() for each in window.findChildren(QPushButton) if not each.isEnabled()}
    assert names == {"Previous", "Next"}


def test_escape_elsewhere_closes_it(window: GuideWindow) -> None:
    browser(window).setFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Télécopie, TELECOPIE", "télécopie", [(0, 9), (11, 9)]),
        ("Télécopie", "telecopie", [(0, 9)]),
        ("l’état", "l'etat", [(0, 6)]),
        ("a\u00a0: b", "a : b", [(0, 5)]),
        ("aaaa", "aa", [(0, 2), (2, 2)]),
        ("anything", "  ", []),
        ("İstanbul ﬁ", "istanbul", [(0, 8)]),
    ],
)
def test_capitals_and_accents_make_no_difference(
    text: str, wanted: str, found: list[tuple[int, int]]
) -> None:
    assert places(text, wanted) == found
    assert len(fold(text)) == len(text)


# The network, and links


ELSEWHERE = (
    "http://127.0.0.1/a.png",
    "https://www.srfax.com/logo.png",
    "//host/a.png",
    "file://host/a.png",
    "file:///etc/hostname",
    "../README.md",
    "pictures/../../LICENSE",
    "/etc/hostname",
    "data:image/png;base64,AAAA",
    "no-such-file.png",
    "",
)


def test_nothing_is_loaded_from_anywhere_else(window: GuideWindow) -> None:
    resource = QTextDocument.ResourceType
    for address in map(QUrl, ELSEWHERE):
        assert local_path(guide_folder(), address) is None
        for kind in (IMAGE, resource.HtmlResource, resource.StyleSheetResource):
            assert browser(window).loadResource(kind.value, address) == b""
            assert not browser(window).document().resource(kind.value, address)


def test_files_of_the_guide_are_loaded(window: GuideWindow) -> None:
    image = browser(window).loadResource(IMAGE.value, QUrl("pictures/stopped.png"))
    assert isinstance(image, QImage)
    assert not image.isNull()


def test_links_within_it_work_and_others_open_the_browser_only_when_clicked(
    window: GuideWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    shown = browser(window)
    shown.show_guide("# One\n\n[two](#b) [web](https://a.invalid/x) [bad](file:///etc/hostname)\n\n"
                     + "text\n\n" * 90 + '# <a id="b"></a>Two\n\n' + "text\n\n" * 90)  # fmt: skip
    assert opened == []
    for words, top in (("two", "Two"), ("web", "Two"), ("bad", "Two")):
        cursor = shown.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 1)
        shown.setTextCursor(QTextCursor(cursor))
        place = shown.cursorRect(cursor).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
        if words == "two":
            assert at_top(window) == top
    assert opened == ["https://a.invalid/x"]
    window.retranslate()


# Where it is opened


@pytest.fixture
def opened(desk: Desk, theme: Theme, qapp: QApplication) -> Callable[[], GuideWindow]:
    guide = GuideDesk(qapp, desk.window, theme)

    def found() -> GuideWindow:
        assert guide._guide is not None
        return guide._guide

    return found


def test_f1_opens_it_at_the_status_of_the_selected_fax(desk: Desk, opened: Callable[[], GuideWindow]) -> None:
    desk.add("1")
    desk.key(Qt.Key.Key_F1)
    assert chapter(opened()) == "What the statuses mean"
    assert browser(opened()).textCursor().block().text().endswith("Waiting (grey)")
    assert opened().parent() is None  # a question of the window's would hold it up
    desk.window.help.guide_pressed.emit()
    assert opened().isVisible()
    desk.window.close_wanted.emit()
    QApplication.processEvents()


def test_f1_in_a_dialog_opens_its_chapter(
    desk: Desk, opened: Callable[[], GuideWindow], theme: Theme, qtbot: QtBot
) -> None:
    dialog = SignInDialog(Hands().sign_in, theme, account=None, remember=True, parent=desk.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for _ in range(2):  # leaving it and coming back makes no second key
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        assert chapter(opened()) == "Signing in"
        assert opened().isEnabled()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
    dialog.reject()
    dialog.deleteLater()
    desk.window.close_wanted.emit()


def test_chapters_are_those_of_real_windows() -> None:
    sources = "".join(path.read_text("utf-8") for path in UI.glob("*.py"))
    known = set(re.findall(r"^class (\w+)\(", sources, re.MULTILINE))
    assert set(CHAPTERS) - known <= PLANNED


def test_an_installation_without_it_says_so(
    desk: Desk, theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: str) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(guide_files, "resource_path", missing)
    GuideDesk(qapp, desk.window, theme).open_at("")
    assert desk.banners() == ["This installation has no user’s guide."]
    assert guide_desk.CHAPTERS
