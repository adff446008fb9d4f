# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How a theme of the municipality and a theme of the regional police plan have to do with one another.

The mayors of a region and the chief public prosecutor adopt the regional plan (art. 39 lid 1 Politiewet
2012). Its priorities rest partly on the safety plans of the municipalities, and it steers these in turn.
"""

from __future__ import annotations

from enum import StrEnum

from baken.model.text import Text


class RegionalUse(StrEnum):
    """What is known of a local theme in the regional plan, or of a regional theme in the local programme."""

    BROUGHT_IN = "brought-in"
    """What came of it is not known."""
    TAKEN_OVER = "taken-over"
    NOT_TAKEN_OVER = "not-taken-over"
    FROM_PLAN = "from-plan"
    """The other way round: the programme took it from the regional plan."""


REGIONAL_USES = {
    RegionalUse.BROUGHT_IN: Text("ingebracht, uitkomst niet bekend", "brought in, outcome not known"),
    RegionalUse.TAKEN_OVER: Text("ingebracht en overgenomen", "brought in and taken over"),
    RegionalUse.NOT_TAKEN_OVER: Text("ingebracht, niet overgenomen", "brought in, not taken over"),
    RegionalUse.FROM_PLAN: Text("komt uit het regionale plan", "comes from the regional plan"),
}
