# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Progress report, plan and evaluation: counts, what is late, orphans, and amounts that nobody knows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.model.action import Action, ActionStatus, MoneyKind
from baken.model.cycle_papers import BudgetLine, Deviation, EvaluationOutcome, EvaluationQuestion
from baken.model.errors import InputError
from baken.model.text import Language
from baken.publications.report_model import Table
from baken.publications.word.cycle import money
from baken.publications.word.cycle.documents import (
    evaluation_of,
    implementation_plan_of,
    progress_report_of,
)
from baken.publications.word.cycle.report import progress_report_paper
from publications.word.cycle.examples import (
    ACTIONS,
    BUDGET,
    CAMPAIGN,
    CHECKS,
    DEVIATION,
    EVALUATION,
    LOOSE,
    PLAN,
    REPORT,
    THEMES,
    lines,
    words_in,
)

ORDER = ["done", "in-progress", "not-started", "blocked", "stopped"]


def below(heading: str, said: list[str]) -> list[str]:
    """What stands below a heading, up to the next of its level or a higher one."""
    start = said.index(heading) + 1
    level = heading.index(" ")
    ends = (
        place
        for place in range(start, len(said))
        if said[place].startswith("#") and said[place].index(" ") <= level
    )
    return said[start : next(ends, len(said))]


@pytest.mark.requirement("EVAL-04")
@given(
    states=st.lists(
        st.tuples(
            st.sampled_from([*(one.id for one in THEMES), "", "elders"]), st.sampled_from(ActionStatus)
        ),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=40)
def test_the_counts_by_theme_add_up_to_those_together(states: list[tuple[str, ActionStatus]]) -> None:
    actions = tuple(
        Action(id=str(place), title=f"actie {place}", theme=theme, status=status)
        for place, (theme, status) in enumerate(states)
    )
    paper = progress_report_paper(replace(REPORT, actions=actions), Language.NL)
    table = next(one for one in paper.parts[0].blocks if isinstance(one, Table))
    rows = [[int(cell.text) for cell in row[1:]] for row in table.rows]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
    counted = Counter(status.value for _, status in states)
    assert rows[-1] == [*(counted[one] for one in ORDER), len(states)]
    for theme, row in zip(THEMES, rows, strict=False):
        own = Counter(status.value for name, status in states if name == theme.id)
        assert row == [*(own[one] for one in ORDER), own.total()]


def test_actions_of_a_theme_that_is_not_named_are_shown_apart() -> None:
    strange = replace(CAMPAIGN, theme="elders")
    said = lines(progress_report_of(replace(REPORT, actions=(strange,))))
    assert any(
        one.startswith("Voorlichting") for one in below("### Thema dat dit document niet noemt: elders", said)
    )


def test_late_actions_are_named_and_those_without_an_end_are_not_called_in_time() -> None:
    said = below("## Acties die te laat zijn", lines(progress_report_of(REPORT)))
    assert said == [
        "- Voorlichting woninginbraak (trekker: team Veiligheid; begin: Q1 2027; einde: eind 2027)",
        "Geen einddatum bekend, dus niet te zeggen of zij te laat zijn: Controles bedrijventerrein.",
    ]
    early = replace(REPORT, on=date(2027, 12, 31), actions=(CAMPAIGN,))
    assert below("## Acties die te laat zijn", lines(progress_report_of(early))) == [
        "Geen actie met een bekende einddatum is te laat op 31 december 2027."
    ]


def test_the_reason_stands_with_the_status_and_before_the_first_step_there_is_none() -> None:
    fresh = Action(id="A4", title="Nieuw", theme="wonen")
    said = lines(progress_report_of(replace(REPORT, actions=(CHECKS, fresh))))
    assert any(one.endswith("geblokkeerd. Reden: wacht op afspraken met de provincie") for one in said)
    assert any(one.startswith("Nieuw |") and one.endswith("| niet begonnen") for one in said)


@pytest.mark.requirement("CYC-11")
def test_a_deviation_that_holds_stands_in_the_report_and_one_without_decision_is_refused() -> None:
    said = below("## Tijdelijke afwijkingen", lines(progress_report_of(REPORT)))
    assert [one.split(" | ")[0] for one in said] == [
        "Afwijking",
        "Extra toezicht station",
        "Minder controles horeca",
    ]
    assert [one.split(" | ")[-1] for one in said[1:]] == ["loopt", "afgelopen"]
    with pytest.raises(InputError, match=r"Extra toezicht station: .* lacks its decision"):
        replace(DEVIATION, decision=" ")
    with pytest.raises(InputError, match="before it starts"):
        replace(DEVIATION, end=date(2028, 1, 31))
    with pytest.raises(TypeError, match="end"):
        Deviation(title="x", reason="y", start=date(2028, 1, 1), decision="z")  # type: ignore[call-arg]


@pytest.mark.parametrize(("on", "holds"), [(31, False), (32, True), (121, True), (122, False)])
def test_a_deviation_holds_from_its_first_to_its_last_day(on: int, holds: bool) -> None:
    assert DEVIATION.is_active(date.fromordinal(date(2027, 12, 31).toordinal() + on)) is holds


@pytest.mark.requirement("MEAS-15")
def test_an_action_that_nobody_follows_cannot_be_evaluated() -> None:
    said = below("## Wat niet te evalueren is", lines(progress_report_of(REPORT)))
    assert said == [
        "- Controles bedrijventerrein: geen indicator en geen manier van volgen",
        "- Buurtpreventie: geen indicator en geen manier van volgen",
        "- Het effect op verborgen misdaad",
    ]


@pytest.mark.requirement("EVAL-03")
@pytest.mark.parametrize(
    ("actions", "said"),
    [
        (ACTIONS, "1 van de 3, dat is 33 %."),
        ((CAMPAIGN,), "1 van de 1, dat is 100 %."),
        ((replace(CAMPAIGN, effect=""), LOOSE), "0 van de 2, dat is 0 %."),
        ((), "Zonder acties is er geen aandeel met een impactmeting."),
    ],
)
def test_the_plan_says_how_many_actions_have_an_impact_measure(
    actions: tuple[Action, ...], said: str
) -> None:
    text = below("## Monitoring", lines(implementation_plan_of(replace(PLAN, actions=actions))))
    assert text[1].endswith(said)


@pytest.mark.requirement("DOC-22")
def test_actions_without_a_goal_of_the_programme_are_listed() -> None:
    said = lines(implementation_plan_of(PLAN))
    assert below("## Acties zonder doel van het programma", said) == [
        "- Controles bedrijventerrein (doel: D9)",
        "- Buurtpreventie (doel: geen doel opgegeven)",
    ]
    assert below("## Kaders en doelen van het programma", said)[2] == (
        "Minder woninginbraken | verbeteren | woninginbraken | Voorlichting woninginbraak"
    )
    served = replace(PLAN, actions=(CAMPAIGN,))
    assert below("## Acties zonder doel van het programma", lines(implementation_plan_of(served))) == [
        "Elke actie dient een doel van het programma."
    ]


def test_a_sheet_has_every_field_and_says_which_are_empty() -> None:
    said = lines(implementation_plan_of(PLAN))
    full, empty = below("### Voorlichting woninginbraak", said), below("### Buurtpreventie", said)
    assert [one.split(":")[0] for one in full] == [one.split(":")[0] for one in empty]
    assert not any("nog niet ingevuld" in one for one in full)
    assert [one for one in empty if "nog niet ingevuld" not in one] == ["Kenmerk: A3"]


@pytest.mark.requirement("FIN-02")
def test_an_amount_that_no_document_tells_is_said_and_never_counted_as_zero() -> None:
    said = below("## Geld", lines(implementation_plan_of(PLAN)))
    assert any(
        one.startswith("Extra middelen | ") and "bedrag staat niet in het document" in one for one in said
    )
    assert (
        "- Structureel: van 1 van de 2 staat het bedrag niet in het document. De bekende bedragen zijn "
        "samen € 250.000; dat is niet het totaal." in said
    )
    assert not any("€ 0" in one for one in said)


@pytest.mark.requirement("FIN-01")
def test_a_line_of_the_base_has_its_budget_programme_and_no_new_money() -> None:
    said = below("## Geld", lines(implementation_plan_of(PLAN)))
    assert "Bestaande inzet | structureel | 2028 | € 250.000 | geen" in said
    assert "- Bestaande inzet. Begrotingsprogramma: programma 1" in said


@pytest.mark.requirement("FIN-04")
def test_a_line_says_whether_it_is_structural_or_incidental() -> None:
    with pytest.raises(TypeError, match="kind"):
        BudgetLine(label="x")  # type: ignore[call-arg]
    said = words_in(implementation_plan_of(PLAN))
    assert all(f"{one.label} | {one.kind.value[:8]}" in said.replace("eel", "al") for one in BUDGET)


amounts = st.one_of(st.none(), st.decimals(min_value=0, max_value=10**9, places=2))


@given(st.lists(st.tuples(st.sampled_from([*MoneyKind, None]), amounts), max_size=8))
def test_a_sum_is_a_total_only_if_every_amount_is_known(
    held: list[tuple[MoneyKind | None, Decimal | None]],
) -> None:
    said = money.sums(held, Language.NL)
    kinds = [kind for kind in (*MoneyKind, None) if any(one is kind for one, _ in held)]
    assert len(said) == len(kinds)
    for line, kind in zip(said, kinds, strict=True):
        own = [amount for one, amount in held if one is kind]
        assert line.endswith("in totaal.") is (None not in own)


def evaluated(**changes: object) -> list[str]:
    return lines(evaluation_of(replace(EVALUATION, **changes)))  # type: ignore[arg-type]


def test_an_evaluation_with_an_open_question_is_a_draft_whatever_it_says_of_itself() -> None:
    open_one = EvaluationQuestion(text="Wat merken bewoners?", method="gesprekken")
    said = evaluated(questions=(*EVALUATION.questions, open_one))
    assert said[0].endswith("(concept)")
    assert "1 van de 2 vragen zijn nog open. De evaluatie kan niet worden afgerond." in said
    assert "Antwoord: deze vraag is nog open" in below("### Vraag 2: Wat merken bewoners?", said)
    assert evaluated(questions=())[0].endswith("(concept)")
    assert evaluated(outcome=None)[0].endswith("(concept)")
    assert not evaluated()[0].endswith("(concept)")


@pytest.mark.requirement("EVAL-05")
@pytest.mark.parametrize(
    ("outcome", "words"),
    list(
        zip(EvaluationOutcome, ["doorgaan", "aanpak bijstellen", "thema bijstellen", "stoppen"], strict=True)
    ),
)
def test_every_outcome_has_its_words(outcome: EvaluationOutcome, words: str) -> None:
    assert below("## Wat hieruit volgt", evaluated(outcome=outcome))[0] == f"Uitkomst: {words}."


def test_empty_records_say_what_they_do_not_have() -> None:
    bare = replace(
        REPORT, plan="", programme="", themes=(), actions=(), deviations=(), figures=(), not_evaluable=(),
        written=(), unknown=(),
    )  # fmt: skip
    said = lines(progress_report_of(bare))
    for one in (
        "Plan: nog niet ingevuld",
        "Er zijn geen acties opgegeven.",
        "Er zijn geen tijdelijke afwijkingen opgegeven.",
        "Er zijn geen cijfers opgegeven.",
        "Niemand heeft een toelichting geschreven.",
        "Er is niets opgegeven dat onbekend is.",
    ):
        assert one in said
