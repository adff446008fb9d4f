# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The texts and areas of a municipality's own records: none may point at a person or at no area."""

from __future__ import annotations

from collections.abc import Iterator

from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue
from baken.disclosure.personal.hits import WORDS, Kind
from baken.disclosure.personal.scan import scan_text
from baken.model.errors import InputError
from baken.model.policy import Municipality
from baken.model.text import Text
from baken.picture.own_contacts import check_contacts

_Said = tuple[str, str, tuple[Text | None, ...]]


def check_own_records(municipality: Municipality, register: AreaRegister) -> None:
    """Refuse records that hold personal data, or that are about an area that does not exist.

    What is known of themes about care is held to the same: nothing of a person comes in.

    Raises:
        InputError: names the record and the kind of personal data, and repeats nothing of it.

    """
    for name, area in _areas(municipality):
        if area and area not in register.areas:
            raise InputError(
                f"'{name}' is about the unknown area '{area}'.", where=f"municipalities/{municipality.code}"
            )
    check_contacts(municipality, register)
    for file, name, texts in _said(municipality):
        kind = personal_kind(municipality.country, *texts)
        if kind is not None:
            raise InputError(
                f"'{name}' holds personal data: {WORDS[kind].en}.",
                where=f"municipalities/{municipality.code}/{file}",
                do="Leave it out: say what happened and where, never who.",
            )


def check_casework(municipality: Municipality, catalogue: Catalogue) -> None:
    """Refuse counts of an unknown kind, and reserved counts where everybody who has the file can read them.

    Raises:
        InputError: names the kind and the month, and repeats no number.

    """
    for one in municipality.casework.counts:
        place = f"municipalities/{municipality.code}/casework.yaml"
        if one.kind not in catalogue.casework:
            raise InputError(f"'{one.kind}' is no kind of casework.", where=place)
        if not municipality.invented and catalogue.disclosure.reserved(one.kind):
            raise InputError(
                f"'{one.kind}' in {one.month} is for a few roles only, and this file is not.",
                where=place,
                do="Leave it out: there is no place yet that only these roles can read.",
            )


def personal_kind(country: str, *texts: Text | None) -> Kind | None:
    """The first kind of personal data in these texts, or nothing."""
    for text in texts:
        for words in (text.nl, text.en) if text else ():
            for hit in scan_text(words, country):
                return hit.kind
    return None


def _areas(municipality: Municipality) -> Iterator[tuple[str, str]]:
    yield from ((one.id, one.area) for one in municipality.events.incidents)
    yield from ((one.id, one.area) for one in municipality.intake.forms)
    yield from ((one.id, one.area) for one in municipality.professionals)
    yield from ((one.id, one.area) for one in municipality.residents)
    yield from ((f"a group of {one.since}", one.area) for one in municipality.casework.groups)


def _said(municipality: Municipality) -> Iterator[_Said]:
    """Every text that a person wrote, with its file and the record that it belongs to."""
    for event in municipality.events.incidents:
        yield "events.yaml", event.id, (Text(event.source, event.source), event.note)
    for one in municipality.events.demonstrations:
        yield "events.yaml", one.month or "demonstrations", (Text(one.source, one.source),)
    for count in municipality.casework.counts:
        yield "casework.yaml", f"{count.kind} {count.month}", (Text(count.source, count.source),)
    for form in municipality.intake.forms:
        reason = form.triage.reason if form.triage else None
        yield "phenomena.yaml", form.id, (form.what, form.role, reason)
    for stated in municipality.professionals:
        yield "professionals.yaml", stated.id, (stated.role, stated.what, stated.interpretation)
    for voice in municipality.residents:
        yield "residents.yaml", voice.id, (voice.what, voice.interpretation)
    for insight in municipality.insights:
        yield "insights.yaml", insight.id, (insight.interpretation,)
    for headline in municipality.headlines:
        yield "headline.yaml", f"version {headline.version}", (headline.text,)
    for score in municipality.tasks.scores:
        yield "tasks.yaml", score.task, (score.reason,)
    yield from _told(municipality)


def _told(municipality: Municipality) -> Iterator[_Said]:
    """What was written on communication and on what is planned."""
    plan = municipality.communication.plan
    if plan is not None:
        goals = tuple(one.name for one in plan.goals)
        yield "communication.yaml", "plan", (plan.title, *goals, *plan.audiences, plan.owner, plan.note)
    for number, step in enumerate(municipality.communication.planned, start=1):
        yield "communication.yaml", f"planned step {number}", (step.what, step.when)
