# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken signals`` on plain files, on the carried figures and on a workspace that was filled by fetching."""

from __future__ import annotations

import gzip
import io
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from analysis.making import BURGLARY, CITY, fetched
from baken.cli import analysis_show
from baken.methods import kernels
from baken.methods._threads import in_blocks
from baken.sources.clock import VARIABLE
from baken.store.workspace import Workspace
from fetch.making import V3, Publishers, State, replaying

from .conftest import Run

KEYS = {"period", "observed", "expected", "upper", "p", "score", "alarm"}


def wide(path: Path, rows: int = 4, columns: int = 120) -> Path:
    """Quiet series, of which the first ends in a wave."""
    counts = np.random.default_rng(4).poisson(6.0, (rows, columns))
    counts[0, -1] = 60
    lines = [",".join(["series", *(f"t{n + 1}" for n in range(columns))])]
    lines += [",".join(map(str, (n + 1, *row))) for n, row in enumerate(counts.tolist())]
    text = "\n".join((*lines, ""))
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_a_file_of_series_gives_the_fixed_record(run: Run, tmp_path: Path, name: str) -> None:
    path = wide(tmp_path / name)
    answer = run("signals", "--series", str(path), "--method", "noufaily_m", "--json")
    assert (answer.code, answer.err) == (0, "")
    record = answer.json
    assert [one["series"] for one in record["series"]] == [1, 2, 3, 4]
    assert {len(one["periods"]) for one in record["series"]} == {12}
    newest = record["series"][0]["periods"][-1]
    assert set(newest) == KEYS
    assert (newest["period"], newest["observed"], newest["alarm"]) == (120, 60, True)
    assert record["method"] == "noufaily_m"
    assert set(record["answer"]) == {"sentences", "caveats", "source", "snapshots"}


def test_weeks_are_judged_over_a_year_unless_asked(run: Run, tmp_path: Path) -> None:
    path = str(wide(tmp_path / "a.csv", 2, 400))
    record = run("signals", "--series", path, "--method", "noufaily", "--json").json
    assert [one["period"] for one in record["series"][0]["periods"]] == list(range(352, 401))
    record = run("signals", "--series", path, "--method", "noufaily", "--monitor", "3", "--json").json
    assert [one["period"] for one in record["series"][0]["periods"]] == [398, 399, 400]


def test_a_long_file_keeps_its_words_and_its_gaps(run: Run, tmp_path: Path) -> None:
    lines = ["series,period,count"]
    months = [f"{year}-{month:02d}" for year in range(2018, 2026) for month in range(1, 13)]
    lines += [f"noord,{month},{5 + n % 3}" for n, month in enumerate(months) if month != "2025-11"]
    (tmp_path / "a.csv").write_text("\n".join((*lines, "")), "utf-8")
    record = run("signals", "--series", "a.csv", "--json").json
    cells = record["series"][0]["periods"]
    assert record["series"][0]["series"] == "noord"
    assert [cell["period"] for cell in cells] == months[-12:]
    missing = cells[-2]
    assert (missing["observed"], missing["alarm"], missing["reason"]) == (None, None, "missing")


def test_a_short_file_is_judged_over_fewer_periods_and_says_so(run: Run, tmp_path: Path) -> None:
    path = str(wide(tmp_path / "a.csv", 3, 37))
    record = run("signals", "--series", path, "--json").json
    assert record["monitored"] == 11
    assert {cell["alarm"] for one in record["series"] for cell in one["periods"]} <= {True, False}
    said = run("signals", "--series", path).out
    assert "De reeksen zijn kort. Daarom is het aantal beoordeelde perioden 11." in said
    asked = run("signals", "--series", path, "--monitor", "12").out
    first, helped, judged, *_ = asked.splitlines()
    assert first.startswith("In t37 kon geen van de 3 reeksen worden beoordeeld: er zijn te weinig perioden")
    assert "(1, 2 en 3)" in first
    assert "(hooguit 11)" in helped
    assert judged.startswith("Aantal beoordeelde reeksen: 0,")
    assert "geen signaal" not in asked


def test_the_answer_in_words(run: Run, tmp_path: Path) -> None:
    path = str(wide(tmp_path / "a.csv"))
    said = run("signals", "--series", path).out
    assert "In t120: 1 signaal." in said
    assert "Signaal: reeks 1: 60 geregistreerd waar er" in said
    assert "Het is geen bewijs" in said
    english = run("signals", "--series", path, "--language", "en").out
    assert "Signal: series 1: 60 registered where" in english


def test_a_page_is_written_beside_the_answer(run: Run, tmp_path: Path) -> None:
    answer = run("signals", "--series", str(wide(tmp_path / "a.csv")), "--html", "page.html")
    assert answer.code == 0
    page = (tmp_path / "page.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "<svg" in page
    assert run("signals", "--series", "a.csv", "--html", "no/page.html").error_line.startswith(
        "error: no/page.html"
    )


def test_the_invented_town(run: Run) -> None:
    answer = run("signals", "Voorbeeldstad", "--indicator", BURGLARY, "--month", "2024-12", "--json")
    record = answer.json
    alarms = {one["area"] for one in record["signals"] if one["period"] >= "2024-10"}
    assert len(alarms & {"BU99990300", "BU99990301", "BU99990302"}) >= 2
    assert record["groups"][0]["area"] == "SD9999-zuid"
    assert "invented" in [one["rule"] for one in record["answer"]["caveats"]]


def test_a_workspace_is_asked_for_all_that_lies_in_the_area(run: Run, tmp_path: Path) -> None:
    fetched(tmp_path / "mine")
    record = run("signals", CITY, "--workspace", "mine", "--json").json
    assert len(record["series"]) == 12
    assert {"series", "periods", "area", "kind"} == set(record["series"][0])
    assert record["answer"]["snapshots"] == ["politie_47022ned/47022NED@2026-01-31"]
    only = run("signals", "BU09350001", "--indicator", BURGLARY, "--workspace", "mine", "--json").json
    assert [one["area"] for one in only["series"]] == ["BU09350001"]
    before = run("signals", CITY, "--workspace", "mine", "--date", "2025-06-15")
    assert before.code == 1
    assert "no monthly figures are held" in before.error_line


def test_what_was_fetched_can_be_judged_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(int(datetime(2026, 1, 31, 12, tzinfo=UTC).timestamp())))
    Workspace(tmp_path / "mine").create(CITY)
    months = tuple(f"{year}MM{month:02d}" for year in range(2019, 2026) for month in range(1, 13))
    publishers = Publishers(State(months=months, areas=("BU09350000", "BU09350001")))
    with replaying(publishers) as server:
        done = run("fetch", V3, "--area", CITY, "--base-url", server.url, "--workspace", "mine")
    assert done.code == 0
    record = run("signals", "--workspace", "mine", "--json").json
    assert {one["kind"] for one in record["series"]} == {"politie-misdrijven/0.0.0", BURGLARY}
    assert record["series"][0]["periods"][-1]["period"] == "2025-12"
    assert record["answer"]["snapshots"] == [f"{V3}/47022NED@2026-01-31"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--series", "a.csv", "--method", "magic"), "'magic' is no method. Known: pooled, noufaily"),
        (("--series", "a.csv", "--monitor", "many"), "--monitor is 'many', not a whole number of 1 or more"),
        (("--series", "a.csv", "--monitor", "500"), "500 periods are to be judged"),
        (("--series", "a.csv", "--per-year", "7"), "--per-year is '7'"),
        (
            ("--series", "a.csv", "--method", "noufaily", "--per-year", "12"),
            "noufaily is for 52 periods per year",
        ),
        (("--series", "a.csv", "--language", "fr"), "'fr' is no language here. Use nl or en."),
        (("--series", "a.csv", "--month", "2024-01"), "--month and --series cannot go together"),
        (("GM9999", "--series", "a.csv"), "an area and --series cannot go together"),
        (("--series", "no.csv"), "the file cannot be read"),
        (("GM9999", "--month", "2024"), "'2024' is not a month"),
        (("GM9999", "--indicator", "sfeer"), "unknown indicator 'sfeer'"),
        (("Atlantis",), "unknown area 'Atlantis'"),
        ((), "no area is given"),
    ],
)
def test_wrong_use_is_one_line(run: Run, tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    wide(tmp_path / "a.csv", 2, 60)
    answer = run("signals", *words)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.error_line


@pytest.mark.parametrize(
    "text", ["", "series\n", "\0", "series,t1\na,1,2\n", "a\tb\nc\td\n", "series,t1\na,ja\n"]
)
def test_a_file_that_is_no_table_is_one_line(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, "utf-8")
    answer = run("signals", "--series", "a.csv")
    assert (answer.code, answer.out) == (2, "")
    assert "a.csv" in answer.error_line


def test_nothing_held_is_exit_code_one(run: Run) -> None:
    answer = run("signals", CITY)
    assert (answer.code, answer.out) == (1, "")
    assert "baken fetch politie_47022ned" in answer.error_line


def test_a_long_wait_without_a_workspace_is_explained_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_show, "_LONG", 0.01)
    for kept, lines in ((None, 1), (Path("kernels"), 0)):
        monkeypatch.setattr(kernels, "kept_in", lambda kept=kept: kept)
        with analysis_show.working("signals"):
            time.sleep(0.2)
        assert capsys.readouterr().err.count("compiled anew each time") == lines


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_person_who_waits_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(analysis_show, "_A_WHILE", 0.01)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with analysis_show.working("signals"):
        in_blocks(lambda first, last: time.sleep(0.15), 4, threads=1)
    assert "signals" in screen.getvalue()
    assert " 50%" in screen.getvalue()
