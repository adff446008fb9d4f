# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Making and changing a record through the pages."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from baken.cycle.models import Document

FORM = {"kind": "programme", "title": "Meerjarenprogramma", "held": "held", "visibility": "internal"}


def test_a_record_is_made_changed_and_its_history_told(signed_in: Callable[[str], Client]) -> None:
    browser = signed_in("adviser")
    made = browser.post("/werk/register/documenten/nieuw/", FORM)
    assert made.status_code == 302
    changed = browser.post(
        made["Location"] + "wijzigen/", {**FORM, "title": "MJP 2027-2030", "seen": "1", "why": "korter"}
    )
    assert changed.status_code == 302
    assert Document.objects.get().title == "MJP 2027-2030"
    told = browser.get(made["Location"] + "geschiedenis/").content.decode()
    assert "korter" in told
    assert "Meerjarenprogramma" in told


def test_who_was_later_sees_both_sides_and_loses_nothing(signed_in: Callable[[str], Client]) -> None:
    first, second = signed_in("adviser"), signed_in("analyst")
    place = first.post("/werk/register/documenten/nieuw/", FORM)["Location"]
    first.post(place + "wijzigen/", {**FORM, "title": "Van de eerste", "seen": "1", "why": "a"})
    refused = second.post(place + "wijzigen/", {**FORM, "title": "Van de tweede", "seen": "1", "why": "b"})
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Van de eerste" in page
    assert 'value="Van de tweede"' in page
    again = second.post(place + "wijzigen/", {**FORM, "title": "Van de tweede", "seen": "2", "why": "b"})
    assert again.status_code == 302
