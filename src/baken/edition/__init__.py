# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An edition: the site and open data of one municipality on one day, with a manifest of what made it.

``build`` makes one and puts it in place in one step; ``verify`` makes it again and compares every byte.
No figures are made here, and no pages.
"""
