# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""docs/roles.md: who may do what with each kind of record, written down from the rights themselves.

.venv/bin/python tests/desk/roles_table.py
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs" / "roles.md"
HEAD = """<!-- SPDX-FileCopyrightText: 2026 The Baken authors -->
<!-- SPDX-License-Identifier: EUPL-1.2 -->

# Who may do what at the desk

This page is made from the rights in the code by `python tests/desk/roles_table.py`. Every address and every
step is tried against every role in `tests/desk/test_every_address.py` and `tests/desk/test_every_step.py`;
pages that are no register stand in `tests/desk/roles_expected.py`.

- Whatever no line names, nobody may do. Who may not read a record is told that there is none.
- Roles that are not marked may do it with all records of the kind; behind a role stands with which it may.
- Nobody decides by signing in: a step that a body takes is recorded by the role that records for that body
  ([who decides](who-decides.md)).
- A record that was withdrawn is read by those who could read it, and changed by nobody.
- *Inside* are: {inside}.
- *Own district*: the district of the role and its neighbourhoods. *Own faction*, *own department*: likewise.
"""


def page() -> str:
    """The whole page."""
    from django.utils.translation import override

    from baken.accounts.rights import INSIDE
    from baken.desk.registers import ALL
    from baken.desk.registers.register import GROUPS

    with override("en"):
        parts = [HEAD.format(inside=", ".join(sorted(INSIDE)))]
        for group, title in GROUPS.items():
            held = [one for one in ALL if one.group is group]
            if held:
                parts.append(f"## {title}\n")
            for one in held:
                parts += [f"### {one.title.capitalize()}\n", "| what | who |", "|---|---|"]
                parts += [f"| {what} | {who} |" for what, who in _lines(one.model)] + [""]
    return "\n".join(parts).rstrip() + "\n"


def _lines(kind: object) -> Iterator[tuple[str, str]]:
    from baken.accounts.models import Record

    assert isinstance(kind, type)
    assert issubclass(kind, Record)
    rights = kind.rights
    yield "read", _who(rights.read)
    yield "add", _who(rights.add)
    if rights.change is not None and rights.change != rights.add:
        yield "change, withdraw", _who(rights.change)
    for one in kind.flow.transitions if kind.flow else ():
        yield f"step *{one.label.in_('en')}*", _who(rights.steps[one.name])
    for name, roles in rights.hidden.items():
        yield f"see `{name}`", ", ".join(sorted(roles))


def _who(table: Any) -> str:
    """The roles of a table, those with the same rows together; *inside* where all of those read all."""
    from baken.accounts.rights import INSIDE
    from baken.model.governance import Role
    from desk.roles_world import post_of

    grouped: dict[str, set[Role]] = {}
    for role, rows in table.items():
        assert isinstance(role, Role)
        words = _words(rows(post_of(role)))
        if not words.endswith(": none"):
            grouped.setdefault(words, set()).add(role)
    told = []
    for words, roles in sorted(grouped.items()):
        names = sorted(roles - INSIDE) if roles >= INSIDE else sorted(roles)
        said = ", ".join([*(["inside"] if roles >= INSIDE else []), *names])
        told.append(said + (f" ({words})" if words else ""))
    return "; ".join(told) or "nobody"


def _words(condition: object) -> str:
    """A condition in words: the fields and what they must be."""
    from django.db.models import Q

    assert isinstance(condition, Q)
    children: list[Any] = list(condition.children)
    parts = [_words(one) if isinstance(one, Q) else _one(str(one[0]), one[1]) for one in children]
    joined = (" or " if condition.connector == Q.OR else ", ").join(one for one in parts if one)
    return f"not {joined}" if condition.negated else joined


def _one(path: str, value: object) -> str:
    from baken.accounts.districts import codes_within
    from baken.model.governance import Role
    from desk.roles_world import post_of
    from people import DEPARTMENT, FACTION

    name = path.removesuffix("__in").replace("__", " of its ")
    if value == codes_within(post_of(Role.AREA_TEAM).area):
        return "own district" if name == "area" else f"own district, by {name}"
    if value in (DEPARTMENT, FACTION):
        return "own department" if value == DEPARTMENT else "own faction"
    held = value if isinstance(value, list | tuple) else [value]
    return f"{name}: {' or '.join(str(getattr(one, 'value', one)) for one in held) or 'none'}"


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]
    os.environ["DJANGO_SETTINGS_MODULE"] = "baken.desk.settings"
    import django

    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
