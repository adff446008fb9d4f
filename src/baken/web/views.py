# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One view for each kind of page. A view gathers what the page shows; the picture has already said it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.translation import override

from baken.model.area import Area, AreaLevel
from baken.model.development import Development, DevelopmentRegister, Horizon, IssueLevel
from baken.model.edition import EditionStatus
from baken.model.errors import UsageError
from baken.model.text import Language, Text
from baken.picture.beside import beside as held_beside
from baken.picture.beside import besides
from baken.picture.headline import headline_of
from baken.picture.layers import layers_of
from baken.picture.picture import SafetyPicture
from baken.picture.sensitivity import visitor_range
from baken.picture.series import IndicatorPicture
from baken.publications.answers import report_of
from baken.publications.drawing import peer_chart
from baken.publications.figure_rows import figure_rows
from baken.publications.forms import FORMS
from baken.publications.report_model import Report
from baken.publications.slopes import slope_drawing
from baken.web import (
    assets,
    beside,
    contact,
    drawings,
    programme,
    registers,
    residents,
    revisions,
    search,
    words,
)
from baken.web.pages import Kind, Page
from baken.web.state import current

Context = dict[str, Any]
Gather = Callable[[SafetyPicture, Page], Context]


def show(request: HttpRequest, kind: str, language: str, key: str = "") -> HttpResponse:
    """Answer with one page, or with 404 where there is no such theme, indicator or area."""
    page = Page(Kind(kind), Language(language), key)
    if key and request.path_info != f"/{page.path}":
        raise Http404
    asks = _ANSWERS.get(page.kind)
    asked = ",".join(request.GET.getlist(asks[0])) if asks else None
    response = HttpResponse(render_page(current(), page, assets.live_sizes(page), asked))
    if asked:
        # What somebody looks for is kept nowhere, on the way to the reader neither.
        patch_cache_control(response, no_store=True)
    else:
        patch_cache_control(response, max_age=assets.MAX_AGE, public=True)
    return response


def render_page(
    safety: SafetyPicture, page: Page, sizes: Mapping[str, int] | None = None, asked: str | None = None
) -> str:
    """The HTML of one page.

    Args:
        safety: what the page shows.
        page: which page.
        sizes: of the files that can be downloaded, in bytes by path.
        asked: what somebody asks a live page that answers, such as that of search.

    Raises:
        Http404: there is no such theme, indicator or area.

    """
    with override(page.language):
        context = {"page": page, "safety": safety, "material": safety.material, "words": words}
        context["final"] = safety.material.status is EditionStatus.FINAL
        context["sizes"] = sizes or {}
        if asked is None:
            gathered = _GATHER[page.kind](safety, page)
        else:
            gathered = _ANSWERS[page.kind][1](safety, page, asked)
        return render_to_string(f"baken/{page.kind}.html", context | gathered)


def _home(safety: SafetyPicture, page: Page) -> Context:
    themes = [
        (theme, [(record, words.sign(record)) for record in safety.theme_records(theme)])
        for theme in safety.material.municipality.themes
    ]
    by_id = {record.indicator.id: record for record in safety.records}
    points = [
        (point, by_id[point.indicator], words.sign(by_id[point.indicator])) for point in safety.highlights
    ]
    lines = {one.indicator.id: drawings.line(safety, one, page.language) for _, one, _ in points}
    reference = safety.material.reference_name.in_(page.language)
    return {
        "headline": headline_of(safety.material),
        "themes": themes,
        "points": points,
        "reference_name": reference,
        "lines": lines,
        "border": _said("border", safety.records),
        "map": drawings.neighbourhood_map(safety, page),
        "districts": _children(safety, safety.material.register.root),
    }


def _said(rule: str, records: Iterable[IndicatorPicture]) -> Text | None:
    """What a rule says, where it goes for one of these records: said once for all of them."""
    return next((one.text for record in records for one in record.caveats if one.rule == rule), None)


def _theme(safety: SafetyPicture, page: Page) -> Context:
    try:
        shown = safety.theme(page.key)
    except UsageError:
        raise Http404 from None
    return {
        "shown": shown,
        "theme": shown.theme,
        "records": [(record, words.sign(record)) for record in shown.records],
        "border": _said("border", shown.records),
        "fields": [field for field in safety.material.catalogue.fields if field.id in shown.theme.fields],
        **contact.on_theme(safety, shown.theme),
        **programme.on_theme(safety, shown.theme),
    }


def _indicator(safety: SafetyPicture, page: Page) -> Context:
    by_id = {record.indicator.id: record for record in safety.records}
    record = by_id.get(page.key)
    if record is None:
        raise Http404
    material = safety.material
    codes = [
        found
        for code in record.indicator.numerator
        if (found := material.catalogue.registrations.get((record.indicator.system, code)))
    ]
    return {
        "record": record,
        "sign": words.sign(record),
        "starts": [(one, *words.start_words(one.judged)) for one in record.starts],
        "line": drawings.line(safety, record, page.language),
        "side_by_side": held_beside(safety, page.key) is not None,
        "bars": peer_chart(safety, record, page.language),
        "districts": slope_drawing(safety, record, page.language),
        "rows": figure_rows(record),
        "codes": codes,
        "beside": [(material.catalogue.indicator(name), name in by_id) for name in record.indicator.beside],
        "versions": material.catalogue.indicators[record.indicator.id],
        "system": material.catalogue.systems[record.indicator.system],
        "visitors": visitor_range(material.catalogue, material.municipality, record),
        "rule_sources": {rule.id: rule.source for rule in material.catalogue.guidance.values()},
        "snapshots": drawings.snapshots_of(safety, record),
        "themes": [one for one in material.municipality.themes if record.indicator.id in one.indicators],
    }


def _areas(safety: SafetyPicture, page: Page) -> Context:
    register, on = safety.material.register, safety.material.on
    divided = register.divided(AreaLevel.DISTRICT, on)
    districts = [
        (district, _children(safety, district.code)) for district in _children(safety, register.root)
    ]
    return {
        "division": register.division_of(AreaLevel.DISTRICT, on) if divided else None,
        "divisions": register.divisions.values(),
        "unnamed": any(not one.name for one in safety.material.municipality.focus_areas),
        "districts": districts,
        "protected": _said("protected", (one for each, _ in districts for one in safety.local(each.code))),
        "map": drawings.neighbourhood_map(safety, page),
    }


def _children(safety: SafetyPicture, code: str) -> tuple[Area, ...]:
    """The areas below one in the districts of the day, without those that no longer exist."""
    register, on = safety.material.register, safety.material.on
    if not register.divided(AreaLevel.DISTRICT, on):
        return ()
    below = register.children(code, register.division_of(AreaLevel.DISTRICT, on).id)
    return tuple(area for area in below if area.validity.holds_on(on))


def _area(safety: SafetyPicture, page: Page) -> Context:
    areas = {area.code.lower(): area for area in safety.local_areas}
    area = areas.get(page.key.lower())
    if area is None or (area.level is AreaLevel.DISTRICT) != (page.kind is Kind.DISTRICT):
        raise Http404
    register = safety.material.register
    above = [
        (other, register.parent(area.code, other.id))
        for other in register.divisions.values()
        if other.validity.holds_on(safety.material.on)
    ]
    inhabitants = safety.inhabitants(area.code)
    minimum = safety.material.catalogue.country.minimum_denominator
    records = safety.local(area.code)
    return {
        "area": area,
        "inhabitants": inhabitants,
        "small": inhabitants is not None and inhabitants.value is not None and inhabitants.value < minimum,
        "records": [(record, words.sign(record)) for record in records if record.latest],
        "hidden": [record for record in records if not record.latest],
        "layers": layers_of(safety, area.code),
        "border": _said("border", (record for record in records if record.latest)),
        "protected": _said("protected", records),
        "children": _children(safety, area.code),
        "parents": [(other, parent) for other, parent in above if parent and parent.code != register.root],
        "level": safety.material.catalogue.country.levels[area.level],
        "minimum": minimum,
        **contact.in_area(safety, area.code),
        "map": drawings.neighbourhood_map(safety, page, within=area.code),
    }


def _district(safety: SafetyPicture, page: Page) -> Context:
    found = _area(safety, page)
    return found | revisions.district(safety, page, found["area"])


def _statements(safety: SafetyPicture, page: Page) -> Context:
    del page
    return {"checks": safety.statements, "names": _names(safety)}


def _names(safety: SafetyPicture) -> dict[str, Text]:
    """The name of every indicator, those without a figure too."""
    return {
        one.id: one.name for versions in safety.material.catalogue.indicators.values() for one in versions
    }


def _developments(safety: SafetyPicture, page: Page) -> Context:
    del page
    municipality = safety.material.municipality
    held = municipality.register
    return {
        "clusters": [
            (cluster, [one for one in held.developments if one.cluster == cluster.id])
            for cluster in held.clusters
        ],
        "horizons": [(horizon, held.on(horizon)) for horizon in Horizon] if held.developments else [],
        "explanations": held.explanations,
        "levels": _levels(held),
        "scores": registers.scores(safety),
        "task_claims": registers.task_claims(safety),
        "records": {record.indicator.id: record for record in safety.records},
        "names": _names(safety),
        "papers": {one.id: one for one in municipality.references},
    }


def _levels(held: DevelopmentRegister) -> list[tuple[IssueLevel | None, tuple[Development, ...]]]:
    """The developments by level; none where no document says a level of any of them."""
    if all(one.level is None for one in held.developments):
        return []
    return [(level, held.at(level)) for level in (*IssueLevel, None)]


def _insights(safety: SafetyPicture, page: Page) -> Context:
    del page
    return registers.insights(safety) | contact.plans(safety)


def _contact(safety: SafetyPicture, page: Page) -> Context:
    del page
    return contact.where_to_go(safety)


def _events(safety: SafetyPicture, page: Page) -> Context:
    del page
    return registers.events(safety)


def _sources(safety: SafetyPicture, page: Page) -> Context:
    del page
    catalogue = safety.material.catalogue
    return {
        "snapshots": safety.material.snapshots,
        "systems": catalogue.systems.values(),
        "breaks": sorted(catalogue.breaks, key=lambda one: one.date),
        "registers": [
            (system, [one for one in catalogue.registrations.values() if one.system == name])
            for name, system in catalogue.systems.items()
            if any(one.system == name for one in catalogue.registrations.values())
        ],
        "versions": [one for versions in catalogue.indicators.values() for one in versions],
    }


def _glossary(safety: SafetyPicture, page: Page) -> Context:
    del page
    catalogue = safety.material.catalogue
    return {"terms": catalogue.glossary, "abbreviations": catalogue.abbreviations}


def _downloads(safety: SafetyPicture, page: Page) -> Context:
    forms = FORMS if safety.material.documents else ()
    return {"forms": [(form, form.path(page.language) or form.path(Language.NL)) for form in forms]}


def _signals(safety: SafetyPicture, page: Page) -> Context:
    found = safety.patterns.signals
    return {"reports": [report_of(found, page.language)] if found else []}


def _comparison(safety: SafetyPicture, page: Page) -> Context:
    patterns = safety.patterns
    found = {name: report_of(patterns.comparison(name), page.language) for name in patterns.comparable}
    return {
        "found": found.items(),
        "besides": [safety.record(name, safety.material.municipality.code) for name in besides(safety)],
    }


def _compared(safety: SafetyPicture, page: Page) -> Context:
    if page.key not in safety.patterns.comparable:
        raise Http404
    answer = safety.patterns.comparison(page.key)
    return {"name": answer.question.name, "reports": [report_of(answer, page.language)]}


def _hotspots(safety: SafetyPicture, page: Page) -> Context:
    patterns = safety.patterns
    found = [
        (name, report_of(patterns.hotspots(name), page.language), _clusters_of(safety, name, page.language))
        for name in patterns.placed
    ]
    return {"found": found, "shown": patterns.shows_neighbourhoods}


def _places(safety: SafetyPicture, page: Page) -> Context:
    if page.key not in safety.patterns.placed:
        raise Http404
    report = report_of(safety.patterns.hotspots(page.key), page.language)
    others = _clusters_of(safety, page.key, page.language)
    return {"name": safety.patterns.placed[page.key].name, "reports": [report], "others": others}


def _clusters(safety: SafetyPicture, page: Page) -> Context:
    placed = safety.patterns.placed
    reports = _clusters_of(safety, page.key, page.language) if page.key in placed else []
    if not reports:
        raise Http404
    return {"name": placed[page.key].name, "reports": reports}


def _clusters_of(safety: SafetyPicture, name: str, language: Language) -> list[Report]:
    """Which neighbourhoods together hold more than their share; nothing where too little is held to say."""
    together = safety.patterns.clusters(name)
    return [report_of(together, language)] if together else []


# Live pages that take a question in their address: its name there, and what answers.
_ANSWERS: dict[Kind, tuple[str, Callable[[SafetyPicture, Page, str], Context]]] = {
    Kind.SEARCH: ("q", search.answer),
    Kind.BESIDE: ("met", beside.answer),
}
_GATHER: dict[Kind, Gather] = {
    Kind.HOME: _home,
    Kind.THEME: _theme,
    Kind.INDICATOR: _indicator,
    Kind.AREAS: _areas,
    Kind.DISTRICT: _district,
    Kind.NEIGHBOURHOOD: _area,
    Kind.SIGNALS: _signals,
    Kind.COMPARISON: _comparison,
    Kind.COMPARED: _compared,
    Kind.BESIDE: beside.gather,
    Kind.HOTSPOTS: _hotspots,
    Kind.PLACES: _places,
    Kind.CLUSTERS: _clusters,
    Kind.STATEMENTS: _statements,
    Kind.DEVELOPMENTS: _developments,
    Kind.PROGRAMME: programme.gather,
    Kind.INSIGHTS: _insights,
    Kind.EVENTS: _events,
    Kind.SOURCES: _sources,
    Kind.GLOSSARY: _glossary,
    Kind.DOWNLOADS: _downloads,
    Kind.RESIDENTS: residents.gather,
    Kind.CONTACT: _contact,
    Kind.REVISIONS: revisions.gather,
    Kind.SEARCH: search.gather,
    Kind.LETTER: search.letter,
    Kind.ACCESSIBILITY: lambda safety, page: {},
}
