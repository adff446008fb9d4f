# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence about the years together, in two languages, from one record."""

from __future__ import annotations

from baken.analysis.reasons import because
from baken.analysis.said import both, numeral, span
from baken.model.figure import Change, Supported
from baken.model.offence import Initiative
from baken.model.text import Text
from baken.picture.trends import IndicatorTrend

_FORMS = {
    "up": Text(
        "Van {start} tot en met {end} steeg het cijfer, met gemiddeld {percent} % per jaar ({limits}).",
        "From {start} to {end} the figure rose, by {percent} % a year on average ({limits}).",
    ),
    "down": Text(
        "Van {start} tot en met {end} daalde het cijfer, met gemiddeld {percent} % per jaar ({limits}).",
        "From {start} to {end} the figure fell, by {percent} % a year on average ({limits}).",
    ),
    "more": Text(
        "Van {start} tot en met {end} is elk jaar gemiddeld {percent} % meer geregistreerd ({limits}). "
        "Als je kijkt, zie je meer.",
        "From {start} to {end} {percent} % more was registered each year on average ({limits}). "
        "If you look, you see more.",
    ),
    "less": Text(
        "Van {start} tot en met {end} is elk jaar gemiddeld {percent} % minder geregistreerd ({limits}).",
        "From {start} to {end} {percent} % less was registered each year on average ({limits}).",
    ),
    "none": Text(
        "Van {start} tot en met {end} is geen richting aan te wijzen: gemiddeld {signed} % per jaar "
        "({limits}).",
        "From {start} to {end} no direction can be shown: {signed} % a year on average ({limits}).",
    ),
    "none_yet": Text(
        "Over de jaren {start} tot en met {end} samen is daarmee nog geen richting aangetoond: de jaren "
        "schommelen onderling te sterk (gemiddeld {signed} % per jaar, {limits}).",
        "Over the years {start} to {end} together that shows no direction yet: the years differ too much "
        "among themselves ({signed} % a year on average, {limits}).",
    ),
    "biased": Text(
        "Van {start} tot en met {end} is geen richting aan te wijzen: het cijfer veranderde gemiddeld "
        "{signed} % per jaar ({limits}), maar er is ondertussen anders geteld.",
        "From {start} to {end} no direction can be shown: the figure changed by {signed} % a "
        "year on average ({limits}), but counting changed in between.",
    ),
}
_LIMITS = Text("95%-marge {span} %", "95 % margin {span} %")
_BECAUSE = Text(
    "Een richting over meer jaren kan niet worden beoordeeld: {reason}.",
    "A direction over more years cannot be judged because {reason}.",
)
_ORDINARY = Text(
    "{whole} Zonder coronajaren is het gemiddeld {signed} % per jaar ({limits}).",
    "{whole} Without pandemic years it is {signed} % a year on average ({limits}).",
)
_ORDINARY_NONE = Text(
    "{whole} Zonder coronajaren kan het niet worden beoordeeld: {reason}.",
    "{whole} Without pandemic years it cannot be judged because {reason}.",
)


def trend_sentence(trend: IndicatorTrend, initiative: Initiative, change: Change | None = None) -> Text:
    """What the years together say, no more firmly than the interval allows.

    Args:
        trend: the years together.
        initiative: who brings to light what is counted.
        change: what was said before of two of these years, so that both do not seem to contradict each other.

    """
    if trend.percent is None:
        return both(_BECAUSE, reason=because(trend.reason))
    form = _form(trend, initiative)
    if form == "none" and change is not None and change.supported_direction is not None:
        form = "none_yet"
    whole = both(_FORMS[form], start=trend.start, end=trend.end, **_numbers(trend))
    ordinary = trend.ordinary
    if ordinary is None:
        return whole
    if ordinary.percent is None:
        return both(_ORDINARY_NONE, whole=whole, reason=because(ordinary.reason))
    return both(_ORDINARY, whole=whole, **_numbers(ordinary))


def _form(trend: IndicatorTrend, initiative: Initiative) -> str:
    if trend.direction is None:
        return "biased" if trend.biased else "none"
    up = trend.direction is Supported.UP
    if initiative in (Initiative.HAAL, Initiative.MIXED):
        return "more" if up else "less"
    return "up" if up else "down"


def _numbers(trend: IndicatorTrend) -> dict[str, Text]:
    percent, lower, upper = trend.percent or 0.0, trend.lower or 0.0, trend.upper or 0.0
    return {
        "percent": numeral(abs(percent), 1),
        "signed": numeral(percent, 1, signed=True),
        "limits": both(_LIMITS, span=span(lower, upper, 1, signed=True)),
    }
