# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first chapters: what stands out, and how to read the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.headline import headline_of
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Block, Bullets, Paragraph, Section, Voice

_SUMMARY = Text("Samenvatting", "Summary")
_OUT = Text("Wat opvalt", "What stands out")
_NOTHING = Text("Volgens de regels valt niets op.", "Nothing stands out by the rules.")
_PASSED = Text("Drempels die gepasseerd zijn", "Thresholds that were passed")
_LIMIT = Text(
    "{name} was {value} in {period}. De gemeente koos {limit} als drempel; {owner} kijkt ernaar.",
    "{name} was {value} in {period}. The municipality chose {limit} as threshold; {owner} looks at it.",
)
_KEY = Text("Kernboodschap", "Key message")
_DRAFT = Text("concept", "draft")
_GUIDE = Text("Leeswijzer", "Reading guide")
_READING = (
    Text(
        "Een pijl staat er alleen als het verschil groter is dan toeval verklaart. Anders staat er: ongeveer "
        "gelijk. Waar voor en na niet te vergelijken zijn, staat er: niet beoordeeld.",
        "There is an arrow only where the difference is larger than chance explains. Otherwise it says: "
        "about the same. Where before and after cannot be compared, it says: not judged.",
    ),
    Text(
        "Gunstig of ongunstig staat er alleen bij een cijfer waarvan vaststaat welke kant goed is. Meer "
        "misdrijven die de politie zelf opspoort, is geen verslechtering.",
        "Favourable or unfavourable stands only beside a figure of which it is settled which way is good. "
        "More offences that the police find by looking is not a worsening.",
    ),
    Text(
        "De marge is het gebied waarin het cijfer zonder toeval met 95 % zekerheid ligt. In een grafiek is "
        "zij de band om de lijn.",
        "The margin is where the figure would lie without chance, with 95 % certainty. In a chart it is "
        "the band around the line.",
    ),
    Text(
        "Ontbreekt een cijfer, dan staat er waarom. Het is nooit nul.",
        "Where a figure is missing, it says why. It is never zero.",
    ),
)
_RULES = Text("Wat bij meer dan één cijfer hoort", "What goes with more than one figure")


def summary(safety: SafetyPicture, language: Language) -> Section:
    """What stands out, with the rule that picked each point, and the thresholds that were passed."""
    return Section(
        _SUMMARY.in_(language),
        tuple(_lead(safety, language)),
        (
            Section(_OUT.in_(language), tuple(_points(safety, language))),
            *_passed(safety, language),
        ),
    )


def _lead(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    headline = headline_of(safety.material)
    if headline is not None:
        draft = f" ({_DRAFT.in_(language)})" if headline.status.value == "draft" else ""
        yield Paragraph(f"{_KEY.in_(language)}{draft}: {headline.text.in_(language)}", Voice.LEAD)
    yield Paragraph(safety.completeness.text.in_(language))


def _points(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    if not safety.highlights:
        yield Paragraph(_NOTHING.in_(language))
        return
    lines = (f"{one.sentence.in_(language)} ({one.rule.in_(language)})" for one in safety.highlights)
    yield Bullets(tuple(lines), ordered=True)


def _passed(safety: SafetyPicture, language: Language) -> Iterator[Section]:
    lines = []
    for one in safety.reviews:
        indicator = safety.record(one.indicator, safety.material.municipality.code).indicator
        lines.append(
            _LIMIT.in_(language).format(
                name=indicator.name.in_(language),
                value=format_number(one.value, indicator.decimals, language),
                period=one.period,
                limit=format_number(one.threshold, indicator.decimals, language),
                owner=one.owner,
            )
        )
    if lines:
        yield Section(_PASSED.in_(language), (Bullets(tuple(lines)),))


def reading_guide(safety: SafetyPicture, rules: Sequence[str], language: Language) -> Section:
    """How to read signs and margins, and the rules that go for many figures, numbered."""
    guidance = safety.material.catalogue.guidance
    common = Bullets(tuple(guidance[one].text.in_(language) for one in rules), ordered=True)
    return Section(
        _GUIDE.in_(language),
        (Bullets(tuple(one.in_(language) for one in _READING)),),
        (Section(_RULES.in_(language), (common,)),) if rules else (),
    )
