# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook behind a chart: only words and numbers, so that no name becomes a formula or a link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter

from baken.model.number import half_up
from baken.model.text import Language
from baken.publications.office.texts import plain

_ANY_DAY = datetime(2000, 1, 1, 12)


_LOCALES = {Language.NL: "[$-413]", Language.EN: "[$-809]"}
"""The marks by which programs know whose notation a number format follows."""


class _Writer(CategoryWorkbookWriter):
    """Writes what it is given, whatever it begins with."""

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:  # noqa: ANN401 - untyped
        worksheet.strings_to_formulas = worksheet.strings_to_urls = worksheet.strings_to_numbers = False
        workbook.set_properties({"created": _ANY_DAY})
        inherited: Any = super()
        inherited._populate_worksheet(workbook, worksheet)


class ChartNumbers(CategoryChartData):
    """The categories and series of a chart. A missing value stays empty, in the chart and in the workbook."""

    @property
    def _workbook_writer(self) -> Any:  # noqa: ANN401 - untyped
        made: Any = _Writer
        return made(self)


@dataclass(frozen=True, slots=True)
class Print:
    """How the numbers of a chart are printed: with so many decimals, in the notation of a language."""

    decimals: int
    language: Language

    @property
    def margin(self) -> Print:
        """How the ends of margins are printed: with one decimal at least."""
        return Print(max(self.decimals, 1), self.language)

    @property
    def code(self) -> str:
        """The number format of office programs, with thousands set apart."""
        return _LOCALES[self.language] + "#,##0" + ("." + "0" * self.decimals if self.decimals else "")

    def of(self, value: float | None) -> float | None:
        """A number as it is printed, and nothing where there is none."""
        return None if value is None else float(half_up(value, self.decimals))


def numbers_of(categories: list[str], form: Print) -> Any:  # noqa: ANN401 - untyped
    """A table (``ChartNumbers``) without series yet."""
    made: Any = ChartNumbers
    table = made(number_format=form.code)
    table.categories = [plain(one) for one in categories]
    return table
