# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One row that cannot be true refuses the whole table, in one line that names file and row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import BakenError, InputError
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.sources.figure_table import COLUMNS, REQUIRED, read_figure_table

GOOD = "hic,GM0935,2021,1.3,measured,per_1000_inhabitants"
AREAS = load_register("GM0935").areas


def read(path: Path) -> tuple[Observation, ...]:
    return read_figure_table(path, load_catalogue(), AREAS, "own@today")


def table(folder: Path, *rows: str, header: tuple[str, ...] = REQUIRED) -> Path:
    path = folder / "own.csv"
    path.write_text("\n".join((",".join(header), *rows)) + "\n", encoding="utf-8")
    return path


BAD = {
    "unknown area": ("hic,GM0000,2021,1.3,measured,per_1000_inhabitants", "unknown area 'GM0000'"),
    "name for a code": ("hic,Maastricht,2021,1.3,measured,per_1000_inhabitants", "unknown area 'Maastricht'"),
    "decimal comma": ('hic,GM0935,2022,"1,3",measured,per_1000_inhabitants', "decimal point"),
    "unquoted comma": ("hic,GM0935,2022,1,3,measured,per_1000_inhabitants", "7 cells where 6"),
    "no number": ("hic,GM0935,2022,about 1,measured,per_1000_inhabitants", "'about 1'"),
    "not a number": ("hic,GM0935,2022,NaN,measured,per_1000_inhabitants", "'NaN'"),
    "infinite": ("hic,GM0935,2022,inf,measured,per_1000_inhabitants", "'inf'"),
    "missing unit": ("hic,GM0935,2022,1.3,measured,", "the unit is missing"),
    "other unit": ("hic,GM0935,2022,1.3,measured,percent", "per_1000_inhabitants"),
    "halt per inhabitant": ("halt,GM0935,2022,18,measured,per_1000_inhabitants", "per_1000_youth_12_17"),
    "twice": (GOOD, "twice (first on line 2)"),
    "even-year survey": ("onveilig-in-buurt,GM0935,2022,18.7,measured,percent", "odd years"),
    "over 100 per cent": ("onveilig-in-buurt,GM0935,2023,100.1,measured,percent", "0 to 100"),
    "below zero": ("hic,GM0935,2022,-0.1,measured,per_1000_inhabitants", "0 upwards"),
    "mark too high": ("rapportcijfer-veiligheid,GM0935,2023,10.1,measured,mark_1_10", "1 to 10"),
    "mark too low": ("rapportcijfer-veiligheid,GM0935,2023,0.9,measured,mark_1_10", "1 to 10"),
    "factor of ten": ("halt,GM0935,2017,180,measured,per_1000_youth_12_17", "factor of ten"),
    "status without value": ("hic,GM0935,2022,,measured,per_1000_inhabitants", "the value is empty"),
    "value with a reason for none": (
        "hic,GM0935,2022,1.3,not_measured,per_1000_inhabitants",
        "'not_measured'",
    ),
    "zero with a reason for none": ("hic,GM0935,2022,0,suppressed,per_1000_inhabitants", "'suppressed'"),
    "no status": ("hic,GM0935,2022,1.3,,per_1000_inhabitants", "column 'status'"),
    "unknown status": ("hic,GM0935,2022,1.3,ok,per_1000_inhabitants", "'ok'"),
    "month": ("hic,GM0935,2022-03,1.3,measured,per_1000_inhabitants", "measured per year"),
    "quarter": ("hic,GM0935,2022-Q1,1.3,measured,per_1000_inhabitants", "measured per year"),
    "month of a survey": ("onveilig-in-buurt,GM0935,2023-03,18.7,measured,percent", "measured per year"),
    "no such month": ("politie-misdrijven/1.1.1,GM0935,2022-13,3,measured,count", "'2022-13'"),
    "two-figure year": ("hic,GM0935,22,1.3,measured,per_1000_inhabitants", "'22'"),
    "before the definition": ("hic,GM0935,2010,1.3,measured,per_1000_inhabitants", "no definition"),
    "unknown indicator": ("hc,GM0935,2022,1.3,measured,per_1000_inhabitants", "unknown indicator 'hc'"),
    "unknown system": ("politie/1.1.1,GM0935,2022,13,measured,count", "unknown measure"),
    "unknown code": ("politie-misdrijven/9.9.9,GM0935,2022,13,measured,count", "unknown measure"),
    "broken row": ("hic,GM0935", "2 cells where 6"),
    "open quote": ('hic,GM0935,2022,"1.3', "row"),
    "more digits than a number holds": (
        "politie-misdrijven/1.1.1,GM0935,2022,1234567890123456,measured,count",
        "Use at most 15",
    ),
    "more decimals than a number holds": (
        "hic,GM0935,2022,1.300000000000000,measured,per_1000_inhabitants",
        "Use at most 15",
    ),
    "digits of another script": (
        "hic,GM0935,2022,\u0661.\u0663,measured,per_1000_inhabitants",
        "not a number",
    ),
    "nothing": (",,,,,", "unknown area ''"),
}


@pytest.mark.parametrize(("row", "words"), BAD.values(), ids=BAD.keys())
def test_a_row_that_cannot_be_true_refuses_the_table_in_one_line_with_file_and_row(
    tmp_path: Path, row: str, words: str
) -> None:
    path = table(tmp_path, GOOD, row)
    found: tuple[Observation, ...] = ()
    with pytest.raises(BakenError) as refused:
        found = read(path)
    assert isinstance(refused.value, InputError)
    message = str(refused.value)
    assert "own.csv, line 3: " in message
    assert words in message
    assert "\n" not in message
    assert found == ()


EXTRA = {
    "fraction of a count": ({"count": "1.5"}, "whole number"),
    "negative denominator": ({"denominator": "-5"}, "whole number"),
    "respondents in words": ({"respondents": "many"}, "'many'"),
    "no respondents": ({"respondents": "0"}, "'0' in column 'respondents' is not a whole number above zero"),
    "denominator of zero": ({"denominator": "0"}, "'0' in column 'denominator' is not a whole number above"),
    "value of a count of zero": (
        {"count": "0", "denominator": "121600"},
        "1.3 cannot be the value of a count",
    ),
    "value of zero without denominator": ({"count": "0"}, "1.3 cannot be the value of a count of 0"),
    "count with too many digits": ({"count": "1" * 16}, "Use at most 15"),
    "long literal": ({"literal": "x" * 501}, "the text in column 'literal' has 501 characters"),
    "long annotation": ({"annotation": "x" * 501}, "the text in column 'annotation' has 501 characters"),
    "bell in a literal": ({"literal": "1.3\x07"}, "control character U+0007"),
    "nothing in an annotation": ({"annotation": "a\x00b"}, "control character U+0000"),
    "escape in an annotation": ({"annotation": "\x1b[31m"}, "control character U+001B"),
    "escape in an area": ({"area": "\x1b[2J"}, "control character U+001B"),
    "reversed text": ({"annotation": "a \u202etxet"}, "control character U+202E"),
    "isolated text": ({"literal": "\u2066 1.3"}, "control character U+2066"),
    "unknown life": ({"life": "draft"}, "Use one of: provisional, final, revised, withdrawn"),
    "unknown precision": ({"precision": "good"}, "'good'"),
    "count without value": ({"value": "", "status": "missing", "count": "3"}, "count without a value"),
}


@pytest.mark.parametrize(("cells", "words"), EXTRA.values(), ids=EXTRA.keys())
def test_a_wrong_extra_column_refuses_the_table_too(
    tmp_path: Path, cells: dict[str, str], words: str
) -> None:
    row = dict(zip(REQUIRED, GOOD.split(","), strict=True)) | cells
    path = table(tmp_path, ",".join(row.get(name, "") for name in COLUMNS), header=COLUMNS)
    with pytest.raises(InputError) as refused:
        read(path)
    assert "own.csv, line 2: " in str(refused.value)
    assert words in str(refused.value)


def test_every_column_ends_up_in_the_observation(tmp_path: Path) -> None:
    row = "geweld,GM0935,2024,5.2,measured,per_1000_inhabitants,provisional,count with denominator"
    path = table(tmp_path, f'{row},632,121600,,true,"5,2",Eigen telling.', header=COLUMNS)
    (found,) = read(path)
    assert found == Observation(
        indicator="geweld",
        area="GM0935",
        period=Period(PeriodKind.YEAR, 2024),
        presence=Presence.VALUE,
        life=Life.PROVISIONAL,
        precision=Precision.COUNT,
        value=Decimal("5.2"),
        unit="per_1000_inhabitants",
        literal="5,2",
        count=632,
        denominator=121600,
        recalculated=True,
        annotation="Eigen telling.",
        snapshot="own@today",
    )


def test_a_column_that_nobody_knows_is_refused_at_the_header_before_any_row(tmp_path: Path) -> None:
    path = table(tmp_path, "no figure at all", header=(*REQUIRED, "anotation"))
    with pytest.raises(InputError, match=r"own\.csv, line 1: unknown column 'anotation'"):
        read(path)


def test_a_rate_that_is_not_that_of_its_count_is_refused(tmp_path: Path) -> None:
    row = "geweld,GM0935,2024,6.2,measured,per_1000_inhabitants,,,632,121600,,,,"
    with pytest.raises(InputError, match=r"6\.2 is not the rate of 632 among 121600: that is 5\.2"):
        read(table(tmp_path, row, header=COLUMNS))


def test_without_the_extra_columns_a_figure_is_a_final_rate_only(tmp_path: Path) -> None:
    (found,) = read(table(tmp_path, GOOD))
    assert (found.life, found.precision, found.literal) == (Life.FINAL, Precision.RATE_ONLY, "1.3")
    assert found.count is found.denominator is found.respondents is None


@pytest.mark.parametrize("status", ["not_measured", "impossible", "suppressed", "missing"])
def test_why_there_is_no_value_is_kept(tmp_path: Path, status: str) -> None:
    (found,) = read(table(tmp_path, f"hic,GM0935,2022,,{status},per_1000_inhabitants"))
    assert (found.value, found.status) == (None, status)


def test_a_survey_year_without_a_survey_may_say_so(tmp_path: Path) -> None:
    (found,) = read(table(tmp_path, "onveilig-in-buurt,GM0935,2022,,not_measured,percent"))
    assert found.period == Period(PeriodKind.WAVE, 2022)


def test_raw_counts_may_be_monthly(tmp_path: Path) -> None:
    (found,) = read(table(tmp_path, "politie-overlast/E33,BU09350000,2024-03,12,measured,count"))
    assert found.period == Period(PeriodKind.MONTH, 2024, 3)


def test_a_table_that_is_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = table(tmp_path, GOOD)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read(path)) == 1


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = table(tmp_path, header=tuple(name for name in REQUIRED if name != "unit"))
    with pytest.raises(InputError, match=r"own\.csv, line 1: the column unit is missing"):
        read(path)


def test_an_empty_file_names_the_columns_that_a_table_needs(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("", "utf-8")
    with pytest.raises(InputError, match="Needed: indicator, area, period"):
        read(path)


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="twice"):
        read(table(tmp_path, header=(*REQUIRED, "value")))


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = table(tmp_path, GOOD)
    path.write_bytes(path.read_bytes() + "geweld,GM0935,2021,5.0,gemeten één,x\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"own\.csv, line 3: .*UTF-8"):
        read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.csv"):
        read(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons (as Excel does in Dutch)"), ("\t", "tabs")])
def test_a_table_with_another_separator_is_told_to_use_commas(tmp_path: Path, mark: str, name: str) -> None:
    path = table(tmp_path, GOOD)
    path.write_text(path.read_text("utf-8").replace(",", mark), "utf-8")
    with pytest.raises(InputError) as refused:
        read(path)
    assert f"own.csv, line 1: the columns are separated by {name}. Save the file with commas" in str(
        refused.value
    )


@pytest.mark.parametrize("rows", [(), ("",), ("", "")])
def test_a_table_with_only_a_header_is_refused(tmp_path: Path, rows: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match=r"own\.csv: the table holds no figures\."):
        read(table(tmp_path, *rows))


RATE, COUNT = "measured,per_1000_inhabitants", "measured,count"
TOO_EARLY = {
    "years ahead": f"hic,GM0935,2031,1.3,{RATE}",
    "running year": f"hic,GM0935,2026,1.3,{RATE}",
    "running month": f"politie-overlast/E33,BU09350000,2026-11,12,{COUNT}",
    "running quarter": f"politie-overlast/E33,BU09350000,2026-Q4,12,{COUNT}",
    "without a value": "hic,GM0935,2031,,missing,per_1000_inhabitants",
    "running wave": "onveilig-in-buurt,GM0935,2027,18.7,measured,percent",
    "next population": "bevolking/totaal,GM0935,2027,121000,measured,inhabitants",
}


@pytest.mark.parametrize("row", TOO_EARLY.values(), ids=TOO_EARLY.keys())
def test_a_figure_about_a_period_that_is_not_over_is_refused(tmp_path: Path, row: str) -> None:
    path = table(tmp_path, GOOD, row)
    assert len(read(path)) == 2
    with pytest.raises(InputError) as refused:
        read_figure_table(path, load_catalogue(), AREAS, "own@today", date(2026, 11, 21))
    message = str(refused.value)
    assert "own.csv, line 3: " in message
    assert "cannot be known on 2026-11-21" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (f"hic,GM0935,2025,1.3,{RATE}", date(2025, 12, 31)),
        (f"politie-overlast/E33,BU09350000,2026-10,12,{COUNT}", date(2026, 10, 31)),
        ("bevolking/totaal,GM0935,2026,121000,measured,inhabitants", date(2026, 1, 1)),
    ],
)
def test_a_period_that_ends_on_the_day_is_over_and_a_population_is_known_on_its_first_day(
    tmp_path: Path, row: str, day: date
) -> None:
    assert len(read_figure_table(table(tmp_path, row), load_catalogue(), AREAS, "own@today", day)) == 1


def test_a_count_of_zero_gives_a_rate_of_zero(tmp_path: Path) -> None:
    row = f"geweld,GM0935,2024,0.0,{RATE},,,0,121600,,,,"
    (found,) = read(table(tmp_path, row, header=COLUMNS))
    assert (found.value, found.count, found.denominator) == (Decimal("0.0"), 0, 121600)


def test_fifteen_digits_and_five_hundred_characters_are_read(tmp_path: Path) -> None:
    row = f"politie-misdrijven/1.1.1,GM0935,2022,{'1' * 15},{COUNT},,,,,,,{'x' * 500},{'y' * 500}"
    (found,) = read(table(tmp_path, row, header=COLUMNS))
    assert (found.value, len(found.literal), len(found.annotation)) == (Decimal("1" * 15), 500, 500)
