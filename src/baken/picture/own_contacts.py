# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts are roles with a desk: no mailbox, telephone or name of a person comes in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from baken.areas.register import AreaRegister
from baken.catalogue.lexicon_personal import load_personal
from baken.catalogue.municipality import municipalities
from baken.disclosure.personal.allowed import digest_of, load_allowed
from baken.disclosure.personal.hits import WORDS
from baken.disclosure.personal.scan import scan_text
from baken.model.communication import Reach
from baken.model.errors import InputError
from baken.model.policy import Municipality
from baken.model.text import Text

ALLOWED = "allowed_personal.yaml"
"""The list of a municipality that says which numbers of desks may be published, and why."""
_PART = re.compile(r"[.+_-]")
_NAME_PART = re.compile(r"[^a-zà-ÿ]+")


def check_contacts(municipality: Municipality, register: AreaRegister) -> None:
    """Refuse contacts that point at a person, or at an area that does not exist.

    Raises:
        InputError: names the contact and what is wrong, and repeats nothing of it.

    """
    place = f"municipalities/{municipality.code}/communication.yaml"
    for one in municipality.communication.districts:
        if one.area not in register.areas:
            raise InputError(f"a contact is for the unknown area '{one.area}'.", where=place)
    areas = {word for area in register.areas.values() for word in _words(area.name)}
    places, allowed = areas | set(_words(municipality.name)), _allowed(municipality.code)
    for who, reach, texts in _contacts(municipality):
        said = (*(each for text in texts for each in (text.nl, text.en)), reach.phone, reach.mailbox)
        problem = _personal(said, municipality.country, allowed) or _mailbox(
            reach.mailbox, municipality.country, places
        )
        if problem:
            raise InputError(
                f"contact '{who}' {problem}.",
                where=place,
                do="Give the mailbox or telephone of a role or a desk, such as wijkteam-oost@.",
            )


def _contacts(municipality: Municipality) -> Iterator[tuple[str, Reach, tuple[Text, ...]]]:
    held = municipality.communication
    yield from ((one.id, one.reach, (one.name, one.what)) for one in held.contacts)
    yield from ((one.area, one.reach, (one.role,)) for one in held.districts)
    if held.district_role is not None:
        yield "of the districts", Reach(website="-"), (held.district_role,)


def _allowed(code: str) -> set[str]:
    """The digests of what the municipality may publish though it looks like personal data."""
    folder = municipalities().get(code)
    return {one.sought for one in load_allowed(folder / ALLOWED)} if folder else set()


def _personal(said: Iterable[str], country: str, allowed: set[str]) -> str:
    """What points at a person, in a few words; empty where nothing does."""
    for words in said:
        for hit in scan_text(words, country):
            if digest_of(hit.kind, hit.span.of(words)) not in allowed:
                return f"holds personal data: {WORDS[hit.kind].en}"
    return ""


def _mailbox(mailbox: str, country: str, places: set[str]) -> str:
    """Whether a mailbox may be a person's: each part before its @ must be a word for a desk or a place."""
    if not mailbox:
        return ""
    known = places | set(load_personal(country).mailboxes)
    parts = _PART.split(mailbox.partition("@")[0].lower())
    return "" if all(one in known for one in parts) else "has a mailbox that may be a person's"


def _words(name: str) -> list[str]:
    return [word for word in _NAME_PART.split(name.lower()) if word]
