# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One finding as HTML: its mark in words, what was found, the figures, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baken.model.text import Language, Text
from baken.publications import check_words as words
from baken.publications.check_findings import Entry, Finding
from baken.publications.check_passages import anchor
from baken.publications.check_words import Mark, filled, sentences
from baken.publications.escaping import escape
from baken.publications.report_words import typeset

# More figures, places of one rule or carried sentences are folded away; more than a few sentences are
# a list.
_MANY_FIGURES, _MANY_PLACES, _FEW_SENTENCES, _MANY_SENTENCES = 2, 5, 2, 4


def badge(mark: Mark, language: Language) -> str:
    """A verdict or weight: its sign and its words."""
    label = escape(mark.label.in_(language))
    return (
        f'<span class="badge m-{mark.id}"><span aria-hidden="true">{escape(mark.sign)}</span> {label}</span>'
    )


def folded(label: str, inside: Iterable[str]) -> Iterator[str]:
    """Something that shows when the reader asks for it; ``label`` is markup."""
    yield "<details>"
    yield f"<summary>{label}</summary>"
    yield from inside
    yield "</details>"


@dataclass(frozen=True, slots=True)
class FindingItems:
    """Findings as HTML. ``foreign`` is the attribute for words of the document in another language.

    ``placed`` says whether the page holds the text, so that links lead into it.
    """

    language: Language
    foreign: str = ""
    placed: bool = True

    def items(self, findings: Iterable[Finding], first: dict[int, str] | None = None) -> Iterator[str]:
        """Findings as a list, if any. ``first`` has names for some of them, by number."""
        items = []
        for one in findings:
            name = (first or {}).get(one.number)
            inside = "\n".join(self._parts(one, f' id="{name}"' if name else ""))
            items.append(f'<li class="finding m-{one.mark.id}" id="f{one.number}">\n{inside}\n</li>')
        if items:
            yield '<ul class="found" role="list">'
            yield from items
            yield "</ul>"

    def text(self, text: Text) -> str:
        """Words of our own."""
        return escape(typeset(text.in_(self.language)))

    def quote(self, quoted: str) -> str:
        """Words of the document."""
        return f"<q{self.foreign}>{escape(quoted)}</q>"

    def _parts(self, one: Finding, name: str) -> Iterator[str]:
        yield f'<p class="head"{name}>{self._head(one)}</p>'
        if one.said:
            yield from self._said(one.said)
        yield from self._held(one)
        yield from self._carried(one)
        if one.newer:
            yield f"<p>{self.text(one.newer)}</p>"
        if one.settle:
            yield f"<p><b>{self.text(words.SETTLE)}</b> {self.text(one.settle)}</p>"
        if one.entries:
            yield from self._entries(one)
        elif len(one.places) > 1:
            others = ", ".join(self._place(one, number) for number in range(1, len(one.places)))
            yield f"<p>{self.text(words.ALSO)} {others}</p>"

    def _head(self, one: Finding) -> str:
        """Number, mark, and where it stands or how many times; a remark brings the words it is about."""
        head = [f"<b>{one.number}</b>", badge(one.mark, self.language)]
        if one.times > 1:
            head.append(f'<span class="where">{self.text(filled(words.TIMES, number=one.times))}</span>')
            return " ".join(head)
        where = one.where[0].in_(self.language) if one.where else ""
        if not one.places:
            where = words.WHOLE.in_(self.language)
        if where:
            head.append(f'<span class="where">{escape(where)}</span>')
        if one.places and self.placed:
            hidden = self.text(filled(words.NUMBER, number=one.number))
            label = f'{self.text(words.BACK)}<span class="unseen">, {hidden}</span>'
            head.append(f'<a class="back" href="#{anchor(one.number)}">{label}</a>')
        if not one.read and one.quote:
            head.append(f'<span class="words">{self.quote(one.quote)}</span>')
        return " ".join(head)

    def _said(self, said: Text) -> Iterator[str]:
        """What was found; where that takes more than two sentences, each in a line of its own."""
        found = sentences(said)
        if len(found) > _FEW_SENTENCES:
            yield from self._list(found)
        else:
            yield f"<p>{self.text(said)}</p>"

    def _held(self, one: Finding) -> Iterator[str]:
        """How a claim was read, and the figures it was held against."""
        if not one.read:
            return
        yield f"<p>{self.text(one.read)}</p>"
        held = (*one.figures, *one.sides)
        if len(one.figures) > _MANY_FIGURES:
            yield from folded(self.text(filled(words.HELD, number=len(one.figures))), self._list(held))
        elif held:
            yield from self._list(held)

    def _carried(self, one: Finding) -> Iterator[str]:
        """The sentence that the figures would carry; where there are more, each in a line of its own."""
        if one.carried:
            found, label = sentences(one.carried), f"<b>{self.text(words.CARRIED)}</b>"
            if len(found) == 1:
                yield f"<p>{label} {self.text(found[0])}</p>"
            elif len(found) > _MANY_SENTENCES:
                number = self.text(filled(words.SENTENCES, number=len(found)))
                yield from folded(f"{label} {number}", self._list(found))
            else:
                yield f"<p>{label}</p>"
                yield from self._list(found)

    def _entries(self, one: Finding) -> Iterator[str]:
        """The remarks of one rule, each with its words and places."""
        items = ["<ul>", *(f"<li>{self._entry(one, entry)}</li>" for entry in one.entries), "</ul>"]
        if one.said and one.times > _MANY_PLACES:
            yield from folded(self.text(filled(words.ALL_PLACES, number=one.times)), items)
        else:
            yield from items

    def _entry(self, one: Finding, entry: Entry) -> str:
        places = ", ".join(self._place(one, number) for number in entry.places)
        parts = [self.quote(entry.quote)] if entry.quote else []
        parts += [f"({places})"] if places else []
        parts += [self.text(entry.said)] if one.said is None else []
        if entry.settle and one.settle is None:
            parts.append(f"<b>{self.text(words.SETTLE)}</b> {self.text(entry.settle)}")
        return " ".join(parts)

    def _place(self, one: Finding, number: int) -> str:
        """The way to one of its places in the text."""
        where = escape(
            one.where[number].in_(self.language) or filled(words.THERE, number=number + 1).in_(self.language)
        )
        return f'<a href="#{anchor(one.number, number)}">{where}</a>' if self.placed else where

    def _list(self, texts: Iterable[Text]) -> Iterator[str]:
        yield "<ul>"
        yield from (f"<li>{self.text(text)}</li>" for text in texts)
        yield "</ul>"
