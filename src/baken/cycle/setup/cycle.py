# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All records of the policy cycle of a municipality, in the order in which one needs another."""

from __future__ import annotations

from django.db import transaction

from baken.catalogue.cycle_records import load_cycle_records
from baken.catalogue.municipality import load_municipality
from baken.cycle.setup.decisions import put_decisions, put_memberships
from baken.cycle.setup.documents import put_documents, put_moments, take_document_steps
from baken.cycle.setup.goals import put_goals
from baken.cycle.setup.putting import Filled, Putter
from baken.cycle.setup.regional import put_regional
from baken.cycle.setup.reports import put_reports
from baken.cycle.setup.work import put_work


@transaction.atomic
def fill_cycle(code: str) -> Filled:
    """Take in what the files of a municipality tell of its cycle: all of it, or nothing.

    Documents take their steps at the end: one is adopted by a decision, submitted with its actions and
    evaluated by an evaluation, which must all be there.

    Raises:
        InputError: a file is wrong, or what it tells is refused as it would be of people; names the entry.

    """
    records, municipality = load_cycle_records(code), load_municipality(code)
    putter = Putter()
    put_documents(putter, records.documents)
    put_goals(putter, records.goals, municipality)
    put_regional(putter, records.goals)
    put_memberships(putter, records.decisions)
    put_decisions(putter, records.decisions)
    put_work(putter, records.work)
    put_reports(putter, records.work)
    put_moments(putter, records.documents)
    take_document_steps(putter, records.documents)
    return putter.filled
