# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Themes in a programme: who holds the portfolio, where a theme comes from, and what it is connected with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.model.cycle_papers import GoalLine, StageLine, ThemeLine
from baken.model.policy import ThemeKind
from baken.model.stages import THEME_STAGES
from baken.model.text import Language, Text
from baken.publications.book.model import Facts, Paragraph, Voice
from baken.publications.word.cycle.goals import shown_targets
from baken.publications.word.cycle.said import (
    cells,
    day_or_open,
    listed,
    missing,
    or_open,
    paragraphs,
    table,
)
from baken.publications.word.model import Block, Part

_KIND = Text("Soort", "Kind")
_KINDS = {
    ThemeKind.THEME: Text("thema", "theme"),
    ThemeKind.ATTENTION: Text("aandachtspunt", "point of attention"),
}
_HOLDER = Text("Portefeuillehouder", "Portfolio holder")
_ORIGINS = Text("Waar het thema vandaan komt", "Where the theme comes from")
_FIELDS = Text("Velden van de landelijke standaard", "Fields of the national standard")
_VISION = Text("Ambities uit {vision}", "Ambitions of {vision}")
_CHALLENGES = Text("Opgaven van de coalitie", "Challenges of the coalition")
_STAGES = Text("Levensloop", "Life")
_STAGE = Text("{stage} sinds {day}", "{stage} since {day}")
_SOCIAL = Text(
    "Raakvlakken met het sociaal domein: {topics}. Dit is achtergrond. Het bewijst niet waardoor "
    "onveiligheid ontstaat of afneemt.",
    "Where it meets the social domain: {topics}. This is background. It proves nothing about what makes "
    "safety rise or fall.",
)
_SDG_CAPTION = Text("Bijdrage aan de Global Goals (SDG's)", "Contribution to the Global Goals (SDGs)")
_SDG = Text("SDG {number}", "SDG {number}")
_THEMES = Text("Thema's", "Themes")
_INDICATORS = Text("Indicatoren", "Indicators")
_NO_SDG = Text("Geen thema noemt een SDG.", "No theme names an SDG.")
_NO_HOLDER = Text("{name}: geen portefeuillehouder ingevuld", "{name}: no portfolio holder filled in")
_NO_ORIGIN = Text("{name}: niet ingevuld waar het vandaan komt", "{name}: not filled in where it comes from")


def theme_part(theme: ThemeLine, vision: str, language: Language) -> Part:
    """One theme under its own heading."""
    return Part(theme.name, tuple(_blocks(theme, vision, language)), level=2)


def _blocks(theme: ThemeLine, vision: str, language: Language) -> Iterator[Block]:
    yield from paragraphs(theme.text)
    sdgs = (_SDG.in_(language).format(number=one) for one in theme.sdgs)
    pairs = (
        (_KIND, _KINDS[theme.kind].in_(language)),
        (_HOLDER, or_open(theme.portfolio_holder, language)),
        (_ORIGINS, listed(theme.origins, language)),
        (_FIELDS, listed(theme.fields, language)),
        (Text("SDG's", "SDGs"), listed(sdgs, language)),
        (_vision(vision), listed(theme.vision, language)),
        (_CHALLENGES, listed(theme.challenges, language)),
        (_STAGES, listed((_stage(one, language) for one in theme.stages), language)),
    )
    yield Facts(tuple((name.in_(language), said) for name, said in pairs))
    if theme.social:
        topics = "; ".join(theme.social)
        yield Paragraph(_SOCIAL.in_(language).format(topics=topics), Voice.NOTE)


def _vision(name: str) -> Text:
    return Text(_VISION.nl.format(vision=name), _VISION.en.format(vision=name))


def _stage(one: StageLine, language: Language) -> str:
    stage = THEME_STAGES[one.stage].in_(language)
    said = _STAGE.in_(language).format(stage=stage, day=day_or_open(one.since, language))
    return f"{said} ({one.reason})" if one.reason.strip() else said


def sdg_block(
    themes: tuple[ThemeLine, ...], goals: Iterable[GoalLine], language: Language, *, draft: bool
) -> Block:
    """Each SDG with the themes that name it and the indicators of their goals."""
    held = tuple(goals)
    numbers = sorted({each for one in themes for each in one.sdgs})
    if not numbers:
        return missing(_NO_SDG, language)
    rows = []
    for number in numbers:
        own = [one for one in themes if number in one.sdgs]
        ids = {one.id for one in own}
        names = dict.fromkeys(
            each.indicator for one in held if one.theme in ids for each in shown_targets(one, draft=draft)
        )
        sdg = _SDG.in_(language).format(number=number)
        rows.append(cells(sdg, "; ".join(one.name for one in own), listed(names, language)))
    return table(_SDG_CAPTION.in_(language), (Text("SDG", "SDG"), _THEMES, _INDICATORS), rows, language)


def theme_gaps(themes: Iterable[ThemeLine], language: Language) -> Iterator[str]:
    """Themes without a portfolio holder or an origin."""
    for one in themes:
        if not one.portfolio_holder.strip():
            yield _NO_HOLDER.in_(language).format(name=one.name)
        if not one.origins:
            yield _NO_ORIGIN.in_(language).format(name=one.name)
