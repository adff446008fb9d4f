# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The safety picture that the papers take their figures from.

Which picture that is, and where it is kept, knows whoever shows it: it is handed in (``provide``), so that a
paper tells the same figures as the public pages. It must be of public material.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from baken.model.errors import BakenError, UsageError
from baken.model.number import format_number
from baken.model.text import Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

Loader = Callable[[], SafetyPicture]
_NONE = Text(
    "De cijfers van het veiligheidsbeeld konden niet worden geladen: {why}",
    "The figures of the safety picture could not be loaded: {why}",
)
_NOT_PROVIDED = Text("er is geen veiligheidsbeeld aangesloten.", "no safety picture is connected.")
_NOT_PUBLIC = Text("het beeld is niet beschermd.", "the picture is not protected.")


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest figure of an indicator in one area, with its period and the record that it stands in."""

    value: Decimal
    period: str
    record: IndicatorPicture

    def printed(self, language: str) -> str:
        """The figure in the notation of a language."""
        return format_number(self.value, self.record.indicator.decimals, language)


@dataclass(frozen=True, slots=True)
class Held:
    """The picture, or why there is none."""

    picture: SafetyPicture | None = None
    why: Text | None = None

    def newest(self, code: str, area: str = "") -> Newest | None:
        """The newest figure of an indicator in an area, or the municipality; None where none is shown."""
        if self.picture is None or code not in self.picture.material.catalogue.indicators:
            return None
        record = self.picture.record(code, area or self.picture.material.municipality.code)
        latest = record.latest
        if latest is None or latest.value is None:
            return None
        return Newest(latest.value, str(latest.observation.period), record)

    def must(self) -> SafetyPicture:
        """The picture.

        Raises:
            UsageError: there is none; says why.

        """
        if self.picture is None:
            why = self.why or _NONE
            raise UsageError(why.nl)
        return self.picture


class _Source:
    """Where the picture comes from; nothing until somebody says so."""

    loader: Loader | None = None


def provide(loader: Loader | None) -> None:
    """Say where the picture comes from; None takes it away."""
    _Source.loader = loader


def held_picture() -> Held:
    """The picture as it is now, or one sentence that says why there is none."""
    if _Source.loader is None:
        return Held(why=_because(_NOT_PROVIDED))
    try:
        found = _Source.loader()
    except (BakenError, OSError) as error:
        return Held(why=_because(Text(str(error), str(error))))
    if not found.material.public:
        return Held(why=_because(_NOT_PUBLIC))
    return Held(found)


def _because(why: Text) -> Text:
    return Text(_NONE.nl.format(why=why.nl), _NONE.en.format(why=why.en))
