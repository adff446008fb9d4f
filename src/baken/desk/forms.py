# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms made from a register: its fields, without those that somebody does not see, and with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import modelform_factory
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from baken.accounts import districts
from baken.accounts.actor import NOBODY, Actor
from baken.accounts.personal import persons_in
from baken.accounts.rights import Act, covered
from baken.cycle.fields import AreaField, IdsField
from baken.desk.asked import asked
from baken.desk.inputs import Boxes, OneOf
from baken.desk.keeping import keep_records, keep_values
from baken.desk.markup import Choice
from baken.desk.registers import Register
from baken.desk.registers.lists import CODES_FROM, LISTS
from baken.model.governance import BY_AREA

Values = dict[str, Any]


class IdsInput(forms.CharField):
    """A list of short words, one per line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: object) -> object:
        """Show one per line."""
        return "\n".join(str(one) for one in value) if isinstance(value, list) else value

    def to_python(self, value: object) -> list[str]:  # type: ignore[override] # a list in place of words
        """Read one per line; empty lines are nothing."""
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return [one.strip() for one in lines if str(one).strip()]


OWN_FIELDS = frozenset({"why", "seen"})
"""What a form asks beside the fields of its record; no record may have a field of that name in a form."""


def no_persons(why: str) -> None:
    """Refuse personal data in a reason beside the field itself; ``changes`` refuses it as well."""
    if found := persons_in(why):
        raise ValidationError(found)


class RecordForm(forms.ModelForm):  # type: ignore[type-arg] # it has no arguments at run time
    """The form of one record. It checks and saves nothing by itself: ``changes`` does both, in one place."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("Stands in the audit trail, beside what changed."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        validators=[no_persons],
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    headings: ClassVar[Mapping[str, Any]] = {}
    actor: ClassVar[Actor] = NOBODY

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - what Django's forms take
        """Ask lists and tables so that what the record holds stays, whatever is offered."""
        super().__init__(*args, **options)
        for name in self.fields:
            field = next((one for one in self._meta.model._meta.concrete_fields if one.name == name), None)
            made = asked(field, field.value_from_object(self.instance)) if field is not None else None
            if made is not None:
                self.fields[name] = made
            self._keep(name)
            self.fields[name].heading = self.headings.get(name, "")  # type: ignore[attr-defined] # for the page

    def _keep(self, name: str) -> None:
        """Offer a list by its names, and beside what it offers also what the record holds."""
        kind, asked_as = self._meta.model, self.fields[name]
        stored = not self.instance._state.adding
        held = getattr(self.instance, name, "") if stored and name not in OWN_FIELDS else ""
        if listed := LISTS.get((kind, name)):
            self.fields[name] = OneOf(
                listed.offered(),
                str(held or ""),
                own=listed.own,
                label=asked_as.label,
                help_text=asked_as.help_text,
                required=asked_as.required,
            )
        elif isinstance(asked_as, forms.ModelChoiceField) and stored:
            keep_records(asked_as, self.instance, name, self.actor)
        elif isinstance(asked_as, forms.ChoiceField) and isinstance(held, str | list):
            keep_values(asked_as, held if isinstance(held, list) else [held])
        if (kind, name) in CODES_FROM:
            self.fields[name].required = False
            self.fields[name].help_text = _("Leave it empty: then it is made from the name.")

    def _post_clean(self) -> None:
        """Leave the checks of the record to ``changes``: they need the record as it is stored."""

    @property
    def values(self) -> Values:
        """What was filled in, by field of the record."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in OWN_FIELDS}
        told = {name: self._default(name) if value is None else value for name, value in given.items()}
        kind = self._meta.model
        made = {name: source for (of, name), source in CODES_FROM.items() if of is kind and name in told}
        for name, source in made.items():
            longest = kind._meta.get_field(name).max_length
            words = slugify(str(told.get(source, "")))[:longest]
            told[name] = told[name] or getattr(self.instance, name) or words
        return told

    def _default(self, name: str) -> object:
        """What an empty answer means: nothing, or what a field that cannot hold nothing begins with."""
        field = self._meta.model._meta.get_field(name)
        return None if field.null or not field.concrete else field.get_default()


def form_class(register: Register, actor: Actor, *, new: bool) -> type[Any]:
    """The form of a register for somebody."""
    hidden = register.model.rights.hides
    fields = [name for name in register.fields if not hidden(name, actor)]
    made = modelform_factory(
        register.model,
        form=RecordForm,
        fields=fields,
        formfield_callback=lambda field, **options: _field(field, actor, **options),
    )
    # The field is one object for all forms: another form of the same moment must not be changed by this one.
    made.base_fields["why"] = copy(made.base_fields["why"])
    made.base_fields["why"].required = not new
    made.headings = register.headings  # type: ignore[attr-defined] # of RecordForm
    made.actor = actor  # type: ignore[attr-defined] # of RecordForm
    return made


def _field(field: models.Field[Any, Any], actor: Actor, **options: Any) -> forms.Field | None:  # noqa: ANN401
    """How one field is asked: dates by the browser's own control, areas and records by a list."""
    if isinstance(field, IdsField):
        return IdsInput(label=field.verbose_name, required=not field.blank, help_text=_("One per line."))
    if isinstance(field, AreaField) or field.name == "area":
        offered = [("", "---"), *_areas(actor)]
        return forms.ChoiceField(
            label=field.verbose_name, required=not field.blank, choices=offered, widget=Choice()
        )
    if isinstance(field, models.DateField):
        options["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    if isinstance(field, models.TextField):
        options["widget"] = forms.Textarea(attrs={"rows": 4})
    if field.many_to_many:
        options["widget"] = Boxes()
    elif field.is_relation or field.choices:
        options["widget"] = Choice()
    made: forms.Field | None = field.formfield(**options)
    if isinstance(made, forms.ModelChoiceField) and made.queryset is not None:
        kind = made.queryset.model
        rows = kind._default_manager.filter(withdrawn=False)
        made.queryset = covered(rows, kind.rights.table(Act.READ), actor)
    return made


def _areas(actor: Actor) -> list[tuple[str, str]]:
    """The areas that somebody can write of: those of the own district for who works in one only."""
    names = districts.names()
    if not actor.roles or not actor.roles <= BY_AREA:
        return list(names.items())
    own = {code for post in actor.posts for code in districts.codes_within(post.area)}
    return [(code, name) for code, name in names.items() if code in own]


class StepForm(forms.Form):
    """The reason for a step."""

    why = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000, validators=[no_persons]
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
