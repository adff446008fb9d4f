# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The editions of every municipality of a country in one run.

Each municipality is built on its own, in one of a few processes, and put in place as soon as it is ready:
what one of them lacks stops no other, and memory does not grow with their number. Documents are left out;
they are made on demand, by building one municipality or by the live site.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread

from baken.catalogue.municipality import municipality_names, real_municipalities
from baken.catalogue.profile import listed
from baken.edition import swap
from baken.edition.build import build
from baken.model.edition import EditionStatus
from baken.model.errors import BakenError, EditionError
from baken.store.workspace import Workspace

LIST = "municipalities.json"
FORMAT = "baken-country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """How it went with one municipality: its number of files, or what was wrong with it."""

    code: str
    name: str
    files: int = 0
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What every process needs to know."""

    out: Path
    on: date
    workspace: Workspace
    status: EditionStatus = EditionStatus.WORKING
    processes: int = 1


def members(country: str) -> dict[str, str]:
    """The names of all municipalities of a country, by code, in the order of names; none that is invented."""
    names = {code: one.name for code, one in listed().items() if one.country == country}
    names |= {one.code: one.name for one in real_municipalities(country)}
    return dict(sorted(names.items(), key=lambda pair: (pair[1], pair[0])))


def build_country(country: str, task: Task, tell: Callable[[Built], None] = lambda _: None) -> list[Built]:
    """Build every municipality of a country, each in a folder with its code, and a list of them all.

    Args:
        country: the code of the country in the catalogue.
        task: where to, and from what.
        tell: told of every municipality that is ready or could not be built.

    Returns:
        How it went with each, in the order of their names.

    Raises:
        EditionError: ``out`` is something else, or cannot be written.

    """
    _check_place(task.out, country)
    names = members(country)
    # First, so that a run that was stopped can be begun again in the same place.
    _write(task.out, {LIST: _list(task, country, [])})
    found: dict[str, Built] = {}
    for one in _built(names, task):
        found[one.code] = one
        tell(one)
    done = [found[code] for code in names]
    from baken.web.country import country_pages  # noqa: PLC0415 - Django, only where pages are made

    ready = [one.code for one in done if not one.wrong]
    _write(task.out, {LIST: _list(task, country, ready), **country_pages(country, ready, task.on)})
    return done


def _built(names: dict[str, str], task: Task) -> Iterator[Built]:
    # A process of its own per worker: forking one that has threads (the store's, for one) is not safe.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(task.processes, context, initializer=_leave_with_parent) as pool:
        waiting: dict[Future[Built], str] = {
            pool.submit(_one, code, name, task): code for code, name in names.items()
        }
        for done in as_completed(waiting):
            try:
                yield done.result()
            except BrokenExecutor:
                code = waiting[done]
                yield Built(code=code, name=names[code], wrong="the process that built it was killed.")


def _leave_with_parent() -> None:
    """Let this process end when the one that started it was killed: it would wait for work for ever."""

    def wait() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _one(code: str, name: str, task: Task) -> Built:
    """Build one municipality; whatever is wrong with it is said, and nothing of it is written."""
    place = task.out / code.lower()
    try:
        made = build(code, place, task.on, workspace=task.workspace, status=task.status, documents=False)
    except BakenError as error:
        return Built(code=code, name=name, wrong=str(error))
    except OSError as error:
        return Built(code=code, name=name, wrong=f"cannot be written: {error.strerror or error}")
    return Built(code=code, name=name, files=len(made.files))


def _check_place(out: Path, country: str) -> None:
    """Refuse a directory that is not ours to write in."""
    if not out.exists() or (out.is_dir() and swap.is_empty(out)):
        return
    try:
        held = json.loads((out / LIST).read_bytes())
    except (OSError, ValueError):
        held = {}
    if not isinstance(held, dict) or held.get("format") != FORMAT or held.get("country") != country:
        raise EditionError(
            "this is no directory of editions of that country.",
            where=str(out),
            do="Name a new or empty directory.",
        )


def _list(task: Task, country: str, ready: Iterable[str]) -> bytes:
    """Which editions there are, for machines."""
    names = municipality_names()
    editions = [{"code": code, "name": names[code], "edition": f"{code.lower()}/"} for code in ready]
    listed = {
        "format": FORMAT,
        "country": country,
        "date": task.on.isoformat(),
        "municipalities": editions,
    }
    return json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n"


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    try:
        for path, content in files.items():
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except OSError as error:
        raise EditionError(f"cannot be written: {error.strerror or error}.", where=str(out)) from error
