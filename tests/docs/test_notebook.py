# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The notebook: its cells run in order, without Jupyter, and print what stands in it.

``python tests/docs/test_notebook.py`` runs it and writes what it printed into it.
"""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs" / "notebook.ipynb"


def notebook() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(PAGE.read_text("utf-8"))
    return read


def code_cells(book: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in book["cells"] if cell["cell_type"] == "code"]


def run(cells: list[dict[str, Any]]) -> list[str]:
    """Run the cells in one namespace; the answer is what each of them printed."""
    names: dict[str, Any] = {}
    printed = []
    for number, cell in enumerate(cells, start=1):
        out = io.StringIO()
        with redirect_stdout(out):
            exec(compile("".join(cell["source"]), f"notebook cell {number}", "exec"), names)
        printed.append(out.getvalue())
    return printed


def outputs(text: str) -> list[dict[str, Any]]:
    """What Jupyter keeps of a cell that printed this."""
    return [{"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}]


def test_it_has_ten_steps_that_are_numbered() -> None:
    first = [cell["source"][0] for cell in code_cells(notebook())]
    assert len(first) == 10
    assert all(line.startswith(f"# {n}. ") for n, line in enumerate(first, start=1))


def test_every_cell_runs_and_prints_what_stands_in_the_notebook() -> None:
    cells = code_cells(notebook())
    for cell, text in zip(cells, run(cells), strict=True):
        assert text
        assert cell["outputs"] == outputs(text), "".join(cell["source"])


def test_it_says_what_it_is_meant_to_show() -> None:
    printed = run(code_cells(notebook()))
    assert "Maastricht" in printed[0]
    assert "not_measured" in printed[2]
    assert "151 to 162" in printed[3]
    assert "down" in printed[4]
    assert "None" in printed[5]
    assert "overlap" in printed[6]
    assert "raadsvoorstel_2023" in printed[9]


def renew() -> None:
    """Write what the cells print now into the notebook."""
    book = notebook()
    cells = code_cells(book)
    for number, (cell, text) in enumerate(zip(cells, run(cells), strict=True), start=1):
        cell["execution_count"], cell["outputs"] = number, outputs(text)
    PAGE.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    renew()
