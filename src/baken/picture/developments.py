# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The register of developments, and whether it is complete enough for a final edition."""

from __future__ import annotations

from baken.model.development import Explanation, ExplanationKind
from baken.model.errors import PublicationError
from baken.model.policy import Municipality
from baken.model.text import Text
from baken.picture.caveats import runs_with_controls
from baken.picture.series import IndicatorPicture

NOT_SCORED = Text("nog niet gescoord", "not scored yet")
_GOES_WITH = Text("{name} hangt mogelijk samen met: {what}.", "{name} may go together with: {what}.")


def check_final(municipality: Municipality) -> None:
    """Refuse a final edition of a real municipality in which a development has no impact score.

    A working edition may show it, as not scored yet: nobody but the municipality can give a score.

    Raises:
        PublicationError: names the developments without a score.

    """
    missing = municipality.register.without_impact
    if municipality.invented or not missing:
        return
    raise PublicationError(
        f"{len(missing)} developments of {municipality.name} have no impact score: "
        f"{', '.join(one.id for one in missing)}.",
        where=f"municipalities/{municipality.code}/developments.yaml",
        do="Give each an impact of 1 to 5 with author, date and reason.",
    )


def proposed(municipality: Municipality, record: IndicatorPicture) -> tuple[Explanation, ...]:
    """The explanations that a rule proposes for a record: more looking, where checks ran in its period.

    A proposal, made for what comes to light by looking and rose; a person decides whether it is used.
    """
    change = record.change
    if change is None or change.observed_direction <= 0 or "haal-intervention" not in _rules(record):
        return ()
    ran = [one for one in municipality.interventions if runs_with_controls((one,), record.indicator, change)]
    return tuple(
        Explanation(id=f"{record.indicator.id}-{one.id}", kind=ExplanationKind.ENFORCEMENT, name=one.label)
        for one in ran
    )


def explained(record: IndicatorPicture, what: Explanation) -> Text:
    """An explanation in words: what goes together, and never what brought it about."""
    name = record.indicator.name
    return Text(
        _GOES_WITH.nl.format(name=name.nl, what=what.name.nl),
        _GOES_WITH.en.format(name=name.en, what=what.name.en),
    )


def _rules(record: IndicatorPicture) -> set[str]:
    return {one.rule for one in record.caveats}
