# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The chapters about figures: what this is, what stands out, the themes, and what residents say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from baken.model.headline import HeadlineStatus
from baken.model.text import MONTHS, Language, Text
from baken.picture.headline import headline_of
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.picture.strands import strands_of
from baken.publications.book.model import Block, Bullets, Facts, Figure, Paragraph, Section, Voice
from baken.publications.drawing import line_chart
from baken.publications.report_model import Drawing
from baken.publications.residents import words
from baken.publications.residents.choosing import (
    ThemeTold,
    asked_records,
    may_be_told,
    themes_told,
    told_records,
)
from baken.publications.residents.points import told_point
from baken.publications.residents.telling import Teller

_FEWEST, _CHARTS, _VOICES = 3, 5, 4
"""A chart needs so many figures, with fewer the sentences say it all; and so many charts and voices do."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The picture and the language in which it is told."""

    safety: SafetyPicture
    language: Language

    def said(self, text: Text, **gaps: object) -> str:
        """A text in the language, with its gaps filled."""
        form = text.in_(self.language)
        return form.format(**gaps) if gaps else form

    def teller(self, record: IndicatorPicture) -> Teller:
        """Who says a record."""
        material = self.safety.material
        plain = material.catalogue.plain_words.get(record.indicator.id)
        return Teller(record, plain, material.reference_name, self.language)


def about(edition: Edition) -> Section:
    """What this is, and what a reader must know before the first figure."""
    material = edition.safety.material
    blocks = [
        Paragraph(edition.said(words.ABOUT, name=material.municipality.name)),
        Paragraph(edition.said(words.NO_ONE_FIGURE, reference=material.reference_name.in_(edition.language))),
    ]
    told = told_records(edition.safety)
    old = [one for one in told if not one.freshness.current]
    if old:
        note = words.ALL_OLD if len(old) == len(told) else words.SOME_OLD
        blocks.append(Paragraph(edition.said(note), Voice.NOTE))
    return Section(edition.said(words.WHAT), tuple(blocks))


def standing_out(edition: Edition) -> Section:
    """The points that stand out, and the key message where the municipality settled one."""
    return Section(edition.said(words.OUT), tuple(_points(edition)))


def _points(edition: Edition) -> Iterator[Block]:
    safety = edition.safety
    by_id = {one.indicator.id: one for one in safety.records if may_be_told(safety, one)}
    lines = [
        told_point(point, edition.teller(by_id[point.indicator]))
        for point in safety.highlights
        if point.indicator in by_id
    ]
    yield Facts(tuple(lines)) if lines else Paragraph(edition.said(words.NOTHING_OUT))
    headline = headline_of(safety.material)
    if headline is not None and headline.status is HeadlineStatus.FINAL:
        said = headline.text.in_(edition.language).rstrip(".")
        yield Paragraph(edition.said(words.MESSAGE, said=said))


def themes(edition: Edition) -> Section:
    """Each theme with its most telling figures and a chart; at the end those that are not told here."""
    told = themes_told(edition.safety)
    left, found = _CHARTS, []
    for one in told:
        if one.records or one.asked:
            found.append(_theme(edition, one, draw=left > 0))
            left -= bool(_drawn(one))
    for title, text, names in (
        (words.OTHER, words.ELSEWHERE, _names(edition, told, held=True)),
        (words.EMPTY, words.NO_FIGURES, _names(edition, told, held=False)),
    ):
        if names:
            blocks = (Paragraph(edition.said(text)), Bullets(names))
            found.append(Section(edition.said(title), blocks))
    return Section(edition.said(words.SAFE), (), tuple(found))


def _names(edition: Edition, told: Iterable[ThemeTold], *, held: bool) -> tuple[str, ...]:
    """The themes of which nothing is told here, with or without figures elsewhere."""
    silent = (one for one in told if not one.records and not one.asked)
    return tuple(one.theme.name.in_(edition.language) for one in silent if one.held == held)


def _drawn(told: ThemeTold) -> IndicatorPicture | None:
    """The figure of which a theme shows a chart."""
    return next((one for one in told.records if len(one.measured) >= _FEWEST), None)


def _theme(edition: Edition, told: ThemeTold, *, draw: bool) -> Section:
    notes: list[Block] = []
    if not told.records:
        notes.append(Paragraph(edition.said(words.ASKED_ONLY)))
    elif told.theme.care:
        notes.append(Paragraph(edition.said(words.CARE), Voice.NOTE))
    drawn = _drawn(told) if draw else None
    records = tuple(record_section(edition, one, draw=one is drawn) for one in told.records)
    return Section(told.theme.name.in_(edition.language), tuple(notes), records)


def record_section(edition: Edition, record: IndicatorPicture, *, draw: bool) -> Section:
    """One figure: its sentence, its arrow in words, what goes with it, and perhaps its chart."""
    teller = edition.teller(record)
    blocks: list[Block] = [Paragraph(teller.level(), Voice.LEAD)]
    if sign := teller.sign():
        blocks.append(Paragraph(sign, Voice.NOTE))
    blocks.append(Paragraph(" ".join(teller.sentences())))
    if draw:
        blocks.append(_chart(edition, record, teller))
    return Section(teller.name, tuple(blocks))


def _chart(edition: Edition, record: IndicatorPicture, teller: Teller) -> Figure:
    material = edition.safety.material
    drawn = line_chart(
        record, material.reference_name, material.catalogue.country.pandemic_years, edition.language
    )
    marks = tuple(replace(one, label=edition.said(words.COUNTED_OTHERWISE)) for one in drawn.breaks)
    described = f"{teller.level()} {' '.join(teller.sentences())}"
    return Figure(
        Drawing(replace(drawn, title=teller.name, description=described, breaks=marks), teller.unit),
        edition.said(words.CHART_SOURCE, publishers=publishers(edition, (record,))),
    )


def publishers(edition: Edition, records: Iterable[IndicatorPicture]) -> str:
    """Who published the figures of these records."""
    names = {name for record in records for one in record.figures for name in one.observation.snapshots}
    held = edition.safety.material.snapshots
    return ", ".join(dict.fromkeys(one.publisher for one in held if one.id in names))


def asked(edition: Edition) -> Section:
    """What residents answered in a survey, and what was said in published conversations."""
    records = asked_records(edition.safety)
    start = words.SURVEY if records else words.NO_SURVEY
    return Section(
        edition.said(words.ASKED),
        (Paragraph(edition.said(start)), *_voices(edition)),
        tuple(record_section(edition, one, draw=False) for one in records),
    )


def _voices(edition: Edition) -> Iterator[Block]:
    """The newest of what went through all steps and was published, without the number of people."""
    material = edition.safety.material
    lines = []
    for theme in material.municipality.themes:
        for one in strands_of(material.municipality, theme.id, (), material.on).residents:
            month = f"{MONTHS[one.held.month - 1].in_(edition.language)} {one.held.year}"
            area = material.register.areas.get(one.area)
            said = one.what.in_(edition.language)
            name = area.name if area else one.area
            lines.append((one.held, edition.said(words.VOICE, area=name, month=month, said=said)))
    if lines:
        yield Paragraph(edition.said(words.VOICES))
        yield Bullets(tuple(said for _, said in sorted(lines, reverse=True)[:_VOICES]))
