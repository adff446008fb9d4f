# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which municipality a document is about where the command does not say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from baken.model.errors import UnknownAreaError, UsageError

if TYPE_CHECKING:
    from baken.documents.document import Document

_CODE = re.compile(r"(?i)gm[0-9]{4}")
_MUNICIPALITY = re.compile(
    r"(?:[Gg]emeente(?:raad van| van)?|[Rr]aad (?:der|van de) gemeente|GEMEENTE)\s+"
    r"(?P<name>(?:['’]s-|Den |De |Het )?[A-Z][a-zà-ÿ]{2,30}"
    r"(?:(?: (?:aan (?:den|de)|en|op|bij) |-| )[A-Z][a-zà-ÿ]{2,30})?)"
)


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


def unheld_name(document: Document, asked: str | None, error: UsageError) -> str:
    """The name of a municipality that is not held, whose document can be checked all the same.

    It is the one asked for, unless that looks like a slip in one that is held; or else the name that the
    document gives most often after "gemeente".

    Raises:
        UsageError: there is no such name: the error that led here.

    """
    if asked:
        slip = isinstance(error, UnknownAreaError) and error.nearest and not _CODE.fullmatch(asked)
        if slip or not isinstance(error, UnknownAreaError):
            raise error
        return _most_named(document.text) or asked if _CODE.fullmatch(asked) else asked
    name = _most_named(document.text)
    if not name or named_in(document.text):
        raise error
    return name


def _most_named(text: str) -> str:
    found = Counter(one["name"] for one in _MUNICIPALITY.finditer(text))
    return found.most_common(1)[0][0] if found else ""


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
    from baken.catalogue.municipality import load_municipality, municipalities

    municipality, area = find_area(asked)
    if municipality not in municipalities():
        # Its documents are checked against the figures of the country: its own are in no folder.
        raise UnknownAreaError(asked, ())
    if area != municipality:
        name = load_municipality(municipality).name
        raise UsageError(
            f"'{asked}' is a part of {name}; a document is held against the figures of a whole municipality.",
            do=f"Use --area {municipality}.",
        )
    return municipality
