# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken build``, ``verify``, ``doctor`` and ``serve`` as a person meets them."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.request import urlopen

import pytest

from baken.picture.protection.material import own_digest
from cli.conftest import Run

BAKEN = [sys.executable, "-c", "from baken.cli import main; main()"]


@pytest.mark.requirement("SRC-21")
def test_two_builds_are_the_same_bytes(run: Run, tmp_path: Path, site: None) -> None:
    words = ("build", "GM0935", "--date", "2026-11-21", "--out")
    first, second = run(*words, "one"), run(*words, "two")
    assert (first.code, second.code, first.err) == (0, 0, "")
    assert first.out.startswith("one: GM0935 on 2026-11-21 (working edition): ")
    assert " 2 pages, 9 files, " in first.out
    contents = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    ]
    assert contents[0] == contents[1]
    assert {"figures.csv", "figures.json", "manifest.json"} <= {str(path) for path in contents[0]}


def test_verify_says_identical_differs_or_no_edition(run: Run, tmp_path: Path, site: None) -> None:
    run("build", "GM0935", "--out", "edition")
    good = run("verify", "edition")
    assert (good.code, good.out) == (0, "edition: identical, 9 files\n")
    table = tmp_path / "edition/figures.csv"
    lines = table.read_text().split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("hic,") and ",1.3," in line)
    lines[number] = lines[number].replace(",1.3,", ",1.4,")
    table.write_text("\n".join(lines))
    bad = run("verify", "edition")
    assert bad.code == 1
    assert f"figures.csv, line {number + 1}: changed since it was built.\n" in bad.out
    found = run("verify", "edition", "--json").json
    assert (found["identical"], [one["path"] for one in found["findings"]]) == (False, ["figures.csv"])
    (tmp_path / "empty").mkdir()
    assert run("verify", "empty").code == run("verify", "nowhere").code == 2


def test_an_own_table_is_kept_and_the_edition_verified_with_it(run: Run, tmp_path: Path, site: None) -> None:
    table = tmp_path / "eigen cijfers.csv"
    table.write_text(
        "indicator,area,period,value,status,unit\nhic,GM0935,2023,1.4,measured,per_1000_inhabitants\n"
    )
    assert run("build", "GM0935", "--figures", str(table), "--out", "edition").code == 0
    table.unlink()
    assert run("verify", "edition").code == 0
    (kept,) = (tmp_path / "workspace/snapshots").iterdir()
    shown = own_digest((tmp_path / "workspace/rounding.key").read_bytes(), kept.read_bytes())
    kept.unlink()
    gone = run("verify", "edition")
    assert gone.code == 1
    assert gone.out.startswith(f"eigen cijfers.csv ({shown}): this table is no longer in ")


def test_build_needs_a_directory(run: Run) -> None:
    assert "--out" in run("build", "GM0935").error_line


def test_doctor(run: Run) -> None:
    answer = run("doctor", "--json", "--area", "GM0935", "--date", "2026-11-21")
    assert (answer.code, answer.json["missing"]) == (0, [])
    (municipality,) = answer.json["municipalities"]
    ages = {one["indicator"]: one for one in municipality["indicators"]}
    assert (ages["hic"]["newest"], ages["hic"]["months"], ages["hic"]["current"]) == ("2021", 58, False)
    assert {"taken", "licence", "age_days"} <= municipality["sources"][0].keys()
    shown = run("doctor").out
    for word in (
        "Chromium",
        "LibreOffice",
        "PostgreSQL",
        "Voorbeeldstad (GM9999, invented)",
        "out of date: ",
    ):
        assert word in shown


def test_doctor_names_what_is_needed_and_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from baken.cli import checks

    monkeypatch.setattr(checks, "PURPOSES", {**checks.PURPOSES, "not-there": "a test"})
    answer = run("doctor")
    assert answer.code == 1
    assert "MISSING" in answer.out
    assert answer.out.endswith("needed and missing: not-there\n")


def test_doctor_knows_a_workspace_that_is_not_there(run: Run) -> None:
    answer = run("doctor", "--workspace", "nowhere", "--json")
    assert (answer.code, answer.json["missing"]) == (1, ["workspace"])


def test_doctor_knows_every_package_that_the_project_asks_for() -> None:
    from baken.cli.checks import PURPOSES

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert set(PURPOSES) == {line.split(">")[0].split("[")[0] for line in project["dependencies"]}


def serving(*words: str) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [*BAKEN, "serve", "--port", "0", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    line = process.stdout.readline()
    assert line.startswith("serving on http://127.0.0.1:"), process.communicate(timeout=30)
    return process, line.removeprefix("serving on ").strip()


def stopped(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert "Traceback" not in errors
    return process.returncode


def test_serve_an_edition(run: Run, tmp_path: Path, site: None) -> None:
    run("build", "GM0935", "--out", "edition")
    process, address = serving("--edition", "edition")
    try:
        with urlopen(address, timeout=20) as answer:
            assert answer.read() == b"<p>HIC</p>\n"
        with urlopen(f"{address}figures.csv", timeout=20) as answer:
            assert answer.read() == (tmp_path / "edition/figures.csv").read_bytes()
    finally:
        code = stopped(process)
    assert code == 0


def test_serve_the_live_site() -> None:
    pytest.importorskip("baken.web.wsgi", reason="the pages of baken.web cannot be imported")
    process, address = serving("--area", "GM0935", "--date", "2026-11-21")
    try:
        with urlopen(address, timeout=60) as answer:
            assert "Maastricht" in answer.read().decode()
    finally:
        stopped(process)


def test_a_port_in_use_is_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = run("serve", "--area", "GM0935", "--port", str(taken.getsockname()[1]))
    assert (answer.code, "already in use" in answer.error_line) == (2, True)


@pytest.mark.parametrize("port", ["x", "70000", "-1", "٣"])
def test_a_port_that_is_none(run: Run, port: str) -> None:
    answer = run("serve", "--area", "GM0935", f"--port={port}")
    assert (answer.code, "is not a port" in answer.error_line) == (2, True)


def test_serve_needs_an_edition(run: Run, tmp_path: Path) -> None:
    assert run("serve", "--edition", str(tmp_path)).code == 2
