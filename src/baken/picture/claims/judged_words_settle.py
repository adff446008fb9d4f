# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What would settle a claim that the figures do not settle: which figure, of which year, from whom."""

from __future__ import annotations

from collections.abc import Iterable

from baken.analysis.said import both, same
from baken.model.claim import Claim, ClaimKind, ClaimVerdict
from baken.model.indicator import Frequency
from baken.model.text import Text
from baken.picture.claims.judge_held import Held
from baken.picture.claims.judge_outcome import Outcome, Unheld
from baken.picture.claims.judged_words_figures import joined, names, place_of

_SETTLES = {
    Unheld.CODE: Text(
        "Een vaste definitie en een cijfer daarbij voor {names}.",
        "A fixed definition and a figure by it for {names}.",
    ),
    Unheld.NO_FIGURE: Text(
        "Een cijfer van {names} voor {area}{period}, van {publishers}.",
        "A figure of {names} for {area}{period}, from {publishers}.",
    ),
    Unheld.BREAK: Text(
        "Cijfers van {publishers} die voor beide jaren op dezelfde manier zijn geteld of gevraagd.",
        "Figures from {publishers} that were counted or asked in the same way for both years.",
    ),
    Unheld.NO_SIDE: Text(
        "Zeg of het cijfer steeg of daalde, in plaats van beter of slechter.",
        "Say whether the figure rose or fell, instead of better or worse.",
    ),
    Unheld.NO_COUNT: Text(
        "Het aantal zelf voor {area}{period}, van {publishers}.",
        "The number itself for {area}{period}, from {publishers}.",
    ),
    Unheld.LOOKING: Text(
        "Schrijf over registraties, en zet erbij hoeveel er is gezocht. Of er meer is, kan alleen eigen "
        "onderzoek zeggen.",
        "Write about registrations, and add how much was looked. Only research of its own can tell whether "
        "there is more.",
    ),
    Unheld.VICTIMS: Text(
        "Een enquête die vraagt of mensen slachtoffer werden, of schrijf over geregistreerde gevallen.",
        "A survey that asks whether people became victims, or write about registered cases.",
    ),
    Unheld.PERSONS: Text(
        "Een telling van personen, of schrijf over meldingen of gevallen.",
        "A count of persons, or write about reports or incidents.",
    ),
    Unheld.POPULATION: Text(
        "Een cijfer over die groep alleen, met het aantal antwoorden.",
        "A figure about that group only, with the number of responses.",
    ),
}
_SETTLES |= dict.fromkeys(
    (Unheld.SYSTEMS, Unheld.OVERLAP, Unheld.ADDING),
    Text("Noem elk cijfer apart.", "Give each figure by itself."),
)
_NEWER_NEEDED = Text(
    "Een nieuwer cijfer dan {period}, van {publishers}.", "A newer figure than {period}, from {publishers}."
)
_NEXT = Text(
    "Het volgende cijfer ({next}) van {publishers}, of meer jaren samen.",
    "The next figure ({next}) from {publishers}, or more years together.",
)
_SPREAD = Text(
    "De aantallen of de spreiding achter het cijfer, van {publishers}.",
    "The numbers or the spread behind the figure, from {publishers}.",
)
_MARGIN_BETWEEN = Text(
    "Een vergelijking met marge van dezelfde twee gebieden, over meer jaren.",
    "A comparison with a margin of the same two areas, over more years.",
)
_MARGIN_OF_TIMES = Text(
    "Een vergelijking met marge van de twee veranderingen, met de aantallen van alle jaren.",
    "A comparison with a margin of the two changes, with the numbers of all years.",
)
_EACH = Text("Zeg per cijfer wat het deed.", "Say of each figure what it did.")


def settle_of(held: Held, claim: Claim, outcomes: tuple[Outcome, ...], verdict: ClaimVerdict) -> Text | None:
    """What would settle it; nothing where the figures do."""
    known = [one for one in outcomes if one.goes is not None]
    old = [one for one in known if one.outdated]
    if old:
        newest = str(max(one.figures[-1].period for one in old))
        return both(_NEWER_NEEDED, period=newest, publishers=_publishers(old))
    if not known:
        return _of_unheld(held, claim, outcomes)
    if verdict not in (ClaimVerdict.NOT_JUDGEABLE, ClaimVerdict.PARTLY):
        return None
    return _of_doubt(claim, known)


def _of_doubt(claim: Claim, known: list[Outcome]) -> Text | None:
    """Where some go that way and others do not, or it may be chance."""
    if not all(one.goes for one in known):
        return _EACH
    loose = [one for one in known if not one.carried]
    if not loose:
        return None
    if claim.against is not None:
        return _MARGIN_OF_TIMES
    if claim.kind is ClaimKind.COMPARISON and all(
        one.comparison is None and one.differs is None for one in loose
    ):
        return _MARGIN_BETWEEN
    bare = [one for one in loose if one.change is not None and one.change.interval is None]
    if bare:
        return both(_SPREAD, publishers=_publishers(bare))
    return both(_NEXT, next=_next(loose), publishers=_publishers(loose))


def _of_unheld(held: Held, claim: Claim, outcomes: tuple[Outcome, ...]) -> Text | None:
    period = claim.end or claim.start
    years = f"{claim.start}-{period}" if claim.start and claim.start != period else str(period or "")
    kinds = dict.fromkeys(one.unheld or Unheld.NO_FIGURE for one in outcomes)
    return joined(
        both(
            _SETTLES[kind],
            names=names(one.member for one in outcomes if one.unheld in (kind, None)),
            area=place_of(held, claim.area),
            period=same(f" ({years})" if years else ""),
            publishers=_publishers(outcomes),
        )
        for kind in kinds
    )


def _publishers(outcomes: Iterable[Outcome]) -> Text:
    records = [one.member.record for one in outcomes]
    found = sorted({one.indicator.source.publisher for one in records if one})
    return same(", ".join(found)) if found else Text("wie het telt", "whoever counts it")


def _next(outcomes: Iterable[Outcome]) -> Text:
    """The years of the next figures, by how often they come."""
    years = set()
    for one in outcomes:
        if one.member.record and one.member.known:
            step = 2 if one.member.record.indicator.frequency is Frequency.TWO_YEARLY else 1
            years.add(one.member.known[-1].observation.period.year + step)
    return same(", ".join(str(year) for year in sorted(years)))
