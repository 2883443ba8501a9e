# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""SRFax Desktop: stop faxes that are queued at SRFax."""

__version__ = "0.1.0"
