# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of a table with something changed in them on purpose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from baken.model.errors import InputError
from baken.replay.messages import Site
from baken.sources.contract import Ask
from fetching import Bytes

from .asking import downloaded, read

CITY = Ask(municipality="GM0935", beside=("NL", "PV31", "RE-LB"))
ROWS = "TypedDataSet/000001"


def changed(parts: Bytes, part: str, change: Any) -> Bytes:
    """The parts with one of them changed, as plain data."""
    data = json.loads(parts[part])
    change(data)
    return Bytes({**parts, part: json.dumps(data).encode()})


def assert_refused(name: str, parts: Bytes, words: str, ask: Ask = CITY) -> None:
    with pytest.raises(InputError, match=words) as error:
        read(name, ask, parts)
    assert "\n" not in str(error.value)


def parts_of(name: str, publishers: Sequence[Site], ask: Ask = CITY) -> Bytes:
    return downloaded(name, ask, publishers).parts
