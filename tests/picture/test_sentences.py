# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of sentence about every indicator: well formed, and no firmer than the figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from baken.model.figure import NotJudged, Supported
from baken.model.indicator import ChangeScale
from baken.model.observation import Life, Observation, Presence
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

from .helpers import MAASTRICHT, bare, made_up, made_up_break, measured, without_value

INDICATORS = tuple(sorted(bare().catalogue.indicators))
LAND = 17_000_000
# A break in 2022 or 2024 makes these start at a later year, so that no pandemic year is in the comparison.
COMPARED_LATER = {"geweld", "misdrijven-totaal"}
Maker = Callable[[str], SafetyPicture]
MOVES = re.compile(
    r"\b(stijg\w*|daal\w*|dalen|daling\w*|stijging\w*|rise\w*|rose|risen|fall\w*|fell)\b", re.I
)


def scale(name: str) -> ChangeScale:
    catalogue = bare().catalogue
    return catalogue.unit_of(catalogue.indicator(name)).change


def level(name: str, step: int) -> str:
    """A believable value, ``step`` small steps above the usual one."""
    base, size = {
        ChangeScale.PERCENT: (Decimal(20), Decimal("0.1")),
        ChangeScale.PERCENTAGE_POINTS: (Decimal(30), Decimal("0.1")),
        ChangeScale.POINTS: (Decimal("6.5"), Decimal("0.1")),
    }[scale(name)]
    if name == "halt":
        size = Decimal(1)
    return str(base + size * step)


def big(name: str) -> int:
    """How many small steps make a large change."""
    return {ChangeScale.PERCENT: 60, ChangeScale.PERCENTAGE_POINTS: 60, ChangeScale.POINTS: 15}[
        scale(name)
    ] // (6 if name == "halt" else 1)


def figures(name: str, *parts: tuple[int, int], **more: object) -> list[Observation]:
    """Figures of Maastricht as (year, steps), with counts and respondents unless ``more`` says otherwise."""
    settings = {"respondents": 4000} | more if scale(name) is not ChangeScale.PERCENT else more
    return [measured(name, year, level(name, step), **settings) for year, step in parts]  # type: ignore[arg-type]


def two(first: int, second: int, **more: object) -> Maker:
    """Two ordinary years; a step of 100 is a large change."""

    def make(name: str) -> SafetyPicture:
        parts = [(2023, first), (2025, second)]
        large = [(year, big(name) if step == 100 else step) for year, step in parts]
        return made_up(figures(name, *large, **more))

    return make


def with_break(severity: str, bias: str, first: int = 0, second: int = 100) -> Maker:
    def make(name: str) -> SafetyPicture:
        one = made_up_break(date(2024, 7, 1), severity, bias, (name,))
        catalogue = bare().catalogue
        parts = [(year, big(name) if step == 100 else step) for year, step in ((2023, first), (2025, second))]
        return made_up(figures(name, *parts), catalogue=replace(catalogue, breaks=(*catalogue.breaks, one)))

    return make


def series(*steps: int, years: tuple[int, ...], **more: object) -> Maker:
    def make(name: str) -> SafetyPicture:
        large = [big(name) if step == 100 else step for step in steps]
        return made_up(figures(name, *zip(years, large, strict=True), **more))

    return make


def against(step: int, **more: object) -> Maker:
    """One figure beside that of the country."""

    def make(name: str) -> SafetyPicture:
        here = big(name) if step == 100 else step
        own = figures(name, (2025, 0), **more)
        other = measured(name, 2025, level(name, here), area="NL", people=LAND, respondents=60_000)
        return made_up([*own, other])

    return make


def ranked(name: str) -> SafetyPicture:
    others = [
        measured(name, 2025, level(name, n), area=code) for n, code in enumerate(("GM0080", "GM0983"), 1)
    ]
    return made_up([*figures(name, (2025, 1)), *others])


def latest_missing(name: str) -> SafetyPicture:
    return made_up([*figures(name, (2023, 0)), without_value(name, 2025, Presence.MISSING)])


def all_missing(name: str) -> SafetyPicture:
    return made_up([without_value(name, year) for year in (2023, 2025)])


def few_people(name: str) -> SafetyPicture:
    return made_up([measured(name, 2025, level(name, 0), people=400)])


def from_zero(name: str) -> SafetyPicture:
    start = "1.0" if scale(name) is ChangeScale.POINTS else "0.0"
    respondents = None if scale(name) is ChangeScale.PERCENT else 4000
    return made_up([measured(name, 2023, start, respondents=respondents), *figures(name, (2025, 0))])


KINDS: dict[str, Maker] = {
    "up": two(0, 100),
    "down": two(100, 0),
    "up a little": two(0, 1),
    "down a little": two(1, 0),
    "same": two(0, 0),
    "up without counts": two(0, 100, people=None, respondents=None),
    "down without counts": two(100, 0, people=None, respondents=None),
    "same without counts": two(0, 0, people=None, respondents=None),
    "up rounded": two(0, 100, rounded=True),
    "provisional": two(0, 100, life=Life.PROVISIONAL),
    "stopped": with_break("stop", "unknown"),
    "stopped same": with_break("stop", "unknown", 0, 0),
    "along a break": with_break("caution", "up"),
    "against a break": with_break("caution", "up", 100, 0),
    "one figure": series(0, years=(2025,)),
    "old figure and a new one": series(100, 0, years=(2017, 2025)),
    "latest missing": latest_missing,
    "all missing": all_missing,
    "few people": few_people,
    "from zero": from_zero,
    "pandemic start, also without": series(0, 0, 100, years=(2021, 2023, 2025)),
    "pandemic start, chance without": series(0, 100, 100, years=(2021, 2023, 2025)),
    "pandemic start, little without": series(100, 0, 1, years=(2021, 2023, 2025)),
    "pandemic start, not judged without": series(
        100, 0, 100, years=(2021, 2023, 2025), people=None, respondents=None
    ),
    "pandemic end": series(100, 100, 0, years=(2017, 2019, 2021)),
    "pandemic start, nothing without": series(0, 100, years=(2021, 2023)),
    "above the country": against(-15),
    "below the country": against(100),
    "near the country": against(1),
    "same as the country": against(0),
    "not judged against the country": against(100, people=None, respondents=None),
    "ranked": ranked,
}


@cache
def record(name: str, kind: str) -> IndicatorPicture:
    return KINDS[kind](name).record(name, MAASTRICHT)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", INDICATORS)
def test_a_sentence_is_well_formed_and_no_firmer_than_the_figures(name: str, kind: str) -> None:
    shown = record(name, kind)
    assert shown.sentence
    for language in Language:
        text = shown.sentence.in_(language)
        assert text[0].isupper()
        assert text.endswith(".")
        assert not re.search(r"[{}]|\.\.|  |\s[.,;]|\(\s|\)\s*\(|None|nan|inf\b", text), text
        assert "veroorza" not in text
        assert "caused" not in text
        supported = shown.change is not None and shown.change.supported_direction is not None
        assert supported or not MOVES.search(text), text
        for sentence in re.split(r"(?<=\.) ", text):
            assert sentence[0].isupper() or sentence[0].isdigit(), sentence
    numbers_nl = re.findall(
        r"\d+[.,]\d+", shown.sentence.nl.replace("1.000", "").replace("100.000", "").replace("150.000", "")
    )
    numbers_en = re.findall(
        r"\d+[.,]\d+", shown.sentence.en.replace("1,000", "").replace("100,000", "").replace("150,000", "")
    )
    assert all("," in number for number in numbers_nl), shown.sentence.nl
    assert all("." in number for number in numbers_en), shown.sentence.en
    assert len(numbers_nl) == len(numbers_en)


@pytest.mark.parametrize("name", INDICATORS)
def test_the_words_of_a_supported_change_say_its_direction(name: str) -> None:
    for kind, direction, words in (
        ("up", Supported.UP, ("stijging", "meer")),
        ("down", Supported.DOWN, ("daling", "minder")),
    ):
        shown = record(name, kind)
        assert shown.change
        assert shown.sentence
        if scale(name) is ChangeScale.POINTS:
            assert shown.change.reason is NotJudged.NO_INTERVAL, "a mark has no interval"
            assert "niet beoordeeld" in shown.sentence.nl
        elif shown.change.reason is NotJudged.BREAK:
            assert "er is ondertussen anders geteld of gevraagd" in shown.sentence.nl
        else:
            assert shown.change.supported_direction is direction
            assert any(word in shown.sentence.nl for word in words)


@pytest.mark.parametrize("name", INDICATORS)
def test_every_kind_of_uncertainty_has_its_own_words(name: str) -> None:
    def said(kind: str) -> str:
        found = record(name, kind).sentence
        assert found
        return found.nl

    reason = "het aantal antwoorden" if bare().catalogue.indicator(name).is_survey else "de aantallen achter"
    mark = scale(name) is ChangeScale.POINTS
    assert "niet beoordeeld" if mark else "kan toeval zijn" in said("up a little")
    assert f"niet beoordeeld: {reason}" in said("up without counts")
    assert "niet beoordeeld: er is ondertussen anders geteld of gevraagd" in said("stopped")
    assert "Dat is hetzelfde als in 2023." in said("same")
    assert "hetzelfde" not in said("stopped same"), "the same number counted in another way is not the same"
    assert "Er is geen cijfer uit de vier jaren ervoor" in said("one figure")
    assert "Er is geen cijfer uit de vier jaren ervoor" in said("old figure and a new one")
    assert said("all missing") == "Voor Maastricht zijn geen cijfers beschikbaar."
    assert "2023" in said("latest missing")
    assert "2025" not in said("latest missing")
    assert "voorlopig cijfer" in said("provisional")
    assert "dat verschil is niet beoordeeld" in said("not judged against the country")
    assert "even hoog" in said("same as the country")
    assert "Van hoog naar laag staat Maastricht op plaats 2 (gedeeld) van de 3 gemeenten" in said("ranked")


@pytest.mark.parametrize("name", INDICATORS)
def test_a_pandemic_year_is_named_with_the_difference_without_it(name: str) -> None:
    named: set[str] = set()
    for kind in KINDS:
        if kind.startswith("pandemic"):
            shown = record(name, kind)
            assert shown.change
            assert shown.sentence
            if not shown.change.pandemic:
                assert shown.change.start.year not in (2020, 2021)
                continue
            named.add(kind)
            assert "2021 was een coronajaar" in shown.sentence.nl
            assert "2021 was a pandemic year" in shown.sentence.en
            assert re.search(r"[Zz]onder coronajaren", shown.sentence.nl)
            assert re.search(r"[Ww]ithout pandemic years", shown.sentence.en)
    assert named or name in COMPARED_LATER


def test_figures_that_are_printed_differently_are_never_called_the_same() -> None:
    """7.04 and 7.06 differ by less than a decimal but are printed as 7.0 and 7.1."""
    pair = [
        replace(measured("geweld", year, value, people=100_000), count=count)
        for year, value, count in ((2023, "7.0", 704), (2025, "7.1", 706))
    ]
    shown = made_up(pair).record("geweld", MAASTRICHT)
    assert shown.change
    assert shown.change.observed_change == 0
    assert shown.sentence
    assert "hetzelfde" not in shown.sentence.nl
    assert "(toen 7,0): het verschil (+0,3 %) kan toeval zijn." in shown.sentence.nl


def test_two_pandemic_years_are_both_named() -> None:
    found = made_up(figures("hic", (2020, 0), (2021, big("hic")))).record("hic", MAASTRICHT).sentence
    assert found
    assert found.nl.endswith(
        "2020 en 2021 waren coronajaren; zonder coronajaren is er niets om mee te vergelijken."
    )
    assert found.en.endswith(
        "2020 and 2021 were pandemic years; without pandemic years there is nothing to compare with."
    )


def test_a_mark_with_known_respondents_is_not_judged_for_want_of_its_spread() -> None:
    found = record("rapportcijfer-veiligheid", "up").sentence
    assert found
    assert found.nl.endswith("is niet beoordeeld: hoe ver de antwoorden uiteenlopen is niet bekend.")


def test_a_share_of_nothing_with_known_respondents_is_judged() -> None:
    shown = record("onveilig-in-buurt", "from zero")
    assert shown.change
    assert shown.change.supported_direction is Supported.UP


def test_a_figure_that_is_hidden_for_few_inhabitants_says_so() -> None:
    found = record("hic", "few people").sentence
    assert found
    assert found.nl == "In Maastricht wonen te weinig mensen om een cijfer per inwoner te geven."
    assert found.en == "Too few people live in Maastricht to give a figure per inhabitant."


def test_a_provisional_figure_with_a_margin_has_one_pair_of_brackets() -> None:
    shown = record("hic", "provisional")
    assert shown.sentence
    assert "(voorlopig cijfer; 95%-marge " in shown.sentence.nl
    assert "(provisional figure; 95 % margin " in shown.sentence.en


def test_a_change_is_said_in_its_own_scale() -> None:
    amounts = {
        "hic": "stijging van 30,0 % sinds 2023 (toen 20,0)",
        "onveilig-in-buurt": "stijging van 6,0 procentpunt sinds 2023 (toen 30,0 %)",
        "rapportcijfer-veiligheid": "(+1,5 punt) is niet beoordeeld",
    }
    for name, words in amounts.items():
        found = record(name, "up").sentence
        assert found
        assert words in found.nl
    zero = record("hic", "from zero").sentence
    assert zero
    assert "stijging van 20,0 sinds 2023 (toen 0,0)" in zero.nl, "no percentage of nothing, and no 'punt'"
