# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The practice service's fixed account. Not a secret, and of no use at SRFax."""

from __future__ import annotations

from srfax_desktop.core.fax import AccountNumber

PRACTICE_ACCOUNT = AccountNumber("99999")
PRACTICE_PASSWORD = "practice"  # noqa: S105
