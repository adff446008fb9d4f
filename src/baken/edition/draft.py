# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Building an edition that nobody publishes yet: to look at it, decide about it and build it again.

A draft lies in a folder of its own (``place``), and the workspace does not remember it: it changes nothing of
what later editions are compared with. What the workspace must remember before it leaves lies beside it until
``publishing`` takes both over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

import msgspec

from baken.edition import gate
from baken.edition.build import render, write
from baken.edition.cycle import with_public_cycle
from baken.edition.inputs import load_inputs, whole_municipality
from baken.edition.manifest import NAME, Manifest, describe
from baken.edition.predecessor import after_earlier, after_standing
from baken.edition.report import report_of
from baken.model.edition import EditionStatus
from baken.model.editorial import Editorial
from baken.model.errors import PublicationError
from baken.picture.material import with_editorial, with_status
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import PublicMaterial, public_material
from baken.store.decisions import Decisions
from baken.store.files import write_whole
from baken.store.published import Published
from baken.store.reader import Reader
from baken.store.workspace import Workspace

EDITION, REPORT, AFTER = "edition", "report.json", "after.json"


class Phase(StrEnum):
    """What a build is busy with, in order."""

    READING = "reading"
    PROTECTING = "protecting"
    LOOKING = "looking"
    MAKING = "making"
    CHECKING = "checking"
    WRITING = "writing"
    DONE = "done"


STARTS = {
    Phase.READING: 0,
    Phase.PROTECTING: 3,
    Phase.LOOKING: 25,
    Phase.MAKING: 30,
    Phase.CHECKING: 60,
    Phase.WRITING: 95,
    Phase.DONE: 100,
}
"""At which part of a hundred each begins, from how long each took for a municipality with neighbourhoods."""
Tell = Callable[[Phase, int, int], None]
"""Told of each step: what it is busy with, how many files of that are ready, and of how many (0: unknown)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built."""

    area: str
    on: date
    status: EditionStatus = EditionStatus.WORKING
    editorial: Editorial | None = None


def percent(phase: Phase, ready: int, of: int) -> int:
    """How far a build is, from 0 to 100: within a phase by the files that are ready."""
    phases = list(Phase)
    start = STARTS[phase]
    if phase is Phase.DONE or not of:
        return start
    end = STARTS[phases[phases.index(phase) + 1]]
    return start + int((end - start) * min(ready / of, 1))


def build_draft(order: Order, place: Path, workspace: Workspace, tell: Tell) -> Manifest:
    """Build an edition into a folder; what was built there before stays whole until the new one is.

    The report is written as soon as the picture is known, so that it is there when the gate refuses.

    Raises:
        UnknownAreaError: nobody knows the municipality.
        InputError: a file is wrong; names file and row.
        PublicationError: something stands in the way of publishing this; the report names all of it.
        OSError: it cannot be written.

    """
    tell(Phase.READING, 0, 0)
    code, reader = whole_municipality(order.area), Reader(workspace)
    key = partial(workspace.secret, code)
    held = with_public_cycle(load_inputs(code, order.on, (), reader)[0], workspace)
    held = with_editorial(held, order.editorial)
    tell(Phase.PROTECTING, 0, 0)
    protected = public_material(with_status(held, order.status), key, Decisions(workspace, code).of)
    current = workspace.editions / "current"
    corrects = order.editorial is not None and order.editorial.correction is not None
    public = (after_standing if corrects else after_earlier)(protected, workspace, current)
    tell(Phase.LOOKING, 0, 0)
    _look(public, place)
    files = _files(public, key, tell)
    tell(Phase.WRITING, 0, 0)
    manifest = describe(public, files, {}, reader.until)
    _keep_beside(public, place, workspace, code)
    write({**files, NAME: manifest.to_bytes()}, place / EDITION, code)
    tell(Phase.DONE, 0, 0)
    return manifest


def _look(public: PublicMaterial, place: Path) -> None:
    """Write down what the picture says and what stands in its way; refuse if anything does."""
    report = report_of(SafetyPicture(public.material))
    write_whole(place / REPORT, msgspec.json.encode(report, order="sorted"))
    if report.problems:
        more = len(report.problems) - 1
        rest = f" (and {more} more)" if more else ""
        raise PublicationError(f"{report.problems[0]}{rest}", do="See what stands in the way.")


def _files(public: PublicMaterial, key: Callable[[], bytes], tell: Tell) -> dict[str, bytes]:
    """Every file of the edition but its manifest, once the gate let them pass."""
    expected, ready = _expected(public), 0

    def made(phase: Phase, of: int, path: str) -> None:
        nonlocal ready
        del path
        ready += 1
        tell(phase, ready, of)

    files = render(public.material, partial(made, Phase.MAKING, expected))
    ready = 0
    again = partial(render, progress=partial(made, Phase.CHECKING, len(files)))
    tell(Phase.CHECKING, 0, len(files))
    return files | gate.passed(public, files, again, key)


def _expected(public: PublicMaterial) -> int:
    """About how many files there will be: a page has rather more than two charts and maps beside it."""
    from baken.web.render import set_up  # noqa: PLC0415 - Django, only where pages are made

    set_up()
    from baken.web.pages import all_pages  # noqa: PLC0415 - needs Django to be set up

    return 3 * sum(1 for _ in all_pages(SafetyPicture(public.material)))


def _keep_beside(public: PublicMaterial, place: Path, workspace: Workspace, code: str) -> None:
    """Keep what the workspace must remember once this is published, and after which editions it comes."""
    aside = Workspace(place)
    for path in sorted((place / "protected").rglob("*.npz")):
        path.unlink()
    public.remember(Decisions(aside, code))
    after = [one.manifest for one in Published(workspace, code).all()]
    write_whole(place / AFTER, msgspec.json.encode(after))
