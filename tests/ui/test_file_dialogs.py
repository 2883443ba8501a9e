# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Each dialog that asks for a file speaks the language of the window, in Qt's own form of it too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from srfax_desktop.ui.bundle_dialog import BundleDialog
from srfax_desktop.ui.export_dialog import ExportDialog
from srfax_desktop.ui.file_dialogs import save_dialog
from srfax_desktop.ui.letters import letter_of
from tests.ui.spoken import languages
from tests.ui.test_help_button import BUNDLE
from tests.ui.test_record_dialog import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

SAVING = {
    "en": ["Save &in:", "File &name:", "File &type:"],
    "fr": ["Enregistrer &dans\u00a0:", "&Nom du fichier\u00a0:", "&Type de fichier\u00a0:"],
}


def record(qtbot: QtBot, theme: Theme, name: str) -> QWidget:
    sheet = Sheet(theme, qtbot)
    sheet.press(name)
    return sheet.dialog


def bundle(qtbot: QtBot, theme: Theme) -> QWidget:
    dialog = BundleDialog(theme, date(2026, 3, 1))
    qtbot.addWidget(dialog)
    dialog.show_bundle(BUNDLE)
    dialog._save.click()
    return dialog


def history(qtbot: QtBot, _: Theme) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    ExportDialog(["csv"], date(2026, 3, 1), parent).open()
    return parent


ASKING: dict[str, Callable[[QtBot, Theme], QWidget]] = {
    "Enregistrer en PDF": lambda qtbot, theme: record(qtbot, theme, "Enregistrer en PDF…"),
    "Enregistrer en texte": lambda qtbot, theme: record(qtbot, theme, "Enregistrer en texte…"),
    "Enregistrer le dossier de soutien": bundle,
    "Exporter l’historique": history,
}
"""What asks where to save, by the title of its question."""


def labels(dialog: QFileDialog) -> list[str]:
    """Return the words beside its fields, from top to bottom."""
    names = ("lookInLabel", "fileNameLabel", "fileTypeLabel")
    return [label.text() for name in names if (label := dialog.findChild(QLabel, name))]


@pytest.mark.parametrize("title", ASKING)
def test_what_saves_says_so_in_french(qtbot: QtBot, qapp: QApplication, theme: Theme, title: str) -> None:
    with languages(qapp) as chosen:
        chosen.choose("fr")
        window = ASKING[title](qtbot, theme)
        (asked,) = window.findChildren(QFileDialog)
        assert asked.windowTitle() == title
        assert labels(asked) == SAVING["fr"]
        buttons = [asked.labelText(label) for label in (asked.DialogLabel.Accept, asked.DialogLabel.Reject)]
        assert buttons == ["&Enregistrer", "Annuler"]
        letters = [letter_of(words) for words in (*labels(asked), buttons[0])]
        assert len(set(letters)) == len(letters)
        asked.reject()


def test_it_proposes_a_name_in_a_folder_and_says_what_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = save_dialog(parent, "Save it", f"{tmp_path}/a.b.pdf", "PDF files (*.pdf)")
    assert dialog.windowTitle() == "Save it"
    assert dialog.selectedFiles() == [f"{tmp_path}/a.b.pdf"]
    assert dialog.defaultSuffix() == "pdf"
    assert labels(dialog) == SAVING["en"]
