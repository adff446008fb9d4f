# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet that says what the workbook is, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baken.model.edition import EditionStatus
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.words import INVENTED, WORKING, day_in
from baken.publications.datasets.licence import licence_of
from baken.publications.workbook import words
from baken.publications.workbook.model import TableSheet
from baken.publications.workbook.writing import Fact

TITLE = Text("Veiligheidsbeeld {name}: de cijfers", "Safety picture {name}: the figures")
_ABOUT = Text("Editie van {day}.", "Edition of {day}.")
_TOWN, _EDITION = Text("Gemeente", "Municipality"), Text("Editie", "Edition")
_STATUS, _FINAL = Text("Status", "Status"), Text("vastgesteld", "adopted")
_PLACE = Text("Adres van de editie", "Address of the edition")
_NO_SITE = Text("niet bekend", "not known")
_PLACED = Text(
    "Editie {code} {day}; website van de gemeente: {site}. De adressen in dit bestand gelden vanaf de map "
    "waarin de editie staat.",
    "Edition {code} {day}; website of the municipality: {site}. The addresses in this file start from the "
    "folder in which the edition stands.",
)
_LICENCE, _READ = Text("Licentie", "Licence"), Text("Hoe te lezen", "How to read")
_READING = (
    Text(
        "Een lege waarde is geen nul: de status zegt waarom er geen cijfer is.",
        "An empty value is not zero: the status says why there is no figure.",
    ),
    Text(
        "De marge van 95 % zegt binnen welke grenzen toeval het cijfer kan hebben gebracht.",
        "The margin of 95 % says within which bounds chance can have brought the figure.",
    ),
    Text(
        "Aantallen van kleine gebieden zijn afgerond zodat niemand te herkennen is. Hoeveel een aantal "
        "hoogstens kan afwijken, staat erbij.",
        "Counts of small areas were rounded so that nobody can be recognised. How far a count can be off at "
        "most stands beside it.",
    ),
    Text(
        "Meer registraties zijn niet altijd meer misdrijven. Lees de toelichting bij elke indicator.",
        "More registrations are not always more offences. Read the notes with each indicator.",
    ),
)
_LEADS = {
    words.OVERVIEW.nl: Text(
        "het nieuwste cijfer van elke indicator, per thema", "the newest figure of each indicator, by theme"
    ),
    words.FIGURES.nl: Text("alle cijfers, om mee te rekenen", "all figures, to calculate with"),
    words.DEFINITIONS.nl: Text("wat elke indicator telt", "what each indicator counts"),
    words.CAVEATS.nl: Text("wat u bij de cijfers moet weten", "what to know with the figures"),
    words.SOURCES.nl: Text("waar de cijfers vandaan komen", "where the figures come from"),
    words.SHORT.nl: Text("wat woorden en afkortingen betekenen", "what words and abbreviations mean"),
}
_BUDGET = Text("de indicatoren die in de begroting moeten staan", "the indicators that the budget must hold")


def title(safety: SafetyPicture, language: Language) -> str:
    """What the workbook is called."""
    return TITLE.in_(language).format(name=safety.material.municipality.name)


def about(safety: SafetyPicture, language: Language) -> str:
    """Which edition it is."""
    return _ABOUT.in_(language).format(day=day_in(safety.material.on, language))


def facts(safety: SafetyPicture, sheets: Sequence[TableSheet], language: Language) -> list[Fact]:
    """Names, what is said of each, and the sheet that it leads to."""
    found = [(name, text, "") for name, text in _said(safety, language)]
    leads = {one.in_(language): _LEADS[one.nl].in_(language) for one in _titles() if one.nl in _LEADS}
    return [*found, *((one.title, leads.get(one.title, _BUDGET.in_(language)), one.title) for one in sheets)]


def _titles() -> tuple[Text, ...]:
    return (words.OVERVIEW, words.FIGURES, words.DEFINITIONS, words.CAVEATS, words.SOURCES, words.SHORT)


def _said(safety: SafetyPicture, language: Language) -> Iterator[tuple[str, str]]:
    material = safety.material
    town, licence = material.municipality, licence_of(material)
    working = material.status is not EditionStatus.FINAL
    yield _TOWN.in_(language), f"{town.name} ({town.code})"
    if town.invented:
        yield "", INVENTED.in_(language)
    yield _EDITION.in_(language), day_in(material.on, language)
    yield _STATUS.in_(language), (WORKING if working else _FINAL).in_(language)
    place = _PLACED.in_(language).format(
        code=town.code, day=material.on.isoformat(), site=town.website or _NO_SITE.in_(language)
    )
    yield _PLACE.in_(language), place
    yield _LICENCE.in_(language), f"{licence.id}. {licence.asks.in_(language)} {licence.address}"
    for number, line in enumerate(_READING):
        yield _READ.in_(language) if number == 0 else "", line.in_(language)
