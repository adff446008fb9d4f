# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The eleven activities of the safety picture, taken in once, with all that it does not tell empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from baken.accounts import changes
from baken.catalogue.catalogue import DATA
from baken.catalogue.measures import MeasureKind, told_measures
from baken.measures.models import Measure, MeasureCount
from baken.measures.seed import seed_measures
from baken.model.errors import InputError
from people import SET_UP


@pytest.mark.requirement("MEAS-01", "MEAS-06", "MEAS-09", "MEAS-11")
@pytest.mark.django_db
def test_eleven_activities_each_of_its_own_kind_with_only_what_was_told() -> None:
    made = seed_measures(SET_UP)
    assert len(made) == 11
    assert {one.kind for one in made} == {one.value for one in MeasureKind} - {"other"}
    by_kind = {one.kind: one for one in made}
    assert set(by_kind["campaign"].offences) == {"1.1.1", "1.2.3", "1.2.1", "1.2.2"}
    assert by_kind["prostitution"].offences == ["1.6.3"]
    assert by_kind["nuisance"].sorts == ["vervuiling", "intimidatie", "geluid"]
    assert {one.kind for one in made if one.status == "started"} == {"project"}
    for one in made:
        assert one.not_traceable
        assert one.source.startswith("veiligheidsbeeld 2026, regel ")
        assert not any(
            (one.power, one.body, one.act, one.area, one.start, one.end, one.reach, one.monitoring)
        )
    assert not MeasureCount.objects.exists()


@pytest.mark.django_db
def test_taking_in_again_makes_nothing_and_undoes_nobody() -> None:
    first = seed_measures(SET_UP)[0]
    changes.change(first, {"note": "nagevraagd"}, SET_UP)
    assert seed_measures(SET_UP) == ()
    assert Measure.objects.count() == 11
    assert Measure.objects.get(pk=first.pk).note == "nagevraagd"
    assert seed_measures(SET_UP, code="GM0363") == ()


@pytest.mark.requirement("MEAS-03", "LAW-10")
def test_the_page_says_what_is_not_known(signed_in: Callable[[str], Client]) -> None:
    seed_measures(SET_UP)
    browser = signed_in("reader")
    listed = browser.get("/werk/register/maatregelen/").content.decode()
    assert all(one.original.replace("'", "&#x27;") in listed for one in told_measures("GM0935"))
    page = browser.get("/werk/register/maatregelen/maatregel-pmg/").content.decode()
    short = page[page.index('id="short"') :].split("</section>")[0]
    assert "Preventie met Gezag" in short
    assert 'class="status"' in short
    power = page[page.index('id="power"') :].split("</section>")[0]
    assert 'class="empty"' in power
    assert "<strong>" in power


@pytest.mark.parametrize(
    ("line", "said"),
    [("offences: [9.9.9]", "unknown offence"), ("sorts: [geluid]", "unknown sort"), ("kind: magic", "kind")],
)
def test_a_wrong_file_is_named(tmp_path: Path, line: str, said: str) -> None:
    folder = tmp_path / "nl" / "municipalities" / "GM9999"
    folder.mkdir(parents=True)
    for one in (DATA / "nl").iterdir():
        if one.name != "municipalities":
            (tmp_path / "nl" / one.name).symlink_to(one)
    (folder / "municipality.yaml").write_text("{}", encoding="utf-8")
    kind = "" if line.startswith("kind") else "kind: group\n  "
    (folder / "measures.yaml").write_text(
        f"- id: een\n  {kind}original: iets\n  document: iets\n  place: regel 1\n  {line}\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match=said):
        told_measures("GM9999", tmp_path)
