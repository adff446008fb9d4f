# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading data files so that every mistake is named by file and line.

YAML is read with every scalar as text (no "no" that becomes false, no 1.10 that becomes 1.1); the types
of ``baken.model`` then say what each text must be.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import re
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import yaml

from baken.model.errors import InputError

T = TypeVar("T")
Path_ = tuple[int | str, ...]
Lines = dict[Path_, int]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LARGEST = 20 * 2**20
# Control characters, and the marks that make a text read in another order than it is stored.
UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_PLAIN = {
    "Invalid decimal string": "is not a number (use a decimal point)",
    "Expected `decimal`": "is not a number (use a decimal point)",
    "Expected `int`": "is not a whole number",
    "Expected `bool`": "must be true or false",
    "Invalid RFC3339": "is not a date (2021-12-31)",
    "Expected `date`": "is not a date (2021-12-31)",
}


def where(path: Path, line: int | None = None) -> str:
    """How a place in a file is named in a message: the last folders, the file and the line."""
    short = "/".join(path.parts[-3:])
    return f"{short}, line {line}" if line else short


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """Read a YAML file into plain dictionaries, lists and texts, with the line of every entry.

    Raises:
        InputError: the file cannot be read or is not YAML, or a key stands twice in one mapping.

    """
    lines: Lines = {}
    text = _text(path)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(f"not valid YAML: {error.problem}.", where=where(path, line)) from error
    except yaml.YAMLError as error:
        raise InputError(
            "not valid YAML: it holds a character that is not text.", where=where(path)
        ) from error
    return (_plain(node, (), lines, path) if node else {}), lines


def read_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file of at most ``LARGEST`` bytes.

    Raises:
        InputError: the file is not there, cannot be read, is a folder or a device, or is too large.

    """
    try:
        seen = path.stat()
        if not stat.S_ISREG(seen.st_mode):
            raise InputError(
                "this is a folder, a pipe or a device.", where=where(path), do="Give an ordinary file."
            )
        if seen.st_size > LARGEST:
            raise InputError(
                f"the file is larger than {LARGEST // 2**20} MiB.",
                where=where(path),
                do="Give a smaller file, or split it.",
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror}).", where=where(path)) from error


def _text(path: Path) -> str:
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            "the file is not UTF-8 text.", where=where(path, line), do="Save it again as UTF-8."
        ) from error


def _plain(node: yaml.Node, at: Path_, lines: Lines, path: Path) -> Any:  # noqa: ANN401 - YAML is untyped
    lines.setdefault(at, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in result:
                raise InputError(f"'{key.value}' stands here twice.", where=where(path, line))
            lines[(*at, key.value)] = line
            result[key.value] = _plain(value, (*at, key.value), lines, path)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, (*at, n), lines, path) for n, value in enumerate(node.value)]
    return node.value


def typed(kind: type[T], data: Any, path: Path, lines: Lines) -> T:  # noqa: ANN401 - checked here
    """Turn plain data into one of the model's types.

    Raises:
        InputError: something is missing, unknown or of the wrong kind; names file and line.

    """
    _refuse_unknown(kind, data, (), path, lines)
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as error:
        message, _, trail = str(error).partition(" - at `$")
        at = tuple(name or int(number) for name, number in _STEP.findall(trail))
        raise InputError(_explain(message, at, data), where=where(path, _line(lines, at))) from error


def load(kind: type[T], path: Path) -> T:
    """Read one YAML file as one of the model's types; see ``typed`` for what is refused."""
    data, lines = read_yaml(path)
    return typed(kind, data, path, lines)


def load_by_id(kind: type[T], path: Path) -> dict[str, T]:
    """Read a YAML file that lists things with an id, as a dictionary by that id.

    Raises:
        InputError: an id stands twice; see ``typed`` for what else is refused.

    """
    data, lines = read_yaml(path)
    found: dict[str, T] = {}
    for n, one in enumerate(typed(tuple[kind, ...], data, path, lines)):  # type: ignore[valid-type]
        name = data[n]["id"]
        if name in found:
            raise InputError(f"'{name}' stands here twice.", where=where(path, lines[n, "id"]))
        found[name] = one
    return found


def read_csv(
    path: Path, required: tuple[str, ...], known: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, row) of a comma-separated UTF-8 file with a header.

    Args:
        path: the file.
        required: columns that must be there.
        known: the only columns that may be there; any other is refused at the header. Empty: all may.

    Raises:
        InputError: the file cannot be read, a required column is missing, a column is unknown or stands
            twice, a row has another number of cells, or a cell holds a control character.

    """
    rows = _cells(path)
    _, header = next(rows, (1, []))
    _check_header(header, required, known, where(path, 1))
    for line, cells in rows:
        if not cells:
            continue
        if len(cells) != len(header):
            raise InputError(
                f"{len(cells)} cells where {len(header)} are expected.",
                where=where(path, line),
                do="A decimal comma or an unquoted comma splits a cell; use a decimal point.",
            )
        _check_readable(cells, where(path, line))
        yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))


def _check_header(header: list[str], required: tuple[str, ...], known: tuple[str, ...], place: str) -> None:
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        name = "semicolons (as Excel does in Dutch)" if ";" in header[0] else "tabs"
        raise InputError(
            f"the columns are separated by {name}.", where=place, do="Save the file with commas between them."
        )
    _check_readable(header, place)
    missing = [name for name in required if name not in header]
    if missing:
        raise InputError(
            f"the column{'s' * (len(missing) > 1)} {', '.join(missing)} "
            f"{'are' if len(missing) > 1 else 'is'} missing.",
            where=place,
            do=f"Needed: {', '.join(required)}.",
        )
    if len(set(header)) < len(header):
        raise InputError("a column name stands twice.", where=place)
    # A misspelt column must not be silently ignored.
    unknown = [name for name in header if known and name not in known]
    if unknown:
        raise InputError(f"unknown column '{unknown[0]}'.", where=place, do=f"Known: {', '.join(known)}.")


def _check_readable(cells: list[str], place: str) -> None:
    found = next(filter(None, map(UNREADABLE.search, cells)), None)
    if found:
        raise InputError(
            f"a cell holds the control character U+{ord(found[0]):04X}.",
            where=place,
            do="Remove it: nobody can see it, and it changes how the text is shown.",
        )


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise InputError(f"not a valid row: {error}.", where=where(path, reader.line_num)) from error


def _line(lines: Lines, location: Path_) -> int | None:
    """The line of the place itself, or else of the nearest entry around it."""
    for length in range(len(location), -1, -1):
        if location[:length] in lines:
            return lines[location[:length]]
    return None


def _explain(message: str, at: Path_, data: Any) -> str:  # noqa: ANN401 - whatever the file held
    for step in at:
        # The path of a mistake leaves out the keys of a mapping with free keys, such as ``levels``.
        inside = not isinstance(data, dict) or step in data
        data = data[step] if inside else {}
    name = " / ".join(str(part) for part in at) or "the file"
    plain = next((words for start, words in _PLAIN.items() if message.startswith(start)), "")
    got = f" (it says '{data}')" if isinstance(data, str) else ""
    return f"'{name}' {plain or 'cannot be: ' + message}{got}."


@cache
def _fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _refuse_unknown(kind: Any, data: Any, at: Path_, path: Path, lines: Lines) -> None:  # noqa: ANN401
    """Refuse keys that the type does not have: a misspelt key must not be silently ignored."""
    arguments = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        for option in arguments:
            _refuse_unknown(option, data, at, path, lines)
    elif isinstance(data, list) and arguments:
        for n, item in enumerate(data):
            _refuse_unknown(arguments[0], item, (*at, n), path, lines)
    elif isinstance(data, dict) and isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _fields(kind)
        for key, item in data.items():
            if key not in hints:
                raise InputError(f"'{key}' is not known here.", where=where(path, _line(lines, (*at, key))))
            _refuse_unknown(hints[key], item, (*at, key), path, lines)
    elif isinstance(data, dict) and len(arguments) == 2:
        for key, item in data.items():
            _refuse_unknown(arguments[1], item, (*at, key), path, lines)
