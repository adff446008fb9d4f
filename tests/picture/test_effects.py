# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether something helped: "we do not know" without a method, and a margin in plain words with one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from baken.model.errors import InputError
from baken.model.intervention import EffectMethod, EffectSize, EffectStatement
from baken.model.text import Text
from baken.picture.effects import counted_around, effect_sentence

from .helpers import EXAMPLE, MAASTRICHT, held, published

SAID = Text("Er is een proef gedaan (verzonnen).", "There was a trial (invented).")


def _stated(method: EffectMethod, *size: int) -> EffectStatement:
    found = (
        EffectSize(lower=Decimal(size[0]), percent=Decimal(size[1]), upper=Decimal(size[2])) if size else None
    )
    return EffectStatement(text=SAID, indicator="overlast", method=method, size=found)


@pytest.mark.requirement("COM-02")
def test_without_a_method_the_sentence_says_that_we_do_not_know() -> None:
    for statement in (None, _stated(EffectMethod.NONE)):
        said = effect_sentence(statement)
        assert "We weten het niet" in said.nl
        assert "We do not know" in said.en
        assert "%" not in said.nl


@pytest.mark.requirement("COM-02")
def test_a_comparison_tells_the_effect_with_its_margin() -> None:
    said = effect_sentence(_stated(EffectMethod.COMPARISON, -20, -12, -4))
    assert said.nl.endswith(
        "Vergeleken met gebieden zonder deze aanpak is het ongeveer 12 % lager. Het echte verschil ligt "
        "waarschijnlijk tussen 4 en 20 % lager."
    )
    assert "about 12 % lower. The true difference probably lies between 4 and 20 % lower." in said.en
    assert "weten we niet" not in said.nl


@pytest.mark.requirement("COM-02")
def test_a_difference_that_can_be_chance_has_no_direction() -> None:
    said = effect_sentence(_stated(EffectMethod.COMPARISON, -8, -3, 2))
    assert "geen verschil dat groter is dan toeval" in said.nl
    assert "tussen 8 % lager en 2 % hoger" in said.nl
    assert "We weten dus niet of er iets is veranderd." in said.nl
    assert "ongeveer" not in said.nl


@pytest.mark.requirement("COM-02")
def test_before_and_after_is_counted_and_does_not_name_a_cause() -> None:
    material = published(EXAMPLE).material
    work = next(one for one in material.municipality.interventions if one.id == "jongerenwerk-oost")
    counted = counted_around(material, work)
    assert [one.name.nl for one in counted] == ["Melding overlast jeugd"]
    said = effect_sentence(_stated(EffectMethod.BEFORE_AFTER), counted)
    before, after = counted[0].own_counts.pair
    assert f"Melding overlast jeugd in Voorbeeldwijk Oost: {before} in 2022 en {after} in 2025." in said.nl
    assert "Het echte verschil ligt waarschijnlijk tussen" in said.nl
    assert said.nl.endswith("Of dit door de aanpak komt, weten we niet: er kan meer veranderd zijn.")


def test_the_margin_of_the_counts_holds_what_was_planted() -> None:
    material = published(EXAMPLE).material
    work = next(one for one in material.municipality.interventions if one.id == "jongerenwerk-oost")
    fall = counted_around(material, work)[0].fall
    assert fall is not None
    assert fall.percent_lower < -40 < fall.percent_upper


def test_nothing_is_counted_in_a_part_of_a_real_municipality_outside_public_material() -> None:
    material = held(MAASTRICHT)
    work = replace(held(EXAMPLE).municipality.interventions[1], area="SD0935-oost")
    assert counted_around(material, work) == ()


def test_a_method_without_a_size_says_that_the_size_is_not_known() -> None:
    assert (
        "Hoe groot het verschil is en hoe zeker, is niet bekend."
        in effect_sentence(_stated(EffectMethod.COMPARISON)).nl
    )


def test_checks_that_find_more_are_never_said_to_make_it_worse() -> None:
    said = effect_sentence(None, controls=True)
    assert "Wie meer controleert, vindt meer." in said.nl


def test_a_size_without_a_study_and_a_margin_without_its_size_are_refused() -> None:
    with pytest.raises(InputError, match="has a size and was not studied"):
        _stated(EffectMethod.NONE, -20, -12, -4)
    with pytest.raises(InputError, match="does not hold its size"):
        _stated(EffectMethod.COMPARISON, -20, 12, -4)
