# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How far a measure is. A document that tells of a measure and not how far it is, leaves that untold."""

from __future__ import annotations

from enum import StrEnum

from baken.model.flow import Flow, Transition
from baken.model.text import Text


class MeasureStatus(StrEnum):
    """How far a measure is."""

    PLANNED = "planned"
    UNTOLD = "untold"
    STARTED = "started"
    RUNNING = "running"
    ENDED = "ended"


_S = MeasureStatus
MEASURE_FLOW = Flow(
    name="measure",
    start=_S.PLANNED,
    labels={
        _S.PLANNED: Text("gepland", "planned"),
        _S.UNTOLD: Text("niet verteld", "not told"),
        _S.STARTED: Text("opgestart", "started up"),
        _S.RUNNING: Text("lopend", "running"),
        _S.ENDED: Text("beëindigd", "ended"),
    },
    transitions=(
        Transition(
            name="start",
            sources=(_S.PLANNED, _S.UNTOLD),
            target=_S.STARTED,
            label=Text("Opstarten", "Start up"),
            why=Text("Er is een begin gemaakt.", "A start was made."),
        ),
        Transition(
            name="run",
            sources=(_S.UNTOLD, _S.STARTED),
            target=_S.RUNNING,
            label=Text("Als lopend vastleggen", "Record as running"),
            why=Text("Het wordt gedaan.", "It is being done."),
        ),
        Transition(
            name="end",
            sources=(_S.PLANNED, _S.UNTOLD, _S.STARTED, _S.RUNNING),
            target=_S.ENDED,
            label=Text("Beëindigen", "End"),
            why=Text("Het wordt niet meer gedaan.", "It is done no longer."),
        ),
    ),
)
