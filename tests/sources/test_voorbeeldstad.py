# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Voorbeeldstad is the same every time, is plainly invented, and holds what was planted in it."""

from __future__ import annotations

import csv
import importlib.util
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.catalogue.files import where
from baken.catalogue.municipality import load_municipality
from baken.methods.rates.rate_change import rate_change
from baken.methods.survey.share_change import share_change
from baken.model.area import AreaLevel
from baken.model.figure import Supported
from baken.model.indicator import Indicator
from baken.model.number import half_up
from baken.model.observation import Life, Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.model.snapshot import Snapshot
from baken.sources.figure_table import COLUMNS, read_figure_table
from baken.sources.registry import carried
from baken.sources.voorbeeldstad import rates, source, truths
from baken.sources.voorbeeldstad.generator import generate, poisson, population, stream
from baken.sources.voorbeeldstad.town import CITY, LAND, NEIGHBOURHOODS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src/baken/catalogue/data/nl/municipalities/GM9999"
# Changes only when the town is changed on purpose; say in the change what and why.
GOLDEN = "3778bdc329be97ee5215ddc4f443d374661e9587eeea40fb90be21d3bb61870f"
COUNT = 34_488
Held = dict[tuple[str, str, Period], Observation]
Days = Callable[[date], bool]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def register() -> AreaRegister:
    return load_register(CITY)


@pytest.fixture(scope="module")
def snapshot(catalogue: Catalogue, register: AreaRegister) -> Snapshot:
    (snapshot,) = carried(["voorbeeldstad"], catalogue, register.areas)
    return snapshot


@pytest.fixture(scope="module")
def held(snapshot: Snapshot) -> Held:
    return {observation.key: observation for observation in snapshot.observations}


def digest(observations: Iterable[Observation]) -> str:
    lines = (
        f"{o.indicator}|{o.area}|{o.period.kind}|{o.period}|{o.presence}|{o.life}|{o.precision}|{o.value}|{o.unit}"
        f"|{o.literal}|{o.count}|{o.denominator}|{o.respondents}|{o.annotation}"
        for o in observations
    )
    return sha256("\n".join(lines).encode()).hexdigest()


def year(number: int) -> Period:
    return Period(PeriodKind.YEAR, number)


def count_of(held: Held, measure: str, area: str, number: int) -> int:
    count = held[measure, area, year(number)].count
    assert count is not None
    return count


# -- the same every time ------------------------------------------------------------------------------------


def test_it_is_the_same_on_every_call(catalogue: Catalogue) -> None:
    first = source.observations(catalogue)
    generate.cache_clear()
    population.cache_clear()
    assert source.observations(catalogue) == first
    assert len(first) == COUNT
    assert digest(first) == GOLDEN


@pytest.mark.parametrize("mean", [0.0, 0.3, 4.0, 31.9, 32.0, 200.0])
def test_poisson_numbers_have_their_mean_and_variance(mean: float) -> None:
    draw = stream("test", str(mean))
    numbers = [poisson(draw, mean) for _ in range(4000)]
    average = sum(numbers) / len(numbers)
    variance = sum((number - average) ** 2 for number in numbers) / len(numbers)
    assert average == pytest.approx(mean, abs=4 * math.sqrt(mean / 4000))
    assert variance == pytest.approx(mean, rel=0.12)


# -- plainly invented and well formed -----------------------------------------------------------------------


def test_everything_says_that_it_is_invented(snapshot: Snapshot, register: AreaRegister) -> None:
    city = load_municipality(CITY)
    assert snapshot.invented
    assert city.invented
    assert load_municipality("voorbeeldstad") == city
    assert "not in use" in register[CITY].note
    own = [area for area in register.areas.values() if "9999" in area.code or area.code == LAND]
    assert len(own) == 2 + 5 + 6 + len(NEIGHBOURHOODS)
    assert all("invented" in area.note for area in own)
    assert {o.area for o in snapshot.observations} <= {area.code for area in own}


def test_the_area_files_are_current() -> None:
    spec = importlib.util.spec_from_file_location("make", ROOT / "scripts/make_voorbeeldstad.py")
    assert spec
    assert spec.loader
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    for name, text in make.render().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, "run scripts/make_voorbeeldstad.py"


def test_every_neighbourhood_lies_in_one_district_of_each_division(register: AreaRegister) -> None:
    everywhere = {one.code for one in NEIGHBOURHOODS}
    for division in register.divisions:
        assert register.leaves(CITY, division) == everywhere
    assert register.straddling("stadsdelen", "cbs-wijken") == ("SD9999-noord", "SD9999-west")


def test_nothing_is_said_twice_and_no_series_mixes_kinds_of_period(snapshot: Snapshot) -> None:
    assert max(Counter(o.key for o in snapshot.observations).values()) == 1
    kinds: dict[tuple[str, str], set[PeriodKind]] = {}
    for o in snapshot.observations:
        kinds.setdefault((o.indicator, o.area), set()).add(o.period.kind)
    assert all(len(found) == 1 for found in kinds.values())


def test_figures_of_town_and_land_pass_the_checks_of_a_table(
    snapshot: Snapshot, catalogue: Catalogue, tmp_path: Path
) -> None:
    shown = [o for o in snapshot.observations if o.area in (CITY, LAND)]
    path = tmp_path / "figures.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(COLUMNS)
        for o in shown:
            cells = (o.indicator, o.area, o.period, o.value, o.presence, o.unit, o.life, o.precision)
            writer.writerow((*cells, o.count, o.denominator, o.respondents, "", o.literal, o.annotation))
    assert read_figure_table(path, catalogue, {CITY, LAND}, snapshot.id) == tuple(shown), where(path)


def test_rates_follow_from_their_counts(held: Held, catalogue: Catalogue) -> None:
    for (name, area, period), o in held.items():
        if o.denominator:
            factor = catalogue.unit_of(catalogue.indicator(name)).factor
            assert o.value is not None
            assert o.count is not None
            decimals = catalogue.indicator(name).decimals
            assert o.value == half_up(Decimal(o.count) * factor / o.denominator, decimals)
            people = "bevolking/12-17" if name == "halt" else "bevolking/inwoners"
            assert o.denominator == held[people, area, period].count


# -- sums ---------------------------------------------------------------------------------------------------


def test_the_municipality_is_the_sum_of_the_months_of_its_neighbourhoods(
    snapshot: Snapshot, held: Held
) -> None:
    withheld = {(measure, period.year) for measure, _, period in (*truths.SUPPRESSED, *truths.MISSING)}
    sums: Counter[tuple[str, int]] = Counter()
    for o in snapshot.observations:
        if o.period.kind is PeriodKind.MONTH and o.count is not None:
            sums[o.indicator, o.period.year] += o.count
    assert len(sums) == 15 * len(rates.YEARS)
    hidden: Counter[tuple[str, int]] = Counter()
    for measure, area, period in (*truths.SUPPRESSED, *truths.MISSING):
        hidden[measure, period.year] += generate().months[measure, area][period.start]
    for (measure, number), total in sums.items():
        assert count_of(held, measure, CITY, number) == total + hidden[measure, number]
    assert set(hidden) == withheld
    for number in (*rates.YEARS, rates.LAST + 1):
        living = [one.code for one in NEIGHBOURHOODS if one.validity.holds_on(date(number, 1, 1))]
        people = sum(count_of(held, "bevolking/inwoners", code, number) for code in living)
        assert count_of(held, "bevolking/inwoners", CITY, number) == people


@pytest.mark.parametrize("area", [CITY, LAND])
def test_the_total_is_more_than_its_carried_types(held: Held, area: str) -> None:
    own = [key for key in held if key[1] == area]
    for system, least in (("politie-misdrijven", 10), ("politie-overlast", 4)):
        for number in rates.YEARS:
            types = {
                name
                for name, place, period in own
                if name.startswith(f"{system}/") and period == year(number)
            } - {f"{system}/0.0.0"}
            assert len(types) == least
            carried_types = sum(count_of(held, name, area, number) for name in types)
            assert carried_types < count_of(held, f"{system}/0.0.0", area, number)


def test_sexual_offences_exist_only_for_the_whole_municipality(held: Held) -> None:
    assert {area for name, area, _ in held if name == "politie-misdrijven/1.4.1"} == {CITY, LAND}


# -- states of presence -------------------------------------------------------------------------------------


def test_what_is_withheld_has_no_value_and_says_why(held: Held) -> None:
    for key in truths.SUPPRESSED:
        assert held[key].presence is Presence.SUPPRESSED
    for key in truths.MISSING:
        assert held[key].presence is Presence.MISSING
    hidden = [generate().months[measure, area][period.start] for measure, area, period in truths.SUPPRESSED]
    assert min(hidden) > 0
    assert sum(hidden) > len(hidden), "subtracting from the municipality must not give them away"
    states = Counter(o.presence for o in held.values())
    assert states[Presence.SUPPRESSED] == 2
    assert states[Presence.MISSING] == 5
    assert states[Presence.NOT_MEASURED] == 3 * 2 * 4


def test_the_newest_registrations_are_provisional_and_one_figure_is_revised(held: Held) -> None:
    assert [key for key, o in held.items() if o.life is Life.REVISED] == [truths.REVISED]
    provisional = {o.period.year for o in held.values() if o.life is Life.PROVISIONAL}
    assert provisional == {truths.PROVISIONAL_YEAR}
    assert held["politie-misdrijven/1.1.1", CITY, year(2025)].life is Life.PROVISIONAL


def test_two_neighbourhoods_are_too_small_for_a_rate(held: Held, catalogue: Catalogue) -> None:
    least = catalogue.country.minimum_denominator
    people = {
        one.code: count_of(held, "bevolking/inwoners", one.code, one.start.year) for one in NEIGHBOURHOODS
    }
    assert tuple(code for code, number in people.items() if number < least) == truths.SMALL


# -- the planted truths are in the figures ------------------------------------------------------------------


def tally(measure: str, areas: Collection[str], days: Days) -> tuple[int, int]:
    """Registrations and the people-months in which they fell, over areas and months that hold."""
    count, lived = 0, 0
    for (name, area), series in generate().months.items():
        if name == measure and area in areas:
            for day, number in series.items():
                if days(day):
                    count += number
                    lived += population()[area][day.year]
    return count, lived


def rate_of(measure: str, areas: Collection[str], days: Days = lambda _: True) -> tuple[float, float]:
    count, lived = tally(measure, areas, days)
    return count / lived, 1 / count


def others(*codes: str) -> set[str]:
    return {one.code for one in NEIGHBOURHOODS} - set(codes)


def near(found: float, variance: float, factor: float) -> None:
    """Within three standard errors of the planted factor, and itself no more than a third off."""
    assert math.log(found) == pytest.approx(math.log(factor), abs=3 * math.sqrt(variance))
    assert found == pytest.approx(factor, rel=1 / 3)


def contrast(measure: str, areas: Collection[str], days: Days) -> tuple[float, float]:
    """How much more in these areas than in the others on these days, against all other days."""
    rest = others(*areas)
    parts = [rate_of(measure, areas, days), rate_of(measure, rest, lambda day: not days(day)),
             rate_of(measure, areas, lambda day: not days(day)), rate_of(measure, rest, days)]  # fmt: skip
    ratio = parts[0][0] * parts[1][0] / parts[2][0] / parts[3][0]
    return ratio, sum(variance for _, variance in parts)


@pytest.mark.parametrize("hotspot", truths.HOTSPOTS, ids=lambda hotspot: hotspot.area)
def test_the_hotspots(hotspot: truths.Hotspot) -> None:
    inside, first = rate_of(hotspot.measure, {hotspot.area})
    outside, second = rate_of(hotspot.measure, others(*(one.area for one in truths.HOTSPOTS)))
    near(inside / outside, first + second, hotspot.factor)


def test_the_burglary_wave(register: AreaRegister) -> None:
    wave = truths.BURGLARY_WAVE
    near(*contrast(wave.measure, wave.areas, lambda day: wave.start <= day <= wave.end), wave.factor)
    placed = [register[code] for code in wave.areas]
    for one, two in pairwise(placed):
        apart = abs((one.x or 0) - (two.x or 0)) + abs((one.y or 0) - (two.y or 0))
        assert apart == 700, "they touch"


def test_the_registration_break(held: Held, catalogue: Catalogue) -> None:
    planted = truths.ONLINE_REPORTS
    (known,) = (one for one in catalogue.breaks if one.id == planted.catalogue)
    assert known.date == planted.start
    usual = {p.measure: p.years for p in rates.PROCESSES}
    for area in (CITY, LAND):
        people = [count_of(held, "bevolking/inwoners", area, number) for number in (2018, 2019)]
        counts, expected = [0, 0], 0.0
        for measure in planted.measures:
            before, after = (count_of(held, measure, area, number) for number in (2018, 2019))
            counts = [counts[0] + before, counts[1] + after]
            expected += before * usual[measure][1] / usual[measure][0]
        near(counts[1] / expected * people[0] / people[1], 1 / counts[0] + 1 / counts[1], planted.factor)


def test_the_split_neighbourhood(held: Held, register: AreaRegister) -> None:
    split = truths.OEFENVELD
    assert register[split.before].validity.end == date(2021, 12, 31)
    assert all(register[code].validity.start == split.start for code in split.after)
    assert all(split.before in register[code].note for code in split.after)
    months = {code: [p for name, area, p in held if (name, area) == ("politie-overlast/E33", code)]
              for code in (split.before, *split.after)}  # fmt: skip
    assert max(months[split.before]).end < split.start == min(months[split.after[0]]).start
    assert {len(found) for found in months.values()} == {48}
    living = [register.of_level(AreaLevel.NEIGHBOURHOOD, date(number, 7, 1)) for number in (2021, 2022)]
    assert [len(found) for found in living] == [23, 24]
    people = sum(count_of(held, "bevolking/inwoners", code, 2022) for code in split.after)
    assert people == pytest.approx(count_of(held, "bevolking/inwoners", split.before, 2021), rel=0.02)


def test_the_effect_of_the_intervention(register: AreaRegister) -> None:
    work = truths.YOUTH_WORK
    near(*contrast(work.measure, work.areas, lambda day: day >= work.start), work.factor)
    (plan,) = (one for one in load_municipality(CITY).interventions if one.id == work.intervention)
    assert (plan.start, plan.codes) == (work.start, (work.measure.split("/")[1],))
    assert not plan.controls
    assert register.leaves(plan.area, "stadsdelen") == set(work.areas)


def test_registrations_follow_the_checks(held: Held) -> None:
    looking = truths.DRUG_CHECKS
    (plan,) = (one for one in load_municipality(CITY).interventions if one.id == looking.intervention)
    assert plan.controls
    assert plan.codes == (looking.measure.split("/")[1],)
    assert all(plan.runs_in(year(number)) == (number >= 2023) for number in looking.checks)
    for number, checks in looking.checks.items():
        assert count_of(held, "handhaving/controles-drugs", CITY, number) == checks
    count, base = (count_of(held, looking.measure, CITY, number) for number in (2025, 2018))
    people = [count_of(held, "bevolking/inwoners", CITY, number) for number in (2018, 2025)]
    near(count / base * people[0] / people[1], 1 / count + 1 / base, looking.factor(2025))


def parts_of(held: Held, indicator: Indicator, number: int) -> tuple[int, int]:
    """Count and denominator of an indicator in the municipality in a year."""
    o = held.get((indicator.id, CITY, year(number)))
    if o and o.count is not None and o.denominator:
        return o.count, o.denominator
    codes = (f"{indicator.system}/{code}" for code in indicator.numerator)
    total = sum(count_of(held, measure, CITY, number) for measure in codes)
    return total, count_of(held, "bevolking/inwoners", CITY, number)


@pytest.mark.parametrize(("name", "expected"), truths.SINCE_2023.items())
def test_what_the_intervals_carry_since_2023(
    held: Held, catalogue: Catalogue, name: str, expected: Supported | None
) -> None:
    indicator = catalogue.indicator(name)
    if indicator.is_survey:
        waves = [held[name, CITY, Period(PeriodKind.WAVE, number)] for number in (2023, 2025)]
        before, after = (float(o.value or 0) / 100 for o in waves)
        change = share_change((before, after), (waves[0].respondents, waves[1].respondents))
        supported, up = change.excludes_zero, change.difference > 0
    else:
        counts, people = zip(*(parts_of(held, indicator, number) for number in (2023, 2025)), strict=True)
        found = rate_change(counts, people)
        supported, up = found.excludes_no_change, found.ratio > 1
    direction = Supported.UP if up else Supported.DOWN
    assert (direction if supported else None) is expected


def test_halt_is_the_same_in_two_years_and_one_threshold_is_passed(held: Held) -> None:
    assert held["halt", CITY, year(2023)].value == held["halt", CITY, year(2025)].value
    limits = load_municipality(CITY).thresholds or {}
    assert set(limits) == {"winkeldiefstal", "hic"}
    assert (held["winkeldiefstal", CITY, year(2025)].value or 0) > limits["winkeldiefstal"]
    robbed = sum(
        count_of(held, f"politie-misdrijven/{code}", CITY, 2025) for code in ("1.1.1", "1.4.6", "1.4.7")
    )
    assert robbed / count_of(held, "bevolking/inwoners", CITY, 2025) * 1000 < float(limits["hic"])


def test_the_municipality_steers_by_indicators_that_exist(
    catalogue: Catalogue, register: AreaRegister
) -> None:
    city = load_municipality(CITY)
    named = {name for theme in city.themes for name in theme.indicators}
    # What no theme of the town steers by is read beside figures of the police, and not held here.
    online = {"cybercrime", "horizontale-fraude", "slachtoffer-online"}
    assert set(catalogue.indicators) - named == {*online, "meldingen-afval", "meldingen-fietsen"}
    assert named <= set(catalogue.indicators)
    assert all(len(programme.indicators) == 11 for programme in city.programmes)
    assert {field for theme in city.themes for field in theme.fields} <= {
        field.id for field in catalogue.fields
    }
    assert all(code in register.areas for area in city.focus_areas for code in area.areas)
    assert (
        catalogue.with_flags(city.flags).registration("politie-misdrijven", "1.6.2").history[-1]
        == city.flags[0]
    )
