# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing passes the gate that tells of few people: each way around it is tried, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from baken.edition import gate
from baken.edition.build import build
from baken.model.area import AreaLevel
from baken.model.errors import PublicationError
from baken.model.observation import Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.material import with_snapshots
from baken.picture.protection.material import PublicMaterial, public_material
from baken.picture.protection.small import small_observations
from baken.store.workspace import Workspace
from edition import whole
from edition.conftest import ON
from edition.small_material import (
    AREA,
    ASSAULT,
    BURGLARY,
    OTHER,
    ROBBERY,
    SURVEY,
    counts,
    key,
    made,
    one,
    published,
    town,
    with_more,
)
from picture.helpers import EXAMPLE

FILES = {"index.html": b"<p>Voorbeeldstad</p>\n"}


def refusal(public: PublicMaterial) -> str:
    """What the gate says of material whose outputs are right; a refusal is one line."""
    with pytest.raises(PublicationError) as found:
        gate.passed(public, FILES, lambda _: FILES, key)
    line = str(found.value)
    assert "\n" not in line
    assert "Nothing was published." in line
    return line


def test_protected_figures_pass() -> None:
    assert set(gate.passed(town(), FILES, lambda _: FILES, key)) >= {"small-areas.csv", "audit.json"}


def recomputable() -> PublicMaterial:
    """The town, with one cell among those that nobody may learn that the figures give away."""
    cube = town().cubes[0]
    secret = cube.rounded.secret.copy()
    given = (cube.bounds.lower == cube.bounds.upper).reshape(secret.shape) & ~cube.rounded.told.known
    secret[tuple(np.argwhere(given)[0])] = True
    return replace(town(), cubes=(replace(cube, rounded=replace(cube.rounded, secret=secret)),))


def unregistered() -> PublicMaterial:
    """The town with a count of an area that no register knows."""
    material = town().material
    held = material.holdings.snapshots[0]
    more = replace(held, observations=(*held.observations, one("BU99999999", BURGLARY, 3)))
    return replace(town(), material=with_snapshots(material, (more,)))


def without_level() -> PublicMaterial:
    """The town, where no rule says that a neighbourhood may be published."""
    catalogue = town().material.catalogue
    rules = replace(catalogue.disclosure, levels={AreaLevel.DISTRICT: PeriodKind.YEAR})
    changed = replace(catalogue)
    changed.__dict__["disclosure"] = rules
    return replace(town(), material=replace(town().material, catalogue=changed))


def part_of_year(kind: PeriodKind, number: int) -> Observation:
    return one(AREA, "politie-misdrijven/1.2.1", 30, period=Period(kind, 2024, number))


FAULTS = {
    "a hidden count that can be recomputed": (recomputable, "not shown that the count of BU9999"),
    "an area that no register knows": (unregistered, "BU99999999 2024: no register knows this area"),
    "a level without a rule": (without_level, "no rule says that an area of level 'neighbourhood'"),
    "a protected category": (lambda: with_more(one(AREA, ASSAULT, 250)), "is about sexual offences"),
    "a month of a neighbourhood": (
        lambda: with_more(part_of_year(PeriodKind.MONTH, 3)),
        "2024-03 is shorter than a year",
    ),
    "a month of a neighbourhood, for signals": (
        lambda: with_more(months=[part_of_year(PeriodKind.MONTH, 3)]),
        "2024-03 is a month of a small area",
    ),
    "a count that is in no cube": (
        lambda: with_more(one(AREA, "politie-misdrijven/1.2.1", 30)),
        f"1.2.1 {AREA} 2024 is not a figure of the protected cubes",
    ),
    "a year that is in no cube": (
        lambda: with_more(one(AREA, BURGLARY, 30, period=Period(PeriodKind.YEAR, 2023))),
        f"{AREA} 2023 is not a figure of the protected cubes",
    ),
}


@pytest.mark.requirement("DEV-11")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_in_one_line_and_nothing_is_written(
    fault: str, out: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, words = FAULTS[fault]
    public = make()
    assert words in refusal(public)
    monkeypatch.setattr("baken.edition.build.public_material", lambda *_: public)
    with pytest.raises(PublicationError) as found:
        build("GM0935", out, ON, workspace=workspace)
    assert words in str(found.value)
    assert not out.parent.exists() or list(out.parent.iterdir()) == []


def test_a_quarter_of_a_neighbourhood_is_refused() -> None:
    assert "2024-Q1 is shorter than a year" in refusal(with_more(part_of_year(PeriodKind.QUARTER, 1)))


def hidden() -> Observation:
    """A count that is hidden: published as 0, and not known to be."""
    return next(
        each for each in small_observations(town().material) if each.spread and each.indicator == BURGLARY
    )


BESIDE = {
    "the true count in the field beside the value": {"count": 3},
    "a value with decimals": {"value": Decimal("0.3"), "count": None},
    "a smaller uncertainty": {"spread": 1},
    "another largest error": {"spread_limit": 3},
    "a denominator": {"denominator": 3},
    "a number of answers": {"respondents": 3},
    "a lower margin": {"lower": Decimal(3)},
    "an upper margin": {"upper": Decimal(3)},
    "the text of the source": {"literal": "3"},
    "a note": {"annotation": "Herzien: eerder 3 registraties."},
}


@pytest.mark.parametrize("way", BESIDE)
def test_no_number_hides_beside_a_protected_count(way: str) -> None:
    assert hidden().key[0] in refusal(with_more(replace(hidden(), **BESIDE[way])))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "way",
    [
        {"literal": "3"},
        {"annotation": "minder dan 5, namelijk 3"},
        {"denominator": 3},
        {"respondents": 3},
        {"spread": 3},
        {"lower": Decimal(3)},
    ],
)
def test_no_number_hides_where_there_is_no_value(way: dict[str, object]) -> None:
    gone = replace(hidden(), presence=Presence.MISSING, value=None, count=None, spread=0, spread_limit=0)
    gate.passed(with_more(gone), FILES, lambda _: FILES, key)
    assert "has no value, but" in refusal(with_more(replace(gone, **way)))  # type: ignore[arg-type]


def share(**more: object) -> Observation:
    return replace(
        one(AREA, SURVEY, "20.5", unit="percent", period=Period(PeriodKind.WAVE, 2023), respondents=150),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (share(respondents=99), "fewer than 100 answers"),
        (share(respondents=None), "fewer than 100 answers"),
        (share(literal="20,5 (3)"), "another number in it"),
        (share(annotation="waarvan 3 met aangifte"), "another number in it"),
        (share(denominator=3), "another number in it"),
        (share(indicator="hic"), "no share from a survey"),
        (one(AREA, "hic", "0.9", unit="per_1000_inhabitants"), "no share from a survey"),
    ],
)
def test_a_figure_that_is_no_count_is_a_share_of_enough_answers(figure: Observation, words: str) -> None:
    gate.passed(with_more(share(literal="20,5", annotation="meting van 2023")), FILES, lambda _: FILES, key)
    assert words in refusal(with_more(figure))


@pytest.mark.parametrize("way", [{"count": 3}, {"denominator": 3}, {"respondents": 3}])
def test_no_number_hides_beside_population(way: dict[str, object]) -> None:
    people = one(AREA, "bevolking/inwoners", 2500, unit="inhabitants")
    gate.passed(with_more(people), FILES, lambda _: FILES, key)
    assert "another number beside it" in refusal(with_more(replace(people, **way)))  # type: ignore[arg-type]


def test_what_is_held_with_numbers_beside_it_is_published_without_them() -> None:
    rows = [
        replace(each, annotation="Herzien: eerder 3.", literal="3", denominator=3, respondents=3)
        if each.area == AREA
        else each
        for each in counts()
    ]
    rows += [
        share(respondents=20, annotation="20 antwoorden"),
        share(area=OTHER, presence=Presence.MISSING, value=None, literal="3", annotation="te klein"),
        one(AREA, "hic", "0.9", unit="per_1000_inhabitants", respondents=150),
    ]
    public = public_material(made(rows), key)
    gate.passed(public, FILES, lambda _: FILES, key)
    of_area = {each.indicator: each for each in small_observations(public.material) if each.area == AREA}
    assert of_area["hic"].value is None
    assert all(not each.annotation and each.respondents is None for each in of_area.values())
    (gone,) = [each for each in small_observations(public.material) if each.annotation]
    assert (gone.annotation, gone.literal) == ("te klein", "")


def test_parts_of_two_divisions_that_overlap_are_refused() -> None:
    """Two districts less two others leave a single neighbourhood, of which nothing may be known."""
    numbers = {"SD9999-noord": 31, "SD9999-west": 41, "WK999901": 30, "WK999904": 40, "WK999905": 2}
    rows = [one(area, measure, n) for area, n in numbers.items() for measure in (BURGLARY, ROBBERY)]
    rows += [one(EXAMPLE, BURGLARY, 300), one(EXAMPLE, ROBBERY, 300)]
    assert "SD9999-noord and WK999901 may overlap" in refusal(public_material(made(rows), key))


def planted(path: str, content: bytes) -> bytes:
    """The content with one true small number in it, where it would be seen."""
    number = str(int(counts()[0].value or 0)).encode()
    if path.endswith(".html"):
        return content.replace(b"</main>", b"<p>" + number + b"</p></main>", 1)
    if path.endswith(".svg"):
        return content.replace(b"</svg>", b"<text>" + number + b"</text></svg>", 1)
    if path.endswith(".json"):
        return content.replace(b"{", b'{"true": ' + number + b",", 1)
    return content + number + b"\n" if path.endswith(".csv") else content + number


@pytest.mark.requirement("DEV-11")
def test_a_true_number_in_any_single_output_is_refused() -> None:
    files = whole.outputs()
    assert len(files) > 100
    assert {path.rpartition(".")[2] for path in files} >= {"html", "svg", "csv", "json", "css"}
    gate._check_outputs(files, files)
    for path, content in files.items():
        leaking = planted(path, content)
        assert leaking != content, path
        with pytest.raises(PublicationError, match="is not what the protected figures give") as found:
            gate._check_outputs(files | {path: leaking}, files)
        assert str(found.value).startswith(f"{path} is not")


def test_a_file_more_or_a_file_less_is_refused() -> None:
    for changed in (FILES | {"extra.txt": b"3"}, {}):
        with pytest.raises(PublicationError, match="something else went into it"):
            gate.passed(town(), changed, lambda _: FILES, key)


def test_shares_without_any_count_are_compared_too() -> None:
    public = public_material(made([share()]), key)
    assert not public.cubes
    with pytest.raises(PublicationError, match="something else went into it"):
        gate.passed(public, FILES, lambda _: {}, key)


def test_the_outputs_are_made_again_from_what_is_told_alone() -> None:
    """The material behind the second rendering holds of small areas what the file of the edition holds."""
    seen: list[Observation] = []

    def again(material: object) -> dict[str, bytes]:
        seen.extend(small_observations(material))  # type: ignore[arg-type]
        return FILES

    told = gate.passed(town(), FILES, again, key)["small-areas.csv"].decode()
    assert len(seen) == told.count("\n") - 1
    assert {each.key for each in seen} == {each.key for each in small_observations(town().material)}
    assert published(AREA, BURGLARY) in seen
