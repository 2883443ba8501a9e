# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How the program is packed: used by `build.spec` and by `make`, and no part of the program."""
