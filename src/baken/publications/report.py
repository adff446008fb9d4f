# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One answer as one page that stands on its own: no scripts, nothing from elsewhere, the style inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from baken.model.text import Language, Text
from baken.publications import charts
from baken.publications.charts import render
from baken.publications.escaping import escape
from baken.publications.report_model import Cell, Drawing, Method, Report, Table
from baken.publications.report_words import typeset
from baken.publications.standalone import section, standalone_page, styles

_WIDTHS = (640, 340)
# A longer table scrolls inside its own frame, so that what follows is not lost below it.
_LONG = 14
_ANSWER = Text("Het antwoord", "The answer")
_FIGURES = Text("In cijfers", "In figures")
_CAVEATS = Text("Lees hierbij", "Read with this")
_METHOD = Text("Zo is het berekend", "How it was worked out")
_ASSUMES = Text("Dit neemt de methode aan:", "What the method takes for granted:")
_ORIGIN = Text("Herkomst", "Where it comes from")
_DATE = Text("Datum van de cijfers", "Date of the figures")
_SCROLLS = Text("schuif om alles te zien", "scroll to see everything")


def report_page(report: Report) -> str:
    """The page as HTML. The same report gives the same bytes."""
    title = typeset(report.title)
    heading = (f"<h1>{escape(title)}</h1>", f'<p class="measure">{_text(report.subtitle)}</p>')
    return standalone_page(report.language, title, stylesheet(), (*heading, *_body(report)))


def stylesheet() -> str:
    """The rules of the page and of the charts, without their comments."""
    return styles(Path(__file__).parent / "report.css", Path(charts.__file__).parent / "charts.css")


def _body(report: Report) -> Iterator[str]:
    language = report.language
    yield section("answer", _ANSWER, language, (f"<p>{_text(one)}</p>" for one in report.answer))
    for drawing in report.drawings:
        yield from _figure(drawing, language)
    if report.tables:
        tables = (part for table in report.tables for part in _table(table, language))
        yield section("figures", _FIGURES, language, tables)
    if report.caveats:
        yield section("caveats", _CAVEATS, language, _list(report.caveats))
    if report.methods:
        methods = (part for method in report.methods for part in _method(method, language))
        yield section("method", _METHOD, language, methods)
    origin = list(report.sources)
    origin += [f"{_DATE.in_(language)}: {report.date}"] if report.date else []
    if origin:
        yield section("origin", _ORIGIN, language, _list(origin))


def _figure(drawing: Drawing, language: Language) -> Iterator[str]:
    chart = drawing.chart
    yield '<section class="drawing">'
    yield "<figure>"
    yield f"<figcaption><h2>{_text(chart.title)}</h2>"
    # A chart that says itself what it measures need not be told twice.
    told = getattr(chart, "unit_label", "") == drawing.measure
    yield "</figcaption>" if told else f'<p class="measure">{_text(drawing.measure)}</p></figcaption>'
    yield '<div class="bk-figure">'
    yield from (render(chart, width) for width in _WIDTHS)
    yield "</div>"
    if chart.description:
        yield f'<p class="summary">{_text(chart.description)}</p>'
    yield "</figure>"
    if drawing.table is not None:
        yield from _table(drawing.table, language)
    yield "</section>"


def _table(table: Table, language: Language) -> Iterator[str]:
    long = len(table.rows) > _LONG
    label = f"{table.caption} ({_SCROLLS.in_(language)})"
    kind = "table bk-scroll long" if long else "table bk-scroll"
    yield f'<div class="{kind}" role="region" tabindex="0" aria-label="{escape(label)}">'
    yield f"<table>\n<caption>{_text(table.caption)}</caption>\n<thead>\n<tr>"
    for index, header in enumerate(table.headers):
        kind = ' class="numeric"' if index in table.numeric else ""
        yield f'<th scope="col"{kind}>{_text(header)}</th>'
    yield "</tr>\n</thead>\n<tbody>"
    for row in table.rows:
        cells = (_cell(cell, index, table) for index, cell in enumerate(row))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>\n</table>\n</div>"


def _cell(cell: Cell, index: int, table: Table) -> str:
    names = ["numeric"] if index in table.numeric or cell.numeric else []
    names += [name for name, on in (("missing", cell.missing), ("strong", cell.strong)) if on]
    kind = f' class="{" ".join(names)}"' if names else ""
    tag = 'th scope="row"' if index == 0 else "td"
    return f"<{tag}{kind}>{_text(cell.text)}</{tag[:2]}>"


def _method(method: Method, language: Language) -> Iterator[str]:
    yield f"<h3>{_text(method.name)}</h3>\n<p>{_text(method.text)}</p>"
    if method.assumptions:
        yield f"<p>{escape(_ASSUMES.in_(language))}</p>"
        yield from _list(method.assumptions)


def _list(lines: Iterable[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (f"<li>{_text(line)}</li>" for line in lines)
    yield "</ul>"


def _text(text: str) -> str:
    return escape(typeset(text))
