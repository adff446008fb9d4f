# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import baken.methods

_ROOM = Path(next(iter(baken.methods.__path__)))
_HEAVY = "{'numpy', 'scipy', 'numba'}"


def run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def modules(pattern: str) -> list[str]:
    files = [file for file in _ROOM.rglob(pattern) if not file.stem.endswith("_kernel")]
    return [".".join(("baken.methods", *file.relative_to(_ROOM).with_suffix("").parts)) for file in files]


@pytest.mark.parametrize(
    ("file", "call"),
    [
        ("trend.outlier", "flag_jumps([18, 18, 19, 29, None])"),
        ("trend.endpoint_sensitivity", "endpoint_sensitivity([17.2, None, 18.7, 17.1])"),
        ("comparison.ranking", "rank_of([9, 7, None, 5], 3)"),
        ("comparison.ranking", "against_reference([9, 7, None], 5, [6, 4, None], [12, 10, None])"),
        ("rates.rate_change", "rate_change((429, 132), (122753, 120227), overdispersion=2)"),
        ("rates.rounded_rate_change", "rounded_rate_change((6.4, 6.6), (122753, 120227), 1)"),
        ("rates.relative_change", "relative_change((100, 140), (900, 880))"),
        ("rates.implied_count", "implied_count(12.8, 120227)"),
        ("rates.poisson_limits", "poisson_limits(1539)"),
        ("rates.rounding", "half_up(2.5)"),
        ("survey.share_interval", "share_interval(0.187, 1000)"),
        ("survey.share_interval", "margin(0.187, 1000)"),
        ("survey.share_interval", "respondents_needed(0.205, 0.187)"),
        ("survey.share_change", "share_change((0.205, 0.187), (1000, 1000))"),
    ],
)
def test_a_method_for_a_handful_of_numbers_imports_nothing_heavy(file: Any, call: Any) -> None:
    run(f"import sys, baken.methods.{file} as m\nm.{call}\nassert not {_HEAVY} & set(sys.modules)")


def test_the_method_for_whole_columns_waits_for_an_exact_limit_to_load_scipy() -> None:
    run(
        "import sys\nfrom baken.methods.rates.rate_interval import rate_interval as rate\n"
        "rate(5, 100, method='byar'); assert 'scipy' not in sys.modules, 'too eager'\n"
        "rate(5, 100)\n"
        "assert 'scipy.special' in sys.modules and 'scipy.stats' not in sys.modules"
    )


def test_importing_all_methods_loads_neither_scipy_nor_numba_and_nothing_else_of_baken() -> None:
    run(
        "import sys\nfrom importlib import import_module\n"
        f"for name in {sorted(modules('*.py'))}:\n"
        "    if not name.endswith('_compiled'): import_module(name)\n"
        "assert not {'scipy', 'numba'} & set(sys.modules), 'too eager'\n"
        "others = [n for n in sys.modules if n.startswith('baken.') and not n.startswith('baken.methods')]\n"
        "assert not others, others"
    )
