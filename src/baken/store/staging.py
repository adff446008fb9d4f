# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where new observations wait, on disk, until all of them are in and have been checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from baken.model.observation import Observation
from baken.store.columns import LIVES, PRECISIONS, PRESENCES, Batch, period_code

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from baken.store.codes import Codes

# The columns of an observation in the order in which they stand in a file; ``since`` comes behind them.
KEY = ("area", "measure", "period")
CONTENT = {
    "value": "BIGINT",
    "decimals": "TINYINT",
    "presence": "TINYINT",
    "life": "TINYINT",
    "certainty": "TINYINT",
    "low": "BIGINT",
    "high": "BIGINT",
    "numerator": "BIGINT",
    "denominator": "BIGINT",
    "respondents": "BIGINT",
    "recalculated": "BOOLEAN",
    "unit": "VARCHAR",
    "literal": "VARCHAR",
    "annotation": "VARCHAR",
}
COLUMNS = (*KEY, *CONTENT)
_FLUSH = 250_000


class Staging:
    """Takes observations in, a batch or one at a time, and keeps them in a table called ``incoming``."""

    def __init__(self, connection: DuckDBPyConnection, areas: Codes, measures: Codes) -> None:
        """Start with an empty table."""
        kinds = {"area": "INTEGER", "measure": "INTEGER", "period": "INTEGER", **CONTENT}
        connection.execute(f"CREATE TABLE incoming ({', '.join(f'{k} {v}' for k, v in kinds.items())})")
        self.connection = connection
        self.areas, self.measures = areas, measures
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

    def flush(self) -> None:
        """Write what waits in memory to the table."""
        for same in _alike(self._waiting):
            self._insert(same)
        self.rows += self._count
        self._waiting, self._count = [], 0

    def _insert(self, batches: Sequence[Batch]) -> None:
        import numpy as np

        first = batches[0]
        arrays: dict[str, Any] = {}
        fixed: dict[str, str] = {}
        margins = first.lower is not None
        for name in ("area", "measure", "period", "value", "decimals", "presence", "life"):
            values = [getattr(batch, name) for batch in batches]
            if all(isinstance(value, int) and value == values[0] for value in values):
                fixed[name] = str(values[0])
            else:
                lengths = map(len, batches)
                arrays[name] = np.concatenate(
                    [np.broadcast_to(v, n) for v, n in zip(values, lengths, strict=True)]
                )
        if margins:
            arrays["low"] = np.concatenate([batch.lower for batch in batches])
            arrays["high"] = np.concatenate([batch.upper for batch in batches])
        measured = "presence = 0" if "presence" in arrays else str(fixed["presence"] == "0")
        chosen = {
            **{name: name for name in arrays},
            **fixed,
            "value": f"CASE WHEN {measured} THEN value END",
            "certainty": str(first.precision),
            "recalculated": "FALSE",
            "unit": "?",
        }
        self.connection.register("batch", arrays)
        listed = ", ".join(f"{chosen.get(name, 'NULL')} AS {name}" for name in COLUMNS)
        self.connection.execute(f"INSERT INTO incoming SELECT {listed} FROM batch", [first.unit])
        self.connection.unregister("batch")

    def add_observations(self, observations: Iterable[Observation]) -> None:
        """Take observations in one by one."""
        rows = [self._row(one) for one in observations]
        for start in range(0, len(rows), _FLUSH):
            some = rows[start : start + _FLUSH]
            self.connection.register("rows", _columns(some))
            self.connection.execute(f"INSERT INTO incoming SELECT {_RESTORED} FROM rows")
            self.connection.unregister("rows")
        self.rows += len(rows)

    def _row(self, one: Observation) -> tuple[Any, ...]:
        value, decimals = _exact(one.value, one.lower, one.upper)
        return (
            self.areas.number(one.area),
            self.measures.number(one.indicator),
            period_code(one.period),
            value,
            decimals,
            PRESENCES.index(one.presence),
            LIVES.index(one.life),
            PRECISIONS.index(one.precision),
            _scaled(one.lower, decimals),
            _scaled(one.upper, decimals),
            one.count,
            one.denominator,
            one.respondents,
            one.recalculated,
            one.unit,
            one.literal,
            one.annotation,
        )


_NOTHING = -(2**63)
_RESTORED = ", ".join(
    f"NULLIF({name}, {_NOTHING})" if kind == "BIGINT" else name
    for name, kind in {**dict.fromkeys(KEY, ""), **CONTENT}.items()
)


def _columns(rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """Rows as arrays; a whole number that is not there becomes the lowest one that there is."""
    import numpy as np

    columns = zip(*rows, strict=True)
    made: dict[str, Any] = {}
    for name, cells in zip(COLUMNS, columns, strict=True):
        if CONTENT.get(name) == "VARCHAR":
            made[name] = np.array(cells, dtype=object)
        elif CONTENT.get(name) == "BOOLEAN":
            made[name] = np.array(cells, dtype=bool)
        else:
            made[name] = np.array([_NOTHING if cell is None else cell for cell in cells], dtype=np.int64)
    return made


def _alike(batches: Sequence[Batch]) -> list[list[Batch]]:
    """Batches that can be written together: of one unit and certainty, with margins or without."""
    groups: dict[tuple[object, ...], list[Batch]] = {}
    for batch in batches:
        groups.setdefault((batch.unit, batch.precision, batch.lower is None), []).append(batch)
    return list(groups.values())


def _exact(*numbers: Decimal | None) -> tuple[int | None, int]:
    """The first number without its decimals, and the most decimals that any of them has."""
    exponents = [one.as_tuple().exponent for one in numbers if one is not None]
    decimals = max((-one for one in exponents if isinstance(one, int)), default=0)
    decimals = max(decimals, 0)
    return _scaled(numbers[0], decimals), decimals


def _scaled(number: Decimal | None, decimals: int) -> int | None:
    return None if number is None else int(number.scaleb(decimals))
