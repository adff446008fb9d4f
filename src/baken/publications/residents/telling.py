# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One record in plain sentences. It says what the picture says, no more firmly, with the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baken.model.figure import Change, Comparison, Interval, NotJudged, Supported
from baken.model.finding import Tone
from baken.model.indicator import ChangeScale
from baken.model.number import format_number
from baken.model.observation import Life
from baken.model.offence import Initiative
from baken.model.plain import PlainWords
from baken.model.text import Language, Text
from baken.picture.series import IndicatorPicture
from baken.publications.residents import words


@dataclass(frozen=True, slots=True)
class Teller:
    """Says one record in one language. ``plain`` are its plain words; without them it is said in its own."""

    record: IndicatorPicture
    plain: PlainWords | None
    reference: Text
    language: Language

    @property
    def name(self) -> str:
        """What the indicator is called."""
        return self._in(self.plain.name if self.plain else self.record.indicator.name)

    @property
    def period(self) -> str:
        """The period of the newest figure."""
        latest = self.record.latest
        return str(latest.observation.period) if latest else ""

    @property
    def looked_for(self) -> bool:
        """Whether the police find some of it by looking."""
        return self.record.initiative in (Initiative.HAAL, Initiative.MIXED)

    def level(self) -> str:
        """The newest figure as one sentence."""
        latest = self.record.latest
        if latest is None or latest.value is None:
            return self._in(words.NO_FIGURE)
        form = self.plain.sentence if self.plain else self.record.indicator.sentence
        return self._in(form).format(period=self.period, value=self.bare(latest.value)) + "."

    def sign(self) -> str:
        """An arrow with its words, whether that is good, and whether the figure is old or not final."""
        parts = [self._arrow(), self._tone()]
        if not self.record.freshness.current:
            parts.append(self._in(words.IS_OLD))
        latest = self.record.latest
        if latest is not None and latest.observation.life is Life.PROVISIONAL:
            parts.append(self._in(words.IS_FIRST))
        return "; ".join(one for one in parts if one)

    def sentences(self) -> Iterator[str]:
        """What is said after the newest figure: before, elsewhere, how certain, and what nobody may miss."""
        yield self._before()
        yield from self._without_covid()
        yield from self._looking()
        yield from self._known()
        if self.plain and self.plain.note:
            yield self._in(self.plain.note)

    @property
    def unit(self) -> str:
        """What a figure is of, in words."""
        return self._in(words.UNITS.get(self.record.unit.id, self.record.unit.label))

    def word(self, direction: Supported | None) -> str:
        """More or less for what is counted; higher or lower for shares and marks."""
        pair = words.UP if direction is Supported.UP else words.DOWN
        return self._in(pair[0 if self.record.unit.change is ChangeScale.PERCENT else 1])

    def bare(self, value: Decimal) -> str:
        """A value as it is printed everywhere."""
        return format_number(value, self.record.indicator.decimals, self.language)

    def value(self, value: Decimal) -> str:
        """A value with the sign of a share."""
        share = self.record.unit.change is ChangeScale.PERCENTAGE_POINTS
        return f"{self.bare(value)} %" if share else self.bare(value)

    def start_value(self, change: Change) -> str:
        """What the figure was where a change starts."""
        found = self.record.at(change.start)
        return self.value(found.value) if found and found.value is not None else ""

    def _in(self, text: Text) -> str:
        return text.in_(self.language)

    def _arrow(self) -> str:
        change = self.record.change
        if change is None:
            return ""
        if change.supported_direction is not None:
            mark = words.SIGN_UP if change.supported_direction is Supported.UP else words.SIGN_DOWN
            return mark + self._in(words.SIGN_CHANGED).format(
                word=self.word(change.supported_direction), start=change.start
            )
        if change.reason is NotJudged.INSIDE_INTERVAL or self._prints_alike(change):
            return words.SIGN_SAME + self._in(words.SIGN_ABOUT).format(start=change.start)
        form = words.SIGN_CANNOT if change.reason is NotJudged.BREAK else words.SIGN_UNKNOWN
        return words.SIGN_UNJUDGED + self._in(form).format(start=change.start)

    def _tone(self) -> str:
        said = {Tone.FAVOURABLE: words.GOOD, Tone.UNFAVOURABLE: words.BAD}.get(self.record.tone)
        return self._in(said) if said else ""

    def _prints_alike(self, change: Change) -> bool:
        """Whether both figures are printed alike and no break lies between them."""
        start, end = self.record.at(change.start), self.record.at(change.end)
        alike = start is not None and end is not None and start.value == end.value
        return alike and change.reason is not NotJudged.BREAK

    def _before(self) -> str:
        change = self.record.change
        if change is None:
            return self._in(words.NO_EARLIER)
        if change.supported_direction is not None:
            form = words.COUNTED if self.looked_for else words.CHANGED
        elif self._prints_alike(change):
            form = words.SAME_AS
        else:
            form = words.ABOUT_SAME if change.reason is NotJudged.INSIDE_INTERVAL else words.BEFORE
        return self._in(form).format(
            word=self.word(change.supported_direction),
            start=change.start,
            before=self.start_value(change),
            reason=self._in(words.REASONS[change.reason or NotJudged.INSIDE_INTERVAL]),
        )

    def _without_covid(self) -> Iterator[str]:
        change, other = self.record.change, self.record.ordinary_change
        if change is None or not change.pandemic or _unjudged(change, other):
            return
        years = f" {self._in(words.AND)} ".join(str(year) for year in change.pandemic_years)
        yield self._in(words.COVIDS if len(change.pandemic_years) > 1 else words.COVID).format(years=years)
        if other is None:
            yield self._in(words.COVID_NONE)
            return
        if other.supported_direction is not None:
            also = other.supported_direction is change.supported_direction
            form = words.COVID_ALSO if also else words.COVID_OTHER
        elif self._prints_alike(other):
            form = words.COVID_SAME
        else:
            chance = other.reason is NotJudged.INSIDE_INTERVAL
            form = words.COVID_CHANCE if chance else words.COVID_UNKNOWN
        word = self.word(other.supported_direction)
        yield self._in(form).format(start=other.start, end=other.end, word=word)

    def _looking(self) -> Iterator[str]:
        """Of what the police find by looking: that it depends on how much they look."""
        if self.record.initiative is Initiative.MIXED:
            yield self._in(words.LOOKED_PART)
        elif self.record.initiative is Initiative.HAAL:
            yield self._in(words.LOOKED)
            if self.record.change is not None and self.record.change.observed_direction > 0:
                yield self._in(words.LOOKED_MORE)

    def _known(self) -> Iterator[str]:
        """How it is elsewhere and how exact it is; what is not known of both is said once."""
        latest, found = self.record.latest, self.record.comparison
        interval = latest.interval if latest else None
        reference = self._in(self.reference)
        if found is None and interval is None:
            yield self._in(words.NEITHER).format(reference=reference)
            return
        yield self._elsewhere(found) if found else self._in(words.THERE_UNKNOWN).format(reference=reference)
        yield self._margin(interval) if interval else self._in(words.NO_MARGIN)

    def _elsewhere(self, found: Comparison) -> str:
        if found.supported is not None:
            form = words.THERE_LESS if found.supported is Supported.UP else words.THERE_MORE
        elif found.value == found.reference_value:
            form = words.THERE_EQUAL
        else:
            form = words.THERE_NEAR if found.interval else words.THERE_UNJUDGED
        return self._in(form).format(
            reference=self._in(self.reference),
            value=self.value(found.reference_value),
            up=self.word(Supported.UP),
            down=self.word(Supported.DOWN),
        )

    def _margin(self, interval: Interval) -> str:
        digits = max(self.record.indicator.decimals, 1)
        sign = " %" if self.record.unit.change is ChangeScale.PERCENTAGE_POINTS else ""
        limits = (interval.lower, interval.upper)
        lower, upper = (format_number(one, digits, self.language) + sign for one in limits)
        form = words.MARGIN_ASKED if self.record.indicator.is_survey else words.MARGIN
        return self._in(form).format(lower=lower, upper=upper)


def _unjudged(change: Change, other: Change | None) -> bool:
    """Whether nothing is said of a change, with or without pandemic years: then there is nothing to add."""
    found = (change, other) if other else (change,)
    return all(
        one.supported_direction is None and one.reason is not NotJudged.INSIDE_INTERVAL for one in found
    )
