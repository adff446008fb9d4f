# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken crosswalk`` shows where municipalities went, converts figures, and names what is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from baken.areas.boundary_changes import BoundaryChanges, Municipality, Transfer
from baken.cli import crosswalk as command
from baken.cli.plain import PlainCommand
from baken.model.errors import BakenError

DAY = date(2021, 1, 1)
NAMES = {"GM0001": "Hier", "GM0002": "Daar", "GM0003": "Ginds", "GM0004": "Elders"}


def _transfer(giver: str, receiver: str, residents: int) -> Transfer:
    return Transfer(
        day=DAY, giver=giver, receiver=receiver, residents=Decimal(residents), dwellings=None, hectares=None
    )


CHANGES = BoundaryChanges(
    first=date(1988, 1, 1),
    last=date(2026, 6, 23),
    municipalities={
        code: Municipality(code=code, name=name, gone=DAY if code == "GM0002" else None)
        for code, name in NAMES.items()
    },
    transfers=(_transfer("GM0002", "GM0001", 50), _transfer("GM0003", "GM0004", 1)),
    renames=(),
)


def ask(monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    """What the command prints; errors are raised as they are."""
    monkeypatch.setattr(command, "_held", lambda place: CHANGES)
    app = typer.Typer()
    app.command("crosswalk", cls=PlainCommand)(command.crosswalk)
    answer = CliRunner().invoke(app, words)
    if answer.exception:
        raise answer.exception
    return answer.output


def json_of(monkeypatch: pytest.MonkeyPatch, *words: str) -> Any:
    import msgspec

    return msgspec.json.decode(ask(monkeypatch, *words, "--json"))


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return str(path)


def test_it_shows_what_changed_and_what_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(monkeypatch, "2020", "2021").splitlines() == [
        "Van de gemeenten op 1 januari 2020 naar die op 1 januari 2021; verdeeld naar inwoners.",
        "Daar (GM0002) -> Hier (GM0001): geheel",
        "Ginds (GM0003) -> Ginds (GM0003): aandeel niet bekend",
        "Ginds (GM0003) -> Elders (GM0004): aandeel niet bekend",
        "Niet bekend: Ginds (GM0003) -> Elders (GM0004) op 2021-01-01: "
        "de omvang van de afstaande gemeente vlak daarvoor is niet bekend.",
    ]
    assert ask(monkeypatch, "2021", "2026").endswith("Er is niets veranderd.\n")


def test_sizes_make_a_share_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sizes = written(tmp_path / "sizes.csv", "area,date,size", "GM0003,2021-01-01,40000")
    shown = ask(monkeypatch, "2020", "2021", "elders", "--sizes", sizes)
    assert "Ginds (GM0003) -> Elders (GM0004): minder dan 0,01\u00a0%" in shown
    assert "Elders (GM0004) -> Elders (GM0004): geheel" in shown
    assert "Hier" not in shown
    found = json_of(monkeypatch, "2020", "2021", "GM0003", "--sizes", sizes)
    assert [(one["to"], one["exact"]) for one in found["weights"]] == [
        ("GM0003", "39999/40000"),
        ("GM0004", "1/40000"),
    ]
    assert found["unknown"] == []


def test_figures_are_converted_and_a_missing_one_stays_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = written(tmp_path / "t.csv", "area,value", "GM0001,5", "GM0002,7.5", "GM0003,400", "GM0004,")
    shown = ask(monkeypatch, "2020", "2021", "--table", table)
    assert "Hier (GM0001): 12,5\n" in shown
    assert "Ginds (GM0003): ontbreekt; een aandeel is niet bekend\n" in shown
    assert "Elders (GM0004): ontbreekt; een aandeel is niet bekend; geen cijfer van GM0004\n" in shown
    sizes = written(tmp_path / "sizes.csv", "area,date,size", "GM0003,2021-01-01,100")
    shown = ask(monkeypatch, "2020", "2021", "Ginds", "--table", table, "--sizes", sizes)
    assert shown.splitlines()[1:] == ["Ginds (GM0003): 396 (1,01\u00a0% geschat)"]
    figures = json_of(monkeypatch, "2020", "2021", "--table", table, "--sizes", sizes)["figures"]
    assert {one["area"]: (one["value"], one["missing"]) for one in figures} == {
        "GM0001": (12.5, []),
        "GM0003": (396.0, []),
        "GM0004": (None, ["GM0004"]),
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("2020", "nu"), "'nu' is not a year"),
        (("2021-03", "2022"), "'2021-03' is not a year"),
        (("2020", "2021", "--by", "people"), "'people' is no measure. Known: residents, dwellings, hectares"),
        (("2020", "2021", "Hierr"), "unknown area 'Hierr'. Did you mean Hier?"),
        (("2021", "2020"), "goes forward in time"),
        (("2020", "2030"), "They are for 1988 to 2026"),
        (("2020", "2021", "--table", "no.csv"), "no.csv: the file cannot be read"),
    ],
)
def test_wrong_use_is_named(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str) -> None:
    with pytest.raises(BakenError) as caught:
        ask(monkeypatch, *words)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("option", "lines", "message"),
    [
        ("--table", ("area,value", "GM0001,x"), "line 2: 'x' is not a number"),
        ("--table", ("area,value", "GM0001,1", "GM0001,2"), "line 3: area GM0001 stands here twice"),
        ("--table", ("area,value", "NL01,1"), "NL01 is no municipality on 1 January 2020"),
        ("--sizes", ("area,date,size", "GM0001,2021,5"), "line 2: '2021' is not a date"),
        ("--sizes", ("area,date,size", "GM0001,2021-01-01,"), "line 2: '' is not a number"),
    ],
)
def test_a_wrong_row_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str, lines: tuple[str, ...], message: str
) -> None:
    with pytest.raises(BakenError) as caught:
        ask(monkeypatch, "2020", "2021", option, written(tmp_path / "file.csv", *lines))
    assert message in str(caught.value)
