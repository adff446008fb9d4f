# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the claim check: no list says a thing twice, and every list tells what it is for."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest

from baken.catalogue.catalogue import DATA, load_catalogue
from baken.catalogue.lexicon_claims import ClaimLexicon, load_claim_lexicon, term_pattern
from baken.catalogue.lexicon_places import load_municipality_names
from baken.catalogue.municipality import load_municipality, municipalities

FILES = sorted((DATA / "nl").glob("claims_*.yaml"))
# A gap or a wildcard: such a term cannot be written out.
_OPEN = re.compile(r"[~_\\\[\].*+{}^$]|\(\?")


def lexicon() -> ClaimLexicon:
    found = load_claim_lexicon("nl")
    assert found is not None
    return found


def lists() -> dict[str, tuple[str, ...]]:
    words = lexicon()
    named = {
        f"{name}/{key}": terms
        for name in ("ways", "comparison", "changes", "extremes", "marks", "causes", "bars", "words")
        for key, terms in getattr(words, name).items()
    }
    subjects = {f"subjects/{number}": one.terms for number, one in enumerate(words.subjects)}
    return named | subjects


def written_out(term: str) -> list[str]:
    """Everything that a term without gaps stands for: "(a|b) c" is "a c" and "b c"."""
    found = re.search(r"\(([^()]*)\)(\?)?", term)
    if found is None:
        bare = re.search(r"(\w)\?", term)
        if bare is None:
            return [" ".join(term.split())]
        return [
            word
            for each in (bare[1], "")
            for word in written_out(term[: bare.start()] + each + term[bare.end() :])
        ]
    options = [*found[1].split("|"), *([""] if found[2] else [])]
    return [
        word for each in options for word in written_out(term[: found.start()] + each + term[found.end() :])
    ]


@pytest.mark.parametrize("name", sorted(lists()))
def test_no_list_holds_a_term_twice(name: str) -> None:
    terms = lists()[name]
    assert [term for term, times in Counter(terms).items() if times > 1] == []
    plain = [one for one in terms if not _OPEN.search(one)]
    said = {one: written_out(one) for one in plain if len(one) < 60}
    whole = {one: re.compile(term_pattern(one)) for one in terms if "_" not in one}
    double = [
        (one, other)
        for one, other in itertools.product(said, whole)
        if one != other and all(whole[other].fullmatch(word) for word in said[one])
    ]
    assert double == []


def test_no_subject_has_the_words_of_another() -> None:
    found = Counter(term for one in lexicon().subjects for term in set(one.terms))
    assert [term for term, times in found.items() if times > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_list_tells_what_it_is_for(path) -> None:  # type: ignore[no-untyped-def]
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [
        lines[number]
        for number in range(1, len(lines))
        if re.fullmatch(r"  \w+:", lines[number]) and not lines[number - 1].lstrip().startswith("#")
    ]
    assert bare == []
    assert lines[0].startswith("# ")


def test_there_are_six_files_and_none_is_left_over() -> None:
    assert [one.stem for one in FILES] == [
        "claims_bars",
        "claims_causes",
        "claims_context",
        "claims_cues",
        "claims_subjects",
        "claims_ways",
    ]
    assert load_claim_lexicon("de") is None


def test_every_group_has_a_name_in_two_languages() -> None:
    words, kinds = lexicon(), {one[-1].kind for one in load_catalogue().indicators.values()}
    used = {one.group for one in words.subjects if one.group} | {str(kind) for kind in kinds}
    assert used <= set(words.groups)
    assert all(name.nl and name.en and name.nl != name.en for name in words.groups.values())


def test_subjects_name_what_the_catalogue_holds() -> None:
    catalogue = load_catalogue()
    codes = {code for _, code in catalogue.registrations}
    for one in lexicon().subjects:
        assert set(one.indicators) <= set(catalogue.indicators)
        assert set(one.codes) <= codes


def test_the_names_of_all_municipalities() -> None:
    names = load_municipality_names("nl")
    assert names is not None
    assert len(names.names) == 342
    assert all(re.fullmatch(r"GM\d{4}", code) for code in names.names)
    assert names.licence == "CC BY 4.0"
    by_name = names.by_name()
    assert by_name["Bergen"] == "?"
    assert by_name["Den Haag"] == by_name["'s-Gravenhage"] == "GM0518"
    assert names.common <= set(by_name)
    assert set(names.also) <= set(names.names)


@pytest.mark.parametrize("code", sorted(municipalities()))
def test_municipalities_that_are_held_have_the_name_of_the_list(code: str) -> None:
    held, names = load_municipality(code), load_municipality_names("nl")
    assert names is not None
    if not held.invented and held.country == "nl":
        assert names.names[code] == held.name
