# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an answer says: sentences in two languages, and what must be read with them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.model.finding import Caveat
from baken.model.number import format_number
from baken.model.text import Language, Text

LANGUAGES = (Language.NL, Language.EN)
# Nobody reads more digits than this.
_HUGE = 1e15
_HEADING = Text("Lees hierbij:", "Read with this:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sentences of an answer, the most important one first, and its caveats."""

    sentences: tuple[Text, ...]
    caveats: tuple[Caveat, ...]
    source: str = ""
    snapshots: tuple[str, ...] = ()

    def lines(self, language: Language) -> list[str]:
        """The answer as lines of text, its caveats and its source behind it."""
        found = [one.in_(language) for one in self.sentences]
        if self.caveats:
            found += ["", _HEADING.in_(language), *(f"- {one.text.in_(language)}" for one in self.caveats)]
        origin = ", ".join(self.snapshots) or self.source
        if origin:
            found += ["", f"{Text('Bron', 'Source').in_(language)}: {origin}"]
        return found

    def record(self) -> dict[str, object]:
        """The answer as plain data."""
        return {
            "sentences": {str(one): [text.in_(one) for text in self.sentences] for one in LANGUAGES},
            "caveats": [{"rule": one.rule, "nl": one.text.nl, "en": one.text.en} for one in self.caveats],
            "source": self.source,
            "snapshots": list(self.snapshots),
        }


def both(template: Text, **words: object) -> Text:
    """A sentence with its gaps filled in; a ``Text`` is filled in by its language, a float as a number."""
    filled = {
        language: {name: _word(value, language) for name, value in words.items()} for language in LANGUAGES
    }
    return Text(template.nl.format(**filled[Language.NL]), template.en.format(**filled[Language.EN]))


def numeral(value: float, decimals: int | None = None, *, signed: bool = False) -> Text:
    """A number in both notations; without decimals, as many as its size asks for."""
    if not math.isfinite(value):
        return Text("onbekend", "unknown") if math.isnan(value) else Text("oneindig", "infinite")
    if abs(value) >= _HUGE:
        return same(f"{value:.1e}")
    places = _places(value) if decimals is None else decimals
    return Text(*(format_number(value, places, one, signed=signed) for one in LANGUAGES))


def chance(p: float) -> Text:
    """A probability in words that do not promise more than it does."""
    if math.isnan(p):
        return Text("onbekend", "unknown")
    if p < 0.001:
        return Text("kleiner dan 0,001", "below 0.001")
    return numeral(p, 3)


def span(low: float, high: float, decimals: int | None = None, *, signed: bool = False) -> Text:
    """An interval: "1,2 tot 3,4"."""
    places = max(_places(low), _places(high)) if decimals is None else decimals
    ends = [numeral(one, places, signed=signed) for one in (low, high)]
    return Text(f"{ends[0].nl} tot {ends[1].nl}", f"{ends[0].en} to {ends[1].en}")


def listed(words: Iterable[Text], most: int = 6) -> Text:
    """A list in words, cut off after so many with the number of those that are left."""
    found = list(words)
    shown, rest = found[:most], len(found) - most
    texts = []
    for language, joint, more in ((Language.NL, "en", "andere"), (Language.EN, "and", "others")):
        names = [one.in_(language) for one in shown]
        if rest > 0:
            names.append(f"{format_number(rest, 0, language)} {more}")
        texts.append(f"{', '.join(names[:-1])} {joint} {names[-1]}" if len(names) > 1 else "".join(names))
    return Text(*texts)


def same(text: str) -> Text:
    """A word that is the same in both languages, such as a name."""
    return Text(text, text)


def clean(value: float | None, digits: int = 10) -> float | None:
    """A number for a record: missing and infinite become nothing, and noise behind the digits goes."""
    if value is None or not math.isfinite(value):
        return None
    return float(f"{float(value):.{digits}g}")


def _places(value: float) -> int:
    if not math.isfinite(value) or value == int(value):
        return 0
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 1 else 2


def _word(value: object, language: Language) -> str:
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, float):
        return numeral(value).in_(language)
    if isinstance(value, int):
        return format_number(value, 0, language)
    return str(value)
