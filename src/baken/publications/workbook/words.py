# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of the workbook, in Dutch and English."""

from __future__ import annotations

from baken.model.figure import Comparison, Supported
from baken.model.indicator import Direction, Frequency
from baken.model.text import Text

README, OVERVIEW = Text("Lees mij", "Read me"), Text("Overzicht", "Overview")
FIGURES, DEFINITIONS = Text("Cijfers", "Figures"), Text("Definities", "Definitions")
CAVEATS, SOURCES = Text("Toelichting", "Notes"), Text("Bronnen", "Sources")
SHORT = Text("Afkortingen", "Abbreviations")
STATUTORY = Text("BBV-indicatoren", "BBV indicators")

THEME, INDICATOR = Text("Thema", "Theme"), Text("Indicator", "Indicator")
VALUE, UNIT, PERIOD = Text("Waarde", "Value"), Text("Eenheid", "Unit"), Text("Periode", "Period")
STATUS, CHANGE = Text("Status", "Status"), Text("Verandering", "Change")
COMPARED, SENTENCE = Text("Vergelijking", "Comparison"), Text("In een zin", "In a sentence")
AGE, SOURCE = Text("Actualiteit", "Age"), Text("Bron", "Source")
OUTSIDE = Text("buiten de thema's", "outside the themes")
PROTECTED = Text("alle stadsdelen en buurten", "all districts and neighbourhoods")

HIGHER, LOWER = Text("hoger", "higher"), Text("lager", "lower")
CHANCE = Text("verschil kan toeval zijn", "difference may be chance")
OPEN = Text("niet beoordeeld", "not judged")
NONE = Text("geen vergelijking", "no comparison")
DIRECTIONS = {
    Direction.LOWER: Text("lager is beter", "lower is better"),
    Direction.HIGHER: Text("hoger is beter", "higher is better"),
    Direction.AMBIGUOUS: Text("niet zomaar beter of slechter", "not simply better or worse"),
}
FREQUENCIES = {
    Frequency.YEARLY: Text("elk jaar", "every year"),
    Frequency.TWO_YEARLY: Text("elke twee jaar", "every two years"),
    Frequency.MONTHLY: Text("elke maand", "every month"),
}
YES, NO = Text("ja", "yes"), Text("nee", "no")


def compared(one: Comparison | None) -> Text:
    """What a comparison says, in a word or two."""
    if one is None:
        return NONE
    if one.supported is not None:
        return HIGHER if one.supported is Supported.UP else LOWER
    return CHANCE if one.interval is not None else OPEN
