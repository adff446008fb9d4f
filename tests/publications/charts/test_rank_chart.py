# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas with their intervals: sorted, and apart from the reference by form."""

import pytest

from baken.publications.charts import RankChart, RankRow, RefLine, render

from .analysed import RANKS
from .examples import SVG, WIDTHS, having, parse, words


@pytest.mark.parametrize("width", WIDTHS)
def test_rows_run_from_high_to_low_with_the_missing_ones_last(width: int) -> None:
    root = parse(render(RANKS, width))
    titles = [next(one.iter(f"{SVG}title")).text or "" for one in having(root, "bk-row")]
    values = [float(title.split(": ")[1].split(" ")[0].replace(",", ".")) for title in titles]
    assert values == sorted(values, reverse=True)
    assert [word.text for word in words(root) if word.text == "Nazareth"] == ["Nazareth"]
    assert len(having(root, "bk-missing")) == 1


def test_an_interval_clear_of_the_reference_has_another_look() -> None:
    assert RANKS.reference is not None
    middle = RANKS.reference.value
    apart = [
        row for row in RANKS.rows if row.lower is not None and not row.lower <= middle <= (row.upper or 0)
    ]
    root = parse(render(RANKS))
    assert len(having(root, "bk-span-apart")) == len(apart) + 1  # and one in the key


def test_the_order_does_not_depend_on_the_order_given() -> None:
    turned = RankChart(
        "ranks", RANKS.title, RANKS.description, RANKS.rows[::-1], RANKS.number_format, RANKS.unit_label,
        RANKS.text_label, RANKS.reference, RANKS.axis_format,
    )  # fmt: skip
    assert render(turned) == render(RANKS)


def test_changes_in_percent_lie_on_both_sides_of_zero() -> None:
    rows = (RankRow("a", -10.0, -20.0, -2.0), RankRow("b", 5.0, -5.0, 16.0))
    chart = RankChart(
        "x", "t", "d", rows, lambda value: f"{value:.0f}", reference=RefLine("geen verandering", 0.0)
    )
    root = parse(render(chart))
    assert len(having(root, "bk-span-apart")) == 2
    assert "geen verandering 0" in {word.text for word in words(root)}


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        RankChart("x", "", "", (), str)
    with pytest.raises(ValueError, match="lower end"):
        RankRow("x", 1.0, 2.0, 1.0)
