# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From picture to vote to calendar: the programme 2027-2030."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-adopt")]


def test_the_programme_of_2027_is_adopted_and_the_calendar_knows(sign_in: Callable[..., Desk]) -> None:
    adviser, clerk, secretary = (sign_in(one) for one in ("demo-adviser", "demo-clerk", "demo-secretary"))
    programme = adviser.find("documenten", "Meerjarenprogramma+2027-2030")
    assert "Veiligheidsbeeld 2026" in adviser.open(f"/werk/register/documenten/{programme}/")
    theme = adviser.find("themas", "Ondermijn")
    adviser.add(
        "doelen",
        document=programme,
        theme=theme,
        kind="improve",
        title="Minder plofkraken",
        not_measurable="er is nog geen indicator",
    )
    assert "Minder plofkraken" in adviser.open(f"/werk/doelenboom/?programma={programme}")
    proposal = adviser.add(
        "documenten",
        kind="proposal",
        title="Raadsvoorstel MJP 2027-2030",
        visibility="council",
        dated="2026-11-24",
        alternatives="N.v.t.",
    )
    adviser.add("relaties", source=proposal, relation="proposes", target=programme)
    adviser.add("beslispunten", proposal=proposal, number="1", text="Vaststellen van het MJP 2027-2030.")
    assert adviser.step("documenten", proposal, "submit")
    assert adviser.step("documenten", programme, "submit")
    # Nobody adopts by signing in: the clerk is told what is missing.
    assert not clerk.step("documenten", programme, "adopt")
    assert "besluit" in clerk.words
    secretary.add(
        "besluiten",
        title="College legt voor",
        body="executive",
        about=proposal,
        taken="2026-11-24",
        outcome="adopted",
        evidence="Besluitenlijst college 24-11-2026",
    )
    meeting = clerk.add("vergaderingen", body="council", dated="2026-12-15", public="on", seats="39")
    item = clerk.add("agendapunten", meeting=meeting, number="7", title="MJP", proposal=proposal)
    decision = clerk.add(
        "besluiten",
        title="Vaststelling MJP 2027-2030",
        body="council",
        item=item,
        about=programme,
        proposal=proposal,
        taken="2026-12-15",
        outcome="adopted",
        evidence="Besluitenlijst raad 15-12-2026",
    )
    clerk.open(f"/werk/stemming/{decision}/")
    minutes = (
        "Voor het raadsvoorstel stemmen 2 leden: dhr. Steijns (SPM) en mw. Demas (D66)\n"
        "Tegen het raadsvoorstel stemt 1 lid: dhr. Van Est (50PLUS).\n"
    )
    clerk.page.fill("[name='text']", minutes)
    clerk.press("form.record-form button:not([name])")
    assert "quorum" in clerk.press("button[name='take']").lower()
    assert clerk.step("documenten", programme, "adopt")
    calendar = adviser.open("/werk/kalender/?op=2027-02-01")
    assert "2027-2030" in calendar
    assert "nog 47 maanden" in calendar


def test_the_calendar_on_1_may_2026_says_what_the_law_and_the_documents_say(
    sign_in: Callable[..., Desk], width: int
) -> None:
    words = " ".join(sign_in("demo-council-member-spm", width).open("/werk/kalender/?op=2026-05-01").split())
    for said in (
        "laatste jaar, nog 8 maanden",
        "31 januari 2027",
        "begin 2027",
        "vanaf 1 januari 2027",
        "31 dagen zonder programma in 2023",
    ):
        assert said in words
