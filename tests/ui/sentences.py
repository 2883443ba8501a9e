# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Collects from the code what the window can say, and from the guide what it explains."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
UI = ROOT / "srfax_desktop" / "ui"
CATALOGUE = ROOT / "resources" / "i18n" / "srfax_desktop_fr.ts"

REASONS = {
    "import_words.line_reason_words",
    "messages.reason_words",
    "notices.finishing_words",
    "notices.problem_words",
    "saving._words",
}
"""Functions whose words tell of a problem although they are no whole sentences."""

HARMLESS = {
    "account_words.ask_before_switching: If you switch to account {0} now, it": "explained for several",
    "about_dialog": "what the program is",
    "backup_words.brought_back_words: %Ln faxes and": "good news",
    "backup_words.brought_back_words: The history was": "good news",
    "bundle_dialog._name_all": "what is in it",
    "bundle_dialog.save": "good news",
    "away_words": "how it ended, in short; the table of statuses has it at length",
    "details_pane.retranslate": "what to do first",
    "fax_table.retranslate": "read out with the table",
    "fax_table.why_empty: No faxes in the list yet": "what to do first",
    "fax_words": "what SRFax told of a fax",
    "filter_line": "read out with the line",
    "filter_told": "how many were found",
    "find_words._found: %Ln faxes": "how many are queued",
    "history_words.exported_words": "good news",
    "history_words.intact_words": "good news",
    "history_words.no_attempts_words": "what will stand there",
    "history_words.nothing_fits_words": "says what to do",
    "id_line._describe_line": "read out with the line",
    "import_report._name_all": "what a button does",
    "messages.next_step": "in the table of statuses",
    "messages.status_meaning": "in the table of statuses",
    "notices.practice_words": "in the chapter on practice",
    "notices.sign_in_words: SRFax accepts": "good news",
    "questions.ask_before": "a question, with all there is to know",
    "settings_accounts.retranslate": "says what the page is for",
    "settings_dialog._tell": "says what a button does",
    "settings_looking.retranslate": "says what a choice does",
    "settings_network.retranslate: A request that takes longer": "says what a choice does",
    "settings_privacy.retranslate": "says what a choice does",
    "settings_trying.retranslate": "says what a choice does",
    "welcome_dialog._retranslate": "what the program is",
    "welcome_dialog.tell_practice: It opens": "good news",
    "record_": "a page for others to read; its window is in the list below",
    "record_outlet._open: Opened": "good news",
    "record_outlet._print: Sent": "good news",
    "record_outlet._save": "good news",
    "retention_choice.ask_before_removing": "a question, with all there is to know",
    "sign_in_dialog._retranslate": "what to type",
    "sign_in_dialog._say_where_kept: The password": "where it is kept",
    "trouble_words.copied_words": "good news",
    "what_now": "what to do, in four steps",
}
"""What tells of no problem, by the beginning of `module.function: words`, each with the reason."""

TOLD_ALL_THE_SAME = ("record_outlet._print: The printer", "record_outlet._open: No program")
ALSO = ("notices.entry_words: not a fax ID",)

_PLACEHOLDER = re.compile(r"\{\d+\}|%L?n|%L?\d")
_LINK = re.compile(r"\[([^]]*)]\([^)]*\)")
_ANCHOR = re.compile(r'<a id="([^"]*)"></a>')


@dataclass(frozen=True, slots=True)
class Sentence:
    """context and words: as `translate` has them."""

    module: str
    function: str
    context: str
    words: str

    @property
    def place(self) -> str:
        return f"{self.module}.{self.function}: {self.words}"


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return every literal that is translated in `ui`."""
    return tuple(found for path in sorted(UI.glob("*.py")) for found in _of(path))


def _of(path: Path) -> Iterator[Sentence]:
    def walk(node: ast.AST, function: str) -> Iterator[Sentence]:
        for child in ast.iter_child_nodes(node):
            name = child.name if isinstance(child, ast.FunctionDef) else function
            if (
                isinstance(child, ast.Call)
                and isinstance(child.func, ast.Name)
                and child.func.id in {"translate", "counted"}
                and len(child.args) > 1
            ):
                context, words = child.args[:2]
                if path.stem == "counting":
                    continue
                assert isinstance(context, ast.Constant), path
                assert isinstance(words, ast.Constant), path
                yield Sentence(path.stem, name, str(context.value), str(words.value))
            yield from walk(child, name)

    yield from walk(ast.parse(path.read_text("utf-8")), "")


def told_problems() -> list[Sentence]:
    """Return what tells of a problem: whole sentences that are not listed as harmless, and reasons."""
    return [found for found in sentences() if _is_problem(found) and not _has_plural(found)]


def _is_problem(found: Sentence) -> bool:
    if found.place.startswith((*ALSO, *TOLD_ALL_THE_SAME)):
        return True
    if found.place.startswith(tuple(HARMLESS)) or found.module in {"keys", "status_style"}:
        return False
    is_reason = f"{found.module}.{found.function}" in REASONS
    return (is_reason or found.words.endswith(".")) and found.words not in {"SRFax Desktop", "The text"}


def _has_plural(one: Sentence) -> bool:
    """Whether it is the singular of another sentence, which stands for both."""
    if not re.search(r"\b1 ", one.words):
        return False
    others = [each for each in sentences() if (each.module, each.function) == (one.module, one.function)]
    return any(each.words.startswith("{") or "{1}" in each.words for each in others if each != one)


def shown(words: str) -> str:
    """Return words as the guide has them: `…` for what is put in, plain spaces, no Markdown."""
    words = _ANCHOR.sub("", _LINK.sub(r"\1", _PLACEHOLDER.sub("…", words)))
    words = re.sub(r"\((e?s)\)", r"\1", words.replace("**", "").replace("`", ""))
    return " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").split())


def guide(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def tables(markdown: str) -> list[list[list[str]]]:
    """Return the cells of each table, row by row, as they are written. The first row is its heading."""
    found: list[list[list[str]]] = []
    before = ""
    for line in markdown.splitlines():
        if line.startswith("|"):
            if not before.startswith("|"):
                found.append([])
            if not line.startswith("|---"):
                found[-1].append([cell.strip() for cell in line.strip("|").split(" | ")])
        before = line
    return found


def messages(markdown: str) -> list[str]:
    """Return what stands in the tables of messages, in its order."""
    return [
        shown(row[0]) for table in tables(markdown) if shown(table[0][0]) == "Message" for row in table[1:]
    ]


def catalogue() -> dict[tuple[str, str], str]:
    """Return the French words by context and source; empty where there is no catalogue yet."""
    if not CATALOGUE.is_file():
        return {}
    found = {}
    for context in ET.parse(CATALOGUE).getroot().iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in {"vanished", "obsolete"}:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            words = forms[-1] if forms else translation.text or ""
            found[context.findtext("name") or "", message.findtext("source") or ""] = words
    return found
