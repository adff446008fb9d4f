# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The publishers' own files, served and fetched: what stands in them is what is held."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from baken.areas.boundary_changes import Side
from baken.model.observation import Presence
from baken.replay.fill import sites_of
from baken.replay.police import KINDS, UNKNOWN_KIND, UNKNOWN_MONTH
from baken.replay.probe import probe
from baken.replay.recorded import Recorded
from baken.replay.server import Replay
from baken.sources.asking import ask_for
from baken.sources.cbs_gebiedswijzigingen.changes import load_changes
from baken.sources.client import Client, Patience
from baken.sources.pdok_wijken_buurten.outlines import read_outlines
from baken.sources.protocols.odata4_rows import rows
from baken.sources.registry import source
from baken.store.columns import PRESENCES, period_of
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from fetching import Bytes

from .making import CITY, fetch

DATA = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the publishers' files (../shared/data) are not on this machine"
)
COUNTRY = ask_for("NL")


@pytest.fixture(scope="module")
def server() -> Iterator[Replay]:
    with Replay(sites_of(DATA)) as server:
        yield server


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_what_is_impossible_in_the_recorded_population_stays_so(server: Replay, workspace: Workspace) -> None:
    layout = source("cbs_03759ned").odata4
    assert layout
    with Client() as client:
        whole = client.get(f"{server.url}/datasets.cbs.nl/odata/v1/CBS/03759ned/Observations").body
    recorded = list(rows(layout, Bytes({"Observations/000001": whole})))
    assert Counter(row.presence for row in recorded) == {Presence.VALUE: 5_403, Presence.IMPOSSIBLE: 8_165}
    assert len(recorded) == 13_568
    assert not [row for row in recorded if row.presence is not Presence.VALUE and row.value is not None]
    assert 0 not in {row.value for row in recorded}
    # Half of it is the measure that is fetched: every region in each of eight years.
    got = fetch(server, workspace, "cbs_03759ned", COUNTRY).received
    assert got
    reader = Reader(workspace)
    came = Counter(row.presence for row in rows(layout, reader.parts(got)))
    assert came == {Presence.VALUE: 2_879, Presence.IMPOSSIBLE: 3_905}
    columns = reader.columns("cbs_03759ned", reader.areas.texts)
    regions = {row.keys[-2] for row in recorded}
    elsewhere = regions & {text.partition(" ")[0] for text in got.unmapped}
    assert (len(regions), len(elsewhere)) == (848, 1)
    assert len(columns["area"]) == got.rows == 8 * 847
    assert not (columns["value"][columns["presence"] == 0] == 0).any()
    assert {PRESENCES[n] for n in columns["presence"]} == {Presence.VALUE, Presence.IMPOSSIBLE}


def test_the_inhabitants_of_maastricht(server: Replay, workspace: Workspace) -> None:
    fetch(server, workspace, "cbs_03759ned")
    found = Reader(workspace).series("cbs_03759ned", "GM0935", "bevolking/inwoners")
    numbers = [int(one.value) for one in found if one.value is not None and one.period.year >= 2019]
    assert numbers == [121_565, 121_575, 120_227, 121_151, 122_734, 125_285, 125_563, 126_026]


def test_counts_by_inhabitants_are_the_published_rates(server: Replay, workspace: Workspace) -> None:
    fetch(server, workspace, "cbs_83648ned")
    held = {
        one.period.year: one for one in Reader(workspace).series("cbs_83648ned", "GM0935", "cbs-misdrijven/T")
    }
    published = table("crime/maastricht_totals_2010_2024_derived.csv")[:11]
    assert len(published) == len(held) == 11
    for row in published:
        value = held[int(row["year"])].value
        assert value is not None
        rate = 1000 * value / int(row["population_31dec_prev_year"])
        assert f"{rate:.1f}" == row["per_1000_published"]


def test_every_cell_of_the_hague_comes_back(server: Replay, workspace: Workspace) -> None:
    got = fetch(server, workspace, "politie_47022ned", COUNTRY).received
    assert got
    reader = Reader(workspace)
    columns = reader.columns("politie_47022ned", reader.areas.texts)
    areas, measures = reader.areas.texts, reader.measures.texts
    names = {
        name: measures.index(f"politie-misdrijven/{name}") for name in {KINDS.get(k, k) for k in kinds()}
    }
    places = {code: areas.index(code) for code in areas}
    keys = zip(*(columns[name].tolist() for name in ("measure", "area", "period")), strict=True)
    cells = zip(columns["presence"].tolist(), columns["value"].tolist(), strict=True)
    held = dict(zip(keys, cells, strict=True))
    assert len(held) == got.rows == 343_728
    missing = PRESENCES.index(Presence.MISSING)
    seen = lacking = 0
    for year, month, area, kind, count in hague():
        period = int(year) * 100 + int(month)
        presence, value = held[names[KINDS.get(kind, kind)], places[f"BU{area.zfill(8)}"], period]
        seen += 1
        if kind == UNKNOWN_KIND or period_of(period).start == date(2017, 12, 1):
            lacking += 1
            assert presence == missing
        else:
            assert (presence, value) == (0, int(count))
    assert (seen, lacking) == (343_728, 341 * (84 + 12 - 1))
    assert UNKNOWN_MONTH == "2017MM12"


def hague() -> Iterator[tuple[str, str, str, str, str]]:
    packed = DATA / "crime/thehague/thehague_buurt_month_crime_2011_2017.csv.gz"
    with gzip.open(packed, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["year"], row["month"], row["buurt_code"], row["delict_code"], row["count"]


def kinds() -> set[str]:
    return {kind for *_, kind, _ in hague()}


def test_no_crime_without_a_place_is_dropped(server: Replay, workspace: Workspace) -> None:
    got = fetch(server, workspace, "police_uk").received
    assert got
    reader = Reader(workspace)
    found = reader.observations("police_uk", reader.areas.texts, reader.measures.texts)
    assert sum(one.value or 0 for one in found) == 27_176
    nowhere = [one for one in found if one.area == "west-yorkshire-no-location"]
    assert sum(one.value or 0 for one in nowhere) == 1_347
    assert any("27176 crimes and incidents, 1347 of them without a place" in note for note in got.notes)


def test_the_cases_of_aachen(server: Replay, workspace: Workspace) -> None:
    fetch(server, workspace, "bka_pks")
    reader = Reader(workspace)
    found = reader.observations("bka_pks", reader.areas.texts, reader.measures.texts)
    held = {(one.indicator, one.area, one.period.year): one.value for one in found}
    assert [held["pks/------", "05334", year] for year in range(2014, 2021)] == [
        *(53428, 56158, 53606, 49142, 44993, 44473, 45556)
    ]
    for row in table("neighbours/pks_aachen_region_2014_2020_derived.csv"):
        assert held[f"pks/{row['offence_key']}", row["kreis_key"], int(row["year"])] == int(row["cases"])


def test_the_outlines_of_maastricht(server: Replay, workspace: Workspace) -> None:
    got = fetch(server, workspace, "pdok_wijken_buurten").received
    assert got
    found = read_outlines(Reader(workspace).parts(got))
    assert len(found) == 44
    assert all(code.startswith("BU0935") for code in found)


def test_the_changes_of_boundaries(server: Replay, workspace: Workspace) -> None:
    got = fetch(server, workspace, "cbs_gebiedswijzigingen").received
    assert got
    changes = load_changes(Reader(workspace).parts(got))
    published = table("geo/cbs_gemeente_boundary_changes_parsed.csv")
    assert len(changes.transfers) == len(published) == 1_483
    assert sum(one.kept for one in changes.transfers) == sum(row["self_retained"] == "1" for row in published)
    assert len(changes.renames) == len(table("geo/cbs_gemeente_renames_parsed.csv")) == 32
    assert any(one.stated_by is Side.BOTH for one in changes.transfers)


def test_a_country_alone_is_taken_where_a_table_has_no_municipalities(
    server: Replay, workspace: Workspace
) -> None:
    got = fetch(server, workspace, "politie_47021ned").received
    assert got
    assert "The table does not have GM0935." in got.notes
    assert set(Reader(workspace).areas.texts) == {"NL"}


def test_the_provinces_of_the_survey(server: Replay, workspace: Workspace) -> None:
    got = fetch(server, workspace, "cbs_81877ned", ask_for("Maastricht")).received
    assert got
    assert got.rows
    assert set(Reader(workspace).areas.texts) == {"PV31"}


# Of these the folder holds nothing.
NOT_SERVED = {"cbs_85146ned", "politie_47024ned"}


def test_a_probe_says_who_answers_as_expected_and_its_answers_can_be_served_again(
    server: Replay, workspace: Workspace
) -> None:
    patience = Patience(attempts=1, pause=0.01)
    first = {one.source: one for one in probe(workspace, "GM0935", server.url, patience)}
    assert {name for name, one in first.items() if "answers 404" in one.problem} >= NOT_SERVED
    good = {name for name, one in first.items() if one.as_expected}
    assert {"cbs_03759ned", "cbs_gebiedswijzigingen", "pdok_wijken_buurten", "politie_47013ned"} <= good
    with Replay([Recorded(workspace.root / "probes")]) as recorded:
        again = probe(Workspace(workspace.root / "again"), "GM0935", recorded.url, patience)
    for one in again:
        if one.source not in NOT_SERVED:
            before = first[one.source]
            assert (one.rows, one.as_expected) == (before.rows, before.as_expected), one.problem
    assert Reader(workspace).sources == ()


def test_a_probe_of_plain_files_is_served_again(
    server: Replay, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Earlier(date):
        @classmethod
        def today(cls) -> Earlier:
            return cls(2017, 1, 1)

    monkeypatch.setattr("baken.replay.probe.date", Earlier)
    patience = Patience(attempts=1, pause=0.01)
    first = {one.source: one for one in probe(workspace, "GM0935", server.url, patience)}
    with Replay([Recorded(workspace.root / "probes")]) as recorded:
        again = {
            one.source: one
            for one in probe(Workspace(workspace.root / "again"), "GM0935", recorded.url, patience)
        }
    for name in ("police_uk", "bka_pks", "politie_47022ned"):
        assert first[name].as_expected == again[name].as_expected, (first[name], again[name])
        assert first[name].rows == again[name].rows
    assert again["police_uk"].as_expected
    assert CITY.municipality
