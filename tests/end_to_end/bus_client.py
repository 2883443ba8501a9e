# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a screen reader does with the window: told in lines of JSON, it answers in lines of JSON.

Run by the system's Python, which has pyatspi; it knows nothing of the program but its names.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pyatspi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_MS = 10_000
"""How long a window may take to answer. Without it, one that is busy for 0.8 s is taken for hung."""

USABLE = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_PUSH_BUTTON_MENU,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_PASSWORD_TEXT,
    pyatspi.ROLE_TABLE,
    pyatspi.ROLE_TREE_TABLE,
    pyatspi.ROLE_LIST,
    pyatspi.ROLE_MENU_ITEM,
}


def everything(node: Any) -> Iterator[Any]:
    """Yield what is below a node, but for the cells of tables, which are many."""
    for child in node:
        if child is None:
            continue
        yield child
        if child.getRole() not in {pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE}:
            yield from everything(child)


def shows(node: Any) -> bool:
    """Whether it can be seen."""
    states = node.getState()
    return bool(states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE))


def windows() -> list[Any]:
    """Return the windows of every program on the bus."""
    return [window for program in pyatspi.Registry.getDesktop(0) for window in program if window is not None]


FIELDS = {pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT}


def found(name: str, roles: set[Any] | None = None) -> Any:
    """Return what has this name and can be seen; the last window first, because it is in front.

    roles: any, where not given. A field's label has the field's name.
    """
    for window in reversed(windows()):
        for node in everything(window):
            if node.name == name and shows(node) and (roles is None or node.getRole() in roles):
                return node
    raise LookupError(name)


def told_windows() -> list[list[str]]:
    """Return role and name of every window."""
    return [[window.getRoleName(), window.name] for window in windows()]


def controls() -> list[dict[str, object]]:
    """Return every control that can be seen: its role, name, whether it is enabled and can have the focus."""
    return [
        {
            "role": node.getRoleName(),
            "name": node.name,
            "enabled": bool(node.getState().contains(pyatspi.STATE_ENABLED)),
            "focusable": bool(node.getState().contains(pyatspi.STATE_FOCUSABLE)),
        }
        for window in windows()
        for node in everything(window)
        if node.getRole() in USABLE and shows(node)
    ]


def labels() -> list[str]:
    """Return every line of words that can be seen."""
    nodes = [node for window in windows() for node in everything(window)]
    return [node.name for node in nodes if node.getRole() == pyatspi.ROLE_LABEL and shows(node)]


def put(name: str, text: str) -> bool:
    """Write into a field."""
    return bool(found(name, FIELDS).queryEditableText().setTextContents(text))


def press(name: str) -> bool:
    """Do what a press does."""
    action = found(name).queryAction()
    names = [action.getName(number) for number in range(action.nActions)]
    return bool(action.doAction(names.index("Press")))


def rows(name: str) -> list[list[str]]:
    """Return the text of each cell of a table."""
    table = found(name).queryTable()
    return [
        [table.getAccessibleAt(row, column).name for column in range(table.nColumns)]
        for row in range(table.nRows)
    ]


def columns(name: str) -> list[str]:
    """Return the headings of a table."""
    table = found(name).queryTable()
    return [table.getColumnDescription(column) for column in range(table.nColumns)]


def select(name: str, row: int) -> bool:
    """Select one row of a table, and no other."""
    table = found(name).queryTable()
    for other in table.getSelectedRows():
        table.removeRowSelection(other)
    return bool(table.addRowSelection(row))


def sentence(name: str, row: int) -> str:
    """Return the description of the first cell of a row."""
    return str(found(name).queryTable().getAccessibleAt(row, 0).description)


def selected(name: str) -> list[list[str]]:
    """Return the text of each cell of each selected row of a table."""
    chosen = set(found(name).queryTable().getSelectedRows())
    return [cells for row, cells in enumerate(rows(name)) if row in chosen]


COMMANDS: dict[str, Callable[..., object]] = {
    "windows": told_windows,
    "controls": controls,
    "labels": labels,
    "put": put,
    "press": press,
    "rows": rows,
    "columns": columns,
    "select": select,
    "selected": selected,
    "sentence": sentence,
}


def main() -> None:
    """Answer until standard input ends."""
    pyatspi.setTimeout(PATIENCE_MS, PATIENCE_MS)
    for line in sys.stdin:
        command, *arguments = json.loads(line)
        try:
            answer = {"answer": COMMANDS[command](*arguments)}
        except Exception as error:  # noqa: BLE001 - the test is told
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
