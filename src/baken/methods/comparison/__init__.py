# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How areas compare: rates made comparable, limits, shrunken rates, ranks and how sure they are."""
