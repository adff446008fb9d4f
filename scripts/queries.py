# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Write the queries on observations, once in ibis, as SQL for each database that they must run on.

The SQL is committed, so that nobody needs ibis to run Baken. Without an argument this script renews it;
with ``--check`` it says whether it is current.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import ibis
from ibis import _
from ibis.expr.types import Table

OUT = Path(__file__).parent.parent / "src" / "baken" / "store" / "queries"
_HEADER = "-- SPDX-FileCopyrightText: 2026 The Baken authors\n-- SPDX-License-Identifier: EUPL-1.2\n"
# How each database writes a parameter.
DIALECTS = {
    "duckdb": "${}",
    "datafusion": "${}",
    "clickhouse": "{{{}:Int32}}",
    "trino": ":{}",
    "pyspark": ":{}",
}
FOLDERS = {"pyspark": "spark"}
_KEY = {"area": "int32", "measure": "int32", "period": "int32"}
_CONTENT = {
    **_KEY,
    "value": "int64",
    "decimals": "int8",
    "presence": "int8",
    "life": "int8",
    "certainty": "int8",
    "low": "int64",
    "high": "int64",
    "margin_decimals": "int8",
    "numerator": "int64",
    "denominator": "int64",
    "respondents": "int64",
    "recalculated": "boolean",
    "unit": "string",
    "literal": "string",
    "annotation": "string",
    "since": "int32",
}
CURRENT = ibis.table(_CONTENT, name="observations")
ENDED = ibis.table({**_CONTENT, "until": "int32", "withdrawn": "boolean"}, name="history")
AREAS = ibis.table({"area": "int32"}, name="asked_areas")
MEASURES = ibis.table({"measure": "int32"}, name="asked_measures")
# Parameters are compiled as numbers that stand nowhere else, and then given their names.
_NAMES = ("as_of", "area", "measure", "period", "first_area", "last_area")
P = {name: ibis.literal(1_900_000_001 + place, "int32") for place, name in enumerate(_NAMES)}


def as_of() -> Table:
    """All rows as they were when snapshot ``as_of`` was the newest."""
    held = CURRENT.filter(_.since <= P["as_of"])
    ended = ENDED.filter(_.since <= P["as_of"], _.until > P["as_of"])
    return held.union(ended.select(*_CONTENT))


def observations() -> Table:
    """The rows of some measures in some areas."""
    rows = as_of().filter(_.area.between(P["first_area"], P["last_area"]))
    chosen = rows.semi_join(AREAS, "area").semi_join(MEASURES, "measure")
    return chosen.order_by("measure", "area", "period")


def municipality() -> Table:
    """Every measure in a run of areas: a municipality and its parts."""
    rows = as_of().filter(_.area.between(P["first_area"], P["last_area"]))
    return rows.select("area", "measure", "period", "value", "presence")


def series() -> Table:
    """One measure in one area, oldest first."""
    return as_of().filter(_.area == P["area"], _.measure == P["measure"]).order_by("period")


def versions() -> Table:
    """Everything that was ever held of one measure, area and period, oldest first."""
    held = CURRENT.mutate(until=ibis.literal(None, "int32"), withdrawn=ibis.literal(False))
    found = held.union(ENDED).filter(_.area == P["area"], _.measure == P["measure"], _.period == P["period"])
    return found.order_by("since")


def coverage() -> Table:
    """How many rows there are, about how many areas and measures, from when to when."""
    return as_of().aggregate(
        rows=_.count(),
        first=_.period.min(),
        last=_.period.max(),
        areas=_.area.nunique(),
        measures=_.measure.nunique(),
    )


def missing() -> Table:
    """How many rows have no value, by the reason why."""
    return as_of().group_by("presence").aggregate(rows=_.count()).order_by("presence")


QUERIES = (observations, municipality, series, versions, coverage, missing)


def sql() -> dict[str, str]:
    """All queries, by the path below the folder of queries."""
    return {
        f"{FOLDERS.get(dialect, dialect)}/{query.__name__}.sql": _text(query(), dialect, written)
        for dialect, written in DIALECTS.items()
        for query in QUERIES
    }


def _text(expression: Table, dialect: str, written: str) -> str:
    text = str(ibis.to_sql(expression, dialect=dialect))
    for place, name in enumerate(_NAMES):
        number = str(1_900_000_001 + place)
        # Trino and others wrap a literal in a cast; the parameter takes the place of the number only.
        text = re.sub(rf"\b{number}\b", written.format(name), text)
    return f"{_HEADER}{text}\n"


def main() -> int:
    """Write the files, or compare them."""
    made = sql()
    if "--check" in sys.argv:
        held = {str(path.relative_to(OUT)): path.read_text("utf-8") for path in OUT.rglob("*.sql")}
        wrong = sorted({name for name in made.keys() | held.keys() if made.get(name) != held.get(name)})
        print(
            "\n".join(f"{name} is not current: run scripts/queries.py" for name in wrong)
            or "queries: current"
        )
        return 1 if wrong else 0
    for name, text in made.items():
        path = OUT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
