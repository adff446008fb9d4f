# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence that the figures would carry: values, years and whether it may be chance. Never a cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from baken.analysis.said import both, listed, same
from baken.model.figure import Figure, NotJudged
from baken.model.number import format_number
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.claims.judge_held import Held, Member
from baken.picture.claims.judge_outcome import Outcome
from baken.picture.phrases import PHRASES
from baken.picture.sentences import amount, change_sentence, compared, level

LOOKING = Text(
    "Als je kijkt, zie je meer: meer registraties betekenen niet vanzelf dat het probleem groter is.",
    "If you look, you see more: more registrations do not by themselves mean that the problem grew.",
)
_ELSEWHERE = Text("{area}: {said}", "{area}: {said}")
_SHORT = Text(
    "{name}: van {before} in {start} naar {after} in {end} ({unit}; {signed}{doubt}).",
    "{name}: from {before} in {start} to {after} in {end} ({unit}; {signed}{doubt}).",
)
_CHANCE = Text("; dat kan toeval zijn", "; that may be chance")
_UNJUDGED = Text("; niet beoordeeld: {reason}", "; not judged: {reason}")
_COUNT = Text("Het aantal was {count}.", "The number was {count}.")
_COUNTS = Text(
    "Het aantal was {before} in {start} en {after} in {end}.",
    "The number was {before} in {start} and {after} in {end}.",
)
_BESIDE = Text(
    "{name} in {period}: {own} in {area} en {theirs} in {about} ({unit}). Of dat verschil toeval is, is niet "
    "uitgerekend.",
    "{name} in {period}: {own} in {area} and {theirs} in {about} ({unit}). Whether that difference is "
    "chance was not worked out.",
)
_RIVAL = Text("In {period} was het {value}.", "In {period} it was {value}.")
_LOWEST = Text("Dat is het laagste cijfer sinds {first}.", "That is the lowest figure since {first}.")
_HIGHEST = Text("Dat is het hoogste cijfer sinds {first}.", "That is the highest figure since {first}.")


def name_of(member: Member) -> Text:
    """What an indicator is called."""
    return member.record.indicator.name if member.record else same(member.id)


def place_of(held: Held, code: str) -> Text:
    """What an area is called; the reference area by the name that it has in sentences."""
    material = held.picture.material
    if code == material.reference.code:
        return material.reference_name
    return same(material.register[code].name if held.knows_area(code) else code)


def value_of(member: Member, one: Figure) -> Text:
    """A value as printed."""
    if member.record is None or one.value is None:
        return same("-")
    decimals = member.record.indicator.decimals
    return Text(*(format_number(one.value, decimals, language) for language in Language))


def joined(parts: Iterable[Text | None]) -> Text | None:
    """Sentences one after the other, or nothing."""
    held = [one for one in parts if one is not None and one.nl]
    return Text(" ".join(one.nl for one in held), " ".join(one.en for one in held)) if held else None


def carried_changes(held: Held, outcomes: tuple[Outcome, ...], *, counts: bool = False) -> Text | None:
    """What the figures did, one member in full and several in short."""
    found = [one for one in outcomes if one.change is not None and len(one.shown) == 2]
    if len(found) == 1:
        (one,) = found
        full = joined((_full(one), _counted(one) if counts else None, _pandemic(one))) or Text("", "")
        said = placed(held, one.member, full)
        return said if LOOKING.nl[:12] in said.nl else joined((said, _looked(found)))
    return joined((*(_short(held, one) for one in found), _looked(found)))


def _looked(outcomes: Iterable[Outcome]) -> Text | None:
    records = [one.member.record for one in outcomes]
    return LOOKING if any(one and one.initiative is Initiative.HAAL for one in records) else None


def _full(one: Outcome) -> Text | None:
    record = one.member.record
    if record is None:
        return None
    seen = replace(record, change=one.change)
    return Text(*(f"{level(seen, one.shown[1], each)} {change_sentence(seen, each)}" for each in Language))


def _pandemic(one: Outcome) -> Text | None:
    """That a change starts or ends in a pandemic year."""
    years = one.change.pandemic_years if one.change else ()
    if not years:
        return None
    found = []
    for each in Language:
        words = PHRASES[each].pandemic_years if len(years) > 1 else PHRASES[each].pandemic_year
        joint = " en " if each is Language.NL else " and "
        found.append(words.format(years=joint.join(str(year) for year in years)) + ".")
    return Text(*found)


def placed(held: Held, member: Member, said: Text) -> Text:
    """Name the area before a sentence, unless it is the municipality itself."""
    if member.area == held.picture.material.municipality.code:
        return said
    return both(_ELSEWHERE, area=place_of(held, member.area), said=Text(_small(said.nl), _small(said.en)))


def _small(text: str) -> str:
    """With a small first letter, unless it begins with capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _short(held: Held, one: Outcome) -> Text | None:
    record, found = one.member.record, one.change
    if record is None or found is None:
        return None
    decimals = record.indicator.decimals
    signed = Text(*(amount(found, decimals, language, signed=True) for language in Language))
    said = both(
        _SHORT,
        name=record.indicator.name,
        before=value_of(one.member, one.shown[0]),
        after=value_of(one.member, one.shown[1]),
        start=str(found.start),
        end=str(found.end),
        unit=record.unit.label,
        signed=signed,
        doubt=_doubt(one),
    )
    return placed(held, one.member, said)


def _doubt(one: Outcome) -> Text:
    found = one.change
    if found is None or found.supported_direction is not None:
        return Text("", "")
    if found.reason in (None, NotJudged.INSIDE_INTERVAL):
        return _CHANCE
    return both(_UNJUDGED, reason=why_not_judged(one))


def why_not_judged(one: Outcome) -> Text:
    """Why a change is not judged, in words; a mean mark lacks its spread rather than its numbers."""
    found, record = one.change, one.member.record
    reason = (found.reason if found else None) or NotJudged.INSIDE_INTERVAL
    spread = record is not None and record.indicator.is_survey and reason is NotJudged.NO_INTERVAL
    words = [PHRASES[each].no_spread if spread else PHRASES[each].reasons[reason] for each in Language]
    return Text(*words)


def _counted(one: Outcome) -> Text | None:
    first, last = (each.observation for each in one.shown)
    if first.count is None or last.count is None:
        return None
    return both(_COUNTS, before=first.count, after=last.count, start=str(first.period), end=str(last.period))


def carried_levels(held: Held, outcomes: tuple[Outcome, ...], *, extreme: str = "") -> Text | None:
    """What the level is, with its margin; of a lowest or highest with the year that it is held against."""
    return joined(_level(held, one, extreme) for one in outcomes if one.shown)


def _level(held: Held, one: Outcome, extreme: str) -> Text | None:
    record, shown = one.member.record, one.shown[0]
    if record is None:
        return None
    said = Text(*(level(record, shown, each) for each in Language))
    parts: list[Text | None] = [placed(held, one.member, said)]
    if one.figures and one.figures[0].unit == "count" and shown.observation.count is not None:
        parts.append(both(_COUNT, count=shown.observation.count))
    if extreme and len(one.shown) > 1:
        parts.append(_against(one, extreme))
    return joined(parts)


def _against(one: Outcome, extreme: str) -> Text:
    other = one.shown[1]
    period = str(other.observation.period)
    if one.goes:
        return both(_LOWEST if extreme == "lowest" else _HIGHEST, first=period)
    return both(_RIVAL, period=period, value=value_of(one.member, other))


def carried_comparisons(held: Held, outcomes: tuple[Outcome, ...], about: str) -> Text | None:
    """Both values in one year, and whether the difference is more than chance where that was worked out."""
    found = [one for one in outcomes if len(one.shown) == 2]
    return joined((*(_compared(held, one, about) for one in found), _looked(found)))


def _compared(held: Held, one: Outcome, about: str) -> Text | None:
    record = one.member.record
    reference = held.picture.material.reference.code
    if record is None:
        return None
    if one.comparison is None or reference not in (one.member.area, about):
        return both(
            _BESIDE,
            name=record.indicator.name,
            unit=record.unit.label,
            period=str(one.shown[0].observation.period),
            area=place_of(held, one.member.area),
            own=value_of(one.member, one.shown[0]),
            about=place_of(held, about),
            theirs=value_of(one.member, one.shown[1]),
        )
    pair, name = one.comparison, place_of(held, about)
    said = Text(
        *(f"{level(record, one.shown[0], each)} {compared(pair, name, record, each)}" for each in Language)
    )
    return placed(held, one.member, said)


def names(members: Iterable[Member], most: int = 8) -> Text:
    """The names of indicators, in quotes, as a list in words."""
    found = dict.fromkeys(name_of(one) for one in members)
    return listed([Text(f"\u2018{one.nl}\u2019", f"\u2018{one.en}\u2019") for one in found], most)
