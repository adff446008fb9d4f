# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers as people print them: decimal comma or point, and rounding half up."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

# Wide enough for every float, however large.
_WIDE = Context(prec=400)
_FORMS = {
    "nl": re.compile(r"[-+\u2212]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", re.ASCII),
    "en": re.compile(r"[-+\u2212]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII),
    "plain": re.compile(r"-?\d+(\.\d+)?", re.ASCII),
}


def parse_number(text: str, locale: str = "plain") -> Decimal:
    """Read a number in the notation of ``locale``: ``nl`` (1.000,5), ``en`` (1,000.5) or ``plain`` (1000.5).

    Only the digits 0 to 9 are read, not those of other scripts.

    Raises:
        ValueError: the text is not a number in that notation. A thousands point is never read as a
            decimal point: in ``nl`` "1.000" is one thousand and "28.6" is refused.

    """
    form = _FORMS.get(locale)
    if form is None:
        raise ValueError(f"unknown number notation '{locale}'")
    bare = text.strip()
    if not form.fullmatch(bare):
        raise ValueError(f"'{text}' is not a number in the notation '{locale}'")
    bare = bare.replace("\u2212", "-").replace("." if locale == "nl" else ",", "")
    return Decimal(bare.replace(",", "."))


def format_number(value: Decimal | float, decimals: int, language: str, *, signed: bool = False) -> str:
    """Print a number in the notation of a language: 1.234,5 in Dutch and 1,234.5 in English.

    Halves are rounded away from zero, negative numbers get a real minus sign, and ``signed`` puts a plus
    before positive ones.
    """
    rounded = half_up(value, decimals)
    digits = f"{abs(rounded):,.{decimals}f}"
    if language == "nl":
        digits = digits.translate(str.maketrans(",.", ".,"))
    sign = "\u2212" if rounded < 0 else "+" if signed and rounded > 0 else ""
    return sign + digits


def decimals_of(value: Decimal) -> int:
    """How many decimals a number was printed with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_up(value: Decimal | float, decimals: int) -> Decimal:
    """Round half up, away from zero, as Dutch statistical tables do."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_WIDE)
