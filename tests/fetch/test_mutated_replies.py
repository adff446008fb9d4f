# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Replies with something changed in their bytes: refused in one line, or read right but for the change."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, TypeVar

import numpy as np
import pytest

from baken.model.errors import BakenError, InputError
from baken.model.observation import Observation
from baken.model.period import Period
from baken.sources.adapters import adapter, read_parts
from baken.sources.cbs_gebiedswijzigingen.changes import load_changes
from baken.sources.contract import Ask
from baken.sources.pdok_wijken_buurten.outlines import read_outlines
from baken.sources.registry import source
from baken.store.columns import Batch, period_code
from boundary_descriptions import TABLES, Held, real_parts
from fetching import Bytes

from .making import CITY, DEMO, FEATURES, FILES, V3, V4, parts_of

T = TypeVar("T")
Facts = dict[Any, Any]
FIGURES = {V3: "TypedDataSet/", V4: "Observations/", FEATURES: "items/", FILES: "", DEMO: "", "bka_pks": ""}
ROW = {FEATURES: rb'\{"type":"Feature".*?\]\]\]\}.*?\}\}', FILES: rb"[^\n]+\n", "bka_pks": rb"[^\n]+\n"}
"""How a row looks; elsewhere it stands between braces."""
GERMAN = "------;Straftaten insgesamt;{area};Kreis;{cases};{rate}\r\n"


@dataclass
class Sink:
    """Keeps value, presence and margins by measure, area and period."""

    rows: Facts = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def measure(self, name: str) -> int:
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    area = measure

    def add(self, batch: Batch) -> None:
        wide = [
            np.broadcast_to(np.asarray(getattr(batch, name)), len(batch)).tolist()
            for name in ("measure", "area", "period", "value", "presence", "decimals")
        ]
        for measure, area, period, value, presence, decimals in zip(*wide, strict=True):
            said = None if presence else value / 10**decimals
            self.rows[self.names[measure], self.names[area], period] = (said, presence)

    def add_observations(self, observations: Iterable[Observation]) -> None:
        for one in observations:
            key = one.indicator, one.area, period_code(one.period)
            if key in self.rows:
                # So does the store.
                raise InputError("came in twice.")
            self.rows[key] = (one.value, one.presence)

    def unmapped(self, code: str, name: str) -> None:
        pass

    def note(self, text: str) -> None:
        pass


def read(name: str, parts: Bytes) -> Facts:
    """What a source makes of its parts."""
    if name == FEATURES:
        return {code: (one.name, one.polygons) for code, one in read_outlines(parts).items()}
    sink, ask = Sink(), Ask() if name in (FILES, "bka_pks") else CITY
    read_parts(adapter(source(name)), ask, parts, sink, name)
    return sink.rows


@cache
def original(name: str) -> tuple[Bytes, Facts]:
    if name == "bka_pks":
        header = "1;2;3;4;5;6\r\nSchlüsselzahl der Tat;Straftat;Gemeindeschlüssel;Kreis;erfasste Fälle;HZ\r\n"
        rows = [GERMAN.format(area=5300 + n, cases=1000 + n, rate=f"{50 + n}.5") for n in range(30)]
        parts = Bytes({"kreise/2014.csv": "".join([header, *rows]).encode("cp1252")})
    elif name == FILES:
        lines = ["Crime ID,Month,Longitude,Latitude,LSOA code,Crime type"]
        lines += [
            f"x{n},2016-07,-1.5,53.5,E0100{n % 7:04},{('Burglary', 'Robbery')[n % 2]}" for n in range(40)
        ]
        parts = Bytes({"2016-07-west-yorkshire-street.csv": "\n".join([*lines, ""]).encode()})
    else:
        parts = parts_of(name)
    return parts, read(name, parts)


def unless_refused(reading: Callable[[], T]) -> T | None:
    """What is read, or nothing where it is refused in one line. Another error fails the test."""
    try:
        return reading()
    except BakenError as error:
        line = str(error)
    assert "\n" not in line
    return None


def mutated(data: bytes, chance: random.Random) -> tuple[bytes, int, int]:
    """Other bytes, and from where to where they replace the old ones."""
    at = chance.randrange(len(data))
    size = min(chance.choice((1, 1, 1, 2, 5, 40, 400)), len(data) - at)
    end = at + size
    change: Callable[[], bytes] = chance.choice(
        (
            lambda: bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 : end],
            lambda: b"",
            lambda: data[at:end] * 2,
            lambda: bytes(chance.choice(b'0123456789-.eE+"{}[],:; \n\x00\xff') for _ in range(size)),
            lambda: chance.choice(
                (b"null", b"0", b"true", b'""', b"[]", b"{}", b"1e9", b"-1", b"NaN", b"1e400")
            ),
            lambda: data[at:end][::-1],
        )
    )
    return data[:at] + change() + data[end:], at, end


def touched(name: str, data: bytes, start: int, end: int) -> list[bytes]:
    """The rows in which something was changed, or beside which; all where the row breaks off."""
    pattern = re.compile(ROW.get(name, rb"\{[^{}]*\}"), re.DOTALL)
    return [found[0] for found in pattern.finditer(data) if found.start() <= end and start <= found.end()]


def keys_of(name: str, row: bytes) -> Callable[[Any], bool]:
    """Which facts a row speaks of."""
    text = row.decode("cp1252" if name == "bka_pks" else "utf-8")
    if name == FEATURES:
        return lambda key: key in text
    if name == DEMO:
        said = json.loads(text)
        return lambda key: key[1:] == (said["area"], said["year"] * 100)
    if name == "bka_pks":
        return lambda key: f";{int(key[1])};" in text
    said = json.loads(text)
    area = str(said.get("RegioS") or said.get("WijkenEnBuurten")).strip()
    period = period_code(Period.parse(said["Perioden"].replace("JJ00", "").replace("MM", "-")))
    return lambda key: key[1:] == ({"NL00": "NL", "NL01": "NL"}.get(area, area), period)


def check(name: str, chance: random.Random) -> bool:
    """Change one part; whether it was read all the same."""
    parts, right = original(name)
    part = chance.choice([one for one in parts if one not in ("TableInfos/000001", "Properties")])
    data, start, end = mutated(parts[part], chance)
    found = unless_refused(lambda: read(name, Bytes({**parts, part: data})))
    if found is None:
        return False
    differing = {key for key in right.keys() | found.keys() if right.get(key) != found.get(key)}
    if part.startswith(FIGURES[name]):
        rows = touched(name, parts[part], start, end)
        if name == FILES:
            # What stands in the place of the old rows may count as so many others.
            put = data[start : end + len(data) - len(parts[part])].count(b"\n") + 1
            moved = sum(abs((right.get(key) or (0,))[0] - (found.get(key) or (0,))[0]) for key in differing)
            assert moved <= len(rows) + put, (start, end, data)
            return True
        asked = [keys_of(name, row) for row in rows]
        strange = {key for key in differing & right.keys() if not any(one(key) for one in asked)}
    else:
        strange = differing
    assert not strange, (part, parts[part][start:end], data[max(0, start - 60) : end + 60], strange)
    return True


NAMES = (V3, V4, FEATURES, FILES, DEMO, "bka_pks")


def check_all(name: str, times: int) -> None:
    chance = random.Random(f"{name} {times}")
    read_all_the_same = Counter(check(name, chance) for _ in range(times))
    assert read_all_the_same[False] > times / 10
    assert read_all_the_same[True] > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_reply_gives_no_wrong_figure(name: str) -> None:
    check_all(name, 240)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_changed_replies_give_no_wrong_figure(name: str) -> None:
    check_all(name, 1_600)


def descriptions() -> Held:
    """Some municipalities of the two tables, with what CBS says of them."""
    found = Held()
    for table, data in zip(
        TABLES, (real_parts()[f"{one}/RegioSCodes/000001"] for one in TABLES), strict=True
    ):
        codes = json.loads(data)
        codes["value"] = [
            one for one in codes["value"] if one["Identifier"] in ("GM0935", "GM0936", "GM0882")
        ]
        found[f"{table}/RegioSCodes/000001"] = json.dumps(codes).encode()
        found[f"{table}/Properties/000001"] = real_parts()[f"{table}/Properties/000001"]
    return found


def check_descriptions(times: int) -> None:
    chance, parts, outcomes = random.Random(times), descriptions(), Counter[bool]()
    assert load_changes(parts)
    for _ in range(times):
        part = chance.choice(sorted(parts))
        changed = Held({**parts, part: mutated(parts[part], chance)[0]})
        outcomes[unless_refused(partial(load_changes, changed)) is not None] += 1
    assert outcomes[True]
    assert outcomes[False]


def test_changed_descriptions_are_read_or_refused() -> None:
    check_descriptions(100)


@pytest.mark.slow
def test_many_changed_descriptions_are_read_or_refused() -> None:
    check_descriptions(400)
