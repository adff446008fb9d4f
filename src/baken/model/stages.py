# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The lives of a theme and of an indicator by which a programme steers, with what each stage is called."""

from __future__ import annotations

from enum import StrEnum

from baken.model.text import Text


class ThemeStage(StrEnum):
    """The life of a theme: pick up, hold, continue (vastpakken, vasthouden, doorzetten)."""

    PROPOSED = "proposed"
    PICK_UP = "pick-up"
    HOLD = "hold"
    CONTINUE = "continue"
    ENDED = "ended"


THEME_STAGES: dict[StrEnum, Text] = {
    ThemeStage.PROPOSED: Text("voorgesteld", "proposed"),
    ThemeStage.PICK_UP: Text("vastpakken", "pick up"),
    ThemeStage.HOLD: Text("vasthouden", "hold"),
    ThemeStage.CONTINUE: Text("doorzetten", "continue"),
    ThemeStage.ENDED: Text("losgelaten", "let go"),
}


class IndicatorStage(StrEnum):
    """The way of a new indicator. Until adopted it stands in drafts only; a retired one stays readable."""

    PROPOSED = "proposed"
    PILOTED = "piloted"
    ADOPTED = "adopted"
    RETIRED = "retired"


INDICATOR_STAGES: dict[StrEnum, Text] = {
    IndicatorStage.PROPOSED: Text("voorgesteld", "proposed"),
    IndicatorStage.PILOTED: Text("in proef", "piloted"),
    IndicatorStage.ADOPTED: Text("vastgesteld", "adopted"),
    IndicatorStage.RETIRED: Text("vervallen", "retired"),
}
