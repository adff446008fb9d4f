# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Holding a text of a report against the figures, and what that means for signing it.

What is found is kept with the text, of exactly these words: a text that changes loses its check and its
signature.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from baken.accounts.changes import Asked, change
from baken.accounts.rights import Act
from baken.cycle.models import ReportText
from baken.cycle.papers.imprint import today
from baken.cycle.papers.pictures import Held
from baken.model.claim import ClaimVerdict, JudgedClaim
from baken.model.errors import UsageError
from baken.model.governance import Role
from baken.picture.claims.check import check_text

TO_ANSWER = frozenset({ClaimVerdict.CONTRADICTED.value, ClaimVerdict.CAUSE_WITHOUT_SOURCE.value})
"""No edition publishes such a sentence of its own; a person who does says why."""


def digest_of(text: ReportText) -> str:
    """What a check is of: the words, and where they stand."""
    said = "\n".join((text.report_id, text.theme_id or "", text.text))
    return hashlib.sha256(said.encode()).hexdigest()


def check_of(text: ReportText, held: Held, answers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the figures say of a text, as it is kept with it; without a picture that nothing was checked.

    ``answers`` are the reasons that the writer gives, by the key of a finding.
    """
    picture = held.picture
    day = picture.material.on if picture else today()
    judged = check_text(text.text, picture, day) if picture else ()
    found = [_found(one, text.text) for one in judged]
    keys = {one["key"] for one in found if one["verdict"] in TO_ANSWER}
    given = {key: said.strip() for key, said in (answers or {}).items() if key in keys and said.strip()}
    return {
        "digest": digest_of(text),
        "picture": day.isoformat() if picture else None,
        "why_not": {"nl": held.why.nl, "en": held.why.en} if held.why else None,
        "found": found,
        "answers": given,
    }


def _found(one: JudgedClaim, text: str) -> dict[str, Any]:
    words = _shown(one, text)
    return {
        "key": f"{one.verdict.value}-{one.claim.words.start}",
        "verdict": one.verdict.value,
        "words": words,
        "place": text.find(words) + 1,
        "reason": {"nl": one.reason.nl, "en": one.reason.en},
        "carried": {"nl": one.carried.nl, "en": one.carried.en} if one.carried else None,
    }


def _shown(one: JudgedClaim, text: str) -> str:
    """The words of a claim; its place is in the text with the lines joined that belong together."""
    from baken.documents.document import text_document  # noqa: PLC0415 - only a text with claims needs it

    return one.claim.words.of(text_document(text).text)


def to_answer(checked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The findings that must be changed or answered, and are not."""
    answers = checked.get("answers", {})
    return [
        one for one in checked.get("found", ()) if one["verdict"] in TO_ANSWER and not answers.get(one["key"])
    ]


def sign(text: ReportText, answers: Mapping[str, str], held: Held, asked: Asked) -> ReportText:
    """Check a text once more and sign it, in the first role of the signer that may write it.

    Raises:
        UsageError: the figures contradict it and no reason is given.
        NotAllowedError: none of the roles of this person may.
        Conflict: it was changed by somebody else.

    """
    checked = check_of(text, held, answers)
    if missing := to_answer(checked):
        said = "; ".join(f"‘{one['words']}’" for one in missing)
        raise UsageError(
            _("The figures do not carry: %(what)s.") % {"what": said},
            do=_("Change the text, or give a reason for each."),
        )
    roles = [one for one in Role if one in asked.by.roles & set(text.rights.table(Act.CHANGE))]
    values = {"checked": checked, "signed_by": roles[0].value if roles else "", "signed_on": today()}
    return change(text, values, asked)


def outdated(text: ReportText, held: Held) -> list[str]:
    """What the figures of today contradict in a signed text and nobody answered."""
    if held.picture is None:
        return []
    checked = check_of(text, held, text.checked.get("answers", {}))
    return [one["words"] for one in to_answer(checked)]
