# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Programme, budget section, and the pair of proposal and decision: what the council is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from baken.council.decision import check_decision, read_decision
from baken.council.proposal_sections import check_sections
from baken.council.signing import SigningState
from baken.council.vote import Outcome
from baken.model.cycle_papers import GoalLine, ProgrammeKind, ThemeLine
from baken.model.errors import InputError
from baken.model.goal import GoalKind
from baken.model.stages import IndicatorStage
from baken.model.text import Language
from baken.publications.word.cycle.documents import (
    control_section_of,
    council_decision_of,
    council_proposal_of,
    programme_of,
)
from baken.publications.word.cycle.goals import kind_of
from baken.publications.word.cycle.model import CouncilProposal, FactionVotes
from baken.publications.word.cycle.pair import council_proposal_paper, points_of
from baken.publications.word.model import Points
from publications.office import read
from publications.word.cycle.examples import (
    GOALS,
    IMPRINT,
    PROGRAMME,
    PROPOSAL,
    SECTION,
    VOTE,
    lines,
    words_in,
)
from publications.word.cycle.test_execution import below


@pytest.mark.requirement("OBJ-21")
@pytest.mark.parametrize("state", [IndicatorStage.PROPOSED, IndicatorStage.PILOTED])
def test_an_indicator_that_is_not_adopted_stands_in_drafts_only(state: IndicatorStage) -> None:
    targets = tuple(replace(one, state=state, indicator="buurtapp") for one in GOALS[0].targets[:1])
    changed = replace(PROGRAMME, goals=(replace(GOALS[0], targets=targets), *GOALS[1:]))
    final = words_in(programme_of(changed))
    assert "buurtapp" not in final
    assert final.count("Nog niet meetbaar: dit doel heeft geen indicator.") == 3
    draft = words_in(programme_of(replace(changed, imprint=replace(IMPRINT, draft=True))))
    word = {IndicatorStage.PROPOSED: "voorgesteld", IndicatorStage.PILOTED: "in proef"}[state]
    assert f"buurtapp ({word}) | 1,3 in 2027" in draft
    assert draft.startswith("# Meerjarenprogramma Veiligheid 2027-2030 (concept)")


def test_a_retired_indicator_stays_readable() -> None:
    targets = (replace(GOALS[0].targets[0], state=IndicatorStage.RETIRED),)
    changed = replace(PROGRAMME, goals=(replace(GOALS[0], targets=targets),))
    assert "woninginbraken (vervallen) | 1,3 in 2027" in words_in(programme_of(changed))


@pytest.mark.requirement("THEME-13")
def test_a_goal_without_an_indicator_is_marked_as_not_yet_measurable() -> None:
    said = below("### Overige doelen", lines(programme_of(PROGRAMME)))
    assert said[said.index("Een weerbare stad") + 2] == "Nog niet meetbaar: dit doel heeft geen indicator."


@pytest.mark.parametrize(
    ("target", "noted"),
    [("0", True), ("0,0 per 1.000", True), ("nul", True), ("0,4", False), ("10", False), ("", False)],
)
def test_a_target_of_zero_is_never_shown_as_a_promise(target: str, noted: bool) -> None:
    goal = replace(GOALS[0], targets=(replace(GOALS[0].targets[0], target=target),))
    said = words_in(programme_of(replace(PROGRAMME, goals=(goal,))))
    assert ("honderd procent veiligheid bestaat niet" in said) is noted


@pytest.mark.requirement("THEME-11")
def test_it_lists_which_goals_contribute_to_which_ambition_of_the_vision() -> None:
    both = (GOALS[0], replace(GOALS[2], vision=("vitale wijken", "groene stad")))
    said = below("## Samenhang met Stadsvisie 2040", lines(programme_of(replace(PROGRAMME, goals=both))))
    assert said == [
        "- vitale wijken: Minder woninginbraken; Een weerbare stad",
        "- groene stad: Een weerbare stad",
    ]
    none = replace(PROGRAMME, goals=GOALS[1:])
    assert below("## Samenhang met Stadsvisie 2040", lines(programme_of(none))) == [
        "Geen doel noemt een ambitie uit Stadsvisie 2040."
    ]


@pytest.mark.requirement("THEME-18")
def test_it_lists_the_indicators_of_each_sdg() -> None:
    assert below("## Global Goals (SDG's)", lines(programme_of(PROGRAMME)))[2:] == [
        "SDG 3 | Veilig wonen | woninginbraken",
        "SDG 5 | Digitale criminaliteit | nog niet ingevuld",
        "SDG 16 | Veilig wonen | woninginbraken",
    ]


@pytest.mark.requirement("THEME-17")
def test_the_social_domain_is_context_and_never_a_cause() -> None:
    said = words_in(programme_of(PROGRAMME))
    assert "bestaanszekerheid; kansengelijkheid. Dit is achtergrond. Het bewijst niet waardoor" in said


def test_an_article_that_nobody_checked_is_not_shown() -> None:
    for language in Language:
        said = words_in(programme_of(PROGRAMME, language))
        assert "artikel 151c Gemeentewet" in said
        assert "Verzonnen wet" not in said
    assert "Gebiedsverbod | de burgemeester | artikel nog niet gecontroleerd" in words_in(
        programme_of(PROGRAMME)
    )


@pytest.mark.requirement("PART-10")
def test_every_answer_of_the_council_says_what_became_of_it() -> None:
    said = below("### Wat de raad meegaf", lines(programme_of(PROGRAMME)))
    assert said[2:5] == [
        "Lijst Noord | Ja, met sloten. | gebruikt: doel D1",
        "Lijst Zuid | Noem ruimtevaart. | niet gebruikt, omdat: geen taak",
        "Lijst West | Kijk naar het water. | nog niet afgewogen",
    ]
    assert said.count("Op deze vraag zijn geen antwoorden opgegeven.") == 2


@pytest.mark.requirement("PART-02")
def test_what_a_contribution_changed_is_said_or_why_it_changed_nothing() -> None:
    said = below("## Participatie", lines(programme_of(PROGRAMME)))
    assert "Wat het veranderde: doel D1 kwam erbij" in said
    assert "Thema's: Veilig wonen" in said
    assert "Wat het veranderde: niets, omdat: de inbreng stond er al in" in said


def test_a_theme_without_holder_or_origin_is_reported() -> None:
    said = below("## Wat niet bekend is", lines(programme_of(PROGRAMME)))
    assert said[1:] == [
        "- Digitale criminaliteit: geen portefeuillehouder ingevuld",
        "- Digitale criminaliteit: niet ingevuld waar het vandaan komt",
    ]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (ProgrammeKind.PROGRAMME, "Meerjarenprogramma Veiligheid 2027-2030"),
        (ProgrammeKind.FRAMEWORK, "Kadernota Veiligheid 2027-2030"),
        (ProgrammeKind.SAFETY_PLAN, "Integraal Veiligheidsplan 2027-2030"),
    ],
)
def test_a_kadernota_has_the_same_content_under_another_title(kind: ProgrammeKind, title: str) -> None:
    said = lines(programme_of(replace(PROGRAMME, kind=kind)))
    assert said[0] == f"# {title}"
    assert said[1:] == lines(programme_of(PROGRAMME))[1:]


def test_a_programme_of_nothing_says_so() -> None:
    bare = replace(
        PROGRAMME, themes=(), goals=(), ambition=(), powers=(), consulted=(), questions=(), calendar=(),
        budget=(), basis=(), written=(), unknown=(), vision="", replaces="",
    )  # fmt: skip
    said = lines(programme_of(bare))
    assert "Geen doel noemt een ambitie uit de stadsvisie." in said
    assert [one for one in said if one.startswith("Er zijn geen")] == [
        "Er zijn geen thema's opgegeven.",
        "Er zijn geen doelen opgegeven.",
        "Er zijn geen bevoegdheden opgegeven.",
        "Er zijn geen vragen aan de raad opgegeven.",
        "Er zijn geen momenten opgegeven.",
        "Er zijn geen bedragen opgegeven.",
        "Er zijn geen documenten opgegeven.",
    ]


def test_goals_of_a_theme_that_is_not_named_are_shown_with_its_id() -> None:
    changed = replace(PROGRAMME, themes=(ThemeLine(id="x", name="X"),), goals=(GOALS[0],))
    said = below("### Overige doelen", lines(programme_of(changed)))
    assert "Thema: wonen" in said
    assert isinstance(GOALS[0], GoalLine)


@pytest.mark.requirement("ROLE-02")
def test_the_section_is_that_of_the_budget_programme_with_figures_frozen_on_a_day() -> None:
    said = lines(control_section_of(SECTION))
    assert said[0] == "# Programma 1 Veiligheid: Programmabegroting 2029"
    assert "Cijfers bevroren op: 1 september 2028" in said
    rows = [one.split(" | ") for one in below("## Verplichte beleidsindicatoren", said) if " | " in one]
    assert rows[0][-2:] == ["Voorbeeldstad", "Nederland"]
    assert [row[-2:] for row in rows[1:]] == [
        ["9", "8"],
        ["2,1", "2,3"],
        ["geen gegevens", "geen gegevens"],
        ["geen gegevens", "geen gegevens"],
        ["0", "geen gegevens"],
    ]


@pytest.mark.requirement("DOC-12")
def test_the_sections_of_the_proposal_stand_in_their_order() -> None:
    assert check_sections(read(council_proposal_of(PROPOSAL), "voorstel.docx").text) == ()


@pytest.mark.requirement("DOC-14")
def test_proposal_and_decision_have_the_same_points() -> None:
    text = read(council_proposal_of(PROPOSAL), "voorstel.docx").text
    held = read_decision(text)
    alone = read_decision(read(council_decision_of(PROPOSAL), "besluit.docx").text)
    for points in (held.proposed, held.drafted, alone.drafted):
        assert tuple(one.words for one in points) == PROPOSAL.points
    assert [one.rule for one in check_decision(held)] == ["decision-unsigned"]
    before, _, after = text.rpartition("Intrekken")
    changed = check_decision(read_decision(f"{before}Handhaven{after}"))
    assert "decision-point-differs" in {one.rule for one in changed}


def test_the_points_are_held_once_and_both_places_show_the_same_object() -> None:
    paper = council_proposal_paper(PROPOSAL, Language.NL)
    first, second = (one for part in paper.parts for one in part.blocks if isinstance(one, Points))
    assert first.points == second.points == points_of(PROPOSAL)
    document = Document(BytesIO(council_proposal_of(PROPOSAL)))
    paths = [one.get(qn("w:xpath")) for one in document.element.body.iter(qn("w:dataBinding"))]
    assert sorted(paths) == sorted(2 * [f"/p:points[1]/p:point[{place}]" for place in (1, 2)])


def test_head_and_decision_have_meeting_number_and_department() -> None:
    held = read_decision(read(council_proposal_of(PROPOSAL), "voorstel.docx").text)
    assert held.decided is not None
    assert held.college is not None
    assert (held.decided.on, held.college.on) == (PROPOSAL.meeting, PROPOSAL.college)
    assert (held.case_number, held.department) == ("VB-2026-1", "Veiligheid")


def test_what_nobody_wrote_is_a_place_to_fill_in() -> None:
    bare = CouncilProposal(imprint=replace(PROPOSAL.imprint, draft=True), points=())
    said = lines(council_proposal_of(bare))
    for one in (
        "[Alternatieven: in te vullen door de opsteller]",
        "[Financiën: in te vullen door de financieel adviseur]",
        "[beslispunt 1: in te vullen door de opsteller]",
        "Agendapunt: [in te vullen door de griffie]",
    ):
        assert one in said
    assert "Concept. Wat tussen vierkante haken staat, vult een mens in." in said
    assert not any("Bijlage 2" in one for one in said)


@pytest.mark.requirement("FIN-05")
def test_alternatives_that_do_not_apply_are_said_and_warned_of_where_choices_exist() -> None:
    said = below("## 5. Alternatieven", lines(council_proposal_of(PROPOSAL)))
    warning = "Let op: alternatieven staan op N.v.t., maar deze keuzes bestaan:"
    assert said == ["N.v.t.", warning, "- meer inzet op zorg"]
    assert PROPOSAL.hides_choices
    calm = replace(PROPOSAL, choices=())
    assert below("## 5. Alternatieven", lines(council_proposal_of(calm))) == ["N.v.t."]
    assert not calm.hides_choices
    named = replace(PROPOSAL, no_alternatives=False, alternatives=("Niets doen",))
    assert not named.hides_choices
    assert below("## 5. Alternatieven", lines(council_proposal_of(named)))[0] == "- Niets doen"
    with pytest.raises(InputError, match="names alternatives and says that there are none"):
        replace(PROPOSAL, alternatives=("Niets doen",))


def test_a_proposal_after_its_meeting_is_refused() -> None:
    with pytest.raises(InputError, match="after the council meets"):
        replace(PROPOSAL, college=date(2026, 12, 21))


def test_it_is_not_signed_until_both_have_signed() -> None:
    for one in (PROPOSAL, replace(PROPOSAL, clerk_signed=None), replace(PROPOSAL, clerk_signed=None,
                chair_signed=date(2026, 12, 22))):  # fmt: skip
        said = lines(council_decision_of(one))
        assert (
            said.count("de griffier, niet ondertekend") == said.count("de voorzitter, niet ondertekend") == 1
        )
        assert not one.is_signed
        held = read_decision(read(council_decision_of(one), "besluit.docx").text)
        assert held.state is SigningState.UNSIGNED
    both = replace(PROPOSAL, chair_signed=date(2026, 12, 22))
    assert both.is_signed
    assert lines(council_decision_of(both)).count("de voorzitter, ondertekend op 22 december 2026") == 1


def voted(**changes: object) -> list[str]:
    vote = replace(VOTE, **changes)  # type: ignore[arg-type]
    said = lines(council_decision_of(replace(PROPOSAL, vote=vote)))
    return below("## Bijlage 1. Uitslag van de stemming", said)


def test_the_vote_is_shown_by_faction_and_its_outcome_computed() -> None:
    said = voted()
    assert said[2:5] == ["Lijst Noord | 12 | 0 | 1", "Lijst Zuid | 3 | 9 | 0", "Samen | 15 | 9 | 1"]
    assert any("15 voor en 9 tegen" in one and "13 nodig" in one for one in said)
    assert (
        "De raad telt 25 leden; voor een geldige stemming moeten er ten minste 13 meedoen. Dat was zo."
        in said
    )
    assert not any(one.startswith("Let op") for one in said)


def test_an_outcome_that_the_numbers_do_not_carry_is_named() -> None:
    assert any(
        one.startswith("Let op: de getallen leiden tot een andere") for one in voted(outcome=Outcome.REJECTED)
    )
    assert any("Dat was niet zo." in one for one in voted(seats=60))


@pytest.mark.parametrize("outcome", [None, *Outcome])
def test_a_decision_that_was_not_taken_does_not_read_as_one(outcome: Outcome | None) -> None:
    said = lines(council_decision_of(replace(PROPOSAL, vote=replace(VOTE, outcome=outcome))))
    noted = any(one.startswith("De raad heeft dit besluit niet genomen.") for one in said)
    assert noted is (outcome not in {None, Outcome.ADOPTED})


def test_a_number_that_the_record_does_not_tell_is_not_counted_as_nought() -> None:
    unknown = FactionVotes(faction="Lijst Zuid")
    said = voted(factions=(VOTE.factions[0], unknown), seats=None, outcome=None)
    assert "Lijst Zuid | staat er niet | staat er niet | staat er niet" in said
    assert "Samen | staat er niet | staat er niet | staat er niet" in said
    assert "Het stuk zegt niet wat de uitslag was." in said
    assert any(one.startswith("Niet van elke fractie is bekend") for one in said)
    assert not any("nodig" in one for one in said)
    with pytest.raises(InputError, match="Lijst Zuid: -1 is no number of members"):
        FactionVotes(faction="Lijst Zuid", favour=-1)


def test_a_template_of_its_own_carries_the_pair(tmp_path: Path) -> None:
    own = Document()
    own.styles["Heading 1"].font.name = "Georgia"
    own.save(str(tmp_path / "eigen.docx"))
    data = council_decision_of(PROPOSAL, template=tmp_path / "eigen.docx")
    assert Document(BytesIO(data)).styles["Heading 1"].font.name == "Georgia"


@pytest.mark.parametrize(("kind", "said"), [(GoalKind.FRAME, "kader"), (GoalKind.DIRECTION, "richting")])
def test_a_frame_or_direction_is_called_so_and_is_not_said_to_improve(kind: GoalKind, said: str) -> None:
    assert kind_of(GoalLine(id="k", text="Een kader", kind=kind), Language.NL) == said
