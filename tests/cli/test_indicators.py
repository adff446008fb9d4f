# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken indicators`` says what the sources say, and never a zero or a dash where they say nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import read_csv
from cli.conftest import Run

TABLE = Path(__file__).parents[2] / "src/baken/sources/raadsvoorstel_2023/figures.csv"
COLUMNS = ("indicator", "area", "period", "value", "status", "unit", "literal", "annotation")
PROPOSAL = [row for _, row in read_csv(TABLE, COLUMNS)]


@pytest.fixture
def figures(run: Run) -> list[dict[str, Any]]:
    answer = run("indicators", "GM0935", "--json")
    assert (answer.code, answer.err) == (0, "")
    found: list[dict[str, Any]] = answer.json["figures"]
    return found


def series(figures: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [one for one in figures if one["indicator"] == name]


@pytest.mark.requirement("OBJ-05", "OBJ-07", "OBJ-09", "OBJ-11", "OBJ-12", "OBJ-14", "OBJ-16", "OBJ-17")
def test_the_55_observations_of_the_proposal_stand_there_exactly(figures: list[dict[str, Any]]) -> None:
    names = {row["indicator"] for row in PROPOSAL}
    shown = {(one["indicator"], one["period"]): one for one in figures if one["indicator"] in names}
    assert len(shown) == len(PROPOSAL) == 55
    for row in PROPOSAL:
        one = shown[row["indicator"], row["period"]]
        assert one["label"] == load_catalogue().indicator(row["indicator"]).label.nl
        assert one["status"] == row["status"]
        assert one["literal"] == row["literal"]
        assert one["unit"] == row["unit"]
        assert "raadsvoorstel_2023" in {name.split("/")[0] for name in one["snapshots"]}
        # As text, so that 5.0 and 18 are what the source prints: with and without a decimal.
        assert ("" if one["value"] is None else str(one["value"])) == row["value"]
    assert [one["value"] for one in series(figures, "vermogensdelicten")] == [28.6, 22.1, 23.7, 14.3, 12.8]
    assert sum(one["kind"] == "objective" for one in shown.values()) == 40


@pytest.mark.requirement("TRAP-02", "SUB-05")
def test_gm_is_null_and_not_measured(figures: list[dict[str, Any]]) -> None:
    missing = [one for one in figures if one["literal"] == "GM"]
    assert [(one["period"], one["value"], one["status"]) for one in missing] == 3 * [
        ("2018", None, "not_measured"),
        ("2020", None, "not_measured"),
    ]


@pytest.mark.requirement("OBJ-04", "OBJ-06", "OBJ-08")
def test_composites_state_their_codes(figures: list[dict[str, Any]]) -> None:
    codes = {one["indicator"]: one["codes"] for one in figures}
    assert codes["vermogensdelicten"] == ["1.1.2", "1.2.4", "1.2.1", "1.2.2", "1.2.3"]
    assert codes["hic"] == ["1.1.1", "1.4.6", "1.4.7"]
    assert codes["overlast"] == ["E33", "E41", "E35", "E38"]


@pytest.mark.requirement("OBJ-02")
def test_every_figure_says_who_published_it_and_where_it_comes_from(figures: list[dict[str, Any]]) -> None:
    chain = {one["indicator"]: (one["publisher"], one["origin"]) for one in figures}
    assert chain["hic"] == ("waarstaatjegemeente.nl", "Politie")
    assert chain["halt"] == ("waarstaatjegemeente.nl", "Stichting Halt")


@pytest.mark.requirement("TRAP-17")
def test_a_rounded_rate_gives_a_range_of_counts_and_no_count(figures: list[dict[str, Any]]) -> None:
    hic = series(figures, "hic")[-1]
    assert (hic["precision"], hic["count"], hic["implied_count"]) == ("rate only", None, [151, 162])


def test_json_says_what_was_asked(run: Run) -> None:
    answer = run("indicators", "maastricht", "--json", "--period", "2021", "--date", "2023-01-31").json
    assert answer.keys() == {"municipality", "area", "date", "figures", "reviews", "caveats"}
    assert (answer["municipality"], answer["area"], answer["date"]) == ("GM0935", "GM0935", "2023-01-31")
    assert {one["period"] for one in answer["figures"]} == {"2021"}
    assert answer["reviews"] == answer["caveats"] == []


def test_a_passed_threshold_is_a_review(run: Run) -> None:
    (review,) = run("indicators", "GM9999", "--json").json["reviews"]
    assert (review["indicator"], review["value"] > review["threshold"]) == ("winkeldiefstal", True)


def test_true_counts_of_a_small_area_are_said_to_be_for_inside(run: Run, small_counts: Path) -> None:
    words = ("indicators", "BU09350000", "--period", "2022", "--figures", str(small_counts))
    (caveat,) = run(*words, "--json").json["caveats"]
    assert caveat["rule"] == "internal"
    lines = run(*words).out.splitlines()
    assert lines[-2:] == ["Lees hierbij:", f"- {caveat['nl']}"]
    assert "intern gebruik en niet om te publiceren" in lines[-1]
    assert run("indicators", "BU99990101", "--json").json["caveats"] == []


def test_a_neighbourhood_by_name_and_its_invention(run: Run) -> None:
    answer = run("indicators", "modelstation", "--json").json
    assert (answer["municipality"], answer["area"]) == ("GM9999", "BU99990002")
    assert answer["figures"]
    assert {one["invented"] for one in answer["figures"]} == {True}
    shown = run("indicators", "modelstation")
    assert "alle cijfers zijn verzonnen" in shown.out.splitlines()[0]


def test_the_table_is_dutch_and_has_words_where_there_is_no_value(run: Run) -> None:
    lines = run("indicators", "GM0935").out.splitlines()
    rows = [[cell.strip() for cell in line.strip("│").split("│")] for line in lines if line.startswith("│")]
    cells = {(row[0], row[1]): row[2:] for row in rows}
    hic = cells["slachtofferschap High Impact Crimes (HIC)", "2021"]
    assert hic == ["1,3", "1,1 tot 1,5", "gemeten", "per 1.000 inwoners"]
    mark = cells["Rapportcijfer veiligheid in buurt", "2018"]
    assert mark[:3] == ["niet gemeten", "niet van toepassing", "niet gemeten"]
    assert cells["Aantal verwijzingen Halt", "2021"][:2] == ["18", "niet bekend"]
    assert cells["Aantal verwijzingen Halt", "2020"][2] == "gemeten; uitschieter"
    assert not {cell for row in rows for cell in row} & {"-", "–", "—", "None", "nan", ""}
    notes = [line for line in lines if line.startswith("High impact crimes (HIC): ")]
    assert notes
    assert "nooit bij elkaar op" in " ".join(lines)


def test_every_status_has_a_word() -> None:
    from baken.cli.figure_table import STATUS
    from baken.model.observation import Life, Presence

    known = {"too_small", "estimated", *(one.value for one in Presence), *(one.value for one in Life)}
    assert STATUS.keys() == known - {"final"}


def test_nothing_held_is_said(run: Run) -> None:
    answer = run("indicators", "GM0935", "--period", "1999")
    assert (answer.code, "geen cijfers" in answer.out) == (0, True)


def test_the_small_answer_needs_no_heavy_packages() -> None:
    import subprocess
    import sys

    script = (
        "import sys\nfrom baken.cli import main\n"
        "try: main(['indicators', 'GM0935', '--json'])\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'scipy', 'django', 'rich', 'pydantic'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
