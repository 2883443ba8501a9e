# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whose faxes are measured. Beside the program, nothing is loaded for it: that would be weighed with it."""

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.sign_in import Credentials

CLINIC = Credentials(AccountNumber("12345"), "a&b+c=d% é")
