# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Makes the client, and loads what it needs no sooner than it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.srfax.limits import ResponseFormat

if TYPE_CHECKING:
    from srfax_desktop.core.ports import Service, ServiceFactory
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.endpoint import Endpoint
    from srfax_desktop.srfax.limits import Limits


def make_factory(
    endpoint: Endpoint,
    *,
    response_format: ResponseFormat = ResponseFormat.JSON,
    limits: Limits | None = None,
) -> ServiceFactory:
    """Return the factory of services at `endpoint`; limits None: the defaults of `Limits`.

    The service is made in the worker's thread. The factory raises ValueError for an account that
    `endpoint.may_carry` refuses.
    """

    def make(credentials: Credentials) -> Service:
        # requests and its kin take a tenth of a second: the window is painted before.
        from srfax_desktop.srfax.client import SrfaxClient  # noqa: PLC0415

        return SrfaxClient(credentials, endpoint, response_format=response_format, limits=limits)

    return make
