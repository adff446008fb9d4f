# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every question that can be put to the desk by somebody with a role, with the answers that are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.accounts.rights import named
from baken.desk.registers import ALL, Register
from desk import roles_expected as expected
from desk.roles_expected import FORM, GONE, NO_SUCH_WAY, REFUSED, SHOWN, WRONG
from desk.roles_matching import covers
from desk.roles_world import OWN, WITHDRAWN, World, areas

ROOT = "/werk/register/"
SAFE = frozenset({NO_SUCH_WAY})


@dataclass(frozen=True, slots=True)
class Ask:
    """An address with the answers that are right, to GET and to an empty POST."""

    address: str
    get: frozenset[int]
    post: frozenset[int]


def routes(under: str = "werk/") -> Iterator[tuple[str, URLPattern]]:
    """Every address pattern of the desk."""
    yield from (
        (route, one) for route, one in _routes(get_resolver().url_patterns, "") if route.startswith(under)
    )


def _routes(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _routes(one.url_patterns, route)
        else:
            yield route, one


def everything(world: World, actor: Actor) -> Iterator[Ask]:
    """All that somebody can ask."""
    for register in ALL:
        yield from _of_register(register, world, actor)
    for route, page in expected.PAGES.items():
        yield from _of_page(route, page, world, actor)


def _of_register(register: Register, world: World, actor: Actor) -> Iterator[Ask]:
    rights = register.model.rights
    place = f"{ROOT}{register.slug}/"
    reads = named(rights.read, actor)
    if register.model not in expected.LISTS.values():
        yield Ask(place, _one(SHOWN if reads else GONE), SAFE)
    yield _form(f"{place}nieuw/", reads=reads, may=named(rights.add, actor))
    seen: set[tuple[str, frozenset[int], frozenset[int]]] = set()
    for record in world.made[register.model].values():
        for page, ask in _of_record(place, record, actor):
            if not reads and page not in {"record", "edit"}:
                continue
            # One record for each answer: all others are compared in the database itself.
            if (page, ask.get, ask.post) not in seen:
                seen.add((page, ask.get, ask.post))
                yield ask


def _of_record(place: str, record: Record, actor: Actor) -> Iterator[tuple[str, Ask]]:
    rights, at = record.rights, f"{place}{record.pk}/"
    reads = covers(rights.read, actor, record)
    shown = _one(SHOWN if reads else GONE)
    yield "record", Ask(at, shown, SAFE)
    yield "history", Ask(f"{at}geschiedenis/", shown, SAFE)
    change = rights.add if rights.change is None else rights.change
    may = not record.withdrawn and covers(change, actor, record)
    yield "edit", _form(f"{at}wijzigen/", reads=reads, may=may)
    yield "withdraw", _form(f"{at}intrekken/", reads=reads, may=may)
    steps = [one.name for one in record.flow.transitions] if record.flow else []
    for name in steps:
        allowed = not record.withdrawn and covers(rights.steps.get(name, {}), actor, record)
        yield f"step {name}", _form(f"{at}stap/{name}/", reads=reads, may=allowed)
    yield "no step", Ask(f"{at}stap/no-such-step/", _one(GONE), _one(GONE))


def _form(address: str, *, reads: bool, may: bool) -> Ask:
    if not reads:
        return Ask(address, _one(GONE), _one(GONE))
    return Ask(address, _one(SHOWN if may else REFUSED), frozenset({WRONG}) if may else _one(REFUSED))


def _of_page(route: str, page: expected.Page, world: World, actor: Actor) -> Iterator[Ask]:
    allowed = bool(page.seen_by & actor.roles)
    if page.acts:
        yield from _of_act(route, page, world, actor, allowed=allowed)
        return
    for name, value in page.given.items():
        route = route.replace(f"<slug:{name}>", value).replace(f"<str:{name}>", value)
    if page.only_own_district is not None:
        for form, code in areas().items():
            own = not actor.roles & page.only_own_district or form.startswith("own")
            if code:
                yield _special(
                    f"/{route}".replace("<slug:code>", code),
                    page,
                    SHOWN if own and allowed else GONE,
                    allowed=allowed,
                )
        return
    if page.of is None:
        yield _special(
            f"/{route}", page, GONE if not allowed and page.refused == GONE else SHOWN, allowed=allowed
        )
        return
    seen: set[bool] = set()
    for record in world.made[page.of].values():
        reads = covers(record.rights.read, actor, record)
        if reads in seen:
            continue
        seen.add(reads)
        yield _special(
            f"/{route}".replace("<slug:key>", str(record.pk)), page, SHOWN if reads else GONE, allowed=allowed
        )


def _of_act(route: str, page: expected.Page, world: World, actor: Actor, *, allowed: bool) -> Iterator[Ask]:
    """What others are told; those whom it is for are asked elsewhere."""
    if allowed:
        return
    # Those in use and out of use: a page of one that is being built would look for what builds it.
    held = [world.made[page.of][form] for form in (OWN, WITHDRAWN)] if page.of else [None]
    for record in held:
        # Where the refusal comes from the change itself, the page says so beside the form.
        told = frozenset({REFUSED, WRONG}) if record is None or _found(record, actor) else _one(GONE)
        key = str(record.pk) if record is not None else ""
        address = "/" + route.replace("<slug:key>", key).replace("<path:name>", "index.html")
        yield Ask(address, told | SAFE, told | SAFE)


def _found(record: Record, actor: Actor) -> bool:
    return not record.withdrawn and covers(record.rights.read, actor, record)


def _special(address: str, page: expected.Page, found: int, *, allowed: bool) -> Ask:
    def answer(held: frozenset[int]) -> frozenset[int]:
        if held == SAFE:
            return held
        return _one(GONE) if found == GONE else held if allowed else _one(page.refused)

    return Ask(address, answer(page.get), answer(page.post))


def _one(status: int) -> frozenset[int]:
    return frozenset({status})


__all__ = ["FORM", "Ask", "everything", "routes"]
