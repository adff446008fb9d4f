# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many syllables a Dutch or English word has, by its groups of vowels.

Rules with a list of exceptions, not a dictionary: place names and new compounds are counted too.
``docs/residents-edition.md`` says how often it agrees with hyphenation patterns and a dictionary.
"""

from __future__ import annotations

import re
import unicodedata

from baken.model.text import Language

# The longest group first: "eeuw" is one sound, and so is "aai"; "ea" and "io" are two.
_DUTCH = re.compile(r"eau|eeu|ieu|aai|ooi|oei|aa|ee|ie|oo|uu|oe|eu|ui|ei|ij|ou|au|[aeiouy]")
# A "y" before a vowel is a consonant, as in "yoga"; the "u" of "qu" is none of its own.
_SILENT_DUTCH = re.compile(r"(?<=q)u|y(?=[aeiou])")
_DUTCH_OTHER = {"museum": 3, "online": 2, "cybercrime": 3, "team": 1, "mail": 1, "app": 1, "site": 1}
_DUTCH_PARTS = {"cybercrime": 3, "online": 2, "website": 2, "team": 1}

_ENGLISH = re.compile(r"[aeiouy]+")
_SILENT_ENGLISH = (
    # The e of "crime" and "whole", but not of "table"; of "crimes", but not of "houses" and "tables".
    re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[aeiou]r?ye$"),
    re.compile(r"(?:[^aeiouylscxzgh]|[aeiouy]l|th|ph)es$"),
    # The e of "called", but not of "counted", and that inside "safely", "statement" and "therefore".
    re.compile(r"[^aeiouytdlr]ed$|[aeiouyl]led$|[aeiour]red$"),
    re.compile(r"[^aeiouyl]e(?:ly|ty|ments?|ful|less|ness)$|[gq]ue[ds]?$"),
    re.compile(r"^(?:there|where|some|home|house|case|fire|care|life|more|else)[^sdrn]|^every."),
)
# Two vowels that are said apart: "area", "period", "violent", "usual", "being"; not those of "-tion".
_APART = re.compile(
    r"(?<![cstg])i(?:a|o|um)(?!ge|ur)(?<!lio)(?<!nio)|[rdvlntb]ie(?=nt|nc|t)|[rsvl]ie(?=rs?$|st$)|eas?$"
    r"|(?<=[^q])ua(?=l|t|ry)|[aeouy]ing|eo(?=g|l)|(?<=re)a(?=ct|t[ei])|ism$|(?<=c)ia(?=t)|uou|ay(?=[eo])"
)
_ENGLISH_OTHER = {
    "area": 3, "areas": 3, "people": 2, "every": 2, "business": 2, "evening": 2, "different": 3, "police": 2,
    "being": 2, "idea": 3, "ideas": 3, "science": 2, "quiet": 2, "real": 1, "really": 2, "create": 2,
    "created": 3, "reaction": 3, "somewhere": 2, "sometimes": 2, "someone": 2, "something": 2,
    "judged": 1, "municipality": 6, "cybercrime": 3, "burglaries": 3, "theatre": 3, "centre": 2, "fire": 1,
    "hour": 1, "our": 1, "were": 1, "there": 1, "where": 1, "are": 1, "the": 1, "me": 1, "he": 1, "she": 1,
    "we": 1, "be": 1, "vandalism": 4,
}  # fmt: skip


def syllables(word: str, language: Language) -> int:
    """The syllables of one word, at least one; a word with a hyphen has those of its parts."""
    parts = [one for one in re.split(r"[-'’]", word.lower()) if one]
    count = _dutch if language is Language.NL else _english
    return max(
        1, sum(count(one) for one in parts if any(letter in "aeiouyäëïöüáéíóúàèâêîôû" for letter in one))
    )


def _dutch(word: str) -> int:
    if word in _DUTCH_OTHER:
        return _DUTCH_OTHER[word]
    found = 0
    for part, known in _DUTCH_PARTS.items():
        found += known * word.count(part)
        word = word.replace(part, "|")
    bare = _SILENT_DUTCH.sub("", _split_at_marks(word))
    return found + len(_DUTCH.findall(bare))


def _split_at_marks(word: str) -> str:
    """Without accents; before a vowel with two dots a new syllable begins, as in "financiële"."""
    plain = []
    for letter in unicodedata.normalize("NFC", word):
        base = unicodedata.normalize("NFD", letter)
        plain.append(f"|{base[0]}" if base[1:] == "\u0308" else base[0])
    return "".join(plain)


def _english(word: str) -> int:
    if word in _ENGLISH_OTHER:
        return _ENGLISH_OTHER[word]
    silent = sum(bool(one.search(word)) for one in _SILENT_ENGLISH)
    return len(_ENGLISH.findall(word)) + len(_APART.findall(word)) - silent
