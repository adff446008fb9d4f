# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The safety picture of one municipality on one day: every record, what stands out, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from baken.model.area import Area, AreaLevel
from baken.model.errors import PublicationError, UsageError
from baken.model.figure import Comparison, Figure, Rank
from baken.model.finding import Finding, Highlight, Review, StatementCheck
from baken.model.indicator import Direction, Indicator
from baken.model.observation import Observation
from baken.model.period import Period
from baken.model.policy import Theme
from baken.picture import statements
from baken.picture.care import check_care
from baken.picture.caveats import caveats, initiative_of, tone_of
from baken.picture.changes import breaks_of, change_without_pandemic, main_change
from baken.picture.comparison import compare, rank
from baken.picture.completeness import Completeness
from baken.picture.derive import counts_by_year
from baken.picture.figures import indicator_figures
from baken.picture.finding_rank import Ranking
from baken.picture.finding_rank import rank as rank_findings
from baken.picture.findings import findings_of
from baken.picture.findings_effects import effect_findings
from baken.picture.highlights import highlights
from baken.picture.material import Material
from baken.picture.origins import origins_of
from baken.picture.rules import together
from baken.picture.sentences import sentence
from baken.picture.series import IndicatorPicture, figure_at, freshness
from baken.picture.starts import start_points
from baken.picture.strands import strands_of
from baken.picture.themes import ThemePicture, documents_of
from baken.picture.trend_words import trend_sentence
from baken.picture.trends import trend_of

if TYPE_CHECKING:
    from baken.picture.patterns import Patterns

_LOCAL_LEVELS = (AreaLevel.DISTRICT, AreaLevel.NEIGHBOURHOOD)


class SafetyPicture:
    """The picture as a function of its material. Records are made when they are first asked for."""

    def __init__(self, material: Material) -> None:
        """Keep the material; nothing is computed yet."""
        self.material = material
        self._figures: dict[tuple[str, str], tuple[Figure, ...]] = {}
        self._records: dict[tuple[str, str], IndicatorPicture] = {}

    @cached_property
    def records(self) -> tuple[IndicatorPicture, ...]:
        """One record for each indicator of the municipality, without those that have no figure."""
        root = self.material.municipality.code
        found = (self.record(name, root) for name in self.material.indicators)
        return tuple(one for one in found if one.figures)

    @cached_property
    def without_figures(self) -> tuple[Indicator, ...]:
        """Indicators of the themes for which nothing is held."""
        known = {one.indicator.id for one in self.records}
        return tuple(
            self.material.catalogue.indicator(name) for name in self.material.indicators if name not in known
        )

    def figures(self, name: str, area: str) -> tuple[Figure, ...]:
        """The figures of one indicator in one area, computed once: every area asks for its reference."""
        key = (name, area)
        if key not in self._figures:
            self._figures[key] = indicator_figures(self.material, name, area)
        return self._figures[key]

    def peer_figures(self, name: str, period: Period) -> dict[str, Figure | None]:
        """The figure of each municipality of the comparison group in one period, or nothing."""
        members = self.material.municipality.peers.members
        return {code: figure_at(self.figures(name, code), period) for code in members}

    def record(self, name: str, area: str) -> IndicatorPicture:
        """Everything about one indicator in one area."""
        key = (name, area)
        if key not in self._records:
            self._records[key] = _record(self, name, self.material.register[area])
        return self._records[key]

    def local(self, area: str) -> tuple[IndicatorPicture, ...]:
        """The records of a district or neighbourhood, without indicators that have no figure there."""
        found = (self.record(name, area) for name in self.material.indicators)
        return tuple(one for one in found if one.figures)

    @cached_property
    def local_areas(self) -> tuple[Area, ...]:
        """The districts and neighbourhoods that exist on the day of the picture."""
        register, on = self.material.register, self.material.on
        return tuple(area for level in _LOCAL_LEVELS for area in register.of_level(level, on))

    @cached_property
    def highlights(self) -> tuple[Highlight, ...]:
        """The points that stand out, with the rule that picked each."""
        material = self.material
        return highlights(self.records, material.reference_name, material.overrides)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is found: in the records of the municipality, in all series or areas together, and
        of the effect of what was done.
        """
        # Looking at all series together asks for the calculations, which most commands do without.
        from baken.picture.findings_patterns import pattern_findings

        material = self.material
        name = material.reference_name
        return (
            *(one for record in self.records for one in findings_of(record, name)),
            *pattern_findings(self.patterns),
            *effect_findings(material),
        )

    def findings_in(self, area: str) -> tuple[Finding, ...]:
        """What is found in the records of another area, such as a district."""
        name = self.material.reference_name
        return tuple(one for record in self.local(area) for one in findings_of(record, name))

    @cached_property
    def ranking(self) -> Ranking:
        """The findings in order of size, certainty and duration, with what analysts decided."""
        catalogue = self.material.catalogue
        covers = {name: catalogue.indicator(name).covers for name in self.material.indicators}
        name = self.material.reference_name
        found = [one for record in self.records for one in findings_of(record, name)]
        return rank_findings(found, self.material.overrides, covers)

    @cached_property
    def statements(self) -> tuple[StatementCheck, ...]:
        """Statements from documents held against the figures."""
        held = self.material.municipality.statements
        return tuple(statements.check(self, one) for one in held)

    @cached_property
    def patterns(self) -> Patterns:
        """What the methods find in all series, or all areas, together."""
        from baken.picture.patterns import Patterns

        return Patterns(self.material)

    @cached_property
    def completeness(self) -> Completeness:
        """How much of what the newest programme steers by is there, and how much of it is current."""
        programmes = self.material.municipality.programmes
        wanted = programmes[-1].indicators if programmes else self.material.indicators
        held = {one.indicator.id: one for one in self.records}
        return Completeness(
            indicators=wanted,
            with_figures=tuple(name for name in wanted if name in held and held[name].measured),
            current=tuple(name for name in wanted if name in held and held[name].freshness.current),
            outdated=tuple(name for name in wanted if name not in held or not held[name].freshness.current),
            steered=bool(programmes),
        )

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        """Figures that passed the threshold that the municipality set."""
        return tuple(self._reviews())

    def _reviews(self) -> Iterable[Review]:
        limits = self.material.municipality.thresholds or {}
        for theme in self.material.municipality.themes:
            for name in theme.indicators:
                record = self.record(name, self.material.municipality.code) if name in limits else None
                latest = record.latest if record else None
                if record is None or latest is None or latest.value is None:
                    continue
                if _passed(record.indicator, latest.value, limits[name]):
                    yield Review(
                        indicator=name,
                        theme=theme.id,
                        owner=theme.owner,
                        period=latest.observation.period,
                        value=latest.value,
                        threshold=limits[name],
                    )

    def theme(self, name: str) -> ThemePicture:
        """Everything about one theme, by its id: its figures and the documents that it rests on.

        Raises:
            UsageError: the municipality has no such theme.

        """
        municipality = self.material.municipality
        found = next((one for one in municipality.themes if one.id == name), None)
        if found is None:
            known = ", ".join(one.id for one in municipality.themes)
            raise UsageError(f"{municipality.name} has no theme '{name}'.", do=f"Known: {known}.")
        records = self.theme_records(found)
        return ThemePicture(
            theme=found,
            records=records,
            strands=strands_of(municipality, name, records, self.material.on),
            without_figures=tuple(one for one in self.without_figures if one.id in found.indicators),
            reviews=tuple(
                (one, self.record(one.indicator, municipality.code))
                for one in self.reviews
                if one.theme == name
            ),
            documents=documents_of(municipality, found),
            developments=tuple(one for one in municipality.register.developments if one.theme == name),
            together=together(self.material.catalogue, [one.indicator for one in records]),
        )

    def theme_records(self, theme: Theme) -> tuple[IndicatorPicture, ...]:
        """The records of one theme in the order of the theme."""
        held = {one.indicator.id: one for one in self.records}
        return tuple(held[name] for name in theme.indicators if name in held)

    def inhabitants(self, area: str) -> Observation | None:
        """The newest known number of inhabitants of an area."""
        found = counts_by_year(self.material, "bevolking/inwoners", area)
        years = [year for year, one in sorted(found.items()) if one.value is not None]
        return found[years[-1]] if years else None

    def check_publishable(self) -> None:
        """Refuse to publish an outlier that nobody explained, a small number on care, or unprotected areas.

        Raises:
            PublicationError: names the first such figure.

        """
        for record in self.records:
            for one in record.figures:
                if one.outlier and not one.observation.annotation:
                    seen = one.observation
                    raise PublicationError(
                        f"{seen.indicator} {seen.area} {seen.period} is an outlier without an annotation.",
                        do="Write beside it why it stands out (column 'annotation'), then build again.",
                    )
        check_care(self)
        if not self.material.public:
            raise PublicationError(
                "the figures of small areas in this picture are not protected.",
                do="Make it of public material: baken.picture.protection.material.public_material.",
            )


def _passed(indicator: Indicator, value: Decimal, threshold: Decimal) -> bool:
    """Whether a value lies beyond a threshold: below it where higher is better, or else above it."""
    return value < threshold if indicator.direction is Direction.HIGHER else value > threshold


def _record(picture: SafetyPicture, name: str, area: Area) -> IndicatorPicture:
    material = picture.material
    catalogue, municipality = material.catalogue, material.municipality
    figures = picture.figures(name, area.code)
    newest = [one.observation.period for one in figures if one.value is not None]
    indicator = catalogue.indicator(name, newest[-1].end if newest else None)
    unit = catalogue.unit_of(indicator)
    reference = picture.figures(name, municipality.reference)
    main = main_change(catalogue, indicator, figures)
    ordinary = change_without_pandemic(catalogue, indicator, figures, main) if main else None
    initiative = initiative_of(catalogue, indicator)
    limit = catalogue.country.fresh_months[indicator.frequency]
    record = IndicatorPicture(
        indicator=indicator,
        unit=unit,
        area=area,
        figures=figures,
        reference=reference,
        effort=material.holdings.series(indicator.effort, area.code) if indicator.effort else (),
        change=main,
        ordinary_change=ordinary,
        starts=start_points(catalogue, indicator, figures),
        comparison=None,
        rank=_rank(picture, name, area, newest[-1]) if newest else None,
        breaks=breaks_of(catalogue, indicator),
        initiative=initiative,
        tone=tone_of(indicator, initiative, main, ordinary),
        freshness=freshness(figures, limit, material.on),
        origins=origins_of(material, name, area.code),
        trend=trend_of(figures, breaks_of(catalogue, indicator), frozenset(catalogue.country.pandemic_years)),
    )
    return _with_words(material, replace(record, comparison=_comparison(material, record)))


def _with_words(material: Material, record: IndicatorPicture) -> IndicatorPicture:
    municipality = material.municipality
    return replace(
        record,
        caveats=caveats(material.catalogue, municipality, record, material.on),
        sentence=sentence(record, material.reference_name, municipality.peers.label),
        trend_sentence=trend_sentence(record.trend, record.initiative, record.change)
        if record.trend
        else None,
    )


def _comparison(material: Material, record: IndicatorPicture) -> Comparison | None:
    latest = record.latest
    if latest is None:
        return None
    other = figure_at(record.reference, latest.observation.period)
    if other is None or record.area.code == material.reference.code:
        return None
    return compare(latest, other, record.area.level, material.reference.level)


def _rank(picture: SafetyPicture, name: str, area: Area, period: Period) -> Rank | None:
    group = picture.material.municipality.peers
    return (
        rank(picture.peer_figures(name, period), area.code, group.id) if area.code in group.members else None
    )
