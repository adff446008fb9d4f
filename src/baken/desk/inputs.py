# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How lists and tables of values are asked: boxes to tick and tables to fill in, never codes to type.

What a record holds that no list offers, such as a law that the register does not hold, stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from baken.desk.markup import Choice

Pairs = list[tuple[str, str]]


class Boxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, one beside each choice: nothing is lost by a click without the control key."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ANN401
        """The boxes as HTML."""
        del attrs, renderer
        held = {str(one) for one in value or ()}
        told = "".join(
            f'<label><input type="checkbox" name="{escape(name)}" value="{escape(one)}"'
            f"{' checked' if str(one) in held else ''}> {escape(words)}</label>"
            for one, words in self.choices
        )
        return mark_safe(f'<div class="boxes">{told}</div>')  # noqa: S308 - every part is escaped


class SomeOf(forms.MultipleChoiceField):
    """Some of a list. ``keep`` adds what a record already holds beside the list."""

    widget = Boxes

    def keep(self, held: Iterable[object]) -> None:
        """Offer also what is held."""
        offered: Pairs = list(self.choices)  # type: ignore[arg-type] # flat choices only
        known = {value for value, _words in offered}
        self.choices = [*offered, *((str(one), str(one)) for one in held if str(one) not in known)]


MOST_TO_CHOOSE = 40
"""Above so many values a list is searched by typing."""


class Suggestions(forms.TextInput):
    """A line to type in, with the names of a list below it."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` are what is offered."""
        super().__init__()
        self.names = tuple(names)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ANN401
        """The line and its list as HTML."""
        key = f"{(attrs or {}).get('id', name)}-list"
        line = super().render(name, value, {**(attrs or {}), "list": key, "autocomplete": "off"}, renderer)
        told = "".join(f'<option value="{escape(one)}"></option>' for one in self.names)
        return mark_safe(f'{line}<datalist id="{escape(key)}">{told}</datalist>')  # noqa: S308 - all escaped


class OneOf(forms.CharField):
    """One value of a list, asked by its name; its code may be given as well.

    ``own``: words that the list does not hold are right too. ``held`` is what the record holds: it stays,
    also where the list does not hold it any more.
    """

    def __init__(self, offered: Pairs, held: str, *, own: bool = False, **options: Any) -> None:  # noqa: ANN401
        """Offer a list to choose from, or a line with suggestions where it is long or only suggests."""
        self.codes = dict(offered)
        # Where nothing is known yet there is nothing to choose from, and nobody is stopped.
        self.own = own or not offered
        if held and held not in self.codes:
            said = held if self.own else _("%(value)s (not in the list)") % {"value": held}
            self.codes[held] = said
        names = list(self.codes.values())
        self.shown = {
            code: words if names.count(words) == 1 else f"{words} ({code})"
            for code, words in self.codes.items()
        }
        typed = self.own or len(self.codes) > MOST_TO_CHOOSE
        choose = Choice(choices=[("", "---"), *self.shown.items()])
        super().__init__(widget=Suggestions(self.shown.values()) if typed else choose, **options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what Django's fields take
        """In a line a name is shown, in a list its code is chosen."""
        typed = isinstance(self.widget, Suggestions) and isinstance(value, str)
        return self.shown.get(value, value) if typed else value

    def clean(self, value: Any) -> str:  # noqa: ANN401 - what Django's fields take
        """The code of what was chosen or typed.

        Raises:
            ValidationError: the list does not hold it.

        """
        words = str(super().clean(value))
        if not words or words in self.codes:
            return words
        named = {said.casefold(): code for code, said in self.shown.items()}
        if words.casefold() in named:
            return named[words.casefold()]
        if self.own:
            return words
        raise ValidationError(
            _("'%(words)s' is not in the list. Choose something from the list."),
            params={"words": words[:MOST_TOLD]},
        )


MOST_TOLD = 100
"""How much of something wrong is repeated in the line about it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table to fill in: what is asked, and by which control of the browser."""

    name: str
    title: str
    control: str = "text"
    least: str = ""
    most: str = ""


class Typed(dict[str, dict[str, str]]):
    """What somebody typed in a table, which is shown again where something in it is wrong."""


class Grid(forms.Widget):
    """A table to fill in: a row for each of ``rows``, a control for each of ``columns``.

    Its value is what was typed, by row and column; what was left empty is not there.
    """

    use_fieldset = True

    def __init__(
        self, rows: Pairs, columns: list[Column], show: Callable[[Any], Mapping[str, Mapping[str, Any]]]
    ) -> None:
        """``show`` gives a value of the record by row and column."""
        super().__init__()
        self.rows, self.columns, self.show = rows, columns, show

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:  # noqa: ANN401
        """What was typed."""
        del files
        typed = {
            row: {one.name: str(data.get(f"{name}-{row}-{one.name}") or "").strip() for one in self.columns}
            for row, _title in self.rows
        }
        said = {row: {key: words for key, words in cells.items() if words} for row, cells in typed.items()}
        return Typed({row: cells for row, cells in said.items() if cells})

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ANN401
        """Whether no part of it was sent."""
        del files
        return not any(key.startswith(f"{name}-") for key in data)

    def id_for_label(self, id_: str) -> str:
        """No label stands for the whole table: each control has its own."""
        del id_
        return ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ANN401
        """The table as HTML."""
        del attrs, renderer
        # An address may bring anything for a field; only what a record or a form holds is shown.
        held = (
            value if isinstance(value, Typed) else self.show(value) if isinstance(value, list | dict) else {}
        )
        heads = "".join(f'<th scope="col">{escape(one.title)}</th>' for one in self.columns)
        rows = "".join(self._row(name, row, title, held.get(row, {})) for row, title in self.rows)
        return mark_safe(  # noqa: S308 - every part is escaped
            f'<div class="table-scroll grid"><table><thead><tr><td></td>{heads}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div>"
        )

    def _row(self, name: str, row: str, title: str, held: Mapping[str, Any]) -> str:
        cells = "".join(
            format_html(
                '<td><input type="{}" name="{}" value="{}" aria-label="{}"{}{}{}></td>',
                one.control,
                f"{name}-{row}-{one.name}",
                "" if held.get(one.name) is None else held[one.name],
                f"{title}: {one.title}",
                format_html(' min="{}"', one.least) if one.least else "",
                format_html(' max="{}"', one.most) if one.most else "",
                mark_safe(' step="any"') if one.control == "number" else "",
            )
            for one in self.columns
        )
        return format_html('<tr><th scope="row">{}</th>{}</tr>', title, mark_safe(cells))  # noqa: S308 - made above


class Table(forms.Field):
    """What was typed in a table, as the record keeps it (``read``); ``blank`` is what an empty one is."""

    def __init__(
        self,
        *,
        grid: Grid,
        read: Callable[[dict[str, dict[str, str]]], Any],
        blank: object,
        **options: Any,  # noqa: ANN401 - what Django's fields take
    ) -> None:
        """A table that may stay empty."""
        super().__init__(widget=grid, required=False, **options)
        self.read, self.blank = read, blank

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - as the record keeps it
        """Read it; an empty table is an empty list or an empty table, never nothing."""
        return self.read(value) if value else self.blank

    def has_changed(self, initial: Any, data: Any) -> bool:  # noqa: ANN401 - what Django's fields take
        """Whether something else was typed."""
        return bool(self.clean(data) != initial)


def number(words: str, least: Decimal | None = None, most: Decimal | None = None) -> int | float:
    """A number as somebody types it, with a comma or a point.

    Raises:
        ValidationError: no number, or one outside its range.

    """
    try:
        found = Decimal(words.replace(",", "."))
    except InvalidOperation:
        found = Decimal("NaN")
    outside = found.is_finite() and (
        (least is not None and found < least) or (most is not None and found > most)
    )
    if not found.is_finite() or outside:
        if least is not None and most is not None:
            raise ValidationError(
                _("'%(words)s' is no number from %(least)s to %(most)s."),
                params={"words": words, "least": least, "most": most},
            )
        raise ValidationError(_("'%(words)s' is no number that can be used here."), params={"words": words})
    return int(found) if found == found.to_integral_value() else float(found)


def names_of(kind: type[Model], key: str, words: str) -> Pairs:
    """Code and name of each record that is in use."""
    rows = kind._default_manager.filter(withdrawn=False).values_list(key, words)
    return [(str(one), str(name)) for one, name in rows]
