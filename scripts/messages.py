# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Collect the texts of the interface, bring the Dutch catalogue up to date and compile it.

python scripts/messages.py           update django.po and compile django.mo
python scripts/messages.py --check   say what is missing or out of date; exit 1 if anything is
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parent.parent / "src" / "baken"
PUBLIC = "web"
# The rooms whose texts stand in one catalogue, by the room that keeps it.
ROOMS = {
    PUBLIC: (PUBLIC,),
    "desk": ("desk", "accounts", "cycle", "evidence", "measures", "participation"),
}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def po_of(keeper: str) -> Path:
    """Where the Dutch catalogue of some rooms stands."""
    return SOURCE / keeper / "locale" / "nl" / "LC_MESSAGES" / "django.po"


def texts(rooms: tuple[str, ...]) -> Iterator[tuple[str, str | tuple[str, ...], str]]:
    """Every text of the templates and modules: (file and line, message, context)."""
    paths = (path for room in rooms for kind in ("*.html", "*.py") for path in (SOURCE / room).rglob(kind))
    for path in sorted(paths):
        source = path.read_text(encoding="utf-8")
        code = templatize(source, origin=str(path)) if path.suffix == ".html" else source
        found = extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS)
        for line, message, _comments, context in found:
            yield f"{path.relative_to(SOURCE).as_posix()}:{line}", message, context or ""


def template(rooms: tuple[str, ...]) -> Catalog:
    """The catalogue of all texts, without translations."""
    catalog = Catalog(project="Baken", locale="nl", fuzzy=False)
    for _place, message, context in texts(rooms):
        catalog.add(message, context=context or None)
    return catalog


def current(keeper: str) -> Catalog:
    """The Dutch catalogue as it stands on disk, or an empty one."""
    if not po_of(keeper).is_file():
        return Catalog(locale="nl", fuzzy=False)
    with po_of(keeper).open("rb") as handle:
        return read_po(handle, locale="nl")


def merged(keeper: str) -> Catalog:
    """The Dutch catalogue with exactly the texts that are used now.

    A text that the public site has too is said the same: Django looks there first.
    """
    catalog, old, public = template(ROOMS[keeper]), current(keeper), current(PUBLIC)
    for message in catalog:
        known = public.get(message.id, message.context) or old.get(message.id, message.context)
        if message.id and known:
            message.string = known.string
    catalog.fuzzy = False
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """The texts without a Dutch translation."""
    return [str(one.id) for one in catalog if one.id and not _complete(one)]


def _complete(one: Message) -> bool:
    """Whether every form of a text is translated."""
    forms = one.string if isinstance(one.string, tuple | list) else [one.string]
    return bool(forms) and all(forms)


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as Django reads it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def problems(keeper: str) -> list[str]:
    """What is missing or out of date."""
    catalog, old = merged(keeper), current(keeper)
    found = [f"{keeper}: no Dutch translation: {text}" for text in untranslated(catalog)]
    used = {str(one.id) for one in catalog}
    found += [f"{keeper}: no longer used: {one.id}" for one in old if str(one.id) not in used]
    mo = po_of(keeper).with_suffix(".mo")
    if not mo.is_file() or mo.read_bytes() != compiled(old):
        found.append(f"{keeper}: django.mo is not the compiled django.po")
    return found


def update(keeper: str) -> None:
    """Bring one catalogue up to date and say what is missing."""
    catalog, po = merged(keeper), po_of(keeper)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as handle:
        write_po(handle, catalog, omit_header=False, no_location=True, sort_output=True)
    po.with_suffix(".mo").write_bytes(compiled(catalog))
    missing = untranslated(catalog)
    print(f"{keeper}: {len(catalog)} texts, {len(missing)} without a Dutch translation")
    for text in missing:
        print(f"  {text}")


def main() -> int:
    """Update or check, as asked."""
    if "--check" in sys.argv:
        found = [one for keeper in ROOMS for one in problems(keeper)]
        print("\n".join(found) or "all texts are translated and compiled")
        return 1 if found else 0
    for keeper in ROOMS:
        update(keeper)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
