# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import os
from pathlib import Path

import pytest
from hypothesis import settings

from baken.methods import kernels

# Compiled once for all tests and for the commands that they start, whatever their workspace.
os.environ.setdefault(kernels.OVERRIDE, str(Path(__file__).parents[1] / "build" / "kernels"))
kernels.keep_in(Path())

# This file also puts this folder on the path, so that every test can import ``support``. Test machines are
# shared: a time limit per example would only measure that.
settings.register_profile("baken", deadline=None)
settings.load_profile("baken")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command tells the site through the environment must not reach the next test."""
    for name in ("BAKEN_AREA", "BAKEN_DATABASE", "BAKEN_DATE", "BAKEN_HOSTS", "BAKEN_WORKSPACE"):
        monkeypatch.setenv(name, "x")
        monkeypatch.delenv(name)


pytest_plugins = ["browsers", "databases", "people"]
