# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for every command: exit codes, one line per error, the workspace, areas by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from baken import __version__
from baken.areas.load import find_area
from baken.cli import main
from baken.model.errors import PublicationError, UnknownAreaError, UsageError
from cli.conftest import Run

COMMANDS = ("build", "indicators", "add", "verify", "serve", "doctor", "init")


def test_version(run: Run) -> None:
    assert run("--version").out == f"baken {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_short_and_fits(run: Run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    assert len(shown.out.splitlines()) < 30
    assert f"\n  {command} " in run("--help").out


@pytest.mark.parametrize(
    "words", [("indicators", "--nope"), ("nope",), (), ("verify",), ("add", "--period", "2021")]
)
def test_wrong_use_is_exit_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2


@pytest.mark.parametrize("asked", ["Mastricht", "maastrich", "GM0936"])
@pytest.mark.parametrize("command", ["indicators", "build"])
def test_an_unknown_area_suggests_the_nearest(run: Run, command: str, asked: str) -> None:
    out = ("--out", "x") if command == "build" else ()
    answer = run(command, asked, *out)
    assert (answer.code, answer.out) == (2, "")
    assert f"unknown area '{asked}'" in answer.error_line
    assert "Maastricht (GM0935)" in answer.error_line


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("gm0935", ("GM0935", "GM0935")),
        (" Máastricht ", ("GM0935", "GM0935")),
        ("BINNENSTAD", ("GM0935", "BU09350000")),
        ("bu09350000", ("GM0935", "BU09350000")),
        ("sd0935-noord", ("GM0935", "SD0935-noord")),
        ("Voorbeeldwijk oost", ("GM9999", "SD9999-oost")),
    ],
)
def test_areas_are_found_by_code_and_name(asked: str, found: tuple[str, str]) -> None:
    assert find_area(asked) == found


def test_a_name_of_an_old_and_a_present_area_means_the_present_one() -> None:
    assert find_area("Noord-West")[1] == "SD0935-noord-west"
    assert find_area("SD0935-2007-noord-west")[1] == "SD0935-2007-noord-west"


def test_a_name_that_two_areas_bear_is_not_guessed(tmp_path: Path) -> None:
    for code in ("GM0001", "GM0002"):
        folder = tmp_path / "nl/municipalities" / code
        folder.mkdir(parents=True)
        (folder / "municipality.yaml").write_text(
            f"{{code: {code}, name: Stad {code}, country: nl, reference: NL, within: [], sources: [], "
            "programmes: [], themes: [], context: {nl: x, en: x}, "
            "peers: {id: p, label: {nl: x, en: x}, members: []}}"
        )
        (folder / "areas.csv").write_text(
            "code,name,level,valid_from,valid_to,x,y,note\n"
            f"{code},Stad {code},municipality,2020-01-01,,,,\n"
            f"SD-{code},Centrum,district,2020-01-01,,,,\n"
        )
    with pytest.raises(UsageError, match=r"'centrum' is the name of 2 areas.*SD-GM0001 .*SD-GM0002"):
        find_area("centrum", tmp_path)
    with pytest.raises(UnknownAreaError):
        find_area("zzzzzz", tmp_path)


def test_a_part_of_a_municipality_is_no_edition(run: Run) -> None:
    answer = run("build", "Binnenstad", "--out", "x")
    assert (answer.code, "Use Maastricht." in answer.error_line) == (2, True)


@pytest.mark.parametrize("verbose", ["-v", "--verbose"])
def test_verbose_shows_where(verbose: str) -> None:
    with pytest.raises(UnknownAreaError):
        main(["indicators", "Mastricht", verbose])


def test_an_edition_that_may_not_be_published_is_exit_1(
    run: Run, monkeypatch: pytest.MonkeyPatch, site: None
) -> None:
    def refuse(_: object) -> None:
        raise PublicationError("halt GM0935 2020 is an outlier without an annotation.")

    monkeypatch.setattr("baken.picture.picture.SafetyPicture.check_publishable", refuse)
    answer = run("build", "GM0935", "--out", "x")
    assert (answer.code, Path("x").exists()) == (1, False)
    assert "outlier" in answer.error_line


def test_init_and_the_area_of_the_workspace(run: Run, tmp_path: Path) -> None:
    assert run("init", "--area", "maastricht").code == 0
    assert 'area = "GM0935"' in (tmp_path / "workspace/baken.toml").read_text()
    assert run("indicators", "--json", "--period", "2021").json["area"] == "GM0935"
    assert run("init").code == 2
    assert "unknown area" in run("init", "--area", "xx", "--workspace", "other").error_line
    assert not (tmp_path / "other").exists()


def test_a_wrong_date(run: Run) -> None:
    answer = run("indicators", "GM0935", "--date", "31-12-2021")
    assert (answer.code, "2026-12-31" in answer.error_line) == (2, True)


def test_a_reader_that_stops_reading_is_no_error() -> None:
    command = (
        f"{sys.executable} -c 'from baken.cli import main; main()' indicators GM9999 --json | head -c 10"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_what_the_system_refuses_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer = run("init", "--workspace", "file/below")
    assert (answer.code, "not a directory" in answer.error_line) == (2, True)
