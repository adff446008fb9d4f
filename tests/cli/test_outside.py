# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken verify --outside`` and ``baken attack`` on an edition, for somebody without its workspace."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.edition.build import build
from baken.store.workspace import Workspace
from cli.conftest import Run

FOLDER = "protected/politie-misdrijven-2024"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with two tables of counts that its municipality keeps."""
    place = tmp_path_factory.mktemp("edition")
    hoods = sorted(code for code in load_register("GM0935").areas if code.startswith("BU"))
    rows = []
    for year in (2023, 2024):
        counts = {area: number * 7 % 9 for number, area in enumerate(hoods)}
        counts["GM0935"] = sum(counts.values())
        rows += [f"politie-misdrijven/1.1.1,{area},{year},{n},measured,count\n" for area, n in counts.items()]
    (place / "own.csv").write_text("indicator,area,period,value,status,unit\n" + "".join(rows), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("baken.web.render.render_site", lambda *_: iter([("index.html", b"<p>HIC</p>\n")]))
        patch.setattr("baken.edition.build.documents", lambda *_: iter(()))
        build(
            "GM0935",
            place / "edition",
            date(2026, 11, 21),
            [place / "own.csv"],
            Workspace(place / "workspace"),
        )
    return place / "edition"


@pytest.fixture
def edition(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "edition")
    return tmp_path / "edition"


def test_an_edition_is_verified_step_by_step(run: Run, edition: Path) -> None:
    answer = run("verify", "edition", "--outside")
    assert (answer.code, answer.err) == (0, "")
    steps = [line.partition(":")[0] for line in answer.out.splitlines()]
    assert steps == ["files", "certificates", "figures", "audit", "sources", "again", "edition"]
    assert "own tables of the municipality too (own.csv). Everything above stands." in answer.out
    assert answer.out.endswith("edition: all that an outsider can check holds\n")
    assert not (edition.parent / "workspace").exists()


def test_what_is_wrong_is_named_with_its_step(run: Run, edition: Path) -> None:
    path = edition / FOLDER / "table.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace(",0,rounded", ",5,rounded", 1), "utf-8")
    answer = run("verify", "edition", "--outside")
    assert answer.code == 1
    assert f"  {FOLDER}/table.csv: changed since it was built.\n" in answer.out
    assert "does not follow from the other cells" in answer.out
    assert "things wrong\n" in answer.out
    found = run("verify", "edition", "--outside", "--json")
    assert (found.code, found.json["holds"]) == (1, False)
    kinds = {step["name"]: [one["kind"] for one in step["findings"]] for step in found.json["steps"]}
    assert (kinds["files"], kinds["certificates"]) == (["changed"], ["proof"])


def test_what_is_no_edition(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("verify", "empty", "--outside").code == 2
    assert run("attack", "empty").code == 2


def test_every_table_of_an_edition_is_attacked(run: Run, edition: Path) -> None:
    answer = run("attack", "edition")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "politie-misdrijven-2023",
        "politie-misdrijven-2024",
    ]
    assert all(line.endswith("0 small ones fell.") for line in lines)
    found = run("attack", "edition", "--json").json
    assert set(found) == {"politie-misdrijven-2023", "politie-misdrijven-2024"}
    assert all(one["uncertain"] > 0 and not one["fallen"] for one in found.values())


def test_one_table_of_an_edition_is_attacked_with_what_else_is_known(run: Run, edition: Path) -> None:
    alone = run("attack", f"edition/{FOLDER}", "--json")
    assert (alone.code, alone.json["fallen"]) == (0, [])
    known = edition.parent / "known.csv"
    known.write_text("area,code,period,count\nelsewhere,1.1.1,2024,0\n", "utf-8")
    assert run("attack", f"edition/{FOLDER}", "--known", "known.csv").code in {0, 1}
    answer = run("attack", "edition", "--known", "known.csv")
    assert (answer.code, "other figures are known of one table" in answer.err) == (2, True)
