# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The register of developments: the words of the document, impact, horizon, and what is evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from baken.catalogue.frame import checked
from baken.model.development import (
    Development,
    DevelopmentRegister,
    ExplanationKind,
    Horizon,
    Impact,
    IssueLevel,
    StatedTrend,
)
from baken.model.errors import InputError, PublicationError
from baken.model.policy import Municipality
from baken.model.reference import ReferenceKind
from baken.model.text import Text
from baken.picture.developments import check_final, explained, proposed
from baken.picture.rules import wrong_words
from baken.publications.finding_records import development_records

from .helpers import EXAMPLE, MAASTRICHT, bare, held, picture
from .test_rules import CHECKS, record_with

REGISTER = held(MAASTRICHT).municipality.register
EXAMPLES = held(EXAMPLE).municipality.register
SEED = Path(__file__).parents[3] / "shared/seeds/000_36d56b8d649e8bbe.txt"
CLUSTERS = (
    "maatschappelijke-spanningen",
    "criminaliteit-en-overlast",
    "leefbaarheid-en-beleving",
    "zorg-en-veiligheid",
)


def called(name: str, register: DevelopmentRegister = REGISTER) -> Development:
    (found,) = (one for one in register.developments if one.id == name)
    return found


@pytest.mark.requirement("DEV-01", "DEV-05", "DEV-09", "DEV-12")
def test_each_of_the_four_clusters_holds_three_developments() -> None:
    assert tuple(one.id for one in REGISTER.clusters) == CLUSTERS
    assert {len(REGISTER.in_cluster(name)) for name in CLUSTERS} == {3}


@pytest.mark.requirement("DEV-12")
def test_a_mistake_of_the_document_is_kept_and_flagged() -> None:
    found = called("complexe-zorgproblematiek")
    assert found.original.startswith("Sterkte groei")
    assert found.corrected.startswith("Sterke groei")
    assert found.is_flagged
    assert [one.id for one in REGISTER.developments if one.is_flagged] == [found.id]
    assert {one.part_of for one in REGISTER.in_cluster("zorg-en-veiligheid")} == {found.id}


@pytest.mark.skipif(not SEED.exists(), reason="the safety picture of 2026 lies outside the project")
def test_the_words_of_the_document_are_literal_and_stand_on_the_line_that_is_named() -> None:
    lines = SEED.read_text("utf-8").splitlines()
    said = [(one.place, one.original) for one in REGISTER.clusters]
    said += [(one.place, one.original) for one in REGISTER.developments]
    said += [(one.place, one.original) for one in REGISTER.explanations]
    for place, original in said:
        line = lines[int(place.removeprefix("regel ")) - 1].replace("*", "")
        assert line.strip().removeprefix("- ").rstrip(":").replace("’", "'") == original.replace("’", "'")


@pytest.mark.requirement("DEV-02", "DEV-03", "DEV-07", "DEV-14", "DEV-15")
@pytest.mark.parametrize(
    "name",
    [
        "geopolitieke-spanningen",
        "verharding-debat",
        "jeugdgroepen-en-drugs",
        "dak-en-thuisloosheid",
        "middelengebruik",
    ],
)
def test_a_development_of_the_document_is_there_with_no_evidence_and_no_score(name: str) -> None:
    found = called(name)
    assert found.evidence_count == 0
    assert found.impact is None
    assert found.horizon
    row = next(one for one in development_records(picture(MAASTRICHT))["developments"] if one["id"] == name)  # type: ignore[attr-defined]
    assert (row["evidence_count"], row["impact"]) == (0, None)
    assert row["impact_note"] == {"nl": "nog niet gescoord", "en": "not scored yet"}
    assert {"trend_said", "horizon", "theme", "original"} <= row.keys()


@pytest.mark.requirement("DEV-13")
def test_the_indicator_of_confused_behaviour_counts_incidents_and_is_unfit_to_steer_by() -> None:
    assert called("verward-en-onbegrepen-gedrag").theme == "zorg-en-veiligheid"
    indicator = bare().catalogue.indicator("verward-gedrag")
    assert "geen personen" in indicator.context.nl
    assert "ongeschikt om prestaties aan af te meten" in indicator.context.nl
    assert "ongeschikt als prestatie-indicator" in bare().catalogue.guidance["e33"].text.nl


@pytest.mark.requirement("DOC-05")
def test_developments_are_filtered_on_horizon() -> None:
    assert len(REGISTER.on(Horizon.NOW)) == len(REGISTER.on(Horizon.FUTURE)) == len(REGISTER.developments)
    assert [one.id for one in EXAMPLES.on(Horizon.NOW)] == ["zelfscankassa", "avondleven"]
    assert [one.id for one in EXAMPLES.on(Horizon.FUTURE)] == ["avondleven", "vergrijzing"]


@pytest.mark.requirement("DOC-05")
def test_a_development_without_impact_stops_a_final_edition_of_a_real_municipality() -> None:
    with pytest.raises(PublicationError, match=r"13 developments of Maastricht have no impact score: geopol"):
        check_final(held(MAASTRICHT).municipality)


@pytest.mark.requirement("DOC-05")
def test_one_development_without_a_score_is_enough_and_none_stops_nothing() -> None:
    impact = Impact(score=4, author="A. Analist", date=date(2026, 5, 1), reason=Text("Groot.", "Large."))
    scored = tuple(replace(one, impact=impact) for one in REGISTER.developments)
    real = held(MAASTRICHT).municipality
    check_final(replace(real, register=replace(REGISTER, developments=scored)))
    one_left = (*scored[:-1], replace(scored[-1], impact=None))
    with pytest.raises(PublicationError, match="middelengebruik"):
        check_final(replace(real, register=replace(REGISTER, developments=one_left)))


def test_an_invented_municipality_and_one_without_developments_are_not_stopped() -> None:
    assert EXAMPLES.without_impact
    check_final(held(EXAMPLE).municipality)
    check_final(replace(held(MAASTRICHT).municipality, register=DevelopmentRegister()))


@pytest.mark.parametrize(
    ("score", "author", "reason"), [(0, "A", "x"), (6, "A", "x"), (3, " ", "x"), (3, "A", "")]
)
def test_an_impact_without_who_and_why_or_out_of_range_is_refused(
    score: int, author: str, reason: str
) -> None:
    with pytest.raises(InputError):
        Impact(score=score, author=author, date=date(2026, 5, 1), reason=Text(reason, reason))


@pytest.mark.requirement("DEV-17")
def test_a_news_report_illustrates_and_never_counts() -> None:
    found = called("zelfscankassa", EXAMPLES)
    kinds = {one.id: one.kind for one in held(EXAMPLE).municipality.references}
    assert [kinds[name] for name in found.illustrations] == [ReferenceKind.MEDIA]
    assert found.evidence_count == 2
    assert replace(found, illustrations=found.illustrations * 9).evidence_count == 2
    row = next(one for one in development_records(picture(EXAMPLE))["developments"] if one["id"] == found.id)  # type: ignore[attr-defined]
    assert row["illustrations"] == ["winkeliers-vragen-aandacht"]
    assert "winkeliers-vragen-aandacht" not in row["evidence"]
    assert "geen meting" in bare().catalogue.guidance["illustration"].text.nl


def with_development(**changes: object) -> Municipality:
    found = replace(called("zelfscankassa", EXAMPLES), **changes)  # type: ignore[arg-type]
    register = replace(EXAMPLES, developments=(found,), explanations=())
    return replace(held(EXAMPLE).municipality, register=register)


@pytest.mark.requirement("DEV-17")
def test_a_news_report_as_evidence_is_refused() -> None:
    with pytest.raises(InputError, match="can only illustrate"):
        checked(with_development(evidence=("winkeliers-vragen-aandacht",)), held(EXAMPLE).catalogue)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cluster": "x"}, "unknown cluster"),
        ({"theme": "x"}, "unknown theme"),
        ({"part_of": "x"}, "unknown development"),
        ({"horizon": ()}, "now or in the future"),
        ({"indicators": ("x",)}, "unknown indicator"),
        ({"evidence": ("x",)}, "not among the references"),
        ({"illustrations": ("buurtgesprekken",)}, "no news report"),
    ],
)
def test_a_development_that_points_at_nothing_is_refused(changes: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        checked(with_development(**changes), held(EXAMPLE).catalogue)


def test_the_direction_of_a_development_is_that_of_its_words() -> None:
    assert called("verschuiving-naar-online").trend is StatedTrend.SHIFT
    assert called("onveilig-voelen").trend is StatedTrend.NOT_SAID


@pytest.mark.requirement("CASE-06")
def test_a_development_is_local_regional_national_or_cross_border_and_can_be_filtered_on_that() -> None:
    assert [one.value for one in IssueLevel] == ["local", "regional", "national", "cross-border"]
    found = {level: [one.id for one in EXAMPLES.at(level)] for level in IssueLevel}
    assert found == {
        IssueLevel.LOCAL: ["zelfscankassa"],
        IssueLevel.REGIONAL: ["avondleven"],
        IssueLevel.NATIONAL: ["vergrijzing"],
        IssueLevel.CROSS_BORDER: [],
    }
    # The document of Maastricht says it of none, so nothing is filled in.
    assert REGISTER.at(None) == REGISTER.developments


# -- explanations -------------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-11", "RULE-12")
def test_explanations_of_society_and_of_digital_life_are_linked_to_developments_and_sources() -> None:
    kinds = {one.kind: one for one in EXAMPLES.explanations}
    for kind in (ExplanationKind.SOCIETAL, ExplanationKind.DIGITAL):
        assert kinds[kind].developments
        assert kinds[kind].references
    assert {one.kind for one in REGISTER.explanations} == set(ExplanationKind)


@pytest.mark.requirement("RULE-13")
def test_own_effort_is_proposed_as_an_explanation_where_checks_ran_in_the_period() -> None:
    municipality = replace(bare().municipality, interventions=(CHECKS,))
    risen = record_with("drugshandel", ("1.0", "2.0"), checks=(CHECKS,))
    (found,) = proposed(municipality, risen)
    assert found.kind is ExplanationKind.ENFORCEMENT
    assert found.name == CHECKS.label
    assert proposed(municipality, record_with("drugshandel", ("2.0", "1.0"), checks=(CHECKS,))) == ()
    assert proposed(bare().municipality, record_with("drugshandel", ("1.0", "2.0"))) == ()


@pytest.mark.requirement("RULE-10")
def test_an_explanation_goes_together_with_the_figures_and_is_never_called_a_cause() -> None:
    record = record_with("drugshandel", ("1.0", "2.0"), checks=(CHECKS,))
    for one in (*REGISTER.explanations, *EXAMPLES.explanations):
        said = explained(record, one)
        assert "hangt mogelijk samen met" in said.nl
        assert "may go together with" in said.en
        assert wrong_words(bare().catalogue, said) == ()
