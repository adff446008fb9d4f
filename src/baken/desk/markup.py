# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of tables and options of lists as HTML: a template takes far longer for the hundreds of a page.

Every word passes through ``escape``, as it would in a template.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django import forms
from django.db.models import Model
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from baken.desk.views.showing import Line, Shown


@lru_cache(maxsize=256)
def _place(slug: str) -> str:
    return reverse("listing", args=[slug])


def address_of(slug: str, record: Model) -> str:
    """The address of the page of a record."""
    return f"{_place(slug)}{quote(str(record.pk))}/"


def row(slug: str, record: Model, cells: Iterable[Line]) -> SafeString:
    """One row of a table of records: the first cell leads to the record."""
    first, *others = cells
    words = ", ".join(escape(one.words) for one in first.values)
    told = "".join(f"<td>{', '.join(map(_value, one.values))}</td>" for one in others)
    return mark_safe(  # noqa: S308 - every part is escaped
        f'<tr><th scope="row"><a href="{escape(address_of(slug, record))}">{words}</a></th>{told}</tr>'
    )


def _value(one: Shown) -> str:
    if one.empty:
        return f'<span aria-hidden="true">–</span><span class="visually-hidden">{escape(one.words)}</span>'
    return f'<a href="{escape(one.address)}">{escape(one.words)}</a>' if one.address else escape(one.words)


def options(offered: Iterable[tuple[object, object]], chosen: Iterable[object]) -> SafeString:
    """The options of a list, with those that are chosen."""
    held = {str(one) for one in chosen}
    told = (
        f'<option value="{escape(value)}"{" selected" if value in held else ""}>{escape(words)}</option>'
        for value, words in (("" if one is None else str(one), str(said)) for one, said in offered)
    )
    return mark_safe("".join(told))  # noqa: S308 - every part is escaped


class Choice(forms.Select):
    """A list to choose one from; its options have no groups."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ANN401
        """The list as HTML."""
        del renderer
        said = {**self.attrs, **(attrs or {}), "name": name}
        if self.allow_multiple_selected:
            said["multiple"] = True
        held = options(self.choices, self.format_value(value))
        return mark_safe(f"<select{flatatt(said)}>{held}</select>")  # noqa: S308 - every part is escaped


class Choices(Choice, forms.SelectMultiple):
    """A list to choose several from."""
