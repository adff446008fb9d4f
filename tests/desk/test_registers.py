# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every register keeps to, so that its pages work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from baken.cycle.models import Review
from baken.desk.forms import OWN_FIELDS
from baken.desk.registers import ALL, REGISTERS, Register


@pytest.mark.parametrize("register", ALL, ids=lambda one: one.slug)
def test_a_register_names_fields_of_its_model_that_a_form_can_ask(register: Register) -> None:
    held = {one.name for one in register.model._meta.get_fields()}
    assert set(register.fields) <= held
    assert set(register.columns) <= held
    assert set(register.filters) <= held
    # The form asks these itself: a field of the record of that name would be hidden behind it.
    assert not set(register.fields) & OWN_FIELDS
    assert all(one.register in REGISTERS for one in register.below)


def test_every_slug_and_model_has_one_register() -> None:
    assert len({one.slug for one in ALL}) == len({one.model for one in ALL}) == len(ALL)


@pytest.mark.requirement("CYC-10")
def test_a_review_is_added_by_hand(signed_in: Callable[[str], Client]) -> None:
    made = signed_in("adviser").post(
        "/werk/register/heroverwegingen/nieuw/",
        {
            "title": "Explosies in twee buurten",
            "cause": "signal",
            "what": "Drie in een maand.",
            "noticed": "2026-05-01",
            "bodies": ["council", "executive"],
        },
    )
    assert made.status_code == 302, made.content.decode()
    review = Review.objects.get()
    assert (str(review.noticed), review.bodies) == ("2026-05-01", ["council", "executive"])
