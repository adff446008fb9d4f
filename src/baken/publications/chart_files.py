# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The charts and maps of an edition as files of their own: as drawing (SVG) and as picture (PNG)."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.area import AreaLevel
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.cards.drawing import pictures_of
from baken.publications.cards.figures import indicator_card, map_card
from baken.publications.cards.model import Card
from baken.publications.charts import Chart, render
from baken.publications.drawing import peer_chart
from baken.publications.neighbourhoods import neighbourhood_map
from baken.publications.slopes import slope_drawing

CHARTS, MAPS = "charts/", "maps/"
PEERS, DISTRICTS = "-peers", "-districts"
_WIDTH = 640


def chart_path(indicator: str, language: Language, form: str = "svg", kind: str = "") -> str:
    """Where a chart of an indicator stands as a file: its series, its ``PEERS`` or its ``DISTRICTS``."""
    return f"{CHARTS}{indicator}{kind}-{language.value}.{form}"


def map_path(area: str, language: Language, form: str = "svg") -> str:
    """Where the map of the neighbourhoods in an area stands as a file."""
    return f"{MAPS}{area.lower()}-{language.value}.{form}"


def chart_files(safety: SafetyPicture) -> Iterator[tuple[str, bytes]]:
    """The charts and maps in both languages as drawings, and some as pictures to share.

    All pictures are set in one run, which takes a few hundredths of a second for each. They are made of the
    series of each indicator and of the map of the municipality where it has figures; an edition without
    documents has none.
    """
    shared: list[tuple[str, Card]] = []
    for language in Language:
        for path, chart, card in (*_charts(safety, language), *_maps(safety, language)):
            yield f"{path}svg", render(chart, _WIDTH).encode()
            if card is not None and safety.material.documents:
                shared.append((f"{path}png", card))
    pictures = pictures_of([card for _, card in shared])
    yield from ((path, picture) for (path, _), picture in zip(shared, pictures, strict=True))


_Drawn = tuple[str, Chart, Card | None]
"""The path up to the ending, what is drawn, and the same as a card where a picture is made."""


def _charts(safety: SafetyPicture, language: Language) -> Iterator[_Drawn]:
    for record in safety.records:
        name = record.indicator.id
        card = indicator_card(safety, record, language)
        yield chart_path(name, language, ""), card.chart, card
        peers = peer_chart(safety, record, language)
        if peers is not None:
            yield chart_path(name, language, "", PEERS), peers, None
        districts = slope_drawing(safety, record, language)
        if districts is not None:
            yield chart_path(name, language, "", DISTRICTS), districts.chart, None


def _maps(safety: SafetyPicture, language: Language) -> Iterator[_Drawn]:
    whole = safety.material.municipality.code
    districts = [one.code for one in safety.local_areas if one.level is AreaLevel.DISTRICT]
    for within in ("", *districts):
        shown = neighbourhood_map(safety, language, within=within)
        if shown is not None:
            card = None if within or shown.empty else map_card(safety, shown, language)
            yield map_path(within or whole, language, ""), shown.drawn, card
