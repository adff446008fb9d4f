# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer to the waterbed question in words: what goes together, with its margin, and never a cause."""

from __future__ import annotations

from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.displacement import Counts, Displacement, Finding, Unknown
from baken.picture.nearby import Nearby

_COUNTS = Text(
    "{name} in {area}: {before} in {start} en {after} in {end}.",
    "{name} in {area}: {before} in {start} and {after} in {end}.",
)
_AROUND = {
    Nearby.TOUCHING: Text(
        "In de buurten die eraan grenzen waren het er samen {near_before} en {near_after}, "
        "in de rest van de gemeente {rest_before} en {rest_after}.",
        "In the neighbourhoods that border on it there were {near_before} and {near_after} together, "
        "in the rest of the municipality {rest_before} and {rest_after}.",
    ),
    Nearby.DISTRICT: Text(
        "In de andere buurten van het stadsdeel waren het er samen {near_before} en {near_after}, "
        "in de rest van de gemeente {rest_before} en {rest_after}.",
        "In the other neighbourhoods of the district there were {near_before} and {near_after} together, "
        "in the rest of the municipality {rest_before} and {rest_after}.",
    ),
}
_NO_FALL = Text(
    "Dat is geen daling die groter is dan toeval. Er is dus geen verplaatsing na te gaan.",
    "That is no fall beyond chance. So there is no displacement to look for.",
)
_NO_SIGN = Text(
    "Bij hetzelfde verloop als in de rest is de verhouding 1; hier is die {ratio} "
    "(95%-marge {lower} tot {upper}). "
    "Dat is geen teken van verplaatsing. Het sluit verplaatsing ook niet uit.",
    "With the same course as in the rest the ratio is 1; here it is {ratio} "
    "(95 % margin {lower} to {upper}). "
    "That is no sign of displacement. It does not rule displacement out either.",
)
_RISE_NEARBY = Text(
    "Bij hetzelfde verloop als in de rest is de verhouding 1; hier is die {ratio} "
    "(95%-marge {lower} tot {upper}). "
    "Dat kan samenhangen met de daling in {area}. Waardoor het komt, zeggen deze cijfers niet.",
    "With the same course as in the rest the ratio is 1; here it is {ratio} "
    "(95 % margin {lower} to {upper}). "
    "That may go together with the fall in {area}. These figures do not say what brought it about.",
)
_UNKNOWN = Text(
    "{name}: of dit zich tussen {start} en {end} uit {area} verplaatste, is niet te zeggen.",
    "{name}: whether this moved out of {area} between {start} and {end} cannot be told.",
)
_REASONS = {
    Unknown.NEIGHBOURS: Text(
        "Niet bekend is welke buurten eraan grenzen.", "It is not known which neighbourhoods border on it."
    ),
    Unknown.AREAS: Text(
        "De buurten eromheen kregen in die jaren andere grenzen.",
        "The neighbourhoods around it were redrawn in those years.",
    ),
    Unknown.MISSING: Text("Een of meer aantallen ontbreken.", "One or more counts are missing."),
    Unknown.FEW: Text("De aantallen zijn te klein.", "The counts are too small."),
    Unknown.BREAK: Text("Er is in die jaren anders geteld.", "Counting changed in those years."),
    Unknown.FELL_LESS: Text(
        "Het aantal nam eromheen niet toe, maar in de rest van de gemeente nam het sterker af.",
        "The count did not rise around it, but in the rest of the municipality it fell more.",
    ),
}
_FOUND = {Finding.NO_SIGN: _NO_SIGN, Finding.RISE_NEARBY: _RISE_NEARBY}


def displacement_sentence(found: Displacement) -> Text:
    """What may be said of a displacement check, in both languages."""
    return Text(_compose(found, Language.NL), _compose(found, Language.EN))


def _compose(found: Displacement, language: Language) -> str:
    fields = {
        "name": found.name.in_(language),
        "area": found.area.name,
        "start": str(found.start),
        "end": str(found.end),
        **_numbers(found, language),
    }
    return " ".join(part.in_(language).format(**fields) for part in _parts(found))


def _parts(found: Displacement) -> tuple[Text, ...]:
    """The sentences of an answer; one with counts only where all of them may be given."""
    if found.finding is Finding.UNKNOWN:
        return (_UNKNOWN, _REASONS[found.reason or Unknown.MISSING])
    if found.finding is Finding.NO_FALL or found.kind is None:
        return (_COUNTS, _NO_FALL)
    return (_COUNTS, _AROUND[found.kind], _FOUND[found.finding])


def _numbers(found: Displacement, language: Language) -> dict[str, str]:
    shown = {
        **_pair("", found.own_counts, language),
        **_pair("near_", found.near_counts, language),
        **_pair("rest_", found.rest_counts, language),
    }
    if found.relative is not None and found.relative.judged:
        ratios = {
            "ratio": found.relative.ratio,
            "lower": found.relative.lower,
            "upper": found.relative.upper,
        }
        shown |= {name: format_number(value, 2, language) for name, value in ratios.items()}
    return shown


def _pair(prefix: str, counts: Counts, language: Language) -> dict[str, str]:
    return {
        f"{prefix}{name}": format_number(value, 0, language)
        for name, value in zip(("before", "after"), counts.pair, strict=True)
        if value is not None
    }
