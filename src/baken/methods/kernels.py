# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the compiled kernels are kept, and compiling them all beforehand. Imports no numba by itself.

A kernel is a function that numba compiles. Kernels stand in files named ``_<what>_kernel.py``, which import
numba and are themselves imported only inside the function that needs them. What was compiled is kept on
disk under a digest of all kernel files: a changed helper never meets a stale caller.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from hashlib import sha256
from pathlib import Path

from baken.methods._threads import available

_ROOM = Path(__file__).parent
_PACKAGE = _ROOM.parent
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
    """The directory in use, if it can be written; None means that kernels are compiled at each start.

    Where none was named it lies beside the bytecode of this package.
    """
    place = Path(os.environ.get(_NUMBA) or _ROOM / "__pycache__" / digest())
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    if not os.access(place, os.W_OK):
        return None
    os.environ[_NUMBA] = str(place)
    return place


def digest() -> str:
    """A short digest of the version of Python and of all kernel files."""
    whole = sha256(sys.version.encode())
    for file in _files():
        whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


def warm() -> Iterator[str]:
    """Compile every kernel that is not kept yet; yields the name of each file when it is ready.

    Kernels state their types, so importing their file is enough. Each file is imported by a process of its
    own, as many at a time as there are processors; what all of them use goes first. Where all were compiled
    on this machine before, nothing is done.

    Raises:
        RuntimeError: a file cannot be imported; says why.

    """
    place = kept_in()
    ready = place / "ready" if place else None
    if ready and ready.exists() and ready.read_text("utf-8") == platform.node():
        return
    first, *others = sorted(_files(), key=lambda file: file.stem != "_random_kernel")
    yield _compiled(first)
    with ThreadPoolExecutor(available()) as pool:
        for done in as_completed([pool.submit(_compiled, file) for file in others]):
            yield done.result()
    if ready:
        ready.write_text(platform.node(), "utf-8")


def _compiled(file: Path) -> str:
    dotted = ".".join((_PACKAGE.name, *file.relative_to(_PACKAGE).with_suffix("").parts))
    code = f"import importlib; importlib.import_module({dotted!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{file.name} cannot be compiled: {done.stderr.strip().splitlines()[-1]}")
    return file.stem.removeprefix("_").removesuffix("_kernel")


def _files() -> list[Path]:
    return sorted(_PACKAGE.rglob("_*_kernel.py"))
