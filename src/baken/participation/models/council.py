# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the factions of the council answered to the fixed questions, and what they asked themselves."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, Table, every, for_all, narrowed, of_own_faction
from baken.cycle.calendar.questions import answer_due
from baken.cycle.facts import rules
from baken.cycle.fields import status_field
from baken.cycle.models import Document, Faction, Meeting, Theme
from baken.model.errors import UsageError
from baken.model.flow import Flow
from baken.model.governance import Role
from baken.participation.asked import question_choices
from baken.participation.flows import INPUT_FLOW, QUESTION_FLOW, QuestionStatus

_READERS = for_all(INSIDE | {Role.COUNCIL_MEMBER})
_OF_FACTIONS: Table = {Role.CLERK: every, Role.COUNCIL_MEMBER: of_own_faction("faction__name")}
"""A member of the council writes for the own faction; the clerk records for all."""
_ADVISER = for_all({Role.ADVISER})


def _refuse_other_body(meeting: Meeting | None) -> None:
    if meeting is not None and meeting.body != "council":
        raise ValidationError({"meeting": _("Factions answer and ask in the council: choose its meeting.")})


class CouncilInput(Record):
    """What one faction answered to one of the fixed questions, for the programme that is being made.

    ``reason`` says how it was used, or why not; ``used_in`` and ``place`` where it stands. They come with the
    step, so that whoever handles an answer never touches its words.
    """

    about = models.ForeignKey(
        Document, models.PROTECT, related_name="council_input", verbose_name=_("meant for")
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="council_input",
        verbose_name=_("meeting"),
    )
    question = models.PositiveSmallIntegerField(_("question"), choices=question_choices)
    faction = models.ForeignKey(
        Faction, models.PROTECT, related_name="council_input", verbose_name=_("faction")
    )
    answer = models.TextField(_("answer"))
    status = status_field(INPUT_FLOW)
    reason = models.TextField(_("reason"), blank=True, editable=False)
    used_in = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="input_used",
        verbose_name=_("used in"),
    )
    place = models.CharField(_("place in the text"), max_length=200, blank=True, editable=False)

    flow: ClassVar[Flow] = INPUT_FLOW
    rights: ClassVar[Rights] = Rights(
        read=_READERS,
        add=_OF_FACTIONS,
        change=narrowed(_OF_FACTIONS, status="open"),
        steps={"use": _ADVISER, "set-aside": _ADVISER, "reopen": _ADVISER},
    )

    class Meta:
        verbose_name = _("answer of a faction")
        verbose_name_plural = _("answers of factions")
        ordering: ClassVar[list[str]] = ["about", "question", "faction__name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["about", "question", "faction"],
                condition=models.Q(withdrawn=False),
                name="one_answer_per_faction",
                violation_error_message=_("This faction answered this question already: change that answer."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.faction}: {self.get_question_display()}"

    def clean(self) -> None:
        """Refuse an answer that was given to another body than the council."""
        _refuse_other_body(self.meeting)

    def hindrances(self) -> tuple[str, ...]:
        """The themes under which it is counted."""
        held = self.codes.filter(withdrawn=False).select_related("theme")
        return tuple(str(_("It is counted under '%(theme)s'.") % {"theme": one.theme}) for one in held)

    def check_step(self, step: str) -> None:
        """Refuse to call an answer used without the place, or either way without the reason."""
        if step in {"use", "set-aside"} and not self.reason.strip():
            raise UsageError(str(_("The reason is missing.")), do=str(_("Say how it was used, or why not.")))
        if step == "use" and not (self.used_in and self.place.strip()):
            raise UsageError(
                str(_("It is not said where in the text it was used.")),
                do=str(_("Name the document and the place in it.")),
            )


class ThemeCode(Record):
    """That an answer is about a theme, as an adviser or analyst reads it. An answer can have several."""

    input = models.ForeignKey(
        CouncilInput, models.PROTECT, related_name="codes", verbose_name=_("answer of a faction")
    )
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="codes", verbose_name=_("theme"))

    rights: ClassVar[Rights] = Rights(read=_READERS, add=for_all({Role.ADVISER, Role.ANALYST}))

    class Meta:
        verbose_name = _("theme of an answer")
        verbose_name_plural = _("themes of answers")
        ordering: ClassVar[list[str]] = ["theme", "input"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["input", "theme"],
                condition=models.Q(withdrawn=False),
                name="one_code_of_a_kind",
                violation_error_message=_("This answer stands under this theme already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {self.input}"


class Question(Record):
    """A question of a faction to the executive, with the last day for the answer by the municipality's rules.

    ``due`` follows from the day of the question, so that nobody sets it. The answer comes with its step.
    """

    faction = models.ForeignKey(Faction, models.PROTECT, related_name="questions", verbose_name=_("faction"))
    text = models.TextField(_("question"))
    asked = models.DateField(_("asked on"))
    due = models.DateField(_("answer due by"), editable=False)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name=_("meeting")
    )
    about = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name=_("about")
    )
    status = status_field(QUESTION_FLOW)
    answer = models.TextField(_("answer"), blank=True, editable=False)
    answered_on = models.DateField(_("answered on"), null=True, blank=True, editable=False)
    used_in = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="questions_used",
        verbose_name=_("changed the text of"),
    )
    place = models.CharField(_("place in the text"), max_length=200, blank=True, editable=False)

    flow: ClassVar[Flow] = QUESTION_FLOW
    rights: ClassVar[Rights] = Rights(
        read=_READERS,
        add=_OF_FACTIONS,
        change=narrowed(_OF_FACTIONS, status="open"),
        steps={"answer": _ADVISER, "reopen": _ADVISER},
    )

    class Meta:
        verbose_name = _("question of a faction")
        verbose_name_plural = _("questions of factions")
        ordering: ClassVar[list[str]] = ["-asked", "faction__name"]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean_fields(self, exclude: object = None) -> None:
        """Work out the last day for the answer before anything is checked."""
        if isinstance(self.asked, date):
            self.due = answer_due(self.asked, rules())
        super().clean_fields(exclude)  # type: ignore[arg-type] # whatever Django hands on

    def clean(self) -> None:
        """Refuse a question to another body, and an answer before the question."""
        _refuse_other_body(self.meeting)
        if self.answered_on and self.asked and self.answered_on < self.asked:
            raise ValidationError(_("The answer would be older than the question."))

    def check_step(self, step: str) -> None:
        """Refuse to call a question answered without an answer and its day."""
        if step == "answer" and not (self.answer.strip() and self.answered_on):
            raise UsageError(str(_("The answer or its day is missing.")), do=str(_("Fill in both.")))

    def is_late(self, day: date) -> bool:
        """Whether it is still open after the term for an answer."""
        return self.status == QuestionStatus.OPEN and not self.withdrawn and day > self.due
