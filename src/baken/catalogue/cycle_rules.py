# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the policy cycle: those of a country, with what a municipality has ruled otherwise."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.municipality import municipalities, placed
from baken.model.cycle_rules import (
    CountedDays,
    CycleRules,
    EvaluationRule,
    InterimRule,
    LooseWords,
    PlanningRule,
    PlanRule,
    TaskTemplate,
)
from baken.model.errors import NotHeldError

NAME = "cycle.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """What a municipality has ruled itself; a duty of the law is not among it. None: as in the country."""

    loose: LooseWords | None = None
    plan: PlanRule | None = None
    evaluation: EvaluationRule | None = None
    interim: InterimRule | None = None
    planning: tuple[PlanningRule, ...] | None = None
    tasks: TaskTemplate | None = None
    questions: CountedDays | None = None
    stale: CountedDays | None = None
    soon: CountedDays | None = None
    late: CountedDays | None = None


@cache
def load_cycle_rules(country: str = "nl", municipality: str = "", root: Path = DATA) -> CycleRules:
    """The rules of the cycle in a country, or in one municipality of it by its code.

    A municipality writes its own rules in ``cycle.yaml`` in its folder; each of them takes the place of the
    whole rule of the country.

    Raises:
        InputError: a file is wrong; names the file.
        NotHeldError: nobody wrote down how the cycle runs in this country.

    """
    held = placed(CycleRules, root / country / NAME, None)
    if held is None:
        raise NotHeldError(
            f"no rules of the policy cycle are held for '{country}'.", do=f"Add {country}/{NAME} to the data."
        )
    folder = municipalities(root).get(municipality)
    own = placed(OwnRules, folder / NAME, OwnRules()) if folder else OwnRules()
    said = {one.name: getattr(own, one.name) for one in fields(own)}
    return replace(held, **{name: rule for name, rule in said.items() if rule is not None})
