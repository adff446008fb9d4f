# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists over many records: the legal basis of products, the duties to renew them, powers used by quarter.

For the workspace. Small numbers of a power can point at a person or a house: what is published of them goes
through ``baken.disclosure`` first, and articles through ``public_words``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from baken.catalogue.governance import Governance, load_governance
from baken.council.citations import resolve
from baken.council.competence import Product, may_take, may_use
from baken.council.succession import RenewalDuty
from baken.model.governance import Body, ProductKind
from baken.model.law import Article
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductLaw:
    """The legal basis of one product: its articles, who acts on it, and what it names that is not held.

    ``who`` are the bodies or other parties whose product it is; ``years`` the term that law or document
    gives, None where none does. The product holds its own period.
    """

    product: Product
    articles: tuple[Article, ...]
    who: tuple[Text, ...]
    years: int | None
    not_held: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LawOfProducts:
    """Every product with its legal basis, and those without any."""

    linked: tuple[ProductLaw, ...]
    without: tuple[ProductLaw, ...]


def law_of_products(products: Iterable[Product], rules: Governance | None = None) -> LawOfProducts:
    """Link each product to the articles of its kind and to those that it names itself; list those without."""
    rules = rules or load_governance()
    found = [_law_of(one, rules) for one in products]
    return LawOfProducts(
        linked=tuple(one for one in found if one.articles),
        without=tuple(one for one in found if not one.articles),
    )


def _law_of(product: Product, rules: Governance) -> ProductLaw:
    rule, law = rules.product(product.kind), rules.law
    articles = {name: law.article(name) for name in rule.basis}
    not_held = []
    for name in product.basis:
        meant = resolve(name, law)
        article = law.by_id.get(name) or meant.article
        if article is None:
            not_held.append(meant.why)
        else:
            articles[article.id] = article
    return ProductLaw(
        product=product,
        articles=tuple(articles.values()),
        who=tuple(rules.body(one).called for one in rule.bodies) or rule.parties,
        years=rule.years,
        not_held=tuple(not_held),
    )


def renewal_duty(kind: ProductKind, rules: Governance | None = None) -> RenewalDuty | None:
    """The duty to renew a kind of product that its legal basis gives; None where it gives none.

    ``RenewalDuty.due`` gives the last day for the next one. Its article may not be checked yet.
    """
    rules = rules or load_governance()
    articles = (rules.law.article(name) for name in rules.product(kind).basis)
    one = next((each for each in articles if each.years is not None), None)
    if one is None or one.years is None:
        return None
    return RenewalDuty(years=one.years, article=one.citation, kind=kind.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerUse:
    """That a power was used once: on which day, by which body, for which measure. No person, no address.

    ``power`` is the id of an article, empty where the record does not say; ``measure`` an id of
    ``governance.yaml``, or empty. ``record`` is how the record is found again.
    """

    record: str
    on: date
    power: str = ""
    body: Body | None = None
    measure: str = ""
    ordinance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerCount:
    """How often a power was used for a measure in a quarter. A quarter without records has no count."""

    year: int
    quarter: int
    article: Article
    measure: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PowersUsed:
    """The counts in order of time; the records that name no power; and those that the rules do not allow."""

    counts: tuple[PowerCount, ...]
    unstated: tuple[str, ...]
    refused: Mapping[str, Text]


def powers_used(uses: Iterable[PowerUse], rules: Governance | None = None) -> PowersUsed:
    """Count powers used by quarter, article and measure.

    A record without a power is listed and not counted. So is one whose body does not hold the power, or
    whose measure does not rest on it, with the reason.

    Raises:
        UsageError: a record names an article that the register does not hold, or an unknown measure.

    """
    rules = rules or load_governance()
    counts: Counter[tuple[int, int, str, str]] = Counter()
    unstated, refused = [], {}
    for one in uses:
        if not one.power:
            unstated.append(one.record)
            continue
        why = _refusal(one, rules)
        if why is not None:
            refused[one.record] = why
            continue
        measure = rules.measure_called(one.measure) if one.measure else None
        name = measure.id if measure else ""
        counts[one.on.year, (one.on.month + 2) // 3, one.power, name] += 1
    return PowersUsed(
        counts=tuple(
            PowerCount(
                year=year, quarter=quarter, article=rules.law.article(power), measure=measure, count=count
            )
            for (year, quarter, power, measure), count in sorted(counts.items())
        ),
        unstated=tuple(unstated),
        refused=refused,
    )


def _refusal(use: PowerUse, rules: Governance) -> Text | None:
    """Why a use cannot be what its record says; None where it can."""
    rules.law.article(use.power)
    if use.body is None:
        return Text("Er staat niet bij wie de bevoegdheid gebruikte.", "It does not say who used the power.")
    ordinance = use.ordinance
    if use.measure:
        verdict = may_take(use.measure, use.body, power=use.power, ordinance=ordinance, rules=rules)
    else:
        verdict = may_use(use.power, use.body, ordinance=ordinance, rules=rules)
    return None if verdict.allowed else verdict.why
