# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The layers of an area side by side, and two kinds of nuisance that cannot be added."""

from __future__ import annotations

import pytest

from baken.model.errors import CombinationError
from baken.picture.combine import add
from baken.picture.layers import layers_of

from .helpers import EXAMPLE, MAASTRICHT, bare, made_up, measured, period_of, picture

ALL = ("overlast", "meldingen", "beleving", "verloedering", "sociaal")
HOOD = "BU09350000"


@pytest.mark.requirement("RULE-18")
@pytest.mark.parametrize("area", ["SD9999-centrum", "BU99990000"])
def test_an_area_has_at_least_three_layers_and_those_without_a_figure_are_named(area: str) -> None:
    found = layers_of(picture(EXAMPLE), area)
    assert tuple(one.layer.id for one in found) == ALL
    assert [one.layer.id for one in found if one.is_held] == ["overlast", "sociaal"]
    for one in found:
        assert one.records or one.whole or one.missing
    assert [each.id for one in found for each in one.missing] == ["meldingen-afval", "meldingen-fietsen"]


@pytest.mark.requirement("RULE-18", "RULE-19")
def test_nuisance_reports_and_survey_stand_in_one_block_where_they_are_held() -> None:
    names = ("overlast", "meldingen-afval", "onveilig-in-buurt", "vernieling", "verward-gedrag")
    shown = made_up([measured(name, 2023, "8.0", area=HOOD, people=2000) for name in names])
    held = {one.layer.id: [record.indicator.id for record in one.records] for one in layers_of(shown, HOOD)}
    assert held == {
        "overlast": ["overlast"],
        "meldingen": ["meldingen-afval"],
        "beleving": ["onveilig-in-buurt"],
        "verloedering": ["vernieling"],
        "sociaal": ["verward-gedrag"],
    }


@pytest.mark.requirement("RULE-19")
def test_where_reports_to_the_municipality_are_not_held_the_layer_says_so() -> None:
    (reports,) = (one for one in layers_of(picture(MAASTRICHT), HOOD) if one.layer.id == "meldingen")
    assert not reports.is_held
    assert [one.id for one in reports.missing] == ["meldingen-afval", "meldingen-fietsen"]


@pytest.mark.requirement("DEV-10")
@pytest.mark.parametrize("name", ["meldingen-afval", "meldingen-fietsen"])
def test_reports_to_the_municipality_are_another_system_than_nuisance_of_the_police(name: str) -> None:
    catalogue = bare().catalogue
    police, reports = catalogue.indicator("overlast"), catalogue.indicator(name)
    assert police.id != reports.id
    assert police.system != reports.system
    assert not {*police.numerator, *police.covers} & {*reports.numerator, *reports.covers}
    shown = made_up([measured("overlast", 2023, "17.0"), measured(name, 2023, "40.0")])
    records = [shown.record("overlast", MAASTRICHT), shown.record(name, MAASTRICHT)]
    with pytest.raises(CombinationError, match=r"2 counting systems that cannot be added: .*municipality"):
        add(catalogue, records, period_of("overlast", 2023))
