# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The protected figures of small areas as a file, from which anybody can make the whole edition again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import chain

from baken.model.errors import InputError
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.material import Material
from baken.picture.protection.small import small_observations, with_small

NAME = "small-areas.csv"
COLUMNS = (
    *(
        "indicator",
        "area",
        "period",
        "period_kind",
        "presence",
        "life",
        "precision",
        "value",
        "literal",
        "unit",
    ),
    *("count", "denominator", "respondents", "lower", "upper", "recalculated", "spread", "spread_limit"),
    *("annotation", "snapshot", "for_signals"),
)


def to_csv(material: Material) -> bytes:
    """All that public material holds of areas below the municipality, and the months kept for signals."""
    small = ((one, False) for one in small_observations(material))
    months = ((one, True) for snapshot in material.months for one in snapshot.observations)
    return write_rows(chain(small, months))


def write_rows(rows: Iterable[tuple[Observation, bool]]) -> bytes:
    """Rows as ``read_rows`` reads them: observations, and whether each is a month kept for signals."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one, months in rows:
        writer.writerow(_row(one, months=months))
    return text.getvalue().encode()


def from_csv(material: Material, data: bytes) -> Material:
    """Public material: what is held of large areas, with this file in the place of all that is held below.

    Raises:
        InputError: the file is not what ``to_csv`` writes; names the line.

    """
    rows = list(read_rows(data))
    small = (one for one, for_signals in rows if not for_signals)
    return with_small(material, small, (one for one, for_signals in rows if for_signals))


def _row(one: Observation, *, months: bool) -> dict[str, object]:
    kept = {name: getattr(one, name) for name in COLUMNS if hasattr(one, name)}
    plain = {name: "" if value is None else value for name, value in kept.items()}
    return plain | {
        "period_kind": one.period.kind.value,
        "recalculated": int(one.recalculated),
        "for_signals": int(months),
    }


def read_rows(data: bytes) -> Iterator[tuple[Observation, bool]]:
    """Every row of the file, and whether it is one of the months kept for signals.

    Raises:
        InputError: the file is not what ``to_csv`` writes; names the line.

    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("this is not UTF-8 text.", where=NAME) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise InputError("the columns are not those of protected figures.", where=f"{NAME}, line 1")
    for row in reader:
        try:
            yield _observation(row), row["for_signals"] == "1"
        except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
            raise InputError(
                f"not a protected figure: {error}.", where=f"{NAME}, line {reader.line_num}"
            ) from error


def _observation(row: dict[str, str]) -> Observation:
    return Observation(
        indicator=row["indicator"],
        area=row["area"],
        period=Period.parse(row["period"], wave=row["period_kind"] == PeriodKind.WAVE.value),
        presence=Presence(row["presence"]),
        life=Life(row["life"]),
        precision=Precision(row["precision"]),
        value=_decimal(row["value"]),
        literal=row["literal"],
        unit=row["unit"],
        count=_whole(row["count"]),
        denominator=_whole(row["denominator"]),
        respondents=_whole(row["respondents"]),
        lower=_decimal(row["lower"]),
        upper=_decimal(row["upper"]),
        recalculated=row["recalculated"] == "1",
        spread=int(row["spread"]),
        spread_limit=int(row["spread_limit"]),
        annotation=row["annotation"],
        snapshot=row["snapshot"],
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None
