# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a generated text as a careful reader would, and says what is wrong with it."""

from __future__ import annotations

import re

from baken.model.text import Language

_ANYWHERE = {
    "an empty slot or a name that was not filled in": (
        r"[{}]|\(\s*\)|\(\s|\s\)|\b(?:None|nan|NaN|inf)\b|: ?[.;]|, ?[.;)]|; ?\."
    ),
    "two spaces or a space before a mark": r"  |\s[.,;:!?]",
    "two full stops": r"\.\.",
    "a word twice": r"\b(?!(?:dat dat|die die|at at)\b)([A-Za-zé]{2,}) \1\b",
    "a hyphen for a minus sign": r"(?<![\w-])-\d",
    "a space that is missing": r"[a-z][.;:][A-Z]|\d%\s(?!marge)|[a-z],[a-z]",
}
_OF = {
    Language.NL: {
        "a decimal point": r"(?<![\d.])\d+\.(?!\d{3}(?!\d))\d+(?!\.?\d)",
        "one with a plural": r"(?<![\d,.])(?:1|[Éé]én) [a-z]+ (?:zijn|waren|worden|werden|hebben)\b",
        "several with a singular": (
            r"(?<![\d,.])(?:[2-9]|[1-9]\d+) (?!was|is)[a-z]+en (?:is|was|wordt|werd|heeft)\b"
        ),
        "two years with a singular": r"\b\d{4} en \d{4} (?:is|was)\b",
        "one year with a plural": r"(?:^|[.;] )\d{4} (?:zijn|waren)\b",
        "the wrong article": (
            r"\b[Dd]e (?:cijfer|aantal|verschil|jaar|gebied)\b|\b[Hh]et (?:daling|stijging|marge|buurt)\b"
        ),
        "English": r"\b(?:the|and|was chance|per cent)\b",
    },
    Language.EN: {
        "a decimal comma": r"\d,(?!\d{3}(?!\d))\d",
        "one with a plural": r"(?<![\d,.])1 [a-z]+ (?:are|were|have)\b",
        "several with a singular": r"(?<![\d,.])(?:[2-9]|[1-9]\d+) [a-z]+s (?:is|was|has)\b",
        "two years with a singular": r"\b\d{4} and \d{4} (?:is|was)\b",
        "one year with a plural": r"(?:^|[.;] )\d{4} (?:are|were)\b",
        "a before a vowel": r"\ba (?:[aeio][a-z]+)\b",
        "Dutch": r"\b(?:het|een|voor|naar|jaren|buurt|cijfer)\b",
    },
}
_ENDS = re.compile(r"(?<=[.?!]) (?=\S)")
_STARTS = re.compile(r"[A-Z0-9É‘“'\"(+\u2212]")
# What has a full stop and is no end of a sentence.
_SHORT = re.compile(r"\b(?:o\.a\.|bijv\.|nr\.|e\.g\.|i\.e\.)")


def mistakes(text: str, language: Language, *, names: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with a text; names of people's own making (areas, titles) are not judged."""
    for name in names:
        text = text.replace(name, "Naam")
    # Literal words of somebody else are not judged.
    plain = re.sub(r"“[^”]*”", "“Woorden”", _SHORT.sub("zoals", text))
    rules = {**_ANYWHERE, **_OF[language]}
    found = [f"{what}: {hit.group()!r}" for what, rule in rules.items() if (hit := re.search(rule, plain))]
    if not plain.endswith((".", "?", "!")):
        found.append("no full stop at the end")
    found += [f"no capital: {one[:30]!r}" for one in _ENDS.split(plain) if not _STARTS.match(one)]
    return found
