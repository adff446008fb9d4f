# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The section of the budget programme on safety, frozen at a moment of planning and control."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from baken.cycle.models import Document, Report
from baken.cycle.papers import pictures
from baken.cycle.papers.control import control_section, snapshot_of
from baken.web.state import picture

from .written import ROOT, Written, page, plan_with_actions, report_on, stepped, words_in


@pytest.fixture
def section(signed_in: Callable[[str], Client]) -> Written:
    """A section for the annual accounts that is being written."""
    adviser = signed_in("adviser")
    return report_on(adviser, plan_with_actions(adviser), "control", moment="accounts")


@pytest.mark.requirement("ROLE-02", "FIN-06")
def test_the_section_of_programme_1_has_the_five_prescribed_indicators(
    signed_in: Callable[[str], Client], section: Written
) -> None:
    adviser = signed_in("adviser")
    told = words_in(section.file(adviser))
    assert "Programma 1 Veiligheid" in told
    assert "Jaarstukken 2027" in told
    built = control_section(Report.objects.get(), pictures.held_picture(), draft=True)
    assert len(built.indicators) == 5
    for one in built.indicators:
        assert f"{one.name} | {one.unit} | {one.period} | {one.value}" in told
    assert {one.name for one in built.indicators} >= {"Winkeldiefstal"}


@pytest.mark.requirement("CYC-13")
def test_its_figures_are_frozen_and_can_be_made_again(
    signed_in: Callable[[str], Client], section: Written, seen_from: Callable[[str], None]
) -> None:
    adviser = signed_in("adviser")
    status, said = stepped(adviser, "rapportages", section.report, "close")
    assert status == 302, said
    assert Document.objects.get(pk=section.document).status == "completed"
    report = Report.objects.get()
    assert report.frozen is not None
    frozen, data = report.frozen["figures"], section.file(adviser)
    assert frozen["day"] == "2027-05-01"
    # Seen from another day the picture is another; the section is not.
    seen_from("2020-06-01")
    assert section.file(adviser) == data
    assert snapshot_of(control_section(report, pictures.held_picture(), draft=False), picture()) != frozen
    seen_from("2027-05-01")
    assert snapshot_of(control_section(report, pictures.held_picture(), draft=False), picture()) == frozen
    assert frozen["snapshots"][0]["sha256"] in page(adviser, f"{ROOT}rapportages/{section.report}/")
    assert date.fromisoformat(report.frozen["on"]) == date(2027, 5, 1)


def test_without_figures_it_is_not_closed(signed_in: Callable[[str], Client], section: Written) -> None:
    pictures.provide(None)
    status, said = stepped(signed_in("adviser"), "rapportages", section.report, "close")
    assert status == 422
    assert "konden niet worden geladen" in said
    assert Report.objects.get().status == "draft"


def test_it_says_for_which_moment_it_is(signed_in: Callable[[str], Client], section: Written) -> None:
    answer = signed_in("adviser").post(
        f"{ROOT}rapportages/nieuw/",
        {
            "kind": "control",
            "document": section.plan,
            "plan": section.plan,
            "start": "2027-01-01",
            "end": "2027-06-30",
        },
    )
    assert answer.status_code == 422
    assert Report.objects.count() == 1
