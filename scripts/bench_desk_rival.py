# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A list of the desk beside the same list in Django's own admin: same table, columns, filters and person.

    python scripts/bench_desk_rival.py FILE   FILE: what bench_desk_filling.py wrote

Both are asked in turn in one process, without a server between; told is the processor time of one list.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "baken.desk.settings"

import django
from django.conf import settings

settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "django.contrib.admin.apps.SimpleAdminConfig"]
settings.MIDDLEWARE = [*settings.MIDDLEWARE]
settings.ALLOWED_HOSTS = ["*"]
django.setup()

from django.contrib import admin  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402

from baken.cycle.models import ActionRecord  # noqa: E402
from baken.desk import urls  # noqa: E402

OWN, RIVAL = "/werk/register/acties/", "/admin/cycle/actionrecord/"
RUNS = 30


class Site(admin.AdminSite):
    """An admin that lets in whoever signed in."""

    def has_permission(self, request: Any) -> bool:  # noqa: ANN401 - a request
        """Everybody: the rights of the desk are not those of the admin."""
        return bool(request.user.is_authenticated)


class Actions(admin.ModelAdmin):  # type: ignore[type-arg] # it takes no arguments at run time
    """The columns, filters and search of the desk's own list."""

    list_display = ("title", "theme", "lead", "area", "end_words", "status")
    list_filter = ("status", "theme", "plan", "lead", "area")
    search_fields = ("title", "what")
    list_select_related = ("theme", "lead")
    list_per_page = 50

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:  # noqa: ANN401 - as Django has it
        """Everybody who signed in."""
        del request, obj
        return True

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:  # noqa: ANN401 - as Django has it
        """Nobody: accounts of the desk have none of Django's permissions to ask for."""
        del request, obj
        return False

    has_module_permission = has_change_permission = has_view_permission
    has_delete_permission = has_add_permission


def main(file: str) -> int:
    """Ask both in turn and tell the shortest processor time of each."""
    site = Site()
    site.register(ActionRecord, Actions)
    urls.urlpatterns.insert(0, path("admin/", site.urls))
    held = json.loads(Path(file).read_text(encoding="utf-8"))
    client = Client(HTTP_HOST="localhost")
    client.cookies["sessionid"] = held["sessions"][0]

    def taken(address: str) -> float:
        start = time.process_time()
        answer = client.get(address)
        if answer.status_code != 200 or answer.content.decode().count("in de wijk") < 50:
            raise SystemExit(f"{address} answers {answer.status_code}")
        return time.process_time() - start

    for address in (OWN, RIVAL):
        taken(address)
    pairs = [(taken(OWN), taken(RIVAL)) for _ in range(RUNS)]
    print(json.dumps({"own": min(a for a, _ in pairs), "rival": min(b for _, b in pairs)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
