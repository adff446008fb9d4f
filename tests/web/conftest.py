# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Iterator

import pytest

from .sites import EXAMPLE, MAASTRICHT, Site, render, served


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one site on one worker, so that each site is rendered once."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        called = getattr(item, "callspec", None)
        code = called.params.get("site") if called else None
        if code or names & {"maastricht", "example"}:
            code = code or (MAASTRICHT if "maastricht" in names else EXAMPLE)
            item.add_marker(pytest.mark.xdist_group(f"site-{code}"))


def _site(code: str, factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = factory.mktemp(code)
    site = render(code, folder)
    with served(folder) as address:
        site.address = address
        yield site


@pytest.fixture(scope="session")
def maastricht(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a real municipality."""
    yield from _site(MAASTRICHT, tmp_path_factory)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the invented municipality."""
    yield from _site(EXAMPLE, tmp_path_factory)


@pytest.fixture(params=[MAASTRICHT, EXAMPLE])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the two sites."""
    found = request.getfixturevalue("maastricht" if request.param == MAASTRICHT else "example")
    assert isinstance(found, Site)
    return found
