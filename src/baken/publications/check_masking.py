# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping personal data out of everything that is said about a checked document.

The words at masked places are blotted out with a blot of one length, which does not tell how long a name is,
and wherever else the same words or a part of a name would turn up: in the name of the file, in a message,
in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from baken.model.remark import Span
from baken.model.text import Text
from baken.picture.checked import CheckedDocument

BLOT = "█████"
# No digits: parts of an address or a number are ordinary words elsewhere.
_NAME = re.compile(r"[^\d@/]+")
_BETWEEN = re.compile(r"[\s._-]+")
# Words shorter than a name are left alone elsewhere; longer ones no message repeats.
_SHORTEST, _LONGEST = 3, 100


@dataclass(frozen=True, slots=True)
class Masked:
    """The text as it may be shown, and the masked places in it: in order, none touching another."""

    text: str
    places: tuple[Span, ...]
    _words: re.Pattern[str] | None
    _parts: re.Pattern[str] | None
    _names: re.Pattern[str] | None

    def quote(self, span: Span) -> str:
        """The words at a place as they may be shown."""
        return _one_length(span.of(self.text))

    def clean(self, words: str) -> str:
        """Other words, without anything that stands at a masked place, or a part of a name that does."""
        for form in (self._words, self._names):
            words = form.sub(BLOT, words) if form else words
        return _one_length(words)

    def both(self, text: Text) -> Text:
        """A text without anything that stands at a masked place."""
        return Text(self.clean(text.nl), self.clean(text.en))

    def title(self, name: str) -> str:
        """The name of a file, without even a part of a name: "Klacht van Jansen.pdf"."""
        plain = "".join(one if one.isprintable() else "\ufffd" for one in name)
        return self.clean(self._parts.sub(BLOT, plain) if self._parts else plain)


def masked(checked: CheckedDocument) -> Masked:
    """The text of a document as it may be shown."""
    size = len(checked.document.text)
    spans = [
        Span(min(one.start, size), min(one.end, size))
        for remark in checked.remarks
        if remark.masked
        for one in remark.places
    ]
    secret = {one.of(checked.document.text) for one in spans}
    parts = {part for words in secret for part in _BETWEEN.split(words) if part[:1].isupper()}
    names = {part for words in secret if _NAME.fullmatch(words) for part in _BETWEEN.split(words)}
    names = {part for part in names if part[:1].isupper() and len(part) > _SHORTEST}
    return Masked(
        text=checked.shown,
        places=_apart(spans),
        _words=_any_of(secret),
        _parts=_any_of(parts, edges=False),
        _names=re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names)))})\b") if names else None,
    )


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return tuple(found)


def _any_of(words: Iterable[str], *, edges: bool = True) -> re.Pattern[str] | None:
    """A form that finds any of some words, in capitals or not, with whatever between their parts."""
    forms = {
        r"[\s._-]+".join(re.escape(part) for part in _BETWEEN.split(one) if part)
        for one in words
        if _SHORTEST <= len(one.strip()) <= _LONGEST
    }
    if not forms:
        return None
    either = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    edge = r"(?<!\w)(?:{})(?!\w)" if edges else r"(?<![^\W\d_])(?:{})(?![^\W\d_])"
    return re.compile(edge.format(either), re.IGNORECASE)


def _one_length(words: str) -> str:
    return re.sub(r"█(?:[█ ]*█)?", BLOT, words)
