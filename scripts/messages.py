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

WEB = Path(__file__).parent.parent / "src" / "baken" / "web"
PO = WEB / "locale" / "nl" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def texts() -> Iterator[tuple[str, str | tuple[str, ...], str]]:
    """Every text of the templates and modules: (file and line, message, context)."""
    for path in sorted([*WEB.rglob("*.html"), *WEB.rglob("*.py")]):
        source = path.read_text(encoding="utf-8")
        code = templatize(source, origin=str(path)) if path.suffix == ".html" else source
        found = extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS)
        for line, message, _comments, context in found:
            yield f"{path.relative_to(WEB).as_posix()}:{line}", message, context or ""


def template() -> Catalog:
    """The catalogue of all texts, without translations."""
    catalog = Catalog(project="Baken", locale="nl", fuzzy=False)
    for _place, message, context in texts():
        catalog.add(message, context=context or None)
    return catalog


def current() -> Catalog:
    """The Dutch catalogue as it stands on disk, or an empty one."""
    if not PO.is_file():
        return Catalog(locale="nl", fuzzy=False)
    with PO.open("rb") as handle:
        return read_po(handle, locale="nl")


def merged() -> Catalog:
    """The Dutch catalogue with exactly the texts that are used now."""
    catalog, old = template(), current()
    for message in catalog:
        known = old.get(message.id, message.context)
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


def problems() -> list[str]:
    """What is missing or out of date."""
    catalog, old = merged(), current()
    found = [f"no Dutch translation: {text}" for text in untranslated(catalog)]
    used = {str(one.id) for one in catalog}
    found += [f"no longer used: {one.id}" for one in old if str(one.id) not in used]
    mo = PO.with_suffix(".mo")
    if not mo.is_file() or mo.read_bytes() != compiled(old):
        found.append("django.mo is not the compiled django.po")
    return found


def main() -> int:
    """Update or check, as asked."""
    if "--check" in sys.argv:
        found = problems()
        print("\n".join(found) or "all texts are translated and compiled")
        return 1 if found else 0
    catalog = merged()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as handle:
        write_po(handle, catalog, omit_header=False, no_location=True, sort_output=True)
    PO.with_suffix(".mo").write_bytes(compiled(catalog))
    missing = untranslated(catalog)
    print(f"{len(catalog)} texts, {len(missing)} without a Dutch translation")
    for text in missing:
        print(f"  {text}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
