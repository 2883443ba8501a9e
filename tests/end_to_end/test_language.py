# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window speaks French where that is asked for; what scripts and whoever mends it read stays English."""

from __future__ import annotations

import signal

from packing.translations import compile_translations
from srfax_desktop.store.paths import Paths
from tests.end_to_end.kept import events, look_only_when_asked, states
from tests.end_to_end.program import end, started, wait_until


def test_log_list_and_terminal_stay_english_where_the_window_is_french() -> None:
    compile_translations()
    look_only_when_asked()
    with started("--practice", "--lang", "fr", "10000001") as window:
        wait_until(lambda: states() == {"10000001": "waiting"})
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert events("10000001") == [("added", 0)]
    log = Paths.of_this_user().log.read_text("utf-8")
    assert "SRFax Desktop" in log
    assert [line for line in log.splitlines() if not line.isascii()] == []
    assert "ui.languages" not in log, "the translation is not there, or cannot be read"
