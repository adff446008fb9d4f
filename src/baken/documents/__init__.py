# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Council documents in plain text, read into passages and tables of figures.

Everything read here is led back to the lines of the source. What a passage or a figure means, and turning
cells into numbers, belongs elsewhere.
"""

from .figure_tables import FigureRow, FigureTable, TableTextError, read_figure_tables
from .lines import SourceLine, read_lines
from .passages import Passage, read_passages

__all__ = [
    "FigureRow",
    "FigureTable",
    "Passage",
    "SourceLine",
    "TableTextError",
    "read_figure_tables",
    "read_lines",
    "read_passages",
]
