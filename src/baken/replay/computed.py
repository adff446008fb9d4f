# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as large as those of a whole country, with invented figures that come from a seed.

Nothing of such a table is held: a figure is worked out from the running number of its row and the seed, in
the order kind, area, period. It serves to see what a client does with size, and says that it is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from baken.replay.columns import Numbers, Page
from baken.replay.rows import Cube
from baken.replay.tables import Code, Dimension, Table

_WHEEL = 4096
_STEP = np.uint64(0x9E3779B97F4A7C15)
TOPIC = "GeregistreerdeMisdrijven_1"


def computed_table(
    name: str,
    *,
    shape: tuple[int, int, int] = (20, 14_000, 72),
    seed: int = 1,
    codes: Sequence[tuple[Code, ...]] = (),
) -> Table:
    """A table of kinds x areas x months, by default of 20 million rows.

    Args:
        name: the identifier of the table.
        shape: how many kinds of crime, how many neighbourhoods (forty to a municipality) and how many months
            from January 2012 on.
        seed: what the figures follow from.
        codes: the codes of the three dimensions, in place of ``shape`` and invented ones.

    """
    lists = codes or (_kinds(shape[0]), _areas(shape[1]), _months(shape[2]))
    names = ("SoortMisdrijf", "WijkenEnBuurten", "Perioden")
    types = ("Dimension", "GeoDetail", "TimeDimension")
    dimensions = tuple(
        Dimension(name=one, codes=tuple(code), kind=kind)
        for one, code, kind in zip(names, lists, types, strict=True)
    )
    facts = {
        "ID": 0,
        "Title": f"Invented figures, seed {seed}",
        "ShortTitle": f"Invented figures, seed {seed}",
        "Identifier": name,
        "Summary": "Not figures of any publisher: computed, to try out large tables.",
        "Modified": "2026-01-01T02:00:00",
        "Language": "nl",
        "Catalog": "Politie",
        "Frequency": "Permaand",
        "Period": f"{lists[2][0].key[:4]}-{lists[2][-1].key[:4]}",
        "OutputStatus": "Regulier",
    }
    return Table(
        id=name,
        facts=facts,
        dimensions=dimensions,
        properties=_properties(dimensions),
        figures={TOPIC: _figures(seed)},
        rows=Cube(tuple(len(dimension.codes) for dimension in dimensions)),
    )


def _figures(seed: int) -> Numbers:
    """Many zeros and few large counts, as neighbourhoods have them, from the running number of the row."""
    random = np.random.default_rng(seed)
    rates = random.gamma(0.6, 3.0, _WHEEL)
    wheel = random.poisson(rates).astype(np.int64)
    start = np.uint64(seed)

    def of(page: Page) -> NDArray[np.int64]:
        mixed = (page.at.view(np.uint64) + start) * _STEP
        return wheel.take((mixed >> np.uint64(52)).view(np.int64))

    return Numbers(of, int(wheel.max()))


def _properties(dimensions: Sequence[Dimension]) -> tuple[dict[str, object], ...]:
    described: list[dict[str, object]] = [
        {"ID": n, "Position": n, "ParentID": None, "Type": one.kind, "Key": one.name, "Title": one.name}
        for n, one in enumerate(dimensions)
    ]
    place = len(described)
    topic = {"ID": place, "Position": place, "ParentID": None, "Type": "Topic", "Key": TOPIC}
    said = {"Title": "Geregistreerde misdrijven", "Datatype": "Long", "Unit": "aantal", "Decimals": 0}
    return (*described, topic | said)


def _kinds(number: int) -> tuple[Code, ...]:
    keys = ["0.0.0", *(f"{a}.{b}.{c}" for a, b, c in product(range(1, 10), repeat=3))][:number]
    return tuple(Code(f"{key:<6}", f"{key} invented") for key in keys)


def _areas(number: int) -> tuple[Code, ...]:
    keys = [f"BU{n // 40 % 9999 + 1:04}{n % 40:04}" for n in range(number)]
    return tuple(Code(key, f"Buurt {key[2:]}", {"Municipality": f"GM{key[2:6]}"}) for key in keys)


def _months(number: int) -> tuple[Code, ...]:
    keys = [f"{2012 + n // 12}MM{n % 12 + 1:02}" for n in range(number)]
    return tuple(Code(key, key, {"Status": "Definitief"}) for key in keys)
