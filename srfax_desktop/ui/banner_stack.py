# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Banners one above the other, each made when it first has something to say: most never have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.ui.banner import Banner, Pressed
    from srfax_desktop.ui.status_style import Tone
    from srfax_desktop.ui.theme import Theme


class Kind(NamedTuple):
    """How a banner looks, and what its buttons do, from the left."""

    tone: Tone
    icon: str
    pressed: tuple[Pressed, ...] = ()


class BannerStack(QObject):
    """Fills `place`, and hides it while no banner says anything. kinds: by name, from top to bottom."""

    def __init__(self, theme: Theme, kinds: Mapping[str, Kind], place: QWidget) -> None:
        super().__init__(place)
        self._theme = theme
        self._kinds = kinds
        self._place = place
        self._made: dict[str, Banner] = {}
        self._column = QVBoxLayout(place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._fit()

    def banner(self, name: str) -> Banner:
        """Return a banner that has something to say."""
        if name not in self._made:
            self._made[name] = made = self._make(self._kinds[name])
            in_order = [self._made[each] for each in self._kinds if each in self._made]
            self._column.insertWidget(in_order.index(made), made)
            self._put_in_order(in_order)
        return self._made[name]

    def say(self, name: str, words: str, button: str = "", called: str = "", *, aloud: bool = True) -> None:
        """Have a banner say something; see `Banner.say`."""
        self.banner(name).say(words, button, called, aloud=aloud)

    def words(self, name: str) -> str:
        """Return what a banner says, "" where it says nothing."""
        return self._made[name].words.text() if name in self._made else ""

    def silence(self, name: str) -> None:
        """Have a banner say nothing more."""
        if name in self._made:
            self._made[name].silence()

    def _make(self, kind: Kind) -> Banner:
        from srfax_desktop.ui.banner import Banner  # noqa: PLC0415 - the window is painted before

        banner = Banner(self._theme, kind.tone, kind.icon)
        for pressed in kind.pressed[:1]:
            banner.pressed.connect(pressed)
        for pressed in kind.pressed[1:]:
            banner.add_button(pressed)
        banner.changed.connect(self._fit)
        return banner

    def _put_in_order(self, banners: list[Banner]) -> None:
        """Have screen readers and the Tab key come by as the eye does, not last by what was made last."""
        before: QWidget = self._place
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt begins nowhere else
        for banner in banners:
            banner.raise_()
            for button in banner.buttons:
                QWidget.setTabOrder(before, button)
                before = button
        self._place.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def _fit(self) -> None:
        self._place.setHidden(all(banner.isHidden() for banner in self._made.values()))
