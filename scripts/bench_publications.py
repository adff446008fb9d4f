# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Measure the publications as readers meet them: Lighthouse on a phone, the size of pages, a long PDF.

Pages come from a plain server of files on this machine that compresses what it sends, as any public server
does. Lighthouse 12 slows network and processor down to those of a phone; it needs Node.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from chromium import find_chromium

ROOT = Path(__file__).parent.parent
BAKEN = str(Path(sys.executable).parent / "baken")
LIGHTHOUSE = ROOT / "build" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices")
PAGES = (
    ("start page", "index.html"),
    ("page of an indicator", "indicator/misdrijven-totaal.html"),
    ("page of the areas", "gebieden.html"),
    ("page of comparisons", "vergelijking.html"),
    ("page for residents", "bewoners.html"),
)
PAINT, REQUESTS, LARGEST = 1.0, 3, 50_000
PDF_PAGES, PDF_SECONDS = 40, 2.0
_PACKED = (".html", ".css", ".js", ".svg", ".json")


@dataclass(frozen=True, slots=True)
class Found:
    """One result; ``bound`` says whether the goal is the most or the least that it may be."""

    name: str
    value: float
    unit: str
    goal: float | None
    bound: str = "most"
    rival: tuple[str, float] | None = None


class _Packed(SimpleHTTPRequestHandler):
    """Files, compressed, that a browser may keep."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in _PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def edition() -> Iterator[Path]:
    """The edition of Maastricht: the one that BAKEN_EDITION names, or a new one."""
    named = os.environ.get("BAKEN_EDITION")
    if named:
        yield Path(named)
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "edition"
        subprocess.run(
            [BAKEN, "build", "GM0935", "--out", str(out)], check=True, cwd=folder, stdout=subprocess.DEVNULL
        )
        yield out


def lighthouse(address: str) -> dict[str, Any]:
    """What Lighthouse says of one page on a phone."""
    command = ["node", str(LIGHTHOUSE), address, "--output=json", "--output-path=stdout", "--quiet"]
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    done = subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "CHROME_PATH": find_chromium() or ""},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def faults(told: dict[str, Any]) -> list[str]:
    """The audits that keep a page below 100."""
    counted = {
        one["id"] for name in CATEGORIES for one in told["categories"][name]["auditRefs"] if one["weight"] > 0
    }
    return [name for name in counted if (told["audits"][name]["score"] or 0) < 1 and _judged(told, name)]


def _judged(told: dict[str, Any], name: str) -> bool:
    return told["audits"][name]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")


def pages() -> Iterator[Found]:
    """Lighthouse on a few kinds of page, the largest page, and what each page asks for."""
    with edition() as folder:
        largest = max(path.stat().st_size for path in folder.rglob("*.html"))
        yield Found("largest page", largest, "bytes", LARGEST)
        if shutil.which("node") is None or not LIGHTHOUSE.is_file() or find_chromium() is None:
            print("Lighthouse is not there: install Node with npm and Chromium, and run make bench")
            return
        with served(folder) as address:
            for name, path in PAGES:
                if (folder / path).is_file():
                    yield from _of_page(name, lighthouse(address + path))


def _of_page(name: str, told: dict[str, Any]) -> Iterator[Found]:
    for category in CATEGORIES:
        score = round(100 * (told["categories"][category]["score"] or 0))
        yield Found(f"Lighthouse {category}, {name}", score, "of 100", 100, "least")
    painted = told["audits"]["largest-contentful-paint"]["numericValue"] / 1000
    yield Found(f"largest paint, {name}", painted, "s", PAINT)
    asked = told["audits"]["network-requests"]["details"]["items"]
    yield Found(f"requests, {name}", len(asked), "requests", None)
    if missed := faults(told):
        print(f"{name}: below 100 for {', '.join(sorted(missed))}")


def pdf() -> Iterator[Found]:
    """A book of at least forty pages, each time set by a process that has set nothing before."""
    pages_of, _ = _set(1)
    times = -(-PDF_PAGES // pages_of)
    runs = [_set(times) for _ in range(3)]
    length, taken = runs[0][0], statistics.median(seconds for _, seconds in runs)
    yield Found(f"a PDF of {length} pages", taken, "s", PDF_SECONDS)


def _set(times: int) -> tuple[int, float]:
    command = [sys.executable, "-c", f"import bench_publications as own; own.set_once({times})"]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent, timeout=300
    )
    pages_of, seconds = done.stdout.split()
    return int(pages_of), float(seconds)


def set_once(times: int) -> None:
    """Set the safety analysis of Maastricht with its chapters so many times; print its pages and seconds."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

    from baken.model.text import Language  # noqa: PLC0415
    from baken.picture.material import load_material  # noqa: PLC0415
    from baken.picture.picture import SafetyPicture  # noqa: PLC0415
    from baken.picture.protection.material import public_material  # noqa: PLC0415
    from baken.publications.book.analysis import analysis_book  # noqa: PLC0415
    from baken.publications.pdf.typesetting import pdf_of  # noqa: PLC0415

    public = public_material(load_material("GM0935", date(2026, 11, 21)), lambda: bytes(32))
    safety = SafetyPicture(public.material)
    book = analysis_book(safety, Language.NL)
    start = time.perf_counter()
    content = pdf_of(replace(book, chapters=book.chapters * times))
    taken = time.perf_counter() - start
    print(len(pypdfium2.PdfDocument(content)), taken)


BENCHES: dict[str, Callable[[], Iterator[Found]]] = {"pages": pages, "pdf": pdf}
