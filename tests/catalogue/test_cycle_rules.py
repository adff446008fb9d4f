# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the cycle are read, a municipality may rule otherwise, and what cannot be is refused."""

from __future__ import annotations

import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from baken.catalogue.catalogue import DATA
from baken.catalogue.cycle_rules import load_cycle_rules
from baken.model.cycle_rules import Backing
from baken.model.errors import InputError, NotHeldError


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The rules of the country, and the folder of one municipality without rules of its own."""
    (tmp_path / "nl" / "municipalities" / "GM0935").mkdir(parents=True)
    shutil.copy(DATA / "nl" / "cycle.yaml", tmp_path / "nl" / "cycle.yaml")
    (tmp_path / "nl" / "municipalities" / "GM0935" / "municipality.yaml").touch()
    return tmp_path


def backings(one: object) -> list[Backing]:
    if isinstance(one, Backing):
        return [one]
    if isinstance(one, tuple):
        return [found for part in one for found in backings(part)]
    if is_dataclass(one):
        return [found for part in fields(one) for found in backings(getattr(one, part.name))]
    return []


@pytest.mark.requirement("LAW-02", "LAW-04")
def test_both_duties_are_held_with_their_parties() -> None:
    goals, regional = load_cycle_rules().renewal
    assert (goals.years, goals.warn_months, goals.article) == (
        4,
        (12, 6, 3),
        "artikel 38b lid 1 Politiewet 2012",
    )
    assert (regional.years, [one.en for one in regional.adopted_by]) == (
        4,
        ["the mayors in the area of the regional unit", "the chief public prosecutor"],
    )


def test_every_rule_says_where_it_comes_from_and_none_passes_for_checked() -> None:
    found = backings(load_cycle_rules())
    assert len(found) == 17
    assert all(one.source for one in found)
    assert not any(one.checked for one in found)


def test_a_municipality_rules_otherwise_and_keeps_the_rest(copied: Path) -> None:
    own = copied / "nl" / "municipalities" / "GM0935" / "cycle.yaml"
    own.write_text(
        "plan: {title: {nl: 'Plan {term}', en: 'Plan {term}'}, years: 2, words: om de twee jaar,"
        " first: 'Q2 {year}', due: 'in {year}', backing: {source: raadsbesluit}}\n"
    )
    rules = load_cycle_rules("nl", "GM0935", copied)
    assert (rules.plan.years, rules.plan.backing.source) == (2, "raadsbesluit")
    assert rules.evaluation == load_cycle_rules("nl", "GM0001", copied).evaluation
    assert load_cycle_rules("nl", "GM0001", copied).plan.years == 1


def test_a_municipality_cannot_change_a_duty_of_the_law(copied: Path) -> None:
    (copied / "nl" / "municipalities" / "GM0935" / "cycle.yaml").write_text("renewal: []\n")
    with pytest.raises(InputError, match="'renewal' is not known here"):
        load_cycle_rules("nl", "GM0935", copied)


def test_a_country_without_rules_says_so() -> None:
    with pytest.raises(NotHeldError, match=r"'de'.*de/cycle\.yaml"):
        load_cycle_rules("de")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("years: 4\n    warn", "years: 0\n    warn", "no term of at least a year"),
        ("warn_months: [12, 6, 3]", "warn_months: [48]", "a warning outside of it"),
        ("first: Q2 {year}", "first: Q2", "names no year"),
        ("words: voor {start}", "words: ooit", "names no day"),
        ("years: 1", "years: 0", "whole number of at least one"),
        ("months_after: 3", "months_after: 0", "whole number of at least one"),
        ("remainder: 1", "remainder: 2", "no year leaves"),
        ("every: 2", "every: 0", "whole number of at least one"),
        ("days: 30", "days: 0", "whole number of at least one"),
        ("begin: 12, ready: 11", "begin: 12, ready: 13", "ready before it begins"),
        ("lead_months: 12", "lead_months: 10", "does not begin with the lead time"),
        ("after: [driehoek]", "after: [raad]", "follows one that does not stand before it"),
        ("id: concept", "id: raad", "follows one that does not stand before it"),
        ('{source: "Afspraak van Baken"}', '{source: " "}', "has no source"),
    ],
)
def test_what_cannot_be_is_refused_with_the_file(copied: Path, old: str, new: str, said: str) -> None:
    path = copied / "nl" / "cycle.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=rf"cycle\.yaml.*{said}"):
        load_cycle_rules("nl", "", copied)
