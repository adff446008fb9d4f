# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Claims made by hand, and held against the figures, for the tests of the judge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from baken.model.claim import Claim, ClaimKind, Exactness, JudgedClaim, StatedNumber, Way
from baken.model.period import Period, PeriodKind
from baken.model.remark import Span
from baken.picture.claims.judge import judge

from ..helpers import EXAMPLE, picture

SAID = date(2026, 5, 1)
_GROUPS = ("objective", "subjective", "context")
_SIGNS = {"~": Exactness.ABOUT, ">": Exactness.AT_LEAST, "<": Exactness.AT_MOST}


def number(written: str, unit: str) -> StatedNumber:
    """A number as "12.5", with "~", ">" or "<" before it, or "3.5..1.1" for from and to."""
    sign, bare = (written[0], written[1:]) if written[0] in _SIGNS else ("", written)
    before, _, value = bare.rpartition("..")
    exact = Decimal(value)
    return StatedNumber(
        value=exact,
        unit=unit,
        decimals=max(0, -int(exact.as_tuple().exponent)),
        exactness=_SIGNS.get(sign, Exactness.EXACT),
        before=Decimal(before) if before else None,
    )


def years(text: str) -> tuple[Period | None, Period | None]:
    """The periods of "2019-2025", "2025" or nothing."""
    if not text:
        return None, None
    first, _, last = text.partition("-")
    return Period(PeriodKind.YEAR, int(first)), Period(PeriodKind.YEAR, int(last or first))


def claim(kind: str, subject: str = "", period: str = "", **more: Any) -> Claim:
    """A claim: ``subject`` is a group or ids with commas, ``figure`` a number with its unit behind it."""
    start, end = years(period)
    figure = more.pop("figure", "").split()
    way = more.pop("way", None)
    return Claim(
        kind=ClaimKind(kind),
        sentence=Span(0, 10),
        words=Span(0, 10),
        area=more.pop("area", EXAMPLE),
        indicators=() if subject in _GROUPS or not subject else tuple(subject.split(",")),
        group=subject if subject in _GROUPS else "",
        start=start,
        end=end,
        way=Way(way) if way else None,
        number=number(*figure) if figure else None,
        marks=frozenset(more.pop("marks", "").split()),
        **more,
    )


def judged(one: Claim, said: date = SAID, code: str = EXAMPLE, on: date = SAID) -> JudgedClaim:
    """A claim held against what is carried of a municipality."""
    return judge(one, picture(code, on), said)
