# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from baken.store.workspace import Workspace

from .making import DAY, Publishers, replaying
from .persons import Person


@pytest.fixture
def publishers() -> Publishers:
    return Publishers()


@pytest.fixture
def person(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    publishers: Publishers,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Person]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY.timestamp())))
    Workspace(tmp_path / "mine").create("GM0935")
    with replaying(publishers) as server:
        yield Person(capsys, tmp_path / "mine", server)
