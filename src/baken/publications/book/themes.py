# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A chapter for each theme: what figures show, what professionals see, what residents say."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.strand import ProfessionalStatement, ResidentVoice
from baken.model.text import Language, Text
from baken.picture.participation import participation
from baken.picture.picture import SafetyPicture
from baken.picture.themes import ThemePicture
from baken.publications.book.model import Block, Bullets, Figure, Paragraph, Section, Voice
from baken.publications.book.records import record_section
from baken.publications.report_model import Drawing
from baken.publications.small_charts import theme_multiples

_OWNER = Text("Portefeuillehouder", "Portfolio holder")
_CARE = Text(
    "Dit thema gaat over zorg. Er staan alleen cijfers in van veel mensen samen, en niets over een persoon.",
    "This theme is about care. It holds figures of many people together only, and nothing of a person.",
)
_NONE = Text("Voor dit thema zijn er nog geen cijfers.", "There are no figures for this theme yet.")
_NOT_HELD = Text("Niet gemeten", "Not measured here")
_PROFESSIONALS = Text("Wat professionals zien", "What professionals see")
_RESIDENTS = Text("Wat inwoners zeggen", "What residents say")
_BESIDE = Text("{name}: de cijfers naast elkaar", "{name}: the figures beside each other")
_TABLES_BELOW = Text(
    "Elk vak heeft dezelfde as. Bron en tabel staan bij elk cijfer hierna",
    "All panels share one axis. Source and table stand with each figure below",
)
_DOCUMENTS = Text("Documenten en onderzoek", "Documents and studies")
_DEVELOPMENTS = Text("Ontwikkelingen", "Developments")
_SINCE = Text("sinds", "since")


def chapters(safety: SafetyPicture, guide: dict[str, int], language: Language) -> Iterator[Section]:
    """One chapter for each theme of the programme, in its order."""
    for theme in safety.material.municipality.themes:
        shown = safety.theme(theme.id)
        yield Section(
            theme.name.in_(language),
            (*_opening(shown, language), *_together(safety, shown, language)),
            (
                *(record_section(safety, record, guide, language) for record in shown.records),
                *_not_held(shown, language),
                *_strands(safety, shown, language),
                *_beside(shown, language),
            ),
        )


def _opening(shown: ThemePicture, language: Language) -> Iterator[Block]:
    theme = shown.theme
    if theme.owner:
        yield Paragraph(f"{_OWNER.in_(language)}: {theme.owner}.", Voice.NOTE)
    if theme.care:
        yield Paragraph(_CARE.in_(language), Voice.NOTE)
    if theme.note:
        yield Paragraph(theme.note.in_(language), Voice.NOTE)
    if not shown.records:
        yield Paragraph(_NONE.in_(language), Voice.MISSING)
    for one in shown.together:
        yield Paragraph(one.text.in_(language), Voice.NOTE)


def _together(safety: SafetyPicture, shown: ThemePicture, language: Language) -> Iterator[Block]:
    """The indicators of one unit beside each other, which shows their size and course at a glance."""
    title = _BESIDE.in_(language).format(name=shown.theme.name.in_(language))
    for chart in theme_multiples(safety, title, shown.records, language):
        yield Figure(Drawing(chart, chart.unit_label), _TABLES_BELOW.in_(language))


def _not_held(shown: ThemePicture, language: Language) -> Iterator[Section]:
    lines = [f"{one.name.in_(language)}: {one.definition.in_(language)}" for one in shown.without_figures]
    if lines:
        yield Section(_NOT_HELD.in_(language), (Bullets(tuple(lines)),))


def _strands(safety: SafetyPicture, shown: ThemePicture, language: Language) -> Iterator[Section]:
    strands = shown.strands
    seen = [_stated(safety, one, language) for one in strands.professionals]
    said = [_voice(safety, one, language) for one in strands.residents]
    asked = [one.indicator.name.in_(language) for one in strands.survey]
    nobody = Paragraph(safety.material.catalogue.guidance["empty-strand"].text.in_(language), Voice.MISSING)
    yield Section(_PROFESSIONALS.in_(language), (Bullets(tuple(seen)),) if seen else (nobody,))
    lines = (*asked, *said)
    heard = Paragraph(participation(safety, shown.theme.id).said.in_(language))
    yield Section(_RESIDENTS.in_(language), (heard, Bullets(lines)) if lines else (heard, nobody))


def _stated(safety: SafetyPicture, one: ProfessionalStatement, language: Language) -> str:
    where = safety.material.register[one.area].name
    who = f"{one.role.in_(language)}; {where}; {_SINCE.in_(language)} {one.since}"
    return f"{one.what.in_(language)} ({who}) {_interpreted(one.interpretation, language)}".strip()


def _voice(safety: SafetyPicture, one: ResidentVoice, language: Language) -> str:
    where = safety.material.register[one.area].name
    return f"{one.what.in_(language)} ({where}) {_interpreted(one.interpretation, language)}".strip()


def _interpreted(text: Text | None, language: Language) -> str:
    return text.in_(language) if text else ""


def _beside(shown: ThemePicture, language: Language) -> Iterator[Section]:
    titles = [
        ", ".join(filter(None, (one.title, one.publisher, str(one.year or ""))))
        for one in shown.documents.found
    ]
    if titles or shown.documents.other:
        yield Section(_DOCUMENTS.in_(language), (Bullets((*titles, *shown.documents.other)),))
    if shown.developments:
        lines = tuple(one.name.in_(language) for one in shown.developments)
        yield Section(_DEVELOPMENTS.in_(language), (Bullets(lines),))
