# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the local triangle agrees: seen by few, decided by nobody, published never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from baken.accounts.rights import EVERYBODY
from baken.cycle.models import Agreement
from baken.cycle.publishing import public_cycle
from baken.model.governance import Role

ADDRESS = "/werk/register/driehoek/"
FORM = {
    "dated": "2026-05-12",
    "title": "Inzet bij demonstraties",
    "parties": "gemeente\npolitie\nOpenbaar Ministerie",
    "agenda": "1. Demonstraties",
    "agreed": "De politie houdt twee eenheden beschikbaar op het plein.",
}


@pytest.mark.requirement("LAW-12", "ROLE-11")
def test_an_agreement_has_three_parties_and_is_seen_by_few(signed_in: Callable[[str], Client]) -> None:
    officer = signed_in("order-officer")
    two = officer.post(f"{ADDRESS}nieuw/", {**FORM, "parties": "gemeente\npolitie"})
    assert two.status_code == 422
    made = officer.post(f"{ADDRESS}nieuw/", FORM)
    assert made.status_code == 302, made.content.decode()
    held = Agreement.objects.get()
    assert (held.dated, len(held.parties)) == (date(2026, 5, 12), 3)
    seen_by = {role.value for role in EVERYBODY if signed_in(role).get(made["Location"]).status_code == 200}
    assert seen_by == {Role.ORDER_OFFICER.value, Role.MAYOR.value}
    assert signed_in("mayor").get(f"{ADDRESS}nieuw/").status_code == 403
    # Nothing of it is in what is made public.
    told = repr(public_cycle(date(2026, 6, 1)))
    assert "twee eenheden" not in told
    assert "Inzet bij demonstraties" not in told
