# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files of an edition that can hold its figures, and what they are."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.text import Language, Text

CSV, JSON, PARQUET = "figures.csv", "figures.json", "figures.parquet"
WORKBOOKS = {Language.NL: "figures-nl.xlsx", Language.EN: "figures-en.xlsx"}
PACKAGE, CATALOGUE = "datapackage.json", "dcat.jsonld"
SERIES = "figures/"

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Output:
    """A file: its path, its title, its type by IANA and its name in the list of file types of the EU."""

    path: str
    title: Text
    media: str
    listed: str

    @property
    def name(self) -> str:
        """What it is called among the files."""
        return self.path.replace(".", "-")

    @property
    def suffix(self) -> str:
        """How its name ends."""
        return self.path.rpartition(".")[2]

    @property
    def is_table(self) -> bool:
        """Whether it is the table that the columns describe."""
        return self.path == CSV


def is_dataset(path: str) -> bool:
    """Whether a path can be that of a file that is made of the figures."""
    return path in {PARQUET, PACKAGE, CATALOGUE} or path.startswith(SERIES)


OUTPUTS = (
    Output(CSV, Text("Alle cijfers als tabel", "All figures as a table"), "text/csv", "CSV"),
    Output(
        JSON,
        Text("Alle cijfers met definities en bevindingen", "All figures with definitions and findings"),
        "application/json",
        "JSON",
    ),
    Output(
        PARQUET,
        Text("Alle cijfers als Parquet", "All figures as Parquet"),
        "application/vnd.apache.parquet",
        "PARQUET",
    ),
    Output(
        WORKBOOKS[Language.NL],
        Text("Alle cijfers als spreadsheet", "All figures as a spreadsheet, in Dutch"),
        _XLSX,
        "XLSX",
    ),
    Output(
        WORKBOOKS[Language.EN],
        Text("Alle cijfers als spreadsheet, in het Engels", "All figures as a spreadsheet"),
        _XLSX,
        "XLSX",
    ),
)
