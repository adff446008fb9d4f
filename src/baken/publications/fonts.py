# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters of what is set by the typesetter: those of a package, never of the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

_FACES = ("Regular", "Bold", "It", "BoldIt")


@contextmanager
def own_fonts() -> Iterator[str]:
    """A folder with each face once: the package holds every face in two formats, in no certain order."""
    held = files("font_source_sans_pro") / "files"
    with TemporaryDirectory(prefix="baken-fonts-") as place:
        for face in _FACES:
            name = f"SourceSansPro-{face}.ttf"
            (Path(place) / name).write_bytes((held / name).read_bytes())
        yield place
