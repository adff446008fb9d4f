# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One thing that an outsider checks: what was looked at, what is wrong, and what could not be seen."""

from __future__ import annotations

from dataclasses import dataclass

from baken.edition.verify import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The outcome of one check.

    ``text`` says in one sentence what holds, where nothing was found. ``notes`` say what could not be
    checked here; that is no fault of the edition.
    """

    name: str
    text: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
