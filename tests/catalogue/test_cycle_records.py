# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files with records of the cycle: whole, with a source for all, and in the words of the documents."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from baken.catalogue.catalogue import DATA
from baken.catalogue.cycle_records import NAMES, CycleRecords, key_of, load_cycle_records
from baken.model.errors import InputError

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
LINE = re.compile(r"regels? ([0-9]+(?:(?:, | en | tot | tot en met )[0-9]+)*)")


@pytest.fixture
def maastricht() -> CycleRecords:
    return load_cycle_records("GM0935")


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the data of Voorbeeldstad in which something in one file reads otherwise."""

    def edit(name: str, old: str, new: str) -> Path:
        folder = tmp_path / "nl" / "municipalities" / "GM9999"
        shutil.copytree(DATA / "nl" / "municipalities" / "GM9999", folder)
        file = folder / f"cycle_{name}.yaml"
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))
        return tmp_path

    return edit


def entries(records: CycleRecords) -> Iterator[tuple[str, object]]:
    """All entries of all files with the list in which they stand."""
    for file in NAMES:
        part = getattr(records, file)
        for field in fields(part):
            value = getattr(part, field.name)
            for one in value if isinstance(value, tuple) else ():
                yield field.name, one


@pytest.mark.parametrize("code", ["GM0935", "GM9999"])
def test_every_entry_says_where_it_stands(code: str) -> None:
    found = list(entries(load_cycle_records(code)))
    assert len(found) > 50
    assert all(one.source.strip() for _, one in found)  # type: ignore[attr-defined] # all entries have it
    if code == "GM9999":
        wrong = [key_of(one) for _, one in found if "verzonnen" not in repr(one)]
        assert wrong == []


def test_every_line_that_maastricht_names_is_a_line_with_words(maastricht: CycleRecords) -> None:
    if not SEEDS.exists():
        pytest.skip("the two documents are not here")
    texts = {
        "raadsvoorstel 2023": (SEEDS / "004_fb015403efaea0b8.txt").read_text().splitlines(),
        "veiligheidsbeeld 2026": (SEEDS / "000_36d56b8d649e8bbe.txt").read_text().splitlines(),
    }
    named = 0
    for _, entry in entries(maastricht):
        for said in re.split(r";", entry.source):  # type: ignore[attr-defined] # all entries have it
            document = next((name for name in texts if name in said), "")
            for numbers in LINE.findall(said) if document else ():
                for number in map(int, re.findall("[0-9]+", numbers)):
                    assert texts[document][number - 1].strip(), f"{key_of(entry)}: {said}"
                    named += 1
    assert named > 120


@pytest.mark.requirement("VOTE-03", "VOTE-04")
def test_the_vote_of_maastricht_stands_as_its_record_names_it(maastricht: CycleRecords) -> None:
    vote = next(one for one in maastricht.decisions.decisions if one.id == "besluit-mjp-2023-2026")
    assert Counter(one.title for one in vote.favour) == {"dhr.": 21, "mw.": 8}
    assert [(one.title, one.member, one.faction) for one in vote.against] == [
        ("dhr.", "Van Est", "50PLUS"),
        ("mw.", "Nuyts", "Liberale Partij Maastricht"),
    ]
    assert (vote.stated_for, vote.stated_against) == (31, 2)
    assert not vote.signed_first
    assert not vote.signed_second


def test_maastricht_holds_no_action_no_amount_and_no_target(maastricht: CycleRecords) -> None:
    """No document tells any, so none may be filled in."""
    assert maastricht.work.actions == ()
    assert [(one.amount, one.kind) for one in maastricht.work.budget] == [(None, None), (None, None)]
    assert {(one.target, one.band_low) for one in maastricht.goals.goals} == {(None, None)}
    assert all(one.indicators or one.not_measurable for one in maastricht.goals.goals)
    assert {(one.state, one.holder) for one in maastricht.work.districts} == {("not-told", "")}


def test_a_municipality_without_files_has_nothing() -> None:
    assert load_cycle_records("GM0363") == CycleRecords()


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (
            "goals",
            "theme: winkelgebied",
            "theme: winkels",
            r"cycle_goals\.yaml, goals / goal-winkeldiefstal.*winkels",
        ),
        (
            "documents",
            "to: voorbeeld-2023-2026",
            "to: mjp",
            r"cycle_documents\.yaml, links / analyse-2022.*'mjp'",
        ),
        (
            "documents",
            "source: verzonnen voor",
            "source: '' # verzonnen voor",
            r"analyse-2022: it does not say where",
        ),
        ("documents", "id: verzoek-van-de-raad", "id: analyse-2022", r"'analyse-2022' stands here twice"),
        ("documents", "kind: safety-analysis", "kind: analysis", r"cycle_documents\.yaml, line \d+"),
        (
            "work",
            "lead: Afdeling Jeugd (verzonnen)",
            "lead: Niemand",
            r"actions / actie-jongerenwerk.*no party 'Niemand'",
        ),
        (
            "decisions",
            "stated_for: 15",
            "stated_for: vijftien",
            r"cycle_decisions\.yaml, line \d+.*cannot be.*vijftien",
        ),
        ("work", "seen: 2026-03-03", "gezien: 2026-03-03", r"'gezien' is not known here"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file(
    edited: Callable[[str, str, str], Path], name: str, old: str, new: str, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        load_cycle_records("GM9999", edited(name, old, new))
