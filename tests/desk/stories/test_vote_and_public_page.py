# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A vote of the council: the clerk records it, a member reads it, and it is made public."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-vote")]
POINT = "Vaststellen van het Meerjarenprogramma Veiligheid 2027-2030."
MINUTES = (
    "Voor het raadsvoorstel stemmen 2 leden: dhr. Steijns (SPM) en mw. Demas (D66)\n"
    "Tegen het raadsvoorstel stemt 1 lid: dhr. Van Est (50PLUS).\n"
)
TAKEN = "Vaststelling MJP 2027-2030"


def _prepared(adviser: Desk, secretary: Desk) -> tuple[str, str]:
    """The programme and its proposal, before the council; both public."""
    programme = adviser.find("documenten", "Meerjarenprogramma+2027-2030")
    adviser.change("documenten", programme, visibility="public")
    adviser.add(
        "doelen",
        document=programme,
        kind="improve",
        title="Minder plofkraken",
        not_measurable="er is nog geen indicator",
    )
    proposal = adviser.add(
        "documenten",
        kind="proposal",
        title="Raadsvoorstel MJP 2027-2030",
        visibility="public",
        dated="2026-11-24",
        alternatives="N.v.t.",
    )
    adviser.add("relaties", source=proposal, relation="proposes", target=programme)
    adviser.add("beslispunten", proposal=proposal, number="1", text=POINT)
    assert adviser.step("documenten", proposal, "submit")
    assert adviser.step("documenten", programme, "submit")
    secretary.add(
        "besluiten",
        title="College legt voor",
        body="executive",
        about=proposal,
        taken="2026-11-24",
        outcome="adopted",
        evidence="Besluitenlijst college 24-11-2026",
    )
    return programme, proposal


def _recorded(clerk: Desk, programme: str, proposal: str) -> str:
    """The decision with its votes, from the minutes; the programme is adopted by it."""
    meeting = clerk.add("vergaderingen", body="council", dated="2026-12-15", public="on", seats="5")
    item = clerk.add("agendapunten", meeting=meeting, number="7", title="MJP", proposal=proposal)
    decision = clerk.add(
        "besluiten",
        title=TAKEN,
        body="council",
        item=item,
        about=programme,
        proposal=proposal,
        taken="2026-12-15",
        outcome="adopted",
        evidence="Besluitenlijst raad 15-12-2026",
    )
    clerk.open(f"/werk/stemming/{decision}/")
    clerk.page.fill("[name='text']", MINUTES)
    clerk.press("form.record-form button:not([name])")
    clerk.press("button[name='take']")
    assert clerk.step("documenten", programme, "adopt"), clerk.words
    return decision


def _public(everybody: Desk) -> str:
    """What the public page says to somebody who opens it for the first time."""
    return " ".join(everybody.open("/programma.html").split())


@pytest.mark.requirement("VOTE-05", "LAW-03")
def test_the_clerk_records_a_member_reads_and_everybody_sees_it_once_it_is_made_public(
    sign_in: Callable[..., Desk],
) -> None:
    adviser, clerk, secretary = (sign_in(one) for one in ("demo-adviser", "demo-clerk", "demo-secretary"))
    programme, proposal = _prepared(adviser, secretary)
    decision = _recorded(clerk, programme, proposal)

    for width in (360, 1280):
        member = sign_in("demo-council-member-spm", width)
        read = " ".join(member.open(f"/werk/register/besluiten/{decision}/").split())
        for said in (
            POINT,
            "Quorum 3: gehaald. 2 van 3 stemmen voor, nodig 2: aangenomen.",
            "Steijns SPM voor",
        ):
            assert said in read
        assert "vastgesteld" in member.open(f"/werk/register/documenten/{programme}/")
        # A member reads the vote, and neither changes it nor makes it public.
        assert member.page.locator("main a[href$='/wijzigen/']").count() == 0
        answer = member.page.goto(f"{member.address}/werk/openbaar/")
        assert answer is not None
        assert answer.status == 403

    # Recorded is not public yet: that is done by a person, who first sees what becomes public.
    assert TAKEN not in _public(sign_in())
    assert f"nieuw: {TAKEN}" in clerk.open("/werk/openbaar/")
    assert clerk.page.locator("main form").count() == 0
    assert f"nieuw: {TAKEN}" in adviser.open("/werk/openbaar/")
    adviser.page.fill("[name='why']", "de raad heeft besloten")
    assert "Dit is nu openbaar." in adviser.press("form.record-form button")
    for width in (360, 1280):
        public = _public(sign_in(width=width))
        part = public[public.index("Meerjarenprogramma Veiligheid 2027-2030 Looptijd") :]
        for said in (
            f"{TAKEN}: vastgesteld, 15 december 2026.",
            POINT,
            "Het verslag noemt 2 stemmen voor en 1 tegen.",
            "Fractie Voor Tegen 50PLUS 0 1 D66 1 0 SPM 1 0 Samen 2 1",
            "Minder plofkraken",
        ):
            assert said in part
