# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Patterns that fill areas by class: each differs from the others in form, not in colour alone."""

from dataclasses import dataclass

from baken.publications.charts.looks import GROUND, MUTED

_WARM, _WARM_PALE = "#b04a00", "#fbe6d6"
_COOL, _COOL_PALE = "#0b4f8a", "#d9e6f2"
_GREEN, _GREEN_PALE = "#00694a", "#dcefe8"
_PURPLE, _PURPLE_PALE = "#7d3c8c", "#f0e2f3"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A small square that repeats: its ground, the ink on it, and the form of that ink (path data)."""

    ground: str
    ink: str
    form: str
    size: int = 7


_DOTS = "M2 2h2.6v2.6h-2.6z"
_UPRIGHT = "M2 0h3v7h-3z"
_LEVEL = "M0 2h7v3h-7z"
_PLUS = "M3 .8h1.4v1.9h1.9v1.4h-1.9v1.9h-1.4v-1.9h-1.9v-1.4h1.9z"
_NOTHING = "M0 0"

PATTERNS: dict[str, Pattern] = {
    "high": Pattern(_WARM, _WARM, _NOTHING),
    "high-itself": Pattern(_WARM_PALE, _WARM, _UPRIGHT),
    "high-alone": Pattern(_WARM_PALE, _WARM, _PLUS, 8),
    "low": Pattern(_COOL_PALE, _COOL, _LEVEL),
    "low-alone": Pattern(_COOL_PALE, _COOL, _DOTS),
    "plain": Pattern("#f4f4f4", "#f4f4f4", _NOTHING),
    "cluster-1": Pattern(_WARM, _WARM, _NOTHING),
    "cluster-2": Pattern(_COOL_PALE, _COOL, _UPRIGHT),
    "cluster-3": Pattern(_GREEN_PALE, _GREEN, _DOTS),
    "cluster-4": Pattern(_PURPLE_PALE, _PURPLE, _LEVEL),
    "cluster-5": Pattern(GROUND, MUTED, _PLUS, 8),
}
"""``plain`` is for what stands out in no way. What is missing is hatched, which is no class."""

CLUSTERS = tuple(name for name in PATTERNS if name.startswith("cluster-"))


def definition(name: str, key: str) -> str:
    """The SVG definition of a pattern under the id that ``url(#...)`` names."""
    one = PATTERNS[name]
    form = "" if one.form == _NOTHING else f'<path class="bk-{name}-ink" fill="{one.ink}" d="{one.form}"/>'
    square = f'width="{one.size}" height="{one.size}"'
    return (
        f'<pattern id="{key}-{name}" {square} patternUnits="userSpaceOnUse">'
        f'<rect class="bk-{name}-ground" {square} fill="{one.ground}"/>{form}</pattern>'
    )
