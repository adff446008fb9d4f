# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Money in the papers of the cycle: structural and incidental apart, and unknown amounts never as zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from baken.model.action import Action, MoneyKind
from baken.model.cycle_papers import BudgetLine
from baken.model.text import Language, Text
from baken.publications.book.model import Bullets
from baken.publications.report_model import Cell
from baken.publications.word.cycle import words
from baken.publications.word.cycle.said import cells, euros, missing, table
from baken.publications.word.model import Block

_HEADERS = (words.LINE, words.KIND, words.YEAR, words.AMOUNT, words.NEW_MONEY)


def budget_blocks(lines: tuple[BudgetLine, ...], language: Language) -> Iterator[Block]:
    """A table of the lines, what they come to, and which budget programme and decision they belong to."""
    if not lines:
        yield missing(words.NO_BUDGET, language)
        return
    caption = words.BUDGET.in_(language)
    yield table(caption, _HEADERS, (_row(one, language) for one in lines), language)
    yield Bullets(sums([(one.kind, one.amount) for one in lines], language))
    behind = tuple(_behind(lines, language))
    if behind:
        yield Bullets(behind)


def _row(one: BudgetLine, language: Language) -> tuple[Cell, ...]:
    year = words.NOT_FILLED.in_(language) if one.year is None else str(one.year)
    # Only a stated zero says that a line brings no new money.
    new = words.NO_NEW_MONEY.in_(language) if one.new_money == 0 else euros(one.new_money, language)
    kind = words.MONEY[one.kind].in_(language)
    return cells(one.label, kind, year, euros(one.amount, language), new)


def _behind(lines: Iterable[BudgetLine], language: Language) -> Iterator[str]:
    for one in lines:
        named = (
            (words.BUDGET_PROGRAMME, one.budget_programme),
            (words.DECISION, one.decision),
        )
        said = "; ".join(f"{name.in_(language)}: {text}" for name, text in named if text.strip())
        if said:
            yield f"{one.label}. {said}"


def sums(amounts: list[tuple[MoneyKind | None, Decimal | None]], language: Language) -> tuple[str, ...]:
    """What the amounts of each kind come to; where one is unknown, that the sum is not the total."""
    found = []
    for kind in (*MoneyKind, None):
        own = [amount for one, amount in amounts if one is kind]
        if own:
            name = (words.MONEY[kind] if kind else words.KIND_UNKNOWN).in_(language)
            found.append(_sum(name[:1].upper() + name[1:], own, language))
    return tuple(found)


def _sum(kind: str, amounts: list[Decimal | None], language: Language) -> str:
    known = [one for one in amounts if one is not None]
    form: Text = words.SUM if len(known) == len(amounts) else words.PART_SUM if known else words.NO_SUM
    total = euros(sum(known, Decimal(0)), language)
    return form.in_(language).format(
        kind=kind, sum=total, total=len(amounts), missing=len(amounts) - len(known)
    )


def action_sums(actions: Iterable[Action], language: Language) -> tuple[str, ...]:
    """What the actions cost together, by kind."""
    return sums([(one.money_kind, one.money) for one in actions], language)


def cost(action: Action, language: Language) -> str:
    """What one action costs, and whether that returns every year."""
    kind = words.MONEY[action.money_kind] if action.money_kind else words.NO_KIND
    return f"{euros(action.money, language)} ({kind.in_(language)})"
