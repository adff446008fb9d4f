# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import subprocess
import sys

import pytest

import baken.methods


def run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_importing_the_room_imports_no_numpy_and_no_scipy() -> None:
    run("import sys, baken.methods; assert not {'numpy', 'scipy'} & set(sys.modules), 'too eager'")


def test_methods_on_plain_numbers_need_no_numpy() -> None:
    run(
        "import sys, baken.methods as m\n"
        "m.half_up(2.5); m.share_change((0.2, 0.3), (100, 100)); m.margin(0.2, 100)\n"
        "m.implied_count(1.3, 120227); m.poisson_limits(5); m.rate_change, m.rounded_rate_change\n"
        "assert 'numpy' not in sys.modules, 'too eager'"
    )


def test_scipy_waits_for_an_exact_limit_and_scipy_stats_never_loads() -> None:
    run(
        "import sys, baken.methods as m\n"
        "[getattr(m, name) for name in m.__all__]\n"
        "m.rate_interval(5, 100, method='byar'); m.share_interval(0.2, 100); m.implied_count(1.3, 120227)\n"
        "assert 'scipy' not in sys.modules, 'too eager'\n"
        "m.rate_interval(5, 100); m.rate_change((5, 6), (100, 100))\n"
        "assert 'scipy.special' in sys.modules and 'scipy.stats' not in sys.modules"
    )


def test_nothing_of_baken_outside_the_room_is_imported() -> None:
    run(
        "import sys, baken.methods as m\n"
        "[getattr(m, name) for name in m.__all__]\n"
        "others = [n for n in sys.modules if n.startswith('baken.') and not n.startswith('baken.methods')]\n"
        "assert not others, others"
    )


def test_a_function_is_not_shadowed_by_the_file_of_the_same_name() -> None:
    run(
        "import baken.methods.rate_interval, importlib\n"
        "from baken.methods import rate_interval\n"
        "assert callable(rate_interval), rate_interval\n"
        "importlib.import_module('baken.methods.share_change')\n"
        "import baken.methods as m\n"
        "assert callable(m.share_change)"
    )


def test_public_names_are_listed_and_resolve() -> None:
    assert set(baken.methods.__all__) == set(baken.methods._HOME)
    assert set(baken.methods.__all__) <= set(dir(baken.methods))
    for name in baken.methods.__all__:
        assert callable(getattr(baken.methods, name))
        assert getattr(baken.methods, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = baken.methods.nonsense
