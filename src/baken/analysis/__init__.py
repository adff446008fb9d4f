# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A question put to the methods: series and areas from the store or a plain file in, one typed answer out.

In this room: reading what a method needs, calling it, and saying in two languages what came out, with its
caveats. Not in this room: statistics (``methods``), pages and charts, the command line.
"""
