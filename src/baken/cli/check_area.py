# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which municipality a document is about where the command does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.documents.document import Document


def municipality_of(document: Document, asked: str | None, usual: str) -> str:
    """The municipality asked for, or else the only known one that the document names, or else the usual one.

    Args:
        document: the document.
        asked: a code or a name, or nothing.
        usual: the area of the workspace; empty where it names none.

    Returns:
        Its code.

    Raises:
        UnknownAreaError: nobody knows the area.
        UsageError: it is only a part of a municipality; or none is asked for and the document does not settle
            it.

    """
    if asked:
        return _whole(asked)
    named = named_in(document.text)
    if len(named) == 1:
        return next(iter(named))
    if usual:
        return _whole(usual)
    known = ", ".join(f"{name} ({code})" for code, name in named.items())
    found = f"the document names more than one municipality: {known}" if named else "the document names none"
    raise UsageError(f"no municipality is given and {found}.", do="Use --area, such as --area GM0935.")


def named_in(text: str) -> dict[str, str]:
    """The municipalities held whose name stands in a text as a word of its own, by code.

    Capitals count: many a name is an ordinary word as well. A name in capitals only will do.
    """
    from baken.catalogue.municipality import load_municipality, municipalities

    names = {code: load_municipality(code).name for code in municipalities()}
    return {code: name for code, name in names.items() if _stands_in(name, text)}


def _stands_in(name: str, text: str) -> bool:
    either = "|".join(re.escape(one) for one in (name, name.upper()))
    return re.search(rf"(?<![\w-])(?:{either})(?!\w)", text) is not None


def _whole(asked: str) -> str:
    from baken.areas.load import find_area
    from baken.catalogue.municipality import load_municipality

    municipality, area = find_area(asked)
    if area != municipality:
        name = load_municipality(municipality).name
        raise UsageError(
            f"'{asked}' is a part of {name}; a document is held against the figures of a whole municipality.",
            do=f"Use --area {municipality}.",
        )
    return municipality
