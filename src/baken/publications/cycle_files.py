# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is public of the policy cycle as open data: the snapshot as it is kept, and its actions as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from baken.model.public_cycle import CycleSnapshot, PublicAction, PublicCycle

JSON, ACTIONS = "policy-cycle.json", "policy-cycle-actions.csv"
COLUMNS = (
    *("id", "plan", "theme", "goal", "title", "what", "status", "late", "lead", "co_owners", "residents"),
    *("area", "start_words", "start", "end_words", "end", "updated", "as_of"),
)


def cycle_files(snapshot: CycleSnapshot | None) -> Iterator[tuple[str, bytes]]:
    """The files by their path in the edition; none where nothing is public."""
    if snapshot is None:
        return
    yield JSON, snapshot.data
    if snapshot.told.actions:
        yield ACTIONS, actions_table(snapshot.told)


def actions_table(cycle: PublicCycle) -> bytes:
    """The actions, one a row. An empty cell says that no document tells it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    titles = {one.id: one.title for one in cycle.documents} | {one.id: one.title for one in cycle.goals}
    for one in cycle.actions:
        writer.writerow(_row(one, titles, cycle))
    return text.getvalue().encode()


def _row(one: PublicAction, titles: dict[str, str], cycle: PublicCycle) -> dict[str, object]:
    plain = {name: getattr(one, name) for name in COLUMNS if hasattr(one, name)}
    row = {name: "" if value is None else value for name, value in plain.items()}
    return row | {
        "plan": titles.get(one.plan, one.plan),
        "goal": titles.get(one.goal, ""),
        "status": one.status.value,
        "late": int(one.late),
        "co_owners": "; ".join(one.co_owners),
        "as_of": cycle.on,
    }
