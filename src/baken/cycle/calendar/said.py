# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the calendar says of duties and gaps: findings, the sentences at its head, a note for a transition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.council.succession import Succession, check_successions
from baken.cycle.calendar.duties import DutyTimer, conflict, doubt_of, kind_of
from baken.cycle.calendar.findings import CalendarFinding, of_remark, sources_of
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.phase import Phase
from baken.cycle.calendar.terms import Gap
from baken.model.cycle_rules import CycleRules
from baken.model.days import day_words
from baken.model.remark import Weight
from baken.model.text import Text


def planned_for(timer: DutyTimer, moments: Iterable[Moment], awaited: Iterable[str]) -> tuple[Moment, ...]:
    """What documents say about the next adoption that a duty asks for."""
    names = set(awaited)
    return tuple(
        one
        for one in moments
        if one.kind is kind_of(timer.rule) and one.basis is Basis.STATEMENT and one.about in names
    )


def duty_findings(
    timers: Iterable[DutyTimer], moments: Iterable[Moment], awaited: Iterable[str]
) -> Iterator[CalendarFinding]:
    """Duties that are overdue, that documents would break, or of which no document tells the last time."""
    held, names = tuple(moments), tuple(awaited)
    for timer in timers:
        if timer.due is None:
            yield CalendarFinding(
                rule="duty-unknown", weight=Weight.NOTE, message=timer.text, about=(timer.rule.id,)
            )
        elif timer.overdue:
            yield _overdue(timer)
        for one in planned_for(timer, held, names):
            remark = conflict(timer, one)
            if remark is not None:
                yield of_remark(remark, (one.id,), (one,))


def _overdue(timer: DutyTimer) -> CalendarFinding:
    rule, due, days = timer.rule, day_words(timer.due), -(timer.left or 0)
    doubt = doubt_of(rule)
    return CalendarFinding(
        rule="duty-overdue",
        weight=Weight.ERROR,
        message=Text(
            f"{rule.title.nl} moest uiterlijk op {due.nl} ({rule.article}{doubt.nl}): {days} dagen te laat.",
            f"{rule.title.en}: was due on {due.en} ({rule.article}{doubt.en}): {days} days overdue.",
        ),
        about=(rule.id,),
        sources=(rule.backing.source,),
    )


def gap_findings(
    gaps: Iterable[Gap], rules: CycleRules, moments: Iterable[Moment]
) -> Iterator[CalendarFinding]:
    """A note of each gap that was, and a warning of each one that runs or comes (``programme-gap``)."""
    held = tuple(moments)
    for one in gaps:
        names = (one.before.id, one.after.id) if one.after else (one.before.id,)
        said = [
            moment
            for moment in held
            if moment.kind is MomentKind.ADOPTION
            and moment.basis is Basis.STATEMENT
            and one.after
            and moment.about == one.after.id
        ]
        yield CalendarFinding(
            rule="programme-gap",
            weight=Weight.NOTE if one.settled else Weight.WARNING,
            message=gap_text(one),
            about=names,
            sources=sources_of(said),
            settle=None if one.settled else transition(one, rules),
        )


def overlap_findings(found: Iterable[Succession]) -> tuple[CalendarFinding, ...]:
    """Programmes of which both terms run (``programme-overlap``)."""
    return tuple(
        of_remark(remark, (one.before.term, one.after.term))
        for one in found
        for remark in check_successions((one,))
        if remark.rule == "programme-overlap"
    )


def gap_text(gap: Gap) -> Text:
    """A gap in a sentence: the days that it took, or from when it runs and how long it may take."""
    start = day_words(gap.start)
    if gap.settled:
        end, days = day_words(gap.until), _days(gap.least)
        year = f" in {gap.start.year}" if gap.until and gap.until.year == gap.start.year else ""
        return Text(
            f"{days.nl} zonder programma{year} ({start.nl} tot en met {end.nl}).",
            f"{days.en} without a programme{year} ({start.en} to {end.en}).",
        )
    after = gap.after.title if gap.after else Text("een nieuw programma", "a new programme")
    long = _how_long(gap)
    return Text(
        f"Geen programma van kracht vanaf {start.nl} totdat de raad {after.nl} heeft vastgesteld: {long.nl}.",
        f"No programme in force from {start.en} until the council has adopted {after.en}: {long.en}.",
    )


def _how_long(gap: Gap) -> Text:
    least = _days(gap.least)
    if gap.most is None:
        if gap.least == 0:
            return Text("niet bekend hoe lang", "not known how long")
        return Text(f"ten minste {least.nl}", f"at least {least.en}")
    most, until = _days(gap.most), day_words(gap.until)
    if gap.least == 0:
        return Text(
            f"hoogstens {most.nl} (tot en met {until.nl}), en geen als de raad eerder besluit",
            f"at most {most.en} (to {until.en}), and none if the council decides before",
        )
    return Text(
        f"{gap.least} tot {most.nl} (tot en met {until.nl})", f"{gap.least} to {most.en} (to {until.en})"
    )


def _days(count: int) -> Text:
    return Text(f"{count} {'dag' if count == 1 else 'dagen'}", f"{count} day{'s' * (count != 1)}")


def transition(gap: Gap, rules: CycleRules) -> Text:
    """A sentence by which the old programme stays in force, for a person to take over; it decides nothing."""
    after = gap.after.title if gap.after else Text("een nieuw programma", "a new programme")
    if gap.until:
        last = day_words(gap.until)
        end = Text(f"uiterlijk tot en met {last.nl}", f"up to {last.en} at the latest")
    else:
        end = Text(
            "met een einddatum die nog moet worden gekozen", "with a last day that is yet to be chosen"
        )
    before = gap.before.title
    return Text(
        rules.transition.nl.format(before=before.nl, after=after.nl, end=end.nl),
        rules.transition.en.format(before=before.en, after=after.en, end=end.en),
    )


def summary(
    phase: Phase, timers: Iterable[DutyTimer], gaps: Iterable[Gap], planned: Iterable[Moment]
) -> tuple[Text, ...]:
    """The calendar in a few sentences: the phase, the successor, the gap to come, and gaps that were."""
    name = Text("", "") if phase.term is None or not phase.years else phase.term.title
    lead = (
        Text(f"{name.nl}: {phase.text.nl}.", f"{name.en}: {phase.text.en}.")
        if phase.years
        else _capital(phase)
    )
    told = tuple(planned)
    due = [_successor(one, told) for one in timers if one.rule.kind == "programme" and one.due is not None]
    ordered = sorted(gaps, key=lambda one: (one.settled, one.start))
    return (lead, *due, *(gap_text(one) for one in ordered))


def _capital(phase: Phase) -> Text:
    return Text(*(f"{words[:1].upper()}{words[1:]}." for words in (phase.text.nl, phase.text.en)))


def _successor(timer: DutyTimer, planned: tuple[Moment, ...]) -> Text:
    due, rule, doubt = day_words(timer.due), timer.rule, doubt_of(timer.rule)
    against = _against(
        one for one in planned if timer.due and (one.latest is None or one.latest > timer.due) and one.words
    )
    return Text(
        f"Opvolger uiterlijk op {due.nl} bij een letterlijke lezing van de wet "
        f"({rule.article}{doubt.nl}){against.nl}.",
        f"Successor due {due.en} on a literal reading of the law ({rule.article}{doubt.en}){against.en}.",
    )


def _against(planned: Iterable[Moment]) -> Text:
    by_source: dict[str, list[str]] = {}
    for one in planned:
        by_source.setdefault(one.source, []).append(f"'{one.words}'")
    if not by_source:
        return Text("", "")
    nl, en = (
        f" {both} ".join(
            f" {both} ".join(words) + (f" ({source})" if source else "")
            for source, words in by_source.items()
        )
        for both in ("en", "and")
    )
    return Text(f", tegenover {nl}", f", against {en}")
