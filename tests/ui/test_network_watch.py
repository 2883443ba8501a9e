# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""When the network is back: said once, to a program that could not reach SRFax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from srfax_desktop.core.pause import Pause, PauseCause
from srfax_desktop.ui import network_watch
from srfax_desktop.ui.network_watch import NetworkWatch

if TYPE_CHECKING:
    from collections.abc import Callable

Reachability = QNetworkInformation.Reachability

pytestmark = pytest.mark.usefixtures("qapp")


class System(QObject):
    """What the operating system knows of the network; it has QNetworkInformation's interface.

    knows: whether it can tell at all. asked: how often somebody wanted to listen.
    """

    Feature = QNetworkInformation.Feature
    Reachability = QNetworkInformation.Reachability

    reachabilityChanged = Signal(QNetworkInformation.Reachability)  # noqa: N815 - Qt's name

    def __init__(self, now: QNetworkInformation.Reachability, *, knows: bool = True) -> None:
        super().__init__()
        self._now = now
        self._knows = knows
        self.asked = 0

    def loadBackendByFeatures(self, features: QNetworkInformation.Feature) -> bool:  # noqa: N802 - Qt's name
        self.asked += 1
        return self._knows and features == self.Feature.Reachability

    def instance(self) -> System | None:
        return self if self._knows else None

    def reachability(self) -> QNetworkInformation.Reachability:
        return self._now

    def becomes(self, now: QNetworkInformation.Reachability) -> None:
        self._now = now
        self.reachabilityChanged.emit(now)


class Watched:
    """A watch over a system, and how often it said that the network is back."""

    def __init__(self, system: System) -> None:
        self.watch = NetworkWatch()
        self.system = system
        self.said = 0
        self.watch.back.connect(self._count)
        self.watch.take_pause(Pause(PauseCause.UNREACHABLE, since_s=1.0))

    def _count(self) -> None:
        self.said += 1


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Watched]:
    def watch(now: Reachability, *, knows: bool = True) -> Watched:
        system = System(now, knows=knows)
        monkeypatch.setattr(network_watch, "QNetworkInformation", system)
        return Watched(system)

    return watch


@pytest.mark.parametrize("away", [Reachability.Disconnected, Reachability.Local])
def test_it_is_said_to_a_program_that_begins_to_listen_without_a_network(
    watch: Callable[..., Watched], away: Reachability
) -> None:
    watched = watch(away)
    assert watched.said == 0
    watched.system.becomes(Reachability.Online)
    assert watched.said == 1


@pytest.mark.parametrize("there", [Reachability.Site, Reachability.Online, Reachability.Unknown])
def test_it_is_said_when_it_was_away_and_is_there_again(
    watch: Callable[..., Watched], there: Reachability
) -> None:
    watched = watch(there)
    watched.system.becomes(Reachability.Online)
    assert watched.said == 0, "it was never away"
    watched.system.becomes(Reachability.Disconnected)
    watched.system.becomes(Reachability.Local)
    assert watched.said == 0
    watched.system.becomes(there)
    watched.system.becomes(there)
    assert watched.said == 1


def test_a_system_that_cannot_tell_says_nothing(watch: Callable[..., Watched]) -> None:
    watched = watch(Reachability.Disconnected, knows=False)
    watched.system.becomes(Reachability.Online)
    assert watched.said == 0


def test_the_system_is_not_asked_before_somebody_wants_to_know(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System(Reachability.Disconnected)
    monkeypatch.setattr(network_watch, "QNetworkInformation", system)
    listener = NetworkWatch()
    for cause in {*PauseCause} - {PauseCause.UNREACHABLE}:
        listener.take_pause(Pause(cause, since_s=1.0))
    listener.take_pause(None)
    assert system.asked == 0
    for _ in range(2):
        listener.take_pause(Pause(PauseCause.UNREACHABLE, since_s=1.0))
    assert system.asked == 1
