# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Putting a new directory in the place of an old one in one step.

Linux and macOS can exchange two directories at once. Where that cannot be done the old one steps aside under
a recovery name first; if the process is killed right then, ``recover`` puts it back. Everything lies beside
the target under hidden names that begin with ``.<name>.baken-``:

* ``.<name>.baken-new-<number>``: being written, or (after the exchange) replaced; never of use afterwards;
* ``.<name>.baken-old``: the recovery name.
"""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baken.model.errors import EditionError

if sys.platform != "win32":
    import fcntl

# Linux: AT_FDCWD and RENAME_EXCHANGE of renameat2. macOS: RENAME_SWAP of renamex_np is 2 as well.
_AT_FDCWD = -100
_EXCHANGE = 2
_IMPOSSIBLE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)


@contextmanager
def workplace(out: Path) -> Iterator[Path]:
    """A new hidden directory beside ``out``, locked while in use and gone afterwards.

    Left-overs of builds that were killed are put back or cleaned first.

    Raises:
        EditionError: another build is busy with ``out``.

    """
    out.parent.mkdir(parents=True, exist_ok=True)
    tidy(out)
    new = out.parent / f"{_prefix(out)}new-{secrets.token_hex(4)}"
    new.mkdir()
    handle = _lock(new)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def tidy(out: Path) -> None:
    """Put back what a killed build moved aside, and remove what it left behind.

    Raises:
        EditionError: another build is busy with ``out``.

    """
    old = _recovery(out)
    if old.is_dir() and (not out.exists() or is_empty(out)):
        old.rename(out)
    for left in sorted(out.parent.glob(f"{_prefix(out)}*")):
        handle = _lock(left)
        if handle is not None:
            os.close(handle)
        shutil.rmtree(left, ignore_errors=True)


def put_in_place(new: Path, out: Path) -> None:
    """Make ``new`` the directory ``out``. What was there before is removed by ``workplace``, or here."""
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        old = _recovery(out)
        out.rename(old)
        new.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    sync(out.parent)


def exchange(first: Path, second: Path) -> bool:
    """Exchange two directories in one step; false where this system or file system cannot."""
    ctypes.set_errno(0)
    if _exchange(os.fsencode(first), os.fsencode(second)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _IMPOSSIBLE:
        return False
    raise OSError(number, os.strerror(number), str(second))


def _exchange(first: bytes, second: bytes) -> int:
    """Call the system: 0 when done, or else its error number is set."""
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        return int(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE))
    if hasattr(library, "renamex_np"):
        return int(library.renamex_np(first, second, _EXCHANGE))
    ctypes.set_errno(errno.ENOSYS)
    return -1


def _lock(folder: Path) -> int | None:
    """Lock a directory for as long as this process lives; a killed process holds no lock.

    Raises:
        EditionError: another process holds it.

    """
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise EditionError(
            "another build is writing this edition now.", where=str(folder), do="Wait until it is done."
        ) from None
    except OSError:
        # Some network file systems know no locks; then two builds at once are on their own.
        os.close(handle)
        return None
    return handle


def sync(path: Path) -> None:
    """See to it that a file, or the list of names in a directory, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_empty(path: Path) -> bool:
    """Whether this is a directory with nothing in it."""
    return path.is_dir() and not any(path.iterdir())


def _prefix(out: Path) -> str:
    return f".{out.name}.baken-"


def _recovery(out: Path) -> Path:
    return out.parent / f"{_prefix(out)}old"
