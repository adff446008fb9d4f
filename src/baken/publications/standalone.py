# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A page that stands on its own: no scripts, nothing from elsewhere, the style inside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from baken.model.text import Language, Text
from baken.publications.escaping import escape

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_BASE = Path(__file__).parent / "standalone.css"


def standalone_page(language: Language, title: str, style: str, body: Iterable[str]) -> str:
    """The page as HTML; ``title`` is plain text, ``body`` the markup inside ``main``."""
    parts = [
        "<!doctype html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="generator" content="Baken">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        '<main class="page">',
        *body,
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


@cache
def styles(*more: Path) -> str:
    """The rules that every such page has, then those of more files, without their comments."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in (_BASE, *more)).splitlines()
    return "\n".join(line for line in lines if line.strip() and not line.strip().startswith("/*"))


def section(key: str, heading: Text, language: Language, inside: Iterable[str]) -> str:
    """A part of the page with a heading that names it; ``key`` is its class and the id of the heading."""
    lines = "\n".join(inside)
    title = escape(heading.in_(language))
    return (
        f'<section class="{key}" aria-labelledby="{key}">\n<h2 id="{key}">{title}</h2>\n{lines}\n</section>'
    )
