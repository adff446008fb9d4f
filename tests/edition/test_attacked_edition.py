# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whole editions attacked from outside: with their files, and with all that is public beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from baken.edition.build import build
from baken.picture.material import load_material
from baken.replay.server import Replay
from baken.sources.contract import Ask
from baken.sources.fetch import Setting, fetch
from baken.store.reader import Reader
from baken.store.workspace import KEY, Workspace
from edition.attacker import Attacker, Key, Read, keys_of
from edition.conftest import ON, PAGES
from edition.neighbourhood_tables import CITY, OWN, own_table, police_counts, police_site
from edition.truth import Truth, attacked, misread

BASE, EXAMPLE, POLICE = 5, "GM9999", "politie_47018ned"
FETCHED = datetime(2026, 1, 31, 12, tzinfo=UTC)


@dataclass(frozen=True, eq=False)
class Attacked:
    """An edition, who attacks it, and what was true."""

    attacker: Attacker
    truth: Truth

    @property
    def held(self) -> list[Key]:
        """Every count of a year that is held of an area below the municipality."""
        areas = self.truth.material.register.areas
        return [key for key in self.truth.counts if areas[key[2]].level.is_part]


@contextmanager
def without_pages() -> Iterator[None]:
    """The figures are attacked here, and no page; so no page is made, and no sentence of one judged."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("baken.edition.build.check_own_text", lambda _: None)
        patched.setattr("baken.web.render.render_site", lambda *_: iter(PAGES.items()))
        patched.setattr("baken.edition.build.documents", lambda *_: iter(()))
        yield


def workspace_of(code: str, place: Path) -> Workspace:
    """A workspace whose secret is always the same, so that the test is."""
    made = Workspace(place / "workspace").create(code)
    (made.root / KEY).write_bytes(b"s" * 32)
    return made


def town_in(place: Path) -> Attacked:
    workspace = workspace_of(EXAMPLE, place)
    build(EXAMPLE, place / "edition", ON, workspace=workspace)
    truth = Truth(load_material(EXAMPLE, ON))
    return attacked_in(place / "edition", truth)


def attacked_in(edition: Path, truth: Truth) -> Attacked:
    register = truth.material.register
    return Attacked(Attacker(edition, register, truth.looked_up, truth.widened(BASE)), truth)


def city_in(place: Path) -> Attacked:
    """Maastricht with a fetched table of the police, which is public, and one of its own, which is not."""
    workspace = workspace_of(CITY, place)
    with Replay([police_site()]) as server:
        setting = Setting(base_url=server.url, now=lambda: FETCHED)
        fetch(workspace, POLICE, Ask(municipality=CITY, beside=("NL",)), setting)
    own = own_table(place / "eigen.csv")
    build(CITY, place / "edition", ON, [own], workspace)
    material = load_material(CITY, ON, [own], reader=Reader(workspace))
    return attacked_in(place / "edition", Truth(material, frozenset({POLICE})))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    with without_pages():
        return town_in(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    with without_pages():
        return city_in(tmp_path_factory.mktemp("city"))


def nothing_falls(one: Attacked) -> int:
    """That the attacker reads the edition rightly and recomputes nothing; how many counts were secret."""
    known = one.attacker.knowledge()
    assert misread(known, one.truth) == []
    secret = one.truth.small(keys_of(known), BASE)
    found = attacked(known, secret)
    assert [known.name(fallen.cell) for fallen in found.fallen] == []
    assert not len(found.undecided)
    return len(secret)


def test_of_voorbeeldstad_no_small_count_is_recomputed(town: Attacked) -> None:
    assert nothing_falls(town) >= 1000


def test_the_files_of_voorbeeldstad_hide_enough_and_tell_enough(town: Attacked) -> None:
    told = town.attacker.small_areas().bounds
    small = town.truth.small(town.held, BASE)
    hidden = [key for key in small if key not in told or told[key][0] < told[key][1]]
    assert hidden == list(small)
    assert len(hidden) >= 500
    others = [key for key in town.held if key not in small]
    published = [key for key in others if key in told]
    assert len(published) >= 0.7 * len(others)
    exact = [key for key in published if told[key][0] == told[key][1] == town.truth.counts[key]]
    assert len(exact) >= 0.45 * len(others)


def test_one_exact_sum_too_many_gives_a_small_count_away(town: Attacked) -> None:
    """The attack is no formality: of a district with one hidden count the exact sum may not be told."""
    told, register = town.attacker.small_areas().bounds, town.truth.material.register
    secret = town.truth.small(town.held, BASE)
    leak = Read("leak")
    for system, code, area, year in told:
        leaves = register.leaves(area, "cbs-wijken") if area.startswith("WK") else frozenset()
        parts = [(system, code, leaf, year) for leaf in leaves]
        hidden = [key for key in parts if key not in told or told[key][0] < told[key][1]]
        whole = (system, code, area, year)
        if len(parts) > 1 and len(hidden) == 1 and hidden[0] in secret and not leak.bounds:
            count = town.truth.count(whole)
            assert count is not None
            leak.say(whole, count, count)
            fell = hidden[0]
    known = town.attacker.knowledge([leak])
    assert fell in {keys_of(known)[one.cell] for one in attacked(known, secret).recomputed}


def test_of_maastricht_no_small_count_of_an_own_table_is_recomputed(city: Attacked) -> None:
    assert nothing_falls(city) >= 300


def test_of_maastricht_public_figures_stay_exact_and_own_ones_are_hidden(city: Attacked) -> None:
    told = city.attacker.small_areas().bounds
    for (kind, area, year), count in police_counts().items():
        # The total also counts a kind of which only the municipality has figures.
        if kind != "0.0.0":
            assert told["politie-misdrijven", kind, area, year] == (count, count)
    small = city.truth.small(city.held, BASE)
    assert {f"{key[0]}/{key[1]}" for key in small} == set(OWN)
    assert len(small) >= 300
    assert not [key for key in small if told[key][0] == told[key][1]]
    others = [key for key in city.held if key not in small]
    assert len([key for key in others if key in told]) >= 0.7 * len(others)


@pytest.mark.slow
@pytest.mark.parametrize("make", [town_in, city_in])
def test_with_its_pages_too_no_small_count_is_recomputed(
    make: Callable[[Path], Attacked], tmp_path: Path, real_site: None
) -> None:
    one = make(tmp_path)
    assert one.attacker.pages().bounds
    assert nothing_falls(one) >= 300
