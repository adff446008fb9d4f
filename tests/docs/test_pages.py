# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for every page: its links and paths lead somewhere, its examples work, its words are ours."""

from __future__ import annotations

import configparser
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from baken import __version__, load_picture
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import read_yaml

from .pages import DOCS, ROOT, TEXTS, blocks, run_console, run_session

NAMES = [path.relative_to(ROOT).as_posix() for path in TEXTS]
OURS = [*TEXTS, DOCS / "notebook.ipynb", ROOT / "publiccode.yml"]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:src|tests|docs|scripts|requirements)/[^`\s]*)`")
# Addresses of package registries, and paths of the machine that a page was written on, have no place in it.
REGISTRY = re.compile(r"https?://[^\s)]*(?:pypi|pythonhosted|npmjs)|index-url", re.IGNORECASE)
PACKAGES = sorted(path.parent.name for path in (ROOT / "src/baken").glob("*/__init__.py"))


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as code platforms make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("name", NAMES)
def test_every_relative_link_leads_somewhere(name: Any) -> None:
    for target in LINK.findall(text(name)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        found = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert found.exists(), f"{name}: {target}"
        assert not anchor or anchor in anchors(found), f"{name}: {target}"


@pytest.mark.parametrize("name", NAMES)
def test_every_path_that_is_named_exists(name: Any) -> None:
    made = {block.file for block in blocks(ROOT / name)}
    for path in PATH.findall(text(name)):
        if path not in made and not re.search(r"[<*]", path):
            assert (ROOT / path).exists(), f"{name}: {path}"


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_page_names_a_registry_or_a_path_of_one_machine(path: Any) -> None:
    words = path.read_text("utf-8")
    assert not REGISTRY.search(words)
    assert str(ROOT) not in words
    assert str(ROOT.parent / "shared") not in words
    assert not re.search(r"(?<![\w.~])/(?:root|tmp|home|Users)/", words)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_one_title_and_is_reached_from_another(name: Any) -> None:
    outside = re.sub(r"^ *```.*?^ *```", "", text(name), flags=re.MULTILINE | re.DOTALL)
    assert len(re.findall(r"^# ", outside, re.MULTILINE)) == 1
    reached = {
        ((ROOT / other).parent / target.partition("#")[0]).resolve()
        for other in NAMES
        if other != name
        for target in LINK.findall(text(other))
    }
    assert name == "README.md" or ROOT / name in reached


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_is_described_in_the_house(package: Any) -> None:
    assert re.search(rf"^\| `baken\.{package}` \| .+ \| .+ \|$", text("docs/index.md"), re.MULTILINE)
    assert re.search(rf"^   {package} ", text("docs/index.md"), re.MULTILINE)


def test_the_house_describes_no_room_that_is_not_built() -> None:
    described = re.findall(r"^\| `baken\.(\w+)` \|", text("docs/index.md"), re.MULTILINE)
    assert sorted(described) == PACKAGES


def test_the_house_is_drawn_in_the_order_of_the_import_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    layers = contract["importlinter:contract:house"]["layers"].split()
    built = [room for room in reversed(layers) if room.isidentifier()]
    assert re.findall(r"^\| `baken\.(\w+)` \|", text("docs/index.md"), re.MULTILINE) == built
    planned = {room.strip("()") for room in layers if room.startswith("(")}
    assert planned <= set(re.findall(r"`(\w+)`", text("docs/index.md")))


def test_the_house_begins_with_the_one_rule() -> None:
    parts = re.findall(r"^## (.+)$", text("docs/index.md"), re.MULTILINE)
    assert parts[0] == "The one rule"


def test_the_commands_of_the_readme_work(tmp_path: Path) -> None:
    number = sum(
        run_console(block.text, tmp_path)
        for block in blocks(ROOT / "README.md")
        if block.language == "console"
    )
    assert number >= 4


def test_the_library_example_of_the_readme_works(tmp_path: Path) -> None:
    sessions = [block.text for block in blocks(ROOT / "README.md") if block.language == "pycon"]
    assert len(sessions) == 1
    assert sessions[0].count(">>>") == 5
    run_session(sessions[0], tmp_path)


def test_the_readme_counts_the_indicators_right() -> None:
    catalogue = load_catalogue().indicators
    picture = load_picture("GM0935", date(2026, 11, 21))
    words = {12: "Twelve", 15: "Fifteen", 20: "Twenty"}
    page = text("README.md")
    assert f"{words[len(catalogue)]} indicators in the catalogue" in page
    assert f"{words[len(picture.records)]} of them have figures for Maastricht" in page


def test_the_commands_of_make_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    for name in NAMES:
        assert set(re.findall(r"`make ([a-z-]+)", text(name))) <= targets
    assert {"run", "test", "check"} <= targets


def test_every_command_of_make_is_described() -> None:
    offered = set(re.findall(r"^# make ([a-z-]+)", text("Makefile"), re.MULTILINE))
    assert offered <= set(re.findall(r"^\| `make ([a-z-]+)` \|", text("CONTRIBUTING.md"), re.MULTILINE))


def test_the_files_that_a_method_needs_are_those_that_the_page_names() -> None:
    page = text("docs/add-a-method.md")
    named = re.findall(r"`((?:src|docs|tests)/[^`]*<name>[^`]*)`", page)
    assert len(named) == 3
    for pattern in named:
        underscore = pattern.replace("<room>", "rates").replace("<name>", "implied_count")
        hyphen = pattern.replace("<room>", "rates").replace("<name>", "implied-count")
        assert (ROOT / underscore).is_file() or (ROOT / hyphen).is_file()


def test_the_functions_that_a_publication_needs_are_those_that_the_page_names() -> None:
    assert "\nFORMS = (" in text("src/baken/publications/forms.py")
    assert "`FORMS` in `src/baken/publications/forms.py`" in text("docs/add-a-publication.md")
    assert "texts_of" in text("src/baken/edition/reading.py")
    assert "`src/baken/edition/reading.py`" in text("docs/add-a-publication.md")


def test_the_newest_version_is_in_the_changelog() -> None:
    assert re.search(rf"^## \[{re.escape(__version__)}\]", text("CHANGELOG.md"), re.MULTILINE)


def test_the_metadata_have_what_the_standard_requires() -> None:
    says, _ = read_yaml(ROOT / "publiccode.yml")
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"}
    assert required | {"description", "legal", "maintenance", "localisation"} <= set(says)
    assert says["legal"]["license"] == "EUPL-1.2"
    assert set(says["description"]) == {"nl", "en"}
    for words in says["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert says["maintenance"]["type"] == "internal"
    assert all(set(contact) == {"name"} for contact in says["maintenance"]["contacts"])
    assert says["localisation"]["availableLanguages"] == ["nl", "en"]
