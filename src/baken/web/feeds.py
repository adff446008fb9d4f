# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed as feeds (Atom 1.0, RFC 4287): one for each district and one for the whole municipality.

Nobody knows at which address an edition will stand, so links are relative, and ids are UUIDs made from what
an item is about: they stay the same wherever it stands and however often it is made. The time is the day of
the edition, never the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID, uuid5

from baken.model.area import Area, AreaLevel
from baken.model.revision import RevisionLog
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.escaping import escape
from baken.publications.revisions.items import Item, areas_with_feed, items_of, state_of
from baken.publications.revisions.log import log_of
from baken.web.pages import Kind, Page, relative

_KINDS = {AreaLevel.DISTRICT: Kind.DISTRICT, AreaLevel.NEIGHBOURHOOD: Kind.NEIGHBOURHOOD}
TYPE = "application/atom+xml"
FOLDER = "feeds/"
_NAMESPACE = UUID("6f1d4a52-7c0e-5b8e-9a35-52b6f1c0a9d4")
_BRAND = Text("Veiligheidsbeeld {name}", "Safety picture {name}")
_INVENTED = Text("{brand} (verzonnen)", "{brand} (invented)")
_TITLE = Text("{brand}: wijzigingen in {area}", "{brand}: changes in {area}")


def feed_path(code: str, language: Language) -> str:
    """Where the feed of an area stands: Dutch at the root, English below ``en/``."""
    folder = "" if language is Language.NL else "en/"
    return f"{folder}{FOLDER}{code.lower()}.xml"


def is_feed(path: str) -> bool:
    """Whether a path is that of a feed."""
    return path.removeprefix("en/").startswith(FOLDER)


def feed_title(safety: SafetyPicture, area: Area, language: Language) -> str:
    """What the feed of an area is called."""
    return _TITLE.in_(language).format(brand=_brand(safety, language), area=area.name)


def _brand(safety: SafetyPicture, language: Language) -> str:
    town = safety.material.municipality
    brand = _BRAND.in_(language).format(name=town.name)
    return _INVENTED.in_(language).format(brand=brand) if town.invented else brand


def feed_files(safety: SafetyPicture) -> Iterator[tuple[str, bytes]]:
    """The feed of the municipality and of each district, in each language, with its path."""
    log = log_of(safety)
    for area in areas_with_feed(safety):
        items = items_of(safety.material, log, area)
        for language in Language:
            path = feed_path(area.code, language)
            yield path, _feed(safety, log, (area, items), language)


def _feed(
    safety: SafetyPicture, log: RevisionLog, about: tuple[Area, tuple[Item, ...]], language: Language
) -> bytes:
    area, items = about
    path = feed_path(area.code, language)
    home = _page(safety, Item("", Text("", ""), safety.material.on, (), area.code), language)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language.value}">',
        f"<id>{_id(f'{safety.material.municipality.code}/{area.code}', language)}</id>",
        f"<title>{escape(feed_title(safety, area, language))}</title>",
        f"<subtitle>{escape(state_of(safety.material, log.newest, area).in_(language))}</subtitle>",
        f"<updated>{_time(items[0].on if items else log.editions[0].on)}</updated>",
        f"<author><name>{escape(_brand(safety, language))}</name></author>",
        _link("self", TYPE, path, path),
        _link("alternate", "text/html", path, home.path),
        *(line for item in items for line in _entry(safety, item, path, language)),
        "</feed>",
    ]
    return "\n".join([*lines, ""]).encode()


def _entry(safety: SafetyPicture, item: Item, path: str, language: Language) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{_id(item.name, language)}</id>"
    yield f"<title>{escape(item.title.in_(language))}</title>"
    yield f"<updated>{_time(item.on)}</updated>"
    yield _link("alternate", "text/html", path, _page(safety, item, language).path)
    paragraphs = "".join(f"<p>{escape(one.in_(language))}</p>" for one in item.lines)
    yield f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{paragraphs}</div></content>'
    yield "</entry>"


def _page(safety: SafetyPicture, item: Item, language: Language) -> Page:
    """The page about an area, of the municipality that about an indicator, or the log where there is none."""
    area = next((one for one in safety.local_areas if one.code == item.area), None)
    if area is not None:
        return Page(_KINDS[area.level], language, area.code)
    if any(one.indicator.id == item.indicator for one in safety.records):
        return Page(Kind.INDICATOR, language, item.indicator)
    return Page(Kind.REVISIONS, language)


def _link(what: str, media: str, here: str, there: str) -> str:
    return f'<link rel="{what}" type="{media}" href="{escape(relative(here, there))}"/>'


def _id(name: str, language: Language) -> str:
    return uuid5(_NAMESPACE, f"{name}/{language.value}").urn


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
