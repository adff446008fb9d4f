# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever fetches should know of what came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from baken.catalogue.catalogue import load_catalogue
from baken.model.period import Period
from baken.sources.contract import Sink
from baken.sources.protocols.code_lists import Code, Time
from baken.sources.protocols.periods import gaps

_FEW = 6


def note_areas(starts: Iterable[str], asked: Iterable[Code], sink: Sink) -> None:
    """Name the areas that were asked and that the table does not have."""
    codes = [one.code for one in asked]
    lacking = [start for start in starts if not any(code.startswith(start) for code in codes)]
    if lacking:
        sink.note(f"The table does not have {', '.join(lacking)}.")


def note_periods(times: Iterable[Time], without_rows: Iterable[Time], sink: Sink) -> None:
    """Name the periods that the list of codes skips, and those in it that no row came in for."""
    skipped = gaps([time.period for time in times if time.period])
    if skipped:
        sink.note(f"The table skips {_named(skipped)}.")
    empty = [time.period for time in without_rows if time.period]
    if empty:
        sink.note(f"The table lists {_named(empty)} but gives nothing for it.")


def note_new_kinds(measures: Iterable[tuple[str, str]], country: str, sink: Sink) -> None:
    """Name the kinds that the catalogue does not know; their figures are kept all the same."""
    known = load_catalogue(country).registrations
    systems = {system for system, _ in known}
    for name, title in measures:
        system, _, code = name.partition("/")
        if system in systems and (system, code) not in known:
            sink.note(f"{name} ('{title}') is not in the catalogue; its figures are kept.")


def _named(periods: Sequence[Period]) -> str:
    few = ", ".join(str(one) for one in periods[:_FEW])
    more = len(periods) - _FEW
    return f"{few} and {more} more" if more > 0 else few
