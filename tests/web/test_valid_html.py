# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page is valid HTML, by two checkers: html-validate and the Nu HTML Checker of the W3C.

``make test`` puts both in ``build/node``, as ``package-lock.json`` pins them. The first needs Node, the
second Java; where one is not there, its tests are skipped. Each checks all pages of a site in one process.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .sites import Site

NODE = Path(__file__).parent / "node"
INSTALLED = Path(__file__).parents[2] / "build" / "node"
JAR = INSTALLED / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# A page on disk has no origin, so its own files are not of its own origin there. They are on a server.
ORIGIN = re.compile(r"violates Content Security Policy \(meta tag\): external \w+ “[./]*assets/")
Check = Callable[[list[Path]], list[str]]


def html_validate(pages: list[Path]) -> list[str]:
    if shutil.which("node") is None or not (INSTALLED / "node_modules" / "html-validate").is_dir():
        pytest.skip("html-validate is not there: install Node with npm, and run make test")
    command = ["node", str(NODE / "check.mjs"), str(INSTALLED)]
    named = "\n".join(map(str, pages))
    done = subprocess.run(command, input=named, capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.splitlines()


def nu(pages: list[Path]) -> list[str]:
    if shutil.which("java") is None or not JAR.is_file():
        pytest.skip("the Nu HTML Checker is not there: install Java, and Node with npm, and run make test")
    command = ["java", "-Xss2m", "-Xmx600m", "-jar", str(JAR), "--format", "gnu", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    lines = done.stderr.splitlines()
    assert done.returncode in (0, 1), lines[:3]
    return [line for line in lines if not ORIGIN.search(line)]


CHECKERS = pytest.mark.parametrize("check", [html_validate, nu])


@CHECKERS
def test_one_or_two_pages_of_each_kind_are_valid(site: Site, check: Check) -> None:
    assert check([site.folder / page.path for page in site.samples()]) == []


@pytest.mark.slow
@CHECKERS
def test_every_page_is_valid(site: Site, check: Check) -> None:
    assert check([site.folder / path for path in site.paths]) == []


@CHECKERS
def test_a_fault_is_seen(check: Check, tmp_path: Path) -> None:
    """The test itself: a paragraph in a list, a link in a link, an id that stands twice."""
    page = tmp_path / "wrong.html"
    head = '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>x</title></head><body>'
    body = '<h1 id="a">x</h1><ul><p>x</p></ul><p id="a"><a href="x">x<a href="y">y</a></a></p>'
    page.write_text(f"{head}{body}</body></html>", "utf-8")
    found = check([page])
    assert len(found) >= 3
    page.write_text(f"{head}<h1>x</h1></body></html>\n", "utf-8")
    assert check([page]) == []
