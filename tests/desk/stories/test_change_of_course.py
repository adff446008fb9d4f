# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A change of course outside the calendar, from the signal to the decision of the body that it is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-review")]
REVIEWS = "/werk/register/heroverwegingen/"
TITLE = "Explosies bij woningen"


def _opened(adviser: Desk) -> str:
    """The review of a signal, for the council, by its form."""
    return adviser.add(
        "heroverwegingen",
        title=TITLE,
        cause="signal",
        what="Vier explosies in een week; het programma noemt ze niet",
        theme="ondermijning",
        noticed="2026-04-20",
        bodies="council",
    )


@pytest.mark.requirement("EVAL-06")
def test_a_signal_leads_to_a_change_of_course_that_the_council_decides(
    sign_in: Callable[..., Desk],
) -> None:
    adviser, secretary, clerk = sign_in("demo-adviser", 360), sign_in("demo-secretary"), sign_in("demo-clerk")
    adviser.refused("heroverwegingen", title=TITLE, cause="signal")
    review = _opened(adviser)
    assert "te beoordelen" in adviser.words
    # Nobody decides about what nobody proposed.
    clerk.open(f"{REVIEWS}{review}/")
    assert clerk.page.locator("a[href*='/stap/']").count() == 0
    assert adviser.step("heroverwegingen", review, "propose"), adviser.words
    assert "voorstel op maat" in adviser.press(f"main dd a:has-text('{TITLE}')")
    proposal = adviser.page.url.rstrip("/").rpartition("/")[2]
    adviser.add("beslispunten", proposal=proposal, number="1", text="Extra inzet op explosies in 2026.")
    assert adviser.step("documenten", proposal, "submit"), adviser.words

    # Without a decision, and with that of another body, it is not decided.
    assert not clerk.step("heroverwegingen", review, "decide")
    assert "Er ontbreekt een besluit" in clerk.words
    sent = secretary.add(
        "besluiten",
        title="College legt extra inzet voor",
        body="executive",
        about=proposal,
        taken="2026-04-21",
        outcome="adopted",
        evidence="Besluitenlijst college 21-04-2026",
    )
    adviser.change("heroverwegingen", review, decision=sent)
    assert not clerk.step("heroverwegingen", review, "decide")
    assert "gemeenteraad" in clerk.words
    taken = clerk.add(
        "besluiten",
        title="Extra inzet na explosies",
        body="council",
        about=clerk.find("documenten", "Voorbeeldprogramma+Veiligheid+2023-2026"),
        proposal=proposal,
        taken="2026-04-28",
        outcome="adopted",
        evidence="Besluitenlijst raad 28-04-2026",
    )
    adviser.change("heroverwegingen", review, decision=taken)
    assert clerk.step("heroverwegingen", review, "decide"), clerk.words

    # The end of it: decided, with the decision that shows it, and nothing left to do.
    for one in (adviser, clerk):
        said = one.open(f"{REVIEWS}{review}/")
        assert "besloten" in said
        assert "Extra inzet na explosies" in said
        assert one.page.locator("a[href*='/stap/']").count() == 0
    history = adviser.open(f"{REVIEWS}{review}/geschiedenis/")
    for step in ("te beoordelen", "voorstel gemaakt", "besloten"):
        assert step in history
