# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A page as a tree that tests can ask questions. Strict: an end tag that closes nothing is an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass(eq=False)
class Node:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    @property
    def raw(self) -> str:
        return "".join(one.raw if isinstance(one, Node) else one for one in self.children)

    @property
    def text(self) -> str:
        return " ".join(self.raw.split())

    def all(self, tag: str = "", cls: str = "", **attrs: str) -> list[Node]:
        """Every element below with this tag, class and attributes (``aria_x`` is ``aria-x``)."""
        wanted = {name.replace("_", "-"): value for name, value in attrs.items()}
        return [
            one
            for one in self
            if one is not self
            and tag in ("", one.tag)
            and (not cls or cls in one.classes)
            and all(one.attrs.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str = "", cls: str = "", **attrs: str) -> Node:
        """The first such element; there must be one."""
        found = self.all(tag, cls, **attrs)
        assert found, f"no <{tag} class={cls!r} {attrs}> below <{self.tag} {self.attrs}>"
        return found[0]

    def rows(self) -> list[list[str]]:
        """The cells of the rows of a table's body."""
        body = self if self.tag == "tbody" else self.one("tbody")
        return [[cell.text for cell in row if cell.tag in ("td", "th")] for row in body.all("tr")]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attrs) == len(attrs), f"an attribute stands twice in <{tag} {attrs}>"
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(source: str) -> Node:
    builder = _Builder()
    builder.feed(source)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is not closed"
    return builder.open[0]
