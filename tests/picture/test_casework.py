# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks, caseloads and groups are numbers: nothing of persons, and few are not told."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from baken.areas.load import load_register
from baken.catalogue.files import load
from baken.model.casework import CaseCount, CaseworkRegister, Group, GroupStatus, GroupType
from baken.model.disclosure import Role, Sight
from baken.model.errors import InputError
from baken.model.offence import Initiative
from baken.picture.casework import SeenKind, groups_by_status, seen_casework
from baken.picture.material import Material
from baken.picture.own_records import check_casework, check_own_records
from baken.picture.picture import SafetyPicture
from baken.publications.open_data import dump
from baken.publications.register_records import casework_records

from .helpers import EXAMPLE, MAASTRICHT, held

CHECKS, TEAM, RADICAL = "prostitutiecontroles", "maatschappelijk-interventieteam", "radicalisering"
COUNT = {"kind": CHECKS, "month": "2026-01", "count": 12, "source": "register"}
GROUP = {"area": EXAMPLE, "type": "nuisance", "status": "seen", "since": "2026-01"}


def with_casework(code: str = EXAMPLE, **changes: Any) -> Material:
    material = held(code)
    register = replace(material.municipality.casework, **changes)
    return replace(material, municipality=replace(material.municipality, casework=register))


def seen(kind: str, role: Role = Role.PUBLIC, material: Material | None = None) -> SeenKind:
    (found,) = [one for one in seen_casework(material or held(EXAMPLE), role) if one.kind.id == kind]
    return found


def written(tmp_path: Path, what: str, row: dict[str, Any]) -> CaseworkRegister:
    path = tmp_path / "casework.yaml"
    inside = ", ".join(f"{name}: {value}" for name, value in row.items())
    path.write_text(f"{what}:\n  - {{{inside}}}\n", "utf-8")
    return load(CaseworkRegister, path)


@pytest.mark.requirement("MEAS-02")
def test_a_group_has_an_area_a_type_and_a_status_and_no_place_for_a_name(tmp_path: Path) -> None:
    (found,) = written(tmp_path, "groups", GROUP).groups
    assert (found.area, found.type, found.status) == (EXAMPLE, GroupType.NUISANCE, GroupStatus.SEEN)
    # A code of an area, two closed lists and a month: none of them can hold a name.
    assert {one.name for one in fields(Group)} == {"area", "type", "status", "since"}
    for field in ("name", "members", "leader", "note", "address"):
        with pytest.raises(InputError, match=field):
            written(tmp_path, "groups", GROUP | {field: "Kees Verzonnen"})
    for field in ("type", "status", "since"):
        with pytest.raises(InputError):
            written(tmp_path, "groups", GROUP | {field: "Kees Verzonnen"})
    place = with_casework(groups=(replace(found, area="Kees Verzonnen"),)).municipality
    with pytest.raises(InputError, match="unknown area"):
        check_own_records(place, load_register(EXAMPLE))


def test_of_groups_only_their_number_in_the_municipality_is_told_and_only_if_there_are_many() -> None:
    assert groups_by_status(held(EXAMPLE)) == {GroupStatus.SEEN: None, GroupStatus.WORKED_WITH: None}
    one = held(EXAMPLE).municipality.casework.groups[0]
    assert groups_by_status(with_casework(groups=(one,) * 4)) == {GroupStatus.WORKED_WITH: None}
    assert groups_by_status(with_casework(groups=(one,) * 5)) == {GroupStatus.WORKED_WITH: 5}
    told = dump(casework_records(SafetyPicture(held(EXAMPLE)))).decode()
    assert one.area not in told


@pytest.mark.requirement("MEAS-06")
def test_checks_are_totals_of_the_municipality_and_lead_to_a_code_that_is_found_by_looking() -> None:
    assert {one.name for one in fields(CaseCount)} == {"kind", "month", "count", "source"}
    found = seen(CHECKS)
    (code,) = found.raises
    assert (code.system, code.code, code.initiative) == ("politie-misdrijven", "1.6.3", Initiative.HAAL)
    assert [(str(one.period), one.sight, one.count) for one in found.months] == [
        ("2026-01", Sight.SHOWN, 12),
        ("2026-02", Sight.SUPPRESSED, None),
        ("2026-03", Sight.SHOWN, 0),
    ]


@pytest.mark.requirement("MEAS-07")
def test_the_caseload_is_a_number_for_each_month_and_holds_no_person(tmp_path: Path) -> None:
    assert [(str(one.period), one.count) for one in seen(TEAM).months] == [("2026-01", 41), ("2026-02", 44)]
    (kept,) = written(tmp_path, "counts", COUNT | {"kind": TEAM}).counts
    assert (kept.month, kept.count) == ("2026-01", 12)
    for field in ("name", "client", "address", "birth", "note", "area"):
        with pytest.raises(InputError, match=field):
            written(tmp_path, "counts", COUNT | {field: "Kees Verzonnen"})
    named = with_casework(counts=(replace(kept, source="melding van Kees Verzonnen (34)"),)).municipality
    with pytest.raises(InputError, match="personal data"):
        check_own_records(named, load_register(EXAMPLE))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("count", [0, 1, 4, 5, 100])
def test_radicalisation_is_for_the_mayor_and_the_officer_and_for_nobody_else(role: Role, count: int) -> None:
    """Withheld whatever the number, so that nobody else learns whether there are few."""
    one = CaseCount(kind=RADICAL, month="2026-01", count=count, source="register")
    found = seen(RADICAL, role, with_casework(counts=(one,)))
    if role in (Role.MAYOR, Role.ORDER_OFFICER):
        assert [month.count for month in found.months] == [count]
    else:
        assert found.withheld
        assert found.months == ()


def test_what_is_published_holds_no_number_of_radicalisation() -> None:
    (record,) = [
        one
        for one in casework_records(SafetyPicture(held(EXAMPLE)))["kinds"]  # type: ignore[attr-defined]
        if one["id"] == RADICAL
    ]
    assert (record["withheld"], record["months"]) == (True, [])


def test_reserved_numbers_of_a_real_municipality_are_not_kept_where_anybody_can_read_them() -> None:
    catalogue, reserved = held(MAASTRICHT).catalogue, CaseCount(**COUNT | {"kind": RADICAL})  # type: ignore[arg-type]
    with pytest.raises(InputError, match="for a few roles only") as refused:
        check_casework(with_casework(MAASTRICHT, counts=(reserved,)).municipality, catalogue)
    assert "12" not in str(refused.value)
    open_one = CaseCount(**COUNT)  # type: ignore[arg-type]
    check_casework(with_casework(MAASTRICHT, counts=(open_one,)).municipality, catalogue)


def test_counts_of_staff_are_not_suppressed() -> None:
    assert [one.count for one in seen(CHECKS, Role.STAFF).months] == [12, 3, 0]


@pytest.mark.parametrize("changes", [{"month": "2026"}, {"count": -1}, {"source": " "}])
def test_a_count_without_month_number_or_source_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        CaseCount(**COUNT | changes)  # type: ignore[arg-type]


def test_an_unknown_kind_and_two_counts_in_a_month_are_refused() -> None:
    one = CaseCount(**COUNT)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="two counts"):
        CaseworkRegister(counts=(one, one))
    unknown = with_casework(counts=(replace(one, kind="iets"),)).municipality
    with pytest.raises(InputError, match="no kind of casework"):
        check_casework(unknown, held(EXAMPLE).catalogue)
