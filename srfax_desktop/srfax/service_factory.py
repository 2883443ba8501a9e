# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Makes the client, and loads what it needs no sooner than it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.proxy_choice import SYSTEM
from srfax_desktop.srfax.limits import Limits, ResponseFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.ports import Service, ServiceFactory
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.endpoint import Endpoint


def make_factory(
    endpoint: Endpoint,
    *,
    response_format: ResponseFormat = ResponseFormat.JSON,
    limits: Callable[[], Limits] = Limits,
    proxy: Callable[[], str] = lambda: SYSTEM,
) -> ServiceFactory:
    """Return the factory of services at `endpoint`. Each request asks for its limits and its proxy.

    proxy: returns the user's choice, see `core.proxy_choice`.

    The service is made in the worker's thread. The factory raises ValueError for an account that
    `endpoint.may_carry` refuses.
    """

    def make(credentials: Credentials) -> Service:
        # requests and its kin take a tenth of a second: the window is painted before.
        from srfax_desktop.srfax.client import SrfaxClient  # noqa: PLC0415
        from srfax_desktop.srfax.proxy import chosen_proxy  # noqa: PLC0415
        from srfax_desktop.srfax.transport import Transport  # noqa: PLC0415

        transport = Transport(endpoint, limits, chosen_proxy(proxy))
        return SrfaxClient(credentials, endpoint, response_format=response_format, transport=transport)

    return make
