# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A window with nothing but a table of a hundred rows, and no program behind it.

With `weigh`, it prints how much memory it holds after some seconds, in bytes, and ends.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


def weigh() -> None:
    """Print what this process holds."""
    with open("/proc/self/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123 - nothing more is loaded here
        sizes = dict(line.split()[:2] for line in file.readlines()[1:])
    print(int(sizes["Rss:"]) * 1024, flush=True)
    app.quit()


app = QApplication([])
model = QStandardItemModel()
for row in range(100):
    model.appendRow([QStandardItem(f"{row} {column}") for column in range(6)])
table = QTableView()
table.setModel(model)
window = QMainWindow()
window.setCentralWidget(table)
window.setWindowTitle("empty")
window.resize(1100, 760)
window.show()
if sys.argv[1:] == ["weigh"]:
    QTimer.singleShot(5000, weigh)
app.exec()
