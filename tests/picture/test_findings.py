# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Findings: one record for each thing that the figures say, with all that it rests on."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from baken.catalogue.municipality import placed
from baken.model.errors import InputError
from baken.model.figure import Supported
from baken.model.finding import Finding, FindingKind, FindingOverride, Mark, Tone
from baken.model.intervention import EffectMethod, EffectStatement
from baken.model.text import Text
from baken.picture.finding_rank import rank, score
from baken.picture.findings import findings_of
from baken.picture.picture import SafetyPicture
from baken.publications.finding_records import finding_records, ranking_record, rule_records

from .helpers import EXAMPLE, MAASTRICHT, bare, made_up, measured, picture

LAND = Text("Nederland", "the Netherlands")
UNTIL_2021 = date(2022, 12, 31)


def of_kind(shown: SafetyPicture, kind: FindingKind, subject: str = "") -> list[Finding]:
    return [one for one in shown.findings if one.kind is kind and subject in ("", one.subject)]


def override(finding: str, place: int | None = 1, *, leave_out: bool = False) -> FindingOverride:
    return FindingOverride(
        finding=finding,
        rank=place,
        leave_out=leave_out,
        reason="de raad vroeg erom",
        author="A. Analist",
        date=date(2026, 5, 1),
    )


# -- what a finding holds -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_every_finding_has_an_id_of_its_own_and_a_sentence_in_both_languages(code: str) -> None:
    found = picture(code).findings
    assert max(Counter(one.id for one in found).values()) == 1
    for one in found:
        assert one.sentence.nl.endswith(".")
        assert one.sentence.en.endswith(".")
        assert one.area in one.areas
        assert one.supported is None or not one.reason
    kinds = {one.kind for one in found}
    assert {FindingKind.LEVEL, FindingKind.CHANGE, FindingKind.TREND, FindingKind.COMPARISON} <= kinds
    if code == EXAMPLE:
        assert kinds == set(FindingKind)


def test_a_change_names_its_figures_interval_method_periods_and_snapshots() -> None:
    (found,) = of_kind(picture(MAASTRICHT, UNTIL_2021), FindingKind.CHANGE, "diefstal-uit-woning")
    assert found.id == "change/diefstal-uit-woning/GM0935"
    assert [str(one) for one in found.periods] == ["2017", "2021"]
    assert (found.figure("before"), found.figure("value"), found.figure("percent")) == (3.5, 1.1, -68.6)
    assert found.interval
    assert found.interval.lower < -68.6 < found.interval.upper < 0
    assert found.method == found.interval.method
    assert found.method.startswith("exact conditional")
    assert found.supported is Supported.DOWN
    assert Mark.PANDEMIC in found.marks
    assert Mark.PANDEMIC_ONLY not in found.marks, "it fell up to 2019 as well"
    assert any(one.startswith("raadsvoorstel_2023/") for one in found.snapshots)
    held = {one.id for one in picture(MAASTRICHT).material.snapshots}
    assert set(found.snapshots) <= held
    assert {"registered", "pandemic"} <= {one.rule for one in found.caveats}


def test_what_is_found_by_looking_is_marked_and_neutral() -> None:
    (found,) = of_kind(picture(EXAMPLE), FindingKind.CHANGE, "drugshandel")
    assert found.supported is Supported.UP
    assert found.tone is Tone.NEUTRAL
    assert Mark.FOUND_BY_LOOKING in found.marks


def test_a_finding_that_is_not_judged_says_why() -> None:
    (found,) = of_kind(picture(MAASTRICHT), FindingKind.CHANGE, "onveilig-in-buurt")
    assert found.supported is None
    assert found.reason == "series break in between"
    assert Mark.BREAK in found.marks


def test_a_record_without_a_figure_says_nothing() -> None:
    assert findings_of(made_up([]).record("hic", MAASTRICHT), LAND) == ()


def test_a_district_has_findings_of_its_own() -> None:
    found = picture(EXAMPLE).findings_in("SD9999-centrum")
    assert found
    assert {one.area for one in found} == {"SD9999-centrum"}


def test_of_a_real_municipality_nothing_below_it_is_found() -> None:
    assert {one.area for one in picture(MAASTRICHT).findings} == {MAASTRICHT}


# -- effects ------------------------------------------------------------------------------------------------


def with_effect(method: EffectMethod, nl: str) -> SafetyPicture:
    said = EffectStatement(text=Text(nl, "Something."), indicator="hic", method=method)
    return made_up([], municipality=replace(bare().municipality, effects=(said,)))


def test_an_effect_is_said_with_how_it_was_studied() -> None:
    (found,) = with_effect(EffectMethod.NONE, "HIC hangt samen met de aanpak.").findings
    assert found.kind is FindingKind.EFFECT
    assert found.supported is None
    assert found.reason == "effect not studied by comparison"
    assert found.sentence.nl.endswith("het effect is niet onderzocht.")


@pytest.mark.requirement("RULE-10")
@pytest.mark.parametrize("method", [EffectMethod.NONE, EffectMethod.BEFORE_AFTER])
def test_a_cause_without_a_comparison_is_refused_and_association_is_offered(method: EffectMethod) -> None:
    with pytest.raises(InputError, match=r"'veroorzaakt'.*hangt samen met"):
        _ = with_effect(method, "De daling is veroorzaakt door de aanpak.").findings


def test_a_cause_may_be_named_where_an_effect_was_studied_by_comparison() -> None:
    (found,) = with_effect(EffectMethod.COMPARISON, "De daling komt door de aanpak.").findings
    assert found.sentence.nl == "De daling komt door de aanpak. Vergeleken met gebieden zonder deze aanpak."


# -- the ranking --------------------------------------------------------------------------------------------


@pytest.mark.requirement("DOC-04")
def test_up_to_2021_theft_from_dwellings_and_hic_come_on_top() -> None:
    found = picture(MAASTRICHT, UNTIL_2021).ranking.entries
    assert [one.finding.subject for one in found[:2]] == ["diefstal-uit-woning", "hic"]
    assert [one.finding.figure("percent") for one in found[:2]] == [-68.6, -64.9]
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert found[1].same_phenomenon == ("diefstal-uit-woning",)
    assert Mark.PANDEMIC_ONLY in found[1].finding.marks, "the ranking hides no pandemic year"


def test_the_score_is_size_times_certainty_times_duration() -> None:
    entry = picture(MAASTRICHT, UNTIL_2021).ranking.entries[0]
    assert entry.score
    assert entry.score.size == pytest.approx(1.158, abs=0.002), "ln(1 - 0.686)"
    assert entry.score.certainty == pytest.approx(0.783, abs=0.002)
    assert entry.score.duration == pytest.approx(4 / 5)
    assert entry.score.total == pytest.approx(entry.score.size * entry.score.certainty * 0.8)


def changed(before: str, after: str, years: tuple[int, int] = (2023, 2025), people: int = 120_000) -> float:
    figures = [
        measured("hic", year, value, people=people)
        for year, value in zip(years, (before, after), strict=True)
    ]
    record = made_up(figures).record("hic", MAASTRICHT)
    found = next(one for one in findings_of(record, LAND) if one.kind is FindingKind.CHANGE)
    points = score(found)
    return points.total if points else 0.0


def test_larger_surer_and_longer_changes_go_first_and_a_halving_weighs_as_a_doubling() -> None:
    assert changed("9.0", "3.0") > changed("9.0", "6.0")
    assert changed("9.0", "6.0", people=500_000) > changed("9.0", "6.0")
    assert changed("9.0", "6.0", (2022, 2025)) > changed("9.0", "6.0", (2024, 2025))
    assert changed("8.0", "4.0") == pytest.approx(changed("4.0", "8.0"), rel=0.01)
    assert changed("6.0", "6.1") == 0.0, "what may be chance has no place"


def test_a_start_of_nothing_gives_a_score_that_is_no_infinity() -> None:
    assert 0 < changed("0.0", "9.0") < 2


def test_of_a_change_and_a_trend_of_one_indicator_only_the_stronger_has_a_place() -> None:
    found = picture(MAASTRICHT, UNTIL_2021).ranking.entries
    told = [one.finding.subject for one in found if one.finding.kind is not FindingKind.COMPARISON]
    assert len(told) == len(set(told))


@pytest.mark.requirement("DOC-04")
@pytest.mark.parametrize(
    ("reason", "author", "place", "leave_out"),
    [
        ("", "A", 1, False),
        ("  ", "A", 1, False),
        ("x", "", 1, False),
        ("x", "A", None, False),
        ("x", "A", 1, True),
        ("x", "A", 0, False),
    ],
)
def test_an_override_without_reason_author_or_place_is_refused(
    reason: str, author: str, place: int | None, leave_out: bool
) -> None:
    with pytest.raises(InputError):
        FindingOverride(
            finding="change/hic/GM0935",
            rank=place,
            leave_out=leave_out,
            reason=reason,
            author=author,
            date=date(2026, 5, 1),
        )


@pytest.mark.requirement("DOC-04")
def test_an_override_without_a_reason_in_the_folder_of_a_municipality_is_refused_with_its_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ranking.yaml"
    path.write_text("- {finding: a, rank: 1, reason: ' ', author: A, date: 2026-05-01}\n", "utf-8")
    with pytest.raises(InputError, match=r"ranking\.yaml.*says not why") as refused:
        placed(tuple[FindingOverride, ...], path, ())
    assert refused.value.do
    path.write_text("- {finding: a, rank: 1, author: A, date: 2026-05-01}\n", "utf-8")
    with pytest.raises(InputError, match="reason"):
        placed(tuple[FindingOverride, ...], path, ())


@pytest.mark.requirement("DOC-04")
def test_an_override_with_a_reason_is_kept_and_shown_beside_the_computed_place() -> None:
    found = picture(MAASTRICHT, UNTIL_2021).findings
    moved, left = "change/geweld/GM0935", "change/hic/GM0935"
    ranking = rank(found, (override(moved, 2), override(left, None, leave_out=True), override("level/x/y")))
    entry = ranking.entries[1]
    assert (entry.finding.id, entry.rank, entry.override) == (moved, 2, override(moved, 2))
    assert entry.computed is not None
    assert entry.computed > 2
    assert [one.finding.id for one in ranking.left_out] == [left]
    assert ranking.left_out[0].computed == 2
    assert left not in {one.finding.id for one in ranking.entries}
    assert [one.finding for one in ranking.unmatched] == ["level/x/y"]


def test_the_later_of_two_decisions_on_one_place_gets_it() -> None:
    found = picture(EXAMPLE).findings
    first, second = (one.finding.id for one in rank(found).entries[3:5])
    for decided in ((first, second), (second, first), (second, first, second)):
        ranking = rank(found, [override(one) for one in decided])
        assert [one.finding.id for one in ranking.entries[:2]] == list(dict.fromkeys(reversed(decided)))


def test_an_analyst_can_put_a_finding_without_a_score_on_a_place() -> None:
    found = picture(MAASTRICHT, UNTIL_2021).findings
    ranking = rank(found, (override("change/vernieling/GM0935"),))
    assert (ranking.entries[0].finding.subject, ranking.entries[0].computed) == ("vernieling", None)


def test_what_an_analyst_decides_shows_in_the_points_that_stand_out_with_the_reason() -> None:
    shown = picture(MAASTRICHT, UNTIL_2021)
    decided = (
        override("change/geweld/GM0935"),
        override("change/diefstal-uit-woning/GM0935", None, leave_out=True),
    )
    changed_points = SafetyPicture(
        replace(shown.material, municipality=replace(shown.material.municipality, overrides=decided))
    ).highlights
    assert changed_points[0].indicator == "geweld"
    assert (
        changed_points[0].rule.nl
        == "Gekozen omdat een analist dat besloot (A. Analist): “de raad vroeg erom”."
    )
    assert "diefstal-uit-woning" not in {one.indicator for one in changed_points}
    assert "diefstal-uit-woning" in {one.indicator for one in shown.highlights}


# -- as data ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_findings_and_ranking_are_plain_data(code: str) -> None:
    shown = picture(code)
    rows = finding_records(shown)
    assert len(rows) == len(shown.findings)
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows
    rules = rule_records(shown)
    for row in rows:
        caveats = row["caveats"]
        assert isinstance(caveats, list)
        assert all(one["rule"] in rules or one["nl"] for one in caveats)
    order = ranking_record(shown)
    json.dumps(order, allow_nan=False)
    assert order["explanation"]
    if code == EXAMPLE:
        left = order["left_out"]
        assert isinstance(left, list)
        assert [one["override"]["leave_out"] for one in left] == [True]
