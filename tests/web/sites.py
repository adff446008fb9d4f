# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One municipality's site: rendered once, read as trees, served on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from baken.model.text import Language
from baken.picture.material import load_material, with_cycle
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material
from baken.publications.cycle_files import cycle_files
from baken.publications.forms import documents
from baken.publications.open_data import records, to_csv, to_json
from baken.publications.revisions.files import revision_files
from baken.web.pages import Kind, Page, all_pages
from baken.web.render import render_site
from public_cycles import kept

from .dom import Node, parse

SECRET = bytes(32)
"""What the rounding of small counts starts from in these tests."""
TODAY = date(2026, 11, 21)
MAASTRICHT, EXAMPLE = "GM0935", "GM9999"
# Pages of each template that is about one thing; of a kind that is not here the first and the last are
# taken. The example also has a neighbourhood without rates.
SAMPLE_KEYS: dict[str, dict[Kind, tuple[str, ...]]] = {
    MAASTRICHT: {
        Kind.THEME: ("overlast-en-beleving",),
        Kind.INDICATOR: ("misdrijven-totaal",),
        Kind.DISTRICT: ("SD0935-centrum",),
        Kind.NEIGHBOURHOOD: ("BU09350000",),
        Kind.COMPARED: ("misdrijven-totaal",),
        Kind.BESIDE: ("misdrijven-totaal",),
        Kind.PLACES: (),
        Kind.CLUSTERS: (),
        Kind.LETTER: (),
    },
    EXAMPLE: {
        Kind.THEME: ("winkelgebied",),
        Kind.INDICATOR: ("drugshandel",),
        Kind.DISTRICT: ("SD9999-centrum",),
        Kind.NEIGHBOURHOOD: ("BU99990101", "BU99990500"),
        Kind.COMPARED: ("zakkenrollerij",),
        Kind.BESIDE: (),
        Kind.PLACES: ("zakkenrollerij",),
        Kind.CLUSTERS: ("zakkenrollerij",),
        Kind.LETTER: (),
    },
}


@dataclass(repr=False)
class Site:
    code: str
    folder: Path
    picture: SafetyPicture
    files: dict[str, bytes]
    address: str = ""
    _trees: dict[str, Node] = field(default_factory=dict)

    @property
    def paths(self) -> list[str]:
        """Every page."""
        return [path for path in self.files if path.endswith(".html")]

    @property
    def dutch(self) -> list[str]:
        return [path for path in self.paths if not path.startswith("en/")]

    def tree(self, path: str) -> Node:
        if path not in self._trees:
            self._trees[path] = parse(self.files[path].decode())
        return self._trees[path]

    def page(self, kind: Kind, key: str = "", language: Language = Language.NL) -> Node:
        return self.tree(Page(kind, language, key).path)

    def samples(self) -> list[Page]:
        """One or two pages of each template in each language."""
        stated, found = SAMPLE_KEYS[self.code], []
        for kind in Kind:
            keys = [page.key for page in all_pages(self.picture) if page.kind is kind]
            chosen = stated.get(kind, dict.fromkeys((*keys[:1], *keys[-1:])))
            found += [Page(kind, language, key) for key in chosen for language in Language]
        return found


def render(code: str, folder: Path) -> Site:
    """Write the site of a municipality as an edition holds it: the pages and the figures beside them.

    Of the example something of the policy cycle is public, so that every kind of page is looked at.
    """
    held = with_cycle(load_material(code, TODAY), kept() if code == EXAMPLE else None)
    public = public_material(held, lambda: SECRET)
    picture = SafetyPicture(public.material)
    rows = records(picture)
    figures = {"figures.csv": to_csv(rows), "figures.json": to_json(picture, rows)}
    beside = figures | revision_files(picture) | dict(cycle_files(held.cycle))
    beside |= dict(documents(picture, figures))
    files = beside | dict(render_site(picture, beside))
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return Site(code, folder, picture, files)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_args: object) -> None:
        """A browser that leaves a page early is no error."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port of this machine."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
