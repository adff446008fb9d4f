# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The day from which the desk looks: one that was asked for, the installation's, or today."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest


def today() -> date:
    """The day of the installation, or today."""
    return date.fromisoformat(settings.BAKEN_DATE) if settings.BAKEN_DATE else date.today()


def day_asked(request: HttpRequest, name: str = "op") -> date:
    """The day in the address; one that is no day counts as none."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return today()
