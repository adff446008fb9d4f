# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons in a text, known by what stands around them and by common first names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from baken.catalogue.dutch_words import is_word
from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Hit, Kind, Passage
from baken.disclosure.personal.reading import Reading
from baken.disclosure.personal.runs import INITIALS, WORD, Part, Piece, Run, is_given, person_from, runs_in
from baken.disclosure.personal.surroundings import AFTER, BEFORE, Around, tail_of
from baken.model.remark import Span, Weight

_GOES_ON = re.compile(r",? [a-zà-ÿ(]|[.,;:!?)’'”\"](?!\w)|\n|$")
_INITIALS = re.compile(rf"{INITIALS}(?!\w)")
_FIRST = re.compile(WORD)
_ROMAN = re.compile(r"[IVX]{1,4}$")


def names_of_persons(text: str, passages: Sequence[Passage], lexicon: PersonalLexicon) -> Iterator[Hit]:
    """Each name of a person, in two rounds: where a name shows itself, then its surname elsewhere.

    Names of a roll-call, of signatures of officials and of officials named with their office are left out.
    """
    reading, runs = Reading(text, passages, lexicon), []
    for run in runs_in(text, lexicon):
        if reading.enter(run[0].start):
            runs.append(run)
            if not _reversed(run, reading):
                _read(run, reading)
    yield from reading.found
    yield from _again(runs, reading)


def _again(runs: list[Run], reading: Reading) -> Iterator[Hit]:
    """The surnames of those that were found, where they stand alone."""
    text, lexicon = reading.text, reading.lexicon
    words = (hit.span.of(text) for hit in reading.found if hit.weight is Weight.ERROR)
    last = {name.split()[-1] for name in words if " " in name.strip()}
    known = {name for name in last if len(name) > 4 and not _is_plain(name, lexicon)}
    for run in runs if known else ():
        piece = run[0]
        if len(run) == 1 and piece.words in known and _GOES_ON.match(text, piece.end):
            yield Hit(Kind.NAME, Span(piece.start, piece.end))


def _is_plain(word: str, lexicon: PersonalLexicon) -> bool:
    """Whether a surname is an ordinary word or a first name as well, so that it proves nothing alone."""
    if word in lexicon.first_names or word.lower() in lexicon.bodies or word.endswith("."):
        return True
    return word in lexicon.surnames or word.lower().endswith(lexicon.body_ends)


def _read(run: Run, reading: Reading) -> None:
    """Look at one run; what is found is added to the reading."""
    at, sign = _leading(run, reading)
    if at >= len(run):
        return
    choice = _choice(run, at, sign, reading)
    if choice is None:
        if sign == "public":
            reading.public_end = run[-1].end
        return
    start, first, end, weight = choice
    stop = run[end - 1].end
    if _is_public(run[first].start, stop, sign, reading):
        reading.public_end = _behind_member(stop, reading)
        return
    age = reading.shapes.age.match(reading.text, stop)
    if age:
        weight = Weight.ERROR
        stop = age.end()
    reading.person_end = stop
    kind = Kind.AUTHOR if _is_label(reading.before(start), reading.shapes) else Kind.NAME
    reading.found.append(Hit(kind, Span(start, stop), weight))


def _behind_member(stop: int, reading: Reading) -> int:
    member = reading.shapes.member.match(reading.text, stop)
    return member.end() if member else stop


def _is_public(start: int, stop: int, sign: str, reading: Reading) -> bool:
    shapes, text = reading.shapes, reading.text
    if shapes.officer.match(text, stop, stop + AFTER) or shapes.member.match(text, stop, stop + BEFORE):
        return True
    if sign == "public" or _stands(shapes.office, shapes.office_words, reading.before(start)):
        return True
    return sign != "person" and reading.joined(reading.public_end, start)


def _leading(run: Run, reading: Reading) -> tuple[int, str]:
    """The index of the first piece that may be of a name, and what the words before it in the run say."""
    lexicon, sign = reading.lexicon, ""
    functions, titles, involved, chairs = _sets(lexicon)
    for index, piece in enumerate(run):
        small = piece.small
        if small in functions or small.split("-")[-1] in functions:
            sign = "public"
        elif small in titles or small in involved or small in lexicon.roles:
            sign = sign or "person"
        elif small in chairs:
            sign = "public"
        elif small in lexicon.greetings:
            sign = "greeting"
        elif small in lexicon.bodies:
            return len(run), ""
        elif small in lexicon.openers and index + 1 < len(run) and piece.part is Part.WORD:
            continue
        else:
            return index, sign
    return len(run), sign


@cache
def _sets(lexicon: PersonalLexicon) -> tuple[frozenset[str], ...]:
    lists = (lexicon.functions, lexicon.titles, lexicon.involved, lexicon.chairs)
    return tuple(frozenset(words) for words in lists)


Choice = tuple[int, int, int, Weight]
"""Where the hit starts in the passage, the first and the last but one index in the run, and the weight."""


def _choice(run: Run, at: int, sign: str, reading: Reading) -> Choice | None:
    """The part of a run that is a name, if any is."""
    lexicon, shapes = reading.lexicon, reading.shapes
    start, before = run[at].start, reading.before(run[at].start)
    if not sign:
        sign, lead = _sign_before(before, shapes)
        start -= lead
    end = person_from(run, at, lexicon.first_names)
    joined = not sign and reading.joined(reading.person_end, run[at].start)
    if (sign or joined) and end > at:
        if _is_thing(run, at, end, reading):
            return None
        named = _may_be_named(run[at:end], sign, reading) if sign else _looks_named(run[at:end], lexicon)
        if named:
            return start, at, end, Weight.ERROR
    choice = _by_itself(run, at, reading)
    if choice is None or _is_thing(run, choice[1], choice[2], reading):
        return None
    return None if not sign and _stands(shapes.body, shapes.body_words, before) else choice


def _sign_before(before: str, shapes: Around) -> tuple[str, int]:
    """What the text before a run says, and how many characters of it are particles of the name."""
    tail = tail_of(before)
    if not (tail & shapes.sign_words or "jarige" in tail or "©" in before):
        return "", 0
    title = shapes.title.search(before)
    if title:
        return "title", len(title["particles"])
    if shapes.person.search(before):
        return "person", 0
    if shapes.jarige.search(before):
        return "jarige", 0
    if shapes.label.search(before):
        return "label", 0
    return ("greeting", 0) if shapes.greeting.search(before) else ("", 0)


def _stands(pattern: re.Pattern[str], words: frozenset[str], before: str) -> bool:
    """Whether a pattern ends the text before a name, with a quick look at its words first."""
    return bool(tail_of(before) & words and pattern.search(before))


def _is_label(before: str, shapes: Around) -> bool:
    return "©" in before[-3:] or _stands(shapes.label, shapes.label_words, before)


def _is_thing(run: Run, at: int, end: int, reading: Reading) -> bool:
    """Whether a part of a run is the name of a body, a place, a street or a work."""
    lexicon, pieces = reading.lexicon, run[at:end]
    last, behind = pieces[-1], run[end : end + 1]
    if _known_thing(run, at, reading) or _ROMAN.match(last.words):
        return True
    if any(piece.small in lexicon.bodies for piece in (*pieces[1:], *behind)):
        return True
    if any(_is_compound(piece, lexicon) for piece in pieces):
        return True
    if last.small.endswith(lexicon.body_ends) and last.words not in lexicon.first_names:
        return True
    firm = reading.text[last.end : last.end + 3] in {" & ", " N.", " B."}
    if firm and pieces[0].words not in lexicon.first_names:
        return True
    return bool(reading.works and reading.shapes.work.match(reading.text, last.end))


def _known_thing(run: Run, at: int, reading: Reading) -> bool:
    words = reading.text[run[at].start : run[-1].end]
    first = run[at].words
    return any(words.startswith(name) for name in reading.lexicon.no_persons if name.startswith(first))


def _is_compound(piece: Piece, lexicon: PersonalLexicon) -> bool:
    """Whether a word goes on in small letters behind a line, as in Bol-tunnel."""
    rest = piece.words.rpartition("-")[2] if "-" in piece.words else ""
    return rest[:1].islower() and rest not in lexicon.particles


def _may_be_named(pieces: Run, sign: str, reading: Reading) -> bool:
    """Whether words behind a sign of a person are a name."""
    lexicon, first = reading.lexicon, pieces[0]
    if sign == "public":
        return True
    if first.small in lexicon.openers and first.part is Part.WORD:
        return False
    if first.words in lexicon.first_names or any(piece.part is Part.INITIALS for piece in pieces):
        return True
    if sign == "title":
        return first.small not in lexicon.bodies
    people = len(pieces) == 1 and re.fullmatch(lexicon.peoples, first.words)
    if people or sign == "greeting":
        return sign == "greeting" and not is_word(first.words)
    return _looks_named(pieces, lexicon)


def _looks_named(pieces: Run, lexicon: PersonalLexicon) -> bool:
    """Whether capitalised words look like a person by themselves."""
    first, last = pieces[0], pieces[-1]
    if is_given(first.words, lexicon.first_names) or first.part is Part.INITIALS:
        return True
    if last.words in lexicon.surnames or (len(pieces) > 1 and last.part is Part.INITIALS):
        return True
    return not all(is_word(piece.words) for piece in pieces)


def _by_itself(run: Run, at: int, reading: Reading) -> Choice | None:
    """A name without a sign before it: initials, a first name with a surname, an age behind it."""
    lexicon = reading.lexicon
    for index in range(at, len(run)):
        piece = run[index]
        known = is_given(piece.words, lexicon.first_names)
        if not known and piece.part is not Part.INITIALS:
            continue
        end = person_from(run, index, lexicon.first_names)
        if end <= index:
            return None
        if known and end > index + 1:
            return _with_surname(run, index, end, reading)
        if known:
            return _alone(run, index, reading)
        return _with_initials(run, index, end, reading)
    end = person_from(run, at, lexicon.first_names)
    if reading.signed and run[at].start < reading.start + 6:
        return run[at].start, at, end, Weight.ERROR
    aged = reading.shapes.age.match(reading.text, run[end - 1].end) if end > at + 1 else None
    named = aged and not is_word(run[at].words)
    return (run[at].start, at, end, Weight.ERROR) if named else None


def _with_surname(run: Run, index: int, end: int, reading: Reading) -> Choice | None:
    """A first name and a surname; a first name that is a word too needs a surname that is none."""
    lexicon, last = reading.lexicon, run[end - 1]
    if _stands(reading.shapes.body, reading.shapes.body_words, reading.before(run[index].start)):
        return None
    strong = last.words in lexicon.surnames or last.part is Part.INITIALS or end > index + 2
    if run[index].words in lexicon.weak_first_names and last.small in lexicon.openers:
        return None
    return run[index].start, index, end, Weight.ERROR if strong else Weight.WARNING


def _with_initials(run: Run, index: int, end: int, reading: Reading) -> Choice | None:
    """Initials and a surname, or a word and an initial; not a letter that marks an appendix."""
    lexicon, piece = reading.lexicon, run[index]
    if piece.words in lexicon.no_initials or reading.works:
        return None
    if end == index + 1:
        return _before_initial(run, index, lexicon)
    family = run[end - 1]
    if (
        _stands(reading.shapes.letter, reading.shapes.letter_words, reading.before(piece.start))
        or family.small in lexicon.openers
    ):
        return None
    if index and run[index - 1].small in lexicon.letter_words:
        return None
    return piece.start, index, end, Weight.ERROR


def _before_initial(run: Run, index: int, lexicon: PersonalLexicon) -> Choice | None:
    """An unknown first name with the initial of a surname, as the press names suspects."""
    first = next((i for i in range(index) if run[i].part is Part.WORD), None)
    if (
        first is None
        or "'" in run[first].words
        or is_word(run[first].words)
        or run[index].words.count(".") > 1
    ):
        return None
    return run[first].start, first, index + 1, Weight.ERROR


def _alone(run: Run, index: int, reading: Reading) -> Choice | None:
    """A first name alone: in a sentence or a greeting, not behind a place word, not a cell of a table."""
    lexicon, piece = reading.lexicon, run[index]
    age = reading.shapes.age.match(reading.text, piece.end)
    if len(run) > index + 1 or index:
        # Another word with a capital beside it: part of some other name.
        return None
    before = reading.before(piece.start)
    if piece.words in lexicon.weak_first_names:
        return (piece.start, index, index + 1, Weight.ERROR) if age and age[1] and _is_young(age[1]) else None
    shapes = reading.shapes
    if _stands(shapes.place, shapes.place_words, before) or _stands(shapes.body, shapes.body_words, before):
        return None
    if not _GOES_ON.match(reading.text, piece.end) or reading.in_cells:
        return None
    if reading.stands_alone(piece) and not reading.signed:
        return None
    return piece.start, index, index + 1, Weight.ERROR if age else Weight.WARNING


def _is_young(age: str) -> bool:
    return int(age) < 100


def _reversed(run: Run, reading: Reading) -> bool:
    """Take a surname before its initials or first name, as in lists: "Voorbeeld, J.P."."""
    text, lexicon, last = reading.text, reading.lexicon, run[-1]
    if last.part is not Part.WORD or not text.startswith(", ", last.end):
        return False
    initials = _INITIALS.match(text, last.end + 2)
    word = _FIRST.match(text, last.end + 2) if last.words.isupper() else None
    behind = initials or (word if word and word[0] in lexicon.first_names else None)
    if not behind or last.small in lexicon.bodies or last.small in lexicon.openers:
        return False
    if behind[0] in lexicon.no_initials or reading.works:
        return False
    first = len(run) - 1
    while first and run[first - 1].part is Part.PARTICLE:
        first -= 1
    reading.found.append(Hit(Kind.NAME, Span(run[first].start, behind.end())))
    return True
