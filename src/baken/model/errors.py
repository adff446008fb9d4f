# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that Baken can refuse, in one tree.

    BakenError
    ├── UsageError            a command was used in a way that cannot work
    │   └── UnknownAreaError  an area that nobody knows, with the nearest names
    ├── InputError            a file says something that cannot be: names file and row
    ├── CombinationError      figures that may not be added or drawn on one line
    ├── NotJudgedError        a judgement was asked for that the figures do not carry
    ├── ConfirmationNeeded    allowed only when a person confirms the stated rule
    ├── PublicationError      an edition that may not be published as it is
    └── EditionError          a directory that is not an edition, or not the one meant

Each carries one line for a person: what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class BakenError(Exception):
    """The root of the tree. ``str(error)`` is one line: what, where and what to do."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        """Take the parts of the line; ``where`` and ``do`` may be empty."""
        self.what = " ".join(what.split())
        self.where = where
        self.do = do
        place = f"{where}: " if where else ""
        advice = f" {do}" if do else ""
        super().__init__(f"{place}{self.what}{advice}")


class UsageError(BakenError):
    """A command or function was used in a way that cannot work."""


class UnknownAreaError(UsageError):
    """An area code or name that the registers do not hold."""

    def __init__(self, asked: str, nearest: tuple[str, ...]) -> None:
        """Name what was asked and the nearest known names, best first."""
        self.nearest = nearest
        hint = f"Did you mean {', '.join(nearest)}?" if nearest else "See 'baken doctor' for the areas held."
        super().__init__(f"unknown area '{asked}'.", do=hint)


class InputError(BakenError):
    """A row or entry of a file that cannot be true; nothing of the file is used."""


class CombinationError(BakenError):
    """Figures that may not be added together or drawn on one line."""


class NotJudgedError(BakenError):
    """A judgement was asked for that the figures do not carry."""


class ConfirmationNeeded(BakenError):  # noqa: N818 - a question to a person rather than a fault
    """Allowed only when a person has read the rule and confirms it."""


class PublicationError(BakenError):
    """An edition that may not be published as it is."""


class EditionError(BakenError):
    """A directory that is not an edition, or not the edition that was meant."""


class NotHeldError(BakenError):
    """Nothing is held of what was asked: no value, and no reason why there is none either."""


class StoreError(BakenError):
    """Something that the workspace holds, or should hold, is not as it was left; or somebody else writes."""


class SourceError(BakenError):
    """A publisher does not answer, or answers something else than what it promises."""
