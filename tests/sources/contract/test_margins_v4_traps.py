# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The traps of margins in the fourth version, each laid on purpose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from baken.catalogue.files import load
from baken.model.errors import InputError
from baken.model.observation import Precision, Presence
from baken.sources.description import SourceFile
from fetching import Bytes

from .small_survey import (
    FINER,
    LOOSE,
    REASONS,
    ROLES,
    VALUE,
    WAVES,
    maastricht,
    parts_of,
    read,
    row,
    rows_of,
)


def test_a_year_of_a_survey_is_its_wave() -> None:
    found = maastricht(read(WAVES, parts_of(rows_of("24.2", "23.1", "25.4"))))
    assert (str(found.value), str(found.lower), str(found.upper)) == ("24.2", "23.1", "25.4")
    assert (found.presence, found.precision) == (Presence.VALUE, Precision.SURVEY_WITH_MARGINS)
    same = replace(WAVES, waves=False)
    assert {str(one.kind) for one in read(same, parts_of(rows_of("1", "1", "1"))).periods()} == {"year"}


@pytest.mark.parametrize("reason", REASONS)
def test_a_value_without_margins_stays_and_says_so(reason: str) -> None:
    kept = read(WAVES, parts_of(rows_of("0", reason, reason)))
    found = maastricht(kept)
    assert (found.value, found.lower, found.upper) == (Decimal(0), None, None)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS
    assert not [note for note in kept.notes if "margin" in note]
    assert len(kept.rows) == 4


@pytest.mark.parametrize("margins", [("23.1", "Impossible"), ("NotAvailable", "25.4")])
def test_one_margin_without_the_other_is_left_out_and_noted(margins: tuple[str, str]) -> None:
    kept = read(WAVES, parts_of(rows_of("24.2", *margins)))
    found = maastricht(kept)
    assert (str(found.value), found.lower, found.upper) == ("24.2", None, None)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS
    said = "demo/onveilig: 1 values have only one margin, which is left out, such as at GM0935 2021JJ00."
    assert said in kept.notes


@pytest.mark.parametrize(("reason", "presence"), REASONS.items())
def test_margins_around_no_value_are_noted_and_make_no_figure(reason: str, presence: Presence) -> None:
    kept = read(WAVES, parts_of(rows_of(reason, "23.1", "25.4")))
    found = maastricht(kept)
    assert (found.value, found.lower, found.upper, found.presence) == (None, None, None, presence)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS
    said = "demo/onveilig: 1 margins stand around no value and are left out, such as at GM0935 2021JJ00."
    assert said in kept.notes


@pytest.mark.parametrize(
    "one", [("24.2", "25.4", "23.1"), ("24.2", "24.3", "25.4"), ("24.2", "23.1", "24.1"), ("0", "0.1", "0.2")]
)
def test_a_value_outside_its_margins_is_refused(one: tuple[str, str, str]) -> None:
    with pytest.raises(InputError, match=r"demo/onveilig GM0935 2021JJ00 do not hold their value") as refused:
        read(WAVES, parts_of(rows_of(*one)))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("role", ROLES)
def test_a_value_or_margin_that_comes_twice_is_refused(role: str) -> None:
    rows = [*rows_of("24.2", "23.1", "25.4"), row(role, "GM0935", "2021JJ00", "24.2")]
    with pytest.raises(InputError, match=f"row of {role} GM0935 2021JJ00 came in twice"):
        read(WAVES, parts_of(rows))


@pytest.mark.parametrize("role", ROLES)
def test_of_a_dense_table_every_margin_must_come_in(role: str) -> None:
    rows = rows_of("24.2", "23.1", "25.4")
    rows.remove(next(one for one in rows if (one["Marges"], one["RegioS"]) == (role, "GM0935")))
    with pytest.raises(InputError, match=r"1 of 12 rows of demo/onveilig did not come in, such as GM0935"):
        read(WAVES, parts_of(rows))
    kept = read(LOOSE, parts_of(rows))
    assert len(kept.rows) == (3 if role == VALUE else 4)
    assert any("left out" in note for note in kept.notes)


def test_margins_with_more_decimals_than_promised_are_read_only_where_the_layout_says_so() -> None:
    parts = parts_of(rows_of("24.2", "23.05", "25.35"))
    with pytest.raises(InputError, match=r"holds 23\.05 where 1 decimals are promised"):
        read(WAVES, parts)
    found = maastricht(read(FINER, parts))
    assert (str(found.value), str(found.lower), str(found.upper)) == ("24.2", "23.05", "25.35")
    with pytest.raises(InputError, match=r"holds 24\.21 where 1 decimals are promised"):
        read(FINER, parts_of(rows_of("24.21", "23.05", "25.35")))
    for one in (("24.2", "24.21", "25.35"), ("24.2", "23.05", "24.19")):
        with pytest.raises(InputError, match="do not hold their value"):
            read(FINER, parts_of(rows_of(*one)))


def test_a_margin_that_is_not_in_the_list_of_codes_is_refused() -> None:
    parts = parts_of(rows_of("24.2", "23.1", "25.4"))
    parts = Bytes({name: data.replace(b"MOG0095", b"XOG0095") for name, data in parts.items()})
    with pytest.raises(InputError, match="MargesCodes: the code 'MOG0095' is missing"):
        read(WAVES, parts)


def test_a_survey_without_margins_says_so() -> None:
    layout = replace(WAVES, margins=None, fixed={"Marges": VALUE})
    found = maastricht(read(layout, parts_of(rows_of("24.2", "23.1", "25.4"))))
    assert (str(found.value), found.lower, found.upper) == ("24.2", None, None)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS


DESCRIBED = """\
id: demo_enquete
table: 00000NED
title: {nl: Proef, en: Trial}
publisher: CBS
licence: CC BY 4.0
note: {nl: Proef., en: Trial.}
odata4:
  table: 00000NED
  areas: RegioS
  series: [{name: demo/onveilig, measure: M1, unit: percent}]
  margins: {column: Marges, value: MW00000, lower: MOG0095, upper: MBG0095, decimals: 2}
  waves: true
  dense: false
"""


def described(folder: Path, old: str = "", new: str = "") -> SourceFile:
    assert old in DESCRIBED
    path = folder / "source.yaml"
    path.write_text(DESCRIBED.replace(old, new) if old else DESCRIBED, "utf-8")
    return load(SourceFile, path)


def test_margins_are_data(tmp_path: Path) -> None:
    assert described(tmp_path).odata4 == FINER
    assert FINER.dimensions == ("Marges", "RegioS", "Perioden")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("column: Marges", "column: Perioden", "the margins stand in 'Perioden', which holds something else"),
        ("column: Marges", "column: RegioS", "the margins stand in 'RegioS', which holds something else"),
        ("MOG0095", "MBG0095", "a value, its lower and its upper margin have a key each"),
        ("unit: percent", 'over: {Leeftijd: ["1", "2"]}', "is a sum, and margins cannot be added up"),
        ("unit: percent", "over: {Marges: [MW00000]}", "stand in 'Marges', which holds something else"),
        ("lower: MOG0095, ", "", "missing required field `lower`"),
        ("upper:", "uper:", "'uper' is not known here"),
    ],
)
def test_margins_that_cannot_be_are_refused_by_file_and_line(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as refused:
        described(tmp_path, old, new)
    assert "source.yaml, line " in str(refused.value)
