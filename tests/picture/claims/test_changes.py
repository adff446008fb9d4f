# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Changes held against changes, sums of indicators, a success in a second half, what people notice."""

from __future__ import annotations

import pytest

from baken.model.claim import ClaimKind, ClaimVerdict, JudgedClaim
from baken.picture.claims.check import check_text
from baken.picture.picture import SafetyPicture
from baken.picture.unheld import unheld_material

from ..helpers import EXAMPLE, MAASTRICHT, picture
from .judging import SAID


def found(text: str) -> tuple[JudgedClaim, ...]:
    return check_text(text, picture(EXAMPLE, SAID), SAID)


def only(text: str) -> JudgedClaim:
    (one,) = found(text)
    return one


def test_a_change_is_held_against_that_of_the_country_over_the_same_years() -> None:
    one = only("Het aantal geweldsmisdrijven daalde tussen 2019 en 2025 sterker dan landelijk.")
    assert one.claim.kind is ClaimKind.COMPARISON
    assert {"change", "stronger"} <= one.claim.marks
    assert one.verdict is ClaimVerdict.SUPPORTED
    assert one.carried is not None
    assert one.carried.nl == (
        "Geweldsmisdrijven: −20,7 % in Voorbeeldstad (2019-2025) en −4,7 % in Voorbeeldland (verzonnen) "
        "(2019-2025). Dat verschil is meer dan toeval."
    )
    assert {(figure.area, figure.period.year) for figure in one.figures} == {
        ("GM9999", 2019),
        ("GM9999", 2025),
        ("XX00", 2019),
        ("XX00", 2025),
    }


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        (
            "Winkeldiefstal steeg sinds 2022 minder sterk dan in het land.",
            "contradicted",
            "niet minder sterk",
        ),
        ("De overlast nam sinds 2022 sneller toe dan landelijk.", "contradicted", "zelf niet die kant op"),
        ("De inbraken daalden sinds 2022 minder hard dan landelijk.", "not_judgeable", "kan toeval zijn"),
        ("De vernielingen namen sinds 2022 even sterk af als landelijk.", "supported", "kan toeval zijn"),
        (
            "Vergeleken met het landelijke beeld daalde de vernieling sinds 2022 sneller.",
            "not_judgeable",
            "kan toeval",
        ),
        ("De inbraken dalen sneller dan in vergelijkbare gemeenten.", "not_judgeable", "geen cijfers"),
        (
            "In Oost nam de overlast sinds 2022 sterker af dan in de stad als geheel.",
            "not_judgeable",
            "niet uitgerekend",
        ),
        ("De handel in drugs steeg sinds 2022 sterker dan landelijk.", "not_judgeable", "wordt gezocht"),
        ("De inbraken daalden sinds 2019 sterker dan in Heerlen.", "not_judgeable", "Heerlen"),
        ("De veiligheidsbeleving ontwikkelt zich gunstiger dan landelijk.", "not_judgeable", "toeval"),
    ],
)
def test_the_verdict_on_two_changes(text: str, verdict: str, words: str) -> None:
    one = only(text)
    assert one.claim.kind is ClaimKind.COMPARISON
    assert one.verdict == verdict
    assert words in one.reason.nl
    assert one.reason.en


def test_a_change_is_held_against_one_of_another_time() -> None:
    one = only("De daling van het aantal woninginbraken is in 2023-2025 groter dan in 2019-2022.")
    assert one.claim.against is not None
    assert [end.year for end in one.claim.against] == [2019, 2022]
    assert one.verdict is ClaimVerdict.NOT_JUDGEABLE
    assert "niet uitgerekend" in one.reason.nl
    assert one.settle is not None
    assert "aantallen van alle jaren" in one.settle.nl
    other = only("De overlast daalde in 2024 minder sterk dan het jaar ervoor.")
    assert other.verdict is ClaimVerdict.CONTRADICTED


def test_a_change_with_its_number_and_a_comparison_are_two_claims() -> None:
    first, second = found("Het geweld daalde sinds 2019 met 20,7 procent, sterker dan landelijk.")
    assert (first.claim.kind, first.verdict) == (ClaimKind.DIRECTION, ClaimVerdict.SUPPORTED)
    assert (second.claim.kind, second.verdict) == (ClaimKind.COMPARISON, ClaimVerdict.SUPPORTED)


def test_what_was_expected_is_no_other_change() -> None:
    assert all("change" not in one.claim.marks for one in found("De overlast steeg harder dan gedacht."))


def test_of_several_indicators_each_pair_of_changes_counts() -> None:
    one = only("De criminaliteit daalde sinds 2019 sterker dan in het land.")
    assert one.verdict is ClaimVerdict.PARTLY
    assert "van 8 zoals gezegd" in one.reason.nl


# -- several indicators together ----------------------------------------------------------------------------


def test_a_sum_within_one_counting_system() -> None:
    one = only("Woninginbraak en winkeldiefstal samen kwamen in 2025 uit op 375 gevallen.")
    assert one.verdict is ClaimVerdict.SUPPORTED
    assert one.carried is not None
    assert "samen: 375" in one.carried.nl
    assert sorted(int(figure.value) for figure in one.figures) == [105, 270]
    wrong = only("Woninginbraak en winkeldiefstal samen kwamen in 2025 uit op 400 gevallen.")
    assert wrong.verdict is ClaimVerdict.CONTRADICTED


def test_a_change_of_a_sum() -> None:
    one = only("Woninginbraak en vernieling samen zijn sinds 2022 met 12,6 procent gedaald.")
    assert one.verdict is ClaimVerdict.SUPPORTED
    assert one.carried is not None
    assert "van 595" in one.carried.nl
    assert "naar 520" in one.carried.nl


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Geweld en overlast leverden in 2025 samen 1.445 registraties op.", "verschillende telsystemen"),
        ("HIC en vernieling telden in 2025 samen 545 misdrijven.", "verschillende telsystemen"),
        ("Overlast en verward gedrag waren in 2025 samen goed voor 1.521 meldingen.", "deels hetzelfde"),
        ("Woninginbraak en fietsendiefstal telden in 2025 samen 480 zaken.", "geen cijfer vastgelegd"),
    ],
)
def test_what_may_not_be_added_is_not_judged(text: str, words: str) -> None:
    one = only(text)
    assert one.verdict is ClaimVerdict.NOT_JUDGEABLE
    assert words in one.reason.nl
    assert one.settle is not None


# -- a success in the second half ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "De woninginbraken daalden in 2025, en de aanpak is succesvol.",
        "De woninginbraken daalden in 2025; ons programma werpt zijn vruchten af.",
        "De woninginbraken daalden in 2025, dus het beleid werkt.",
    ],
)
def test_a_success_in_a_second_half_is_a_claim_of_its_own(text: str) -> None:
    first, second = found(text)
    assert (first.claim.kind, first.verdict) == (ClaimKind.DIRECTION, ClaimVerdict.SUPPORTED)
    assert (second.claim.kind, second.verdict) == (ClaimKind.RESULT, ClaimVerdict.TOO_GENERAL)
    assert second.claim.indicators == first.claim.indicators
    assert second.claim.start is None


def test_a_success_that_leads_in_the_change_is_not() -> None:
    one = only("De aanpak is succesvol: de woninginbraken daalden in 2025.")
    assert one.claim.kind is ClaimKind.DIRECTION


# -- feelings and what people notice ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "indicators", "verdict"),
    [
        ("Inwoners voelen zich steeds onveiliger.", ("onveilig-in-buurt",), "contradicted"),
        ("Volgens bewoners wordt het onveiliger.", ("onveilig-in-buurt",), "contradicted"),
        ("Bewoners ervaren meer overlast.", (), "not_judgeable"),
        ("De ervaren overlast nam sinds 2023 toe.", (), "not_judgeable"),
    ],
)
def test_what_inhabitants_feel_is_no_registered_figure(
    text: str, indicators: tuple[str, ...], verdict: str
) -> None:
    one = only(text)
    assert one.claim.indicators == indicators
    assert one.verdict == verdict


def test_less_safe_is_worse() -> None:
    one = only("Inwoners voelen zich minder veilig dan in 2023.")
    assert one.verdict is ClaimVerdict.CONTRADICTED


# -- a cause without a study --------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-17")
def test_a_cause_without_citation_shows_that_the_substantiation_is_missing() -> None:
    one = only("Zo verlaagt bestaanszekerheid het risico op criminaliteit.")
    assert one.verdict is ClaimVerdict.CAUSE_WITHOUT_SOURCE
    assert "onderbouwing ontbreekt" in one.reason.nl
    assert "substantiation is missing" in one.reason.en
    cited = only("Volgens onderzoek van het bureau (2023) daalde de overlast door het toezicht.")
    assert "onderbouwing ontbreekt" not in cited.reason.nl


# -- another municipality -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [EXAMPLE, MAASTRICHT])
def test_a_claim_about_another_municipality_is_not_judged(code: str) -> None:
    (one,) = check_text("In Heerlen daalde het aantal woninginbraken in 2025.", picture(code, SAID), SAID)
    assert one.claim.area == "GM0917"
    assert one.verdict is ClaimVerdict.NOT_JUDGEABLE
    assert "Heerlen" in one.reason.nl
    assert one.figures == ()


def test_a_municipality_that_is_held_is_another_one_in_a_document_about_a_third() -> None:
    there = SafetyPicture(unheld_material("Heerlen", SAID))
    own, other = check_text("In Heerlen daalde de overlast. In Maastricht daalde de overlast.", there, SAID)
    assert (own.claim.area, other.claim.area) == ("GM0000", "GM0935")
    assert own.verdict is other.verdict is ClaimVerdict.NOT_JUDGEABLE
    assert "Maastricht" in other.reason.nl
