# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From proposal to decision: who records what, and the votes from the minutes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from baken.cycle.models import Decision, Document, Membership, Vote

MINUTES = (
    "Voor het raadsvoorstel stemmen 3 leden: dhr. Steijns (SPM), dhr. Willems, (SPM) "
    "en dhr. Van Rooij (M:OED)\n"
    "Tegen het raadsvoorstel stemmen 2 leden: en dhr. Van Est (50PLUS) en mw. Nuyts (Liberale Partij).\n"
    "Daarmee is het raadsvoorstel aangenomen met 4 stemmen voor en 2 stemmen tegen."
)
ROOT = "/werk/register/"


def made(browser: Client, slug: str, **values: object) -> str:
    """Make a record through its form; its id."""
    answer = browser.post(f"{ROOT}{slug}/nieuw/", values)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].rstrip("/").rpartition("/")[2]


def stepped(browser: Client, slug: str, key: str, name: str) -> int:
    """Take a step with a reason; what was answered."""
    return browser.post(f"{ROOT}{slug}/{key}/stap/{name}/", {"why": "volgens de stukken"}).status_code


@pytest.mark.requirement("ROLE-01", "VOTE-13", "DOC-20")
def test_the_raad_adopts_and_the_griffier_records(signed_in: Callable[[str], Client]) -> None:
    adviser, clerk, secretary = signed_in("adviser"), signed_in("clerk"), signed_in("secretary")
    programme = made(
        adviser,
        "documenten",
        kind="programme",
        title="MJP 2027-2030",
        held="held",
        visibility="council",
        start="2027-01-01",
        end="2030-12-31",
    )
    plan = made(
        adviser,
        "documenten",
        kind="implementation-plan",
        title="Plan 2027-2028",
        held="held",
        visibility="internal",
        start="2027-01-01",
        end="2028-12-31",
    )
    made(adviser, "relaties", source=plan, relation="implements", target=programme)
    proposal = made(
        adviser,
        "documenten",
        kind="proposal",
        title="Raadsvoorstel",
        held="held",
        visibility="council",
        dated="2026-12-15",
    )
    made(adviser, "relaties", source=proposal, relation="proposes", target=programme)
    made(adviser, "beslispunten", proposal=proposal, number="1", text="Vaststellen van het MJP 2027-2030.")
    for one in (programme, plan, proposal):
        assert stepped(adviser, "documenten", one, "submit") == 302
    # Nobody adopts without the decision that shows it, and the plan cannot go before the programme.
    assert stepped(clerk, "documenten", programme, "adopt") == 422
    assert stepped(adviser, "documenten", programme, "adopt") == 403
    assert stepped(secretary, "documenten", programme, "adopt") == 403
    made(
        secretary,
        "besluiten",
        title="College stelt voor",
        body="executive",
        about=proposal,
        taken="2026-12-15",
        outcome="adopted",
        evidence="Collegebesluit 15-12-2026",
    )
    made(
        secretary,
        "besluiten",
        title="Plan vastgesteld",
        body="executive",
        about=plan,
        taken="2026-12-15",
        outcome="adopted",
        evidence="Collegebesluit 15-12-2026",
    )
    assert stepped(secretary, "documenten", plan, "adopt") == 422
    meeting = made(clerk, "vergaderingen", body="council", dated="2027-01-26", public="on", seats="39")
    item = made(clerk, "agendapunten", meeting=meeting, number="9", title="MJP", proposal=proposal)
    refused = clerk.post(
        f"{ROOT}besluiten/nieuw/",
        {
            "title": "Besluit MJP",
            "body": "council",
            "item": item,
            "about": programme,
            "proposal": proposal,
            "taken": "2027-01-27",
            "outcome": "adopted",
            "evidence": "Besluitenlijst",
        },
    )
    assert refused.status_code == 422
    decision = made(
        clerk,
        "besluiten",
        title="Besluit MJP",
        body="council",
        item=item,
        about=programme,
        proposal=proposal,
        taken="2027-01-26",
        outcome="adopted",
        evidence="Besluitenlijst 26-01-2027",
    )
    assert Decision.objects.get(pk=decision).points == ["Vaststellen van het MJP 2027-2030."]
    assert stepped(clerk, "documenten", programme, "adopt") == 302
    assert Document.objects.get(pk=programme).status == "adopted"
    assert stepped(clerk, "besluiten", decision, "sign") == 422
    shown = clerk.post(f"/werk/stemming/{decision}/", {"text": MINUTES}).content.decode()
    assert "Van Est" in shown
    assert clerk.post(f"/werk/stemming/{decision}/", {"text": MINUTES, "take": "1"}).status_code == 302
    assert Vote.objects.filter(choice="for").count() == 3
    assert set(Membership.objects.values_list("faction__name", flat=True)) == {
        "SPM",
        "M:OED",
        "50PLUS",
        "Liberale Partij",
    }
    page = clerk.get(f"{ROOT}besluiten/{decision}/").content.decode()
    assert "3 van 5 stemmen voor" in page
    assert adviser.post(f"/werk/stemming/{decision}/", {"text": MINUTES, "take": "1"}).status_code == 403
