# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may decide, record, use and carry what: pure rules that give a verdict with its reason.

The rules are data (``governance.yaml`` and ``law.yaml``) and follow the documents and laws named there. A
verdict is for those who work with it: its words may name an article that nobody checked yet, and then say so.
Nothing of it is for the public, for whom there is ``public_words`` in ``baken.model.law``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baken.catalogue.governance import Act, Before, Governance, MeasureRule, load_governance
from baken.model.errors import UsageError
from baken.model.governance import Body, ProductKind, Role
from baken.model.law import NEEDS, NOT_CHECKED, Article, ArticleKind, Need
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether something is allowed and why; ``needs`` is what must be there first, ``basis`` the articles."""

    allowed: bool
    why: Text
    needs: tuple[Text, ...] = ()
    basis: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product as a plain record. ``acted`` is the day on which ``body`` adopted, sent or proposed it.

    ``basis`` is what the product itself names as its legal basis: ids of the register or citations.
    """

    id: str
    kind: ProductKind
    title: str = ""
    start: date | None = None
    end: date | None = None
    body: Body | None = None
    acted: date | None = None
    basis: tuple[str, ...] = ()


_ACTS = {
    Act.ADOPTS: Text("vast te stellen door", "to be adopted by"),
    Act.SENDS: Text("uit te brengen door", "to be issued by"),
    Act.PROPOSES: Text("te doen door", "to be made by"),
    Act.DECIDES: Text("te nemen door", "to be taken by"),
}


def may_adopt(body: Body, kind: ProductKind, rules: Governance | None = None) -> Verdict:
    """Whether a kind of product is a body's to adopt, send, propose or decide."""
    rules = rules or load_governance()
    own, owner = rules.body(body), whose(kind, rules)
    if body in rules.product(kind).bodies:
        return Verdict(allowed=True, why=owner)
    if not own.decides:
        return Verdict(
            allowed=False,
            why=Text(
                f"{_upper(own.called.nl)} overlegt en stemt af en besluit niets. {owner.nl}",
                f"{_upper(own.called.en)} consults and agrees, and decides nothing. {owner.en}",
            ),
        )
    no = Text(f"Niet: {own.called.nl}.", f"Not: {own.called.en}.")
    return Verdict(allowed=False, why=Text(f"{owner.nl} {no.nl}", f"{owner.en} {no.en}"))


def whose(kind: ProductKind, rules: Governance | None = None) -> Text:
    """Whose a kind of product is, in one sentence; where it is nobody's, why."""
    rules = rules or load_governance()
    product = rules.product(kind)
    act = _ACTS[product.act or Act.ADOPTS]
    who = [rules.body(one).called for one in product.bodies] or list(product.parties)
    name = Text(_upper(product.name.nl), _upper(product.name.en))
    if not who:
        said = product.note or Text("Wie dit vaststelt, is niet bekend.", "Who adopts this is not known.")
        return Text(f"{name.nl}. {said.nl}", f"{name.en}. {said.en}")
    nl, en = _listed([one.nl for one in who], "en"), _listed([one.en for one in who], "and")
    if len(product.bodies) > 1:
        nl, en = _listed([one.nl for one in who], "of"), _listed([one.en for one in who], "or")
    return Text(f"{name.nl}: {act.nl} {nl}.", f"{name.en}: {act.en} {en}.")


def may_record(role: Role, body: Body, rules: Governance | None = None) -> Verdict:
    """Whether a role records what a body decided or agreed."""
    rules = rules or load_governance()
    recorder, own = rules.recorder(body), rules.body(body)
    what = Text("besluit", "decides") if own.decides else Text("afspreekt", "agrees")
    why = Text(
        f"Wat {own.called.nl} {what.nl}, legt de rol '{recorder.name.nl}' vast.",
        f"What {own.called.en} {what.en} is recorded by the role '{recorder.name.en}'.",
    )
    if body in rules.role(role).records:
        return Verdict(allowed=True, why=why)
    other = rules.role(role).name
    return Verdict(allowed=False, why=Text(f"{why.nl} Niet: '{other.nl}'.", f"{why.en} Not: '{other.en}'."))


def agreement_lacks(
    parties: Iterable[str], body: Body = Body.TRIANGLE, rules: Governance | None = None
) -> tuple[Text, ...]:
    """The parties of a body that an agreement does not name; all of them belong to it."""
    named = {" ".join(one.split()).casefold() for one in parties}
    return tuple(
        one
        for one in (rules or load_governance()).body(body).members
        if not {one.nl.casefold(), one.en.casefold()} & named
    )


def may_be_consulted(body: Body, kind: ProductKind, rules: Governance | None = None) -> Verdict:
    """Whether a body is heard on a kind of product before it is adopted (zienswijze)."""
    rules = rules or load_governance()
    product, own = rules.product(kind), rules.body(body)
    if body in product.consulted:
        why = Text(
            f"{_upper(product.name.nl)}: ter zienswijze aan {own.called.nl}.",
            f"{_upper(product.name.en)}: laid before {own.called.en} for its view.",
        )
        return Verdict(allowed=True, why=why)
    why = Text(
        f"{_upper(product.name.nl)}: {own.called.nl} wordt hierover niet gehoord.",
        f"{_upper(product.name.en)}: {own.called.en} is not heard on this.",
    )
    return Verdict(allowed=False, why=why)


def may_carry_goals(kind: ProductKind, rules: Governance | None = None) -> Verdict:
    """Whether goals that the council sets may hang on a kind of product."""
    rules = rules or load_governance()
    product = rules.product(kind)
    carriers = [one.name for one in rules.products if one.goals]
    where = Text(_listed([one.nl for one in carriers], "en"), _listed([one.en for one in carriers], "and"))
    why = Text(f"Doelen van de raad staan in: {where.nl}.", f"Goals of the council stand in: {where.en}.")
    if product.goals:
        return Verdict(allowed=True, why=why)
    return Verdict(
        allowed=False,
        why=Text(f"{why.nl} Niet in: {product.name.nl}.", f"{why.en} Not in: {product.name.en}."),
    )


def may_use(power: str, body: Body, *, ordinance: str = "", rules: Governance | None = None) -> Verdict:
    """Whether a body may use a power of the register.

    Args:
        power: the id of the article.
        body: who uses it.
        ordinance: the ordinance of the council that gives the power, as it is named; empty: none is known.
        rules: who decides what.

    Raises:
        UsageError: the register does not hold the article.

    """
    rules = rules or load_governance()
    article = rules.law.article(power)
    named = _named((article,))
    if article.kind is not ArticleKind.POWER:
        why = Text(
            f"{named.nl} geeft geen bevoegdheid om een maatregel te nemen.",
            f"{named.en} gives no power to take a measure.",
        )
        return Verdict(allowed=False, why=why, basis=(article,))
    if body not in article.holders:
        return _not_theirs(named, body, (article,), rules)
    if Need.ORDINANCE in article.needs and not ordinance.strip():
        need = NEEDS[Need.ORDINANCE]
        why = Text(f"{named.nl}: nodig is {need.nl}.", f"{named.en}: it takes {need.en}.")
        return Verdict(allowed=False, why=why, needs=(need,), basis=(article,))
    own = rules.body(body).called
    why = Text(f"{named.nl}: bevoegdheid van {own.nl}.", f"{named.en}: a power of {own.en}.")
    return Verdict(allowed=True, why=why, basis=(article,))


def may_take(
    measure: str, body: Body, *, power: str = "", ordinance: str = "", rules: Governance | None = None
) -> Verdict:
    """Whether a body may take a measure, such as a closure, on the power that is named for it.

    Without ``power`` it is judged whether the body holds the powers that the measure can rest on.

    Raises:
        UsageError: no such measure, or a power that the register does not hold.

    """
    rules = rules or load_governance()
    rule = rules.measure_called(measure)
    if rule is None:
        raise UsageError(
            f"'{measure}' is no measure that takes a power.",
            do=f"Known: {', '.join(one.id for one in rules.measures)}.",
        )
    articles = tuple(rules.law.article(one) for one in rule.powers)
    named = _measure(rule, articles)
    if body not in articles[0].holders:
        return _not_theirs(named, body, articles, rules)
    if power and power not in rule.powers:
        other = _named((rules.law.article(power),))
        why = Text(f"{named.nl}, niet op {other.nl}.", f"{named.en}, not on {other.en}.")
        return Verdict(allowed=False, why=why, basis=articles)
    if power or len(articles) == 1:
        return may_use(power or articles[0].id, body, ordinance=ordinance, rules=rules)
    need = Text("de bevoegdheid waarop de maatregel rust", "the power that the measure rests on")
    why = Text(f"{named.nl}. Noem {need.nl}.", f"{named.en}. Name {need.en}.")
    return Verdict(allowed=False, why=why, needs=(need,), basis=articles)


def _measure(rule: MeasureRule, articles: tuple[Article, ...]) -> Text:
    on, name = _named(articles), rule.name
    return Text(f"{_upper(name.nl)} rust op {on.nl}", f"{_upper(name.en)} rests on {on.en}")


def _not_theirs(named: Text, body: Body, articles: tuple[Article, ...], rules: Governance) -> Verdict:
    first, own = articles[0], rules.body(body).called
    who = [rules.body(one).called for one in first.holders] or list(first.parties)
    nl, en = _listed([one.nl for one in who], "of"), _listed([one.en for one in who], "or")
    why = Text(
        f"{named.nl}: een eigen bevoegdheid van {nl}, niet van {own.nl}.",
        f"{named.en}: a power of {en}, not of {own.en}.",
    )
    return Verdict(allowed=False, why=why, basis=articles)


def _named(articles: tuple[Article, ...]) -> Text:
    """Articles by their citation; those that nobody checked say so."""
    note = [
        Text("", "") if one.checked else Text(f" ({NOT_CHECKED.nl})", f" ({NOT_CHECKED.en})")
        for one in articles
    ]
    cited = list(zip(articles, note, strict=True))
    return Text(
        _listed([f"{one.citation}{also.nl}" for one, also in cited], "of"),
        _listed([f"{one.citation}{also.en}" for one, also in cited], "or"),
    )


def decision_needs(
    product: Product, body: Body, on: date, held: Iterable[Product], rules: Governance | None = None
) -> tuple[Text, ...]:
    """What must be there before a body can act on a product, and is not.

    Args:
        product: what is to be adopted, sent or decided.
        body: who would do so.
        on: the day on which it would.
        held: the products that this one is linked to: what it implements, what proposes it, what it is about.
        rules: who decides what.

    """
    rules, others = rules or load_governance(), tuple(held)
    return tuple(
        one.why
        for one in rules.product(product.kind).before
        if one.only in {None, body}
        and not any(_comes_first(other, one, product, on, rules) for other in others)
    )


def _comes_first(other: Product, need: Before, product: Product, on: date, rules: Governance) -> bool:
    if other.kind not in need.kinds or other.body is not need.by or other.acted is None:
        return False
    # A proposal of the same day is not from before the decision; a programme of the same day is in force.
    proposed = rules.product(other.kind).act is Act.PROPOSES
    in_time = other.acted < on if proposed else other.acted <= on
    return in_time and (not need.same_period or _meet(product, other))


def _meet(one: Product, other: Product) -> bool:
    """Whether two terms share a day; a term of which an end is not known excludes nothing on that side."""
    first = one.start is None or other.end is None or one.start <= other.end
    return first and (other.start is None or one.end is None or other.start <= one.end)


def may_decide(
    product: Product, body: Body, on: date, held: Iterable[Product], rules: Governance | None = None
) -> Verdict:
    """Whether a body may act on a product on a day: it is its to do, and what must come first is there."""
    whether = may_adopt(body, product.kind, rules)
    needs = decision_needs(product, body, on, held, rules) if whether.allowed else ()
    if not needs:
        return whether
    nl, en = "; ".join(one.nl for one in needs), "; ".join(one.en for one in needs)
    return Verdict(allowed=False, why=Text(f"Nog niet: {nl}.", f"Not yet: {en}."), needs=needs)


def _listed(words: list[str], last: str) -> str:
    """Words one after another, the last one joined by a word."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
