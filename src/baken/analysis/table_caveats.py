# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be read with a table of areas because of the people who live there: it names the areas."""

from __future__ import annotations

import math
from collections.abc import Iterator

from baken.analysis.caveats import noted
from baken.analysis.said import both, listed, numeral, same
from baken.analysis.tables import AreaTable
from baken.model.finding import Caveat
from baken.model.text import Text

_MOST_NAMED = 5
_FEW = Text(
    "Hier wonen weinig mensen: {areas}. Eén geval meer of minder verandert het cijfer daar al sterk. Kijk "
    "naar het aantal en niet naar het cijfer per inwoner.",
    "Few people live here: {areas}. One case more or less already changes the figure there a lot. Look at "
    "the number and not at the figure per inhabitant.",
)
_FEWER = Text(
    "In {area} zijn er meer gevallen ({cases}) dan inwoners ({people}){more}. Ga na of de bevolking klopt; "
    "zo niet, dan klopt ook de vergelijking niet.",
    "In {area} there are more cases ({cases}) than inhabitants ({people}){more}. Check that the population "
    "is right; if it is not, neither is the comparison.",
)
_MORE = Text(", en zo ook in {number} andere", ", and so in {number} others")


def people_caveats(areas: AreaTable, minimum: float = 0) -> Iterator[Caveat]:
    """The areas with fewer people than ``minimum``, and the first with fewer people than cases."""
    if areas.population is None:
        return
    rows = list(zip(areas.names, areas.cases.tolist(), areas.population.tolist(), strict=True))
    few = [same(name) for name, _, people in rows if 0 < people < minimum]
    if few:
        words = both(_FEW, areas=listed(few, most=_MOST_NAMED))
        yield noted("small-denominator", words.nl, words.en)
    fewer = [row for row in rows if 0 < row[2] < row[1] < math.inf]
    if fewer:
        name, cases, people = fewer[0]
        words = both(
            _FEWER,
            area=same(name),
            cases=numeral(cases, 0),
            people=numeral(people, 0),
            more=both(_MORE, number=len(fewer) - 1) if len(fewer) > 1 else Text("", ""),
        )
        yield noted("fewer-people-than-cases", words.nl, words.en)
