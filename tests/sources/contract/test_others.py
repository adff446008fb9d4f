# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The same contract for sources with an adapter of their own, on the files that their publishers gave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from baken.model.errors import BakenError, InputError, SourceError
from baken.replay.fill import sites_of
from baken.replay.messages import Site
from baken.sources.contract import Ask
from baken.sources.registry import source

from .asking import Asker, downloaded, read
from .test_contract import FAILING, FETCHABLE, SMALL

SHARED = Path(__file__).parents[4] / "shared/data"
OTHERS = [name for name in FETCHABLE if name not in (*SMALL, *FAILING)]
ASK = Ask(municipality="GM0935")


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    if not SHARED.is_dir():
        pytest.skip("the publishers' files (../shared/data) are not on this machine")
    return sites_of(SHARED)


@pytest.fixture(scope="module", params=OTHERS)
def asker(request: pytest.FixtureRequest, publishers: Sequence[Site]) -> tuple[str, Asker]:
    name = request.param
    try:
        return name, downloaded(name, ASK if source(name).country == "nl" else Ask(), publishers)
    except SourceError as error:
        pytest.skip(f"no stand-in serves {name} ({error.where}); its own tests read its files")


def test_the_same_parts_give_the_same_rows(asker: tuple[str, Asker]) -> None:
    name, found = asker
    assert found.parts
    ask = ASK if source(name).country == "nl" else Ask()
    assert read(name, ask, dict(reversed(found.parts.items()))) == read(name, ask, found.parts)


@pytest.mark.parametrize("garbage", [b"", b"<html>storing</html>", b'{"value":'])
def test_garbage_in_the_parts_is_refused_in_one_line(asker: tuple[str, Asker], garbage: bytes) -> None:
    name, found = asker
    ask = ASK if source(name).country == "nl" else Ask()
    with pytest.raises(InputError) as refused:
        read(name, ask, dict.fromkeys(found.parts, garbage))
    assert "\n" not in str(refused.value)
    assert any(part in str(refused.value) for part in found.parts)


@pytest.mark.parametrize("name", OTHERS)
def test_a_publisher_that_does_not_answer_is_said_as_it_is(name: str) -> None:
    with pytest.raises(BakenError) as failed:
        downloaded(name, ASK, [])
    assert type(failed.value) is SourceError
