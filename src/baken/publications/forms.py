# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The documents of an edition: which there are, where each stands, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.datasets.outputs import WORKBOOKS


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of document in an edition: its name, what it is for, and its path in each language.

    The papers for the council are in Dutch only: their English path is empty.
    """

    id: str
    name: Text
    what: Text
    paths: Text
    make: Callable[[SafetyPicture, Language], bytes]

    def path(self, language: Language) -> str:
        """Where it stands in the edition; empty where it is not made in a language."""
        return self.paths.in_(language)


# Each form brings a large library that only its making needs.


def _book(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.book.analysis import analysis_book  # noqa: PLC0415
    from baken.publications.pdf.typesetting import pdf_of  # noqa: PLC0415

    return pdf_of(analysis_book(safety, language))


def _residents(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.residents.printing import residents_pdf  # noqa: PLC0415

    return residents_pdf(safety, language)


def _workbook(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.workbook.making import workbook_of  # noqa: PLC0415

    return workbook_of(safety, language)


def _slides(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.slides.presentation import slides_of  # noqa: PLC0415

    return slides_of(safety, language)


def _proposal(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.word.documents import proposal_of  # noqa: PLC0415

    return proposal_of(safety, language)


def _decision(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.word.documents import decision_of  # noqa: PLC0415

    return decision_of(safety, language)


def _indicators(safety: SafetyPicture, language: Language) -> bytes:
    from baken.publications.word.documents import indicator_table_of  # noqa: PLC0415

    return indicator_table_of(safety, language)


RESIDENTS = Text("bewonersversie.pdf", "en/residents-edition.pdf")
FORMS = (
    Form(
        "residents",
        Text("Bewonersversie (PDF)", "Residents' edition (PDF)"),
        Text(
            "De belangrijkste cijfers in gewone taal, om te printen en uit te delen.",
            "The main figures in plain language, to print and to hand out.",
        ),
        RESIDENTS,
        _residents,
    ),
    Form(
        "book",
        Text("Veiligheidsanalyse (PDF)", "Safety analysis (PDF)"),
        Text(
            "Alle cijfers, grafieken en toelichtingen als boek, om te lezen, te printen en te bewaren.",
            "All figures, charts and explanations as a book, to read, to print and to keep.",
        ),
        Text("veiligheidsanalyse.pdf", "en/safety-analysis.pdf"),
        _book,
    ),
    Form(
        "workbook",
        Text("Alle cijfers (Excel)", "All figures (Excel)"),
        Text(
            "Alle cijfers met definities, toelichting en bronnen, om zelf mee te rekenen.",
            "All figures with definitions, explanations and sources, to work with yourself.",
        ),
        Text(WORKBOOKS[Language.NL], WORKBOOKS[Language.EN]),
        _workbook,
    ),
    Form(
        "slides",
        Text("Presentatie voor de raad (PowerPoint)", "Slides for the council (PowerPoint)"),
        Text(
            "Wat opvalt, per thema en per cijfer, met grafieken om te bewerken en de bron in de notities.",
            "What stands out, by theme and by figure, with charts to edit and the source in the notes.",
        ),
        Text("presentatie.pptx", "en/slides.pptx"),
        _slides,
    ),
    Form(
        "proposal",
        Text("Raadsvoorstel, om af te maken (Word)", "Proposal to the council, to finish, in Dutch (Word)"),
        Text(
            "De vaste onderdelen met de cijfers erin; wat mensen schrijven, is aangegeven.",
            "The fixed sections with the figures in them; what people must write is marked.",
        ),
        Text("raadsvoorstel.docx", ""),
        _proposal,
    ),
    Form(
        "decision",
        Text("Raadsbesluit (Word)", "Decision of the council, in Dutch (Word)"),
        Text("Dezelfde beslispunten als in het voorstel.", "The same decision points as in the proposal."),
        Text("raadsbesluit.docx", ""),
        _decision,
    ),
    Form(
        "indicators",
        Text("Tabel met indicatoren (Word)", "Table of indicators, in Dutch (Word)"),
        Text(
            "De cijfers waarop het programma stuurt, om in een stuk over te nemen.",
            "The figures that the programme steers by, to take over into a paper.",
        ),
        Text("indicatoren.docx", ""),
        _indicators,
    ),
)


def documents(safety: SafetyPicture, figures: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every document of an edition in every language, and its figures for machines, each with its path.

    An edition without documents has the figures only.

    Args:
        safety: the picture of public material.
        figures: ``figures.csv`` and ``figures.json`` of that picture.

    """
    from baken.publications.datasets.making import datasets_of  # noqa: PLC0415

    made = {path: make() for path, make in makers(safety).items()} if safety.material.documents else {}
    yield from made.items()
    yield from datasets_of(safety, {**figures, **made}).items()


def makers(safety: SafetyPicture) -> dict[str, Callable[[], bytes]]:
    """How each document of an edition is made, by its path."""
    return {
        path: partial(form.make, safety, language)
        for form in FORMS
        for language in Language
        if (path := form.path(language))
    }
