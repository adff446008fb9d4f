# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the themes of regional police plans, and how the themes of programmes stand to them."""

from __future__ import annotations

from baken.catalogue.cycle_records import GoalFile
from baken.cycle.models import RegionalLink, RegionalTheme, Theme
from baken.cycle.setup.documents import document_of
from baken.cycle.setup.putting import Putter


def put_regional(putter: Putter, told: GoalFile) -> None:
    """Themes first, as links name them."""
    for theme in told.regional_themes:
        values = {
            "document": document_of(theme.document),
            "title": theme.title,
            "order": theme.order,
            "place": theme.place,
            "note": theme.note,
        }
        putter.put(RegionalTheme, theme.id, values, theme.source)
    for link in told.regional_links:
        told_of = {
            "programme": document_of(link.programme),
            "theme": Theme.objects.get(pk=link.theme),
            "regional_theme": RegionalTheme.objects.get(pk=link.regional),
            "how": link.how,
            "dated": link.on,
            "source": document_of(link.shown_by),
            "note": link.note,
        }
        putter.put(RegionalLink, link.id, told_of, link.source)
