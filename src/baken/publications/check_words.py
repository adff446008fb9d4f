# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words for a checked document: verdicts, weights, kinds of claims, and what stands above its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from baken.model.claim import ClaimKind, ClaimVerdict, Way
from baken.model.remark import Weight
from baken.model.text import MONTHS, Text


@dataclass(frozen=True, slots=True)
class Mark:
    """How a verdict or weight looks in a text: a sign and words, which say the same without colour.

    ``rank`` says which of two marks at one place shows: the lowest.
    """

    id: str
    sign: str
    label: Text
    rank: int


VERDICTS = {
    ClaimVerdict.SUPPORTED: Mark("supported", "✓", Text("Klopt met de cijfers", "Fits the figures"), 7),
    ClaimVerdict.PARTLY: Mark("partly", "◐", Text("Klopt deels", "Fits in part"), 3),
    ClaimVerdict.CONTRADICTED: Mark("contradicted", "✗", Text("Klopt niet", "Does not fit"), 0),
    ClaimVerdict.NOT_JUDGEABLE: Mark("not_judgeable", "?", Text("Niet te beoordelen", "Cannot be judged"), 6),
    ClaimVerdict.CAUSE_WITHOUT_SOURCE: Mark(
        "cause_without_source", "⇒", Text("Oorzaak zonder bron", "Cause without a source"), 2
    ),
    ClaimVerdict.TOO_GENERAL: Mark("too_general", "≈", Text("Te algemeen", "Too general"), 5),
}
# The order in which a reader wants to see them.
IN_ORDER = (
    ClaimVerdict.CONTRADICTED,
    ClaimVerdict.PARTLY,
    ClaimVerdict.CAUSE_WITHOUT_SOURCE,
    ClaimVerdict.TOO_GENERAL,
    ClaimVerdict.NOT_JUDGEABLE,
    ClaimVerdict.SUPPORTED,
)
WEIGHTS = {
    Weight.ERROR: Mark("error", "!!", Text("Fout", "Error"), 1),
    Weight.WARNING: Mark("warning", "!", Text("Let op", "Take care"), 4),
    Weight.NOTE: Mark("note", "i", Text("Opmerking", "Note"), 8),
}
KINDS = {
    ClaimKind.LEVEL: Text("een stand", "a level"),
    ClaimKind.DIRECTION: Text("een richting", "a direction"),
    ClaimKind.COMPARISON: Text("een vergelijking", "a comparison"),
    ClaimKind.CAUSE: Text("een oorzaak", "a cause"),
    ClaimKind.RESULT: Text("een resultaat", "a result"),
}
WAYS = {
    Way.DOWN: Text("omlaag", "down"),
    Way.UP: Text("omhoog", "up"),
    Way.SAME: Text("gelijk", "the same"),
    Way.BETTER: Text("beter", "better"),
    Way.WORSE: Text("slechter", "worse"),
}

CHECKED = Text("Getoetst aan de cijfers: {name}", "Held against the figures: {name}")
NAMELESS = Text("een tekst", "a text")
SUMMARY = Text("In het kort", "In short")
DOCUMENT = Text("De tekst, met wat erover te zeggen is", "The text, with what is to be said of it")
WHOLE = Text("Over het hele document", "About the document as a whole")
CLAIMS = Text("De beweringen", "The claims")
REMARKS = Text("Wat verder is opgevallen", "What else was found")
LISTS = Text("Lijsten", "Lists")
PAGE = Text("Pagina {number}", "Page {number}")
SLIDE = Text("Dia {number}", "Slide {number}")
NOTE = Text("Noot", "Note")
HIDDEN = Text("persoonsgegeven weggelaten", "personal data left out")
CARRIED = Text("Dit kun je wel zeggen:", "This can be said:")
SETTLE = Text("Zo is het op te lossen:", "What would settle it:")
ALSO = Text("Ook hier:", "Also here:")
BACK = Text("naar de zin", "to the words")
NUMBER = Text("nummer {number}", "number {number}")
THERE = Text("plaats {number}", "place {number}")
TIMES = Text("{number} keer", "{number} times")
SUCH_AS = Text("zoals:", "such as:")
ALL_PLACES = Text("Alle {number} plaatsen", "All {number} places")
HELD = Text("De {number} cijfers ernaast", "The {number} figures held against it")
SENTENCES = Text("{number} zinnen", "{number} sentences")
ALL_CLAIMS = Text("Nog {number} beweringen", "{number} more claims")
MORE_CLAIMS = Text("En nog beweringen: {number}.", "More claims: {number}.")
MORE_REMARKS = Text("En nog: {number} ({names}).", "And also: {number} ({names}).")
ASK_ALL = Text(
    "Alles staat in het antwoord met --all, in de pagina (--html) en in --json.",
    "Everything is in the answer with --all, on the page (--html) and in --json.",
)

READ_AS = Text("Gelezen als {kind}: {parts}.", "Read as {kind}: {parts}.")
NO_SUBJECT = Text("een onderwerp zonder cijfer", "a subject without a figure")
ELSEWHERE = Text("een ander gebied", "another area")
FIGURE = Text("{name}, {area}, {period}: {value} ({age})", "{name}, {area}, {period}: {value} ({age})")
AGREEING = Text("Gaat met de zin mee: {names}.", "Goes along with the words: {names}.")
DISAGREEING = Text("Gaat tegen de zin in: {names}.", "Goes against the words: {names}.")
UNPROVEN = Text("Kan toeval zijn: {names}.", "May be chance: {names}.")
UNHELD = Text("Geen cijfer van: {names}.", "No figure of: {names}.")
FLAT = Text("Ongeveer gelijk gebleven: {names}.", "Stayed about the same: {names}.")
UNCHANGED = Text("Precies gelijk gebleven: {names}.", "Stayed exactly the same: {names}.")
UNJUDGED = Text("De cijfers kunnen hier niets over zeggen: {names}.", "The figures cannot tell: {names}.")
OUTDATED = Text("Toen al verouderd: {names}.", "Outdated by then: {names}.")

ABOUT = Text("Over {area}. Het document spreekt op {day}.", "About {area}. The document speaks on {day}.")
ABOUT_UNDATED = Text(
    "Over {area}. Het document noemt geen dag; gerekend is met {day}.",
    "About {area}. The document gives no day; {day} is taken.",
)
NO_CLAIMS = Text(
    "Er staat geen bewering over veiligheid in die aan cijfers te toetsen is.",
    "It holds no claim about safety that can be held against figures.",
)
ONE_CLAIM = Text("Er staat 1 bewering over veiligheid in.", "It holds 1 claim about safety.")
MANY_CLAIMS = Text(
    "Er staan {number} beweringen over veiligheid in.", "It holds {number} claims about safety."
)
STATED = Text(
    "Bij {stated} van de {number} noemt het document een cijfer. Bij {held} van de {number} is er een cijfer "
    "om naast te leggen.",
    "For {stated} of the {number} the document gives a figure. For {held} of the {number} we hold one.",
)
FOREIGN = Text(
    "De tekst is zo te zien in het {language}. Beweringen worden alleen in het {own} gezocht.",
    "The text seems to be in {language}. Claims are looked for in {own} only.",
)
NO_REMARKS = Text("Verder is er niets opgevallen.", "Nothing else was found.")
FOUND = Text("Verder is opgevallen:", "Also found:")
UNREAD = Text(
    "Niet gelezen: {number} pagina's of dia's met alleen beeld.",
    "Not read: {number} pages or slides that hold pictures only.",
)
READ_WITH = Text(
    "Dit toetst zinnen aan cijfers volgens vaste regels. Het zegt niets over wie ze schreef of over het "
    "beleid zelf. Een regel kan een zin verkeerd lezen: wat hij las, staat erbij.",
    "This holds sentences against figures by fixed rules. It says nothing about who wrote them or about the "
    "policy. A rule may misread a sentence: what it read is shown.",
)

# Where a sentence ends and the next begins with a capital.
_ENDS = re.compile(r"(?<=[.!?]) +(?=[A-ZÀ-Þ])")


def filled(text: Text, **words: object) -> Text:
    """The words with gaps filled in, in each language; a gap takes a text or the same word for both."""
    dutch = {name: one.nl if isinstance(one, Text) else one for name, one in words.items()}
    english = {name: one.en if isinstance(one, Text) else one for name, one in words.items()}
    return Text(text.nl.format(**dutch), text.en.format(**english))


def day_words(day: date) -> Text:
    """A day as people write it, such as "10 maart 2026"."""
    month = MONTHS[day.month - 1]
    return Text(f"{day.day} {month.nl} {day.year}", f"{day.day} {month.en} {day.year}")


def age_words(months: int) -> Text:
    """How old a figure was; one that is from after the day has no age."""
    if months < 0:
        return Text("van na dit document", "from after this document")
    if months < 1:
        return Text("nog geen maand oud", "less than a month old")
    if months < 24:
        return Text(f"{months} maand{'en' * (months > 1)} oud", f"{months} month{'s' * (months > 1)} old")
    years, rest = divmod(months, 12)
    if not rest:
        return Text(f"{years} jaar oud", f"{years} years old")
    return Text(
        f"{years} jaar en {rest} maand{'en' * (rest > 1)} oud",
        f"{years} years and {rest} month{'s' * (rest > 1)} old",
    )


def sentences(text: Text) -> list[Text]:
    """The sentences of a text of our own; one where the two languages do not have as many."""
    dutch, english = _ENDS.split(text.nl), _ENDS.split(text.en)
    if len(dutch) != len(english):
        return [text]
    return [Text(nl, en) for nl, en in zip(dutch, english, strict=True)]


def joined(texts: list[Text]) -> Text:
    """Words one after another, with commas between."""
    return Text(", ".join(one.nl for one in texts), ", ".join(one.en for one in texts))
