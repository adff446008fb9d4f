# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer that fits on a screen: what needs work first, and how much there is of the rest."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.model.claim import ClaimVerdict
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Language
from baken.publications.check_brief import HEIGHT, WIDTH, brief_lines

from .checked import CLAIMS, PERSON, both, checked, empty, findings, long

RULES = [f"{name}-{number}" for name in ("link", "media", "term", "vote", "section") for number in range(9)]


def brief(given: object = None) -> list[str]:
    return list(brief_lines(findings(given), Language.NL))  # type: ignore[arg-type]


def remark(rule: str, weight: Weight = Weight.NOTE, said: str = "Dit.") -> Remark:
    return Remark(rule=rule, weight=weight, message=both(said), places=(Span(0, 4),))


def test_a_small_document_is_told_whole() -> None:
    text = "\n".join(brief())
    order = (
        "5 beweringen",
        "Klopt niet (pagina 1)",
        "Volgens de cijfers",
        "Klopt deels",
        "Niet te beoor",
        "--all",
    )
    places = [text.find(one) for one in order[1:-1]]
    assert all(one in text for one in order)
    assert text.index("\n1. Klopt niet") < text.index("Klopt deels (pagina 1)") < text.index("\n2. Oorzaak")
    assert -1 not in places
    assert "Persoonsgegevens: 6. Fout" in text
    assert not any(part in text for part in PERSON.split())


def test_nothing_is_left_to_ask_for_where_nothing_is_found() -> None:
    assert "--all" not in "\n".join(brief(empty()))


def test_a_rule_is_one_line_however_often_it_is_broken() -> None:
    same = tuple(remark("activity-x", said="Niet te herleiden.") for _ in range(11))
    apart = tuple(remark("abbreviation-x", said=f"{name} is niet uitgelegd.") for name in ("AB", "CD"))
    text = "\n".join(brief(empty(remarks=same + apart)))
    assert "Opmerking, 11 keer: Niet te herleiden." in text
    assert "Opmerking, 2 keer: zoals: AB is niet uitgelegd." in text


def test_five_hundred_claims_fit_and_the_rest_are_counted() -> None:
    found = brief(long(100, 5))
    assert len(found) <= HEIGHT
    shown = sum("Klopt niet (pagina" in line for line in found)
    assert f"En nog beweringen: {500 - shown}." in found


def test_errors_are_named_before_notes_are_counted() -> None:
    remarks = (*(remark(rule) for rule in RULES), remark("date-wrong", Weight.ERROR, "Een fout."))
    found = brief(checked(claims=CLAIMS * 8, remarks=remarks))
    assert len(found) <= HEIGHT
    assert any("Fout (pagina 1): Een fout." in line for line in found)
    counted = sum(line.count("Opmerking (pagina") for line in found)
    left = sum(int(line.split("nog: ")[1].split(" ")[0]) for line in found if "En nog: " in line)
    assert counted + left == len(RULES)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(list(ClaimVerdict)), max_size=60),
    st.lists(st.tuples(st.sampled_from(RULES), st.sampled_from(list(Weight))), max_size=90),
)
def test_it_is_never_more_than_a_screen(
    verdicts: list[ClaimVerdict], remarks: list[tuple[str, Weight]]
) -> None:
    claims = tuple(replace(CLAIMS[1], verdict=one) for one in verdicts)
    found = brief(checked(claims=claims, remarks=tuple(remark(*one) for one in remarks)))
    assert len(found) <= HEIGHT
    assert max(map(len, found)) <= WIDTH
