# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the picture says of the indicators that a paper is about: sentences, each with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.cycle.flows import INDICATOR_FLOW
from baken.cycle.models import ActionRecord, Document, SteeringIndicator
from baken.cycle.papers.imprint import LANGUAGE
from baken.cycle.papers.linked import plans_of
from baken.cycle.papers.pictures import Held
from baken.model.cycle_papers import Sentence
from baken.model.stages import IndicatorStage
from baken.model.text import Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.records import source_of
from baken.publications.book.words import day_in

IN_USE = ("adopted",)
ON_TRIAL = ("proposed", "piloted")
"""Until an indicator is adopted only a draft shows it."""
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

    ``snapshots`` are the ids and checksums of all files that the figures come from: with them and the day the
    same figures can be made again.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An indicator that a paper is about: of the catalogue by its ``code``, or of the municipality itself."""

    code: str
    name: str
    stage: str = "adopted"
    scale: str = ""
    kind: str = ""


def wanted(one: SteeringIndicator) -> Wanted:
    """A steering indicator without the database."""
    return Wanted(code=one.code, name=one.name, stage=one.status, scale=one.scale, kind=one.kind)


def figures_of(indicators: Iterable[Wanted], held: Held) -> Figures:
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


def indicators_of(plan: Document, programme: Document | None, *, draft: bool) -> tuple[Wanted, ...]:
    """All that is steered by, and what the goals and actions of a plan name beside it.

    Those on trial belong to drafts only, whether or not a goal or an action names them.
    """
    rows = list(SteeringIndicator.objects.filter(withdrawn=False))
    known = {one.code for one in rows}
    actions = ActionRecord.objects.filter(withdrawn=False, plan__in=plans_of(plan)).exclude(indicator="")
    named = set(actions.values_list("indicator", flat=True))
    for goal in programme.goals.filter(withdrawn=False) if programme else ():
        named |= set(goal.indicators.values_list("code", flat=True))
    others = tuple(Wanted(code=code, name=code) for code in sorted(named - known))
    in_use = [wanted(one) for one in rows if one.status in IN_USE]
    trial = [wanted(one) for one in rows if draft and one.status in ON_TRIAL]
    return (*in_use, *others, *trial)


def _sentence(one: Wanted, picture: SafetyPicture) -> Sentence:
    if one.code not in picture.material.catalogue.indicators:
        return Sentence(_staged(one, _own(one)), "")
    record = picture.record(one.code, picture.material.municipality.code)
    text = record.sentence.in_(LANGUAGE) if record.sentence else one.name
    day = day_in(picture.material.on, LANGUAGE)
    source = source_of(picture, record) if record.figures else ""
    return Sentence(
        _staged(one, text), _SOURCE.in_(LANGUAGE).format(source=source, day=day) if source else ""
    )


def _staged(one: Wanted, text: str) -> str:
    """What is said of an indicator on trial begins with that."""
    stage = IndicatorStage(one.stage)
    if one.stage in IN_USE:
        return text
    return f"{INDICATOR_FLOW.labels[stage].in_(LANGUAGE).capitalize()}: {text}"


def _own(one: Wanted) -> str:
    """An indicator that the municipality made itself, such as one of cooperation, with its own scale."""
    scale = _OWN_SCALE.in_(LANGUAGE).format(scale=one.scale) if one.scale else _NO_SCALE.in_(LANGUAGE)
    if one.kind:
        scale = _MEASURED.in_(LANGUAGE).format(scale=scale, kind=one.kind)
    return _OWN.in_(LANGUAGE).format(name=one.name, scale=scale)
