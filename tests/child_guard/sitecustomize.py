# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Python runs this at the start of every program that a test starts with this folder on its path."""

from tests.loopback import guard_this_program

guard_this_program()
