# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``baken doctor`` looks at on this machine. It needs nothing that may be missing."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata

from baken import __version__
from baken.model.errors import BakenError

OLDEST_PYTHON = (3, 11)
# What the packages are for: a test holds them against the project's own list.
PURPOSES = {
    "django": "the pages",
    "gunicorn": "serving the site",
    "whitenoise": "serving an edition",
    "numpy": "the methods",
    "scipy": "the methods",
    "numba": "the methods on thousands of series and areas",
    "duckdb": "the observations of a workspace",
    "highspy": "proving that hidden figures stay hidden",
    "httpx": "asking publishers",
    "stamina": "asking publishers again",
    "zstandard": "keeping what came in",
    "python-calamine": "reading spreadsheets",
    "python-docx": "reading Word documents",
    "python-pptx": "reading slides",
    "openpyxl": "writing spreadsheets",
    "typst": "setting the safety analysis as PDF",
    "pikepdf": "finishing PDF documents",
    "font-source-sans-pro": "the letters of PDF documents",
    "pypdfium2": "reading PDF documents",
    "pyspellchecker": "finding words that are written wrongly",
    "msgspec": "reading definitions, writing JSON",
    "pyyaml": "reading definitions",
    "rich": "tables and progress bars",
    "typer": "this command line",
    "django-csp": "the security policy of the pages",
    "dj-database-url": "finding the database of the desk",
    "django-axes": "refusing who guesses passwords",
    "django-htmx": "pages of the desk that follow a build",
    "django-otp": "the second factor of signing in",
    "mozilla-django-oidc": "signing in at the municipality's own provider",
    "psycopg": "the desk on PostgreSQL",
    "segno": "the code that sets up a second factor",
}
# Programs beside Python; none is needed to build, verify or serve.
PROGRAMS = {
    "Chromium": (("chromium", "chromium-browser", "google-chrome"), "testing the pages in a browser"),
    "LibreOffice": (("soffice", "libreoffice"), "checking documents for Word and spreadsheets"),
    "PostgreSQL": (("postgres", "psql", "pg_ctl"), "the database of a large installation"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that is there or not, and what it is for."""

    name: str
    present: bool
    needed: bool
    found: str
    purpose: str

    def as_record(self) -> dict[str, object]:
        """As plain data."""
        return asdict(self)


def software() -> Iterator[Part]:
    """Python, Baken and the packages that it needs to run."""
    new_enough = sys.version_info >= OLDEST_PYTHON
    least = ".".join(map(str, OLDEST_PYTHON))
    yield Part(
        name="Python",
        present=new_enough,
        needed=True,
        found=platform.python_version(),
        purpose=f"{least} or newer",
    )
    yield Part(name="baken", present=True, needed=True, found=__version__, purpose="this program")
    for name, purpose in PURPOSES.items():
        found = _installed(name)
        yield Part(name=name, present=bool(found), needed=True, found=found, purpose=purpose)


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def programs() -> Iterator[Part]:
    """Programs that are of use but not needed."""
    for name, (commands, purpose) in PROGRAMS.items():
        found = next((path for path in map(shutil.which, commands) if path), "")
        yield Part(name=name, present=bool(found), needed=False, found=found, purpose=purpose)


def workspace(asked: str | None) -> tuple[Part, str]:
    """The workspace and the area that it names; one that was named but is not there is missing."""
    from baken.cli import options

    purpose = "own tables of figures; make one with 'baken init'"
    try:
        found = options.workspace(asked)
    except BakenError as error:
        return Part(name="workspace", present=False, needed=True, found="", purpose=str(error)), ""
    part = Part(name="workspace", present=found.exists, needed=False, found=str(found.root), purpose=purpose)
    return part, found.area
