# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes the pictures in docs/pictures of the real window on the practice service: `make pictures`.

Each picture is taken by a process of its own, whose clock stands still, whose home is empty and whose
fonts are named: the same sources make the same pictures wherever the same fonts are installed.
"""
