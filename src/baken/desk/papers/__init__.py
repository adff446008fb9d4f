# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The papers at the desk: seen on a page, taken along as a Word file, signed, frozen and corrected."""

from __future__ import annotations

from baken.cycle.papers.pictures import provide
from baken.web.state import picture

# The papers tell the figures of the public pages.
provide(picture)
