# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody with the edition alone sees that its tables hang together, and finds whatever was changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from baken.areas.load import load_register
from baken.disclosure.certificates.certificates import Certificates
from baken.edition.audit import Audit
from baken.edition.build import build
from baken.edition.manifest import read_manifest
from baken.edition.outside.verify import verify_outside
from baken.edition.verify import Difference, verify
from baken.store.workspace import Workspace
from edition.conftest import ON, PAGES
from edition.outsider import changed, sealed, table_text, with_count, with_manifest, with_proof

CODE, FOLDER = "politie-misdrijven/1.1.1", "protected/politie-misdrijven-2024"
OTHER = "politie-misdrijven/1.1.2"
MUNICIPALITY = "GM0935"
Found = set[tuple[str, Difference, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with one table, of counts that its municipality keeps, and the workspace beside it."""
    place = tmp_path_factory.mktemp("outside")
    hoods = sorted(code for code in load_register(MUNICIPALITY).areas if code.startswith("BU"))
    rows = []
    for step, code in ((7, CODE), (5, OTHER)):
        counts = {area: number * step % 11 for number, area in enumerate(hoods)}
        if code == OTHER:
            # Of one area this is not held.
            del counts[hoods[-1]]
        counts[MUNICIPALITY] = sum(counts.values()) + 12
        rows += [f"{code},{area},2024,{count},measured,count\n" for area, count in counts.items()]
    (place / "own.csv").write_text("indicator,area,period,value,status,unit\n" + "".join(rows), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("baken.web.render.render_site", lambda *_: iter(PAGES.items()))
        patch.setattr("baken.edition.build.documents", lambda *_: iter(()))
        build(MUNICIPALITY, place / "edition", ON, [place / "own.csv"], Workspace(place / "workspace"))
    return place


@pytest.fixture
def edition(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    shutil.copytree(made / "edition", tmp_path / "edition")
    return tmp_path / "edition"


def found(edition: Path) -> Found:
    """What an outsider finds: the step, the kind and the file."""
    return {
        (step.name, one.kind, one.path) for step in verify_outside(edition).steps for one in step.findings
    }


def said(edition: Path, step: str) -> str:
    """All that one step says, in words."""
    return " ".join(
        str(one) for each in verify_outside(edition).steps if each.name == step for one in each.findings
    )


def a_hidden_count(edition: Path) -> list[str]:
    """The codes of a rounded count of a neighbourhood that was published as none."""
    lines = (line.split(",") for line in table_text(edition, FOLDER))
    return next(one for one in lines if one[0].startswith("BU") and one[3:5] == ["0", "rounded"])


def test_an_untouched_edition_holds_without_a_workspace(edition: Path, made: Path) -> None:
    report = verify_outside(edition)
    assert (report.holds, report.findings) == (True, ())
    assert [one.name for one in report.steps] == [
        "files",
        "certificates",
        "figures",
        "audit",
        "sources",
        "again",
    ]
    assert report.steps[-1].notes == (
        "not made again: the edition rests on own tables of the municipality too (own.csv). "
        "Everything above stands.",
    )
    assert "1 tables: " in report.steps[1].text
    assert not (Path.cwd() / "workspace").exists()
    # Its owner makes the tables again, byte for byte.
    assert verify(edition, Workspace(made / "workspace")).identical


def test_a_changed_count_is_found_by_its_sums(edition: Path) -> None:
    area, code, period, *_ = a_hidden_count(edition)
    old = f"{area},{code},{period},0,rounded,0"
    changed(edition / FOLDER / "table.csv", old, old.replace(",0,r", ",5,r"))
    assert {
        ("files", Difference.CHANGED, f"{FOLDER}/table.csv"),
        ("certificates", Difference.PROOF, f"{FOLDER}/table.csv"),
    } <= found(edition)
    sealed(edition)
    assert ("certificates", Difference.PROOF, f"{FOLDER}/table.csv") in found(edition)
    assert "does not follow from the other cells" in said(edition, "certificates")


@pytest.mark.parametrize("proven", [False, True])
def test_a_count_changed_with_its_sums_is_not_what_is_published(edition: Path, *, proven: bool) -> None:
    area, code, period, *_ = a_hidden_count(edition)
    with_count(edition, FOLDER, (area, code, period), 5, proven=proven)
    seen = found(edition)
    assert ("figures", Difference.FIGURE, "small-areas.csv") in seen
    assert (("certificates", Difference.PROOF, f"{FOLDER}/certificates.npz") in seen) is not proven
    assert f"{area} 2024 is 0 here and 5 in {FOLDER}" in said(edition, "figures")


def test_a_changed_rule_is_found(edition: Path) -> None:
    changed(edition / FOLDER / "rule.json", '"largest_error": 10', '"largest_error": 15')
    sealed(edition)
    assert ("certificates", Difference.PROOF, f"{FOLDER}/certificates.npz") in found(edition)
    assert "'largest_error' is not what" in said(edition, "audit")


def another_table(given: Certificates) -> Certificates:
    return replace(given, table=given.table + 1)


def another_step(given: Certificates) -> Certificates:
    return replace(given, step=given.step + np.eye(1, len(given.step), dtype=np.int64)[0])


def one_less(given: Certificates) -> Certificates:
    return replace(given, cells=given.cells[1:], low=given.low[1:], high=given.high[1:])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (another_table, "does not agree with what is told"),
        (another_step, "move"),
        (one_less, "there is no certificate for the count of"),
        (lambda given: replace(given, made_for="0" * 64), "made for other published figures"),
    ],
)
def test_a_changed_certificate_is_found(
    edition: Path, change: Callable[[Certificates], Certificates], words: str
) -> None:
    with_proof(edition, FOLDER, change)
    assert {one[:2] for one in found(edition)} == {("certificates", Difference.PROOF)}
    assert words in said(edition, "certificates")


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip"])
def test_certificates_that_cannot_be_read(edition: Path, content: bytes) -> None:
    (edition / FOLDER / "certificates.npz").write_bytes(content)
    sealed(edition)
    assert ("certificates", Difference.PROOF, f"{FOLDER}/certificates.npz") in found(edition)


def test_a_changed_figure_is_in_no_table(edition: Path) -> None:
    area, code, *_ = a_hidden_count(edition)
    path = edition / "small-areas.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(f"politie-misdrijven/{code},{area},2024,"))
    row = lines[at].split(",")
    row[7], row[10] = "5", "5"
    lines[at] = ",".join(row)
    path.write_text("".join(lines), "utf-8")
    assert ("files", Difference.CHANGED, "small-areas.csv") in found(edition)
    sealed(edition)
    assert found(edition) == {("figures", Difference.FIGURE, "small-areas.csv")}
    assert f"{area} 2024 is 5 here and 0 in {FOLDER}." in said(edition, "figures")


def test_a_figure_that_was_left_out_or_said_to_be_surer(edition: Path) -> None:
    area, code, *_ = a_hidden_count(edition)
    path = edition / "small-areas.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(f"politie-misdrijven/{code},{area},2024,"))
    path.write_text("".join(lines[:at] + lines[at + 1 :]), "utf-8")
    sealed(edition)
    assert f"{area} 2024 is 0 in {FOLDER} and is not here" in said(edition, "figures")
    row = lines[at].split(",")
    row[16] = "1"
    path.write_text("".join([*lines[:at], ",".join(row), *lines[at + 1 :]]), "utf-8")
    sealed(edition)
    assert f"{area} 2024 is said to be 1 or 10 off at most" in said(edition, "figures")


def test_a_protected_category_or_a_bad_row_is_named(edition: Path) -> None:
    path = edition / "small-areas.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    row = next(line for line in lines if line.startswith(f"{CODE},"))
    path.write_text("".join([*lines, row.replace("/1.1.1,", "/1.4.1,")]), "utf-8")
    sealed(edition)
    assert "is about sexual offences" in said(edition, "figures")
    path.write_text("".join([*lines, "x\n"]), "utf-8")
    assert "figures" in {one[0] for one in found(edition)}
    path.unlink()
    assert {("files", Difference.MISSING, "small-areas.csv")} <= found(edition)
    assert "figures" in {one[0] for one in found(edition)}


def test_a_changed_page_is_not_the_one_in_the_manifest(edition: Path) -> None:
    changed(edition / "index.html", "1,3", "1,4")
    assert found(edition) == {("files", Difference.CHANGED, "index.html")}


def other_audit(edition: Path, **change: object) -> None:
    """Change what the audit says of the one table."""
    path = edition / "audit.json"
    audit = msgspec.json.decode(path.read_bytes(), type=Audit)
    (cube,) = audit.cubes
    path.write_bytes(replace(audit, cubes=(replace(cube, **change),)).to_bytes())  # type: ignore[arg-type]
    with_manifest(edition)


@pytest.mark.parametrize("field", ["cells", "uncertain", "recomputed", "largest_error", "certificates"])
def test_a_number_in_the_audit_is_counted_again(edition: Path, field: str) -> None:
    other_audit(edition, **{field: 7_777})
    assert found(edition) == {("audit", Difference.AUDIT, "audit.json")}
    assert f"'{field}' is not what {FOLDER} gives" in said(edition, "audit")


def test_checksums_and_names_in_the_audit_are_compared(edition: Path) -> None:
    other_audit(edition, published="0" * 64)
    assert "'published' is not what" in said(edition, "audit")
    other_audit(edition, files={})
    assert "'files' is not what" in said(edition, "audit")
    other_audit(edition, folder="protected/other-2024")
    assert f"{FOLDER} is in the edition and not in the audit" in said(edition, "audit")
    (edition / "audit.json").write_bytes(b"{}")
    assert "no audit of an edition" in said(edition, "audit")


def test_rule_attackers_and_form_of_the_audit(edition: Path) -> None:
    path = edition / "audit.json"
    whole = path.read_text("utf-8")
    for old, new, words in (
        ('"respondents": 100', '"respondents": 10', "'rule' is not that of"),
        ('"propagation"', '"nobody"', "'attackers' is not that of"),
        ('"outputs": ', '"outputs": 9', "outputs; there are"),
        ("{", "{ ", "not written as an audit is"),
    ):
        path.write_text(whole, "utf-8")
        changed(path, old, new)
        with_manifest(edition)
        assert words in said(edition, "audit")


def test_a_table_that_is_gone_or_unreadable(edition: Path) -> None:
    (edition / FOLDER / "table.csv").write_bytes(b"\xff")
    sealed(edition)
    assert {
        ("certificates", Difference.PROOF, f"{FOLDER}/table.csv"),
        ("audit", Difference.AUDIT, "audit.json"),
    } <= found(edition)
    shutil.rmtree(edition / "protected")
    assert "in the audit and cannot be read" in said(edition, "audit")


def test_of_what_is_not_held_nothing_is_told_and_no_sum_counts_it(edition: Path) -> None:
    last = max(code for code in load_register(MUNICIPALITY).areas if code.startswith("BU"))
    mine = [line for line in table_text(edition, FOLDER) if line.startswith(f"{last},1.1.2,")]
    assert mine == [f"{last},1.1.2,2024,,absent,0"]


def test_no_table_is_about_a_protected_category(edition: Path) -> None:
    codes = {line.split(",")[1] for line in table_text(edition, FOLDER)[1:]}
    assert {"1.1.1", "1.1.2"} <= codes
    assert not codes & {"1.4.1", "3.2.1", "3.2.2", "2.4.1", "3.7.1", "1.6.3"}


def test_a_manifest_that_says_something_else(edition: Path) -> None:
    path, manifest = edition / "manifest.json", read_manifest(edition)
    path.write_bytes(b" " + manifest.to_bytes())
    assert found(edition) == {("files", Difference.MANIFEST, "manifest.json")}
    path.write_bytes(replace(manifest, definitions="0" * 64).to_bytes())
    assert found(edition) == {("again", Difference.INPUT, "catalogue")}
    (first,) = [one for one in manifest.snapshots if not one.own][:1]
    others = tuple(replace(one, publisher="else") if one == first else one for one in manifest.snapshots)
    path.write_bytes(replace(manifest, snapshots=others).to_bytes())
    assert found(edition) == {("sources", Difference.INPUT, "manifest.json")}
    without = tuple(one for one in manifest.snapshots if not one.own)
    path.write_bytes(replace(manifest, snapshots=without).to_bytes())
    assert ("figures", Difference.FIGURE, "small-areas.csv") in found(edition)
    assert "which the manifest does not name" in said(edition, "figures")


def test_a_file_of_figures_in_another_form_may_hide_something(edition: Path) -> None:
    changed(edition / "small-areas.csv", ",2024,", ', 2024",')
    sealed(edition)
    assert "figures" in {one[0] for one in found(edition)}


def test_another_version_of_baken_is_no_fault(edition: Path) -> None:
    path = edition / "manifest.json"
    manifest = read_manifest(edition)
    mine = tuple(replace(one, own=False, file="") for one in manifest.snapshots)
    path.write_bytes(replace(manifest, baken="0.0.9", snapshots=mine).to_bytes())
    report = verify_outside(edition)
    assert report.holds
    assert "it was built with Baken 0.0.9" in report.steps[-1].notes[0]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of Voorbeeldstad, of which everybody can have every source."""
    place = tmp_path_factory.mktemp("town")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("baken.web.render.render_site", lambda *_: iter(PAGES.items()))
        patch.setattr("baken.edition.build.documents", lambda *_: iter(()))
        build("GM9999", place / "edition", ON, workspace=Workspace(place / "workspace"))
    return place / "edition"


def test_an_edition_of_public_sources_is_made_again(town: Path, tmp_path: Path) -> None:
    report = verify_outside(town)
    assert report.holds
    assert "6 pages and files are, byte for byte," in report.steps[-1].text
    copy = tmp_path / "copy"
    shutil.copytree(town, copy)
    changed(copy / "index.html", "1,3", "1,4")
    changed(copy / "figures.csv", "measured", "estimated")
    shutil.rmtree(copy / "en")
    people = (copy / "small-areas.csv").read_text("utf-8").splitlines()
    row = next(line for line in people if line.startswith("bevolking/inwoners,BU"))
    changed(copy / "small-areas.csv", row, row.replace(row.split(",")[7], "77777"))
    with_manifest(copy)
    assert found(copy) == {
        ("again", Difference.REBUILT, "figures.csv"),
        ("again", Difference.REBUILT, "figures.json"),
        ("again", Difference.REBUILT, "index.html"),
        ("sources", Difference.FIGURE, "small-areas.csv"),
        ("again", Difference.MISSING, "en/index.html"),
        ("audit", Difference.AUDIT, "audit.json"),
    }


def test_sources_that_are_not_held_here(town: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(town, copy)
    manifest = read_manifest(copy)
    first, *others = manifest.snapshots
    gone = replace(manifest, snapshots=(replace(first, sha256="0" * 64), *others))
    (copy / "manifest.json").write_bytes(gone.to_bytes())
    report = verify_outside(copy)
    assert report.holds
    assert f"1 snapshots are not held here, such as {first.id}." in report.steps[-1].notes[0]
    (copy / "manifest.json").write_bytes(replace(manifest, definitions="0" * 64).to_bytes())
    assert ("again", Difference.INPUT, "catalogue") in found(copy)
