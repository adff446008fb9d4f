# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where new observations wait, on disk, until all of them are in and have been checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baken.model.observation import Observation
from baken.store.columns import Batch
from baken.store.layout import CONTENT, DEFAULTS, KEY, KINDS, File, in_order, quoted, rows_of
from baken.store.rows import NOTHING, as_row
from baken.store.trouble import writing_to

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from baken.store.codes import Codes

_FLUSH = 500_000
_ROWS = 100_000
_FORMAT = "FORMAT parquet, COMPRESSION snappy"


class Staging:
    """Takes observations in, a batch or one at a time, and puts them aside in files of a folder."""

    def __init__(self, connection: DuckDBPyConnection, folder: Path, areas: Codes, measures: Codes) -> None:
        """Start with nothing."""
        self.connection = connection
        self.folder = folder
        self.areas, self.measures = areas, measures
        self.files: list[File] = []
        self.rows = 0
        self._waiting: list[Batch] = []
        self._count = 0

    def __len__(self) -> int:
        return self.rows + self._count

    def add(self, batch: Batch) -> None:
        """Take arrays in."""
        self._waiting.append(batch)
        self._count += len(batch)
        if self._count >= _FLUSH:
            self.flush()

    def add_observations(self, observations: Iterable[Observation]) -> None:
        """Take observations in one by one.

        Raises:
            InputError: a number has more digits than can be kept.

        """
        waiting = iter(observations)
        while some := [as_row(one, self.areas, self.measures) for one in islice(waiting, _ROWS)]:
            self._put_aside(*_columns(some))
            self.rows += len(some)

    def flush(self) -> None:
        """Put aside what waits in memory."""
        for same in _alike(self._waiting):
            self._put_aside(*_joined(same))
        self.rows += self._count
        self._waiting, self._count = [], 0

    def clear(self) -> None:
        """Start again with nothing."""
        for file in self.files:
            (self.folder / file.name).unlink()
        self.files, self.rows = [], 0
        self._waiting, self._count = [], 0

    def incoming(self, columns: Sequence[str]) -> str:
        """A query that gives these columns of all that was taken in."""
        return rows_of(self.files, self.folder, columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that may hold more than their default."""
        return in_order({name for file in self.files for name in file.columns})

    def _put_aside(self, arrays: dict[str, Any], formulas: dict[str, str]) -> None:
        formulas = {name: text for name, text in formulas.items() if text != DEFAULTS.get(name)}
        columns = in_order({*arrays, *formulas})
        listed = ", ".join(
            f"({formulas.get(name, name)})::{KINDS[name]} AS {name}" for name in (*KEY, *columns)
        )
        file = File(name=f"{len(self.files)}.parquet", columns=columns)
        self.connection.register("batch", arrays)
        try:
            path = quoted(self.folder / file.name)
            with writing_to(self.folder):
                self.connection.execute(f"COPY (SELECT {listed} FROM batch) TO {path} ({_FORMAT})")
        finally:
            self.connection.unregister("batch")
        self.files.append(file)


def _alike(batches: Iterable[Batch]) -> list[list[Batch]]:
    """Batches that can be put aside together: of one unit and certainty, with margins or without."""
    groups: dict[tuple[object, ...], list[Batch]] = {}
    for batch in batches:
        if len(batch):
            margins = (batch.lower is None, batch.margin_decimals)
            groups.setdefault((batch.unit, batch.precision, *margins), []).append(batch)
    return list(groups.values())


def _joined(batches: Sequence[Batch]) -> tuple[dict[str, Any], dict[str, str]]:
    """Batches as one set of arrays, and what stands in a column that is no array."""
    import numpy as np

    first = batches[0]
    arrays: dict[str, Any] = {}
    formulas = {"certainty": str(first.precision), "unit": quoted(first.unit)}
    for name in ("area", "measure", "period", "value", "decimals", "presence", "life"):
        values = [getattr(batch, name) for batch in batches]
        if all(isinstance(value, int) and value == values[0] for value in values):
            formulas[name] = str(values[0])
        else:
            lengths = map(len, batches)
            whole = [np.broadcast_to(v, n) for v, n in zip(values, lengths, strict=True)]
            arrays[name] = np.concatenate(whole)
            if DEFAULTS.get(name) == "0" and not arrays[name].any():
                formulas[name] = "0"
                del arrays[name]
    if first.lower is not None:
        arrays["low"] = np.concatenate([batch.lower for batch in batches])
        arrays["high"] = np.concatenate([batch.upper for batch in batches])
        formulas["margin_decimals"] = (
            formulas.get("decimals", "decimals")
            if first.margin_decimals is None
            else str(first.margin_decimals)
        )
    presence = formulas.get("presence", "presence")
    if presence != "0":
        for name in arrays.keys() & {"value", "low", "high"}:
            formulas[name] = f"CASE WHEN {presence} = 0 THEN {name} END"
    return arrays, formulas


def _columns(rows: Sequence[tuple[Any, ...]]) -> tuple[dict[str, Any], dict[str, str]]:
    """Rows as arrays; a whole number that is not there is the lowest one that there is."""
    import numpy as np

    arrays: dict[str, Any] = {}
    formulas: dict[str, str] = {}
    for name, cells in zip((*KEY, *CONTENT), zip(*rows, strict=True), strict=True):
        kind = CONTENT.get(name, "INTEGER")
        if name != "value" and set(cells) == {_ABSENT.get(name, NOTHING if kind == "BIGINT" else 0)}:
            formulas[name] = DEFAULTS.get(name, str(cells[0]))
        elif kind == "VARCHAR":
            arrays[name] = np.array(cells, dtype=object)
            formulas[name] = name if name == "unit" else f"NULLIF({name}, '')"
        elif kind == "BOOLEAN":
            arrays[name] = np.array(cells, dtype=bool)
        else:
            arrays[name] = np.array(cells, dtype=np.int64)
            formulas[name] = f"NULLIF({name}, {NOTHING})" if kind == "BIGINT" else name
    return arrays, formulas


# What stands in a column of a row where the file has its default.
_ABSENT: dict[str, object] = {"recalculated": False, "unit": "count", "literal": "", "annotation": ""}
