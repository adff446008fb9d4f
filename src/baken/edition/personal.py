# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""No output of an edition holds personal data, unless a list says why it may.

The lists are data of the country and of the municipality, and so part of the checksum of the definitions.
"""

from __future__ import annotations

from collections.abc import Mapping

from baken.disclosure.personal.allowed import Allowed, load_allowed
from baken.disclosure.personal.hits import WORDS, Kind
from baken.disclosure.personal.masking import BLOCK
from baken.disclosure.personal.outputs import OutputHit, scan_outputs
from baken.disclosure.personal.voters import voters_in
from baken.edition.reading import texts_of
from baken.model.errors import PublicationError
from baken.picture.material import Material

NAME = "allowed_personal.yaml"
_MOST = 5
# The checksum of a number can be worked out by trying all numbers; that of a name or an address cannot.
_NAMES = (Kind.NAME, Kind.AUTHOR, Kind.ADDRESS, Kind.MAIL)


def check_personal(files: Mapping[str, bytes], material: Material) -> None:
    """Refuse outputs that hold personal data.

    Args:
        files: every output, by path.
        material: what they were made of; its country and municipality say what may stand.

    Raises:
        PublicationError: something was found (names output, line and kind, never the words), or an output
            cannot be read.
        InputError: a list of what is allowed is wrong; names file and line.

    """
    texts = {name: text for path in sorted(files) for name, text in texts_of(path, files[path])}
    hits = scan_outputs(texts.items(), allowed_in(material), material.municipality.country)
    if not hits:
        return
    # A name that stands on every page is said once.
    first = {hit.digest: hit for hit in reversed(hits)}
    told = [_line(hit, texts[hit.name]) for hit in sorted(first.values(), key=hits.index)]
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    raise PublicationError(
        f"personal data ({len(hits)} times): {'; '.join(told[:_MOST])}{more}.",
        do="Nothing was published. Take it out, or allow it with a reason: see docs/personal-data.md.",
    )


def allowed_in(material: Material) -> tuple[Allowed, ...]:
    """What may be published in this country and by this municipality, each with its reason.

    Who voted in public is known by name to everybody. The record of such a vote is its own reason, so that
    nobody has to repeat these names in a list.
    """
    country = material.catalogue.folder
    own = country / "municipalities" / material.municipality.code
    voters = voters_in(material.cycle.told) if material.cycle else ()
    return (*load_allowed(country / NAME), *load_allowed(own / NAME), *voters)


def _line(hit: OutputHit, text: str) -> str:
    """One hit: where it is, what it is, its shape and, where that tells nothing, its checksum."""
    words = hit.span.of(text)
    shape = "".join(sign if sign.isspace() else BLOCK for sign in words)
    told = f"{hit.name}, line {hit.line}: {WORDS[hit.kind].en} ({shape})"
    return f"{told}, digest {hit.digest}" if hit.kind in _NAMES else told
