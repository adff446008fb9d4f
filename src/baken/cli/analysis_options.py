# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The options that the commands with methods share, and what the words given to them mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.analysis.held import Held
    from baken.model.text import Language

AreaArgument = Annotated[
    str | None, typer.Argument(metavar="AREA", help="Municipality, district or neighbourhood.")
]
HtmlOption = Annotated[str, typer.Option("--html", metavar="FILE", help="Also write a page for reading.")]
IndicatorOption = Annotated[
    str,
    typer.Option("--indicator", metavar="ID", help="An indicator, or a measure: politie-misdrijven/1.1.1."),
]
LanguageOption = Annotated[str, typer.Option("--language", metavar="nl|en", help="The language [nl].")]
NeighboursOption = Annotated[
    str, typer.Option("--neighbours", metavar="FILE", help="Pairs of areas that are neighbours: two columns.")
]
OutlinesOption = Annotated[
    str, typer.Option("--outlines", metavar="FILE", help="GeoJSON with the outlines of the areas.")
]
PeriodOption = Annotated[
    str, typer.Option("--period", metavar="P", help="2021, 2021-Q2 or 2021-03 [the newest year].")
]
SeedOption = Annotated[str, typer.Option("--seed", metavar="N", help="Where chance begins [1].")]
SimulationsOption = Annotated[
    str, typer.Option("--simulations", metavar="N", help="How often chance is tried [999].")
]
_MOST = 10**9


def language(text: str) -> Language:
    """The language that was asked for.

    Raises:
        UsageError: another than Dutch or English.

    """
    from baken.model.text import Language

    try:
        return Language(text.strip().lower() or "nl")
    except ValueError:
        raise UsageError(f"'{text}' is no language here.", do="Use nl or en.") from None


def whole(text: str, name: str, usual: int, least: int = 1) -> int:
    """A whole number that was asked for, or the usual one.

    Raises:
        UsageError: it is none, or too small.

    """
    bare = text.strip()
    if not bare:
        return usual
    if not (bare.isascii() and bare.isdigit()) or not least <= int(bare) <= _MOST:
        raise UsageError(f"--{name} is '{text}', not a whole number of {least} or more.")
    return int(bare)


def one_of(area: str | None, files: dict[str, str]) -> str:
    """The option of the one file that was given; empty if the answer is to come from the store.

    Raises:
        UsageError: both an area and a file, or several files.

    """
    given = [name for name, value in files.items() if value]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} cannot go together.")
    if given and area:
        raise UsageError(f"an area and {given[0]} cannot go together.", do="Leave one of them out.")
    return given[0] if given else ""


def held(area: str | None, on: str | None, place: str | None) -> tuple[Held, str]:
    """What is held of the municipality that the area lies in, and the code of the area."""
    from baken.analysis.held import open_held

    asked = options.area_or_default(area, place)
    return open_held(asked, options.day(on), options.reader(place))


def indicator(text: str) -> str:
    """The indicator or measure that was asked for.

    Raises:
        UsageError: none was.

    """
    if not text:
        raise UsageError("no indicator is given.", do="Use --indicator, such as --indicator hic.")
    return text


def refuse_without(needed: str, given: dict[str, str]) -> None:
    """Refuse options that only mean something together with another.

    Raises:
        UsageError: names the option.

    """
    for name, value in given.items():
        if value:
            raise UsageError(f"{name} goes with {needed} only.")


def refuse_with(file: str, given: dict[str, object]) -> None:
    """Refuse options that mean nothing together with a file.

    Raises:
        UsageError: names the option.

    """
    for name, value in given.items():
        if value:
            raise UsageError(f"{name} and {file} cannot go together.")
