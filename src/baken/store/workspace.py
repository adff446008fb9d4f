# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The workspace: the one directory that holds everything of one installation.

It holds ``baken.toml``, ``snapshots/``, ``observations/``, ``protected/``, ``published/``, ``cycle/`` and
``editions/``. A copy of it is a back-up; a second municipality is a second workspace. Nothing is written
anywhere else, except an edition where its maker asks for it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import Any

from baken.model.errors import InputError, UsageError
from baken.store.files import write_secret, write_whole

FILE = "baken.toml"
KEY = "rounding.key"
DESK_KEY = "desk.key"
VARIABLE = "BAKEN_WORKSPACE"
DEFAULT = "workspace"
LANGUAGES = ("nl", "en")
_SECRET_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where a workspace is, and what its ``baken.toml`` says. It need not exist yet."""

    root: Path
    area: str = ""
    languages: tuple[str, ...] = LANGUAGES

    @classmethod
    def find(
        cls,
        asked: Path | None = None,
        *,
        environ: Mapping[str, str] | None = None,
        start: Path | None = None,
    ) -> Workspace:
        """The workspace asked for, or that the environment names, or the nearest, or ``./workspace``.

        Args:
            asked: what ``--workspace`` says; it must exist.
            environ: the environment variables, of this process unless given.
            start: where to look upwards from, the current directory unless given.

        Raises:
            UsageError: the directory that was named does not exist.
            InputError: its ``baken.toml`` is wrong; names the file and the key.

        """
        here = (start or Path.cwd()).absolute()
        told = (os.environ if environ is None else environ).get(VARIABLE, "")
        named = asked if asked is not None else Path(told) if told else None
        if named is not None:
            if not (here / named).is_dir():
                raise UsageError(
                    f"the workspace {named} does not exist.", do=f"Make it: baken init --workspace {named}"
                )
            return cls._read(here / named)
        for folder in (here, *here.parents):
            if (folder / FILE).is_file():
                return cls._read(folder)
        return cls._read(here / DEFAULT)

    @classmethod
    def _read(cls, root: Path) -> Workspace:
        path = root / FILE
        try:
            says = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(root)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InputError(f"not valid TOML: {error}.", where=str(path)) from error
        return cls(root, *_settings(says, str(path)))

    @property
    def exists(self) -> bool:
        """Whether it is there."""
        return self.root.is_dir()

    @property
    def snapshots(self) -> Path:
        """Where it is written down what came in, and from where."""
        return self.root / "snapshots"

    @property
    def blobs(self) -> Path:
        """Where the bytes that came in are kept, each under its checksum."""
        return self.snapshots / "blobs"

    @property
    def observations(self) -> Path:
        """Where the observations are kept."""
        return self.root / "observations"

    @property
    def editions(self) -> Path:
        """Where editions can be put."""
        return self.root / "editions"

    def create(self, area: str = "") -> Workspace:
        """Make the directories and ``baken.toml``; without an area the file says how to fill one in.

        Raises:
            UsageError: there is a workspace already, or something that is no directory.

        """
        path = self.root / FILE
        if path.exists():
            raise UsageError(f"{self.root} is a workspace already.", do=f"Change {path} instead.")
        if self.root.exists() and not self.root.is_dir():
            raise UsageError(f"{self.root} is not a directory.")
        for folder in (self.snapshots, self.editions):
            folder.mkdir(parents=True, exist_ok=True)
        line = f'area = "{area}"' if area else '# area = "GM0935"'
        write_whole(path, f"# The municipality of this workspace.\n{line}\n".encode())
        return Workspace(self.root, area)

    def secret(self, area: str = "") -> bytes:
        """What the rounding of small counts starts from: 32 random bytes that never leave the workspace.

        Made when they are first asked for, the workspace of that area too, and readable by its owner only.

        Raises:
            InputError: the file is no such secret.

        """
        return self._kept_secret(KEY, area, "without it editions cannot be made again")

    def desk_key(self, area: str = "") -> bytes:
        """What sessions and links of the desk are signed with: made and kept like ``secret``."""
        return self._kept_secret(DESK_KEY, area, "or remove it: then everybody must sign in again")

    def _kept_secret(self, name: str, area: str, loss: str) -> bytes:
        path = self.root / name
        if not path.exists():
            if not self.exists:
                self.create(area)
            write_secret(path, token_bytes(_SECRET_LENGTH))
        data = path.read_bytes()
        if len(data) != _SECRET_LENGTH:
            raise InputError(
                f"this is no secret of {_SECRET_LENGTH} bytes.",
                where=str(path),
                do=f"Put it back from a back-up: {loss}.",
            )
        return data

    def keep(self, data: bytes) -> Path:
        """Keep an own table of figures as it came in; the same bytes are kept once."""
        digest = sha256(data).hexdigest()
        path = self.snapshots / f"{digest}.csv"
        if self.held(digest) is None:
            self.snapshots.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        return path

    def kept(self) -> Iterator[bytes]:
        """Every own table that is kept and still what it was."""
        for path in sorted(self.snapshots.glob("*.csv")):
            data = self.held(path.stem)
            if data is not None:
                yield data

    def held(self, digest: str) -> bytes | None:
        """A kept table by its checksum, or nothing where it is not held or no longer what it was."""
        path = self.snapshots / f"{digest}.csv"
        data = path.read_bytes() if path.is_file() else b""
        return data if sha256(data).hexdigest() == digest else None


def _settings(says: dict[str, Any], where: str) -> tuple[str, tuple[str, ...]]:
    unknown = sorted(says.keys() - {"area", "languages"})
    if unknown:
        raise InputError(f"'{unknown[0]}' is not known here.", where=where, do="Known: area, languages.")
    area, languages = says.get("area", ""), says.get("languages", list(LANGUAGES))
    if not isinstance(area, str):
        raise InputError(f"'area' is not a code (it says {area}).", where=where, do='Write area = "GM0935".')
    if not isinstance(languages, list) or not languages or not set(map(str, languages)) <= set(LANGUAGES):
        raise InputError("'languages' must name nl, en or both.", where=where, do='languages = ["nl", "en"].')
    return area, tuple(map(str, languages))
