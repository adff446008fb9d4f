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


@pytest.mark.parametrize(
    "call",
    [
        "flag_jumps([18, 18, 19, 29, None])",
        "endpoint_sensitivity([17.2, None, 18.7, 17.1])",
        "rank_of([9, 7, None, 5], 3)",
        "against_reference([9, 7, None], 5, [6, 4, None], [12, 10, None])",
        "rate_change((429, 132), (122753, 120227), overdispersion=2)",
        "rounded_rate_change((6.4, 6.6), (122753, 120227), 1)",
        "relative_change((100, 140), (900, 880))",
        "implied_count(12.8, 120227)",
        "poisson_limits(1539)",
        "share_interval(0.187, 1000)",
        "margin(0.187, 1000)",
        "respondents_needed(0.205, 0.187)",
        "share_change((0.205, 0.187), (1000, 1000))",
        "half_up(2.5)",
    ],
)
def test_a_method_for_a_handful_of_numbers_imports_no_numpy_and_no_scipy(call: str) -> None:
    run(f"import sys, baken.methods as m; m.{call}; assert not {{'numpy', 'scipy'}} & set(sys.modules)")


def test_only_the_file_for_whole_columns_imports_numpy() -> None:
    names = {name for names in baken.methods._FILES.values() for name in names}
    arrays = set(baken.methods._FILES["rate_interval"])
    run(
        f"import sys, baken.methods as m; [getattr(m, name) for name in {sorted(names - arrays)}]\n"
        "assert not {'numpy', 'scipy'} & set(sys.modules), 'too eager'"
    )


def test_scipy_waits_for_an_exact_limit_and_scipy_stats_never_loads() -> None:
    run(
        "import sys, baken.methods as m\n"
        "[getattr(m, name) for name in m.__all__]\n"
        "m.rate_interval(5, 100, method='byar'); m.share_interval(0.2, 100); m.implied_count(1.3, 120227)\n"
        "m.rate_change((5, 6), (100, 100))\n"
        "assert 'scipy' not in sys.modules, 'too eager'\n"
        "m.rate_interval(5, 100)\n"
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
