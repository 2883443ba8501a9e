# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A list of a few values, each in words. A value that was set elsewhere stands in it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from srfax_desktop.ui.careful_box import CarefulBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

T = TypeVar("T")


class Pick(CarefulBox, Generic[T]):
    """Shows one of `choices`, which `words` puts into the present language."""

    def __init__(
        self, choices: Sequence[T], words: Callable[[T], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._words = words
        self.addItems([words(choice) for choice in self._choices])

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._choices[self.currentIndex()]

    def show_value(self, value: T) -> None:
        """Choose a value. One that is not offered is, from now on."""
        if value not in self._choices:
            self._choices.append(value)
            self.addItem(self._words(value))
        self.setCurrentIndex(self._choices.index(value))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for index, choice in enumerate(self._choices):
            self.setItemText(index, self._words(choice))
