# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What RFC 4287 asks of a feed, as a list of what is wrong with one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

ATOM, XHTML, XML = (
    "{http://www.w3.org/2005/Atom}",
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.w3.org/XML/1998/namespace}",
)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_ONCE = ("id", "title", "updated")
_KNOWN = {
    "feed": {"id", "title", "subtitle", "updated", "author", "link", "entry", "generator", "rights"},
    "entry": {"id", "title", "updated", "link", "content", "summary", "author", "category"},
}


def feed_problems(data: bytes) -> Iterator[str]:
    """Everything that is wrong; a document that is no XML raises ``ET.ParseError``."""
    root = ET.fromstring(data)
    if root.tag != f"{ATOM}feed":
        yield f"the root is {root.tag}"
    if not root.get(f"{XML}lang"):
        yield "no language"
    entries = root.findall(f"{ATOM}entry")
    yield from _parts(root, "feed")
    for one in entries:
        yield from _parts(one, "entry")
        yield from _content(one)
    names = [one.findtext(f"{ATOM}name", "").strip() for one in root.findall(f"{ATOM}author")]
    if not names or not all(names):
        yield "no author with a name"
    ids = Counter(one.findtext(f"{ATOM}id") for one in (root, *entries))
    yield from (f"{count} times {one}" for one, count in ids.items() if count > 1)
    times = [one.findtext(f"{ATOM}updated", "") for one in entries]
    if times and root.findtext(f"{ATOM}updated", "") != max(times):
        yield "the feed is not as new as its newest entry"


def _parts(node: ET.Element, kind: str) -> Iterator[str]:
    for name in _ONCE:
        found = node.findall(ATOM + name)
        if len(found) != 1 or not (found[0].text or "").strip():
            yield f"{len(found)} times {name} in {kind}"
    yield from (f"{one.tag} in {kind}" for one in node if one.tag.removeprefix(ATOM) not in _KNOWN[kind])
    if not _TIME.fullmatch(node.findtext(f"{ATOM}updated", "")):
        yield f"{kind}: no time"
    if not _ABSOLUTE.fullmatch(node.findtext(f"{ATOM}id", "")):
        yield f"{kind}: the id is no absolute address"
    links = [
        (one.get("rel", "alternate"), one.get("type"), one.get("hreflang"))
        for one in node.findall(f"{ATOM}link")
    ]
    if not all(one.get("href") for one in node.findall(f"{ATOM}link")):
        yield f"{kind}: a link to nowhere"
    if len(set(links)) < len(links):
        yield f"{kind}: the same link twice"


def _content(entry: ET.Element) -> Iterator[str]:
    found = entry.findall(f"{ATOM}content")
    if len(found) > 1 or (not found and not entry.findall(f"{ATOM}link[@rel='alternate']")):
        yield f"{len(found)} times content"
    for one in found:
        if one.get("type") == "xhtml" and [child.tag for child in one] != [f"{XHTML}div"]:
            yield "xhtml without one div"
