# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of the strict layout: by their names and, as in the workbook of an edition, by headings.

Columns that explain stand beside them for people; they are read over, because they say nothing new.
"""

from __future__ import annotations

from baken.model.text import Text
from baken.sources.figure_table import KNOWN

HEADINGS = {
    "indicator": Text("Indicator (id)", "Indicator (id)"),
    "area": Text("Gebied (code)", "Area (code)"),
    "period": Text("Periode", "Period"),
    "value": Text("Waarde", "Value"),
    "unit": Text("Eenheid (code)", "Unit (code)"),
    "status": Text("Status (code)", "Status (code)"),
    "life": Text("Definitief of niet (code)", "Final or not (code)"),
    "precision": Text("Zekerheid (code)", "Precision (code)"),
    "count": Text("Aantal", "Count"),
    "denominator": Text("Op hoeveel", "Out of"),
    "respondents": Text("Ondervraagden", "Respondents"),
    "spread": Text("Aantal kan afwijken tot", "Count can be off by"),
    "spread_limit": Text("Som kan afwijken tot", "A sum can be off by"),
    "lower": Text("Marge bron van", "Source's margin from"),
    "upper": Text("Marge bron tot", "Source's margin to"),
    "recalculated": Text("Herrekend", "Recalculated"),
    "literal": Text("Letterlijk", "As printed"),
    "annotation": Text("Opmerking", "Remark"),
}
EXPLAINING = {
    "indicator_name": Text("Indicator", "Indicator"),
    "area_name": Text("Gebied", "Area"),
    "area_level": Text("Soort gebied", "Kind of area"),
    "unit_label": Text("Eenheid", "Unit"),
    "status_label": Text("Status", "Status"),
    "interval_lower": Text("Marge 95 % van", "Margin 95 % from"),
    "interval_upper": Text("Marge 95 % tot", "Margin 95 % to"),
    "snapshots": Text("Bron (opname)", "Source (snapshot)"),
    "address": Text("Adres in de editie", "Address in the edition"),
}
_BY_HEADING = {
    **{heading: name for name, text in HEADINGS.items() for heading in (text.nl, text.en)},
    **{heading: "" for text in EXPLAINING.values() for heading in (text.nl, text.en)},
    **{name: name for name in KNOWN},
}


def column_of(heading: str) -> str | None:
    """The name of the column under a heading; empty where it only explains, nothing where nobody knows it."""
    return _BY_HEADING.get(heading)
