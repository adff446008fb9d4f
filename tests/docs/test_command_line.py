# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page about the command line names every command, argument and option, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from baken.cli.app import app

from .pages import DOCS, follow

PAGE = DOCS / "command-line.md"
GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = {"baken": GROUP, **{f"baken {name}": one for name, one in GROUP.commands.items()}}
HELP = {"--help"}
OPTION = re.compile(r"`(--?[a-z][a-z-]*)`")


def section(name: str) -> str:
    """What stands below the heading of a command."""
    parts = re.split(r"^## (.+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert name in found, f"docs/command-line.md has no heading '## {name}'"
    return found[name]


def rows(name: str) -> str:
    """The first cells of the table of a command."""
    return "\n".join(re.findall(r"^\| (`.+?) \|", section(name), re.MULTILINE))


def test_every_command_has_a_heading_and_every_heading_is_a_command() -> None:
    headings = re.findall(r"^## (baken.*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described_and_every_described_option_exists(name: str) -> None:
    options = {word for one in COMMANDS[name].params if one.param_type_name == "option" for word in one.opts}
    assert set(OPTION.findall(rows(name))) == options - HELP


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_described(name: str) -> None:
    for one in COMMANDS[name].params:
        if one.param_type_name == "argument":
            for word in re.findall(r"[A-Z]+", one.metavar):
                assert f"`{word}`" in rows(name)


def test_the_examples_work(tmp_path: Path) -> None:
    done = follow(PAGE, tmp_path)
    assert done.count("console") >= 4
