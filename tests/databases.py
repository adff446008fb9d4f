# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Marks every test that uses the database, so that ``-m database`` runs these on another one.

The database is that of BAKEN_DATABASE when the run starts, or SQLite.
"""

from __future__ import annotations

import pytest

USING = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "database: uses the database (make test-postgresql)")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & USING or item.get_closest_marker("django_db"):
            item.add_marker("database")


def pytest_report_header() -> str:
    from django.db import connection

    return f"database: {connection.vendor}"
