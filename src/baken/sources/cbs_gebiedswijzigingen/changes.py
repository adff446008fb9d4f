# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The descriptions of all municipalities laid side by side, as one list of changes.

A transfer is as a rule described twice: with the municipality that gave and with the one that received.
Where both state a number and the numbers differ, neither is used: the amount is not known, and a remark
says so. Where only one of them states it, it is that number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from baken.areas.boundary_changes import BoundaryChanges, Measure, Municipality, Rename, Side, Transfer
from baken.model.errors import InputError
from baken.sources.cbs_gebiedswijzigingen.descriptions import Description, Part, read_description
from baken.sources.contract import Parts

TABLE, BESIDE = "03759ned", "83625NED"
CODES, PROPERTIES = "RegioSCodes", "Properties"
FIRST = date(1988, 1, 1)
"""The first day from which the descriptions tell of every change."""
_LEVEL = "GM"
_Key = tuple[date, str, str]


def load_changes(parts: Parts) -> BoundaryChanges:
    """All changes of boundaries that a snapshot of the descriptions holds.

    Raises:
        InputError: a part is lacking or is not what CBS promised; names the part and the code.

    """
    names, texts = _codes(parts, TABLE)
    beside = _codes(parts, BESIDE)[1]
    held = {code: text for code, text in texts.items() if code.startswith(_LEVEL)}
    read = {code: _read(code, text) for code, text in held.items()}
    transfers, differing = _transfers(read)
    return BoundaryChanges(
        first=FIRST,
        last=_modified(parts),
        municipalities={code: _municipality(code, names[code], one) for code, one in read.items()},
        transfers=tuple(transfers),
        renames=tuple(sorted(_renames(read), key=lambda one: (one.day, one.old))),
        remarks=(*differing, *_unread(read), *_other_ends(read, beside)),
    )


def _codes(parts: Parts, table: str) -> tuple[dict[str, str], dict[str, str]]:
    """The names and the descriptions of all areas of a table, by their trimmed code."""
    found = parts.names(f"{table}/{CODES}/")
    if not found:
        raise InputError("no part with the codes of the areas.", where=f"{table}/{CODES}")
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    for part in found:
        for row in _rows(parts, part):
            code = row["Identifier"].strip()
            if code in names:
                raise InputError(f"area {code} stands here twice.", where=part)
            names[code], texts[code] = row["Title"].strip(), row["Description"] or ""
    return names, texts


def _rows(parts: Parts, part: str) -> Iterable[Mapping[str, Any]]:
    rows = _json(parts, part).get("value")
    if not isinstance(rows, list):
        raise InputError("the reply has no list 'value'.", where=part)
    for row in rows:
        for key in ("Identifier", "Title"):
            if not isinstance(row, dict) or not isinstance(row.get(key), str):
                raise InputError(f"an area without '{key}'.", where=part)
        if not isinstance(row.get("Description", 0), str | None):
            raise InputError(f"area {row['Identifier']} has no 'Description'.", where=part)
    return rows


def _json(parts: Parts, part: str) -> dict[str, Any]:
    try:
        found = json.loads(parts[part])
    except ValueError as error:
        raise InputError(f"the reply is not JSON ({error}).", where=part) from error
    if not isinstance(found, dict):
        raise InputError("the reply is not a JSON object.", where=part)
    return found


def _modified(parts: Parts) -> date:
    """The day on which CBS last changed the table: what happened later cannot stand in it."""
    name = next(iter(parts.names(f"{TABLE}/{PROPERTIES}")), "")
    if not name:
        raise InputError("no part with the properties of the table.", where=f"{TABLE}/{PROPERTIES}")
    stamp = _json(parts, name).get("Modified")
    try:
        return date.fromisoformat(str(stamp)[:10])
    except ValueError:
        raise InputError(f"'Modified' is '{stamp}', which is no moment.", where=name) from None


def _read(code: str, text: str) -> Description:
    try:
        return read_description(text)
    except ValueError as error:
        raise InputError(f"{code}: {error}.", where=f"{TABLE}/{CODES}") from None


def _municipality(code: str, name: str, said: Description) -> Municipality:
    gone = said.gone or max((day for day, _ in said.new_codes), default=None)
    # The day on which it was formed goes before the day on which its code began: where they differ, the
    # transfers are of the first.
    return Municipality(code=code, name=name, start=said.formed or said.begun, gone=gone)


def _renames(read: Mapping[str, Description]) -> Iterator[Rename]:
    for code, said in read.items():
        for day, new in said.new_codes:
            yield Rename(day, code, new)


def _transfers(read: Mapping[str, Description]) -> tuple[list[Transfer], list[str]]:
    """Every transfer once, in order, and remarks on those of which the two texts differ."""
    by_giver: dict[_Key, Part] = {}
    by_receiver: dict[_Key, Part] = {}
    for code, said in read.items():
        for part in said.parts:
            key = (part.day, code, part.other) if part.given else (part.day, part.other, code)
            side = by_giver if part.given else by_receiver
            if key in side:
                raise InputError(
                    f"{code}: {part.other} stands twice on {part.day}.", where=f"{TABLE}/{CODES}"
                )
            side[key] = part
    transfers, remarks = [], []
    for key in sorted({*by_giver, *by_receiver}):
        one, differing = _laid_together(key, by_giver.get(key), by_receiver.get(key))
        transfers.append(one)
        remarks.extend(differing)
    return transfers, remarks


def _laid_together(key: _Key, given: Part | None, received: Part | None) -> tuple[Transfer, list[str]]:
    day, giver, receiver = key
    amounts: dict[Measure, Decimal | None] = {}
    remarks = []
    for measure in Measure:
        said = {getattr(part, measure) for part in (given, received) if part} - {None}
        if len(said) > 1:
            remarks.append(
                f"{giver} and {receiver} state different {measure} on {day}: "
                f"{getattr(given, measure)} and {getattr(received, measure)}; neither is used"
            )
        amounts[measure] = said.pop() if len(said) == 1 else None
    side = Side.BOTH if given and received else Side.GIVER if given else Side.RECEIVER
    transfer = Transfer(
        day=day,
        giver=giver,
        receiver=receiver,
        residents=amounts[Measure.RESIDENTS],
        dwellings=amounts[Measure.DWELLINGS],
        hectares=amounts[Measure.HECTARES],
        stated_by=side,
    )
    return transfer, remarks


def _unread(read: Mapping[str, Description]) -> Iterator[str]:
    for code, said in read.items():
        for line in said.unread:
            yield f"{code}: a line that says nothing known: {line}"


def _other_ends(read: Mapping[str, Description], beside: Mapping[str, str]) -> Iterator[str]:
    """Where the shorter table says another day on which a municipality ended."""
    for code, said in read.items():
        if code not in beside:
            continue
        other = read_description(beside[code]).gone
        if other != said.gone:
            yield f"{code}: ended on {said.gone or '-'} in {TABLE} and on {other or '-'} in {BESIDE}"
