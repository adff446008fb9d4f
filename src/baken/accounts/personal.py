# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding personal data in what people type: where it stands, and what to write instead."""

from __future__ import annotations

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.disclosure.personal.hits import WORDS, Kind
from baken.disclosure.personal.scan import scan_text

_INSTEAD = {
    Kind.NAME: gettext_lazy("Write a role, such as 'a resident' or 'the community officer'."),
    Kind.AUTHOR: gettext_lazy("Write the organisation."),
    Kind.MAIL: gettext_lazy("Leave it out and choose the organisation."),
    Kind.PHONE: gettext_lazy("Leave it out and choose the organisation."),
    Kind.ADDRESS: gettext_lazy("Write the street without a number, or the neighbourhood."),
    Kind.BIRTH: gettext_lazy("Write a group of ages, such as 'around twenty'."),
}
_OTHERWISE = gettext_lazy("Leave it out: nothing here is about one person.")


def persons_in(text: str, allowed: frozenset[Kind] = frozenset()) -> list[str]:
    """What is wrong with a text, one line for each place; nothing where no personal data is found.

    Officials named with their office, such as a mayor, are no personal data here. ``allowed`` are kinds that
    may stand in it. What was found is not repeated.
    """
    return [_line(text, hit.span.start, hit.kind) for hit in scan_text(text or "") if hit.kind not in allowed]


def _line(text: str, start: int, kind: Kind) -> str:
    before = text[:start]
    place = {
        "kind": WORDS[kind].in_(get_language() or "nl"),
        "line": before.count("\n") + 1,
        "sign": start - (before.rfind("\n") + 1) + 1,
        "instead": _INSTEAD.get(kind, _OTHERWISE),
    }
    return _("Personal data (%(kind)s) in line %(line)d, from character %(sign)d. %(instead)s") % place
