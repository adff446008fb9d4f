# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Certificates and what they are about as files that any reader of numpy arrays opens (``.npz``).

The same content gives the same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.certificates.certificates import Certificates
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import Knowledge, Values

_CERTIFICATES = "baken certificates 1"
_ARRAYS = ("table", "start", "cell", "step", "cells", "low", "high")
_KNOWLEDGE = "baken knowledge 1"
_MOST = 2**30
"""Bytes at most: a file from elsewhere must not fill the memory."""


def write_certificates(file: Path, given: Certificates) -> None:
    """Write certificates; a file that is there is replaced."""
    _write(
        file,
        {name: getattr(given, name) for name in _ARRAYS}
        | {"width": np.array([given.width]), "made_for": _letters(given.made_for)},
        _CERTIFICATES,
    )


def read_certificates(file: Path) -> Certificates:
    """Read certificates.

    Raises:
        ValueError: the file holds none.

    """
    found = _read(
        file, _CERTIFICATES, ["made_for", "width", "table", "start", "cell", "step", "cells", "low", "high"]
    )
    return Certificates(
        made_for=found["made_for"].astype(np.uint8).tobytes().decode("ascii", "replace"),
        width=int(found["width"][0]) if len(found["width"]) else 0,
        **{name: found[name] for name in _ARRAYS},
    )


def write_knowledge(file: Path, knowledge: Knowledge) -> None:
    """Write what is public: bounds, secret cells and equations."""
    equations = knowledge.equations
    _write(
        file,
        {
            "lower": knowledge.lower,
            "upper": knowledge.upper,
            "secret": knowledge.secret.astype(np.int64),
            "start": equations.start,
            "index": equations.index,
            "sign": equations.sign,
        },
        _KNOWLEDGE,
    )


def read_knowledge(file: Path) -> Knowledge:
    """Read what is public.

    Raises:
        ValueError: the file holds none, or its arrays do not fit each other.

    """
    found = _read(file, _KNOWLEDGE, ["lower", "upper", "secret", "start", "index", "sign"])
    start, index, sign = found["start"], found["index"], found["sign"]
    fits = len(start) and not start[0] and (np.diff(start) >= 0).all() and start[-1] == len(index)
    if not fits or len(index) != len(sign) or (len(index) and int(index.min()) < 0):
        raise ValueError(f"the equations in {file.name} do not fit together.")
    secret = found["secret"].astype(bool)
    return Knowledge(found["lower"], found["upper"], secret, Equations(start, index, sign))


def _write(file: Path, arrays: Mapping[str, Values], form: str) -> None:
    whole = {name: _small(one) for name, one in ({"form": _letters(form)} | dict(arrays)).items()}
    with file.open("wb") as handle:
        # Not compressed: versions of zlib give different bytes for the same content.
        np.savez(handle, **whole)  # type: ignore[arg-type]


def _small(values: Values) -> NDArray[np.signedinteger]:
    """The values in the shortest whole numbers that hold them all."""
    most = max(int(values.max(initial=0)), -int(values.min(initial=0)))
    kind = next(one for one in ("<i1", "<i2", "<i4", "<i8") if most <= np.iinfo(one).max)
    return np.asarray(values).astype(kind)


def _read(file: Path, form: str, names: list[str]) -> dict[str, Values]:
    try:
        _check_size(file)
        with np.load(file, allow_pickle=False) as found:
            arrays = {name: np.asarray(found[name]) for name in ("form", *names)}
    except (BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, zlib.error) as error:
        raise ValueError(f"{file.name} does not hold {form}.") from error
    if any(one.ndim != 1 or one.dtype.kind not in "iu" for one in arrays.values()):
        raise ValueError(f"{file.name} does not hold {form}.")
    if arrays.pop("form").astype(np.uint8).tobytes() != form.encode():
        raise ValueError(f"{file.name} does not hold {form}.")
    return {name: one.astype(np.int64) for name, one in arrays.items()}


def _check_size(file: Path) -> None:
    with ZipFile(file) as packed:
        if sum(one.file_size for one in packed.infolist()) > _MOST:
            raise BadZipFile


def _letters(text: str) -> Values:
    return np.frombuffer(text.encode("ascii"), np.uint8).astype(np.int64)
