# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from baken.replay.computed import computed_table
from baken.replay.fill import sites_of
from baken.replay.messages import Site
from baken.replay.odata3 import OData3
from baken.replay.server import Replay

DATA = Path(__file__).parents[3] / "shared" / "data"
HOST = "dataderden.cbs.nl"
SHAPE = (3, 50, 100)
"""Kinds, areas and months of the small table: 15,000 rows, more than the cap and more than a page."""

Ask = Callable[..., httpx.Response]


def small(page: int = 10_000) -> OData3:
    table = computed_table("47022NED", shape=SHAPE)
    return OData3(HOST, {"47022NED": lambda: table}, page=page)


def asking(server: Replay) -> Ask:
    """Ask the server; options of a query without their dollar sign."""

    def ask(path: str, headers: dict[str, str] | None = None, **options: Any) -> httpx.Response:
        with httpx.Client(base_url=server.url, timeout=60) as client:
            given = {f"${name}": str(value) for name, value in options.items()}
            return client.get(path, params=given or None, headers=headers)

    return ask


def every_page(
    server: Replay, path: str, link: str = "odata.nextLink", **options: Any
) -> list[dict[str, Any]]:
    """All rows, page after page, with the base of this server put in the place of the publisher's."""
    rows: list[dict[str, Any]] = []
    answer = asking(server)(path, **options).json()
    rows += answer["value"]
    while link in answer:
        address = httpx.URL(answer[link])
        answer = asking(server)(f"/{address.host}{address.raw_path.decode()}").json()
        rows += answer["value"]
    return rows


@pytest.fixture(scope="session")
def data() -> Path:
    if not DATA.is_dir():
        pytest.skip("the publishers' files (../shared/data) are not on this machine")
    return DATA


@pytest.fixture(scope="session")
def filled(data: Path) -> Iterator[Replay]:
    """All publishers, filled from the folder with data."""
    with Replay(sites_of(data), packing=False) as server:
        yield server


@pytest.fixture
def server() -> Iterator[Replay]:
    """The small table alone."""
    sites: list[Site] = [small()]
    with Replay(sites) as server:
        yield server


@pytest.fixture
def ask(server: Replay) -> Ask:
    return asking(server)
