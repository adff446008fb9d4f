# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What steps of participation ask: how an answer was used or why not, and the answer to a question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from baken.accounts.actor import Actor
from baken.accounts.rights import Act, covered
from baken.cycle.models import Document
from baken.desk.day import today
from baken.desk.step_words import STEP_WORDS, StepWords
from baken.participation.models import CouncilInput, Question


class _PlaceForm(StepWords):
    """Where in which document something stands now."""

    used_in = forms.ModelChoiceField(Document.objects.none(), required=False, label=gettext_lazy("Document"))
    place = forms.CharField(
        max_length=200, required=False, label=gettext_lazy("Place in the text, such as a section")
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:  # noqa: ANN401 - what forms take
        """Offer the documents that somebody sees."""
        super().__init__(*args, actor=actor, **options)
        field = self.fields["used_in"]
        rows = covered(Document.objects.filter(withdrawn=False), Document.rights.table(Act.READ), actor)
        field.queryset = rows  # type: ignore[attr-defined] # a field that offers records

    @property
    def values(self) -> dict[str, Any]:
        """What the step brings."""
        return {"used_in": self.cleaned_data["used_in"], "place": self.cleaned_data["place"]}


class UseForm(_PlaceForm):
    """How and where an answer was used."""

    field_order = ("why", "used_in", "place", "seen")

    @property
    def values(self) -> dict[str, Any]:
        """The reason stands with the answer too: the faction reads it there."""
        return {**super().values, "reason": self.cleaned_data["why"]}


class ReasonForm(StepWords):
    """Why an answer was not used."""

    @property
    def values(self) -> dict[str, Any]:
        """The reason stands with the answer too; a place from an earlier look does not."""
        return {"used_in": None, "place": "", "reason": self.cleaned_data["why"]}


class AnswerForm(_PlaceForm):
    """The answer to a question, its day, and what it changed in a text, if anything."""

    answer = forms.CharField(
        label=gettext_lazy("Answer"), widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000
    )
    answered_on = forms.DateField(
        label=gettext_lazy("Answered on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=today,
    )
    field_order = ("answer", "answered_on", "used_in", "place", "why", "seen")

    @property
    def values(self) -> dict[str, Any]:
        """What the step brings."""
        told = {name: self.cleaned_data[name] for name in ("answer", "answered_on")}
        return {**super().values, **told}


STEP_WORDS |= {
    (CouncilInput, "use"): UseForm,
    (CouncilInput, "set-aside"): ReasonForm,
    (Question, "answer"): AnswerForm,
}
