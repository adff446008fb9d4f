# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way of making the policy cycle public: personal data, and claims against the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.disclosure.personal.allowed import not_allowed
from baken.disclosure.personal.hits import WORDS
from baken.disclosure.personal.scan import scan_text
from baken.disclosure.personal.voters import voters_in
from baken.model.claim import ClaimVerdict
from baken.model.public_cycle import PublicCycle, PublicGoal, PublicVote
from baken.picture.claims.check import check_text
from baken.picture.picture import SafetyPicture

REFUSED = frozenset({ClaimVerdict.CONTRADICTED, ClaimVerdict.CAUSE_WITHOUT_SOURCE})


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a record that would become public. ``ours``: people at the desk can still change them."""

    record: str
    field: str
    words: str
    ours: bool = True


def places(cycle: PublicCycle) -> Iterator[Place]:
    """All words of all records, but for the names of who voted, which a reason allows."""
    for group in fields(cycle):
        held = getattr(cycle, group.name)
        for record in held if isinstance(held, tuple) else ():
            title = getattr(record, "title", "") or getattr(record, "name", "")
            # What the council set is the wording of a decision: nobody at the desk may change it.
            ours = not (isinstance(record, PublicGoal) and record.decision)
            for name, words in _words(record):
                yield Place(title, name, words, ours)


def _words(record: object) -> Iterator[tuple[str, str]]:
    for field in fields(record):  # type: ignore[arg-type] # every record is a dataclass
        value = getattr(record, field.name)
        several = value if isinstance(value, tuple) else (value,)
        for one in several:
            if isinstance(one, str) and type(one) is str and one:
                yield field.name, one
            elif hasattr(one, "__dataclass_fields__") and not isinstance(one, PublicVote):
                yield from _words(one)


def personal(cycle: PublicCycle) -> list[str]:
    """Where personal data stands, one line each; what was found is not repeated."""
    allowed = tuple(voters_in(cycle))
    found = []
    for place in places(cycle):
        for hit in not_allowed(place.words, scan_text(place.words), allowed):
            kind = WORDS[hit.kind].in_(get_language() or "nl")
            # The title itself may be what must not be said.
            title = "" if scan_text(place.record) else place.record
            found.append(
                _("Personal data (%(kind)s) in '%(record)s' (%(field)s).")
                % {"kind": kind, "record": title, "field": place.field}
            )
    return list(dict.fromkeys(found))


def contradicted(cycle: PublicCycle, picture: SafetyPicture, day: date) -> list[str]:
    """What people wrote that the figures contradict, or that names a cause which nobody studied."""
    found = []
    for place in places(cycle):
        if not place.ours or place.field not in {"title", "what", "text", "not_measurable"}:
            continue
        for one in check_text(place.words, picture, day):
            if one.verdict in REFUSED:
                reason = one.reason.in_(get_language() or "nl")
                found.append(
                    _("The figures do not carry what '%(record)s' says: %(reason)s")
                    % {"record": place.record, "reason": reason}
                )
    return list(dict.fromkeys(found))
