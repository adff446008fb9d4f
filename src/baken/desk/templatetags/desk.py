# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Filters and tags of the templates of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from baken.accounts.models import Record
from baken.accounts.words import BODIES
from baken.desk import markup
from baken.model.governance import Body
from baken.model.law import NEEDS, Article, Need, workspace_words
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.desk.views.showing import Line

register = template.Library()
NO_FILTERS = frozenset({"page", "keten"})
"""Words in an address that choose a page or ask for a proof, and narrow nothing."""


@register.filter
def said(text: Text) -> str:
    """A text in the language of the page."""
    return text.in_(get_language() or "nl")


@register.filter
def item(held: Mapping[str, object], name: str) -> object:
    """What a mapping holds under a name; nothing where it holds nothing."""
    return held.get(name, "")


@register.filter
def article(found: Article) -> str:
    """An article for those who work with it; one that nobody checked says so."""
    return said(workspace_words(found))


@register.filter
def need(found: Need) -> str:
    """What an article still needs."""
    return said(NEEDS[found])


@register.filter
def body(found: str) -> str:
    """What a body is called."""
    return str(BODIES[Body(found)])


@register.filter
def day_said(day: str) -> str:
    """A day that was kept as text, as people write it."""
    return date_format(date.fromisoformat(day), "j F Y")


@register.filter
def moment_said(at: str) -> str:
    """A moment that was kept as text, in the time of the municipality."""
    return date_format(timezone.localtime(datetime.fromisoformat(at)), "j F Y, H:i")


@register.simple_tag
def table_row(slug: str, record: Record, cells: list[Line]) -> SafeString:
    """One row of a table of records."""
    return markup.row(slug, record, cells)


@register.simple_tag
def options_of(offered: list[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a list."""
    return markup.options(offered, [chosen])


@register.simple_tag(takes_context=True)
def filters_in_use(context: template.Context) -> bool:
    """Whether the address narrows what the page shows."""
    asked = context["request"].GET
    return any(asked[name].strip() for name in asked if name not in NO_FILTERS)
