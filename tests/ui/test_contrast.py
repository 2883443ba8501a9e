# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What can be read and used stands out in every theme and to every eye; each theme is there when wanted."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton

from srfax_desktop.core.status import Status
from srfax_desktop.ui import messages, status_style
from srfax_desktop.ui import theme as themes
from srfax_desktop.ui.cell_painting import EDGE_OPACITY, paint_ring
from srfax_desktop.ui.colours import BLACK, DARK, LIGHT, WHITE, Colours
from srfax_desktop.ui.resource_path import resource_path
from srfax_desktop.ui.status_style import BAD, GOOD, STATUS_STYLE, Tone
from srfax_desktop.ui.theme import Theme
from tests.ui.eyes import EYES, apart, contrast, lab, picture_seen, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.ui.desk import Desk

TEXT, CONTROL = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

TINT = 5.6
JUST_SEEN = 2.3
ALL = {"light": LIGHT, "dark": DARK, "black": BLACK, "white": WHITE}

every_theme = pytest.mark.parametrize("colours", ALL.values(), ids=ALL)


def tint(tone: Tone, colours: Colours) -> status_style.Tint:
    return tone.tint(dark=colours in (DARK, BLACK), contrast=colours in (BLACK, WHITE))


def tones() -> list[Tone]:
    return [tone for tone in vars(status_style).values() if isinstance(tone, Tone)]


def rows(colours: Colours) -> dict[str, str]:
    """What lies behind a cell. A row under the mouse, and one chosen in a window behind, look like others."""
    return {"plain": colours.surface, "striped": colours.stripe, "selected": colours.selection}


def mixed(over: str, under: str, share: float) -> str:
    one, other = QColor(over), QColor(under)
    return QColor(
        round(one.red() * share + other.red() * (1 - share)),
        round(one.green() * share + other.green() * (1 - share)),
        round(one.blue() * share + other.blue() * (1 - share)),
    ).name()


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@every_theme
@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_read_in_every_row(status: Status, colours: Colours) -> None:
    shown = tint(STATUS_STYLE[status].tone, colours)
    assert contrast(shown.text, shown.background) >= TINT
    for row, ground in rows(colours).items():
        assert contrast(colours.text, ground) >= TEXT, row  # its other cells
        is_contrast = colours in (BLACK, WHITE)
        edge = shown.text if is_contrast else mixed(shown.text, shown.background, EDGE_OPACITY)
        assert max(apart(shown.background, ground), apart(edge, ground)) >= 3 * JUST_SEEN, row
        if is_contrast:
            assert contrast(edge, ground) >= CONTROL, row


@every_theme
def test_words_can_be_read_wherever_they_stand(colours: Colours) -> None:
    grounds = (colours.window, colours.surface, colours.stripe, colours.selection)
    for words, ground in itertools.product((colours.text, colours.quiet), grounds):
        assert contrast(words, ground) >= TEXT, (words, ground)
    for ground in (colours.window, colours.surface):
        assert contrast(colours.focus, ground) >= TEXT, "a link"
        assert contrast(tint(BAD, colours).text, ground) >= TEXT, "words of trouble"
        assert contrast(colours.disabled, ground) >= CONTROL
    assert contrast(colours.surface, colours.focus) >= TEXT, "selected text, and a button that is lit"


@every_theme
def test_banners_can_be_read_and_their_buttons_seen(colours: Colours) -> None:
    for tone in tones():
        shown = tint(tone, colours)
        assert contrast(shown.text, shown.background) >= TEXT
        assert contrast(colours.control_line, shown.background) >= CONTROL or (
            contrast(colours.surface, shown.background) >= CONTROL
        ), shown
        assert contrast(colours.focus, shown.background) >= CONTROL


@every_theme
def test_the_main_button_can_be_read_whatever_happens_to_it(colours: Colours) -> None:
    for ground in (colours.accent, colours.accent_pressed):
        assert contrast(colours.on_accent, ground) >= TEXT
    assert contrast(colours.accent, colours.window) >= CONTROL
    assert contrast(colours.disabled, colours.off) >= CONTROL
    assert max(contrast(colours.focus, colours.accent), contrast(colours.focus, colours.window)) >= CONTROL


@every_theme
def test_controls_stand_out(colours: Colours) -> None:
    grounds = (colours.window, colours.surface)
    for edge, ground in itertools.product((colours.control_line, colours.focus), grounds):
        assert contrast(edge, ground) >= CONTROL, (edge, ground)
    for ground in rows(colours).values():
        assert contrast(colours.focus, ground) >= CONTROL, "the line around the row with the keyboard"
        assert contrast(colours.focus, ground) >= CONTROL, "what is left of a ring"
    assert apart(colours.focus, colours.line) >= 10 * JUST_SEEN, "what is left of a ring, and what is gone"


@pytest.mark.parametrize("colours", [BLACK, WHITE], ids=["black", "white"])
def test_high_contrast_is_high(colours: Colours) -> None:
    assert contrast(colours.text, colours.window) == pytest.approx(21)
    assert contrast(colours.control_line, colours.window) == pytest.approx(21)
    assert contrast(colours.line, colours.window) >= TEXT
    assert contrast(colours.selection, colours.surface) >= CONTROL
    assert (colours.edge_px, colours.ring_px) > (LIGHT.edge_px, LIGHT.ring_px)
    for tone in tones():
        assert contrast(tint(tone, colours).text, tint(tone, colours).background) >= 7


# To every eye


def drawn(icon: str) -> QImage:
    picture = QImage(32, 32, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    QSvgRenderer(str(resource_path("icons", f"{icon}.svg"))).render(painter)
    painter.end()
    return picture


def unlike(one: QImage, other: QImage) -> float:
    """How much of two pictures of one size differs, of what is drawn in either."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    differs = sum(abs(a - b) for a, b in zip(first, second, strict=True))
    return differs / max(1, sum(255 - min(a, b) for a, b in zip(first, second, strict=True)))


def test_statuses_of_another_colour_have_another_word_and_another_icon() -> None:
    shapes = {style.icon: drawn(style.icon) for style in STATUS_STYLE.values()}
    for one, other in itertools.combinations(Status, 2):
        first, second = STATUS_STYLE[one], STATUS_STYLE[other]
        assert messages.status_words(one) != messages.status_words(other)
        if first.tone is second.tone or {one, other} == {Status.STOPPING, Status.ENDING}:
            continue  # both are being asked about: the same thing is happening
        if first.icon == second.icon:
            assert {first.icon} <= {"on-hold", "refused"}, (one, other)
            continue
        assert unlike(shapes[first.icon], shapes[second.icon]) > 0.3, (one, other)


def test_icons_differ_by_shape() -> None:
    shapes = {style.icon: drawn(style.icon) for style in STATUS_STYLE.values()}
    for one, other in itertools.combinations(shapes, 2):
        assert unlike(shapes[one], shapes[other]) > 0.3, (one, other)


@every_theme
@pytest.mark.parametrize("eyes", EYES)
def test_no_eye_loses_the_words(eyes: str, colours: Colours) -> None:
    for tone in tones():
        shown = tint(tone, colours)
        assert contrast(seen(shown.text, eyes), seen(shown.background, eyes)) >= TEXT, shown
    for words, ground in (
        (colours.text, colours.selection),
        (colours.on_accent, colours.accent),
        (colours.surface, colours.focus),
    ):
        assert contrast(seen(words, eyes), seen(ground, eyes)) >= TEXT


@every_theme
@pytest.mark.parametrize("eyes", ["protanopia", "deuteranopia", "tritanopia"])
def test_good_and_bad_are_not_one_colour_to_who_cannot_tell_red_from_green(
    eyes: str, colours: Colours
) -> None:
    good, bad = tint(GOOD, colours), tint(BAD, colours)
    assert apart(seen(good.text, eyes), seen(bad.text, eyes)) >= 4 * JUST_SEEN


@every_theme
def test_in_grey_good_and_bad_are_told_by_their_shape(colours: Colours) -> None:
    shapes = drawn(STATUS_STYLE[Status.STOPPED].icon), drawn(STATUS_STYLE[Status.ALREADY_SENT].icon)
    lighter = abs(lab(tint(GOOD, colours).text).lightness - lab(tint(BAD, colours).text).lightness)
    assert lighter >= JUST_SEEN or unlike(*shapes) > 0.5


def test_the_simulation_is_the_published_one() -> None:
    assert seen("#ffffff", "protanopia") == "#ffffff"
    assert apart(seen("#00aa00", "deuteranopia"), seen("#aa5500", "deuteranopia")) < apart(
        "#00aa00", "#aa5500"
    )
    assert seen("#ff0000", "greyscale") == "#7f7f7f"
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    assert picture_seen(picture, "greyscale").pixelColor(0, 0).name() == "#7f7f7f"


# Which theme


class Wishes(QObject):
    """Stands in for what the system says of its user's wishes: no screen of the tests' has any."""

    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.wanted

    def want(self, wanted: Qt.ContrastPreference) -> None:
        self.wanted = wanted
        self.contrastPreferenceChanged.emit(wanted)


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    wishes = Wishes()
    monkeypatch.setattr(themes, "_wishes", lambda _hints: wishes)
    return wishes


@pytest.fixture
def own(qapp: QApplication, theme: Theme, wishes: Wishes) -> Iterator[Theme]:
    """A theme that nobody else listens to, over a system whose wishes are in the test's hands."""
    own = Theme(qapp)
    yield own
    own.choose("system")
    own.deleteLater()
    theme.choose("system")


def test_each_choice_has_its_colours(qapp: QApplication, own: Theme) -> None:
    told: list[str] = []
    own.changed.connect(lambda: told.append(own.choice))
    for choice, colours in (("dark", DARK), ("light", LIGHT), ("contrast", BLACK), ("system", LIGHT)):
        own.choose(choice)
        assert own.colours is colours
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == colours.window.lower()
        assert colours.control_line in qapp.styleSheet()
    assert set(told) == {"dark", "light", "contrast", "system"}


def test_a_choice_can_be_made_at_the_start(qapp: QApplication, own: Theme) -> None:
    for choice, colours in (("dark", DARK), ("contrast", BLACK)):
        begun = Theme(qapp, choice)
        assert (begun.choice, begun.colours) == (choice, colours)
        begun.choose("system")
        begun.deleteLater()


def test_the_system_s_wish_for_contrast_is_followed_while_running(own: Theme, wishes: Wishes) -> None:
    assert own.colours is LIGHT
    wishes.want(Qt.ContrastPreference.HighContrast)
    assert own.colours is WHITE
    assert own.trouble == BAD.on_white.text
    wishes.want(Qt.ContrastPreference.NoPreference)
    assert own.colours is LIGHT


def test_what_was_chosen_stays_whatever_the_system_wishes(own: Theme, wishes: Wishes) -> None:
    for choice, colours in (("light", LIGHT), ("dark", DARK)):
        own.choose(choice)
        wishes.want(Qt.ContrastPreference.HighContrast)
        assert own.colours is colours
        wishes.want(Qt.ContrastPreference.NoPreference)


def test_an_older_qt_that_knows_of_no_contrast_is_no_hindrance(
    qapp: QApplication, own: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(themes, "_wishes", lambda _hints: None)
    begun = Theme(qapp)
    assert begun.colours is LIGHT
    begun.deleteLater()


def test_only_one_button_has_the_accent(qapp: QApplication, own: Theme) -> None:
    own.choose("light")
    rules = [rule for rule in qapp.styleSheet().split("}") if LIGHT.accent in rule]
    assert len(rules) == 1
    assert "#primary" in rules[0]


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_words_of_an_empty_list_can_be_read(desk: Desk, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    try:
        picture = desk.table.viewport().grab().toImage()
        painted = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
        strongest = max(contrast(QColor(pixel).name(), theme.colours.surface) for pixel in painted)
        assert strongest >= TEXT
    finally:
        theme.choose("system")


# What moves


def ring(due_in_s: float) -> QImage:
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_ring(painter, QRectF(3, 3, 14, 14), due_in_s, LIGHT.focus, LIGHT.line)
    painter.end()
    return picture


def test_a_ring_moves_by_whole_seconds_only() -> None:
    assert ring(8.1) == ring(8.9)
    assert ring(8.1) != ring(7.9)
    assert ring(10) == ring(400)


def test_a_countdown_moves_nothing(desk: Desk) -> None:
    footer = desk.window._footer
    desk.add("1")
    places = set()
    for seconds in (58.0, 11.0, 10.0, 9.0, 1.0):
        footer.retry.show_countdown(seconds)
        desk.settle()
        places.add(tuple(button.geometry().getRect() for button in footer.findChildren(QPushButton)))
    assert len(places) == 1
