# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Check that every carried figure and area is what its source says. For developers who have the sources.

Each table under ``src/baken/sources`` and each list of areas is derived again from the files of the
publishers and compared cell by cell. Where two sources hold the same figure they must agree, and counts
with inhabitants must give the rates that CBS published. Differences are printed; then the exit code is 1.
Without the source files the exit code is 2. Nothing is written.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src/baken/sources"
COUNTRY = ROOT / "src/baken/catalogue/data/nl"
CITY = "GM0935"
OWN = COUNTRY / "municipalities" / CITY
COLUMNS = [
    *("indicator", "area", "period", "value", "status", "unit", "life", "precision"),
    *("count", "denominator", "respondents", "literal", "annotation"),
]
SIZE_CLASS = (100_000, 150_000)
START = date(1995, 1, 1)
COUNT = "count with denominator"
# The edition of 83648NED that was taken ends in 2020; CBS makes a year final after two years and has since
# changed its national totals of 2019 and 2020. The police table calls fireworks of 2024 not final.
CBS_PROVISIONAL = {2019, 2020}
POLICE_PROVISIONAL = {2024}
# The edition of the national tables by type is of early 2024; a year is final after two years.
NATIONAL_PROVISIONAL = {2022, 2023}
NATIONAL_OFFENCES = ("1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.4.6", "1.4.7", "3.1.1")
NATIONAL_NUISANCE = {
    "E33": "Overlast door verward persoon",
    "E35": "Melding overlast jeugd",
    "E38": "Overlast ivm alcohol/ drugs",
    "E41": "Overlast zwervers",
}
# What each indicator adds up, for the year that its definition is checked against (47018NED, August 2024).
KNOWN_2023 = {
    "vermogensdelicten": ("1.1.2", "1.2.4", "1.2.1", "1.2.2", "1.2.3"),
    "hic": ("1.1.1", "1.4.6", "1.4.7"),
    "drugshandel": ("3.1.1",),
    "zakkenrollerij": ("1.2.4",),
}
PANDEMIC = "Coronajaar: uitschieter, alleen met toelichting te gebruiken."
OUTLIERS = {("halt", "2020"), ("overlast", "2020")}
REDIVISION = re.compile(r"Gemeentelijke herindeling|Ontstaan")
INDICATORS = {
    "OBJ-1": ("vermogensdelicten", "(brom)fietsendiefstal."),
    "OBJ-2": ("hic", "woninginbraak, straatroof, overval"),
    "OBJ-3": ("overlast", "overlast jeugd en drugsoverlast."),
    "OBJ-4": ("halt", "per 1.000 jongeren 12-17 jaar"),
    "OBJ-5": ("winkeldiefstal", "Aantal winkeldiefstallen per 1.000 inwoners"),
    "OBJ-6": ("geweld", "Aantal geweldsmisdrijven per 1.000 inwoners"),
    "OBJ-7": ("diefstal-uit-woning", "Aantal diefstallen uit woning per 1.000 inwoners"),
    "OBJ-8": ("vernieling", "in de openbare ruimte per 1.000 inwoners"),
    "SUB-1": ("onveilig-in-buurt", "wel eens onveilig voelt in de buurt"),
    "SUB-2": ("rapportcijfer-veiligheid", "Rapportcijfer veiligheid in buurt"),
    "SUB-3": ("tevreden-gemeente", "met betrekking tot aanpak leefbaarheid en veiligheid"),
}
OLD_NORTH_WEST = "SD0935-2007-noord-west"
OLDER = {
    *("Belfort", "Boschpoort", "Brusselsepoort", "Daalhof"),
    *("Dousberg-Hazendans", "Mariaberg", "Pottenberg"),
}

Row = dict[str, str]


class AreaRow(NamedTuple):
    """What is checked of an area."""

    code: str
    name: str
    level: str
    valid_from: str
    x: str = ""
    y: str = ""


def figure(key: tuple[str, str, int | str], literal: str, unit: str, life: str = "final") -> Row:
    """One row for a counted whole number, as the carried tables hold it. ``key``: measure, area, year."""
    row = dict.fromkeys(COLUMNS, "")
    row |= {"indicator": key[0], "area": key[1], "period": str(key[2]), "unit": unit, "life": life}
    row |= {"value": literal, "count": literal, "literal": literal, "status": "measured", "precision": COUNT}
    return row


def read(path: Path, delimiter: str = ",") -> list[Row]:
    """The rows of a table with a header."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=delimiter))


def half_up(number: Decimal) -> Decimal:
    """A number with one decimal, rounded as Dutch tables are."""
    return number.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@dataclass
class Sources:
    """The publishers' files. ``findings`` gathers where two of them disagree."""

    data: Path
    domain: Path
    seeds: Path
    findings: list[str] = field(default_factory=list)

    def _table(self, name: str) -> list[dict[str, Any]]:
        text = (self.data / "fixtures/cbs_v4/03759ned" / name).read_text("utf-8")
        found: list[dict[str, Any]] = json.loads(text)["value"]
        return found

    @cached_property
    def municipal_names(self) -> dict[str, str]:
        """The name of every area of CBS table 03759ned by its code."""
        return {region["Identifier"]: region["Title"] for region in self._table("codes-RegioS.json")}

    @cached_property
    def january(self) -> dict[tuple[str, int], int]:
        """Inhabitants on 1 January (03759ned) by code and year, only where there is a value."""
        return {
            (item["RegioS"].replace("NL01", "NL"), int(item["Perioden"][:4])): int(item["Value"])
            for item in self._table("observations-page-1.json")
            if item["Measure"] == "M000352" and item["Value"] is not None
        }

    @cached_property
    def december(self) -> dict[tuple[str, int], str]:
        """Inhabitants on 31 December (37230ned) by name and year, only where there is a value."""
        name = "kwb/cbs_37230ned_population_end_of_year_gemeente_2002_2024.csv"
        with (self.data / name).open(encoding="utf-8-sig", newline="") as handle:
            lines = [cells for cells in csv.reader(handle, delimiter=";") if len(cells) > 3]
        years = next(cells[3:] for cells in lines if cells[0] == "Regio's")
        return {
            (cells[0], int(year)): value
            for cells in lines
            if cells[1].startswith("Bevolking")
            for year, value in zip(years, cells[3:], strict=True)
            if value
        }

    @cached_property
    def peers(self) -> dict[str, str]:
        """Code and name of the municipalities in the size class of the city, itself left out."""
        low, high = SIZE_CLASS
        return {
            code: self.municipal_names[code]
            for (code, year), number in sorted(self.january.items())
            if year == 2024 and code.startswith("GM") and low <= number < high and code != CITY
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """The areas that figures are carried for, by code, as CBS names them."""
        return {CITY: "Maastricht", "NL": "Nederland", "PV31": "Limburg (PV)"} | self.peers

    @cached_property
    def _redivisions(self) -> dict[str, date]:
        changes = read(self.data / "geo/cbs_gemeente_boundary_changes_parsed.csv")
        found: dict[str, date] = {}
        for change in changes:
            if REDIVISION.search(change["kinds"]):
                day = date.fromisoformat(change["date"])
                found[change["to_gm"]] = max(day, found.get(change["to_gm"], day))
        return found

    def present_form(self, code: str) -> date:
        """Since when a municipality has its present form: its last redivision, or the start."""
        return max(START, self._redivisions.get(code, START))

    def inhabitants(self, code: str, year: int) -> str:
        """Inhabitants on 1 January, empty where no source holds them for the area's present form."""
        start = self.present_form(code)
        now = self.january.get((code, year))
        before = self.december.get((self.names[code], year - 1), "") if date(year, 1, 1) > start else ""
        if now and before and str(now) != before:
            self.findings.append(f"inhabitants {code} {year}: 03759ned {now}, 37230ned {before}")
        return (str(now) if now and year >= start.year else "") or before


def proposal(sources: Sources) -> Iterator[Row]:
    """The 55 observations of the council proposal; the printed form is looked up in its text."""
    text = " ".join(next(sources.seeds.glob("004_*.txt")).read_text("utf-8").split())
    for seed in read(sources.domain / "seed_indicators.csv"):
        indicator, label = INDICATORS[seed["indicator"]]
        printed = re.search(re.escape(label) + r" +((?:(?:\d+,\d|\d\d|GM) ?){5})", text)
        if not printed:
            sources.findings.append(f"the proposal's text has no row for {indicator}")
            continue
        literal = printed[1].split()[int(seed["year"]) - 2017]
        value = "" if literal == "GM" else literal.replace(",", ".")
        if value != seed["value"]:
            sources.findings.append(f"{indicator} {seed['year']}: printed {literal}, listed {seed['value']}")
        objective = seed["indicator"].startswith("OBJ")
        yield figure((indicator, seed["area"], seed["year"]), literal, seed["unit"]) | {
            "value": value,
            "count": "",
            "status": "measured" if value else "not_measured",
            "precision": "rate only" if objective else "survey without margins",
            "annotation": PANDEMIC if (indicator, seed["year"]) in OUTLIERS else "",
        }


def population(sources: Sources) -> Iterator[Row]:
    """Inhabitants on 1 January: the city since 1995, others since 2010, neighbourhoods in 2024."""
    for listed in read(sources.domain / "population_GM0935.csv"):
        year, number = int(listed["year_1_jan"]), listed["inhabitants"]
        other = sources.inhabitants(CITY, year)
        if other and other != number:
            sources.findings.append(f"inhabitants {CITY} {year}: listed {number}, CBS {other}")
        yield figure(("bevolking/inwoners", CITY, year), number, "inhabitants")
    for code in [code for code in sources.names if code != CITY]:
        for year in range(2010, 2027):
            number = sources.inhabitants(code, year)
            if number:
                yield figure(("bevolking/inwoners", code, year), number, "inhabitants")
    listed_too = {row["neighbourhood_code"]: row["residents_2024"] for row in neighbourhoods(sources)}
    for row in read(sources.data / "kwb/cbs_85984NED_buurt_population_2024.csv"):
        code = row["nhood_id"]
        if code.startswith("BU0935"):
            if (again := listed_too.get(code)) != row["population"]:
                sources.findings.append(f"inhabitants {code} 2024: {row['population']}, listed {again}")
            yield figure(("bevolking/inwoners", code, 2024), row["population"], "inhabitants")


def cbs_offences(sources: Sources) -> Iterator[Row]:
    """All registered offences by CBS, rounded to five by CBS itself."""
    found = {
        (row["RegioS"].removesuffix(" (gemeente)"), int(row["Perioden"])): row
        for row in read(sources.data / "crime/cbs_83648NED_totals_gemeente_2010_2020.csv")
        if row["SoortMisdrijf"] == "Misdrijven, totaal"
    }
    for code, name in sources.names.items():
        for year in range(max(2010, sources.present_form(code).year), 2021):
            row = found.get((name, year))
            if row and row["TotaalGeregistreerdeMisdrijven_1"]:
                number = row["TotaalGeregistreerdeMisdrijven_1"].removesuffix(".0")
                life = "provisional" if year in CBS_PROVISIONAL else "final"
                yield figure(("cbs-misdrijven/T", code, year), number, "count", life)


def police_offences(sources: Sources) -> Iterator[Row]:
    """All registered offences by the police, in the municipal division of 2026."""
    found: dict[tuple[str, int], str] = {}
    for name in ("2022_2023", "2024"):
        path = sources.data / f"crime/politie_47013NED_total_gemeente_{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as handle:
            lines = [cells for cells in csv.reader(handle, delimiter=";") if len(cells) > 1]
        years = next(cells[1:] for cells in lines if cells[0] == "Perioden")
        for cells in lines:
            found |= {(cells[0], int(year)): cell for year, cell in zip(years, cells[1:], strict=True)}
    names = sources.names | {"RE-LB": "Limburg (RE)"}
    del names["PV31"]
    for code, name in names.items():
        for year in (2022, 2023, 2024):
            number = found.get((name, year), "")
            if number.isdigit():
                life = "provisional" if year in POLICE_PROVISIONAL else "final"
                yield figure(("politie-misdrijven/0.0.0", code, year), number, "count", life)


def national_police(sources: Sources) -> Iterator[Row]:
    """What the programme's figures are made of, for the country: each code by the label of its table."""
    counts: dict[tuple[str, int], str] = {}
    for name in ("nl_47013NED_annual_by_type.csv", "nl_annual_disorder_overlast.csv"):
        for row in read(sources.data / "crime" / name):
            counts[row["incident_type_code"], int(row["year"])] = row["incident_count"]
    offences = {label.split(" ")[0]: label for label, _ in counts if label[0].isdigit()}
    labels = {f"politie-misdrijven/{code}": offences[code] for code in NATIONAL_OFFENCES}
    labels |= {f"politie-overlast/{code}": label for code, label in NATIONAL_NUISANCE.items()}
    for measure, label in labels.items():
        for year in range(2012, 2024):
            life = "provisional" if year in NATIONAL_PROVISIONAL else "final"
            yield figure((measure, "NL", year), counts[label, year], "count", life)


def german_cases(sources: Sources) -> Iterator[Row]:
    """Cases and rates of all offences together in the four Kreise of the region of Aachen."""
    rows = read(sources.data / "neighbours/pks_aachen_region_2014_2020_derived.csv")
    for row in rows:
        if row["offence_key"] == "------":
            area, year = row["kreis_key"], row["year"]
            yield figure(("pks/------", area, year), row["cases"], "count")
            rate = figure(("straftaten", area, year), row["HZ_per_100k"], "per_100000_inhabitants")
            yield rate | {"count": "", "precision": "rate only"}


FIGURES = {
    "raadsvoorstel_2023": proposal,
    "cbs_bevolking": population,
    "cbs_83648ned": cbs_offences,
    "politie_47013ned": police_offences,
    "politie_landelijk": national_police,
    "bka_pks": german_cases,
}


def neighbourhoods(sources: Sources) -> list[Row]:
    """The 44 neighbourhoods with district, name, point and residents."""
    return read(sources.domain / "districts_maastricht.csv")


def slug(district: str) -> str:
    """The code of a district of the city."""
    return f"SD0935-{district.lower()}"


def country_areas(sources: Sources) -> Iterator[AreaRow]:
    """The country, the province, the police unit and the comparison municipalities."""
    yield AreaRow("NL", "Nederland", "country", str(START))
    yield AreaRow("PV31", "Limburg", "province", str(START))
    yield AreaRow("RE-LB", "politie-eenheid Limburg", "police unit", "2012-01-01")
    for code, name in sources.peers.items():
        yield AreaRow(code, name, "municipality", str(sources.present_form(code)))


def city_areas(sources: Sources) -> Iterator[AreaRow]:
    """The city and everything that it is divided into."""
    rows = neighbourhoods(sources)
    listed = _titles(sources)
    yield AreaRow(CITY, listed[CITY], "municipality", str(START))
    for district in sorted({row["district"] for row in rows}):
        yield AreaRow(slug(district), district, "district", "2022-10-13")
    yield AreaRow(OLD_NORTH_WEST, "Noord-West", "district", "2007-01-01")
    for code in sorted({row["wijk_code"] for row in rows}):
        yield AreaRow(code, listed[code], "cbs district", "2014-01-01")
    for row in rows:
        code = row["neighbourhood_code"]
        if listed[code] != row["neighbourhood_name"]:
            sources.findings.append(f"{code}: CBS says {listed[code]}, listed {row['neighbourhood_name']}")
        yield AreaRow(code, listed[code], "neighbourhood", "2014-01-01", row["rd_x"], row["rd_y"])
    postcodes = read(sources.data / "kwb/maastricht_pc4_population_by_age_2021.csv")
    for code in sorted({row["postcode"] for row in postcodes}):
        yield AreaRow(f"PC{code}", code, "postcode", "2021-01-01")


def _titles(sources: Sources) -> dict[str, str]:
    """Names of the city's areas by code, from two tables; a name that differs is a finding."""
    seen: dict[str, str] = {}
    for folder in ("47018NED_v3_csv", "85984NED_v3_csv"):
        for row in read(sources.data / "fixtures" / folder / "WijkenEnBuurten.csv"):
            code = row["Key"].strip()
            if code[2:6] == CITY[2:] and seen.setdefault(code, row["Title"]) != row["Title"]:
                sources.findings.append(f"{code} has two names: {seen[code]} and {row['Title']}")
    return seen


def city_memberships(sources: Sources) -> Iterator[tuple[str, str, str]]:
    """Division, parent and child of every link that is known."""
    rows = neighbourhoods(sources)
    for name, key in (("stadsdelen-2022", "district"), ("cbs-wijken", "wijk_code")):
        for parent in sorted({row[key] for row in rows}):
            code = slug(parent) if key == "district" else parent
            yield name, CITY, code
            yield from ((name, code, row["neighbourhood_code"]) for row in rows if row[key] == parent)
    yield "stadsdelen-2007", CITY, OLD_NORTH_WEST
    for row in rows:
        if row["district"] == "Noord-West" or row["neighbourhood_name"] in OLDER:
            yield "stadsdelen-2007", OLD_NORTH_WEST, row["neighbourhood_code"]
    for area in city_areas(sources):
        if area.level == "postcode":
            yield "pc4", CITY, area.code


def compare_figures(sources: Sources) -> Iterator[str]:
    """Every cell of every carried table against the derived one."""
    for name, derive in FIGURES.items():
        carried = read(TABLES / name / "figures.csv")
        if [list(row) for row in carried[:1]] != [COLUMNS]:
            yield f"{name}: the header is not the agreed one"
        ours = {(row["indicator"], row["area"], row["period"]): row for row in carried}
        theirs = {(row["indicator"], row["area"], row["period"]): row for row in derive(sources)}
        if len(ours) != len(carried):
            yield f"{name}: {len(carried) - len(ours)} observations stand there twice"
        for key in sorted(ours.keys() | theirs.keys()):
            if ours.get(key) != theirs.get(key):
                yield f"{name} {' '.join(key)}: carried {ours.get(key)}, source {theirs.get(key)}"


def compare_areas(sources: Sources) -> Iterator[str]:
    """Codes, names, levels, dates and points of the carried areas, and all memberships."""
    for folder, derived in ((COUNTRY, country_areas(sources)), (OWN, city_areas(sources))):
        carried = {AreaRow(*(row[key] for key in AreaRow._fields)) for row in read(folder / "areas.csv")}
        yield from _differences(f"{folder.name}/areas.csv", carried, set(derived))
    links = {(row["division"], row["parent"], row["child"]) for row in read(OWN / "memberships.csv")}
    yield from _differences("memberships.csv", links, set(city_memberships(sources)))


def _differences(name: str, carried: Iterable[object], derived: Iterable[object]) -> Iterator[str]:
    ours, theirs = set(carried), set(derived)
    yield from (f"{name}: carried, not in a source: {item}" for item in sorted(ours - theirs, key=str))
    yield from (f"{name}: in a source, not carried: {item}" for item in sorted(theirs - ours, key=str))


def check_shape() -> Iterator[str]:
    """The carried divisions of the city cover it once, and four CBS districts straddle districts."""
    every = {row["code"] for row in read(OWN / "areas.csv") if row["level"] == "neighbourhood"}
    districts, statistical = _parents("stadsdelen-2022"), _parents("cbs-wijken")
    for name, parents in (("stadsdelen-2022", districts), ("cbs-wijken", statistical)):
        leaves = sorted(child for child, above in parents.items() if above != [CITY])
        once = all(len(parents[leaf]) == 1 for leaf in leaves)
        if not once or leaves != sorted(every) or len(parents) != 7 + 44:
            yield f"{name}: not 7 parts with each of the 44 neighbourhoods once"
    pairs = {(statistical[leaf][0], districts[leaf][0]) for leaf in every}
    spread = Counter(district for district, _ in pairs)
    straddling = sorted(code for code, number in spread.items() if number > 1)
    if len(straddling) != 4:
        yield f"{len(straddling)} CBS districts straddle districts, not 4: {straddling}"


def _parents(division: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in read(OWN / "memberships.csv"):
        if row["division"] == division:
            found.setdefault(row["child"], []).append(row["parent"])
    return found


def check_rates(sources: Sources) -> Iterator[str]:
    """Carried counts over carried inhabitants give the published rates of the city, 2010 to 2020."""
    inhabitants = _values("cbs_bevolking")
    counts = _values("cbs_83648ned")
    checked = 0
    for row in read(sources.data / "crime/cbs_83648NED_totals_gemeente_2010_2020.csv"):
        if row["RegioS"] != "Maastricht":
            continue
        year = row["Perioden"]
        rate = half_up(counts[CITY, year] / inhabitants[CITY, year] * 1000)
        checked += 1
        if rate != Decimal(row["GeregistreerdeMisdrijvenPer1000Inw_3"]):
            yield f"rate {CITY} {year}: {rate}, published {row['GeregistreerdeMisdrijvenPer1000Inw_3']}"
    if checked != 11:
        yield f"{checked} published rates were checked, not 11"


def check_known_years(sources: Sources) -> Iterator[str]:
    """The years that definitions are checked against are what another table of the police gives."""
    rows = read(sources.data / "crime/nscr_47018NED_NL_counts_by_type_2023.csv")
    counts = {row["crimetype_lab"].split(" ")[0]: int(row["crime"]) for row in rows}
    people = _values("cbs_bevolking")["NL", "2023"]
    for name, codes in KNOWN_2023.items():
        rate = half_up(Decimal(sum(counts[code] for code in codes)) / people * 1000)
        wanted = f"{{area: NL, period: 2023, value: {rate}, "
        if wanted not in (COUNTRY / "indicators" / f"{name}.yaml").read_text("utf-8"):
            yield f"{name}: 47018NED gives {rate} for NL in 2023, the definition knows something else"


def _values(folder: str) -> dict[tuple[str, str], Decimal]:
    rows = read(TABLES / folder / "figures.csv")
    return {(row["area"], row["period"]): Decimal(row["value"]) for row in rows if row["value"]}


def main(arguments: list[str] | None = None) -> int:
    """Compare, print what differs, and say by the exit code whether anything does."""
    parser = argparse.ArgumentParser(description="Check that every carried figure is what its source says.")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--domain", type=Path, default=ROOT.parent / "shared/domain")
    parser.add_argument("--seeds", type=Path, default=ROOT.parent / "shared/seeds")
    asked = parser.parse_args(arguments)
    for folder in (asked.data, asked.domain, asked.seeds):
        if not folder.is_dir():
            print(f"There is no folder {folder}: the source files are needed.", file=sys.stderr)
            return 2
    sources = Sources(asked.data, asked.domain, asked.seeds)
    differences = [*compare_figures(sources), *compare_areas(sources), *check_shape(), *check_rates(sources)]
    differences += check_known_years(sources)
    differences += dict.fromkeys(sources.findings)
    for line in differences:
        print(line)
    for name in FIGURES:
        print(f"{name}: {len(read(TABLES / name / 'figures.csv'))} observations")
    print(f"differences: {len(differences)}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
