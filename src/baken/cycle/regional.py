# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The themes of a programme beside those of a regional police plan, from the records, and as files."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from openpyxl import Workbook

from baken.accounts.actor import Actor
from baken.accounts.changes import may
from baken.accounts.rights import Act, covered
from baken.council.regional_matrix import (
    NamedTheme,
    RegionalMatrix,
    headings,
    regional_matrix,
    table_rows,
)
from baken.council.regional_matrix import RegionalLink as PlainLink
from baken.cycle.models import Document, Goal, RegionalLink, RegionalTheme, Theme
from baken.model.regional import REGIONAL_USES, RegionalUse
from baken.model.text import Language
from baken.publications.csv_table import csv_table
from baken.publications.office.package import settled
from baken.publications.workbook.model import Column, TableSheet
from baken.publications.workbook.writing import SheetWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMatrix:
    """The matrix of a programme and a regional plan, with the records of its links by id.

    Without a plan there are no columns. ``all_themes``: no goal and no link of the programme names a theme,
    so the rows are all themes in use.
    """

    programme: Document | None
    plan: Document | None
    matrix: RegionalMatrix
    links: dict[str, RegionalLink]
    all_themes: bool


def matrix_of(programme: Document | None, plan: Document | None, actor: Actor) -> HeldMatrix:
    """What somebody may read of the themes of a programme beside those of a regional plan.

    The themes of a programme are those that its goals name, and those that are linked for it.
    """
    read = Act.READ
    rows = RegionalTheme.objects.filter(withdrawn=False, document=plan)
    regional = list(covered(rows, RegionalTheme.rights.table(read), actor))
    found = RegionalLink.objects.filter(
        withdrawn=False, programme=programme, theme__withdrawn=False, regional_theme__in=regional
    ).select_related("theme", "regional_theme", "source")
    links = {one.pk: one for one in covered(found, RegionalLink.rights.table(read), actor)}
    goals = Goal.objects.filter(withdrawn=False, document=programme)
    goals = covered(goals, Goal.rights.table(read), actor)
    themes = covered(Theme.objects.filter(withdrawn=False), Theme.rights.table(read), actor)
    linked = {one.theme_id for one in links.values()}
    own = list(themes.filter(Q(pk__in=goals.values("theme")) | Q(pk__in=linked)))
    matrix = regional_matrix(
        [NamedTheme(one.pk, one.name) for one in own or themes.exclude(status="ended")],
        [NamedTheme(one.pk, one.title) for one in regional],
        map(plain_link, links.values()),
    )
    return HeldMatrix(programme=programme, plan=plan, matrix=matrix, links=links, all_themes=not own)


def plain_link(link: RegionalLink) -> PlainLink:
    """A link without the database."""
    return PlainLink(
        id=link.pk,
        local=link.theme_id,
        regional=link.regional_theme_id,
        how=RegionalUse(link.how),
        on=link.dated,
    )


def as_csv(matrix: RegionalMatrix, language: Language) -> bytes:
    """The matrix as a table for machines; rows and columns without any link are in it."""
    return csv_table(headings(matrix, language), table_rows(matrix, language))


def as_workbook(held: HeldMatrix, actor: Actor, language: Language, *, on: date) -> bytes:
    """The matrix as a workbook: the same table, and a sheet with each link in full.

    Args:
        held: the matrix with its links.
        actor: who reads it: a document that he may not see is not named.
        language: of headings and words.
        on: the day that the file carries; no clock is asked.

    """
    named = {
        "programme": held.programme or _("no programme"),
        "plan": held.plan or _("no regional plan"),
    }
    note = _("%(programme)s beside %(plan)s. Empty means that nothing is recorded.") % named
    book = Workbook()
    book.remove(book.active)
    footer = _("Local themes and the regional plan")
    writer = SheetWriter(book, f"{footer} ({on.isoformat()})")
    writer.write_table(
        TableSheet(
            title=_("Matrix"),
            name="matrix",
            note=note,
            columns=tuple(Column(one, 28, wrapped=True) for one in headings(held.matrix, language)),
            rows=table_rows(held.matrix, language),
        )
    )
    writer.write_table(_links(held, actor, language))
    saved = io.BytesIO()
    book.save(saved)
    return settled(saved.getvalue(), on)


def _links(held: HeldMatrix, actor: Actor, language: Language) -> TableSheet:
    records = [held.links[one.id] for one in held.matrix.links]
    return TableSheet(
        title=_("Links"),
        name="links",
        note=_("One row for each link of the matrix. Empty means not known."),
        columns=tuple(
            Column(one, width, wrapped=True)
            for one, width in (
                (_("Local theme"), 30),
                (_("Theme of the regional plan"), 30),
                (_("What is known"), 30),
                (_("Date"), 14),
                (_("Shown by"), 40),
                (_("Note"), 50),
            )
        ),
        rows=tuple(
            (
                one.theme.name,
                one.regional_theme.title,
                REGIONAL_USES[RegionalUse(one.how)].in_(language),
                one.dated,
                str(one.source) if one.source and may(one.source, Act.READ, actor) else "",
                one.note,
            )
            for one in records
        ),
    )
