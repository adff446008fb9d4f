# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences from records: level, change, ordinary years, comparison. Nothing else is ever said."""

from __future__ import annotations

from decimal import Decimal

from baken.model.figure import Change, Comparison, Figure, NotJudged, Supported
from baken.model.indicator import ChangeScale
from baken.model.number import format_number
from baken.model.observation import Life
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.phrases import PHRASES, Phrases
from baken.picture.series import IndicatorPicture


def sentence(record: IndicatorPicture, reference: Text, group: Text) -> Text:
    """What is said about one indicator, in both languages, from the same record."""
    return Text(
        _compose(record, reference, group, Language.NL), _compose(record, reference, group, Language.EN)
    )


def _compose(record: IndicatorPicture, reference: Text, group: Text, language: Language) -> str:
    words = PHRASES[language]
    if record.latest is None:
        hidden = any(not one.shown for one in record.figures)
        return (words.too_small if hidden else words.no_figures).format(area=record.area.name)
    parts = [level(record, record.latest, language), change_sentence(record, language)]
    parts.append(without_pandemic(record, language))
    if record.comparison:
        parts.append(compared(record.comparison, reference, record, language))
    if record.rank and record.rank.compared > 2:
        first, last = record.rank.position, record.rank.last_position
        parts.append(
            words.ranked.format(
                compared=record.rank.compared,
                group=group.in_(language),
                area=record.area.name,
                position=str(first) if first == last else words.tied.format(position=first),
            )
        )
    return " ".join(part for part in parts if part)


def level(record: IndicatorPicture, one: Figure, language: Language) -> str:
    """One value in words with its margin, such as "In 2021 ... (95%-marge 1,1 tot 1,5)."."""
    words, decimals = PHRASES[language], record.indicator.decimals
    value = format_number(one.value or Decimal(0), decimals, language)
    text = record.indicator.sentence.in_(language).format(period=one.observation.period, value=value)
    certainty = [words.provisional] if one.observation.life is Life.PROVISIONAL else []
    if one.interval:
        digits = max(decimals, 1)
        lower, upper = (format_number(x, digits, language) for x in (one.interval.lower, one.interval.upper))
        certainty.append(words.margin.format(lower=lower, upper=upper))
    return text + (words.certainty.format(parts="; ".join(certainty)) if certainty else "") + "."


def amount(change: Change, decimals: int, language: Language, *, signed: bool) -> str:
    """The size of a change in its own scale: per cent, percentage points or points.

    A rate that started at zero has no percentage; its change is given bare, in the unit of the figure.
    """
    relative = change.scale is ChangeScale.PERCENT and change.percent is not None
    number = change.percent if relative and change.percent is not None else change.observed_change
    shown = number if signed else abs(number)
    text = format_number(shown, 1 if relative else decimals, language, signed=signed)
    bare = change.scale is ChangeScale.PERCENT and not relative
    return text if bare else PHRASES[language].amounts[change.scale].format(number=text)


def change_sentence(record: IndicatorPicture, language: Language) -> str:
    """What happened since the start of the comparison, said no more firmly than the interval allows."""
    words, change, decimals = PHRASES[language], record.change, record.indicator.decimals
    if change is None:
        return words.no_earlier
    start = record.at(change.start)
    before = start.value if start and start.value is not None else Decimal(0)
    return _template(words, change, record).format(
        start=change.start,
        before=_with_unit(before, record, language),
        amount=amount(change, decimals, language, signed=False),
        signed=amount(change, decimals, language, signed=True),
        reason=_reason(words, change, record),
    )


def _reason(words: Phrases, change: Change, record: IndicatorPicture) -> str:
    """Why a change is not judged; a mean mark lacks its spread rather than its numbers."""
    if record.indicator.is_survey and change.reason is NotJudged.NO_INTERVAL:
        return words.no_spread
    return words.reasons.get(change.reason or NotJudged.INSIDE_INTERVAL, "")


def _with_unit(value: Decimal, record: IndicatorPicture, language: Language) -> str:
    text = format_number(value, record.indicator.decimals, language)
    return f"{text} %" if record.unit.change is ChangeScale.PERCENTAGE_POINTS else text


def _template(words: Phrases, change: Change, record: IndicatorPicture) -> str:
    looked_for = record.initiative in (Initiative.HAAL, Initiative.MIXED)
    if change.supported_direction is Supported.DOWN:
        return words.fall_registered if looked_for else words.fall
    if change.supported_direction is Supported.UP:
        return words.rise_registered if looked_for else words.rise
    if change.reason is not NotJudged.BREAK and _looks_the_same(record, change):
        return words.same
    return words.about_same if change.reason is NotJudged.INSIDE_INTERVAL else words.not_judged


def _looks_the_same(record: IndicatorPicture, change: Change) -> bool:
    """Whether both figures are printed alike; an exact difference of less than a decimal may not be."""
    start, end = record.at(change.start), record.at(change.end)
    return start is not None and end is not None and start.value == end.value


def without_pandemic(record: IndicatorPicture, language: Language) -> str:
    """The change without pandemic years, where the main one starts or ends in such a year; else nothing."""
    if record.change is None or not record.change.pandemic:
        return ""
    words, other, years = PHRASES[language], record.ordinary_change, record.change.pandemic_years
    named = (words.pandemic_years if len(years) > 1 else words.pandemic_year).format(
        years=(" en " if language is Language.NL else " and ").join(str(year) for year in years)
    )
    if other is None:
        return words.pandemic_none.format(named=named)
    certainty = words.pandemic_not_judged
    if other.supported_direction:
        certainty = words.pandemic_supported
    elif other.reason is NotJudged.INSIDE_INTERVAL:
        certainty = words.pandemic_chance
    judged_same = other.supported_direction is None and other.reason is not NotJudged.BREAK
    same = judged_same and _looks_the_same(record, other)
    return (words.pandemic_same if same else words.pandemic).format(
        named=named,
        start=other.start,
        end=other.end,
        signed=amount(other, record.indicator.decimals, language, signed=True),
        certainty=certainty,
    )


def compared(comparison: Comparison, reference: Text, record: IndicatorPicture, language: Language) -> str:
    """How the area compares with its reference: higher or lower only where the interval carries it."""
    words = PHRASES[language]
    if comparison.supported is not None:
        template = words.higher if comparison.supported is Supported.UP else words.lower
    elif comparison.value == comparison.reference_value:
        template = words.equal
    else:
        template = words.near if comparison.interval else words.beside
    value = _with_unit(comparison.reference_value, record, language)
    return template.format(reference=reference.in_(language), period=comparison.period, value=value)
