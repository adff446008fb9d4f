# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A made-up policy cycle of which something is public, for the tests of the site and of editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from baken.model.action import ActionStatus, MoneyKind
from baken.model.governance import Body, ProductKind
from baken.model.public_cycle import (
    CycleSnapshot,
    PublicAction,
    PublicCycle,
    PublicDecision,
    PublicDocument,
    PublicGoal,
    PublicIndicator,
    PublicMoment,
    PublicMoney,
    PublicTheme,
    PublicVote,
)
from baken.store.cycle_snapshots import packed

EXAMPLE = "GM9999"
DAY = date(2026, 10, 1)
SHOPS, HOMES = "winkelgebied", "buurt-en-beleving"
VOTES = (
    PublicVote(member="Van Velden", title="mw.", faction="Stadspartij", favour=True),
    PublicVote(member="Bakkerman", title="dhr.", faction="Stadspartij", favour=True),
    PublicVote(member="El Fassih", title="mw.", faction="Lijst Haven", favour=True),
    PublicVote(member="Nuyts", title="dhr.", faction="Dorpsbelang", favour=False),
)
NOW = PublicDocument(
    id="mjp-nu",
    kind=ProductKind.PROGRAMME,
    title="Meerjarenprogramma Voorbeeldstad 2025-2028",
    status="adopted",
    held="held",
    start=date(2025, 1, 1),
    end=date(2028, 12, 31),
    unchecked_basis=True,
)
NEXT = PublicDocument(
    id="mjp-straks",
    kind=ProductKind.PROGRAMME,
    title="Meerjarenprogramma Voorbeeldstad 2029-2032",
    status="preparation",
    held="expected",
    due_words="eind 2028",
)
PLAN = PublicDocument(
    id="plan",
    kind=ProductKind.IMPLEMENTATION_PLAN,
    title="Uitvoeringsplan 2026",
    status="adopted",
    held="held",
    start=date(2026, 1, 1),
    end=date(2026, 12, 31),
    implements=("mjp-nu",),
)
LOOSE = PublicDocument(
    id="plan-los",
    kind=ProductKind.IMPLEMENTATION_PLAN,
    title="Plan zonder programma",
    status="preparation",
    held="held",
)
PAPER = PublicDocument(
    id="voorstel", kind=ProductKind.PROPOSAL, title="Raadsvoorstel 2025", status="submitted", held="named"
)
DECISION = PublicDecision(
    id="besluit-nu",
    title="Vaststellen van het programma 2025-2028",
    body=Body.COUNCIL,
    outcome="adopted",
    about="mjp-nu",
    taken=date(2024, 12, 10),
    points=("Het programma vast te stellen.",),
    stated_for=4,
    stated_against=1,
    votes=VOTES,
    source="besluitenlijst, punt 9",
)
GOALS = (
    PublicGoal(
        id="doel-meetbaar",
        document="mjp-nu",
        decision="besluit-nu",
        kind="hold",
        title="Het winkelgebied blijft veilig",
        text="Bezoekers lopen er rustig rond.",
        theme=SHOPS,
        indicators=(
            PublicIndicator(code="zakkenrollerij", name="Zakkenrollerij"),
            PublicIndicator(code="eigen-telling", name="Eigen telling van meldingen"),
        ),
        target=Decimal("1.5"),
        target_year=2028,
        band_high=Decimal("2.25"),
    ),
    PublicGoal(
        id="doel-open",
        document="mjp-nu",
        decision="besluit-nu",
        kind="improve",
        title="Bewoners doen mee",
        not_measurable="Het programma noemt geen indicator.",
    ),
    PublicGoal(id="richting", document="mjp-straks", kind="direction", title="Meer samen met buren"),
)
ACTIONS = (
    PublicAction(
        id="a1",
        plan="plan",
        title="Toezicht op marktdagen",
        status=ActionStatus.DONE,
        late=False,
        theme=SHOPS,
        goal="doel-meetbaar",
        lead="Handhaving",
        updated=date(2026, 9, 1),
    ),
    PublicAction(
        id="a2",
        plan="plan",
        title="Verlichting achter de winkels",
        status=ActionStatus.IN_PROGRESS,
        late=True,
        theme=SHOPS,
        end=date(2026, 6, 30),
    ),
    PublicAction(
        id="a3",
        plan="plan",
        title="Buurtgesprekken",
        status=ActionStatus.NOT_STARTED,
        late=False,
        theme=HOMES,
        end_words="Q4 2026",
        end=date(2026, 12, 31),
        co_owners=("Bewoners", "Welzijn"),
    ),
    PublicAction(id="a4", plan="plan", title="Werkgroep", status=ActionStatus.STOPPED, late=False),
)
CYCLE = PublicCycle(
    area=EXAMPLE,
    on=DAY,
    documents=(PAPER, NOW, NEXT, PLAN, LOOSE),
    decisions=(DECISION,),
    goals=GOALS,
    actions=ACTIONS,
    money=(
        PublicMoney(
            id="g1", document="mjp-nu", title="Extra toezicht", programme="Programma 1", new=True, year=2025
        ),
        PublicMoney(
            id="g2",
            document="mjp-nu",
            title="Wijkbudget",
            programme="Programma 1",
            kind=MoneyKind.STRUCTURAL,
            amount=Decimal(25000),
        ),
    ),
    moments=(
        PublicMoment(
            id="m1",
            kind="plan-evaluation",
            title="Evaluatie van het plan",
            about="plan",
            basis="statement",
            words="begin 2027",
            earliest=date(2027, 1, 1),
            latest=date(2027, 3, 31),
        ),
        PublicMoment(id="m2", kind="other", title="Zonder dag", about="mjp-nu", basis="statement"),
    ),
    themes=(
        PublicTheme(code=HOMES, name="Buurt en beleving", stage="pick-up"),
        PublicTheme(code=SHOPS, name="Winkelgebied", stage="hold"),
    ),
)


def kept(cycle: PublicCycle = CYCLE, number: int = 1) -> CycleSnapshot:
    """A snapshot as the store gives it, without a workspace."""
    return CycleSnapshot(cycle, number, packed(cycle))


def on(day: date, cycle: PublicCycle = CYCLE) -> PublicCycle:
    """The same contents, as of another day."""
    return replace(cycle, on=day)
