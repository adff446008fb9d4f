# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the edition's desk: an analyst goes from nothing to a published edition in the browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from baken.accounts.changes import Asked
from baken.desk.editions.places import report_on
from baken.desk.models import EditionDraft, FindingChoice
from baken.store.workspace import Workspace
from desk.editions.conftest import ON

In = Callable[[str], Client]


def test_from_nothing_to_a_published_edition(workspace: Workspace, at_once: None, signed_in: In) -> None:
    del at_once
    browser = signed_in("analyst")
    assert browser.get("/werk/edities/nieuw/").status_code == 200
    made = browser.post("/werk/edities/nieuw/", {"on": ON.isoformat(), "note": "voor de raad"})
    place = made["Location"]
    page = browser.get(place).content.decode()
    assert "INVALID" not in page
    assert browser.post(f"{place}bouwen/", {"why": "eerste keer", "seen": "1"}).status_code == 302
    built = browser.get(place).content.decode()
    assert "INVALID" not in built
    draft = EditionDraft.objects.get()
    report = report_on(draft)
    assert report is not None
    assert report.findings[0].sentence.nl in built.replace("&#x27;", "'")
    refused = browser.post(f"{place}publiceren/", {"why": "klaar", "seen": str(draft.version)})
    assert refused.status_code == 409
    first = report.findings[0].id
    assert browser.post(f"{place}keuze/", {"finding": first, "choice": "accept"}).status_code == 422
    form = {"finding": first, "choice": "accept", "reason": "klopt"}
    assert browser.post(f"{place}keuze/", form).status_code == 302
    assert browser.post(f"{place}keuze/", {"rest": "1", "reason": "gezien"}).status_code == 302
    assert FindingChoice.objects.count() == len(report.findings)
    ready = browser.get(f"{place}publiceren/").content.decode()
    assert "INVALID" not in ready
    done = browser.post(f"{place}publiceren/", {"why": "klaar", "seen": str(draft.version)})
    assert done.status_code == 302
    after = browser.get(place).content.decode()
    assert "INVALID" not in after
    assert "correction_of" in after
    assert (workspace.editions / "current" / "manifest.json").is_file()
    assert "INVALID" not in browser.get("/werk/edities/").content.decode()


def test_accepting_the_rest_needs_a_reason(built: EditionDraft, signed_in: In) -> None:
    refused = signed_in("analyst").post(f"/werk/edities/{built.pk}/keuze/", {"rest": "1", "reason": " "})
    assert refused.status_code == 409
    assert not FindingChoice.objects.exists()


def test_a_correction_begins_from_the_published_edition(published: EditionDraft, signed_in: In) -> None:
    browser = signed_in("analyst")
    form = {"on": ON.isoformat(), "correction_of": published.pk}
    assert browser.post("/werk/edities/nieuw/", form).status_code == 422
    made = browser.post("/werk/edities/nieuw/", {**form, "what_changed": "Een zin", "why_changed": "Fout"})
    assert made.status_code == 302
    page = browser.get(made["Location"]).content.decode()
    assert "Een zin" in page
    assert "INVALID" not in page


def test_advisers_read_and_do_nothing_else(built: EditionDraft, signed_in: In) -> None:
    browser, place = signed_in("adviser"), f"/werk/edities/{built.pk}/"
    page = browser.get(place)
    assert page.status_code == 200
    assert "<form" not in page.content.decode().split("<main", 1)[1]
    assert browser.get("/werk/edities/").status_code == 200
    assert browser.get("/werk/edities/nieuw/").status_code == 403
    assert browser.get(f"{place}publiceren/").status_code == 403
    assert browser.post(f"{place}publiceren/", {"why": "x"}).status_code == 403
    assert browser.post(f"{place}keuze/", {"rest": "1", "reason": "x"}).status_code == 403
    assert browser.post(f"{place}bouwen/", {"why": "x"}).status_code == 409
    assert EditionDraft.objects.get().status == "built"


@pytest.mark.parametrize("role", ["clerk", "council-member", "mayor", "area-team", "administrator"])
def test_nobody_else_sees_an_edition_in_the_making(built: EditionDraft, signed_in: In, role: str) -> None:
    browser, place = signed_in(role), f"/werk/edities/{built.pk}/"
    assert browser.get("/werk/edities/").status_code == 403
    for further in ("", "voortgang/", "inzien/index.html", "publiceren/"):
        assert browser.get(place + further).status_code == 404


def test_only_files_of_the_edition_are_shown(built: EditionDraft, signed_in: In) -> None:
    browser, place = signed_in("adviser"), f"/werk/edities/{built.pk}/inzien/"
    assert b"Maastricht" in browser.get(f"{place}index.html").content
    for name in ("../report.json", "../../../../baken.toml", "..%2Freport.json", "en", "nergens.html"):
        assert browser.get(place + name).status_code == 404


def test_a_change_by_somebody_else_in_the_meantime_is_told(
    built: EditionDraft, analyst: Asked, signed_in: In
) -> None:
    del analyst
    old = signed_in("analyst").post(f"/werk/edities/{built.pk}/bouwen/", {"why": "nog eens", "seen": "1"})
    assert old.status_code == 409
    assert EditionDraft.objects.get().status == "built"


def test_two_who_decide_about_one_finding_do_not_write_over_each_other(
    built: EditionDraft, signed_in: In
) -> None:
    report = report_on(built)
    assert report is not None
    browser, place = signed_in("analyst"), f"/werk/edities/{built.pk}/keuze/"
    form = {"finding": report.findings[0].id, "choice": "accept", "seen": "0"}
    assert browser.post(place, {**form, "reason": "de eerste"}).status_code == 302
    late = browser.post(place, {**form, "reason": "de tweede"})
    assert late.status_code == 409
    assert "de eerste" in late.content.decode()
    assert FindingChoice.objects.get().reason == "de eerste"


def test_a_draft_is_withdrawn_and_a_published_edition_is_not(built: EditionDraft, signed_in: In) -> None:
    browser, place = signed_in("analyst"), f"/werk/edities/{built.pk}/"
    assert signed_in("adviser").post(f"{place}intrekken/", {"why": "x"}).status_code == 409
    assert browser.post(f"{place}intrekken/", {}).status_code == 422
    EditionDraft.objects.filter(pk=built.pk).update(status="published")
    assert browser.post(f"{place}intrekken/", {"why": "weg"}).status_code == 409
    EditionDraft.objects.filter(pk=built.pk).update(status="built")
    assert browser.post(f"{place}intrekken/", {"why": "weg"}).status_code == 302
    assert browser.get(place).status_code == 404
    assert EditionDraft.objects.get().withdrawn


def test_without_a_workspace_there_is_just_nothing_built(db: None, signed_in: In, settings: object) -> None:
    del db
    settings.BAKEN_WORKSPACE = "/nonexistent/workspace"  # type: ignore[attr-defined] # pytest-django has no types
    browser = signed_in("analyst")
    place = browser.post("/werk/edities/nieuw/", {"on": ON.isoformat()})["Location"]
    page = browser.get(place)
    assert page.status_code == 200
    assert "INVALID" not in page.content.decode()
