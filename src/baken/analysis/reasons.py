# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Why something cannot be judged, in words: the end of "kan niet worden beoordeeld: ..."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from baken.methods.reason import Reason
from baken.model.text import Text

_DUTCH = {
    Reason.JUDGED: "",
    Reason.MISSING: "een cijfer dat nodig is, ontbreekt",
    Reason.NEGATIVE: "een aantal is negatief",
    Reason.FRACTIONAL: "een aantal is geen heel getal",
    Reason.INFINITE: "een cijfer is oneindig",
    Reason.TOO_LARGE: "een aantal is te groot om precies te zijn",
    Reason.NO_POPULATION: "er is geen bevolking om het aantal tegen af te zetten, of zij is negatief",
    Reason.TOO_FEW_PERIODS: "er zijn te weinig perioden om mee te vergelijken",
    Reason.ALL_ZERO: "er is niet één geval",
    Reason.ONE_AREA: "er zijn te weinig gebieden om te vergelijken",
    Reason.NO_NEIGHBOURS: "het gebied heeft geen buren",
    Reason.NO_VARIATION: "de gebieden verschillen te weinig van elkaar",
    Reason.NO_CONVERGENCE: "de berekening vindt geen stabiel antwoord",
    Reason.TOO_FEW_CASES: "er zijn te weinig gevallen",
    Reason.NO_RESPONDENTS: "het aantal antwoorden is niet bekend",
    Reason.AFTER_BREAK: "een trendbreuk in de reeks ligt te dichtbij",
    Reason.NO_CHECKS: "het aantal controles is niet bekend",
}


def because(reason: int) -> Text:
    """A reason in two languages; both are empty where there is none."""
    found = Reason(reason)
    return Text(_DUTCH[found], found.because)


def not_judged(reason: int) -> Text:
    """The whole clause: "kan niet worden beoordeeld: ..."."""
    words = because(reason)
    return Text(f"kan niet worden beoordeeld: {words.nl}", f"cannot be judged because {words.en}")


def word(reason: int) -> str | None:
    """The reason as a word for records (``too_few_periods``); nothing where it was judged."""
    return None if reason == Reason.JUDGED else Reason(reason).name.lower()


def counted(reasons: Iterable[int]) -> tuple[tuple[Reason, int], ...]:
    """How often each reason stands there, the most frequent first; what was judged is left out."""
    found = Counter(Reason(one) for one in reasons)
    found.pop(Reason.JUDGED, None)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
