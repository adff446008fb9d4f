# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The same with another program, in a process of its own, as it may be absent or crash.

    python scripts/bench_disclosure_rivals.py suppression TABLE METHOD FILE
    python scripts/bench_disclosure_rivals.py personal

Prints one line of JSON as ``bench_disclosure_tasks.py`` does. The first writes the codes of the cells that
pytauargus hides to FILE.
"""

# ruff: noqa: PLC0415 - a rival may be absent.

from __future__ import annotations

import contextlib
import csv
import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from bench_disclosure_inputs import BOTH_KNOW, LEAST

from disclosure.city import FOLDER
from disclosure.personal.test_labelled import Hit, Row, counted

# Columns of the table, and what they are called there: each part, and the groups in which it lies.
COLUMNS = {
    "2d": {"area": ("buurt", "sd"), "offence": ("leaf", "grp")},
    "g3d": {"area": ("buurt", "sd"), "group": ("grp", ""), "month": ("maand", "")},
}
TOTALS = {"area": "municipality", "offence": "all", "group": "all", "month": "year"}
KINDS = {
    "persoon": "name",
    "patient": "name",
    "telefoonnummer": "phone",
    "bsn": "bsn",
    "emailadres": "mail",
}
_RANGE = 10
"""The protection of a small count in percent, as in the manual's examples; a larger one hides more."""


class Found(Protocol):
    """What deduce finds."""

    tag: str
    text: str
    start_char: int
    end_char: int


def suppression(name: str, method: str, out: str) -> dict[str, Any]:
    """Modular or optimal suppression of a table of one row an incident, with what the file then hides."""
    from pytauargus import protect

    columns = COLUMNS[name]
    incidents = _incidents(columns)
    hierarchies = {part: f"{part} > {part}s" for part, (_, groups) in columns.items() if groups}
    # It writes logs and left-overs of its solver where it is called.
    with tempfile.TemporaryDirectory(prefix="baken-bench-") as folder, contextlib.chdir(folder):
        before = time.process_time()
        found = protect(
            incidents,
            list(columns),
            response="n",
            safety_rules=f"FREQ({LEAST[name]},{_RANGE})",
            suppress=method,
            hrc=hierarchies,
            workdir=folder,
        )
        taken = time.process_time() - before
        table = found.tables[0]
        hidden = [
            [TOTALS[part] if row[part] == "Total" else row[part] for part in columns]
            for row, status in zip(table.rows, table.status(), strict=True)
            if status in {"U", "M"}
        ]
    Path(out).write_text(json.dumps(hidden), encoding="utf-8")
    return {"processor": taken, "cells": table.status().count("M")}


def _incidents(columns: dict[str, tuple[str, str]]) -> dict[str, list[Any]]:
    with (FOLDER / "cells.csv").open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) for _ in range(int(row["n"]))]
    incidents: dict[str, list[Any]] = {"n": [1] * len(rows)}
    for part, (column, group) in columns.items():
        incidents[part] = [row[column] for row in rows]
        if group:
            incidents[f"{part}s"] = [row[group] for row in rows]
    return incidents


def personal() -> dict[str, Any]:
    """The measured half of the labelled passages; see docs/personal-data.md for what is counted how."""
    from deduce import Deduce

    logging.disable(logging.CRITICAL)
    reader = Deduce()

    def read(row: Row) -> list[Hit]:
        # It does not know the reserved ending of the mailboxes; this one is as long.
        text = row["text"].replace(".example", "xampl.nl")
        return [
            (one.start_char, one.end_char, kind)
            for one in reader.deidentify(text).annotations
            if (kind := _kind(one, row["spans"]))
        ]

    before = time.process_time()
    precision, recall, officials = counted("measured", read)
    taken = time.process_time() - before
    shared = counted("measured", read, BOTH_KNOW)
    return {
        "processor": taken,
        "precision": precision,
        "recall": recall,
        "officials": officials,
        "shared_precision": shared[0],
        "shared_recall": shared[1],
    }


def _kind(found: Found, spans: list[Hit]) -> str:
    """Our kind of a hit; empty for what is no personal data here and counts as no mistake."""
    over = [kind for start, end, kind in spans if start < found.end_char and found.start_char < end]
    if found.tag == "locatie":
        return "address" if any(letter.isdigit() for letter in found.text) else ""
    if found.tag == "datum":
        return "birth" if "birth" in over else ""
    if found.tag in {"id", "url"}:
        return next((kind for kind in over if kind not in {"name", "office", "address", "birth"}), "")
    return KINDS.get(found.tag, "")


TASKS: dict[str, Callable[..., dict[str, Any]]] = {"suppression": suppression, "personal": personal}


def main() -> int:
    """Measure one task and print it; or which program is absent."""
    task, *arguments = sys.argv[1:]
    try:
        found = TASKS[task](*arguments)
    except ModuleNotFoundError as error:
        found = {"absent": error.name}
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
