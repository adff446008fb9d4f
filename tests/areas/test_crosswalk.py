# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A crosswalk keeps every total, adds exactly what came together whole, and guesses no share."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.areas.boundary_changes import BoundaryChanges, Measure, Municipality, Rename, Transfer
from baken.areas.crosswalk import Crosswalk, crosswalk
from baken.areas.share import NOTHING, WHOLE, Share, Unknown, Why
from baken.model.errors import UsageError
from boundary_descriptions import REPLIES, real_changes

FIRST, LAST = 2000, 2006
A, B, C, D = "GM0001", "GM0002", "GM0003", "GM0004"


def moved(
    year: int, giver: str, receiver: str, residents: int | None, hectares: int | None = None
) -> Transfer:
    return Transfer(
        day=date(year, 1, 1),
        giver=giver,
        receiver=receiver,
        residents=None if residents is None else Decimal(residents),
        dwellings=None,
        hectares=None if hectares is None else Decimal(hectares),
    )


def changes(
    *transfers: Transfer,
    renames: tuple[Rename, ...] = (),
    begun: dict[str, int] | None = None,
    gone: dict[str, int] | None = None,
    codes: tuple[str, ...] = (A, B, C, D),
) -> BoundaryChanges:
    """Changes among a few municipalities; ``begun`` and ``gone`` say in which year."""
    starts = {code: date(year, 1, 1) for code, year in (begun or {}).items()}
    ends = {code: date(year, 1, 1) for code, year in (gone or {}).items()}
    return BoundaryChanges(
        first=date(FIRST, 1, 1),
        last=date(LAST, 1, 1),
        municipalities={
            code: Municipality(
                code=code, name=f"Plaats {code[-1]}", start=starts.get(code), gone=ends.get(code)
            )
            for code in codes
        },
        transfers=transfers,
        renames=renames,
    )


def hundred(code: str, day: date) -> int:
    """Every municipality had a hundred inhabitants."""
    return 100


def decimals(**values: int | None) -> dict[str, Decimal | None]:
    return {code: None if number is None else Decimal(number) for code, number in values.items()}


def test_a_merger_adds_exactly_and_estimates_nothing() -> None:
    merged = changes(moved(2001, B, A, 70), moved(2001, A, A, 30), gone={B: 2001})
    found = crosswalk(merged, 2000, 2002)
    assert found.weights[B] == {A: 1}
    result = found.convert(decimals(GM0001=5, GM0002=7, GM0003=1, GM0004=2))
    assert result[A].value == 12
    assert result[A].estimated_share == 0


def test_a_municipality_that_ends_is_divided_by_what_each_received() -> None:
    split = changes(moved(2001, A, B, 30), moved(2001, A, C, 10), gone={A: 2001})
    found = crosswalk(split, 2000, 2001)
    assert found.weights[A] == {B: Fraction(3, 4), C: Fraction(1, 4)}
    result = found.convert(decimals(GM0001=8, GM0002=6, GM0003=6, GM0004=0))
    assert [result[code].value for code in (B, C)] == [12, 8]
    # What is estimated is the smaller part, for who received it and for who did not.
    assert [result[code].estimated_share for code in (B, C)] == [Fraction(2, 12), Fraction(2, 8)]


def test_what_a_municipality_kept_gives_its_size() -> None:
    found = crosswalk(changes(moved(2001, A, A, 90), moved(2001, A, B, 10)), 2000, 2001)
    assert found.weights[A] == {A: Fraction(9, 10), B: Fraction(1, 10)}


def test_a_part_of_a_municipality_of_unknown_size_has_no_share() -> None:
    partial = changes(moved(2001, A, B, 10))
    found = crosswalk(partial, 2000, 2001)
    assert found.weights[A] == {A: None, B: None}
    assert found.unknowns() == (Unknown(date(2001, 1, 1), A, B, Why.NO_SIZE),)
    result = found.convert(decimals(GM0001=8, GM0002=6, GM0003=3, GM0004=0))
    assert result[B].value is None
    assert result[B].unknown == found.unknowns()
    assert result[C].value == 3
    assert crosswalk(partial, 2000, 2001, size=hundred).weights[A] == {A: Fraction(9, 10), B: Fraction(1, 10)}


def test_an_unknown_share_of_nothing_is_nothing() -> None:
    found = crosswalk(changes(moved(2001, A, B, 10)), 2000, 2001)
    assert found.convert(decimals(GM0001=0, GM0002=6, GM0003=3, GM0004=0))[B].value == 6


def test_an_amount_that_was_not_stated_is_not_zero() -> None:
    split = changes(moved(2001, A, B, None), moved(2001, A, C, 10), gone={A: 2001})
    found = crosswalk(split, 2000, 2001)
    assert found.weights[A] == {B: None, C: None}
    assert found.unknowns()[0].why is Why.NOT_STATED
    assert crosswalk(split, 2000, 2001, size=hundred).weights[A] == {B: Fraction(9, 10), C: Fraction(1, 10)}


def test_two_amounts_that_were_not_stated_share_what_is_left_in_an_unknown_way() -> None:
    split = changes(moved(2001, A, B, None), moved(2001, A, C, 10), moved(2001, A, D, None), gone={A: 2001})
    found = crosswalk(split, 2000, 2001, size=hundred)
    assert found.weights[A] == {B: None, C: Fraction(1, 10), D: None}


def test_more_than_there_was_cannot_go_over() -> None:
    found = crosswalk(changes(moved(2001, A, B, 101)), 2000, 2001, size=hundred)
    assert found.weights[A] == {A: None, B: None}
    assert found.unknowns()[0].why is Why.TOO_MUCH


def test_land_without_inhabitants_takes_no_share_whatever_the_size() -> None:
    strip = changes(moved(2001, A, B, 0, hectares=8))
    assert crosswalk(strip, 2000, 2001).weights[A] == {A: 1}
    assert crosswalk(strip, 2000, 2001, by=Measure.HECTARES).weights[A] == {A: None, B: None}


def test_parts_of_unknown_size_that_come_together_again_are_known() -> None:
    there_and_together = changes(
        moved(2001, A, B, 10), moved(2003, A, D, 50), moved(2003, B, D, 50), gone={A: 2003, B: 2003}
    )
    assert crosswalk(there_and_together, 2000, 2002).weights[A][B] is None
    assert crosswalk(there_and_together, 2000, 2004).weights[A] == {D: 1}


def test_a_new_code_is_the_same_municipality() -> None:
    renamed = changes(
        renames=(Rename(date(2001, 7, 1), A, D),), begun={D: 2001}, gone={A: 2001}, codes=(A, B, D)
    )
    assert crosswalk(renamed, 2000, 2002).weights == {A: {D: 1}, B: {B: 1}}


@pytest.mark.parametrize("receiver", [A, D])
def test_on_the_day_of_a_new_code_the_text_may_use_either(receiver: str) -> None:
    both = changes(
        moved(2001, B, receiver, 25),
        renames=(Rename(date(2001, 1, 1), A, D),),
        begun={D: 2001},
        gone={A: 2001},
        codes=(A, B, D),
    )
    found = crosswalk(both, 2000, 2001, size=hundred)
    assert found.weights == {A: {D: 1}, B: {B: Fraction(3, 4), D: Fraction(1, 4)}}


def test_land_from_abroad_does_not_come_from_nowhere() -> None:
    found = crosswalk(changes(moved(2001, "GM0998", A, 0, hectares=16)), 2000, 2001, by=Measure.HECTARES)
    result = found.convert(decimals(GM0001=1, GM0002=1, GM0003=1, GM0004=1))
    assert result[A].value is None
    assert result[A].missing == ("GM0998",)


def test_a_figure_that_is_missing_makes_its_result_missing_and_no_other() -> None:
    merged = changes(moved(2001, B, A, 70), gone={B: 2001})
    found = crosswalk(merged, 2000, 2001)
    result = found.convert(decimals(GM0001=5, GM0002=None, GM0004=0))
    assert (result[A].value, result[A].missing) == (None, (B,))
    assert (result[C].value, result[C].missing) == (None, (C,))
    assert result[D].value == 0
    assert result[D].estimated_share == 0


def test_only_changes_between_the_two_days_count() -> None:
    merged = changes(moved(2001, B, A, 70), gone={B: 2001})
    assert crosswalk(merged, 2001, 2003).weights == {code: {code: 1} for code in (A, C, D)}


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (2003, 2001, "goes forward in time"),
        (FIRST - 1, 2001, "They are for 2000 to 2006"),
        (2001, LAST + 1, "up to 1 January 2007 are not held"),
    ],
)
def test_years_that_cannot_be_answered_are_refused(start: int, end: int, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        crosswalk(changes(), start, end)


def test_a_figure_of_a_code_that_did_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="NL01 is no municipality on 1 January 2000"):
        crosswalk(changes(), 2000, 2001).convert(decimals(NL01=3))


def test_crosswalks_that_do_not_meet_cannot_follow_each_other() -> None:
    with pytest.raises(UsageError, match="to 2001 by residents cannot be followed by one from 2002"):
        crosswalk(changes(), 2000, 2001).then(crosswalk(changes(), 2002, 2003))


def test_a_share_with_a_letter_is_a_number_only_when_the_letter_falls_away() -> None:
    letter = Share.unknown(Unknown(date(2001, 1, 1), A, B, Why.NO_SIZE))
    assert letter.number is None
    assert (WHOLE - letter + letter).number == 1
    assert (letter * NOTHING).number == 0
    assert not letter - letter
    other = Share.unknown(Unknown(date(2002, 1, 1), C, D, Why.NO_SIZE))
    assert letter * other == other * letter


@dataclass
class Country:
    """People who live in municipalities, and what the registers would say when these are redivided."""

    people: dict[str, int]
    begun: dict[str, int] = field(default_factory=dict)
    gone: dict[str, int] = field(default_factory=dict)
    transfers: list[Transfer] = field(default_factory=list)
    renames: list[Rename] = field(default_factory=list)
    sizes: dict[tuple[str, date], int] = field(default_factory=dict)
    at_start: dict[str, int] = field(default_factory=dict)

    def size(self, code: str, day: date) -> int | None:
        return self.sizes.get((code, day))

    def changes(self) -> BoundaryChanges:
        codes = tuple(sorted({*self.at_start, *self.begun}))
        return changes(
            *self.transfers, renames=tuple(self.renames), begun=self.begun, gone=self.gone, codes=codes
        )


@st.composite
def countries(draw: st.DrawFn, *, known: bool = True) -> Country:
    """Up to six years of mergers, divisions, parts that go over, and new codes, one giver a year."""
    people = {f"GM{n:04d}": draw(st.integers(1, 500)) for n in range(1, draw(st.integers(3, 6)))}
    country = Country(people=dict(people), at_start=dict(people))
    for year in range(FIRST + 1, LAST + 1):
        giver = draw(st.sampled_from(sorted(country.people)))
        kind = draw(st.sampled_from(["nothing", "end", "part", "kept", "code"]))
        if kind == "code":
            _rename(country, year, giver)
        elif kind != "nothing" and len(country.people) > 1:
            _give(draw, country, year, giver, kind, known=known)
    return country


def _rename(country: Country, year: int, old: str) -> None:
    new = f"GM{year}"
    country.renames.append(Rename(date(year, 1, 1), old, new))
    country.gone[old], country.begun[new] = year, year
    country.people[new] = country.people.pop(old)


def _give(draw: st.DrawFn, country: Country, year: int, giver: str, kind: str, *, known: bool) -> None:
    others = sorted(set(country.people) - {giver})
    receivers = draw(st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True))
    left = country.people[giver]
    if known or draw(st.booleans()):
        country.sizes[giver, date(year, 1, 1)] = left
    for n, receiver in enumerate(receivers):
        number = left if kind == "end" and n == len(receivers) - 1 else draw(st.integers(0, left))
        stated = None if not known and draw(st.booleans()) else number
        country.transfers.append(moved(year, giver, receiver, stated))
        country.people[receiver] += number
        left -= number
    if kind == "end":
        del country.people[giver]
        country.gone[giver] = year
        return
    country.people[giver] = left
    if kind == "kept":
        country.transfers.append(moved(year, giver, giver, left))


def between(country: Country, start: int, end: int) -> Crosswalk:
    return crosswalk(country.changes(), start, end, size=country.size)


@given(countries())
def test_people_who_move_nowhere_are_found_back_in_the_municipality_they_now_live_in(
    country: Country,
) -> None:
    found = between(country, FIRST, LAST)
    result = found.convert({code: Decimal(number) for code, number in country.at_start.items()})
    # Nobody was left over in a municipality that had nobody to divide by.
    if not found.unknowns():
        assert {code: one.exact for code, one in result.items() if one.exact} == {
            code: number for code, number in country.people.items() if number
        }


@given(countries(known=False))
def test_what_is_known_of_the_shares_never_exceeds_the_whole_and_all_of_them_are_the_whole(
    country: Country,
) -> None:
    found = between(country, FIRST, LAST)
    assert set(found.weights) == set(country.at_start)
    for old, row in found.rows.items():
        assert sum(row.values(), NOTHING) == WHOLE
        known = [weight for weight in found.weights[old].values() if weight is not None]
        assert all(0 < weight <= 1 for weight in known)
        assert sum(known) == 1 if len(known) == len(row) else sum(known) <= 1


@given(countries(), st.data())
def test_converting_keeps_the_total_and_the_estimated_part_is_a_part(
    country: Country, data: st.DataObject
) -> None:
    found = between(country, FIRST, LAST)
    values = {code: data.draw(st.decimals(0, 10**6, places=2, allow_nan=False)) for code in country.at_start}
    result = found.convert(dict(values))
    if all(one.exact is not None for one in result.values()):
        assert sum((one.exact or 0 for one in result.values()), Fraction(0)) == sum(
            map(Fraction, values.values())
        )
    for one in result.values():
        assert (one.exact is None) == (one.estimated_share is None) == (one.value is None)
        assert one.estimated_share is None or 0 <= one.estimated_share <= 1


@given(countries(known=False), st.lists(st.integers(FIRST, LAST), min_size=3, max_size=3))
def test_two_crosswalks_in_a_row_are_the_one_crosswalk(country: Country, years: list[int]) -> None:
    first, middle, last = sorted(years)
    assert between(country, first, middle).then(between(country, middle, last)) == between(
        country, first, last
    )


def test_a_municipality_that_lost_all_its_people_is_not_followed_back_to_itself() -> None:
    emptied = Country(
        people={"GM0001": 0, "GM0002": 2},
        begun={},
        gone={},
        transfers=[moved(2004, "GM0001", "GM0002", 1), moved(2004, "GM0001", "GM0001", 0)],
        renames=[],
        sizes={},
        at_start={"GM0001": 1, "GM0002": 1},
    )
    whole = between(emptied, 2000, 2004)
    assert whole.then(between(emptied, 2004, 2004)) == whole
    assert set(whole.rows["GM0001"]) == {"GM0002"}


@given(countries(known=False), st.integers(FIRST, LAST))
def test_within_one_year_everything_stays_where_it_is(country: Country, year: int) -> None:
    assert all(row == {code: 1} for code, row in between(country, year, year).weights.items())


@given(countries(known=False))
def test_of_an_unknown_share_the_result_is_missing_and_never_zero(country: Country) -> None:
    found = between(country, FIRST, LAST)
    result = found.convert(dict.fromkeys(country.at_start, Decimal(1)))
    for old, row in found.weights.items():
        for new, weight in row.items():
            if weight is None:
                assert result[new].value is None
                assert result[new].unknown
                assert old in found.sources[new]


def test_maastricht_gave_no_inhabitants_away_and_got_a_few_from_eijsden() -> None:
    held = real_changes()
    found = crosswalk(held, 1988, 2026)
    assert found.weights["GM0935"] == {"GM0935": 1}
    assert found.sources["GM0935"] == ("GM0905", "GM0935")
    assert [one.why for one in found.unknowns("GM0935")] == [Why.NO_SIZE]
    with_size = crosswalk(held, 1988, 2026, size=lambda code, day: 11_200 if code == "GM0905" else None)
    assert with_size.weights["GM0905"] == {"GM0935": Fraction(28, 11_200), "GM1903": Fraction(11_172, 11_200)}
    assert crosswalk(held, 1999, 2026).sources["GM0935"] == ("GM0935",)
    by_land = crosswalk(held, 1988, 1998, by=Measure.HECTARES, size=lambda code, day: 6_000)
    # 8 of the 6,000 hectares went to Meerssen, which gave a part of all that it then had to others.
    assert by_land.weights["GM0935"]["GM0935"] == Fraction(5_992, 6_000)


def test_known_mergers_of_the_country() -> None:
    held = real_changes()
    assert crosswalk(held, 2022, 2023).weights["GM0457"] == {"GM0363": 1}
    assert crosswalk(held, 2021, 2022).weights["GM0457"] == {"GM0457": 1}
    alphen = crosswalk(held, 2013, 2014)
    assert alphen.sources["GM0484"] == ("GM0484", "GM0499", "GM1672")
    assert all(alphen.weights[code] == {"GM0484": 1} for code in alphen.sources["GM0484"])
    frisian = crosswalk(held, 2010, 2011)
    assert frisian.sources["GM1900"] == ("GM0064", "GM0091", "GM0104", "GM0683", "GM0710")
    # Boarnsterhim ended in 2014 and was divided among four, in all 19,478 people.
    assert crosswalk(held, 2013, 2015).weights["GM0055"] == {
        "GM0074": Fraction(6_018, 19_478),
        "GM0080": Fraction(11_024, 19_478),
        "GM1900": Fraction(1_653, 19_478),
        "GM1921": Fraction(783, 19_478),
    }


def test_the_whole_country_since_1988_adds_up_and_composes() -> None:
    held = real_changes()
    whole = crosswalk(held, 1988, 2026)
    assert all(sum(row.values(), NOTHING) == WHOLE for row in whole.rows.values())
    assert crosswalk(held, 1988, 2003).then(crosswalk(held, 2003, 2026)) == whole
    ended = {code for code in whole.sources if code not in held.existing(date(2026, 1, 1))}
    # Abroad and the register of persons without a municipality are not municipalities.
    assert ended <= {"GM0997", "GM0998"}


def population() -> dict[tuple[str, int], int]:
    rows = json.loads((REPLIES / "03759ned" / "observations-page-1.json").read_bytes())["value"]
    return {
        (row["RegioS"], int(row["Perioden"][:4])): row["Value"]
        for row in rows
        if row["Measure"] == "M000352" and row["Value"] is not None
    }


def test_the_parts_of_every_merger_since_2019_add_up_to_the_population_of_that_day() -> None:
    held, people = real_changes(), population()
    received = defaultdict(list)
    for one in held.transfers:
        if one.day >= date(2019, 1, 1) and (one.day.month, one.day.day) == (1, 1):
            received[one.day, one.receiver].append(one)
    whole = {
        key: parts
        for key, parts in received.items()
        if any(part.kept for part in parts) or held.municipalities[key[1]].start == key[0]
    }
    assert len(whole) == 18
    for (day, code), parts in whole.items():
        assert sum(part.residents or 0 for part in parts) == people[code, day.year], code


def test_the_register_has_the_municipalities_for_which_there_are_inhabitants() -> None:
    held, people = real_changes(), population()
    for year in range(2019, 2027):
        counted = {code for code, when in people if when == year and code.startswith("GM")}
        assert held.existing(date(year, 1, 1)) == counted


def test_the_population_of_2019_in_the_municipalities_of_2026_keeps_its_total() -> None:
    held, people = real_changes(), population()
    found = crosswalk(held, 2019, 2026, size=lambda code, day: people.get((code, day.year - 1)))
    assert not found.unknowns()
    values = {code: Decimal(people[code, 2019]) for code in found.rows if code != "GM0998"}
    result = found.convert(dict(values))
    assert sum(one.exact or 0 for one in result.values()) == people["NL01", 2019]
    assert result["GM1991"].value == people["GM0856", 2019] + people["GM1685", 2019]
    assert result["GM1991"].estimated_share == 0
    # Four people of Gooise Meren, of which there were nearly 60,000, came to Hilversum in 2023.
    assert 0 < (result["GM0402"].estimated_share or 0) < Fraction(1, 10_000)
