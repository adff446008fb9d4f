# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence about the years together, in two languages, from one record."""

from __future__ import annotations

from baken.analysis.reasons import because
from baken.model.figure import Change, Supported
from baken.model.number import format_number
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.trends import IndicatorTrend


def trend_sentence(trend: IndicatorTrend, initiative: Initiative, change: Change | None = None) -> Text:
    """What the years together say, no more firmly than the interval allows.

    Args:
        trend: the years together.
        initiative: who brings to light what is counted.
        change: what was said before of two of these years, so that both do not seem to contradict each other.

    """
    form = _form(trend, initiative)
    if form == "none" and change is not None and change.supported_direction is not None:
        form = "none_yet"
    return Text(_said(trend, form, Language.NL), _said(trend, form, Language.EN))


_WORDS = {
    Language.NL: {
        "up": "Van {start} tot en met {end} steeg het cijfer, met gemiddeld {percent} % per jaar ({limits}).",
        "down": (
            "Van {start} tot en met {end} daalde het cijfer, met gemiddeld {percent} % per jaar ({limits})."
        ),
        "more": (
            "Van {start} tot en met {end} is elk jaar gemiddeld {percent} % meer geregistreerd ({limits}). "
            "Als je kijkt, zie je meer."
        ),
        "less": (
            "Van {start} tot en met {end} is elk jaar gemiddeld {percent} % minder geregistreerd ({limits})."
        ),
        "none": (
            "Van {start} tot en met {end} is geen richting aan te wijzen: gemiddeld {signed} % per jaar "
            "({limits})."
        ),
        "none_yet": (
            "Over de jaren {start} tot en met {end} samen is daarmee nog geen richting aangetoond: de jaren "
            "schommelen onderling te sterk (gemiddeld {signed} % per jaar, {limits})."
        ),
        "biased": (
            "Van {start} tot en met {end} is geen richting aan te wijzen: het cijfer veranderde gemiddeld "
            "{signed} % per jaar ({limits}), maar er is ondertussen anders geteld."
        ),
        "limits": "95%-marge {lower} tot {upper} %",
        "because": "Een richting over meer jaren kan niet worden beoordeeld: {reason}.",
        "ordinary": "Zonder coronajaren is het gemiddeld {signed} % per jaar ({limits}).",
        "ordinary_none": "Zonder coronajaren kan het niet worden beoordeeld: {reason}.",
    },
    Language.EN: {
        "up": "From {start} to {end} the figure rose, by {percent} % a year on average ({limits}).",
        "down": "From {start} to {end} the figure fell, by {percent} % a year on average ({limits}).",
        "more": (
            "From {start} to {end} {percent} % more was registered each year on average "
            "({limits}). If you look, you see more."
        ),
        "less": ("From {start} to {end} {percent} % less was registered each year on average ({limits})."),
        "none": ("From {start} to {end} no direction can be shown: {signed} % a year on average ({limits})."),
        "none_yet": (
            "Over the years {start} to {end} together that shows no direction yet: the years differ too much "
            "among themselves ({signed} % a year on average, {limits})."
        ),
        "biased": (
            "From {start} to {end} no direction can be shown: the figure changed by {signed} % a "
            "year on average ({limits}), but counting changed in between."
        ),
        "limits": "95 % margin {lower} to {upper} %",
        "because": "A direction over more years cannot be judged because {reason}.",
        "ordinary": "Without pandemic years it is {signed} % a year on average ({limits}).",
        "ordinary_none": "Without pandemic years it cannot be judged because {reason}.",
    },
}


def _said(trend: IndicatorTrend, form: str, language: Language) -> str:
    words = _WORDS[language]
    if trend.percent is None:
        return words["because"].format(reason=because(trend.reason).in_(language))
    parts = [words[form].format(start=trend.start, end=trend.end, **_numbers(trend, language))]
    if trend.ordinary:
        known = trend.ordinary.percent is not None
        reason = because(trend.ordinary.reason).in_(language)
        numbers = _numbers(trend.ordinary, language) if known else {}
        parts.append(words["ordinary" if known else "ordinary_none"].format(reason=reason, **numbers))
    return " ".join(parts)


def _form(trend: IndicatorTrend, initiative: Initiative) -> str:
    if trend.direction is None:
        return "biased" if trend.biased else "none"
    up = trend.direction is Supported.UP
    if initiative in (Initiative.HAAL, Initiative.MIXED):
        return "more" if up else "less"
    return "up" if up else "down"


def _numbers(trend: IndicatorTrend, language: Language) -> dict[str, str]:
    percent, lower, upper = trend.percent or 0.0, trend.lower or 0.0, trend.upper or 0.0
    low, high = (format_number(limit, 1, language, signed=True) for limit in (lower, upper))
    return {
        "percent": format_number(abs(percent), 1, language),
        "signed": format_number(percent, 1, language, signed=True),
        "limits": _WORDS[language]["limits"].format(lower=low, upper=high),
    }
