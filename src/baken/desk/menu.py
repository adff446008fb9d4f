# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands around every page of the desk: the menu, and who is signed in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from baken.accounts.actor import Actor
from baken.accounts.districts import register as areas
from baken.accounts.words import ROLES
from baken.desk.access import ROOT
from baken.desk.registers import readable
from baken.desk.registers.register import GROUPS
from baken.desk.special import special_pages


def frame(request: HttpRequest) -> dict[str, Any]:
    """What every page of the desk shows; nothing for the public pages."""
    if not request.path_info.startswith(ROOT):
        return {}
    actor: Actor | None = getattr(request, "actor", None)
    root = areas()[settings.BAKEN_AREA]
    return {
        "desk": {
            "actor": actor,
            "roles": [ROLES[post.role] for post in actor.posts] if actor else [],
            "menu": _menu(actor) if actor else [],
            "municipality": root.name,
            "demo": settings.BAKEN_DEMO,
            "language": get_language() or "nl",
        }
    }


def _menu(actor: Actor) -> list[dict[str, Any]]:
    held = readable(actor)
    found = []
    for group, title in GROUPS.items():
        registers = [one for one in held if one.group is group and one.in_menu]
        special = [one for one in special_pages(actor) if one.group is group]
        if registers or special:
            found.append({"group": group, "title": title, "registers": registers, "special": special})
    return found
