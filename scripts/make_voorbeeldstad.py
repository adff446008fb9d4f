# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Write the area register of Voorbeeldstad anew from ``baken.sources.voorbeeldstad.town``.

Run it after a change of the town; a test fails as long as the committed files are not current.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from baken.sources.voorbeeldstad.town import CITY, areas, memberships

FOLDER = Path(__file__).resolve().parent.parent / f"src/baken/catalogue/data/nl/municipalities/{CITY}"
_AREA_COLUMNS = ("code", "name", "level", "valid_from", "valid_to", "x", "y", "note")


def render() -> dict[str, str]:
    """The text of each file by its name."""
    rows = (
        (a.code, a.name, a.level, a.validity.start, a.validity.end or "", _metres(a.x), _metres(a.y), a.note)
        for a in areas()
    )
    members = ((m.division, m.parent, m.child) for m in memberships())
    return {
        "areas.csv": _table(_AREA_COLUMNS, rows),
        "memberships.csv": _table(("division", "parent", "child"), members),
    }


def _metres(place: float | None) -> str:
    return "" if place is None else f"{place:.0f}"


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def main() -> None:
    """Write the files and name them."""
    for name, text in render().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
        print(FOLDER / name)


if __name__ == "__main__":
    main()
