# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a tile map."""

from dataclasses import dataclass

from baken.publications.charts.checks import check_href, check_id, check_number

SHADES = 5


@dataclass(frozen=True, slots=True)
class Tile:
    """One area: `x` east and `y` north in metres; `shade` 0 (light) to 4 (dark).

    `text` is the formatted value, or for a missing value the reason ("" means the map's own
    `missing_text`). `cell` is a (column, row) worked out beforehand with `tile_layout`.
    """

    code: str
    name: str
    x: float
    y: float
    value: float | None
    shade: int | None = None
    text: str = ""
    href: str | None = None
    cell: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        for number in (self.x, self.y, self.value):
            check_number(number)
        check_href(self.href)
        if self.shade is not None and not 0 <= self.shade < SHADES:
            raise ValueError(f"a shade lies between 0 and {SHADES - 1}")
        if self.value is None and self.shade is not None:
            raise ValueError("a missing value has no shade")


@dataclass(frozen=True, slots=True)
class TileMap:
    """A schematic map of equal squares; `classes` are the legend labels of shade 0, 1, ..."""

    id: str
    title: str
    description: str
    tiles: tuple[Tile, ...]
    classes: tuple[str, ...]
    missing_text: str
    unit_label: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.tiles:
            raise ValueError("a tile map needs at least one tile")
        if len(self.classes) > SHADES:
            raise ValueError(f"at most {SHADES} shades can be told apart")
        if any(tile.shade is not None and tile.shade >= len(self.classes) for tile in self.tiles):
            raise ValueError("a tile has a shade that the legend does not explain")
        placed = [tile.cell for tile in self.tiles if tile.cell is not None]
        if placed and (len(placed) != len(self.tiles) or len(set(placed)) != len(placed)):
            raise ValueError("give every tile a cell of its own, or none of them")
