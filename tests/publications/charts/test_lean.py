# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A chart inside a page is lighter, and with the stylesheet it looks as it does on its own."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from baken.publications.charts import Chart, render
from baken.publications.charts.lean import base_rules, lean
from baken.publications.charts.looks import LOOKS

from .test_every_chart import CASES, EVERY


@pytest.mark.browser
@pytest.mark.parametrize(("chart", "width"), CASES)
def test_it_looks_the_same(chart: Chart, width: int, browser: Browser, tmp_path: Path) -> None:
    full = render(chart, width)
    tab = browser.new_page(viewport={"width": 700, "height": 900})
    shown = []
    for name, drawn, rules in (("full", full, ""), ("lean", lean(full), base_rules())):
        path = tmp_path / f"{name}.html"
        path.write_text(f"<!doctype html><meta charset=utf-8><style>{rules}</style>{drawn}", "utf-8")
        tab.goto(path.as_uri())
        shown.append(Image.open(io.BytesIO(tab.screenshot())).convert("L"))
    tab.close()
    # The edge of a disc, and of a line in fewer pieces, may be smoothed otherwise: nobody sees that.
    counts = ImageChops.difference(*shown).histogram()
    assert sum(counts[8:]) <= 150
    assert sum(counts[96:]) == 0


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.id)
def test_it_says_the_same(chart: Chart) -> None:
    full = render(chart, 640)
    light = lean(full)
    assert len(light) < len(full)
    assert re.findall(r">([^<>]+)<", light) == re.findall(r">([^<>]+)<", full)


def test_every_look_keeps_its_class() -> None:
    for look in LOOKS.values():
        assert lean(f"<rect {look}/>").startswith(f"<rect {look.split(chr(34))[0]}")


def test_a_number_in_a_text_keeps_its_zero() -> None:
    assert lean('<text x="5.0" y="1.5">5.0 to 6.0</text>') == '<text x="5" y="1.5">5.0 to 6.0</text>'
