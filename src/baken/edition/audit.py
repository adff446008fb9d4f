# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition says of its own protection: the rule, the attackers, what they found, and checksums."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

import msgspec

from baken.disclosure.attack.probe import Attacker
from baken.disclosure.keyed import keyed
from baken.edition.tables import CubeFiles
from baken.model.disclosure import DisclosureRules
from baken.picture.protection.release import Protected

NAME = "audit.json"
FORMAT = "baken-audit"
ATTACKER = (
    "knows every figure of this edition and how it was rounded, the largest error of each cube, the exact "
    "figures of the municipality and those that publishers give to everybody; has all earlier editions and "
    "takes a figure that stayed the same to be about a count that stayed the same; does not know the secret "
    "of the workspace"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CubeAudit:
    """One cube: how many of its cells nobody can know, and whether anything came to light.

    Nothing here tells which or how many of these cells are really small: that would be knowledge too.
    ``published`` is the checksum of the cube as it is published, ``true_counts`` a keyed one of what it was
    made from. ``files`` are the checksums of the files in ``folder``, by path: the table and so many
    ``certificates``. ``closed``: the year was past its closing date, after which each correction is a new
    ``version``; ``revised`` says how many figures differ from the version before.
    """

    name: str
    cells: int
    uncertain: int
    recomputed: int
    largest_error: int
    version: int
    closed: bool
    revised: int
    folder: str
    certificates: int
    files: dict[str, str]
    published: str
    true_counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The outcome of the gate. It is only there when the edition passed."""

    rule: DisclosureRules
    attackers: tuple[str, ...] = get_args(Attacker)
    cubes: tuple[CubeAudit, ...]
    outputs: int
    attacker: str = ATTACKER
    format: str = FORMAT

    def to_bytes(self) -> bytes:
        """JSON with sorted keys; the same for the same audit."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=1) + b"\n"


def cube_audit(protected: Protected, published: CubeFiles, key: bytes) -> CubeAudit:
    """What may be said of a cube that passed the gate, and of its files."""
    rounded, bounds = protected.rounded, protected.bounds
    return CubeAudit(
        name=protected.cube.name,
        cells=rounded.layout.cells,
        uncertain=int((bounds.lower < bounds.upper).sum()),
        recomputed=0,
        largest_error=rounded.told.error_bound,
        version=protected.history.version,
        closed=protected.history.closed,
        revised=int(protected.history.revised.sum()),
        folder=published.folder,
        certificates=published.certificates,
        files={path: sha256(content).hexdigest() for path, content in published.files.items()},
        published=sha256(rounded.published.tobytes()).hexdigest(),
        true_counts=keyed(key, protected.cube.name, protected.cube.cells.counts.tobytes()),
    )
