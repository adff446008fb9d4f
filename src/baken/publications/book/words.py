# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of the book, in Dutch and English."""

from __future__ import annotations

from datetime import date

from baken.model.figure import Change, NotJudged, Supported
from baken.model.finding import Tone
from baken.model.text import MONTHS, Language, Text
from baken.picture.series import Freshness

TITLE = Text("Veiligheidsbeeld", "Safety picture")
SUBTITLE = Text("Veiligheidsanalyse van de gemeente {name}", "Safety analysis of the municipality of {name}")
EDITION = Text("Editie van {day}", "Edition of {day}")
WORKING = Text("werkversie, nog niet vastgesteld", "working version, not yet adopted")
INVENTED = Text(
    "Deze gemeente is verzonnen. Geen cijfer in dit boek gaat over een echte plaats.",
    "This municipality is invented. No figure in this book is about a real place.",
)

STATUS = {
    "measured": Text("definitief", "final"),
    "provisional": Text("voorlopig", "provisional"),
    "revised": Text("herzien", "revised"),
    "withdrawn": Text("ingetrokken", "withdrawn"),
    "estimated": Text("geschat", "estimated"),
    "not_measured": Text("niet gemeten", "not measured"),
    "impossible": Text("bestaat niet", "cannot exist"),
    "suppressed": Text("afgeschermd", "suppressed"),
    "missing": Text("geen gegevens", "no data"),
    "too_small": Text("te weinig inwoners voor een cijfer per inwoner", "too few inhabitants for a rate"),
}
NO_DATA = STATUS["missing"]
JUDGED = {
    Tone.FAVOURABLE: Text("gunstig", "favourable"),
    Tone.UNFAVOURABLE: Text("ongunstig", "unfavourable"),
}
SOURCE = Text("Bron: {source}", "Source: {source}")
_UP, _DOWN = Text("▲ hoger", "▲ higher"), Text("▼ lager", "▼ lower")
_SAME, _OPEN = Text("≈ ongeveer gelijk", "≈ about the same"), Text("? niet beoordeeld", "? not judged")
_NO_COMPARISON = Text("· geen vergelijking", "· no comparison")
_CURRENT, _OUTDATED = Text("actueel", "current"), Text("verouderd", "outdated")


def sign(change: Change | None, tone: Tone, language: Language) -> str:
    """Arrow, word and, where there is one, the judgement of a change."""
    judged = JUDGED.get(tone)
    words = _direction(change).in_(language)
    return f"{words} ({judged.in_(language)})" if judged else words


def _direction(change: Change | None) -> Text:
    if change is None:
        return _NO_COMPARISON
    if change.supported_direction is not None:
        return _UP if change.supported_direction is Supported.UP else _DOWN
    return _SAME if change.reason is NotJudged.INSIDE_INTERVAL else _OPEN


def age(freshness: Freshness, language: Language) -> str:
    """Whether the newest figure is young enough, with its period; nothing where there is none."""
    if freshness.newest is None:
        return ""
    return f"{(_CURRENT if freshness.current else _OUTDATED).in_(language)}: {freshness.newest}"


def day_in(day: date, language: Language) -> str:
    """A day as people write it: 21 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1].in_(language)} {day.year}"
