# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of the edition's desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.desk.day import today
from baken.desk.forms import no_persons
from baken.desk.models import EditionDraft, FindingChoice


class DraftForm(forms.Form):
    """A new draft, of a day, and what it corrects if it does."""

    on = forms.DateField(
        label=_("The day from which it looks"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=today,
    )
    final = forms.BooleanField(
        label=_("Final edition"),
        help_text=_("A final edition is refused while something is missing that a working one may lack."),
        required=False,
    )
    correction_of = forms.ModelChoiceField(
        EditionDraft.objects.none(), label=_("Correction of"), required=False, empty_label=_("no correction")
    )
    what_changed = forms.CharField(
        label=_("What is different"),
        help_text=_("Stands on the public page of changes."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=1000,
    )
    why_changed = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_("Stands on the public page of changes."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=1000,
    )
    note = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
        validators=[no_persons],
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - what forms take
        """Offer what was published."""
        super().__init__(*args, **options)
        published = EditionDraft.objects.filter(status="published", withdrawn=False)
        self.fields["correction_of"].queryset = published  # type: ignore[attr-defined] # a field that offers records


class ChoiceForm(forms.Form):
    """A decision about one finding."""

    finding = forms.CharField(widget=forms.HiddenInput, max_length=200)
    choice = forms.ChoiceField(label=_("Decision"), choices=FindingChoice.Choice.choices)
    rank = forms.IntegerField(label=_("Place"), required=False, min_value=1, max_value=999)
    reason = forms.CharField(label=_("Reason"), max_length=1000)
    seen = forms.IntegerField(required=False)


class WhyForm(forms.Form):
    """A reason, for the trail."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
