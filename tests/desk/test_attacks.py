# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an attacker with an account tries: names of files, odd tables, markup in names, formulas, bombs."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from baken.cycle.models import ActionRecord, Party, Prioritisation, Theme
from baken.desk.editions.places import pages_of
from baken.desk.models import EditionDraft
from baken.desk.registers import ALL
from baken.desk.views.sheet import MOST
from baken.model.governance import Role
from baken.store.workspace import Workspace
from desk.roles_asking import ROOT
from desk.roles_town import Town, town

__all__ = ["town"]
pytestmark = pytest.mark.django_db
MARKUP = '"><script>alert(1)</script>'
NO_FILES = (
    "../../baken.sqlite3",
    "..%2F..%2Fbaken.sqlite3",
    "%2Fetc%2Fpasswd",
    "a%00b",
    "a" * 5000,
    "a/" * 900 + "b",
)


@pytest.mark.parametrize("name", NO_FILES, ids=range(len(NO_FILES)))
def test_no_name_leads_out_of_an_edition(
    town: Town, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(django_settings, "BAKEN_WORKSPACE", str(Workspace(tmp_path).create("GM0935").root))
    draft = EditionDraft.objects.get(pk="editiondraft-own")
    pages_of(draft).mkdir(parents=True, exist_ok=True)
    answer = town.browser(Role.ANALYST).get(f"/werk/edities/{draft.pk}/inzien/{name}")
    assert answer.status_code == 404


def themes(town: Town) -> tuple[Client, list[str]]:
    """A browser of an adviser and the codes of the themes."""
    return town.browser(Role.ADVISER), list(Theme.objects.values_list("code", flat=True))


@pytest.mark.parametrize("value", ["6", "0", "-1", "NaN", "1e999", "Infinity", "x", MARKUP, "²", "a\x00b"])
def test_a_score_outside_its_scale_is_refused_and_shown_again(town: Town, value: str) -> None:
    browser, codes = themes(town)
    sent = {"dated": "2026-05-01", "reason": "x", f"scores-{codes[0]}-threat": value}
    before = Prioritisation.objects.count()
    answer = browser.post(f"{ROOT}prioriteiten/nieuw/", sent)
    assert answer.status_code == 422
    assert Prioritisation.objects.count() == before
    assert "<script>" not in answer.content.decode()


def test_two_themes_do_not_share_a_place_and_unknown_themes_have_none(town: Town) -> None:
    browser, codes = themes(town)
    sent = {"dated": "2026-05-01", "reason": "x"}
    same = {f"order-{code}-place": "1" for code in codes[:2]}
    assert len(same) == 2
    assert browser.post(f"{ROOT}prioriteiten/nieuw/", {**sent, **same}).status_code == 422
    made = browser.post(
        f"{ROOT}prioriteiten/nieuw/", {**sent, f"order-{codes[0]}-place": "1", "order-no-place": "2"}
    )
    assert Prioritisation.objects.get(pk=made["Location"].rstrip("/").rpartition("/")[2]).order == codes[:1]


def test_a_list_takes_nothing_that_it_does_not_offer(town: Town) -> None:
    browser = town.browser(Role.ADVISER)
    sent = {"kind": "programme", "title": "T", "held": "held", "visibility": "internal"}
    for name in ("legal_basis", "sdgs"):
        assert browser.post(f"{ROOT}documenten/nieuw/", {**sent, name: [MARKUP]}).status_code == 422
    assert browser.post(f"{ROOT}documenten/nieuw/", {**sent, "sdgs": ["16"]}).status_code == 302


def test_names_in_boxes_and_tables_are_words(town: Town) -> None:
    Party.objects.filter(pk="party-own").update(
        name=MARKUP, aliases=[{"name": MARKUP, "note": MARKUP, "until": "2024-01-31"}]
    )
    Theme.objects.update(name=MARKUP)
    browser = town.browser(Role.ADVISER)
    for page in (
        "acties/nieuw/",
        "partijen/party-own/wijzigen/",
        "partijen/party-own/",
        "prioriteiten/nieuw/",
    ):
        answer = browser.get(ROOT + page)
        assert answer.status_code == 200
        text = answer.content.decode()
        assert "&lt;script&gt;" in text, page
        assert "<script>alert" not in text, page


@pytest.mark.parametrize("start", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1"])
def test_a_title_is_no_formula_in_a_spreadsheet(town: Town, start: str) -> None:
    ActionRecord.objects.filter(pk="actionrecord-own").update(title=start)
    book = load_workbook(io.BytesIO(town.browser(Role.ADVISER).get("/werk/acties/download/").content))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    held = [cell for cell in cells if str(cell.value).strip().lstrip("'") == start.strip()]
    assert held
    assert all(cell.data_type == "s" for cell in held)


def test_a_file_that_unpacks_to_far_too_much_is_refused(town: Town) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<a/>")
        packed.writestr("xl/worksheets/sheet1.xml", bytes(512 * 2**20))
    browser, before = town.browser(Role.ADVISER), ActionRecord.objects.count()
    plan = browser.get("/werk/acties/overnemen/").context["form"].fields["plan"].queryset.first()
    assert plan is not None
    answer = browser.post(
        "/werk/acties/overnemen/", {"plan": plan.pk, "file": SimpleUploadedFile("a.xlsx", held.getvalue())}
    )
    assert answer.status_code == 200
    assert answer.context["problems"]
    assert ActionRecord.objects.count() == before


def test_whatever_the_desk_says_is_kept_nowhere_and_runs_nothing_of_others(town: Town) -> None:
    browser = town.browser(Role.ADVISER)
    pages = ("/werk/", "/werk/acties/download/", "/werk/nergens/", *(f"{ROOT}{one.slug}/" for one in ALL))
    for page in (*pages, "/werk/aanmelden/"):
        answer = browser.get(page)
        assert "no-store" in answer["Cache-Control"], page
        policy = answer["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_may_be_looked_at_may_also_be_taken_over(town: Town) -> None:
    """The largest file that is read comes back as words in a form, and that form is read too."""
    browser = town.browser(Role.ADVISER)
    plan = browser.get("/werk/acties/overnemen/").context["form"].fields["plan"].queryset.first()
    kept = base64.b64encode(b"x" * MOST).decode()
    sent = {"plan": plan.pk, "kept": kept, "name": "a.csv", "take": "1"}
    assert browser.post("/werk/acties/overnemen/", sent).status_code == 422
    assert browser.post("/werk/acties/overnemen/", {**sent, "kept": kept * 2}).status_code == 400
