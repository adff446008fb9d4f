# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Values in the audit trail as a person reads them: records by their names, days in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client

from baken.accounts.actor import Actor
from baken.accounts.models import AuditEntry
from baken.cycle.models import Decision, Document
from baken.desk.views.trail_telling import told_all
from baken.desk.views.trail_values import names_in, values_of

from .test_recording_a_vote import made


def pair(adviser: Client) -> tuple[str, str, str]:
    """Two documents and how one stands to the other."""
    first, second = (
        made(adviser, "documenten", kind=kind, title=title, held="held", visibility="internal", **more)
        for kind, title, more in (
            ("programme", "MJP van elders", {"start": "2027-01-01", "end": "2030-12-31"}),
            ("implementation-plan", "Plan van elders", {}),
        )
    )
    link = made(adviser, "relaties", source=second, relation="implements", target=first)
    return first, second, link


def test_a_record_is_named_and_leads_to_its_page(
    signed_in: Callable[[str], Client],
) -> None:
    adviser = signed_in("adviser")
    first, second, link = pair(adviser)
    page = adviser.get(f"/werk/register/relaties/{link}/geschiedenis/").content.decode()
    for key, title in ((first, "MJP van elders"), (second, "Plan van elders")):
        assert f'<a href="/werk/register/documenten/{key}/">{title}</a>' in page
        assert key not in re.sub(r'"[^"]*"', "", page), "an id stands between the words"
    history = adviser.get(f"/werk/register/documenten/{first}/geschiedenis/").content.decode()
    assert "1 januari 2027" in history
    assert "2027-01-01" not in history


def test_a_record_that_somebody_may_not_see_is_told_by_its_kind(
    signed_in: Callable[[str], Client], actor: Callable[[str], Actor]
) -> None:
    first, _, _ = pair(signed_in("adviser"))
    clerk = signed_in("clerk")
    made(
        clerk, "besluiten", title="Besluit", body="council", outcome="noted", evidence="Verslag", about=first
    )
    entry = AuditEntry.objects.filter(kind="cycle.decision", act="create").get()

    def about(role: str) -> tuple[str, str]:
        (told,) = told_all([entry], actor(role))
        (found,) = (one for one in told.changes if first in str(one.new) or "MJP" in str(one.new))
        (value,) = found.new
        return value.words, value.address

    assert about("adviser") == ("MJP van elders", f"/werk/register/documenten/{first}/")
    # The council sees its decision, and not a document that is kept inside the municipality.
    assert about("council-member") == (f"document {first}", "")


def test_a_record_that_is_gone_keeps_its_kind_and_number(actor: Callable[[str], Actor]) -> None:
    names = names_in([(Decision, {"about": (None, "weg")})], actor("adviser"))
    (found,) = values_of(Decision, "about", "weg", names)
    assert (found.words, found.address, found.empty) == ("document weg", "", True)
    assert values_of(Decision, "about", None, names) == ()
    assert [one.words for one in values_of(Document, "dated", "2026-05-01", names)] == ["1 mei 2026"]
    assert [one.words for one in values_of(Document, "dated", "ooit", names)] == ["ooit"]


def test_long_lists_of_changes_are_folded_on_the_trail_and_open_in_a_history(
    signed_in: Callable[[str], Client],
) -> None:
    first, _, _ = pair(signed_in("adviser"))
    page = signed_in("privacy-officer").get(f"/werk/spoor/?record={first}").content.decode()
    assert "<details><summary>" in page
    own = signed_in("adviser").get(f"/werk/register/documenten/{first}/geschiedenis/").content.decode()
    assert "<details open><summary>" in own
    assert "<details><summary>" not in own
