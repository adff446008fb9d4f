# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One row that cannot be true refuses the whole table, in one line that names file and row."""

from __future__ import annotations

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


def test_a_column_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, f"{GOOD},x", header=(*REQUIRED, "anotation"))
    with pytest.raises(InputError, match=r"own\.csv, line 2: unknown column 'anotation'"):
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


@pytest.mark.parametrize("text", ["", "indicator;area;period;value;status;unit\n"])
def test_an_empty_table_or_one_with_semicolons_names_the_columns_that_it_needs(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, "utf-8")
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
