# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the compiled kernels are kept, and compiling them all beforehand. Imports no numba by itself.

A kernel is a function that numba compiles. Kernels stand in files named ``_<what>_kernel.py``, which import
numba and are themselves imported only inside the function that needs them. What was compiled is kept on
disk under a digest of all kernel files: a changed helper never meets a stale caller.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path

_ROOM = Path(__file__).parent
_NUMBA = "NUMBA_CACHE_DIR"
OVERRIDE = "BAKEN_KERNELS"
"""Environment variable that names another directory for compiled kernels than the one in the workspace."""


def keep_in(directory: Path) -> Path:
    """Keep compiled kernels below this directory; call it before the first kernel is imported.

    An environment variable BAKEN_KERNELS goes before the argument. The answer is the directory in use.
    """
    chosen = Path(os.environ.get(OVERRIDE) or directory).absolute() / digest()
    os.environ[_NUMBA] = str(chosen)
    return chosen


def kept_in() -> Path | None:
    """The directory in use, if it can be written; None means that kernels are compiled at each start."""
    named = os.environ.get(_NUMBA)
    if not named:
        return None
    try:
        Path(named).mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return Path(named) if os.access(named, os.W_OK) else None


def digest() -> str:
    """A short digest of the version of Python and of all kernel files."""
    whole = sha256(sys.version.encode())
    for file in _files():
        whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


def warm() -> Iterator[str]:
    """Compile every kernel that is not kept yet; yields the name of each file when it is ready.

    Kernels state their types, so importing their file is enough.
    """
    for file in _files():
        dotted = ".".join(("baken", "methods", *file.relative_to(_ROOM).with_suffix("").parts))
        import_module(dotted)
        yield file.stem.removeprefix("_").removesuffix("_kernel")


def _files() -> list[Path]:
    return sorted(_ROOM.rglob("_*_kernel.py"))
