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

    certainty: str
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
    pandemic_same: str
    pandemic_supported: str
    pandemic_chance: str
    pandemic_not_judged: str
    pandemic_none: str
    higher: str
    lower: str
    near: str
    equal: str
    beside: str
    ranked: str
    tied: str
    no_figures: str
    too_small: str
    no_spread: str
    pandemic_year: str
    pandemic_years: str
    amounts: dict[ChangeScale, str]
    reasons: dict[NotJudged, str]


DUTCH = Phrases(
    certainty=" ({parts})",
    margin="95%-marge {lower} tot {upper}",
    provisional="voorlopig cijfer",
    fall="Dat is een daling van {amount} sinds {start} (toen {before}).",
    rise="Dat is een stijging van {amount} sinds {start} (toen {before}).",
    rise_registered=(
        "Er is {amount} meer geregistreerd dan in {start} (toen {before}). "
        "Als je kijkt, zie je meer: dat betekent niet vanzelf dat het probleem groter is."
    ),
    fall_registered="Er is {amount} minder geregistreerd dan in {start} (toen {before}).",
    same="Dat is hetzelfde als in {start}.",
    about_same="Dat is ongeveer gelijk aan {start} (toen {before}): het verschil ({signed}) kan toeval zijn.",
    not_judged="In {start} was dat {before}. Het verschil ({signed}) is niet beoordeeld: {reason}.",
    no_earlier="Er is geen cijfer uit de vier jaren ervoor om mee te vergelijken.",
    pandemic=("{named}. Zonder coronajaren ({start}-{end}) was het verschil {signed}{certainty}."),
    pandemic_same="{named}. Zonder coronajaren ({start}-{end}) was er geen verschil.",
    pandemic_supported="",
    pandemic_chance=", en dat kan toeval zijn",
    pandemic_not_judged=", maar dat is niet beoordeeld",
    pandemic_none="{named}; zonder coronajaren is er niets om mee te vergelijken.",
    higher="In {period} lag het cijfer hoger dan in {reference}, waar het {value} was.",
    lower="In {period} lag het cijfer lager dan in {reference}, waar het {value} was.",
    near="In {period} was het cijfer in {reference} {value}; dat verschil kan toeval zijn.",
    equal="In {period} was het cijfer in {reference} even hoog.",
    beside="In {period} was het cijfer in {reference} {value}; dat verschil is niet beoordeeld.",
    ranked=(
        "Van hoog naar laag staat {area} op plaats {position} van de {compared} {group} "
        "waarvan een cijfer bekend is."
    ),
    tied="{position} (gedeeld)",
    no_figures="Voor {area} zijn geen cijfers beschikbaar.",
    too_small="In {area} wonen te weinig mensen om een cijfer per inwoner te geven.",
    no_spread="hoe ver de antwoorden uiteenlopen is niet bekend",
    pandemic_year="{years} was een coronajaar",
    pandemic_years="{years} waren coronajaren",
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
    certainty=" ({parts})",
    margin="95 % margin {lower} to {upper}",
    provisional="provisional figure",
    fall="That is a fall of {amount} since {start} (then {before}).",
    rise="That is a rise of {amount} since {start} (then {before}).",
    rise_registered=(
        "Registrations were {amount} higher than in {start} (then {before}). "
        "If you look, you see more: this does not by itself mean that the problem grew."
    ),
    fall_registered="Registrations were {amount} lower than in {start} (then {before}).",
    same="That is the same as in {start}.",
    about_same=(
        "That is about the same as in {start} (then {before}): the difference ({signed}) may be chance."
    ),
    not_judged="In {start} it was {before}. The difference ({signed}) is not judged: {reason}.",
    no_earlier="There is no figure from the four years before to compare with.",
    pandemic=("{named}. Without pandemic years ({start}-{end}) the difference was {signed}{certainty}."),
    pandemic_same=("{named}. Without pandemic years ({start}-{end}) there was no difference."),
    pandemic_supported="",
    pandemic_chance=", which may be chance",
    pandemic_not_judged=", which is not judged",
    pandemic_none="{named}; without pandemic years there is nothing to compare with.",
    higher="In {period} the figure was higher than in {reference}, where it was {value}.",
    lower="In {period} the figure was lower than in {reference}, where it was {value}.",
    near="In {period} the figure in {reference} was {value}; that difference may be chance.",
    equal="In {period} the figure in {reference} was the same.",
    beside="In {period} the figure in {reference} was {value}; that difference is not judged.",
    ranked=(
        "From high to low, {area} is number {position} of the {compared} {group} for which a figure is known."
    ),
    tied="{position} (shared)",
    no_figures="No figures are available for {area}.",
    too_small="Too few people live in {area} to give a figure per inhabitant.",
    no_spread="how far the answers differ is not known",
    pandemic_year="{years} was a pandemic year",
    pandemic_years="{years} were pandemic years",
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
