# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Columns of bytes, many rows at once: keys that are looked up in a list, and digits that make numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from baken.model.observation import Presence
from baken.store.columns import PRESENCES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Words = NDArray[np.uint64]
    Integers = NDArray[np.int64]

_MISSING = PRESENCES.index(Presence.MISSING)
_WORD = 8
# A number of more digits may not fit in a floating-point number, through which numbers go elsewhere.
_DIGITS = 15
_SPACE, _ZERO = np.uint8(ord(" ")), np.uint8(ord("0"))
_NULL = np.frombuffer(b"null", dtype=np.uint32)[0]
# Texts that JSON can only write as they are.
_PLAIN = re.compile(r'[^"\\\x00-\x1f\ud800-\udfff]+')
_NO_WORDS = np.zeros(0, dtype=np.uint64)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def same_at(page: Bytes, at: Integers, text: bytes) -> bool:
    """Whether a text stands at all of these places."""
    return not text or _pieces(page, at, len(text)).tobytes() == text * len(at)


def _pieces(page: Bytes, at: Integers, length: int) -> NDArray[np.void]:
    """So many bytes from each of these places on."""
    starts: NDArray[np.void] = np.ndarray((len(page) - length + 1,), f"V{length}", page, strides=(1,))
    return starts[at]


class Listed:
    """The keys of one length that a column can hold."""

    def __init__(self, places: Mapping[str, int], length: int) -> None:
        """Take the place of each key; keys of another length are not used."""
        plain = {text.encode(): place for text, place in places.items() if _PLAIN.fullmatch(text)}
        known = {text: place for text, place in plain.items() if len(text) == length}
        width = max(length, _WORD)
        page = np.frombuffer(b"".join(text.ljust(width) for text in known), dtype=np.uint8)
        words = _words(page, np.arange(len(known)) * width, length) if known else [_NO_WORDS]
        order = np.argsort(_mixed(words))
        self._length = length
        self._words = [word[order] for word in words]
        self._mixed = _mixed(self._words)
        self._places = np.array(list(known.values()), dtype=np.int64)[order]

    def places(self, page: Bytes, at: Integers) -> Integers | None:
        """The place of the key that stands at each place of a page; nothing if one is unknown.

        Keys come in runs, of which only the first is looked up.
        """
        if not len(self._places):
            return None
        words = _words(page, at, self._length)
        other = np.ones(len(at), dtype=bool)
        other[1:] = np.logical_or.reduce([word[1:] != word[:-1] for word in words])
        first = np.flatnonzero(other)
        if len(first) < len(at):
            words = [word[first] for word in words]
        # Words are mixed to find a key, and then compared, as two keys can give the same mixture.
        found = np.minimum(np.searchsorted(self._mixed, _mixed(words)), len(self._places) - 1)
        if any((known[found] != word).any() for known, word in zip(self._words, words, strict=True)):
            return None
        places = self._places[found]
        return places if len(first) == len(at) else np.repeat(places, np.diff(first, append=len(at)))


def _words(page: Bytes, at: Integers, length: int) -> list[Words]:
    """The bytes from each place on as whole words, of which the last may begin in the one before."""
    last = max(length - _WORD, 0)
    found = [_pieces(page, at + n, _WORD).view(np.uint64) for n in sorted({*range(0, last, _WORD), last})]
    if length < _WORD:
        found[0] &= np.frombuffer((b"\xff" * length).ljust(_WORD, b"\0"), dtype=np.uint64)
    return found


def _mixed(words: Sequence[Words]) -> Words:
    mixed = words[0]
    for word in words[1:]:
        mixed = mixed * _FACTOR + word
    return mixed


def figures(page: Bytes, first: Integers, stop: Integers) -> tuple[Integers, NDArray[np.int8]] | None:
    """The whole number, or ``null``, that stands between two places of each row, maybe after spaces.

    Nothing if anything else stands there: a sign, a fraction, a text, or more than fifteen characters.
    """
    widths = stop - first
    narrowest, widest = int(widths.min()), int(widths.max())
    if narrowest < 1 or widest > _DIGITS:
        return None
    none = _pieces(page, stop - len("null"), len("null")).view(np.uint32) == _NULL
    some_none = bool((none & (widths >= len("null"))).any())
    value = np.zeros(len(first), dtype=np.int64)
    begun, bad = np.zeros(len(first), dtype=bool), np.zeros(len(first), dtype=bool)
    for place in range(widest, 0, -1):
        char = page[stop - place]
        if place > narrowest:
            char[widths < place] = _SPACE
        if some_none and place <= len("null"):
            # As if a zero stood there.
            char[none] = _ZERO if place == 1 else _SPACE
        digit = char - _ZERO
        is_digit = digit < 10
        # A blank can only come before, and no digit after a zero that stands first.
        bad |= begun & ((value == 0) | ~is_digit) | ~is_digit & (char != _SPACE)
        value = value * 10 + digit * is_digit
        begun |= is_digit
    if bad.any() or not begun.all():
        return None
    return value, np.where(none, _MISSING, 0).astype(np.int8)
