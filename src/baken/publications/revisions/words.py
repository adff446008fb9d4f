# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between editions in plain sentences, in Dutch and English, from the records of the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from baken.model.errors import UsageError
from baken.model.number import format_number
from baken.model.period import Period
from baken.model.revision import (
    DefinitionRevision,
    EditionEntry,
    Revision,
    RevisionKind,
    Said,
)
from baken.model.text import Language, Text
from baken.publications.book.words import STATUS, day_in
from baken.publications.revisions import phrases

if TYPE_CHECKING:
    from baken.picture.material import Material

_MOST_DECIMALS = 6


def day_text(day: date) -> Text:
    """A day as people write it."""
    return Text(*(day_in(day, language) for language in Language))


def since_text(entry: EditionEntry) -> Text:
    """What the edition before one is called in a sentence."""
    if entry.since is None or entry.since == entry.on:
        return phrases.EARLIER_THAT_DAY
    day = day_text(entry.since)
    return Text(phrases.BEFORE.nl.format(day=day.nl), phrases.BEFORE.en.format(day=day.en))


def count_text(counts: dict[RevisionKind, int], definitions: int = 0) -> Text:
    """How many figures are new, changed, of another status and left out, and how many definitions changed."""
    return Text(*(_counted(counts, definitions, language) for language in Language))


def _counted(counts: dict[RevisionKind, int], definitions: int, language: Language) -> str:
    pairs = [(phrases.FIGURES[kind], counts.get(kind, 0)) for kind in RevisionKind] + [
        (phrases.DEFINITIONS, definitions)
    ]
    parts = [
        (one if number == 1 else more).in_(language).format(n=format_number(number, 0, language))
        for (one, more), number in pairs
        if number
    ]
    return ", ".join(parts)


def counts_of(revisions: tuple[Revision, ...]) -> dict[RevisionKind, int]:
    """How many figures changed in each way."""
    return {kind: sum(one.kind is kind for one in revisions) for kind in RevisionKind}


def summary(entry: EditionEntry) -> Text:
    """One edition in a sentence: how much changed since the one before."""
    if entry.since is None:
        return phrases.FIRST
    since = since_text(entry)
    form = phrases.NOT_HELD if not entry.compared else phrases.SAME if entry.is_empty else phrases.COMPARED
    parts = count_text(counts_of(entry.revisions), len(entry.definitions))
    said = Text(
        form.nl.format(since=since.nl, parts=parts.nl), form.en.format(since=since.en, parts=parts.en)
    )
    return Text(*(one[:1].upper() + one[1:] for one in (said.nl, said.en)))


def correction_text(entry: EditionEntry) -> Text | None:
    """What an edition corrects, in the words of whoever corrected it; nothing where it corrects nothing."""
    found = entry.correction
    if found is None:
        return None
    day = day_text(found.of)
    what, why = (_ended(one) for one in (found.what, found.why))
    form = phrases.CORRECTED
    return Text(
        form.nl.format(day=day.nl, what=what, why=why), form.en.format(day=day.en, what=what, why=why)
    )


def _ended(words: str) -> str:
    stripped = words.strip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."


def indicator_name(material: Material, name: str) -> Text:
    """What an indicator is called; its id where the catalogue no longer has it."""
    versions = material.catalogue.indicators.get(name)
    return versions[-1].name if versions else Text(name, name)


def measure(material: Material, name: str) -> Text:
    """What an indicator is called, with its unit."""
    versions, called = material.catalogue.indicators.get(name), indicator_name(material, name)
    if not versions:
        return called
    unit = material.catalogue.unit_of(versions[-1]).label
    return Text(f"{called.nl} ({unit.nl})", f"{called.en} ({unit.en})")


def area_name(material: Material, code: str) -> str:
    """What an area is called; its code where no register knows it."""
    area = material.register.areas.get(code)
    return area.name if area else code


def definition_sentence(material: Material, one: DefinitionRevision) -> Text:
    """What happened to a definition."""
    form = phrases.DEFINITION[one.kind]
    if one.kind is RevisionKind.CHANGED and one.before != one.after:
        form = phrases.VERSION
    name = indicator_name(material, one.indicator)
    words = {"now": one.after, "was": one.before}
    return Text(form.nl.format(name=name.nl, **words), form.en.format(name=name.en, **words))


def sentences(material: Material, revisions: Sequence[Revision]) -> tuple[Text, ...]:
    """What happened to each of these figures; a reason that all changes share is said once, at the end."""
    reasons = {_reason(material, one) for one in revisions if one.kind is RevisionKind.CHANGED}
    changes = sum(one.kind is RevisionKind.CHANGED for one in revisions)
    common = next(iter(reasons)) if len(reasons) == 1 and changes > 1 else None
    if common is None:
        return tuple(sentence(material, one) for one in revisions)
    return (*(bare_sentence(material, one) for one in revisions), common)


def sentence(material: Material, one: Revision) -> Text:
    """What happened to a figure: where and when, what it is and was, and why where that is known."""
    said, why = bare_sentence(material, one), _reason(material, one)
    return Text(f"{said.nl} {why.nl}", f"{said.en} {why.en}") if why else said


def bare_sentence(material: Material, one: Revision) -> Text:
    """What happened to a figure, without why."""
    return Text(*(_sentence(material, one, language) for language in Language))


def _sentence(material: Material, one: Revision, language: Language) -> str:
    place = {"area": area_name(material, one.area), "period": one.period}
    form, words = _form(one, _Numbers(material, one, language), language)
    return form.in_(language).format(**place, **words)


def _reason(material: Material, one: Revision) -> Text | None:
    """Why a figure changed, as far as that is known."""
    area = material.register.areas.get(one.area)
    reasons = phrases.REASONS | phrases.PROTECTED if area is None or area.level.is_part else phrases.REASONS
    why = reasons.get(one.reason)
    if why is None or one.kind is not RevisionKind.CHANGED:
        return None
    words = {"now": one.after.version if one.after else "", "was": one.before.version if one.before else ""}
    return Text(why.nl.format(**words), why.en.format(**words))


def _form(one: Revision, numbers: _Numbers, language: Language) -> tuple[Text, dict[str, str]]:
    was, now = one.before, one.after
    statuses = {"now": _status(now, language), "was": _status(was, language)}
    if one.kind is RevisionKind.WITHDRAWN:
        return (phrases.GONE_AS if now else phrases.GONE), statuses
    if now is None or now.value is None:
        return (
            phrases.UNSAID if one.kind in {RevisionKind.CHANGED, RevisionKind.NEW} else phrases.NO_VALUE
        ), statuses
    after = {"after": numbers.value(now)}
    if one.kind is RevisionKind.NEW:
        return phrases.NEW, after
    if one.kind is RevisionKind.STATUS:
        return phrases.STATUS, statuses | {"after": numbers.value(now, status=False)}
    if was is None or was.value == now.value:
        margins = {"now": numbers.margin(now), "was": numbers.margin(was)}
        return (phrases.MARGIN if margins["now"] != margins["was"] else phrases.STAYED), margins | after
    return phrases.CHANGED, after | {"before": numbers.value(was, status=False)}


def _status(said: Said | None, language: Language) -> str:
    if said is None:
        return phrases.ABSENT.in_(language)
    known = STATUS.get(said.status)
    return known.in_(language) if known else said.status


class _Numbers:
    """Prints the numbers of one revision, with as many decimals as it takes to see the difference."""

    def __init__(self, material: Material, one: Revision, language: Language) -> None:
        self._language = language
        self._decimals = _decimals(one, _usual_decimals(material, one))

    def value(self, said: Said, *, status: bool = True) -> str:
        """A value, with its status where it is not final."""
        number = format_number(said.value or 0, self._decimals, self._language)
        return (
            number
            if said.status == "measured" or not status
            else f"{number} ({_status(said, self._language)})"
        )

    def margin(self, said: Said | None) -> str:
        """The margin of a value."""
        if said is None or said.lower is None or said.upper is None:
            return phrases.NO_MARGIN.in_(self._language)
        ends = (
            format_number(one, max(self._decimals + 1, 1), self._language) for one in (said.lower, said.upper)
        )
        return phrases.TO.in_(self._language).format(lower=next(ends), upper=next(ends))


def _usual_decimals(material: Material, one: Revision) -> int:
    try:
        return material.catalogue.indicator(one.indicator, Period.parse(one.period).end).decimals
    except (UsageError, ValueError):
        return 0


def _decimals(one: Revision, usual: int) -> int:
    """The usual number of decimals, or more where two values would look alike."""
    was, now = (said.value if said else None for said in (one.before, one.after))
    if was is None or now is None or was == now:
        return usual
    different = (
        number
        for number in range(usual, _MOST_DECIMALS)
        if format_number(was, number, "en") != format_number(now, number, "en")
    )
    return next(different, _MOST_DECIMALS)
