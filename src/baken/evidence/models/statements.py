# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What professionals, area teams and facilitators state: by role, about an area, never about a person."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, Rows, Table, for_all, in_own_district, narrowed, where
from baken.cycle.fields import AreaField, choices, status_field
from baken.cycle.models import Party, Theme
from baken.cycle.personal import refuse_persons
from baken.evidence.flows import STATEMENT_FLOW
from baken.evidence.when import days_of
from baken.model.development import IssueLevel
from baken.model.flow import Flow
from baken.model.governance import Role
from baken.model.strand import Confidence, Consent
from baken.model.text import Text

SURE = {
    Confidence.LOW: Text("onzeker", "not sure"),
    Confidence.MEDIUM: Text("vrij zeker", "fairly sure"),
    Confidence.HIGH: Text("zeker", "sure"),
}
LEVELS = {
    IssueLevel.LOCAL: Text("lokaal", "local"),
    IssueLevel.REGIONAL: Text("regionaal", "regional"),
    IssueLevel.NATIONAL: Text("landelijk", "national"),
    IssueLevel.CROSS_BORDER: Text("grensoverschrijdend", "cross-border"),
}
CONSENTS = {
    Consent.GIVEN: Text("gegeven", "given"),
    Consent.GROUP: Text("gegeven voor de groep als geheel", "given for the group as a whole"),
    Consent.NOT_NEEDED: Text("niet nodig: niemand is herkenbaar", "not needed: nobody can be recognised"),
}
CHECKERS = frozenset({Role.ADVISER, Role.ANALYST})
_TEXTS = ("title", "who", "what", "since_words")


def _own(*strands: str) -> Rows:
    """The rows of the district of the post that are of some sources."""
    own = in_own_district()
    return lambda post: own(post) & where(strand__in=list(strands))(post)


_ADDERS: Table = {
    **for_all(CHECKERS),
    **for_all({Role.ACTION_OWNER, Role.ORDER_OFFICER}, where(strand="professional")),
    Role.AREA_MANAGER: _own("professional", "area-team"),
    Role.AREA_TEAM: _own("area-team"),
    Role.FACILITATOR: where(strand="facilitator"),
}


class Statement(Record):
    """One statement or signal. ``since_words`` are kept as they were said, with the days that they allow.

    ``who`` is a role, such as *wijkagent*. What a facilitator hands on from residents needs their consent. An
    adviser or analyst checks it and says whether it is used.
    """

    class Kind(models.TextChoices):
        """A judgement over time, or something that was seen."""

        STATEMENT = "statement", _("statement")
        SIGNAL = "signal", _("signal")

    class Strand(models.TextChoices):
        """Whose knowledge it is."""

        PROFESSIONAL = "professional", _("professional")
        AREA_TEAM = "area-team", _("area team")
        FACILITATOR = "facilitator", _("residents, through a facilitator")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.STATEMENT)
    strand = models.CharField(_("source"), max_length=12, choices=Strand)
    title = models.CharField(_("in short"), max_length=150)
    who = models.CharField(_("who says so (role, no name)"), max_length=100)
    organisation = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("organisation"),
    )
    area = AreaField(_("area"), blank=False)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="statements", verbose_name=_("theme")
    )
    what = models.TextField(_("what is seen"))
    told = models.DateField(_("told on"))
    since_words = models.CharField(_("since when, in words"), max_length=100)
    since = models.DateField(_("since"), null=True, blank=True, editable=False)
    since_latest = models.DateField(_("since, at the latest"), null=True, blank=True, editable=False)
    sure = models.CharField(_("how sure"), max_length=10, choices=choices(SURE.items()))
    level = models.CharField(
        _("level of the issue"), max_length=15, blank=True, choices=choices(LEVELS.items())
    )
    consent = models.CharField(
        _("consent of those who spoke"), max_length=50, blank=True, choices=choices(CONSENTS.items())
    )
    status = status_field(STATEMENT_FLOW)

    flow: ClassVar[Flow] = STATEMENT_FLOW
    rights: ClassVar[Rights] = Rights(
        read={
            **for_all(INSIDE),
            Role.AREA_MANAGER: in_own_district(),
            Role.AREA_TEAM: in_own_district(),
            Role.FACILITATOR: where(strand="facilitator"),
        },
        add=_ADDERS,
        change={
            **narrowed(_ADDERS, status="collected"),
            **for_all(CHECKERS, where(status__in=["collected", "checked"])),
        },
        steps=dict.fromkeys((one.name for one in STATEMENT_FLOW.transitions), for_all(CHECKERS)),
    )

    class Meta:
        verbose_name = _("statement or signal")
        verbose_name_plural = _("statements and signals")
        ordering: ClassVar[list[str]] = ["-told", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse personal data, and words of residents without their consent; read the days in the words."""
        refuse_persons(self, _TEXTS)
        if self.strand == self.Strand.FACILITATOR and not self.consent:
            raise ValidationError({"consent": _("Say how those who spoke agreed that this is used.")})
        self.since, self.since_latest = days_of(self.since_words, self.told)

    def check_step(self, step: str) -> None:
        """What is used has a theme and a level, so that a local issue is told from a wider one."""
        if step in {"check", "use"}:
            missing = {
                name: _("Fill this in first.") for name in ("theme", "level") if not getattr(self, name)
            }
            if missing:
                raise ValidationError(missing)
