# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The way of a statement: collected, checked, and then used or not used, each with its reason."""

from __future__ import annotations

from enum import StrEnum

from baken.model.flow import Flow, Transition
from baken.model.text import Text


class StatementStatus(StrEnum):
    """How far a statement is."""

    COLLECTED = "collected"
    CHECKED = "checked"
    USED = "used"
    NOT_USED = "not-used"


_S = StatementStatus
STATEMENT_FLOW = Flow(
    name="statement",
    start=_S.COLLECTED,
    labels={
        _S.COLLECTED: Text("verzameld", "collected"),
        _S.CHECKED: Text("gecontroleerd", "checked"),
        _S.USED: Text("gebruikt", "used"),
        _S.NOT_USED: Text("niet gebruikt", "not used"),
    },
    transitions=(
        Transition(
            name="check",
            sources=(_S.COLLECTED,),
            target=_S.CHECKED,
            label=Text("Als gecontroleerd vastleggen", "Record as checked"),
            why=Text(
                "Iemand anders las het en het klopt met wat verder bekend is, of zegt waar het afwijkt.",
                "Somebody else read it; it fits what else is known, or says where it does not.",
            ),
        ),
        Transition(
            name="use",
            sources=(_S.CHECKED,),
            target=_S.USED,
            label=Text("Gebruiken", "Use"),
            why=Text(
                "Het telt mee in het veiligheidsbeeld of een plan.", "It counts in the picture or a plan."
            ),
        ),
        Transition(
            name="leave-out",
            sources=(_S.COLLECTED, _S.CHECKED),
            target=_S.NOT_USED,
            label=Text("Niet gebruiken", "Do not use"),
            why=Text("Het telt niet mee; de reden blijft staan.", "It does not count; the reason stays."),
        ),
        Transition(
            name="look-again",
            sources=(_S.USED, _S.NOT_USED),
            target=_S.CHECKED,
            label=Text("Opnieuw bekijken", "Look at it again"),
            why=Text(
                "Er is iets bekend geworden dat het anders maakt.", "Something came up that changes it."
            ),
        ),
    ),
)
