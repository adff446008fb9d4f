# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small invented records, one for each paper, and how the tests read the files made of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from baken.council.vote import Outcome
from baken.model.action import Action, ActionStatus, MoneyKind, OwnerKind
from baken.model.cycle_papers import (
    BasisDocument,
    BudgetLine,
    CalendarLine,
    Consulted,
    CouncilQuestion,
    Deviation,
    EvaluationOutcome,
    EvaluationQuestion,
    EvaluationReport,
    FactionAnswer,
    GoalLine,
    ImplementationPlan,
    Imprint,
    Named,
    PowerLine,
    ProgrammePaper,
    ProgressReport,
    Sentence,
    Signed,
    StageLine,
    TargetLine,
    ThemeLine,
)
from baken.model.goal import GoalKind
from baken.model.governance import Body
from baken.model.policy import ThemeKind
from baken.model.stages import IndicatorStage, ThemeStage
from baken.publications.word.cycle.model import (
    ControlMoment,
    ControlSection,
    CouncilProposal,
    FactionVotes,
    IndicatorRow,
    RollCall,
)

IMPRINT = Imprint(
    municipality="Voorbeeldstad",
    day=date(2028, 3, 10),
    number="VB-2028-7",
    department="Veiligheid",
    invented=True,
)
THEMES = (Named("wonen", "Veilig wonen"), Named("geld", "Ondermijning"), Named("zorg", "Zorg en veiligheid"))
CAMPAIGN = Action(
    id="A1",
    title="Voorlichting woninginbraak",
    what="Bewoners krijgen tips per straat",
    theme="wonen",
    goal="D1",
    lead="team Veiligheid",
    co_owners=("politie", "woningcorporatie"),
    residents="Buurtteams geven de tips door",
    area="WK999901",
    area_name="Oost",
    start_words="Q1 2027",
    start=date(2027, 1, 1),
    end_words="eind 2027",
    end=date(2027, 12, 31),
    instrument="voorlichting",
    power="geen",
    money=Decimal(12000),
    money_kind=MoneyKind.INCIDENTAL,
    effect="Minder woningen zonder goed slot",
    indicator="inbraak",
    monitoring="telling per kwartaal",
    status=ActionStatus.IN_PROGRESS,
    reason="twee van de drie straten gedaan",
    updated=date(2028, 2, 1),
)
CHECKS = Action(
    id="A2",
    title="Controles bedrijventerrein",
    theme="geld",
    goal="D9",
    lead="THOR",
    lead_kind=OwnerKind.PARTNER,
    money_kind=MoneyKind.STRUCTURAL,
    status=ActionStatus.BLOCKED,
    reason="wacht op afspraken met de provincie",
)
LOOSE = Action(id="A3", title="Buurtpreventie", status=ActionStatus.DONE, lead_kind=OwnerKind.RESIDENTS)
ACTIONS = (CAMPAIGN, CHECKS, LOOSE)
DEVIATION = Deviation(
    title="Extra toezicht station",
    reason="plotselinge reeks vernielingen",
    start=date(2028, 2, 1),
    end=date(2028, 4, 30),
    decision="collegebesluit 31 januari 2028",
)
PAST = Deviation(
    title="Minder controles horeca",
    reason="inzet elders nodig",
    start=date(2027, 5, 1),
    end=date(2027, 6, 30),
    decision="collegebesluit 27 april 2027",
)
FIGURE = Sentence("In 2027 waren er 1,3 misdrijven per 1.000 inwoners.", "CBS, 12 januari 2028")
WRITTEN = Signed(paragraphs=("De samenwerking loopt goed.",), role="adviseur", day=date(2028, 3, 1))
GOALS = (
    GoalLine(
        id="D1",
        text="Minder woninginbraken",
        kind=GoalKind.IMPROVE,
        theme="wonen",
        targets=(
            TargetLine(
                indicator="woninginbraken",
                now="1,3 in 2027",
                target="1,0",
                by="eind 2030",
                source="CBS tabel 83648NED",
            ),
            TargetLine(indicator="buurtapp-gebruik", state=IndicatorStage.PROPOSED),
        ),
        vision=("vitale wijken",),
    ),
    GoalLine(
        id="D2",
        text="Vertrouwen in de buurt blijft",
        kind=GoalKind.HOLD,
        theme="zorg",
        band="6,9 tot 7,3",
    ),
    GoalLine(id="D3", text="Een weerbare stad", kind=GoalKind.HOLD),
)
BUDGET = (
    BudgetLine(
        label="Bestaande inzet",
        kind=MoneyKind.STRUCTURAL,
        amount=Decimal(250000),
        new_money=Decimal(0),
        year=2028,
        budget_programme="programma 1",
    ),
    BudgetLine(label="Extra middelen", kind=MoneyKind.STRUCTURAL, decision="besluit over de begroting 2023"),
    BudgetLine(label="Proef camera's", kind=MoneyKind.INCIDENTAL, amount=Decimal("1999.50"), year=2028),
)
REPORT = ProgressReport(
    imprint=IMPRINT,
    start=date(2027, 1, 1),
    end=date(2027, 12, 31),
    on=date(2028, 3, 1),
    programme="Meerjarenprogramma Veiligheid 2027-2030",
    plan="Uitvoeringsplan 2027-2028",
    themes=THEMES,
    actions=ACTIONS,
    deviations=(PAST, DEVIATION),
    figures=(FIGURE,),
    not_evaluable=("Het effect op verborgen misdaad",),
    written=(WRITTEN,),
    unknown=("Of de proef doorgaat",),
)
PLAN = ImplementationPlan(
    imprint=IMPRINT,
    start=date(2027, 1, 1),
    end=date(2028, 12, 31),
    programme="Meerjarenprogramma Veiligheid 2027-2030",
    themes=THEMES,
    goals=GOALS,
    actions=ACTIONS,
    indicators=(Named("inbraak", "Woninginbraken per 1.000 inwoners"),),
    budget=BUDGET,
    monitoring=("Elk half jaar bespreken wij de stand.",),
    rule=("Het college kan tijdelijk afwijken voor een acuut vraagstuk.",),
    deviations=(DEVIATION,),
    written=(WRITTEN,),
    unknown=("Wat de provincie bijdraagt",),
)
PROGRAMME = ProgrammePaper(
    imprint=IMPRINT,
    start=date(2027, 1, 1),
    end=date(2030, 12, 31),
    replaces="Meerjarenprogramma Veiligheid 2023-2026",
    ambition=("De stad leefbaarder en veiliger maken.",),
    vision="Stadsvisie 2040",
    themes=(
        ThemeLine(
            id="wonen",
            name="Veilig wonen",
            portfolio_holder="burgemeester",
            origins=("veiligheidsanalyse 2026", "landelijke agenda"),
            fields=("veilige woon- en leefomgeving",),
            sdgs=(3, 16),
            vision=("vitale wijken",),
            challenges=("leefbare wijken",),
            social=("bestaanszekerheid", "kansengelijkheid"),
            stages=(StageLine(stage=ThemeStage.HOLD, since=date(2027, 1, 1), reason="cijfers dalen"),),
            text=("Wonen zonder zorgen over inbraak.",),
        ),
        ThemeLine(id="digi", name="Digitale criminaliteit", kind=ThemeKind.ATTENTION, sdgs=(5,)),
    ),
    goals=GOALS,
    powers=(
        PowerLine(name="Cameratoezicht", body=Body.MAYOR, article="artikel 151c Gemeentewet", checked=True),
        PowerLine(name="Gebiedsverbod", body=Body.MAYOR, article="artikel 999 Verzonnen wet"),
    ),
    consulted=(
        Consulted(
            who="Wijkraad Oost",
            when="mei 2026",
            how="gesprek",
            result="meer aandacht voor sloten",
            changed="doel D1 kwam erbij",
            themes=("wonen",),
            internal=False,
        ),
        Consulted(who="Afdeling Zorg", because="de inbreng stond er al in", internal=True),
    ),
    questions=(
        CouncilQuestion(
            text="Herkent u de thema's?",
            answers=(
                FactionAnswer(faction="Lijst Noord", text="Ja, met sloten.", used=True, because="doel D1"),
                FactionAnswer(
                    faction="Lijst Zuid", text="Noem ruimtevaart.", used=False, because="geen taak"
                ),
                FactionAnswer(faction="Lijst West", text="Kijk naar het water."),
            ),
        ),
        CouncilQuestion(text="Wat mist u?"),
        CouncilQuestion(text="Wat wilt u ons meegeven?"),
    ),
    calendar=(
        CalendarLine(
            what="Vaststellen programma",
            when="uiterlijk begin 2027",
            first=date(2027, 1, 1),
            last=date(2027, 3, 31),
            body=Body.COUNCIL,
        ),
        CalendarLine(what="Tussentijdse evaluatie"),
    ),
    budget=BUDGET,
    basis=(
        BasisDocument(title="Veiligheidsbeeld 2026", publisher="Voorbeeldstad", day="mei 2026"),
        BasisDocument(title="Regionaal beleidsplan", held=False, note="ter zienswijze"),
    ),
    written=(WRITTEN,),
    unknown=("Wat het Rijk doet",),
)
EVALUATION = EvaluationReport(
    imprint=IMPRINT,
    subject="Meerjarenprogramma Veiligheid 2023-2026",
    start=date(2023, 1, 1),
    end=date(2026, 12, 31),
    interim=True,
    questions=(
        EvaluationQuestion(
            text="Zijn de acties uitgevoerd?",
            method="telling",
            answer="De meeste wel.",
            source="voortgangsrapportage 2025",
        ),
    ),
    outcome=EvaluationOutcome.ADJUST_APPROACH,
    conclusion=("De inzet verschuift naar wijken.",),
    figures=(FIGURE,),
    themes=THEMES,
    actions=ACTIONS,
    written=(WRITTEN,),
    unknown=("Of burgers het merken",),
)
SECTION = ControlSection(
    imprint=IMPRINT,
    budget_programme="Programma 1 Veiligheid",
    moment=ControlMoment.BUDGET,
    year=2029,
    snapshot=date(2028, 9, 1),
    basis="Besluit begroting en verantwoording",
    reference_name="Nederland",
    indicators=(
        IndicatorRow(
            name="Verwijzingen Halt",
            unit="per 1.000 jongeren",
            period="2027",
            value="9",
            reference="8",
            source="Stichting Halt",
        ),
        IndicatorRow(
            name="Winkeldiefstallen",
            unit="per 1.000 inwoners",
            period="2027",
            value="2,1",
            reference="2,3",
            source="CBS",
        ),
        IndicatorRow(name="Geweldsmisdrijven", unit="per 1.000 inwoners", period="2027", source="CBS"),
        IndicatorRow(
            name="Diefstallen uit woning",
            unit="per 1.000 inwoners",
            period="2027",
            source="CBS",
            note="nog niet uitgebracht",
        ),
        IndicatorRow(name="Vernielingen", unit="per 1.000 inwoners", period="2027", value="0", source="CBS"),
    ),
    sentences=(FIGURE,),
    budget=BUDGET,
    written=(WRITTEN,),
    unknown=("Het bedrag van de extra middelen",),
)
VOTE = RollCall(
    factions=(
        FactionVotes(faction="Lijst Noord", favour=12, against=0, absent=1),
        FactionVotes(faction="Lijst Zuid", favour=3, against=9, absent=0),
    ),
    seats=25,
    outcome=Outcome.ADOPTED,
    source="besluitenlijst 20 december 2026",
)
PROPOSAL = CouncilProposal(
    imprint=Imprint(
        municipality="Voorbeeldstad",
        day=date(2026, 12, 20),
        title="Meerjarenprogramma Veiligheid 2027-2030",
        number="VB-2026-1",
        department="Veiligheid",
    ),
    points=("Vaststellen van het Meerjarenprogramma Veiligheid 2027-2030.", "Intrekken van het vorige."),
    meeting=date(2026, 12, 20),
    item="9",
    college=date(2026, 11, 8),
    portfolio_holders=("burgemeester",),
    law="Politiewet 2012, artikel 38b",
    tailored=True,
    summary=("De raad stelt het programma vast.",),
    reason=("Het vorige programma loopt af.",),
    wanted=("Een veilige stad.",),
    figures=(FIGURE,),
    arguments=("Het beeld vraagt om een nieuw programma.",),
    no_alternatives=True,
    choices=("meer inzet op zorg",),
    finances=("Binnen de bestaande begroting.",),
    budget=BUDGET,
    next_steps=("Het college maakt uitvoeringsplannen.",),
    participation=("Met wijkraden is gesproken.",),
    annexes=("Concept Meerjarenprogramma",),
    vote=VOTE,
    clerk_signed=date(2026, 12, 21),
)


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def _said(element: Any) -> str:
    """The words of a paragraph with those in its named places."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def lines(data: bytes) -> list[str]:
    """Every paragraph and every row of a table, in order, with a heading marked by its level."""
    document = opened(data)
    found = []
    for one in document.iter_inner_content():
        if isinstance(one, Table):
            found += [" | ".join(cell.text for cell in row.cells) for row in one.rows]
        elif isinstance(one, Paragraph) and (text := _said(one._p)):
            style = one.style.name if one.style is not None else ""
            marks = {"Title": "# ", "Heading 1": "## ", "Heading 2": "### ", "List Bullet": "- "}
            found.append(marks.get(style or "", "") + text)
    return found


def words_in(data: bytes) -> str:
    return "\n".join(lines(data))
