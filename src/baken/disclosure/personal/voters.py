# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The names that may be published because these members of the council voted by name in public."""

from __future__ import annotations

from collections.abc import Iterator

from baken.disclosure.personal.allowed import Allowed
from baken.disclosure.personal.hits import Kind
from baken.model.public_cycle import PublicCycle

_REASON = "stemde bij naam in een openbare vergadering van de gemeenteraad: {title}"
_AUTHOR = "griffier"


def voters_in(cycle: PublicCycle) -> Iterator[Allowed]:
    """Who voted by name, as the record of the vote names them. The decision is the reason for each."""
    for vote, decision in cycle.voters:
        for words in sorted({vote.member, f"{vote.title} {vote.member}".strip()}):
            reason = _REASON.format(title=decision.title)
            yield Allowed(
                kind=Kind.NAME, words=words, reason=reason, author=_AUTHOR, on=decision.taken or cycle.on
            )
