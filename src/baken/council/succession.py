# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How programmes follow one another: gaps, overlaps, the duty to renew in time, and terms unlike the rule."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from baken.council.fuzzy_dates import FuzzyDate, later
from baken.council.programmes import PlannedAdoption, Programme, StatedFrequency, same_subject
from baken.model.days import day_words
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalDuty:
    """A duty to adopt a plan at least once in so many years; configuration, to be checked against the law."""

    years: int = 4
    article: str = "artikel 38b lid 1 Politiewet 2012"
    kind: str = "programme"

    def __post_init__(self) -> None:
        if self.years < 1:
            raise ValueError("a duty to renew needs a term of at least a year")

    def due(self, adopted: date) -> date:
        """The last day for the next one."""
        return later(adopted, 12 * self.years)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """How one programme follows another.

    ``gap_days`` are the days without a programme in force: from the day after the end of ``before`` up to and
    including the day that ``after`` was adopted, or the last day before its term where that is later. With a
    loose date of adoption it is the gap at its latest day, and ``gap_least`` that at its earliest; otherwise
    they are equal. ``overlap_days`` are days on which both terms run.
    """

    before: Programme
    after: Programme
    gap_days: int
    gap_least: int
    overlap_days: int
    gap_start: date | None
    gap_end: date | None


def successions(
    programmes: Iterable[Programme], adopted: Mapping[str, date | FuzzyDate] | None = None
) -> tuple[Succession, ...]:
    """Return how the programmes of each kind and subject follow one another, in order of their start.

    Args:
        programmes: those of one municipality; each kind is a line of its own.
        adopted: by term (*2023-2026*), the day that a programme was adopted, or the loose date that is
            planned. A term without one counts from its first day.

    """
    lines: list[list[Programme]] = []
    for one in sorted(programmes, key=lambda one: (one.start, one.end)):
        line = next(
            (held for held in lines if held[-1].kind == one.kind and same_subject(held[-1], one)), None
        )
        if line is None:
            lines.append([one])
        else:
            line.append(one)
    return tuple(
        _succession(before, after, (adopted or {}).get(after.term))
        for line in lines
        for before, after in itertools.pairwise(line)
    )


def _succession(before: Programme, after: Programme, adopted: date | FuzzyDate | None) -> Succession:
    earliest, latest = (
        (adopted.earliest, adopted.latest) if isinstance(adopted, FuzzyDate) else (adopted, adopted)
    )
    most, end = _gap(before, after, latest)
    least, _ = _gap(before, after, earliest)
    overlap = (min(before.end, after.end) - after.start).days + 1
    return Succession(
        before=before,
        after=after,
        gap_days=most,
        gap_least=least,
        overlap_days=max(0, overlap),
        gap_start=before.end + timedelta(days=1) if most else None,
        gap_end=end if most else None,
    )


def _gap(before: Programme, after: Programme, adopted: date | None) -> tuple[int, date]:
    until = after.start - timedelta(days=1)
    if adopted is not None and adopted > before.end:
        until = max(until, adopted)
    return max(0, (until - before.end).days), until


def check_successions(
    found: Iterable[Succession], places: Mapping[str, Span] | None = None
) -> tuple[Remark, ...]:
    """Return a remark for each gap and overlap (``programme-gap``, ``programme-overlap``).

    ``places`` gives by term where in the text the date of adoption stands.
    """
    remarks = []
    for one in found:
        extra = [(places or {})[one.after.term]] if one.after.term in (places or {}) else []
        where = tuple(dict.fromkeys([*one.before.spans[:1], *one.after.spans[:1], *extra]))
        if one.gap_days:
            remarks.append(_gap_remark(one, where))
        if one.overlap_days:
            remarks.append(
                Remark(
                    rule="programme-overlap",
                    weight=Weight.WARNING,
                    message=Text(
                        f"{one.before.term} en {one.after.term} lopen {one.overlap_days} dagen door elkaar.",
                        f"{one.before.term} and {one.after.term} overlap by {one.overlap_days} days.",
                    ),
                    places=where,
                )
            )
    return tuple(remarks)


def _gap_remark(one: Succession, where: tuple[Span, ...]) -> Remark:
    up_to = one.gap_least != one.gap_days
    days_nl = f"tot {one.gap_days} dagen" if up_to else f"{one.gap_days} dagen"
    days_en = f"up to {one.gap_days} days" if up_to else f"{one.gap_days} days"
    start, end = day_words(one.gap_start), day_words(one.gap_end)
    return Remark(
        rule="programme-gap",
        weight=Weight.WARNING,
        message=Text(
            f"Tussen {one.before.term} en {one.after.term} is er {days_nl} geen programma van kracht "
            f"({start.nl} tot en met {end.nl}).",
            f"Between {one.before.term} and {one.after.term} there are {days_en} without a programme "
            f"in force ({start.en} up to and including {end.en}).",
        ),
        places=where,
        settle=Text(
            "Stel het programma eerder vast, of leg vast dat het oude zolang blijft gelden.",
            "Adopt the programme earlier, or decide that the old one stays in force until then.",
        ),
    )


def check_duty(
    adopted: date, planned: PlannedAdoption | FuzzyDate, duty: RenewalDuty | None = None
) -> Remark | None:
    """Return a warning where a planned adoption may come after the last day that a duty allows; None if not.

    ``duty-conflict``: the words allow a day that is too late. It is an error where even the earliest day is.
    """
    duty = duty or RenewalDuty()
    when = planned.when if isinstance(planned, PlannedAdoption) else planned
    if isinstance(planned, PlannedAdoption) and planned.kind != duty.kind:
        return None
    due = duty.due(adopted)
    if when.latest is None or when.latest <= due:
        return None
    late = (when.latest - due).days
    sure = when.earliest is not None and when.earliest > due
    last, until = day_words(when.latest), day_words(due)
    return Remark(
        rule="duty-conflict",
        weight=Weight.ERROR if sure else Weight.WARNING,
        message=Text(
            f"'{when.words}' loopt tot en met {last.nl}; de plicht ({duty.article}) vraagt een besluit "
            f"uiterlijk op {until.nl}: {late} dagen later.",
            f"'{when.words}' allows up to {last.en}; the duty ({duty.article}) asks for a decision by "
            f"{until.en}: {late} days later.",
        ),
        places=(when.span,),
        settle=Text(
            f"Laat de raad uiterlijk op {until.nl} besluiten.", f"Let the council decide by {until.en}."
        ),
    )


def check_frequencies(
    rules: Iterable[StatedFrequency], programmes: Iterable[Programme]
) -> tuple[Remark, ...]:
    """Return where the term of a plan is longer than a text says that plans of its kind are made for.

    The rules may come from another document than the programmes: the places are those of the programmes, and
    the words of the rule stand in the message (``plan-frequency``).
    """
    held = list(programmes)
    return tuple(_longer(tuple(rules), held))


def _longer(rules: tuple[StatedFrequency, ...], programmes: list[Programme]) -> Iterator[Remark]:
    for kind in dict.fromkeys(one.kind for one in rules):
        rule = min((one for one in rules if one.kind == kind), key=lambda one: one.years)
        for one in programmes:
            if one.kind != kind or one.years <= rule.years:
                continue
            yield Remark(
                rule="plan-frequency",
                weight=Weight.WARNING,
                message=Text(
                    f"'{one.words}' duurt {one.years} jaar; afgesproken is '{rule.words}' (om de "
                    f"{rule.years} jaar).",
                    f"'{one.words}' runs for {one.years} years; the rule is '{rule.words}' (every "
                    f"{rule.years} "
                    "years).",
                ),
                places=one.spans[:1],
            )


def check_planned(planned: Iterable[PlannedAdoption]) -> tuple[Remark, ...]:
    """Return where a text gives two different dates for the adoption of one kind of plan
    (``planned-dates``)."""
    remarks = []
    lines: dict[tuple[str, str], list[PlannedAdoption]] = {}
    for one in planned:
        lines.setdefault((one.kind, ""), []).append(one)
    for line in lines.values():
        first = line[0]
        for other in line[1:]:
            terms = {one.programme.term for one in (first, other) if one.programme}
            if len(terms) > 1 or (first.when.earliest, first.when.latest) == (
                other.when.earliest,
                other.when.latest,
            ):
                continue
            remarks.append(
                Remark(
                    rule="planned-dates",
                    weight=Weight.NOTE,
                    message=Text(
                        f"Hetzelfde moment heet '{first.when.words}' en '{other.when.words}'.",
                        f"The same moment is called '{first.when.words}' and '{other.when.words}'.",
                    ),
                    places=(first.when.span, other.when.span),
                )
            )
    return tuple(remarks)
