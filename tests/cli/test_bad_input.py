# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A wrong figure stops everything: one line that names file and row, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

HEADER = "indicator,area,period,value,status,unit\n"
GOOD = "hic,GM0935,2023,1.4,measured,per_1000_inhabitants\n"
HIC = "hic,GM0935,2022,{},measured,per_1000_inhabitants\n"
BAD = {
    "decimal comma": (HIC.format('"1,3"'), "decimal point"),
    "decimal comma that splits a cell": (HIC.format("1,3"), "decimal comma"),
    "missing unit": ("hic,GM0935,2022,1.3,measured,\n", "unit is missing"),
    "duplicate": (GOOD, "twice (first on line 2)"),
    "even survey year": ("onveilig-in-buurt,GM0935,2022,19.0,measured,percent\n", "not held in 2022"),
    "percentage over 100": ("onveilig-in-buurt,GM0935,2023,101,measured,percent\n", "0 to 100"),
    "mark below 1": ("rapportcijfer-veiligheid,GM0935,2023,0.5,measured,mark_1_10\n", "1 to 10"),
    "mark over 10": ("rapportcijfer-veiligheid,GM0935,2023,10.5,measured,mark_1_10\n", "1 to 10"),
    "Halt factor ten": ("halt,GM0935,2022,180,measured,per_1000_youth_12_17\n", "factor of ten"),
    "not UTF-8": ("overlast,GM0935,2022,1.3,measured,\xe9\n", "UTF-8"),
    "unclosed quote": ('"hic,GM0935,2022,1.3,measured,per_1000_inhabitants\n', "not comma-separated"),
    "blank without reason": ("hic,GM0935,2022,,measured,per_1000_inhabitants\n", "value is empty"),
    "unknown area": ("hic,GM0001,2022,1.3,measured,per_1000_inhabitants\n", "unknown area"),
}


@pytest.mark.parametrize("command", ["build", "indicators"])
@pytest.mark.parametrize("case", BAD)
@pytest.mark.requirement("SUB-03", "SUB-06", "TRAP-03", "TRAP-12")
def test_bad_input_is_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, case: str, command: str, site: None
) -> None:
    row, reason = BAD[case]
    table = tmp_path / "in" / "cijfers.csv"
    table.parent.mkdir()
    table.write_bytes((HEADER + GOOD + row).encode("latin-1" if case == "not UTF-8" else "utf-8"))
    out = ("--out", "edition") if command == "build" else ()
    answer = run(command, "GM0935", "--figures", str(table), *out)
    assert (answer.code, answer.out) == (2, "")
    assert answer.error_line.startswith("error: ")
    assert "cijfers.csv, line 3: " in answer.error_line
    assert reason in answer.error_line
    assert sorted(tmp_path.iterdir()) == [table.parent]


@pytest.mark.requirement("TRAP-02")
def test_gm_in_an_own_table_is_not_measured(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "eigen.csv"
    table.write_text(HEADER + "onveilig-in-buurt,GM0935,2022,GM,not_measured,percent\n", "utf-8")
    figures = run("indicators", "GM0935", "--figures", str(table), "--period", "2022", "--json").json[
        "figures"
    ]
    (one,) = [one for one in figures if one["indicator"] == "onveilig-in-buurt"]
    assert (one["value"], one["status"]) == (None, "not_measured")


def test_an_own_table_is_read(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "eigen.csv"
    table.write_text(HEADER + GOOD, "utf-8")
    figures = run("indicators", "GM0935", "--figures", str(table), "--period", "2023", "--json").json[
        "figures"
    ]
    (one,) = [one for one in figures if one["indicator"] == "hic"]
    assert one["value"] == 1.4
    assert any(name.startswith("eigen-tabel/eigen@") for name in one["snapshots"])


@pytest.mark.parametrize(
    ("names", "reason"), [(("nergens.csv",), "No such file"), (("a/x.csv", "b/x.csv"), "two tables")]
)
def test_tables_that_cannot_be_used(run: Run, tmp_path: Path, names: tuple[str, ...], reason: str) -> None:
    for name in names[: len(names) // 2 * 2]:
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(HEADER, "utf-8")
    words = [word for name in names for word in ("--figures", name)]
    answer = run("indicators", "GM0935", *words)
    assert (answer.code, reason in answer.error_line) == (2, True)


def test_a_figure_that_is_held_already(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "eigen.csv"
    table.write_text(HEADER + GOOD.replace("2023", "2021"), "utf-8")
    answer = run("indicators", "GM0935", "--figures", str(table))
    assert (answer.code, "held twice" in answer.error_line) == (2, True)
