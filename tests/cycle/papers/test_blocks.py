# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as plain values loses no word."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from baken.cycle.papers.blocks import plain_paper, words_of
from baken.model.text import Language
from baken.publications.book.model import Bullets, Facts, Paragraph, Voice
from baken.publications.report_model import Cell, Table
from baken.publications.word.model import Block, Field, Line, Paper, Part, Point, Points

WORDS = st.text(min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(tuple)


def _table(rows: list[str]) -> Table:
    cells = tuple((Cell(one), Cell("1", numeric=True)) for one in rows)
    return Table("wat", ("naam", "aantal"), cells, frozenset({1}))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, WORDS, st.sampled_from(Voice)),
    st.builds(Bullets, LINES),
    st.lists(st.tuples(WORDS, WORDS), max_size=3).map(lambda found: Facts(tuple(found))),
    LINES.map(lambda found: Points(tuple(Point(number, one) for number, one in enumerate(found, 1)))),
    st.builds(Field, WORDS, WORDS, WORDS),
    st.tuples(WORDS, WORDS).map(lambda found: Line((found[0], Field(found[1], "griffier")))),
    st.lists(WORDS, min_size=1, max_size=3).map(_table),
)


@given(head=st.lists(BLOCKS, max_size=3), blocks=st.lists(BLOCKS, max_size=4), title=WORDS)
def test_every_word_of_a_paper_is_in_its_plain_values(
    head: list[Block], blocks: list[Block], title: str
) -> None:
    paper = Paper(
        language=Language.NL,
        title=title,
        author="Maastricht",
        day=date(2027, 5, 1),
        head=tuple(head),
        parts=(Part("deel", tuple(blocks), level=2),),
    )
    plain = plain_paper(paper)
    assert json.loads(json.dumps(plain)) == plain
    held = list(words_of(plain))
    for words in paper.texts():
        if words:
            assert words in held
    assert [len(one["blocks"]) for one in plain["parts"]] == [len(blocks)]
