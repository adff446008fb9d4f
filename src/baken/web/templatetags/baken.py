# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the templates need: texts in the page's language, numbers, links between pages, charts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.publications.charts import Chart, render
from baken.publications.charts.lean import glance, lean
from baken.publications.neighbourhoods import NeighbourhoodMap
from baken.web import offers, search
from baken.web.pages import Kind, Page, relative

_MEGABYTE = 1_000_000
register = template.Library()


def _page(context: Context) -> Page:
    return cast("Page", context["page"])


@register.simple_tag(takes_context=True)
def words(context: Context, text: Text | None) -> str:
    """A bilingual text in the language of the page."""
    return text.in_(_page(context).language) if text else ""


@register.simple_tag(takes_context=True)
def number(context: Context, value: Decimal | float | None, decimals: int = 0, signed: bool = False) -> str:
    """A number in the notation of the page's language; nothing where there is none."""
    if value is None:
        return ""
    return format_number(value, decimals, _page(context).language, signed=signed)


@register.simple_tag(takes_context=True)
def to(context: Context, kind: str, key: str = "") -> str:
    """The relative address of another page in the same language."""
    return _page(context).to(Kind(kind), key)


@register.simple_tag(takes_context=True)
def area_name(context: Context, code: str) -> str:
    """What an area is called; its code where nobody knows it."""
    areas = context["material"].register.areas
    return str(areas[code].name) if code in areas else code


@register.simple_tag(takes_context=True)
def other_language(context: Context) -> str:
    """The relative address of the same page in the other language."""
    page = _page(context)
    other = Language.EN if page.language is Language.NL else Language.NL
    return relative(page.path, page.in_language(other).path)


@register.simple_tag(takes_context=True)
def file(context: Context, path: str) -> str:
    """The relative address of a file of the edition, such as a stylesheet or a download."""
    return relative(_page(context).path, path)


@register.simple_tag
def chart(drawn: Chart) -> SafeString:
    """A chart at its two widths; the stylesheet shows the one that fits."""
    both = "".join(lean(render(drawn, width)) for width in (640, 340))
    # Safe: the charts package escapes every text that it places.
    return mark_safe(f'<div class="bk-figure">{both}</div>')  # noqa: S308


@register.simple_tag(takes_context=True)
def percent(context: Context, share: Decimal) -> str:
    """A share as a percentage with a sign of more."""
    return f"+{format_number(share * 100, 0, _page(context).language)} %"


@register.simple_tag(takes_context=True)
def filesize(context: Context, size: int) -> str:
    """How large a download is, in units that people know: 512 kB, 1,2 MB."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / 1000))} kB"
    return f"{format_number(size / _MEGABYTE, 1, _page(context).language)} MB"


@register.simple_tag
def narrow_chart(drawn: Chart) -> SafeString:
    """A chart at its small width only, for a page that has more of it elsewhere."""
    return mark_safe(lean(render(drawn, 340)))  # noqa: S308 - the charts package escapes every text


@register.simple_tag
def small_chart(drawn: Chart) -> SafeString:
    """A chart at its small width only, beside a text that says the same."""
    return mark_safe(glance(render(drawn, 340)))  # noqa: S308 - the charts package escapes every text


@register.simple_tag(takes_context=True)
def chart_offers(context: Context, indicator: str, kind: str = "") -> list[offers.Offer]:
    """The files that stand under a chart of an indicator: of its series, or of another kind."""
    return offers.of_chart(_page(context), context["material"], context["sizes"], indicator, kind)


@register.simple_tag(takes_context=True)
def map_offers(context: Context, shown: NeighbourhoodMap) -> list[offers.Offer]:
    """The files that stand under a map."""
    return offers.of_map(_page(context), context["material"], context["sizes"], shown)


@register.simple_tag
def anchor(kind: str, name: str) -> str:
    """The place of a term, an abbreviation or a document on the page that has it."""
    return search.anchor(kind, name)


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:  # noqa: ANN401 - whatever the mapping holds
    """A value of a mapping, or nothing."""
    return mapping.get(key)
