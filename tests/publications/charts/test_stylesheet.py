# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The stylesheet and the drawing agree, and the package stands on its own."""

import re
import subprocess
import sys
from pathlib import Path

from baken.publications import charts
from baken.publications.charts import render
from baken.publications.charts.looks import LOOKS

from .analysed import ANALYSED
from .examples import ALL, WIDTHS, parse

FOLDER = Path(charts.__file__).parent
CSS = (FOLDER / "charts.css").read_text(encoding="utf-8")


def test_the_stylesheet_only_names_classes_that_exist() -> None:
    elements = [
        e for chart in (*ALL, *ANALYSED) for width in WIDTHS for e in parse(render(chart, width)).iter()
    ]
    drawn = {name for element in elements for name in element.get("class", "").split()}
    around = {"bk-figure", "bk-scroll"}
    known = drawn | set(re.findall(r"bk-[a-z0-9-]+", "".join(LOOKS.values()))) | around
    assert set(re.findall(r"\.(bk-[a-z0-9-]+)", CSS)) <= known


def test_the_stylesheet_loads_nothing() -> None:
    assert "@import" not in CSS
    assert "url(" not in CSS


def test_no_rule_takes_the_hatching_away() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", CSS)
    for selectors, body in rules:
        if re.search(r"\.bk-missing(?![-\w])", selectors):
            assert "fill" not in body


def test_drawing_a_chart_loads_neither_django_nor_the_rest_of_baken_nor_scipy() -> None:
    code = (
        "import sys, baken.publications.charts as c; "
        "c.render(c.BarChart('x', 't', 'd', (c.Bar('a', 1.0),), str)); "
        "print([m for m in sys.modules if m.split('.')[0] in ('django', 'scipy') or (m.startswith('baken.') "
        "and not m.startswith('baken.publications'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
