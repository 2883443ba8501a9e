# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The language changes while everything is open, and leaves no word of the one before behind."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from srfax_desktop.ui.about_dialog import AboutDialog, LicencesDialog
from srfax_desktop.ui.bundle_dialog import BundleDialog
from srfax_desktop.ui.glosses import gloss
from srfax_desktop.ui.languages import system_language
from srfax_desktop.ui.letters import plain
from srfax_desktop.ui.trouble_dialog import TroubleDialog
from srfax_desktop.ui.trouble_words import trouble_meaning
from tests.ui.desk import Desk
from tests.ui.history_desk import Reading
from tests.ui.memory_archive import MemoryArchive, many
from tests.ui.pseudo_locale import PseudoLocale, pseudo
from tests.ui.spoken import languages, said_in, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.languages import Languages
    from srfax_desktop.ui.theme import Theme


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Languages]:
    with languages(qapp) as chosen:
        yield chosen


def test_a_window_that_is_open_speaks_as_one_that_is_made_in_the_language(
    qtbot: QtBot, theme: Theme, spoken: Languages
) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.show()
    desk.window.add_text("1001 1002")
    desk.settle()
    english = said_in(desk.window)
    spoken.choose("fr")
    settle()
    desk.settle()
    french = said_in(desk.window)
    assert desk.button("Arrêter la sélection").text() == "Arrêter la &sélection"
    fresh = Desk(qtbot, theme, practice=True)
    fresh.show()
    fresh.window.add_text("1001 1002")
    fresh.settle()
    crowded = " (pas de place actuellement)"  # which columns these are, the width decides
    as_made = {plain(line).removesuffix(crowded) for line in said_in(fresh.window)}  # letters: test_letters
    assert [line for line in french if plain(line).removesuffix(crowded) not in as_made] == []
    spoken.choose("en")
    settle()
    desk.settle()
    assert said_in(desk.window) == english


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: AboutDialog(lambda: "", parent),
        lambda parent: LicencesDialog("text", parent),
        lambda parent: TroubleDialog(partial(trouble_meaning, list_is_kept=True), "details", parent),
    ],
)
def test_small_dialogs_follow_while_they_are_open(
    qtbot: QtBot, spoken: Languages, make: Callable[[QWidget], QWidget]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = make(parent)
    dialog.show()
    for copy in dialog.findChildren(QPushButton):
        if copy.accessibleName() == "Copy details":
            copy.click()
    english = said_in(dialog)
    spoken.choose("fr")
    settle()
    fresh = make(parent)
    assert dialog.windowTitle() == fresh.windowTitle()
    assert {line for line in said_in(fresh) if line not in said_in(dialog)} <= {"QLabel.text: "}
    spoken.choose("en")
    settle()
    assert said_in(dialog) == english


def test_the_history_and_a_dialog_follow_while_they_are_open(
    qtbot: QtBot, theme: Theme, spoken: Languages
) -> None:
    reading = Reading(qtbot, theme, MemoryArchive(many(20))).show()
    bundle = BundleDialog(theme, date(2026, 3, 1))
    qtbot.addWidget(bundle)
    before = said_in(reading.window), said_in(bundle)
    spoken.choose("fr")
    settle()
    assert reading.window.windowTitle() == "Historique"
    assert "QPushButton.text: &Vérifier l’historique" in said_in(reading.window)
    assert bundle.windowTitle() == "Dossier de soutien"
    spoken.choose("en")
    settle()
    assert (said_in(reading.window), said_in(bundle)) == before


def test_numbers_follow_and_what_nobody_speaks_is_the_systems_choice(spoken: Languages) -> None:
    heard: list[str] = []
    spoken.changed.connect(lambda: heard.append(spoken.code))
    spoken.choose("fr")
    assert QLocale().toString(1240).replace("\u202f", "\u00a0") == "1\u00a0240"
    spoken.choose("en")
    assert QLocale().toString(1240) == "1,240"
    spoken.choose(None)
    assert heard == ["fr", "en", spoken.code]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["fr-CA", "en-CA"], "fr"),
        (["de-DE", "fr", "en"], "fr"),
        (["en-US", "fr-CA"], "en"),
        (["pt-BR"], "en"),
        ([], "en"),
    ],
)
def test_the_first_of_the_systems_languages_that_it_speaks_is_taken(
    names: list[str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: names)
    assert system_language() == code


def test_qts_own_buttons_speak_the_same_language(spoken: Languages) -> None:
    spoken.choose("fr")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_srfaxs_words_stay_and_are_translated_beneath_in_french_alone(spoken: Languages) -> None:
    assert gloss("Fax Cancelled") == gloss("Unable to Cancel Fax") == ""
    spoken.choose("fr")
    words = "«\u00a0FAX  canceled\u00a0» veut dire «\u00a0Télécopie annulée\u00a0» (traduit par ce programme)"
    assert gloss("FAX  canceled") == words
    assert gloss("File not found — Please try again").startswith("«\u00a0File not found — Please try again")
    assert gloss("Something new") == gloss("") == gloss(None) == ""


# Words that are longer by 40 %


def test_longer_words_clip_no_button(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    longer = PseudoLocale()
    qapp.installTranslator(longer)
    try:
        desk = Desk(qtbot, theme, practice=True)
        desk.window.resize(1200, 800)
        desk.window.show()
        reading = Reading(qtbot, theme, MemoryArchive(many(20))).show()
        settle()
        seen = [part for window in (desk.window, reading.window) for part in _wordy(window)]
        assert len(seen) > 15
        assert [part.accessibleName() for part in seen if part.width() < part.minimumSizeHint().width()] == []
    finally:
        qapp.removeTranslator(longer)
        settle()


def _wordy(window: QWidget) -> list[QWidget]:
    kinds = QPushButton | QCheckBox | QLabel
    parts = [part for part in window.findChildren(QWidget) if isinstance(part, kinds)]
    return [part for part in parts if part.isVisible() and part.text().startswith("[")]


def test_the_longer_language_keeps_what_is_filled_in() -> None:
    assert pseudo("Stop &all {0} of %Ln") == "[Stöp &all {0} öf %Ln ~ ~ ~]"
    assert len(pseudo("Stop selected")) >= 1.4 * len("Stop selected")
