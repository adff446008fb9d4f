# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import ast
import doctest
import re
from pathlib import Path
from typing import Any

import pytest

import baken.methods

FILES = Path(next(iter(baken.methods.__path__)))
PAGES = Path(__file__).parents[2] / "docs" / "methods"
HEADINGS = [
    "Question",
    "Assumptions",
    "Formula",
    "Source",
    "When not to use it",
    "Validation",
    "Worked example",
]
# What methods share; each is told where it is used.
SHARED = {"kernels", "progress", "reason", "signals/table", "signals/recipes", "neighbours"}
METHODS = sorted(
    name
    for file in FILES.rglob("*.py")
    if not file.stem.startswith("_")
    and (name := file.relative_to(FILES).with_suffix("").as_posix()) not in SHARED
)


def page(method: Any) -> Path:
    return PAGES / f"{method.replace('_', '-')}.md"


def public_names(method: Any) -> list[str]:
    tree = ast.parse((FILES / f"{method}.py").read_text(encoding="utf-8"))
    named = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    return [node.name for node in named if not node.name.startswith("_")]


def test_every_method_has_a_page_and_every_page_a_method() -> None:
    pages = {
        file.relative_to(PAGES).with_suffix("").as_posix().replace("-", "_") for file in PAGES.rglob("*.md")
    }
    assert pages - {"index"} == set(METHODS)


@pytest.mark.parametrize("method", METHODS)
def test_a_page_has_the_headings_in_order_and_says_something_under_each(method: Any) -> None:
    text = page(method).read_text(encoding="utf-8")
    sections = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    assert sections[1::2] == HEADINGS
    assert all(len(body.split()) >= 5 for body in sections[2::2])


@pytest.mark.parametrize("method", METHODS)
def test_a_page_names_the_public_functions_of_its_file(method: Any) -> None:
    text = page(method).read_text(encoding="utf-8")
    assert f"`src/baken/methods/{method}.py`" in text
    for name in public_names(method):
        assert f"`{name}" in text


@pytest.mark.parametrize("method", METHODS)
def test_the_worked_example_works(method: Any) -> None:
    example = doctest.DocTestParser().get_doctest(
        page(method).read_text(encoding="utf-8").replace("```", ""), {}, method, str(page(method)), 0
    )
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


@pytest.mark.parametrize("method", METHODS)
def test_the_index_links_to_every_page(method: Any) -> None:
    target = page(method).relative_to(PAGES).as_posix()
    assert f"({target})" in (PAGES / "index.md").read_text(encoding="utf-8")


def test_every_link_of_the_index_leads_somewhere() -> None:
    text = (PAGES / "index.md").read_text(encoding="utf-8")
    assert all((PAGES / target).is_file() for target in re.findall(r"\(([\w/-]+\.md)\)", text))
