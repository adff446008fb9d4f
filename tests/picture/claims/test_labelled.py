# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many of the labelled sentences are read and judged rightly; see ``labelled/README.md``."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from baken.documents.document import text_document
from baken.model.claim import Claim
from baken.picture.claims.check import check_claims
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture

LABELLED = Path(__file__).parent / "labelled"
SAID = date(2026, 5, 1)
Found = tuple[tuple[str, ...], str, str, str]


@pytest.fixture(scope="module")
def town() -> SafetyPicture:
    return SafetyPicture(load_material("GM9999", SAID))


def sentences(part: str) -> list[tuple[str, Counter[Found]]]:
    lines = (LABELLED / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(one["text"], Counter(labels(one["claims"]))) for one in map(json.loads, lines)]


def labels(claims: list[dict[str, object]]) -> list[Found]:
    return [
        (tuple(one["indicators"]), str(one["area"]), str(one["period"]), str(one["verdict"]))  # type: ignore[arg-type]
        for one in claims
    ]


def period(claim: Claim) -> str:
    if claim.start is None:
        return ""
    return str(claim.start) if claim.start == claim.end else f"{claim.start}-{claim.end}"


def found_in(text: str, town: SafetyPicture) -> Counter[Found]:
    judged = check_claims(text_document(text), town, SAID)
    return Counter(
        (
            tuple(sorted(one.claim.indicators)) or ((one.claim.group,) if one.claim.group else ()),
            one.claim.area,
            period(one.claim),
            one.verdict.value,
        )
        for one in judged
    )


def precision_and_recall(part: str, town: SafetyPicture) -> tuple[float, float]:
    hits = found = labelled = 0
    for text, wanted in sentences(part):
        got = found_in(text, town)
        hits += sum((got & wanted).values())
        found += sum(got.values())
        labelled += sum(wanted.values())
    return hits / found, hits / labelled


def test_the_measured_sentences_are_those_that_were_frozen() -> None:
    digest, name = (LABELLED / "measured.sha256").read_text(encoding="utf-8").split()
    assert hashlib.sha256((LABELLED / name).read_bytes()).hexdigest() == digest


def test_there_are_enough_sentences_and_they_are_divided_once() -> None:
    measured, working = sentences("measured"), sentences("working")
    assert len(measured) + len(working) >= 300
    assert not {text for text, _ in measured} & {text for text, _ in working}


@pytest.mark.parametrize(("part", "least"), [("working", 0.98), ("further", 0.96), ("measured", 0.94)])
def test_nearly_all_claims_are_read_and_judged_rightly(town: SafetyPicture, part: str, least: float) -> None:
    precision, recall = precision_and_recall(part, town)
    assert precision >= least
    assert recall >= least
