# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The three strands of a theme: what figures show, what professionals state, and what residents say.

A strand in which nothing is known stays visible: its emptiness says that nobody was asked or nothing was
written down, not that nothing is the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.policy import Municipality
from baken.model.strand import ProfessionalStatement, ResidentVoice
from baken.picture.series import IndicatorPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class Strands:
    """What is known of one theme, by who knows it. Answers of residents to a survey are both: a figure of
    what residents said; they stand with the residents.

    Statements are shown once they are published; ``waiting`` says how many are on their way.
    """

    theme: str
    figures: tuple[IndicatorPicture, ...]
    professionals: tuple[ProfessionalStatement, ...]
    survey: tuple[IndicatorPicture, ...]
    residents: tuple[ResidentVoice, ...]
    waiting: int = 0

    @property
    def empty(self) -> tuple[str, ...]:
        """The strands in which nothing is known: ``figures``, ``professionals`` or ``residents``."""
        held = {
            "figures": self.figures,
            "professionals": self.professionals,
            "residents": (*self.survey, *self.residents),
        }
        return tuple(name for name, found in held.items() if not found)


def strands_of(
    municipality: Municipality, theme: str, records: tuple[IndicatorPicture, ...], on: date
) -> Strands:
    """The strands of a theme with these records, the newest of the statements published by a day first."""
    stated = [one for one in municipality.professionals if one.theme == theme]
    voices = [one for one in municipality.residents if one.theme == theme]
    waiting = sum(not one.is_published(on) for one in stated) + sum(
        not one.is_published(on) for one in voices
    )
    stated = [one for one in stated if one.is_published(on)]
    voices = [one for one in voices if one.is_published(on)]
    return Strands(
        theme=theme,
        figures=tuple(one for one in records if not one.indicator.is_survey),
        professionals=tuple(sorted(stated, key=lambda one: (one.recorded, one.id), reverse=True)),
        survey=tuple(one for one in records if one.indicator.is_survey),
        residents=tuple(sorted(voices, key=lambda one: (one.held, one.id), reverse=True)),
        waiting=waiting,
    )
