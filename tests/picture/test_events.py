# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Events stand beside the statistics: incidents without persons, demonstrations as numbers."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baken.areas.load import load_register
from baken.catalogue.files import load
from baken.model.errors import InputError
from baken.model.event import Demonstrations, EventRegister, Incident, IncidentKind, RiskClass, SizeClass
from baken.model.text import Text
from baken.picture.events import by_class, demonstrations_per_month, incidents, without_month
from baken.picture.own_records import check_own_records
from baken.publications.open_data import records
from baken.publications.register_records import event_records

from .helpers import EXAMPLE, MAASTRICHT, TODAY, held, picture

TOWN = held(EXAMPLE).municipality
# What no record of an event may have: the words of fields about people and about opinions.
PERSONAL = {"suspect", "victim", "name", "age", "address", "organiser", "participants", "subject", "topic"}


def incident(**changes: Any) -> Incident:
    given: dict[str, Any] = {
        "id": "x",
        "date": date(2026, 1, 5),
        "area": EXAMPLE,
        "kind": IncidentKind.EXPLOSION,
        "source": "persbericht",
    }
    return Incident(**(given | changes))


def accept(one: Incident) -> None:
    register = replace(TOWN.events, incidents=(one,))
    check_own_records(replace(TOWN, events=register), load_register(EXAMPLE))


@pytest.mark.requirement("DEV-21")
def test_an_incident_has_a_day_an_area_a_kind_and_a_source_and_no_field_for_a_person() -> None:
    (found,) = incidents(held(MAASTRICHT).municipality.events, TODAY)
    assert (found.date, found.area, found.kind) == (date(2025, 11, 17), MAASTRICHT, IncidentKind.EXPLOSION)
    assert found.day_reported
    assert found.source == "veiligheidsbeeld 2026, regel 112"
    assert {one.name for one in fields(Incident)} == {
        "id",
        "date",
        "area",
        "kind",
        "source",
        "day_reported",
        "note",
    }
    assert not PERSONAL & {one.name for one in (*fields(Incident), *fields(Demonstrations))}


@pytest.mark.requirement("DEV-21")
@pytest.mark.parametrize("field", ["suspect", "victims", "organiser", "subject"])
def test_a_field_for_a_person_in_the_file_is_refused(tmp_path: Path, field: str) -> None:
    path = tmp_path / "events.yaml"
    row = f"{{id: x, date: 2026-01-05, area: GM9999, kind: explosion, source: s, {field}: iemand}}"
    path.write_text(f"incidents:\n  - {row}\n", "utf-8")
    with pytest.raises(InputError, match=f"'{field}' is not known here"):
        load(EventRegister, path)


@pytest.mark.requirement("DEV-21")
@pytest.mark.parametrize(
    "words",
    [
        "Verdachte Piet V. (29) is aangehouden.",
        "Slachtoffer mevrouw Jansen is gewond.",
        "Het gebeurde bij Voorbeeldstraat 12.",
        "Bel 06-12345678 met tips.",
    ],
)
def test_a_text_with_personal_data_is_refused_and_not_repeated(words: str) -> None:
    accept(incident(note=Text("Een leegstaand gebouw is beschadigd.", "An empty building was damaged.")))
    with pytest.raises(InputError, match="holds personal data") as refused:
        accept(incident(note=Text(words, "Damage.")))
    assert words not in str(refused.value)


@pytest.mark.requirement("DEV-21")
def test_incidents_are_no_statistics() -> None:
    rows = [*records(picture(EXAMPLE)), *records(picture(MAASTRICHT))]
    assert not any("incident" in str(one["indicator"]) or "explosi" in str(one["indicator"]) for one in rows)
    assert [one["id"] for one in event_records(picture(EXAMPLE))["incidents"]] == ["brand-2025"]  # type: ignore[attr-defined]
    more = replace(TOWN.events, incidents=(incident(),) * 9)
    changed = replace(held(EXAMPLE), municipality=replace(TOWN, events=more))
    assert type(picture(EXAMPLE))(changed).records == picture(EXAMPLE).records


def test_an_incident_in_no_known_area_or_without_a_source_is_refused() -> None:
    with pytest.raises(InputError, match="unknown area 'BU00000000'"):
        accept(incident(area="BU00000000"))
    with pytest.raises(InputError, match="names no source"):
        incident(source=" ")


def demonstrations(*months: str, complete_from: str = "", complete_to: str = "") -> EventRegister:
    return EventRegister(
        demonstrations=tuple(Demonstrations(month=one, count=1, source="register") for one in months),
        complete_from=complete_from,
        complete_to=complete_to,
    )


@pytest.mark.requirement("DEV-04")
def test_demonstrations_are_counted_by_month_from_the_register() -> None:
    found = {str(one.period): one.count for one in demonstrations_per_month(TOWN.events, TODAY)}
    assert found == {
        "2025-10": 1,
        "2025-11": 0,
        "2025-12": 0,
        "2026-01": 3,
        "2026-02": 0,
        "2026-03": 0,
    }
    assert by_class(TOWN.events, TODAY) == {("100 to 1000", "raised"): 2, ("up to 100", "low"): 2}
    rows = event_records(picture(EXAMPLE))["demonstrations"]
    assert {key for one in rows for key in one} == {"month", "count", "complete"}  # type: ignore[attr-defined]


@pytest.mark.requirement("DEV-04")
def test_a_month_without_a_demonstration_is_zero_only_where_the_register_is_complete() -> None:
    assert [
        (str(one.period), one.count, one.complete)
        for one in demonstrations_per_month(demonstrations("2026-01", "2026-03"), TODAY)
    ] == [("2026-01", 1, False), ("2026-03", 1, False)]
    register = demonstrations("2026-03", complete_from="2026-02", complete_to="2026-03")
    assert [(one.count, one.complete) for one in demonstrations_per_month(register, TODAY)] == [
        (0, True),
        (1, True),
    ]
    assert demonstrations_per_month(register, date(2026, 2, 27)) == ()


@pytest.mark.requirement("DEV-25", "DEV-04")
def test_a_demonstration_is_a_count_with_size_and_risk_and_nothing_of_people_or_their_opinion() -> None:
    assert {one.name for one in fields(Demonstrations)} == {"count", "source", "month", "size", "risk"}
    (found,) = without_month(held(MAASTRICHT).municipality.events)
    assert (found.count, found.size, found.risk) == (2, SizeClass.UNKNOWN, RiskClass.UNKNOWN)
    assert found.source == "veiligheidsbeeld 2026, regel 104"


@pytest.mark.parametrize("changes", [{"month": "2026"}, {"month": "2026-13"}, {"count": 0}, {"source": ""}])
def test_demonstrations_without_a_month_a_count_or_a_source_are_refused(changes: dict[str, Any]) -> None:
    given: dict[str, Any] = {"month": "2026-01", "count": 1, "source": "register"}
    with pytest.raises(InputError):
        Demonstrations(**(given | changes))


@pytest.mark.parametrize(("first", "last"), [("2026-01", ""), ("2026-03", "2026-01"), ("x", "y")])
def test_a_register_that_is_complete_from_nowhere_is_refused(first: str, last: str) -> None:
    with pytest.raises(InputError, match="complete from or to no month"):
        EventRegister(complete_from=first, complete_to=last)
