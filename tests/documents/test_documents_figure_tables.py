# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of figures: rebuilt exactly from broken text, and refused where they cannot be."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.documents import FigureRow, FigureTable, TableTextError, read_figure_tables

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
SEED = SHARED / "seeds" / "004_fb015403efaea0b8.txt"
EXPECTED = SHARED / "domain" / "seed_indicators.csv"


@pytest.fixture
def seed() -> tuple[FigureTable, ...]:
    if not SEED.exists():
        pytest.skip(f"the council proposal that this checks is not beside the project ({SEED})")
    return read_figure_tables(SEED.read_text(encoding="utf-8"))


def read_one(text: str) -> FigureTable:
    (table,) = read_figure_tables(text)
    return table


def test_invented_document() -> None:
    tables = read_figure_tables((HERE / "voorbeeldstad.txt").read_text(encoding="utf-8"))
    assert tables == (
        FigureTable(
            "Tabel 1: veilig in eigen buurt",
            "Bron: Buurtpeiling Voorbeeldstad, vragenlijst 3",
            ("2018", "2020", "2022", "2024"),
            (
                FigureRow(
                    "Index per 10.000 inwoners: aantasting van het woongenot.",
                    "De index woongenot omvat per 10.000 inwoners het totaal van: geluid, stank, vervuiling "
                    "door jongeren tot 23 jaar en bekladding.",
                    ("112,4", "GM", "98,0", "101,7"),
                    (32, 44),
                ),
                FigureRow(
                    "Aantal meldingen bij het buurtteam per 1.000 huishoudens",
                    None,
                    ("12", "15", "1.004", "9"),
                    (46, 48),
                ),
                FigureRow("Bemiddelingen 65-plussers", None, ("0,4", "0,5", "GM", "GM"), (52, 52)),
                FigureRow(
                    "% bewoners dat de omgang met de buren als goed of zeer goed ervaart",
                    None,
                    ("71,2", "70", "GM", "69,95"),
                    (54, 58),
                ),
            ),
        ),
        FigureTable(
            "Verkeer en vervoer",
            "Bron Verkeersmeting: telling langs de wegen van de provincie.",
            ("2022", "2023", "2024"),
            (
                FigureRow(
                    "Overtredingen per 100 gemeten voertuigen op wegen waar 30 km/u geldt",
                    None,
                    ("8,1", "7,9", "GM"),
                    (67, 67),
                ),
                FigureRow("Ongevallen met letsel", None, ("41", "38", "44"), (69, 70)),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Branden 3,4 3,1", "line 3: 2 cells (3,4 3,1); expected 3 cells, for 2020 2021 2022"),
        ("Branden 3,4", "line 3: 1 cell (3,4); expected 3"),
        ("Branden GM", "line 3: 1 cell (GM); expected 3"),
        ("Branden 3", "line 3: 1 cell (3); expected 3"),
        ("Branden 3 4 5 6", "line 3: 4 cells (3 4 5 6); expected 3"),
        ("Branden 3 4 n.b.", 'line 3: "n.b." is not a figure nor one of GM; expected 3'),
        ("Branden 3 n.b. n.b.", 'line 3: "n.b." is not a figure'),
        ("Branden 3 4 onbekend", 'line 3: "onbekend" is not a figure'),
        ("Branden n.b. 4 5", "line 3: 2 cells (4 5); expected 3"),
        ("3 4 5", "line 3: a row of figures without a label"),
        ("De index omvat branden. 3 4 5", "line 3: a row of figures without a label"),
    ],
)
@pytest.mark.parametrize("rest", ["", "\nOngevallen 1 2 3", "\n\n\nEn verder is er niets te melden."])
def test_a_wrong_row_is_refused_in_one_clear_line(row: str, message: str, rest: str) -> None:
    with pytest.raises(TableTextError) as caught:
        read_figure_tables(f"Veilig\n2020 2021 2022\n{row}{rest}")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("gap", ["\n", "\n\n\n"])
def test_a_wrong_row_between_or_after_rows_is_refused(gap: str) -> None:
    with pytest.raises(TableTextError, match=r"2 cells \(4 5\)"):
        read_figure_tables(f"2020 2021 2022\nA 1 2 3{gap}B 4 5{gap}C 6 7 8")
    with pytest.raises(TableTextError, match=r"2 cells \(4 5\)"):
        read_figure_tables(f"2020 2021 2022\nA 1 2 3{gap}B 1 2 3{gap}C 4 5")


def test_what_follows_a_table_is_not_of_it() -> None:
    prose = "In de nota staan doelen. Zo is er de Monitor 2022\nen zijn er 12\nacties en 3 4"
    for between in ("\n\n", "\n\f"):
        assert len(read_one(f"2020 2021 2022\nA 1 2 3\nB 4 5 6{between}{prose}").rows) == 2


def test_rows_with_uneven_blank_lines_and_over_a_page_are_of_the_table() -> None:
    table = read_one("2020 2021\nA 1 2\n\n\n\nB 3 4\n\fC 5 6\n\n\n2020 2021\nD 7 8")
    assert [row.label for row in table.rows] == ["A", "B", "C", "D"]


def test_a_label_goes_on_below_a_header_that_the_next_page_repeats() -> None:
    table = read_one("2020 2021\nA 1 2\nAantal keer dat er\n\f2020 2021\nbrand was 3 4")
    assert table.rows[1] == FigureRow("Aantal keer dat er brand was", None, ("3", "4"), (3, 5))


def test_definition_behind_a_full_stop_need_not_be_announced() -> None:
    table = read_one(
        "2020 2021\nBranden (incl. Buitenbranden o.a. Bos). Alle branden\ndie gemeld zijn. 1 2\nB 3 4"
    )
    assert table.rows[0].label == "Branden (incl. Buitenbranden o.a. Bos)."
    assert table.rows[0].definition == "Alle branden die gemeld zijn."
    assert table.rows[1].definition is None


@pytest.mark.parametrize("cell", ["1.234", "1.234,5", "0,5", "-3", "+2,5", "28.6", "12%", "1234567"])
def test_cells_are_kept_literally(cell: str) -> None:
    assert read_one(f"2020 2021\nA {cell} GM").rows[0].cells == (cell, "GM")


def test_other_marks_may_be_allowed() -> None:
    text = "2020 2021\nA n.b. 3,4\nB - 3"
    (table,) = read_figure_tables(text, marks=("n.b.", "-"))
    assert [row.cells for row in table.rows] == [("n.b.", "3,4"), ("-", "3")]


def test_source_below_the_table_is_not_that_of_the_next() -> None:
    first, second = read_figure_tables(
        "Brand\n2020 2021\nA 1 2\nBron: brandweer,\ndoor ons geteld\n"
        "Water\n2019 2020 2021\nB 1 2 3\nBron: waterschap"
    )
    assert (first.heading, first.source_text) == ("Brand", "Bron: brandweer, door ons geteld")
    assert (second.heading, second.source_text) == ("Water", "Bron: waterschap")


def test_prose_above_a_header_is_no_heading() -> None:
    assert read_one("Hieronder staan de cijfers.\n2020 2021\nA 1 2").heading == ""
    assert read_one("2020 2021\nA 1 2").heading == ""


def test_years_that_may_be_figures_are_refused() -> None:
    with pytest.raises(
        TableTextError, match=r'line 4: "2010 2033" may be a header of years or a row of figures'
    ):
        read_figure_tables("2020 2021\nA 1 2\nAantal meldingen\n2010 2033\nB 3 4")


@pytest.mark.parametrize(
    "text", ["", "Geen tabel.", "2020 2021", "Van 2020 2021", "2020 2020\nA 1 2", "2021\nA 1"]
)
def test_a_document_without_tables(text: str) -> None:
    assert read_figure_tables(text) == ()


WORDS = (
    "aantal",
    "buurt",
    "per 1.000",
    "12-17",
    "(HIC)",
    "jongeren",
    "in de",
    "van",
    "Halt",
    "14-daags",
    "tot 23",
    "jaar",
)


@st.composite
def rows(draw: st.DrawFn, columns: int) -> tuple[str, str | None, tuple[str, ...]]:
    words = st.lists(st.sampled_from(WORDS), max_size=8)
    label = " ".join(["Aandeel", *draw(words), "inwoners"]) + draw(st.sampled_from(["", "."]))
    definition = None
    if draw(st.booleans()):
        definition = " ".join(["De schaalscore omvat per 1000 inwoners:", *draw(words), "en overlast."])
    number = st.from_regex(r"[1-9][0-9]{0,2}(,[0-9])?|[1-9]\.[0-9]{3}|GM", fullmatch=True)
    return label, definition, tuple(draw(st.lists(number, min_size=columns, max_size=columns)))


@st.composite
def broken_tables(draw: st.DrawFn) -> tuple[str, FigureTable]:
    """Render a random table as a converter does: broken lines, blank lines and pages at any place."""
    first, count = draw(st.integers(1990, 2030)), draw(st.integers(2, 7))
    columns = tuple(str(first + index) for index in range(count))
    spacing = draw(st.sampled_from(["\n", "\n\n"]))
    breaks = st.sampled_from([" ", "  ", " ", spacing, " " + spacing, "\n\f"])
    line_ends = st.sampled_from([spacing, spacing, " \n", "\n\n \n\n", "\n\f"])
    text = f"Het is zo.\n\nKop van\nde tabel\nBron: telling 2021\n{' '.join(columns)}"
    found: list[FigureRow] = []
    for label, definition, cells in draw(st.lists(rows(count), min_size=1, max_size=8)):
        text += draw(st.sampled_from([spacing, spacing, "\n\f"]))
        start = text.count("\n") + 1
        for part in (label, definition):
            if part:
                text += "".join(word + draw(breaks) for word in part.split()[:-1]) + part.split()[-1]
                text += draw(line_ends) if part == label and definition else ""
        text += draw(st.one_of(st.just(" "), line_ends)) + " ".join(cells)
        found.append(FigureRow(label, definition, cells, (start, text.count("\n") + 1)))
    # With a page for each word, "tot 23" would leave a bare "23" at the foot of page 23.
    first_pages, rest = text.split("\f")[:5], text.split("\f")[5:]
    text = "\f".join(first_pages) + "".join(rest) + "\n\n\nDaarna volgt de tekst."
    return text, FigureTable("Kop van de tabel", "Bron: telling 2021", columns, tuple(found))


@given(broken_tables())
def test_a_table_rendered_to_broken_text_is_rebuilt(rendered: tuple[str, FigureTable]) -> None:
    text, expected = rendered
    assert read_figure_tables(text) == (expected,)


@given(st.text(alphabet="Aa1., %\n\f2", max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        tables = read_figure_tables("2020 2021\n" + text)
    except TableTextError as error:
        message, tables = str(error), ()
    else:
        message = ""
    assert "\n" not in message
    assert all(row.label and len(row.cells) == 2 for table in tables for row in table.rows)


@pytest.mark.requirement("TRAP-33")
def test_seed_matrices_are_rebuilt_exactly(seed: tuple[FigureTable, ...]) -> None:
    if not EXPECTED.exists():
        pytest.skip(f"the list of expected figures is not beside the project ({EXPECTED})")
    expected: dict[str, dict[str, str]] = {}
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            cell = record["literal"].replace(".", ",")  # the list writes a decimal point
            expected.setdefault(record["name_nl"], {})[record["year"]] = cell
    read = [
        (row.label.rstrip("."), dict(zip(table.columns, row.cells, strict=True)))
        for table in seed
        for row in table.rows
    ]
    assert [(len(table.rows), len(table.columns)) for table in seed] == [(8, 5), (3, 5)]
    assert read == list(expected.items())


def test_seed_headings_sources_and_definitions(seed: tuple[FigureTable, ...]) -> None:
    objective, subjective = seed
    assert objective.heading == "Objectieve Effectindicatoren"
    assert objective.source_text == "Bron politiecijfers ‘waarstaatjegemeente.nl’"
    assert subjective.heading == "Subjectieve Effectindicatoren"
    assert subjective.source_text.startswith(
        "Bron Veiligheidsmonitor: deze landelijke monitor is een tweejaarlijks"
    )
    assert subjective.source_text.endswith("naar veiligheid, leefbaarheid en slachtofferschap.")
    definitions = [row.definition for table in seed for row in table.rows]
    assert definitions[0] == (
        "De schaalscore vermogensdelicten omvat per 1000 inwoners het totaal van: inbraak garage/schuur/box, "
        "zakkenrollerij, autokraak, autodiefstal, (brom)fietsendiefstal."
    )
    assert [definition is not None for definition in definitions] == [True] * 3 + [False] * 8


@pytest.mark.requirement("OBJ-15")
def test_seed_label_that_is_split_over_two_lines(seed: tuple[FigureTable, ...]) -> None:
    assert seed[0].rows[7] == FigureRow(
        "BBV: Aantal vernielingen en beschadigingen in de openbare ruimte per 1.000 inwoners",
        None,
        ("6,4", "7,1", "7,7", "6,8", "6,6"),
        (431, 434),
    )
