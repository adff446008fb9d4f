# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the picture says of the indicators that a paper is about: sentences, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.cycle.models import ActionRecord, Document, SteeringIndicator
from baken.cycle.papers.imprint import LANGUAGE
from baken.cycle.papers.pictures import Held
from baken.model.cycle_papers import Sentence
from baken.model.text import Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.records import source_of
from baken.publications.book.words import day_in

IN_USE = ("adopted",)
IN_DRAFT = ("adopted", "proposed", "piloted")
"""Until an indicator is adopted only a draft shows it."""
_ON_TRIAL = Text("{stage}: {text}", "{stage}: {text}")
_SOURCE = Text("{source}; veiligheidsbeeld van {day}", "{source}; safety picture of {day}")
_OWN = Text(
    "{name} ({scale}): het veiligheidsbeeld heeft hiervan geen cijfers.",
    "{name} ({scale}): the safety picture has no figures of it.",
)
_OWN_SCALE = Text("eigen schaal: {scale}", "own scale: {scale}")
_NO_SCALE = Text("schaal nog niet bepaald", "scale not determined yet")
_MEASURED = Text("{scale}; gemeten met {kind}", "{scale}; measured by {kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The sentences, the day from which the picture looked, and what is not known.

    ``snapshots`` are the ids and checksums of all files that the figures come from: with them and the day the same
    figures can be made again.
    """

    sentences: tuple[Sentence, ...] = ()
    day: date | None = None
    snapshots: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The same as it is frozen."""
        return {
            "day": self.day.isoformat() if self.day else None,
            "snapshots": [{"id": name, "sha256": digest} for name, digest in self.snapshots],
            "sentences": [{"text": one.text, "source": one.source} for one in self.sentences],
        }


def figures_of(indicators: Iterable[SteeringIndicator], held: Held) -> Figures:
    """What the picture says of some indicators."""
    if held.picture is None:
        why = held.why.in_(LANGUAGE) if held.why else ""
        return Figures(unknown=(why,))
    picture = held.picture
    sentences = tuple(_sentence(one, picture) for one in indicators)
    return Figures(
        sentences=sentences,
        day=picture.material.on,
        snapshots=snapshots_of(picture),
    )


def snapshots_of(picture: SafetyPicture) -> tuple[tuple[str, str], ...]:
    """The files behind a picture, each with its checksum."""
    return tuple(sorted((one.id, one.sha256) for one in picture.material.snapshots))


def indicators_of(plan: Document, programme: Document | None, *, draft: bool) -> tuple[SteeringIndicator, ...]:
    """The indicators of a plan: of the goals of its programme and of its actions, or else all that are steered by.

    Those on trial belong to drafts only, whether or not a goal names them.
    """
    rows = SteeringIndicator.objects.filter(withdrawn=False, status__in=IN_DRAFT if draft else IN_USE)
    named = set(ActionRecord.objects.filter(withdrawn=False, plan=plan).values_list("indicator", flat=True))
    for goal in (programme.goals.filter(withdrawn=False) if programme else ()):
        named |= set(goal.indicators.values_list("code", flat=True))
    found = [one for one in rows if one.code in named or (draft and one.status != "adopted")]
    return tuple(found if any(one.status == "adopted" for one in found) else rows)


def _sentence(one: SteeringIndicator, picture: SafetyPicture) -> Sentence:
    if one.code not in picture.material.catalogue.indicators:
        return Sentence(_staged(one, _own(one)), "")
    record = picture.record(one.code, picture.material.municipality.code)
    text = record.sentence.in_(LANGUAGE) if record.sentence else one.name
    day = day_in(picture.material.on, LANGUAGE)
    source = source_of(picture, record) if record.figures else ""
    return Sentence(_staged(one, text), _SOURCE.in_(LANGUAGE).format(source=source, day=day) if source else "")


def _staged(one: SteeringIndicator, text: str) -> str:
    if one.status == "adopted" or one.flow is None:
        return text
    stage = next(label for state, label in one.flow.labels.items() if state == one.status).in_(LANGUAGE)
    return _ON_TRIAL.in_(LANGUAGE).format(stage=stage.capitalize(), text=text)


def _own(one: SteeringIndicator) -> str:
    """An indicator that the municipality made itself, such as one of cooperation, with its own scale."""
    scale = _OWN_SCALE.in_(LANGUAGE).format(scale=one.scale) if one.scale else _NO_SCALE.in_(LANGUAGE)
    if one.kind:
        scale = _MEASURED.in_(LANGUAGE).format(scale=scale, kind=one.kind)
    return _OWN.in_(LANGUAGE).format(name=one.name, scale=scale)


def sources(found: Figures) -> Iterator[str]:
    """Each source once."""
    yield from dict.fromkeys(one.source for one in found.sentences if one.source)
