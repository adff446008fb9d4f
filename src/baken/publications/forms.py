# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The documents of an edition: which there are, where each stands, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of document in an edition.

    ``stems`` are the names of its file in each language, without the ending; ``what`` says what it is for.
    """

    id: str
    name: Text
    what: Text
    stems: Text
    ending: str
    make: Callable[[SafetyPicture, Language], bytes]

    def path(self, language: Language) -> str:
        """Where it stands: Dutch at the root, English below ``en/``, as the pages do."""
        folder = "" if language is Language.NL else "en/"
        return f"{folder}{self.stems.in_(language)}.{self.ending}"


def _book(safety: SafetyPicture, language: Language) -> bytes:
    # Each form brings a large library that only its making needs.
    from baken.publications.book.analysis import analysis_book  # noqa: PLC0415
    from baken.publications.pdf.typesetting import pdf_of  # noqa: PLC0415

    return pdf_of(analysis_book(safety, language))


FORMS = (
    Form(
        "book",
        Text("Veiligheidsanalyse (PDF)", "Safety analysis (PDF)"),
        Text(
            "Alle cijfers, grafieken en toelichtingen als boek, om te lezen, te printen en te bewaren.",
            "All figures, charts and explanations as a book, to read, to print and to keep.",
        ),
        Text("veiligheidsanalyse", "safety-analysis"),
        "pdf",
        _book,
    ),
)


def documents(safety: SafetyPicture) -> Iterator[tuple[str, bytes]]:
    """Every document of an edition in every language, with its path."""
    for form in FORMS:
        for language in Language:
            yield form.path(language), form.make(safety, language)
