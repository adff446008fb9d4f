# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The command line. Each command is one module; it asks the core and says what that answers, no more.

Starting up is a budget: a module here imports only typer at the top, and what a command needs inside it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from baken.model.errors import (
    BakenError,
    CombinationError,
    ConfirmationNeeded,
    NotHeldError,
    NotJudgedError,
    PublicationError,
)

__all__ = ["main"]

NO, WRONG, INTERRUPTED = 1, 2, 130
_ANSWER_IS_NO = (PublicationError, CombinationError, NotJudgedError, NotHeldError, ConfirmationNeeded)
_VERBOSE = ("-v", "--verbose")
# Nearly all that a command makes lives until its end: looking often for what does not costs time only.
_MADE_BETWEEN_LOOKS = 100_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code.

    0: done, or the answer is yes. 1: the answer is no. 2: wrong use or bad input. What is wrong is one line
    on standard error; ``--verbose``, anywhere in the line, shows where in the program as well.
    """
    from baken.cli.app import app

    gc.set_threshold(_MADE_BETWEEN_LOOKS)
    given = list(sys.argv[1:] if arguments is None else arguments)
    verbose, given = _take_verbose(given)
    try:
        app(given, prog_name="baken")
    except BakenError as error:
        if verbose:
            raise
        _leave(f"error: {error}", NO if isinstance(error, _ANSWER_IS_NO) else WRONG)
    except KeyboardInterrupt:
        _leave("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output had enough of it; closing must not complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NO)
    except OSError as error:
        # A directory that may not be written, a disk that is full: the system's own words say enough.
        if verbose or not error.strerror:
            raise
        place = f"{error.filename}: " if error.filename else ""
        _leave(f"error: {place}{error.strerror.lower()}.", WRONG)


def _take_verbose(given: list[str]) -> tuple[bool, list[str]]:
    """Whether ``--verbose`` stands before a ``--``, and the line without it."""
    end = given.index("--") if "--" in given else len(given)
    rest = [word for word in given[:end] if word not in _VERBOSE]
    return len(rest) < end, rest + given[end:]


def _leave(line: str, code: int) -> None:
    sys.stderr.write(f"{line}\n")
    sys.exit(code)
