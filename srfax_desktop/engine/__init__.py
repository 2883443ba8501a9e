# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which fax is tried when: QtCore only, for the window and the command line alike."""
