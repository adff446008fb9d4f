# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Passages: sentences broken over lines and pages made whole, each part led back to its source line.

Nothing here knows what a passage says. Tables of figures are read in `figure_tables`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import multimode

from .cells import split_cells, year_columns
from .lines import SourceLine, join_text, read_lines

__all__ = ["Passage", "read_passages"]

_SENTENCE_END = re.compile("[.!?:;][\"'”’)\\]]*$")
# A dash, "o" or number at the start of a line may also be the middle of a sentence ("2023 / – 2026").
_MAYBE_ITEM = re.compile(r"(?:[-–—*]|o|\d{1,2}[.)]|[a-z][.)])\s+\S")
_DASH = re.compile(r"(?:[-–—*]|o)\s+")
_YEAR_AT_END = re.compile(r"\b(?:19|20)\d\d$")
_DASH_YEAR = re.compile(r"[-–—]\s*(?:19|20)\d\d\b")
# Abbreviations that are always followed by something, so that no sentence ends there.
_LEADS_ON = re.compile(
    r"\b(?:dhr|mw|mevr|mr|drs|dr|ir|ing|prof|nr|art|bijv|resp|o\.a|d\.d)\.$", re.IGNORECASE
)
_WINDOW = 6
_SHORT = 0.8
_DECIDING = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or list item on one line of text.

    `is_item` tells a list item (its text begins with "- ", or with its own number or letter), `is_row` a row
    of a table whose cells are set apart (by " | "). `origins` holds pairs (offset in `text`, 1-based source
    line), one for each source line, in order, the first at offset 0.
    """

    text: str
    is_item: bool
    origins: tuple[tuple[int, int], ...]
    is_row: bool = False

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last source line, both 1-based and both included."""
        return self.origins[0][1], self.origins[-1][1]

    def line_at(self, offset: int) -> int:
        """Give the source line of the character at `offset`; IndexError outside the text."""
        if not 0 <= offset < len(self.text):
            raise IndexError(f"offset {offset} is outside a passage of {len(self.text)} characters")
        return self.origins[bisect_right(self.origins, offset, key=lambda origin: origin[0]) - 1][1]


def read_passages(text: str) -> tuple[Passage, ...]:
    """Give the passages of a plain-text document in order; an empty document gives none. Raises nothing."""
    lines = read_lines(text)
    groups: list[list[SourceLine]] = []
    items: list[bool] = []
    for index, (line, usual_gap) in enumerate(zip(lines, _usual_gaps(lines), strict=True)):
        apart = not line.new_page and line.gap > usual_gap
        if not groups or _starts_passage(lines, index, len(groups[-1]) == 1, items[-1], apart):
            groups.append([line])
            items.append(line.bullet or line.text == "-" or _MAYBE_ITEM.match(line.text) is not None)
        else:
            groups[-1].append(line)
    return tuple(_passage(group, is_item) for group, is_item in zip(groups, items, strict=True))


def _passage(group: Sequence[SourceLine], is_item: bool) -> Passage:
    if group[0].row:
        return Passage(group[0].row, False, ((0, group[0].number),), is_row=True)
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    end, length = "", 0
    for line in group:
        added = line.text if origins or not is_item else _DASH.sub("- ", line.text, count=1)
        joined = join_text(end, added)  # only the end of the text decides how the next line is joined
        origins.append((length + len(joined) - len(added), line.number))
        parts.append(joined[:-_DECIDING])
        length += len(parts[-1])
        end = joined[-_DECIDING:]
    return Passage("".join([*parts, end]).rstrip("\u00ad "), is_item, tuple(origins))


def _starts_passage(
    lines: Sequence[SourceLine], index: int, is_second: bool, in_item: bool, apart: bool
) -> bool:
    line, previous = lines[index], lines[index - 1]
    if line.bullet or line.row or previous.row or year_columns(line.text):
        return True
    bare_bullet = is_second and previous.text == "-"  # its text stands on the next line
    if bare_bullet or _is_continued(previous.text, line.text):
        return False
    goes_on = line.text[0].islower()
    short, ended = _is_short(lines, index), _SENTENCE_END.search(previous.text) is not None
    if (apart or _is_row(previous.text)) and (ended or not goes_on or (short and not in_item)):
        return True
    if _MAYBE_ITEM.match(line.text) and (in_item or short or ended):
        return True
    return (short and (ended or not goes_on)) or (ended and _is_heading(lines, index))


def _is_continued(left: str, right: str) -> bool:
    """Tell a word, a name with a title or a range of years that is broken over two lines."""
    if left.endswith("\u00ad") or _LEADS_ON.search(left):
        return True
    return _YEAR_AT_END.search(left) is not None and _DASH_YEAR.match(right) is not None


def _is_row(text: str) -> bool:
    """Tell a line of a table, which ends with figures; the next row is not its continuation."""
    return len(split_cells(text, ("GM",))[1]) > 1


def _is_short(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell that the line above `index` was ended on purpose: the next word would have fitted on it."""
    width = max(len(line.text) for line in lines[max(0, index - _WINDOW) : index + _WINDOW])
    first_word = lines[index].text.split()[0]
    return len(lines[index - 1].text) + 1 + len(first_word) <= _SHORT * width


def _is_heading(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell a short line without a full stop, which is not the last line of the sentence before it."""
    last = index + 1 == len(lines)
    return (
        not _SENTENCE_END.search(lines[index].text)
        and not last
        and _is_short(lines, index + 1)
        and (not lines[index + 1].text[0].islower())
    )


def _usual_gaps(lines: Sequence[SourceLine]) -> Iterator[int]:
    """Count, at each line, the blank lines this part of the document has between two lines of one sentence.

    Converters put a blank line behind every line; a blank line then does not end a paragraph. Only lines that
    surely go on (a small letter after no full stop) tell which habit holds, here or else in all the document.
    """
    sure = [i > 0 and _surely_goes_on(lines[i - 1], line) for i, line in enumerate(lines)]
    overall = min(multimode(line.gap for line, known in zip(lines, sure, strict=True) if known), default=0)
    for index in range(len(lines)):
        near = range(max(1, index - _WINDOW), min(len(lines), index + _WINDOW))
        yield min(multimode(lines[i].gap for i in near if sure[i]), default=overall)


def _surely_goes_on(previous: SourceLine, line: SourceLine) -> bool:
    return line.text[0].islower() and not line.new_page and not _SENTENCE_END.search(previous.text)
