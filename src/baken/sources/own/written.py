# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a mapping as YAML, with what must be checked beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import fields, is_dataclass

from baken.sources.own.mapping import UNKNOWN, Mapping

_HEAD = """\
# How to read a table. Fill in every "?", and check every line with "check".
# A line without a remark is certain: it is what the catalogue, the register or the table itself says.
"""
_LAYOUT = {"long": "one figure on each row", "wide": "a column for each period"}


def write_mapping(mapping: Mapping, remarks: AnyMapping[str, str] | None = None) -> str:
    """The text of a mapping file; ``load_mapping`` reads the same mapping back.

    Args:
        mapping: what to write; what is empty is left out.
        remarks: what a person must check, by place (``indicators / Geweld``).

    """
    return _HEAD + "".join(f"{line}\n" for line in _lines(mapping, remarks or {}))


def _lines(mapping: Mapping, remarks: AnyMapping[str, str]) -> Iterator[str]:
    for one in fields(Mapping):
        value = getattr(mapping, one.name)
        if is_dataclass(value) and not isinstance(value, type):
            value = {
                part.name: getattr(value, part.name) for part in fields(value) if getattr(value, part.name)
            }
        if value in ("", None, {}, ()):
            continue
        if isinstance(value, dict):
            yield f"{one.name}:"
            for key, meaning in value.items():
                remark = _remark(meaning, remarks.get(f"{one.name} / {key}", ""))
                yield f"  {_quoted(key)}: {_quoted(meaning)}{remark}"
        elif isinstance(value, tuple):
            yield f"{one.name}:  # labels of rows that are no figures"
            yield from (f"  - {_quoted(item)}" for item in value)
        else:
            remark = (
                f"  # {_LAYOUT[value]}" if one.name == "layout" else _remark(value, remarks.get(one.name, ""))
            )
            yield f"{one.name}: {_quoted(value)}{remark}"


def _remark(value: object, remark: str) -> str:
    if value == UNKNOWN:
        return f"  # fill in: {remark}" if remark else "  # fill in"
    return f"  # {remark if remark.startswith('check') else f'check: {remark}'}" if remark else ""


def _quoted(value: object) -> str:
    """A text as YAML; plain where nothing in it can be taken for something else."""
    text = str(value)
    plain = text.isascii() and text.replace("-", "").replace("_", "").isalnum() and not text.startswith("-")
    return text if plain else json.dumps(text, ensure_ascii=False)
