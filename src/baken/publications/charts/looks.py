# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The default look of every part: a CSS class, and attributes for a file without the stylesheet.

Attributes weigh less than any CSS rule, so the site's theme wins where it is present. Every colour
that carries meaning has a contrast of at least 3:1 on white, and every text at least 4.5:1.
"""

GROUND = "#ffffff"
INK = "#1b1b1b"
MUTED = "#525252"
RULE = "#767676"
GRID = "#dcdcdc"
SHADE = "#ededed"
SERIES = ("#0b4f8a", "#b04a00", "#00694a", "#7d3c8c", "#5f5200")
DASHES = ("", "7 4", "2 3", "11 3 2 3", "5 2 2 2")
BAND = "#b9d2e8"
BAND_EDGE = "#5b86b0"
BAR = "#5b86b0"
COLUMN = "#767676"
TILES = ("#eaf1f8", "#bcd3e8", "#7fa9d1", "#3b74ad", "#103f6e")
ON_TILES = (INK, INK, INK, GROUND, GROUND)

# The white edge keeps a figure legible where it lies on a line or on hatching.
_HALO = f'stroke="{GROUND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
_WIDE_HALO = _HALO.replace('"3"', '"4"')
# Among patterns a name needs a ground of its own.
_PLATE_HALO = _HALO.replace('"3"', '"7"')


def _series(number: int) -> dict[str, str]:
    colour, dash = SERIES[number - 1], DASHES[number - 1]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    width = 2.5 if number == 1 else 2
    inside = GROUND if number % 2 == 0 else colour
    return {
        f"line-{number}": f'class="bk-line bk-series-{number}" fill="none" stroke="{colour}"'
        f' stroke-width="{width}" stroke-linejoin="round"{dashed}',
        f"marker-{number}": f'class="bk-marker bk-marker-{number}" fill="{inside}" stroke="{colour}"'
        ' stroke-width="1.5"',
        f"name-{number}": f'class="bk-name bk-name-{number}" fill="{colour}" font-weight="bold"',
    }


def _tile(shade: int) -> dict[str, str]:
    light = ON_TILES[shade] == INK
    return {
        f"tile-{shade}": f'class="bk-shade-{shade}" fill="{TILES[shade]}" stroke="{MUTED}"',
        f"ontile-{shade}": f'class="bk-ontile-{shade}" fill="{ON_TILES[shade]}"',
        f"ontile-{shade}-figure": f'class="bk-ontile-{shade} bk-strong" fill="{ON_TILES[shade]}"'
        ' font-weight="bold"',
        # Between two dark areas only a light line is seen, between two light ones only a dark line.
        f"area-{shade}": f'class="bk-shade-{shade} bk-edge-{"dark" if light else "light"}"'
        f' fill="{TILES[shade]}" stroke="{MUTED if light else GROUND}"',
    }


LOOKS: dict[str, str] = {
    "ground": f'class="bk-ground" fill="{GROUND}"',
    "axis": f'class="bk-axis" stroke="{RULE}" stroke-width="1" fill="none"',
    "grid": f'class="bk-grid" stroke="{GRID}" stroke-width="1"',
    "tick": f'class="bk-tick" fill="{MUTED}"',
    "label": 'class="bk-label" fill="currentColor"',
    "strong": 'class="bk-label bk-strong" fill="currentColor" font-weight="bold"',
    "value": f'class="bk-value" fill="currentColor" {_HALO}',
    "value-strong": f'class="bk-value bk-strong" fill="currentColor" font-weight="bold" {_HALO}',
    "leader": f'class="bk-leader" stroke="{RULE}" stroke-width="1"',
    "band": f'class="bk-band" fill="{BAND}" fill-opacity="0.55" stroke="{BAND_EDGE}" stroke-width="0.8"',
    "whisker": 'class="bk-whisker" stroke="currentColor" stroke-width="1.5" fill="none"',
    "whisker-under": f'class="bk-whisker-under" stroke="{GROUND}" stroke-width="4" fill="none"',
    "shaded": f'class="bk-pandemic" fill="{SHADE}"',
    "shaded-edge": f'class="bk-pandemic-edge" stroke="{RULE}" stroke-width="2"',
    "shaded-label": f'class="bk-pandemic-label" fill="{MUTED}"',
    "break": 'class="bk-break" stroke="currentColor" stroke-width="1.5" stroke-dasharray="4 3" fill="none"',
    "break-label": f'class="bk-break-label" fill="currentColor" {_HALO}',
    "missing-label": f'class="bk-missing-label" fill="{MUTED}" font-style="italic" {_HALO}',
    "plate": f'class="bk-plate" fill="{GROUND}"',
    "ref": f'class="bk-ref" stroke="{SERIES[1]}" stroke-width="2" stroke-dasharray="{DASHES[1]}" fill="none"',
    "ref-label": f'class="bk-ref-label" fill="{SERIES[1]}" font-weight="bold"',
    "bar": f'class="bk-bar" fill="{BAR}"',
    "bar-own": f'class="bk-bar bk-own" fill="{SERIES[0]}"',
    "column": f'class="bk-column" fill="{COLUMN}"',
    "dot": f'class="bk-dot" fill="{BAR}" stroke="{GROUND}" stroke-width="0.8"',
    # Lines without length: their round ends are the dots of a crowd.
    "crowd": f'class="bk-crowd" stroke="{BAR}" stroke-width="3.2" stroke-linecap="round" fill="none"',
    "dot-hollow": f'class="bk-dot-hollow" fill="{GROUND}" stroke="{MUTED}" stroke-width="1.5"',
    "dot-own": f'class="bk-dot-own" fill="{INK}" stroke="{GROUND}" stroke-width="1.2"',
    "mark-high": f'class="bk-mark-high" fill="{SERIES[1]}" stroke="{GROUND}" stroke-width="1"',
    "mark-low": f'class="bk-mark-low" fill="{SERIES[0]}" stroke="{GROUND}" stroke-width="1"',
    "ring": 'class="bk-ring" fill="none" stroke="currentColor" stroke-width="1.5"',
    "limit": f'class="bk-limit" stroke="{MUTED}" stroke-width="1.5" stroke-dasharray="6 4" fill="none"',
    "limit-outer": f'class="bk-limit" stroke="{MUTED}" stroke-width="1.5" stroke-dasharray="2 3" fill="none"',
    "limit-thin": f'class="bk-limit-thin" stroke="{RULE}" stroke-width="0.8" fill="none"',
    "mean": 'class="bk-mean" stroke="currentColor" stroke-width="1.5" fill="none"',
    "expected": 'class="bk-expected" stroke="currentColor" stroke-width="2" fill="none"',
    "bar-alarm": f'class="bk-bar-alarm" fill="{SERIES[1]}"',
    "bar-past": f'class="bk-bar-past" fill="{TILES[1]}" stroke="{BAR}" stroke-width="0.8"',
    "span": f'class="bk-span" stroke="{BAR}" stroke-width="2.5" fill="none"',
    "span-apart": f'class="bk-span-apart" stroke="{SERIES[0]}" stroke-width="3" fill="none"',
    "slope-same": f'class="bk-slope-same" stroke="{RULE}" stroke-width="1.2" fill="none"',
    "slope-open": f'class="bk-slope-open" stroke="{RULE}" stroke-width="1.6" stroke-dasharray="2 4"'
    ' fill="none"',
    "tile-none": f'class="bk-shade-none" fill="{GROUND}" stroke="{MUTED}"',
    "area-none": f'class="bk-shade-none bk-edge-dark" fill="{GROUND}" stroke="{MUTED}"',
    "area-missing": 'class="bk-missing"',
    "border": f'class="bk-border" fill="none" stroke="{INK}" stroke-width="2" stroke-linejoin="round"'
    ' stroke-linecap="round" pointer-events="none"',
    "border-under": f'class="bk-border-under" fill="none" stroke="{GROUND}" stroke-width="4.5"'
    ' stroke-linejoin="round" stroke-linecap="round" pointer-events="none"',
    "area-label": f'class="bk-area-label" fill="currentColor" {_WIDE_HALO} pointer-events="none"',
    "area-label-strong": f'class="bk-area-label bk-strong" fill="currentColor" {_WIDE_HALO}'
    ' font-weight="bold" pointer-events="none"',
    "class-label": f'class="bk-area-label bk-strong" fill="currentColor" {_PLATE_HALO}'
    ' font-weight="bold" pointer-events="none"',
    "ontile-none": 'class="bk-ontile-none" fill="currentColor"',
    "ontile-none-figure": 'class="bk-ontile-none bk-strong" fill="currentColor" font-weight="bold"',
}
for _number in range(1, len(SERIES) + 1):
    LOOKS.update(_series(_number))
for _shade in range(len(TILES)):
    LOOKS.update(_tile(_shade))
