# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the legal basis register of a country from ``law.yaml``; what cannot be is refused by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, where
from baken.model.errors import InputError, NotHeldError
from baken.model.law import Article, ArticleKind, Law, LawRegister


@cache
def load_law(country: str = "nl", root: Path = DATA) -> LawRegister:
    """Read and check the legal basis register of one country.

    Raises:
        NotHeldError: no register is held for this country.
        InputError: the file is wrong; names the entry and what to do.

    """
    path = root / country / "law.yaml"
    if not path.exists():
        raise NotHeldError(
            f"no register of legal bases is held for '{country}'.",
            where=where(path),
            do="Write one after the example of the Netherlands.",
        )
    register = load(LawRegister, path)
    for problem in _problems(register):
        raise InputError(problem, where=where(path))
    return register


def _problems(register: LawRegister) -> Iterator[str]:
    """Entries that contradict themselves or each other."""
    yield from _twice("id of a law", (one.id for one in register.laws))
    yield from _twice("id of an article", (one.id for one in register.articles))
    names = [name.casefold() for one in register.laws for name in (one.name, *one.others)]
    yield from _twice("name of a law", iter(names))
    yield from _twice("citation", (one.citation for one in register.articles))
    laws = {one.id: one for one in register.laws}
    for one in register.articles:
        yield from _article(one)
        if one.law not in laws:
            yield f"'{one.id}' belongs to the unknown law '{one.law}'."
        elif one.citation != cited(one, laws[one.law]):
            yield f"'{one.id}' is cited as '{one.citation}', not as '{cited(one, laws[one.law])}'."


def _article(one: Article) -> Iterator[str]:
    if one.member is not None and not one.article:
        yield f"'{one.id}' is a member of no article."
    if one.kind is ArticleKind.POWER and not (one.holders or one.parties):
        yield f"'{one.id}' is a power of nobody. Give holders or parties."
    if one.years is not None and (one.kind is not ArticleKind.DUTY or one.years < 1):
        yield f"'{one.id}' has a term of years, which only a duty has, of one year or more."
    if not (one.gives.nl.strip() and one.gives.en.strip() and one.source.strip() and one.marks):
        yield f"'{one.id}' says not in two languages what it gives, or not from which source."
    if one.checked and not (one.checked.by.strip() and one.checked.source.strip()):
        yield f"'{one.id}' was checked, but it says not by whom or against which text."


def cited(article: Article, law: Law) -> str:
    """The one form of a citation: the article, its member, and the official name of the law."""
    parts = [f"artikel {article.article}"] if article.article else []
    parts += [f"lid {article.member}"] if article.member is not None else []
    return " ".join([*parts, law.name])


def _twice(what: str, names: Iterator[str]) -> Iterator[str]:
    return (f"the {what} '{name}' stands here twice." for name, n in Counter(names).items() if n > 1)
