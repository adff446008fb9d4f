# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk: the pages on which people who sign in work on the policy cycle.

What lives here: addresses, pages, forms and the way in. What may be done, and what the cycle and the law ask,
the rooms above say.
"""
