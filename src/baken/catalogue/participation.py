# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who took part in the programmes of a municipality, as its documents tell it: ``participation.yaml``."""

from __future__ import annotations

from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.municipality import municipalities, placed
from baken.model.participation import ParticipationLog

NAME = "participation.yaml"


def load_participation(code: str, root: Path = DATA) -> ParticipationLog:
    """The log of a municipality; empty where it holds none.

    Raises:
        InputError: its file is wrong; names the file.

    """
    folder = municipalities(root).get(code)
    return placed(ParticipationLog, folder / NAME, ParticipationLog()) if folder else ParticipationLog()
