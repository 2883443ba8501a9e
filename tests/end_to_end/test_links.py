# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A link is clicked while the window is open: it is handed over, and asks."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.program import end, run, started, wait_until, wait_until_at_rest

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer
    from tests.end_to_end.screen import Reader, Screen

FAX = "10000001"
NO_VAULT = "keyring.backends.fail.Keyring"  # one that is started here would ask for a password of its own
ASKS = f"A link points at fax {FAX}."


def test_a_link_is_handed_to_the_window_that_is_open_and_asks(
    home: Path, bus: Screen, reader: Reader
) -> None:
    look_only_when_asked(welcomed=True)
    with started(**bus.variables) as window:
        bus.wait_for_window("SRFax Desktop")
        second = run("--link", f"srfax-desktop:{FAX}", **bus.variables)
        assert second.status == 0, second
        wait_until(lambda: any(ASKS in label for label in reader.labels()), what="the question")
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0


def test_by_keyboard_one_fax_is_stopped_and_nothing_is_sent_before(
    home: Path, bus: Screen, reader: Reader, service: PracticeServer, ca_file: str, clinic: Credentials
) -> None:
    def stops() -> list[str]:
        return [request.fax_id for request in service.requests if request.action == "Stop_Fax"]

    look_only_when_asked(welcomed=True)
    variables = {**bus.variables, "SSL_CERT_FILE": ca_file, "PYTHON_KEYRING_BACKEND": NO_VAULT}
    with started("--endpoint", service.url, "10000003", **variables) as window:
        reader.wait_for_window("dialog", "Sign in to SRFax")
        reader.do("put", "Account number", clinic.account)
        reader.do("put", "Password", clinic.password)
        reader.do("press", "Sign in")
        bus.wait_for_window("^SRFax Desktop$")
        reader.do("select", "Faxes", 0)
        wait_until_at_rest(window)
        bus.hit("ctrl+f", "Down")  # into the list, where Enter stops what is selected
        assert run("--link", f"srfax-desktop://{FAX}/", **bus.variables).status == 0
        wait_until(lambda: any(ASKS in label and "0123" in label for label in reader.labels()))
        assert reader.selected() == [FAX]
        wait_until_at_rest(window)
        bus.hit("Return", "KP_Enter")  # as whoever has just said yes in a browser may
        wait_until_at_rest(window)
        assert stops() == []
        assert reader.statuses() == {FAX: "Waiting", "10000003": "Waiting"}
        bus.hit("shift+Tab", "space")
        wait_until(lambda: reader.status(FAX).startswith("Stopped"))
        assert stops() == [FAX]
        assert not any(ASKS in label for label in reader.labels())
        assert reader.status("10000003") == "Waiting"


def test_a_link_that_is_none_is_told_of_in_the_window_that_is_open(
    home: Path, bus: Screen, reader: Reader
) -> None:
    look_only_when_asked(welcomed=True)
    with started(**bus.variables) as window:
        bus.wait_for_window("SRFax Desktop")
        second = run("--link", "srfax-desktop:stop", **bus.variables)
        assert (second.status, second.out) == (0, ""), second
        wait_until(lambda: any("not for this program" in label for label in reader.labels()))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0


def test_nothing_can_be_smuggled_in_beside_a_link(home: Path) -> None:
    for more in (["--endpoint", "https://127.0.0.1:1/"], ["--practice"], ["31524120"]):
        refused = run("--link", "srfax-desktop:1", *more)
        assert refused.status == 2, refused
        assert "takes one link and nothing else" in refused.err
