# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the generated sentences, one set per language. Plain words, short sentences.

"Stijging" and "daling" (rise and fall) stand only in the phrases for changes that the interval carries.
"""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.figure import NotJudged
from baken.model.indicator import ChangeScale
from baken.model.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Templates of one language; the names in braces are filled in by ``sentences``."""

    margin: str
    provisional: str
    fall: str
    rise: str
    rise_registered: str
    fall_registered: str
    same: str
    about_same: str
    not_judged: str
    no_earlier: str
    pandemic: str
    pandemic_supported: str
    pandemic_chance: str
    pandemic_not_judged: str
    pandemic_none: str
    higher: str
    lower: str
    near: str
    ranked: str
    no_figures: str
    amounts: dict[ChangeScale, str]
    reasons: dict[NotJudged, str]


DUTCH = Phrases(
    margin=" (95%-marge {lower} tot {upper})",
    provisional=" (voorlopig cijfer)",
    fall="Dat is een daling van {amount} sinds {start} ({before}).",
    rise="Dat is een stijging van {amount} sinds {start} ({before}).",
    rise_registered="Er is {amount} meer geregistreerd dan in {start} ({before}).",
    fall_registered="Er is {amount} minder geregistreerd dan in {start} ({before}).",
    same="Dat is evenveel als in {start}.",
    about_same="Dat is ongeveer gelijk aan {start} ({before}): het verschil ({signed}) kan toeval zijn.",
    not_judged="In {start} was dat {before}. Het verschil ({signed}) is niet beoordeeld: {reason}.",
    no_earlier="Er is geen eerder cijfer om mee te vergelijken.",
    pandemic=(
        "{year} was een coronajaar. Zonder coronajaren ({start}-{end}) was het verschil {signed}{certainty}."
    ),
    pandemic_supported="",
    pandemic_chance=", en dat kan toeval zijn",
    pandemic_not_judged=", niet beoordeeld",
    pandemic_none="{year} was een coronajaar; zonder coronajaren is er niets om mee te vergelijken.",
    higher="Dat is hoger dan in {reference} ({value}).",
    lower="Dat is lager dan in {reference} ({value}).",
    near="Dat is ongeveer gelijk aan {reference} ({value}).",
    ranked="Van de {compared} {group} met een cijfer staat {area} op plaats {position}, van hoog naar laag.",
    no_figures="Voor {area} zijn geen cijfers beschikbaar.",
    amounts={
        ChangeScale.PERCENT: "{number} %",
        ChangeScale.PERCENTAGE_POINTS: "{number} procentpunt",
        ChangeScale.POINTS: "{number} punt",
    },
    reasons={
        NotJudged.NO_INTERVAL: "de aantallen achter dit cijfer zijn niet bekend",
        NotJudged.NO_RESPONDENTS: "het aantal antwoorden is niet bekend",
        NotJudged.BREAK: "er is ondertussen anders geteld of gevraagd",
        NotJudged.INSIDE_INTERVAL: "het kan toeval zijn",
    },
)

ENGLISH = Phrases(
    margin=" (95 % margin {lower} to {upper})",
    provisional=" (provisional figure)",
    fall="That is a fall of {amount} since {start} ({before}).",
    rise="That is a rise of {amount} since {start} ({before}).",
    rise_registered="That is {amount} more registered than in {start} ({before}).",
    fall_registered="That is {amount} less registered than in {start} ({before}).",
    same="That is the same as in {start}.",
    about_same="That is about the same as in {start} ({before}): the difference ({signed}) may be chance.",
    not_judged="In {start} it was {before}. The difference ({signed}) is not judged: {reason}.",
    no_earlier="There is no earlier figure to compare with.",
    pandemic=(
        "{year} was a pandemic year. Without pandemic years ({start}-{end}) the difference was "
        "{signed}{certainty}."
    ),
    pandemic_supported="",
    pandemic_chance=", which may be chance",
    pandemic_not_judged=", not judged",
    pandemic_none="{year} was a pandemic year; without pandemic years there is nothing to compare with.",
    higher="That is higher than in {reference} ({value}).",
    lower="That is lower than in {reference} ({value}).",
    near="That is about the same as in {reference} ({value}).",
    ranked="Among the {compared} {group} with a figure, {area} ranks {position}, from high to low.",
    no_figures="No figures are available for {area}.",
    amounts={
        ChangeScale.PERCENT: "{number} %",
        ChangeScale.PERCENTAGE_POINTS: "{number} percentage points",
        ChangeScale.POINTS: "{number} points",
    },
    reasons={
        NotJudged.NO_INTERVAL: "the numbers behind this figure are not known",
        NotJudged.NO_RESPONDENTS: "the number of responses is not known",
        NotJudged.BREAK: "counting or asking changed in between",
        NotJudged.INSIDE_INTERVAL: "it may be chance",
    },
)

PHRASES = {Language.NL: DUTCH, Language.EN: ENGLISH}
