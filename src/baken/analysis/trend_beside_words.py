# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the trend of a series, in words: its parts, and the reference area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.analysis.reasons import not_judged
from baken.analysis.said import both, listed, numeral, span
from baken.methods.reason import Reason
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.trend import Part, TrendAnswer
    from baken.methods.trend._change import Change

_PARTS = {
    "up": Text("Onderdelen die stijgen: {parts}.", "Parts that rise: {parts}."),
    "down": Text("Onderdelen die dalen: {parts}.", "Parts that fall: {parts}."),
    None: Text(
        "Onderdelen zonder verandering die groter is dan toeval: {parts}.",
        "Parts without a change beyond chance: {parts}.",
    ),
}
_NO_PART = {
    "up": Text("Van geen onderdeel is een stijging aan te tonen.", "Of no part a rise can be shown."),
    "down": Text("Van geen onderdeel is een daling aan te tonen.", "Of no part a fall can be shown."),
}
_PARTS_UNKNOWN = Text(
    "Onderdelen die niet kunnen worden beoordeeld: {parts}.", "Parts that cannot be judged: {parts}."
)
_LOOKED = Text(
    "{name} (haaldelict: meer geregistreerd, niet vanzelf meer)",
    "{name} (found by looking: more registered, not by itself more)",
)
UNKNOWN = Text("{name}: de trend {why}.", "{name}: the trend {why}.")
_NATIONAL = Text(
    "In {reference} veranderde het cijfer{per} jaarlijks met {percent} % (95%-marge {margin}).",
    "In {reference} the figure{per} changed by {percent} % per year (95 % margin {margin}).",
)
_NATIONAL_FLAT = Text(
    "In {reference} veranderde het cijfer{per} per saldo niet ({percent} % per jaar, 95%-marge {margin}).",
    "In {reference} the figure{per} did not change on balance ({percent} % per year, 95 % margin {margin}).",
)
PER_HEAD = Text(" per inwoner", " per inhabitant")
# A change that is 0,0 when it is printed.
_NOTHING = 0.05
_BY_YEAR = Text(
    "Dit vergelijkt jaarcijfers van {start} tot en met {end}, zonder trendbreuken. Het is dus niet het "
    "verschil met de verandering hierboven.",
    "This compares figures by year from {start} to {end}, without breaks. So it is not the difference with "
    "the change above.",
)
_RELATIVE = {
    "up": Text(
        "Naast {reference} gaat het hier omhoog: per jaar {percent} % (95%-marge {margin}).",
        "Beside {reference} it goes up here: {percent} % per year (95 % margin {margin}).",
    ),
    "down": Text(
        "Naast {reference} gaat het hier omlaag: per jaar {percent} % (95%-marge {margin}).",
        "Beside {reference} it goes down here: {percent} % per year (95 % margin {margin}).",
    ),
    "looked": Text(
        "Naast {reference} komt er hier in de registratie meer bij: per jaar {percent} % (95%-marge "
        "{margin}).",
        "Beside {reference} registrations grow faster here: {percent} % per year (95 % margin {margin}).",
    ),
    None: Text(
        "Dat het hier anders loopt dan in {reference} is niet aan te tonen: {percent} % per jaar "
        "(95%-marge {margin}).",
        "That it runs another way here than in {reference} cannot be shown: {percent} % per year (95 % "
        "margin {margin}).",
    ),
}


def margin(change: Change) -> Text:
    """The interval of a change, in percent."""
    limits = span(change.lower, change.upper, 1, signed=True)
    return Text(f"{limits.nl} %", f"{limits.en} %")


def parts(answer: TrendAnswer) -> Iterator[Text]:
    """Which parts go up, which down, and which cannot be judged."""
    if not answer.parts:
        return
    for direction in ("up", "down", None):
        going = answer.parts_going(direction)
        if going:
            yield both(_PARTS[direction], parts=listed((_part(one) for one in going), most=12))
        elif direction is not None:
            yield _NO_PART[direction]
    unknown = [one for one in answer.parts if one.reason is not Reason.JUDGED]
    if unknown:
        yield both(_PARTS_UNKNOWN, parts=listed((one.name for one in unknown), most=12))


def _part(one: Part) -> Text:
    if one.direction is None:
        return one.name
    name = both(_LOOKED, name=one.name) if one.found_by_looking and one.direction == "up" else one.name
    percent = numeral(one.per_year.percent, 1, signed=True)
    return Text(f"{name.nl} ({percent.nl} % per jaar)", f"{name.en} ({percent.en} % per year)")


def reference(answer: TrendAnswer) -> Iterator[Text]:
    """How the reference area goes, and whether it goes otherwise here."""
    national, relative = answer.national, answer.relative
    if national is None:
        return
    if national.reason is not Reason.JUDGED:
        yield both(UNKNOWN, name=national.name, why=not_judged(national.reason))
        return
    change = national.per_year
    beside = answer.question.reference
    per = Text("", "") if beside is None or beside.population is None else PER_HEAD
    words = {"reference": national.name, "per": per}
    said = _NATIONAL_FLAT if abs(change.percent) < _NOTHING else _NATIONAL
    yield both(said, percent=numeral(change.percent, 1, signed=True), margin=margin(change), **words)
    if relative is not None:
        looked = answer.question.found_by_looking and relative.direction == "up"
        yield both(
            _RELATIVE["looked" if looked else relative.direction],
            percent=numeral(relative.percent, 1, signed=True),
            margin=margin(relative),
            **words,
        )
    if beside is not None and not answer.question.reference_alike:
        yield both(_BY_YEAR, start=beside.periods[0], end=beside.periods[-1])
