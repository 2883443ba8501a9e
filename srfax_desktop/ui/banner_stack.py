# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Banners one above the other, each made when it first has something to say: most never have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.ui.banner import Banner, Pressed
    from srfax_desktop.ui.status_style import Tone
    from srfax_desktop.ui.theme import Theme


class Look(NamedTuple):
    """How a banner looks. icon: the name of its picture."""

    tone: Tone
    icon: str


class BannerStack(QWidget):
    """Hidden while no banner says anything. looks: of each banner by its name, from top to bottom."""

    def __init__(self, theme: Theme, looks: Mapping[str, Look], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks = looks
        self._made: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._fit()

    def presses(self, name: str) -> tuple[Pressed, ...]:
        """Return what the buttons of a banner tell or do, from the left; none: it has no button."""
        raise NotImplementedError

    def banner(self, name: str) -> Banner:
        """Return a banner that has something to say."""
        if name not in self._made:
            self._made[name] = made = self._make(name)
            in_order = [self._made[each] for each in self._looks if each in self._made]
            self._column.insertWidget(in_order.index(made), made)
            self._put_in_order(in_order)
        return self._made[name]

    def words(self, name: str) -> str:
        """Return what a banner says, "" where it says nothing."""
        return self._made[name].words.text() if name in self._made else ""

    def silence(self, name: str) -> None:
        """Have a banner say nothing more."""
        if name in self._made:
            self._made[name].silence()

    def _make(self, name: str) -> Banner:
        from srfax_desktop.ui.banner import Banner  # noqa: PLC0415 - the window is painted before

        banner = Banner(self._theme, *self._looks[name])
        presses = self.presses(name)
        for pressed in presses[:1]:
            banner.pressed.connect(pressed)
        for pressed in presses[1:]:
            banner.add_button(pressed)
        banner.changed.connect(self._fit)
        return banner

    def _put_in_order(self, banners: list[Banner]) -> None:
        """Have screen readers and the Tab key come by as the eye does, not last by what was made last."""
        before: QWidget = self
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt begins nowhere else
        for banner in banners:
            banner.raise_()
            for button in banner.buttons:
                QWidget.setTabOrder(before, button)
                before = button
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def _fit(self) -> None:
        self.setHidden(all(banner.isHidden() for banner in self._made.values()))
