# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The funnel plot: where areas and limits lie, who is named, and who cannot be judged."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.publications.charts import FunnelChart, FunnelLimit, FunnelPoint, render
from baken.publications.charts.canvas import Box
from baken.publications.charts.plane import Plane, across
from baken.publications.charts.scales import nice_axis

from .analysed import FUNNEL
from .examples import SVG, WIDTHS, dutch, having, numbers, parse, words


@pytest.mark.parametrize("width", WIDTHS)
def test_an_area_beyond_the_limits_has_another_shape_and_its_name(width: int) -> None:
    root = parse(render(FUNNEL, width))
    beyond = [point for point in FUNNEL.points if point.beyond]
    # One mark more of either kind stands in the key.
    assert len(having(root, "bk-mark-high")) == sum(point.beyond > 0 for point in beyond) + 1
    assert len(having(root, "bk-mark-low")) == sum(point.beyond < 0 for point in beyond) + 1
    said = {word.text for word in words(root)}
    notes = " ".join(said)
    assert all(point.name in said or point.name in notes for point in beyond)


def test_the_own_area_is_named_in_bold_and_stands_in_the_key() -> None:
    found = [word for word in words(parse(render(FUNNEL))) if word.text == "Mariaberg"]
    assert len(found) == 2
    assert sum("bk-strong" in word.kind for word in found) == 1


def test_what_cannot_be_judged_is_said_under_the_plot() -> None:
    notes = " ".join(word.text for word in words(parse(render(FUNNEL, 340))))
    assert "Niet te beoordelen: Kruisdonk (geen woningen), Maaspoort (te weinig woningen)." in notes


def test_a_name_without_room_stands_in_the_note_with_its_figure() -> None:
    crowd = tuple(FunnelPoint(f"Zeer lange naam van een buurt {n}", 1000.0 + n, 30.0, 1) for n in range(40))
    notes = " ".join(word.text for word in words(parse(render(replace(FUNNEL, points=crowd), 340))))
    assert "Ook buiten de buitenste grens: " in notes
    assert notes.count("Zeer lange naam van een buurt") == 40


def test_limits_with_and_without_overdispersion_differ_in_form() -> None:
    root = parse(render(FUNNEL))
    dashed = {one.get("stroke-dasharray") for one in having(root, "bk-limit")}
    assert len(dashed) == 2
    assert None not in dashed
    assert {one.get("stroke-dasharray") for one in having(root, "bk-limit-thin")} == {None}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_limit_leaves_the_plot(width: int) -> None:
    root = parse(render(FUNNEL, width))
    top, bottom = (
        float(line.get("y1", "nan")) for line in (having(root, "bk-grid")[-1], having(root, "bk-axis")[0])
    )
    for path in [*having(root, "bk-limit"), *having(root, "bk-limit-thin")]:
        for x, y in numbers(path):
            assert top - 0.1 <= y <= bottom + 0.1
            assert 0 <= x <= width


def test_populations_of_very_different_size_lie_on_a_logarithmic_axis() -> None:
    plain = across([400.0, 9000.0], 5, dutch(0))
    wide = across([20.0, 20000.0], 5, dutch(0))
    assert (plain.logarithmic, wide.logarithmic) == (False, True)
    shares = [wide.share(tick) for tick in (100.0, 1000.0, 10000.0)]
    assert shares[1] - shares[0] == pytest.approx(shares[2] - shares[1])


@given(
    st.lists(
        st.tuples(st.floats(1, 1000), st.floats(-500, 500)), min_size=2, max_size=12, unique_by=lambda p: p[0]
    )
)
def test_a_line_is_cut_off_at_the_plot(points: list[tuple[float, float]]) -> None:
    xs, ys = zip(*sorted(points), strict=True)
    up = nice_axis(0.0, 100.0, 5, dutch(0))
    plane = Plane(Box(50, 20, 600, 300), across([10.0, 300.0], 5, dutch(0)), up)
    for piece in plane.pieces(xs, ys):
        assert len(piece) >= 2
        assert all(49.9 <= x <= 600.1 and 19.9 <= y <= 300.1 for x, y in piece)
        assert all(one[0] <= other[0] + 1e-6 for one, other in pairwise(piece))


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        FunnelPoint("x", 0.0, 1.0)
    with pytest.raises(ValueError, match="between"):
        FunnelPoint("x", 1.0, 1.0, 2)
    with pytest.raises(ValueError, match="lower and an upper"):
        FunnelLimit("x", (1.0,), (1.0, 2.0), (1.0,))
    with pytest.raises(ValueError, match="at least one area"):
        FunnelChart("x", "", "", (), (), 1.0, "", "", str, str)


def test_every_point_has_a_tooltip_with_rate_and_population() -> None:
    titles = [one.text or "" for one in parse(render(FUNNEL)).iter(f"{SVG}title")]
    assert any(title.startswith("Wyck: 27,3 (2.710)") for title in titles), titles
