# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many labelled mentions are found, and how many hits are right; see ``labelled/README.md``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest

from baken.disclosure.personal.scan import scan_text

LABELLED = Path(__file__).parent / "labelled"
# What deduce 3.0.6 reaches on the same passages by the same count; see docs/personal-data.md.
REFERENCE_PRECISION = 0.722
REFERENCE_RECALL = 0.866

Row = dict[str, Any]
Hit = tuple[int, int, str]


def rows(part: str) -> list[Row]:
    return [json.loads(line) for line in (LABELLED / f"{part}.jsonl").read_text("utf-8").splitlines()]


def own_hits(row: Row) -> list[Hit]:
    """What the scan finds in a passage; who wrote or made something is a name."""
    return [
        (hit.span.start, hit.span.end, "name" if hit.kind.value == "author" else hit.kind.value)
        for hit in scan_text(row["text"])
    ]


def counted(
    part: str, read: Callable[[Row], list[Hit]] = own_hits, kinds: Collection[str] = ()
) -> tuple[float, float, int]:
    """Precision, recall, and the number of officials that were taken for private persons.

    ``read`` is another scan to count; ``kinds`` are the only ones that count, all when left out.
    """
    found = mentions = right = hits = officials = 0
    for row in rows(part):
        here = [hit for hit in read(row) if not kinds or hit[2] in kinds]
        labels = [tuple(label) for label in row["spans"] if not kinds or label[2] in {*kinds, "office"}]
        for start, end, kind in labels:
            if kind != "office":
                mentions += 1
                found += any(a < end and start < b and kind == k for a, b, k in here)
        for a, b, kind in here:
            over = {k for start, end, k in labels if a < end and start < b}
            if over == {"office"}:
                officials += 1
                continue
            hits += 1
            right += kind in over
    return right / hits, found / mentions, officials


@pytest.mark.parametrize("part", ["working", "measured"])
def test_the_labelled_passages_are_as_they_were_frozen(part: str) -> None:
    digest = hashlib.sha256((LABELLED / f"{part}.jsonl").read_bytes()).hexdigest()
    assert (LABELLED / f"{part}.sha256").read_text("utf-8").split()[0] == digest


@pytest.mark.requirement("DEV-20")
def test_the_scan_is_at_least_as_good_as_the_reference() -> None:
    precision, recall, officials = counted("measured")
    assert precision >= REFERENCE_PRECISION
    assert recall >= REFERENCE_RECALL
    # And it stays what it was when it was measured.
    assert precision >= 0.97
    assert recall >= 0.95
    assert officials == 0


def test_the_working_passages_are_read_rightly() -> None:
    precision, recall, _ = counted("working")
    assert precision >= 0.98
    assert recall >= 0.98
