# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of figures that a person reads: in Dutch notation, with words where there is no value."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from baken.model.number import format_number

if TYPE_CHECKING:
    from baken.model.finding import Review
    from baken.picture.material import Material
    from baken.publications.open_data import Record

# Wide enough for a whole row where nobody's window says otherwise, such as in a file.
WIDTH = 180
_LABEL = 46
STATUS = {
    "measured": "gemeten",
    "provisional": "voorlopig",
    "revised": "herzien",
    "withdrawn": "ingetrokken",
    "estimated": "geschat",
    "not_measured": "niet gemeten",
    "impossible": "kan niet bestaan",
    "suppressed": "onderdrukt",
    "missing": "ontbreekt",
    "too_small": "te weinig inwoners",
}
_NO_MARGIN = "niet bekend"
_LEAD = re.compile(r"^(Schaalscore per 1\.000 inwoners: |BBV: |% )")
_TAIL = re.compile(r" per 1\.000 (inwoners|jongeren.*?)(?= \(|$)")


def show(material: Material, area: str, records: Sequence[Record], reviews: Sequence[Review]) -> None:
    """Print the table, the notes that must be read with it and the figures that passed a threshold."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    name = material.register[area].name
    invented = "; alle cijfers zijn verzonnen" if material.municipality.invented else ""
    console.print(f"{name} ({area}), gezien op {material.on}{invented}", markup=False)
    if not records:
        console.print("Hiervoor zijn geen cijfers beschikbaar.")
        return
    console.print(_table(material, records))
    for note in _notes(records):
        console.print(note, markup=False)
    for review in reviews:
        value, limit = (format_number(x, 1, "nl") for x in (review.value, review.threshold))
        console.print(
            f"Beoordelen: {review.indicator} {review.period} is {value}, de drempel is {limit} "
            f"(eigenaar van thema {review.theme}: {review.owner}).",
            markup=False,
        )


def _table(material: Material, records: Sequence[Record]) -> Table:
    table = Table()
    for heading in ("Indicator", "Periode", "Waarde", "95%-marge", "Status", "Eenheid"):
        right = heading in ("Waarde", "95%-marge")
        table.add_column(heading, justify="right" if right else "left", no_wrap=heading == "Periode")
    previous, years = "", len({one["period"] for one in records}) > 1
    for one in records:
        name = str(one["indicator"])
        if previous not in ("", name) and years:
            table.add_section()
        previous = name
        decimals = material.catalogue.indicator(name).decimals
        cells = (
            short(str(one["label"])),
            str(one["period"]),
            value(one, decimals),
            margin(one, decimals),
            status(one),
            str(one["unit_label"]),
        )
        table.add_row(*(Styled(cell) for cell in cells))
    return table


def short(label: str) -> str:
    """The source's label without what the column of units says, cut at a word."""
    bare = _TAIL.sub("", _LEAD.sub("", label))
    if len(bare) <= _LABEL:
        return bare
    return bare[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def status(record: Record) -> str:
    """The status in words."""
    return STATUS[str(record["status"])] + ("; uitschieter" if record["outlier"] else "")


def value(record: Record, decimals: int) -> str:
    """The value in Dutch notation, or in words why there is none. Never a dash, never a zero."""
    number = record["value"]
    if not isinstance(number, int | float):
        return STATUS[str(record["status"])]
    return format_number(Decimal(str(number)), decimals, "nl")


def margin(record: Record, decimals: int) -> str:
    """The 95 % margin in Dutch notation, or that it is not known."""
    found = record["interval"]
    if not isinstance(found, dict):
        return _NO_MARGIN if record["value"] is not None else "niet van toepassing"
    digits = max(decimals, 1)
    return " tot ".join(format_number(found[end], digits, "nl") for end in ("lower", "upper"))


def _notes(records: Sequence[Record]) -> list[str]:
    """The context of each indicator, and what was written beside single figures."""
    contexts = {str(one["name"]): one["context"] for one in records}
    notes = [f"{name}: {text['nl']}" for name, text in contexts.items() if isinstance(text, dict)]
    written = [f"{one['name']} {one['period']}: {one['annotation']}" for one in records if one["annotation"]]
    return ["", *notes, *written]
