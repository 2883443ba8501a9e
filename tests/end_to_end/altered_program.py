# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The program, altered before it starts as the variable SRFAX_TEST_ALTERED says. Run by tests.

fails: a slot and a worker raise, with the password in a variable of the frame that does.
debug: everything is logged, not only what is worth it.
logs_out: the system's session ends a moment after the faxes on the list were asked to be stopped.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.client import SrfaxClient
    from srfax_desktop.ui.window_run import WindowRun


def _let_it_fail() -> None:
    from srfax_desktop.srfax.client import SrfaxClient  # noqa: PLC0415 - after the start's own first step
    from srfax_desktop.ui.window_run import WindowRun  # noqa: PLC0415

    use = WindowRun._use

    def fail_in_a_slot(self: WindowRun, credentials: Credentials, *, proven: bool) -> NoReturn:
        password = credentials.password
        use(self, credentials, proven=proven)
        raise RuntimeError(len(password))

    def fail_in_a_worker(self: SrfaxClient, fax_id: str) -> NoReturn:
        password = self._credentials.password
        raise ValueError(fax_id, password)

    WindowRun._use = fail_in_a_slot  # type: ignore[method-assign]
    SrfaxClient.stop_fax = fail_in_a_worker  # type: ignore[method-assign]


def _let_it_log_everything() -> None:
    from srfax_desktop import home  # noqa: PLC0415
    from srfax_desktop.store.logs import set_up_logging  # noqa: PLC0415

    vars(home)["set_up_logging"] = partial(set_up_logging, level=logging.DEBUG)


def _let_the_session_end() -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from srfax_desktop.backstage import Backstage  # noqa: PLC0415

    begin = Backstage.begin

    def begin_and_end(self: Backstage, *, urgent: bool = False) -> None:
        begin(self, urgent=urgent)
        self._window.ask_to_stop([fax.fax_id for fax in self._controller.board.faxes()])
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        QTimer.singleShot(200, self, lambda: app.commitDataRequest.emit(None))

    Backstage.begin = begin_and_end  # type: ignore[method-assign]


if __name__ == "__main__":
    from srfax_desktop.__main__ import main

    alter = {"fails": _let_it_fail, "debug": _let_it_log_everything, "logs_out": _let_the_session_end}
    alter[os.environ["SRFAX_TEST_ALTERED"]]()
    sys.exit(main())
