# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality holds for its papers to the council: words, points to decide, house style."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from baken.catalogue.catalogue import DATA
from baken.catalogue.municipality import municipalities, placed
from baken.model.text import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """The title of the deck and what is asked of the council, and where that stands."""

    title: Text | None = None
    subtitle: Text | None = None
    questions: tuple[Text, ...] = ()
    document: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is known of a proposal before anybody writes it. What is empty is left to be filled in.

    ``points`` are what the council is asked to decide, in order. ``college`` is the day on which the
    executive proposes it and ``meeting`` the day on which the council decides.
    """

    points: tuple[Text, ...] = ()
    department: str = ""
    number: str = ""
    college: date | None = None
    meeting: date | None = None
    item: str = ""


def load_presentation(code: str, root: Path = DATA) -> Presentation:
    """The words of a municipality for its deck; empty where it holds none.

    Raises:
        InputError: its file is wrong.

    """
    return _held(Presentation, code, "presentation.yaml", Presentation(), root)


def load_proposal(code: str, root: Path = DATA) -> Proposal:
    """What a municipality holds of its next proposal; empty where it holds nothing.

    Raises:
        InputError: its file is wrong.

    """
    return _held(Proposal, code, "proposal.yaml", Proposal(), root)


def house_style(code: str, name: str, root: Path = DATA) -> Path | None:
    """A template of the municipality's own, such as ``slides.pptx``, if its folder has one."""
    folder = municipalities(root).get(code)
    path = folder / name if folder else None
    return path if path is not None and path.exists() else None


def _held(kind: type[T], code: str, name: str, otherwise: T, root: Path) -> T:
    folder = municipalities(root).get(code)
    return placed(kind, folder / name, otherwise) if folder else otherwise
