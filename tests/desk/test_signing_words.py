# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of the signing of a decision: that nobody recorded it is not that nobody signed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext, override
from hypothesis import given
from hypothesis import strategies as st

from baken.cycle.models import Decision
from baken.cycle.setup import fill_cycle
from baken.desk.views.signed import NEW_FOR, signing_words, waits_for_signing

from .test_recording_a_vote import made, stepped

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
DECISION = {"body": "council", "outcome": "noted", "evidence": "Verslag", "shown_by": ""}


def dutch(msgid: str) -> str:
    with override("nl"):
        return gettext(msgid)


def status_on(page: str) -> str:
    return page.partition('<span class="status">')[2].partition("</span>")[0]


@given(DAYS, DAYS)
def test_only_a_new_decision_waits(taken: date, recorded: date) -> None:
    assert waits_for_signing(taken, recorded, begun=False) is (recorded - taken <= timedelta(days=365))
    assert waits_for_signing(taken, recorded, begun=True)
    assert waits_for_signing(None, recorded, begun=False)
    assert not waits_for_signing(taken, None, begun=False)
    assert not waits_for_signing(None, None, begun=False)


@pytest.mark.requirement("VOTE-13")
def test_of_a_decision_taken_over_from_a_document_the_signing_is_not_known(
    signed_in: Callable[[str], Client],
) -> None:
    fill_cycle("GM0935")
    clerk = signed_in("clerk")
    decision = Decision.objects.get(pk="besluit-mjp-2023-2026")
    assert decision.status == "unsigned"
    page = clerk.get("/werk/register/besluiten/besluit-mjp-2023-2026/").content.decode()
    assert status_on(page) == dutch("signing not known")
    for address in (
        "/werk/register/besluiten/",
        "/werk/register/documenten/mjp-2023-2026/",
        "/werk/register/besluiten/besluit-mjp-2023-2026/geschiedenis/",
    ):
        assert "niet ondertekend" not in clerk.get(address).content.decode(), address
    assert dutch("signing not known") in clerk.get("/werk/register/besluiten/").content.decode()


@pytest.mark.requirement("VOTE-13")
def test_a_new_decision_is_not_signed_yet_until_both_have_signed(signed_in: Callable[[str], Client]) -> None:
    clerk = signed_in("clerk")
    day = timezone.localdate()
    new = made(clerk, "besluiten", title="Nieuw", taken=day.isoformat(), **DECISION)
    long_ago = day - NEW_FOR - timedelta(days=2)
    old = made(clerk, "besluiten", title="Oud", taken=long_ago.isoformat(), **DECISION)
    place = "/werk/register/besluiten/"
    assert status_on(clerk.get(f"{place}{new}/").content.decode()) == dutch("not signed yet")
    assert status_on(clerk.get(f"{place}{old}/").content.decode()) == dutch("signing not known")
    names = {
        "signed_first": "de griffier",
        "signed_first_on": day.isoformat(),
        "signed_second": "de voorzitter",
        "signed_second_on": day.isoformat(),
    }
    values = {**DECISION, "title": "Nieuw", "taken": day.isoformat(), "seen": "1", "why": "getekend"}
    assert clerk.post(f"{place}{new}/wijzigen/", values | names).status_code == 302
    assert stepped(clerk, "besluiten", new, "sign") == 302
    page = clerk.get(f"{place}{new}/").content.decode()
    assert status_on(page) == "ondertekend"
    # A list says the same, with the same number of questions to the database however long it is.
    listing = clerk.get(place).content.decode()
    assert dutch("signing not known") in listing
    assert signing_words(Decision.objects.get(pk=new)) == "ondertekend"


def test_a_list_asks_once_for_all_its_decisions(signed_in: Callable[[str], Client]) -> None:
    clerk = signed_in("clerk")
    counted = []
    for number in range(2):
        for _ in range(4):
            made(clerk, "besluiten", title=f"Besluit {number}", **DECISION)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert clerk.get("/werk/register/besluiten/").status_code == 200
        counted.append(len(asked))
    assert counted[0] == counted[1]
