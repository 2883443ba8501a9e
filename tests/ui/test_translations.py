# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The catalogue is whole: what the sources say today, all of it in French, with all its placeholders."""

from __future__ import annotations

import ast
import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from defusedxml.ElementTree import fromstring
from PySide6.QtCore import QCoreApplication, QTranslator

from packing.translations import FOLDER, SOURCES, compile_translations, sentences_of, update_strings
from srfax_desktop.ui.counting import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

CATALOGUES = sorted(FOLDER.glob("*.ts"))

_PLACEHOLDER = re.compile(r"\{[0-9]?\}|%L?n")
_MNEMONIC = re.compile(r"&(\w)")


class Message(NamedTuple):
    """One sentence of a catalogue; forms are several where it counts."""

    context: str
    source: str
    one: str
    kind: str | None
    forms: tuple[str, ...]


def messages(path: Path) -> list[Message]:
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            translation.get("type"),
            tuple(form.text or "" for form in translation.findall("numerusform"))
            or (translation.text or "",),
        )
        for context in fromstring(path.read_text("utf-8")).findall("context")
        for message in context.findall("message")
        for translation in message.findall("translation")
    ]


FRENCH = messages(FOLDER / "srfax_desktop_fr.ts")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_catalogue_is_what_is_made_from_the_sources_now(path: Path, tmp_path: Path) -> None:
    made = tmp_path / path.name
    shutil.copy(path, made)
    update_strings(made)
    assert made.read_text("utf-8") == path.read_text("utf-8"), "run `make strings`, and translate"


def test_every_sentence_is_there_with_the_form_it_needs() -> None:
    said = {(each.context, each.text, each.one) for each in sentences_of(SOURCES)}
    assert said == {(each.context, each.source, each.one) for each in FRENCH}
    assert [each for each in FRENCH if len(each.forms) != (2 if each.one else 1)] == []
    assert [each for each in FRENCH if bool(each.one) != ("%Ln" in each.source)] == []


def test_nothing_is_unfinished_or_obsolete() -> None:
    assert [each for each in FRENCH if each.kind or not all(each.forms)] == []


def test_the_placeholders_are_those_of_the_english() -> None:
    assert [each for each in FRENCH if not all(map(_keeps(each), each.forms))] == []


def _keeps(message: Message) -> Callable[[str], bool]:
    """Whether a form has what is filled in, and the lines, of the English. One may be said in a word."""
    wanted = Counter(_PLACEHOLDER.findall(message.source))
    of_one = Counter(_PLACEHOLDER.findall(message.one)) if "1" not in message.one else wanted

    def keeps(form: str) -> bool:
        found = Counter(_PLACEHOLDER.findall(form))
        is_first = bool(message.one) and form is message.forms[0]
        return (found == wanted or (is_first and found == of_one)) and _lines(form) == _lines(message.source)

    return keeps


def _lines(words: str) -> int:
    return words.count("\n")


def test_the_french_is_set_as_it_is_in_quebec() -> None:
    """A no-break space before a colon and within « », none before ; ! ? – and curly apostrophes."""
    wrong = re.compile(
        r"(?<![\u00a0\d*]):(?=\s|$)|\s[;!?]|«(?!\u00a0)|(?<!\u00a0)»|'(?!h)(?<!h')|\.\.\.|[“”\"]"
    )
    assert [form for each in FRENCH for form in each.forms if wrong.search(form) and "HH" not in form] == []


def test_one_thing_has_one_name() -> None:
    """No word that this office would not use stands for what has a name already."""
    other = re.compile(
        r"\b(fax|faxs?|e-?mail|mail|stopp\w*|annulation d’envoi|mot-clé|login|username)\b", re.IGNORECASE
    )
    assert [form for each in FRENCH for form in each.forms if other.search(form)] == []


TOGETHER = {
    "main window": (
        "AccountButton",
        "CallFields",
        "FaxDetails",
        "FilterLine",
        "FindButton",
        "Footer",
        "HelpButton",
        "IdLine",
        "ListBar",
        "NoticeBoard",
    ),
    "history": ("HistoryWindow", "FilterBar", "RetentionChoice"),
    "record": ("RecordDialog",),
    "sign-in": ("SignInDialog",),
    "first run": ("WelcomeDialog", "SignInDialog"),
    "settings, accounts": ("SettingsDialog", "AccountsPage"),
    "settings, finding": ("SettingsDialog", "LookingPage"),
    "settings, looks": ("SettingsDialog", "LooksPage"),
    "settings, network": ("SettingsDialog", "NetworkPage"),
    "settings, privacy": ("SettingsDialog", "PrivacyPage"),
    "settings, trying": ("SettingsDialog", "TryingPage"),
    "guide": ("GuideWindow",),
    "keys": ("KeysDialog",),
    "tray": ("Tray",),
    "import report": ("ImportReportDialog",),
    "column": ("ColumnDialog",),
    "trouble": ("TroubleDialog",),
    "about": ("AboutDialog",),
}
"""Contexts whose letters to press with Alt are in one window at once."""

HELP_MENU = {
    "User’s &guide",
    "&Keys",
    "&Support bundle…",
    "Open the &log folder",
    "Check for &updates",
    "&About SRFax Desktop",
}


def test_what_can_be_pressed_with_alt_in_english_can_in_french() -> None:
    differ = [each for each in FRENCH if bool(_MNEMONIC.search(each.source)) != _has_one(each.forms[0])]
    assert differ == []


def _has_one(words: str) -> bool:
    return len(_MNEMONIC.findall(words)) == 1


@pytest.mark.parametrize("window", TOGETHER)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_letter_is_two_things_in_a_window(window: str, language: str) -> None:
    in_menus = {*HELP_MENU, "&Settings…"}
    here = [each for each in FRENCH if each.context in TOGETHER[window] and each.source not in in_menus]
    said = [each.forms[0] if language == "fr" else each.source for each in here]
    letters = Counter(letter.casefold() for words in said for letter in _MNEMONIC.findall(words))
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_no_letter_is_two_things_in_the_help_menu() -> None:
    said = [each.forms[0] for each in FRENCH if each.source in HELP_MENU]
    letters = [letter.casefold() for words in said for letter in _MNEMONIC.findall(words)]
    assert len(letters) == len(set(letters)) == len(HELP_MENU)


# What is compiled from it


def test_it_is_compiled_only_where_it_is_older_than_its_source(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "srfax_desktop_fr.ts", tmp_path)
    (path,) = compile_translations(tmp_path)
    made = path.stat().st_mtime_ns
    assert compile_translations(tmp_path) == [path]
    assert path.stat().st_mtime_ns == made


def test_a_count_has_the_form_it_takes(qapp: QApplication) -> None:
    def of(count: int) -> str:
        return counted("fax_facts", "%Ln pages", "1 page", count)

    assert [of(0), of(1), of(2)] == ["0 pages", "1 page", "2 pages"]
    compile_translations()
    french = QTranslator()
    assert french.load(str(FOLDER / "srfax_desktop_fr.qm"))
    QCoreApplication.installTranslator(french)
    try:
        assert [of(0), of(1), of(2)] == ["0 page", "1 page", "2 pages"]
    finally:
        QCoreApplication.removeTranslator(french)


# What the window says without asking for a translation

SAYS = {
    "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setInformativeText", "setTitle", "addAction", "addItem", "addButton", "addTab",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "word_label", "tell", "say", "announce",
    "setStatusTip", "setWhatsThis", "setLabelText",
}  # fmt: skip


def bare_words(source: str) -> list[str]:
    """Literals with a word in them that are handed to what shows or says them."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    said = [
        literal for call in calls if _name(call) in SAYS for each in _said(call) for literal in _own(each)
    ]
    return [words for words in said if re.search(r"[A-Za-z]{2}", words) and "://" not in words]


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def _said(call: ast.Call) -> list[ast.expr]:
    return call.args[1:] if _name(call) == "word_label" else call.args  # which first is told its look


def _own(node: ast.AST) -> Iterator[str]:
    """Yield the literals in an expression, but for those that a call within it is handed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if not isinstance(node, ast.Call):
        for child in ast.iter_child_nodes(node):
            yield from _own(child)


def test_the_window_says_no_word_that_has_no_translation() -> None:
    found = {path.name: bare_words(path.read_text("utf-8")) for path in (SOURCES / "ui").glob("*.py")}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_bare_word_would_be_found() -> None:
    assert bare_words('label.setText("Hello")\nQPushButton(f"Stop {n}")') == ["Hello", "Stop "]
    assert bare_words('label.setText(translate("X", "Hello"))\nlabel.setText("·")') == []
