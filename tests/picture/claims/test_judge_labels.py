# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The labels of the working sentences, read by hand as claims: each gets the verdict of its label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .judging import claim, judged

_WORKING = Path(__file__).parent / "labelled" / "working.jsonl"
_LABELS = {
    (one["id"], place): label
    for one in map(json.loads, _WORKING.read_text(encoding="utf-8").splitlines())
    for place, label in enumerate(one["claims"])
}
# What the label does not hold: the way, the number, the area that is compared with, and the marks.
_READ: dict[tuple[str, int], dict[str, Any]] = {
    ("a003", 0): {"figure": "380 count"},
    ("a004", 0): {"way": "up"},
    ("a007", 0): {"marks": "lowest"},
    ("a009", 0): {"way": "up"},
    ("a023", 0): {"way": "down"},
    ("a024", 0): {"way": "up", "about": "SD9999-zuid"},
    ("a025", 0): {"way": "up", "figure": ">20 percent"},
    ("a030", 0): {"way": "up", "marks": "registrations"},
    ("a034", 0): {"way": "down", "marks": "source"},
    ("a037", 0): {"way": "down"},
    ("a041", 0): {"way": "up", "marks": "vague"},
    ("a043", 0): {"way": "up"},
    ("a050", 0): {"way": "up"},
    ("a051", 0): {"figure": "77 count"},
    ("a059", 0): {"way": "up"},
    ("a060", 0): {"way": "same"},
    ("a062", 0): {"figure": "512 count"},
    ("a071", 0): {"way": "down", "figure": "470..415 count"},
    ("a076", 0): {"way": "same", "marks": "registrations"},
    ("a078", 0): {"way": "down", "marks": "source"},
    ("a083", 0): {"way": "up"},
    ("a085", 0): {"way": "down"},
    ("a087", 0): {"way": "down", "marks": "victims"},
    ("a091", 0): {"marks": "vague"},
    ("a094", 0): {"way": "same"},
    ("a099", 0): {"way": "same"},
    ("a099", 1): {"way": "down"},
    ("a106", 0): {"way": "down"},
    ("a108", 0): {},
    ("a110", 0): {"way": "down", "figure": "2.9..1.0 rate"},
    ("a120", 0): {"way": "up", "about": "GM9999", "marks": "registrations"},
    ("a125", 0): {"way": "down"},
    ("a131", 0): {"way": "up"},
    ("a134", 0): {"way": "down", "figure": "220..105 count"},
    ("a140", 0): {"figure": "7.6 mark"},
    ("a144", 0): {"way": "down"},
    ("a146", 0): {"way": "worse"},
    ("a153", 0): {"way": "down", "figure": "40 percent"},
    ("a159", 0): {"way": "same"},
    ("a169", 0): {"way": "up"},
    ("a170", 0): {"way": "down"},
    ("a172", 0): {"way": "down"},
    ("a172", 1): {"way": "up"},
    ("a183", 0): {"way": "up"},
    ("a189", 0): {"way": "up", "figure": "~37 percent"},
    ("a192", 0): {"way": "up", "figure": "<33.3 percent"},
    ("a193", 0): {"marks": "vague"},
    ("a194", 0): {"way": "down", "figure": "25 percent"},
    ("a202", 0): {"way": "up"},
    ("a204", 0): {"way": "down", "figure": "10 percent", "marks": "subperiod"},
    ("a209", 0): {"way": "down"},
    ("a214", 0): {"way": "up"},
    ("a219", 0): {"way": "up"},
    ("a220", 0): {"way": "down", "figure": "62 percent"},
    ("a221", 0): {"way": "better"},
    ("a225", 0): {"way": "up"},
    ("a227", 0): {"way": "down", "figure": "25 percent"},
    ("b002", 0): {"figure": "2971 count"},
    ("b004", 0): {"way": "up", "about": "SD9999-centrum"},
    ("b009", 0): {"marks": "vague"},
    ("b015", 0): {"way": "down", "about": "GM9999"},
    ("b023", 0): {"way": "down"},
    ("b025", 0): {"way": "up"},
    ("b034", 0): {"way": "down", "marks": "victims"},
    ("b036", 0): {"way": "down", "figure": "17.2..12.8 rate"},
    ("b039", 0): {"way": "down"},
    ("b044", 0): {"way": "up", "about": "GM9999"},
    ("b047", 0): {"way": "down"},
    ("b059", 0): {"marks": "vague"},
    ("b065", 0): {"figure": "7.2 mark"},
    ("b065", 1): {"figure": "~33.3 share"},
    ("b066", 0): {"way": "up"},
    ("b067", 0): {"figure": "6.3 rate"},
    ("b069", 0): {"marks": "vague"},
    ("b070", 0): {"way": "up", "figure": "7.0..7.2 mark"},
    ("b075", 0): {},
    ("b079", 0): {"way": "up"},
    ("b082", 0): {"way": "same"},
    ("b085", 0): {"way": "up"},
    ("b086", 0): {"figure": "312 count"},
    ("b087", 0): {"way": "down"},
    ("b090", 0): {"way": "down", "marks": "registrations"},
    ("b091", 0): {"way": "down", "marks": "victims"},
    ("b102", 0): {"figure": "39.5 share"},
    ("b111", 0): {"figure": "<20 share"},
    ("b112", 0): {"way": "down", "marks": "registrations"},
    ("b117", 0): {},
    ("b130", 0): {"way": "up"},
    ("b133", 0): {"way": "up"},
    ("b139", 0): {"way": "down"},
    ("b140", 0): {"way": "down", "figure": "~20 percent", "marks": "subperiod"},
    ("b143", 0): {"way": "up"},
    ("b145", 0): {"way": "up", "marks": "parts"},
    ("b148", 0): {"way": "down"},
    ("b149", 0): {"way": "up"},
    ("b150", 0): {"way": "down", "figure": "0.5 times"},
    ("b151", 0): {"way": "down"},
    ("b157", 0): {"way": "up"},
    ("b159", 0): {"way": "down"},
    ("b161", 0): {"way": "up"},
    ("b165", 0): {"way": "down"},
    ("b168", 0): {"way": "down"},
    ("b172", 0): {"way": "up", "figure": "71 percent"},
    ("b174", 0): {"way": "down", "figure": "21 percent"},
    ("b175", 0): {"way": "up", "figure": ">20 percent"},
    ("b176", 0): {"way": "down", "marks": "source"},
    ("b184", 0): {"way": "down"},
    ("b185", 0): {"way": "down", "figure": ">60 percent"},
    ("b189", 0): {"way": "down"},
    ("b203", 0): {"way": "up", "figure": "~31 percent"},
    ("b216", 0): {"way": "up"},
    ("b216", 1): {"way": "down"},
    ("b219", 0): {"way": "down"},
    ("b225", 0): {"way": "down", "figure": "~50 percent"},
}


def test_every_label_is_read() -> None:
    assert set(_READ) == set(_LABELS)
    assert len(_READ) >= 110


@pytest.mark.parametrize("place", sorted(_READ), ids=str)
def test_the_verdict_is_that_of_the_label(place: tuple[str, int]) -> None:
    label = _LABELS[place]
    read = claim(
        label["kind"],
        ",".join(label["indicators"]),
        label["period"],
        area=label["area"],
        **_READ[place],
    )
    found = judged(read)
    assert found.verdict == label["verdict"], found.reason.nl
    assert found.reason.nl
    assert found.reason.en
