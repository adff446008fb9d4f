# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How wide a text will be, and how to make it fit.

The server has no fonts to measure with, so the widths of Arial are used with a reserve: a label may
then turn out a little smaller than its place, never larger in any common sans serif.
"""

from functools import lru_cache

_RESERVE = 1.08
_BOLD = 1.07
_BY_WIDTH = {
    0.20: "'|",
    0.24: "ijl",
    0.29: "fI.,:;!/\\ []t\u00b7",
    0.35: 'r()-"',
    0.51: "cksvxyzJ",
    0.62: "FTZLABEKPSVXY",
    0.74: "wCDHNRU",
    0.79: "GOQ",
    0.86: "mM",
    0.95: "%@W—…",
}
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}
_ORDINARY = 0.57
_IDEOGRAPH = 1.05

# Ends of Dutch place names: the best places to break a long name.
_ENDINGS = (
    "kwartier", "straat", "poort", "veld", "haven", "berg", "park", "dorp", "hoven", "wijk", "kamp", "broek",
    "dijk", "laan", "burg", "singel", "plein", "polder", "weide", "hout", "buurt", "stad", "weg", "hof",
)  # fmt: skip
# Consonants that stay together at the beginning of a syllable.
_ONSETS = (
    "bl",
    "br",
    "ch",
    "dr",
    "fl",
    "fr",
    "gl",
    "gr",
    "kl",
    "kr",
    "kw",
    "pl",
    "pr",
    "st",
    "tr",
    "vl",
    "vr",
    "zw",
)
_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûü"


@lru_cache(maxsize=8192)
def _ems(text: str) -> float:
    return sum(
        _WIDTHS.get(character, _ORDINARY if ord(character) < 0x1100 else _IDEOGRAPH) for character in text
    )


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give a cautious estimate of the width of a text in px."""
    return _ems(text) * size * _RESERVE * (_BOLD if bold else 1.0)


def shorten(text: str, size: float, width: float) -> str:
    """Cut a text to a width, with an ellipsis when anything is lost."""
    if text_width(text, size) <= width:
        return text
    for length in range(len(text) - 1, 0, -1):
        candidate = text[:length].rstrip() + "…"
        if text_width(candidate, size) <= width:
            return candidate
    return "…"


@lru_cache(maxsize=4096)
def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """Break a text at blanks into lines of at most `width`; a longer single word is shortened."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(shorten(word, size, width))
    return tuple(lines) or ("",)


def _syllable_begins(word: str, place: int) -> bool:
    """Whether a syllable plausibly begins here: a consonant, or an inseparable pair, before a vowel."""
    if word[place] in _VOWELS or word[place - 1 : place + 1] in _ONSETS:
        return False
    after = place + 2 if word[place : place + 2] in _ONSETS else place + 1
    return word[after : after + 1] != "" and word[after] in _VOWELS


def _break_at(word: str, size: float, width: float) -> int:
    """Find where to break a word: before a known ending, else before a syllable, else where it is full."""
    fitting = [n for n in range(2, len(word) - 1) if text_width(word[:n] + "-", size) <= width]
    if not fitting:
        return 0
    lower = word.lower()
    for place in reversed(fitting):
        if lower.startswith(_ENDINGS, place):
            return place
    for place in reversed(fitting):
        if place > 2 and _syllable_begins(lower, place):
            return place
    return fitting[-1]


def _pieces(name: str, size: float, width: float) -> list[str]:
    """Split a name into pieces that each fit on a line; pieces of one word end in a hyphen."""
    pieces: list[str] = []
    for word in name.replace("-", "- ").split():
        rest = word
        while text_width(rest, size) > width:
            place = _break_at(rest, size, width)
            if not place:
                break
            pieces.append(rest[:place] + "-")
            rest = rest[place:]
        pieces.append(rest if text_width(rest, size) <= width else shorten(rest, size, width))
    return pieces


@lru_cache(maxsize=4096)
def fit_name(name: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """Set a place name in at most `most` short lines; a full stop shows that it was abbreviated."""
    lines: list[str] = []
    for piece in _pieces(name, size, width):
        glue = "" if lines and lines[-1].endswith("-") else " "
        if lines and text_width(lines[-1] + glue + piece, size) <= width:
            lines[-1] += glue + piece
        else:
            lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip("-") + "."]
    return tuple(lines)
