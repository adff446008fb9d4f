# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The committed queries are current, and answer the same in another database on the same files."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import datafusion
import pytest
import sqlglot

from baken.store import layout
from baken.store.duck import connect
from baken.store.reader import Reader
from baken.store.workspace import Workspace

from .making import DAY, commit, counted, received

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
import queries


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Three snapshots with new, revised, withdrawn and missing figures, over two years and three areas."""
    made = Workspace(tmp_path_factory.mktemp("queries"))
    for number in range(3):
        rows = [
            counted(
                f"GM{area:04d}",
                f"{year}-{month:02d}",
                (area * month * (1 + number * (month == 3))),
                f"m{measure}",
            )
            for area in range(1, 4)
            for year in (2020, 2021)
            for month in range(1, 6 - (number == 2 and area == 2))
            for measure in range(2)
        ]
        rows.append(counted("GM0001", "2020", None, "m0"))
        rows[0] = replace(rows[0], unit="it's", denominator=10**12, annotation="één")
        commit(made, rows, about=received(DAY + timedelta(days=number)))
    return made


def test_the_committed_queries_are_current() -> None:
    held = {
        path.relative_to(queries.OUT).as_posix(): path.read_text("utf-8")
        for path in queries.OUT.rglob("*.sql")
    }
    assert held == queries.sql()


def test_the_queries_know_the_columns_of_the_files() -> None:
    kinds = {
        "INTEGER": "int32",
        "BIGINT": "int64",
        "TINYINT": "int8",
        "BOOLEAN": "boolean",
        "VARCHAR": "string",
    }
    columns = {name: str(kind) for name, kind in queries.ENDED.schema().items()}
    assert columns == {name: kinds[layout.KINDS[name]] for name in layout.HISTORY}


@pytest.mark.parametrize("name", sorted(path.stem for path in (queries.OUT / "duckdb").glob("*.sql")))
@pytest.mark.parametrize("as_of", [-1, 0, 1, 2])
def test_a_query_gives_the_same_rows_in_duckdb_and_in_datafusion(
    workspace: Workspace, name: str, as_of: int
) -> None:
    numbers = {"as_of": as_of, "first_area": 0, "last_area": 1, "area": 1, "measure": 0, "period": 202003}
    ours, theirs = in_duckdb(workspace, name, numbers), in_datafusion(workspace, name, numbers)
    assert ours == theirs
    assert bool(ours) is (as_of >= 0 or name in ("versions", "coverage"))


@pytest.mark.parametrize(
    "path", sorted(queries.OUT.rglob("*.sql")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_a_query_can_be_read_in_its_dialect(path: Path) -> None:
    dialect = path.parent.name
    # DataFusion has no dialect of its own there; it writes as PostgreSQL does, but for its joins.
    parsed = sqlglot.parse(path.read_text("utf-8"), read={"datafusion": "duckdb"}.get(dialect, dialect))
    assert len(parsed) == 1
    asked = {"duckdb": "$", "datafusion": "$", "clickhouse": "{", "trino": ":", "spark": ":"}[dialect]
    assert f"{asked}as_of" in path.read_text("utf-8") or path.stem == "versions"


def in_duckdb(workspace: Workspace, name: str, numbers: dict[str, int]) -> list[Any]:
    text = (queries.OUT / "duckdb" / f"{name}.sql").read_text("utf-8")
    with connect() as connection:
        for table, query in tables(workspace).items():
            connection.execute(f"CREATE VIEW {table} AS {query}")
        found = connection.execute(text, {key: value for key, value in numbers.items() if f"${key}" in text})
        return in_order(name, found.fetchall(), [column[0] for column in found.description or ()])


def in_datafusion(workspace: Workspace, name: str, numbers: dict[str, int]) -> list[Any]:
    text = (queries.OUT / "datafusion" / f"{name}.sql").read_text("utf-8")
    context = datafusion.SessionContext()
    reader = Reader(workspace)
    for table, made in tables(workspace).items():
        query = made
        files = [
            one
            for years in reader.index.files.values()
            for year in years.values()
            for one in (year.current, year.history)
            if one
        ]
        for number, file in enumerate(files):
            path = str(workspace.observations / file.name)
            if f"'{path}'" in query:
                context.register_parquet(f"{table}_{number}", path)
                query = query.replace(f"read_parquet(['{path}'])", f"{table}_{number}")
        context.sql(f"CREATE VIEW {table} AS {query}")
    used = {key: value for key, value in numbers.items() if f"${key}" in text}
    found = context.sql(text, param_values=used)
    names = list(found.schema().names)
    rows = [tuple(row[key] for key in names) for batch in found.collect() for row in batch.to_pylist()]
    return in_order(name, rows, names)


def tables(workspace: Workspace) -> dict[str, str]:
    """The files as tables; each file by itself, so that any database can take it."""
    root, index = workspace.observations, Reader(workspace).index
    years = index.files["politie"].values()
    current = [layout.rows_of([one.current], root, layout.CURRENT) for one in years if one.current]
    history = [layout.rows_of([one.history], root, layout.HISTORY) for one in years if one.history]
    return {
        "observations": " UNION ALL ".join(current),
        "history": " UNION ALL ".join(history),
        "asked_areas": "SELECT CAST(column0 AS INTEGER) AS area FROM (VALUES (0), (1)) AS t(column0)",
        "asked_measures": "SELECT CAST(column0 AS INTEGER) AS measure FROM (VALUES (1)) AS t(column0)",
    }


def in_order(name: str, rows: list[Any], names: list[str]) -> list[Any]:
    """Rows by the names of their columns; in any order where the query asks for none."""
    named = [dict(zip(names, row, strict=True)) for row in rows]
    return sorted(named, key=str) if name == "municipality" else named
