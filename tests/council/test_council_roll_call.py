# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The formats of a roll-call, with councils that do not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.council.reconcile import reconcile
from baken.council.roll_call import read_votes
from baken.council.validity import Council, Source, VotingRules, read_outcomes
from baken.council.vote import Manner, Matter, Outcome, Side, Title

FACTIONS = (
    "VVD",
    "D66",
    "M:OED",
    "50PLUS",
    "Partij X / Y",
    "GroenLinks",
    "Lijst Duinstra",
    "Hart voor Hoogdam",
)
NAMES = (
    "Jansen",
    "Van der Meulen",
    "'t Hart",
    "El Amrani",
    "Den Hartog",
    "d'Ancona",
    "Ter Horst-de Boer",
    "Özmen",
    "Smit",
)


@dataclass(frozen=True)
class Member:
    title: str
    name: str
    faction: str


def lists(at_least: int = 1) -> st.SearchStrategy[list[Member]]:
    member = st.builds(
        Member, st.sampled_from(["dhr.", "mw."]), st.sampled_from(NAMES), st.sampled_from(FACTIONS)
    )
    return st.lists(member, min_size=at_least, max_size=12, unique_by=lambda one: (one.name, one.faction))


def joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


def by_faction(members: list[Member]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for one in members:
        found.setdefault(one.faction, []).append(one)
    return found


def titled(side: str, members: list[Member]) -> str:
    names = joined([f"{one.title} {one.name} ({one.faction})" for one in members])
    return f"{side.capitalize()} het raadsvoorstel stemmen {len(members)} leden: {names}.\n"


def in_full(side: str, members: list[Member]) -> str:
    words = {"dhr.": "de heer", "mw.": "mevrouw"}
    return (
        f"{side.capitalize()}stemmers: "
        f"{joined([f'{words[one.title]} A.B. {one.name} ({one.faction})' for one in members])}\n"
    )


def without_title(side: str, members: list[Member]) -> str:
    return (
        f"{side.capitalize()} ({len(members)}): "
        f"{', '.join(f'{one.name} ({one.faction})' for one in members)}\n"
    )


def bulleted(side: str, members: list[Member]) -> str:
    return f"{side.capitalize()}:\n" + "".join(
        f"- {one.title} {one.name} ({one.faction})\n" for one in members
    )


def within_factions(side: str, members: list[Member]) -> str:
    groups = [f"{name}: {', '.join(one.name for one in held)}" for name, held in by_faction(members).items()]
    return f"{side.capitalize()}: {'; '.join(groups)}.\n"


def on_lines(side: str, members: list[Member]) -> str:
    return "".join(f"{one.name} ({one.faction}): {side}\n" for one in members)


def wrapped(side: str, members: list[Member]) -> str:
    return titled(side, members).replace(", dhr. ", ",\ndhr. \n").replace(" (", ", \n(", 1)


FORMATS = (titled, in_full, without_title, bulleted, within_factions, on_lines, wrapped)


@settings(max_examples=60, deadline=None)
@given(favour=lists(), against=lists(), form=st.sampled_from(FORMATS))
def test_any_list_of_members_in_any_format_is_read_back(
    favour: list[Member], against: list[Member], form: Callable[[str, list[Member]], str]
) -> None:
    against = [one for one in against if (one.name, one.faction) not in {(m.name, m.faction) for m in favour}]
    text = (
        form("voor", favour) + (form("tegen", against) if against else "") + "Het voorstel is aangenomen.\n"
    )
    (vote,) = read_votes(text, factions=FACTIONS)
    for side, members in ((Side.FOR, favour), (Side.AGAINST, against)):
        read = sorted((one.name, one.faction) for one in vote.voters(side))
        assert read == sorted((one.name, one.faction) for one in members)
    for one in vote.voters(Side.FOR):
        assert one.name in one.span.of(text)


@settings(max_examples=40, deadline=None)
@given(
    counts=st.dictionaries(st.sampled_from(FACTIONS), st.integers(1, 15), min_size=1), form=st.integers(0, 2)
)
def test_any_list_of_factions_with_numbers_is_read_back(counts: dict[str, int], form: int) -> None:
    mark = ("{} ({})", "{}: {}", "{} {}")[form]
    text = "Voor: " + ", ".join(mark.format(name, count) for name, count in counts.items()) + ".\n"
    (vote,) = read_votes(text, factions=FACTIONS)
    assert {one.faction: one.count for one in vote.factions(Side.FOR)} == counts
    assert vote.counted(Side.FOR) == sum(counts.values())


@pytest.mark.parametrize(
    ("text", "favour", "against", "outcome"),
    [
        (
            "De fracties van VVD, Jong en Vrij en CDA stemmen voor. De fractie van de SP stemt tegen.",
            3,
            1,
            None,
        ),
        (
            "Het voorstel wordt aangenomen met 20 stemmen voor (VVD, CDA) en 5 stemmen tegen (SP).",
            2,
            1,
            Outcome.ADOPTED,
        ),
        ("Voor: 21 (GL 5, VVD 5, CDA 11)\nTegen: 4 (SP 4)\n", 3, 1, None),
        (
            "Besluit: unaniem aangenomen, met de aantekening dat de fractie van de SP geacht "
            "wordt tegen te hebben "
            "gestemd.",
            0,
            1,
            Outcome.ADOPTED,
        ),
        (
            "De VVD en het CDA stemmen voor en de SP stemt tegen. De motie is verworpen.",
            2,
            1,
            Outcome.REJECTED,
        ),
    ],
)
def test_factions_as_a_whole(text: str, favour: int, against: int, outcome: Outcome | None) -> None:
    (vote,) = read_votes(text)
    assert (len(vote.factions(Side.FOR)), len(vote.factions(Side.AGAINST))) == (favour, against)
    assert vote.outcome == outcome


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Het raadsvoorstel wordt met algemene stemmen aangenomen.", Manner.UNANIMOUS),
        ("Motie M3 is unaniem aangenomen.", Manner.UNANIMOUS),
        ("De raad besluit zonder hoofdelijke stemming conform het voorstel.", Manner.WITHOUT_VOTE),
        ("Het amendement wordt bij acclamatie aanvaard.", Manner.WITHOUT_VOTE),
    ],
)
def test_votes_without_a_count(text: str, manner: Manner) -> None:
    (vote,) = read_votes(text)
    assert (vote.manner, vote.outcome) == (manner, Outcome.ADOPTED)
    assert read_outcomes(vote) == ()


def test_each_amendment_and_motion_is_a_vote_of_its_own() -> None:
    text = (
        "Agendapunt 7.a\nAmendement A2 wordt verworpen met twaalf stemmen voor en 27 "
        "stemmen tegen. Motie M3 wordt "
        "met 20 tegen 15 stemmen aangenomen. Motie M4 is verworpen met 20 tegen 19 stemmen."
    )
    votes = read_votes(text)
    read = [(v.matter, v.number, v.outcome, [s.count for s in v.stated], v.meeting.item) for v in votes]
    assert read == [
        (Matter.AMENDMENT, "A2", Outcome.REJECTED, [12, 27], "7.a"),
        (Matter.MOTION, "M3", Outcome.ADOPTED, [20, 15], "7.a"),
        (Matter.MOTION, "M4", Outcome.REJECTED, [19, 20], "7.a"),
    ]


def test_titles_in_the_plural_both_and_initials_behind_the_name() -> None:
    text = "Voor stemmen de heren Jansen en Smit (beiden VVD), mevrouw De Boer (SP) en Kok, P.J. (CDA)."
    (vote,) = read_votes(text)
    read = [(one.title, one.initials, one.name, one.faction) for one in vote.voters(Side.FOR)]
    assert read == [
        (Title.SIR, "", "Jansen", "VVD"),
        (Title.SIR, "", "Smit", "VVD"),
        (Title.MADAM, "", "De Boer", "SP"),
        (Title.NONE, "P.J.", "Kok", "CDA"),
    ]


def test_abstentions_and_absent_members_are_kept_apart() -> None:
    text = (
        "Voor: mw. Smit (SP)\nTegen: dhr. Kok (CDA)\nOnthouding (1): dhr. Jansen "
        "(VVD)\nAfwezig: mw. De Wit (SP)\n"
    )
    (vote,) = read_votes(text)
    assert [len(vote.voters(side)) for side in Side] == [1, 1, 1, 1]
    assert "vote-abstention" in {one.rule for one in reconcile(vote)}


@pytest.mark.parametrize(
    "text",
    [
        "Voor een goede sturing stemmen wij beleid af. De raad stemt voor. Vijf voor twaalf, een voor een.",
        "Het programma is vastgesteld. De kaders zijn aangenomen en dat is goed. Wij zijn tegen overlast.",
        "",
    ],
)
def test_prose_is_no_vote(text: str) -> None:
    assert read_votes(text) == ()


def rules_of(text: str, council: Council | None = None) -> list[str]:
    (vote,) = read_votes(text)
    return [one.rule for one in reconcile(vote, council)]


def test_a_member_named_twice_or_on_both_sides_is_reported_with_both_places() -> None:
    text = "Voor: dhr. Smit (SP), dhr. Smit (SP), mw. Kok (CDA). Tegen: mw. Kok (CDA)."
    (vote,) = read_votes(text)
    remarks = {one.rule: one for one in reconcile(vote)}
    assert set(remarks) == {"vote-named-twice", "vote-both-sides"}
    assert [span.of(text) for span in remarks["vote-both-sides"].places] == ["Kok", "Kok"]


def test_an_outcome_that_the_numbers_do_not_carry_is_an_error() -> None:
    text = "Motie M1 is aangenomen met 12 stemmen voor en 20 stemmen tegen."
    assert rules_of(text) == ["vote-outcome"]


def test_quorum_seats_and_factions_are_held_against_the_council() -> None:
    text = "Voor: VVD (5), CDA (4). Tegen: SP (2)."
    assert rules_of(text, Council(seats=21)) == []
    assert rules_of(text, Council(seats=23)) == ["vote-quorum"]
    assert rules_of(text, Council(seats=9)) == ["vote-seats"]
    council = Council(seats=21, factions={"VVD": 4, "CDA": 4})
    assert rules_of(text, council) == ["vote-faction", "vote-faction"]


def test_factions_without_a_number_are_counted_by_their_seats_or_not_at_all() -> None:
    text = "De fracties van VVD en CDA stemmen voor. De fractie van de SP stemt tegen."
    (vote,) = read_votes(text)
    assert read_outcomes(vote) == ()
    assert [one.rule for one in reconcile(vote)] == ["vote-without-number"] * 3
    (reading,) = read_outcomes(vote, Council(seats=15, factions={"vvd": 5, "CDA": 4, "SP": 2}))
    assert (reading.source, reading.favour, reading.against, reading.majority) == (Source.NAMED, 9, 2, 6)


@given(seats=st.integers(1, 500), cast=st.integers(0, 500))
def test_quorum_and_majority_are_the_least_numbers_above_half(seats: int, cast: int) -> None:
    rules = VotingRules()
    assert (rules.quorum(seats) - 1) * 2 <= seats < rules.quorum(seats) * 2
    assert (rules.majority(cast) - 1) * 2 <= cast < rules.majority(cast) * 2


def test_wrong_shares_are_refused() -> None:
    from fractions import Fraction

    with pytest.raises(ValueError, match="share"):
        VotingRules(quorum_share=Fraction(3, 2))


@pytest.mark.parametrize(
    "words", [" ", "(", "Voor: A, ", "Voor stemmen ", "De fractie stemt voor ", "aangenomen "]
)
def test_long_nasty_text_takes_time_in_proportion(words: str) -> None:
    import time

    text = (words * 40_000)[:40_000]
    start = time.process_time()
    read_votes(text)
    assert time.process_time() - start < 3
