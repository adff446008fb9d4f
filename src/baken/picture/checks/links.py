# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Links that lead nowhere, or nowhere for a reader outside the town hall. The web is never asked."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from baken.documents.document import Document, Link
from baken.model.remark import Remark, Weight
from baken.model.text import Text

_SCRIPTS = frozenset({"javascript", "vbscript", "data"})
_FINE = frozenset({"https", "mailto", "tel"})
_FOLDER = re.compile(r"(?:[A-Za-z]:[\\/]|\\\\|/(?:home|mnt|Users)/)")
_EMPTY = Text(
    "Deze verwijzing heeft een leeg doel: zij leidt nergens heen.", "This link has an empty target."
)
_ANCHOR = Text(
    "Deze verwijzing wijst naar een plek die het document niet heeft.",
    "This link points to a place that the document does not have.",
)
_SCRIPT = Text(
    "Deze verwijzing voert een programma uit of draagt gegevens en leidt niet naar een document.",
    "This link runs a program or carries data; it leads to no document.",
)
_OWN_DISK = Text(
    "Deze verwijzing wijst naar een map op een eigen computer of server; een lezer kan haar niet volgen.",
    "This link points to a folder on a computer or server of one's own; a reader cannot follow it.",
)
_RELATIVE = Text(
    "Deze verwijzing noemt geen adres van een site; buiten de eigen map kan niemand haar volgen.",
    "This link names no site; nobody outside its own folder can follow it.",
)
_INSIDE = Text(
    "Deze verwijzing wijst naar een adres binnen het eigen netwerk.",
    "This link points to an address inside one's own network.",
)
_PLAIN_HTTP = Text(
    "Deze verwijzing gebruikt http; neem https, dan leest niemand mee.",
    "This link uses http; take https, so that nobody reads along.",
)
_ODD = Text(
    "Het doel van deze verwijzing is geen geldig adres.", "The target of this link is no valid address."
)
_SETTLE = Text(
    "Geef het volledige webadres (https) of haal de verwijzing weg.",
    "Give the whole address (https) or remove it.",
)


def link_remarks(document: Document) -> tuple[Remark, ...]:
    """A remark for each link that is dead, cannot be followed outside, or goes without encryption."""
    found = ((link, _trouble(link, document.anchors)) for link in document.links)
    return tuple(
        Remark(rule=rule, weight=weight, message=message, places=(link.span,), settle=_SETTLE)
        for link, trouble in found
        if trouble
        for rule, weight, message in (trouble,)
    )


def _trouble(link: Link, anchors: frozenset[str]) -> tuple[str, Weight, Text] | None:
    target = link.target.strip()
    if target in {"", "#"}:
        return "link-empty", Weight.ERROR, _EMPTY
    if target.startswith("#"):
        return None if target[1:] in anchors else ("link-empty", Weight.ERROR, _ANCHOR)
    if _FOLDER.match(target):
        return "link-inside", Weight.ERROR, _OWN_DISK
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    except ValueError:
        return "link-odd", Weight.ERROR, _ODD
    return _by_scheme(parts.scheme.lower(), host)


def _by_scheme(scheme: str, host: str) -> tuple[str, Weight, Text] | None:
    if scheme in {"http", "https"}:
        return _by_host(scheme, host)
    if scheme in _SCRIPTS:
        return "link-script", Weight.ERROR, _SCRIPT
    if scheme == "file":
        return "link-inside", Weight.ERROR, _OWN_DISK
    if not scheme:
        return "link-relative", Weight.WARNING, _RELATIVE
    return None if scheme in _FINE else ("link-odd", Weight.WARNING, _ODD)


def _by_host(scheme: str, host: str) -> tuple[str, Weight, Text] | None:
    if not host:
        return "link-odd", Weight.ERROR, _ODD
    if _is_inside(host):
        return "link-inside", Weight.WARNING, _INSIDE
    return ("link-http", Weight.NOTE, _PLAIN_HTTP) if scheme == "http" else None


def _is_inside(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".intern", ".internal", ".lan"))
