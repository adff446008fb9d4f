# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Why the figures give a claim its verdict, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from baken.analysis.said import both
from baken.model.claim import Claim, ClaimKind, ClaimVerdict, Exactness, Way
from baken.model.text import Text
from baken.picture.claims.judge_directions import way_of
from baken.picture.claims.judge_outcome import Outcome, Side, Unheld, is_outdated
from baken.picture.claims.judged_words_figures import joined, name_of, names, why_not_judged
from baken.picture.highlights import same_phenomenon

_UNHELD = {
    Unheld.CODE: Text(
        "Voor {names} is geen cijfer vastgelegd: er is geen definitie waarmee het elk jaar hetzelfde wordt "
        "geteld.",
        "No figure is defined for {names}: there is no definition by which it is counted alike each year.",
    ),
    Unheld.NO_FIGURE: Text(
        "Er is geen cijfer van {names} voor dit gebied en deze jaren.",
        "There is no figure of {names} for this area and these years.",
    ),
    Unheld.BREAK: Text(
        "Tussen deze jaren is anders geteld of gevraagd: {names}. Het verschil is daarom niet beoordeeld.",
        "Counting or asking changed between these years: {names}. So the difference is not judged.",
    ),
    Unheld.NO_SIDE: Text(
        "Van {names} is meer niet vanzelf beter of slechter.",
        "Of {names}, more is not simply better or worse.",
    ),
    Unheld.NO_COUNT: Text(
        "Van {names} is alleen een cijfer per inwoners bekend, geen aantal.",
        "Of {names} only a figure per inhabitants is known, no number.",
    ),
    Unheld.LOOKING: Text(
        "{names} komt aan het licht doordat er wordt gezocht. Cijfers tellen wat is gevonden, niet hoeveel "
        "er is.",
        "{names} comes to light because it is looked for. Figures count what was found, not how much "
        "there is.",
    ),
    Unheld.VICTIMS: Text(
        "Het cijfer van {names} telt wat is geregistreerd, niet wie slachtoffer werd.",
        "The figure of {names} counts what was registered, not who became a victim.",
    ),
    Unheld.PERSONS: Text(
        "Het cijfer van {names} telt gevallen, geen personen.",
        "The figure of {names} counts incidents, not persons.",
    ),
    Unheld.POPULATION: Text(
        "Het cijfer van {names} gaat over een andere groep dan de zin.",
        "The figure of {names} is about another group than the sentence.",
    ),
    Unheld.SYSTEMS: Text(
        "{names} komen uit verschillende telsystemen. Zij zijn niet bij elkaar op te tellen.",
        "{names} come from different counting systems. They cannot be added up.",
    ),
    Unheld.OVERLAP: Text(
        "{names} tellen deels hetzelfde. Zij zijn niet bij elkaar op te tellen.",
        "{names} count partly the same. They cannot be added up.",
    ),
    Unheld.ADDING: Text(
        "De cijfers van {names} zijn niet bij elkaar op te tellen.",
        "The figures of {names} cannot be added up.",
    ),
}
_SIDES = {
    Side.DOWN: Text("omlaag", "down"),
    Side.FLAT: Text("ongeveer gelijk", "about the same"),
    Side.UNCHANGED: Text("precies gelijk", "exactly the same"),
    Side.UP: Text("omhoog", "up"),
}
_BESIDES = {
    Side.DOWN: Text("lager", "lower"),
    Side.UNCHANGED: Text("even hoog", "equal"),
    Side.UP: Text("hoger", "higher"),
}
_FITTING = {True: Text("klopt", "right"), False: Text("klopt niet", "not right")}
_PART = Text("{count} van {total} {side}: {names}", "{count} of {total} {side}: {names}")
_TWINS = Text("Tellen deels hetzelfde: {names}.", "Count partly the same: {names}.")
_UNPROVEN = Text(
    "Kan toeval zijn of is niet beoordeeld: {names}.", "May be chance or is not judged: {names}."
)
_OUTDATED = Text(
    "Toen al verouderd: {count} van {total}; een nieuwere meting is nodig.",
    "Outdated already then: {count} of {total}; a newer wave is needed.",
)
_GOES = Text(
    "De cijfers gaan die kant op, en dat is meer dan toeval.",
    "The figures go that way, and it is more than chance.",
)
_MAY_BE_CHANCE = Text(
    "Het cijfer ging wel die kant op, maar dat kan toeval zijn.",
    "The figure did go that way, but that may be chance.",
)
_UNJUDGED = Text(
    "Het cijfer ging wel die kant op, maar of dat toeval is, is niet te zeggen: {reason}.",
    "The figure did go that way, but whether that is chance cannot be told: {reason}.",
)
_OTHER_WAY = Text("Het cijfer ging de andere kant op.", "The figure went the other way.")
_OTHER_WAY_CHANCE = Text(
    "Het cijfer ging de andere kant op, al kan dat toeval zijn.",
    "The figure went the other way, though that may be chance.",
)
_FLAT = Text("Het cijfer bleef ongeveer gelijk.", "The figure stayed about the same.")
_UNCHANGED = Text("Het cijfer bleef precies gelijk.", "The figure stayed exactly the same.")
_SAME = Text("Het verschil is klein of kan toeval zijn.", "The difference is small or may be chance.")
_MOVED = Text(
    "Het cijfer veranderde, en dat is meer dan toeval.", "The figure changed, and it is more than chance."
)
_RIGHT = Text("Het genoemde getal klopt.", "The stated number is right.")
_WRONG = Text("Het genoemde getal klopt niet.", "The stated number is not right.")
_UNKNOWN_NUMBER = Text("Het genoemde aantal is niet na te gaan.", "The stated number cannot be checked.")
_POINTS = Text(
    "Een verschil tussen twee percentages wordt in procentpunten gezegd.",
    "A difference between two percentages is told in percentage points.",
)
_LEVEL_RIGHT = Text("Dat is het cijfer.", "That is the figure.")
_LEVEL_WRONG = Text("Het cijfer is anders.", "The figure is another one.")
_AS_SAID = Text("De cijfers laten dat zien.", "The figures show that.")
_NOT_AS_SAID = Text("De cijfers laten dat niet zien.", "The figures do not show that.")
_HIGHER = {
    True: Text("Dat verschil is er, en het is meer dan toeval.", "There is that difference, beyond chance."),
    False: Text(
        "Het cijfer ligt wel aan die kant, maar dat verschil kan toeval zijn.",
        "The figure does lie on that side, but that difference may be chance.",
    ),
}
_NO_MARGIN = Text(
    "Het cijfer ligt wel aan die kant, maar of dat verschil toeval is, is niet uitgerekend.",
    "The figure does lie on that side, but whether that difference is chance was not worked out.",
)
_NOT_SO = Text("Het cijfer ligt niet aan die kant.", "The figure does not lie on that side.")
_DIFFERENT = Text(
    "Er is een verschil, en het is meer dan toeval.", "There is a difference, and it is more than chance."
)
_TOO_OLD = Text(
    "Het nieuwste cijfer was toen van {period}: te oud om iets over dat moment te zeggen.",
    "The newest figure was then of {period}: too old to say anything about that moment.",
)
_NEWER_HELD = Text("Wij hebben een nieuwer cijfer: {said}", "We hold a newer figure: {said}")


def explained(outcomes: tuple[Outcome, ...], *, besides: bool = False) -> Text:
    """Which of several members did what, which count the same, and which prove nothing."""
    total = (
        len({one.id for one in outcomes})
        if len({one.member.area for one in outcomes}) == 1
        else len(outcomes)
    )
    parts = [
        both(_PART, count=len(found), total=total, side=word, names=_names(found))
        for side, word in (_BESIDES if besides else _SIDES).items()
        if (found := [one for one in outcomes if one.side is side])
    ]
    bare = [one for one in outcomes if one.side is None]
    if bare:
        word = Text("zonder twee cijfers", "without two figures")
        parts.append(both(_PART, count=len(bare), total=total, side=word, names=_names(bare)))
    first = Text("; ".join(one.nl for one in parts) + ".", "; ".join(one.en for one in parts) + ".")
    return joined((first, *_notes(outcomes, total))) or first


def told_in_full(outcomes: tuple[Outcome, ...]) -> Text:
    """The same, with why some take no part although figures of them are held."""
    barred = tuple(one for one in outcomes if one.unheld not in (None, Unheld.NO_FIGURE, Unheld.CODE))
    first = explained(outcomes)
    return joined((first, _unheld(barred) if barred else None)) or first


def _names(outcomes: Iterable[Outcome]) -> Text:
    """The names of indicators, with those of the areas where there are several."""
    held = list(outcomes)
    several = len({one.member.area for one in held}) > 1
    found = list(dict.fromkeys(_label(one, several=several) for one in held))
    return Text(", ".join(one.nl for one in found), ", ".join(one.en for one in found))


def _label(one: Outcome, *, several: bool) -> Text:
    name, record = name_of(one.member), one.member.record
    if not several or record is None:
        return name
    return Text(f"{name.nl} ({record.area.name})", f"{name.en} ({record.area.name})")


def _notes(outcomes: tuple[Outcome, ...], total: int) -> Iterable[Text]:
    indicators = {one.id: one.member.record.indicator for one in outcomes if one.member.record}
    twins = [(a.name, b.name) for a, b in combinations(indicators.values(), 2) if same_phenomenon(a, b)]
    if twins:
        nl = "; ".join(f"{a.nl} en {b.nl}" for a, b in twins)
        yield both(_TWINS, names=Text(nl, "; ".join(f"{a.en} and {b.en}" for a, b in twins)))
    unproven = [one for one in outcomes if one.side is not None and _is_unproven(one)]
    if unproven:
        yield both(_UNPROVEN, names=_names(unproven))
    old = [one for one in outcomes if one.outdated]
    if old:
        yield both(_OUTDATED, count=len(old), total=total)


def _is_unproven(one: Outcome) -> bool:
    if one.change is not None:
        return one.change.supported_direction is None
    return one.comparison is not None and one.comparison.supported is None


def reason_of(claim: Claim, outcomes: tuple[Outcome, ...], verdict: ClaimVerdict) -> Text:
    """Why the figures give this verdict."""
    known = [one for one in outcomes if one.goes is not None]
    if not known:
        return _unheld(outcomes)
    if is_outdated(known) and verdict is ClaimVerdict.NOT_JUDGEABLE:
        period = max(one.figures[-1].period for one in known)
        return joined((both(_TOO_OLD, period=str(period)), _told(claim, outcomes, known))) or _WRONG
    return _told(claim, outcomes, known)


def _told(claim: Claim, outcomes: tuple[Outcome, ...], known: list[Outcome]) -> Text:
    if len(outcomes) > 1 and claim.kind is not ClaimKind.LEVEL:
        first = explained(outcomes, besides=claim.kind is ClaimKind.COMPARISON)
    elif len(known) > 1:
        first = _levels(known)
    else:
        first = _single(claim, known[0])
    barred = tuple(one for one in outcomes if one.unheld not in (None, Unheld.NO_FIGURE))
    return joined((first, _number(claim, known), _unheld(barred) if barred else None)) or first


def _unheld(outcomes: tuple[Outcome, ...]) -> Text:
    kinds = dict.fromkeys(one.unheld or Unheld.NO_FIGURE for one in outcomes)
    found = [
        both(_UNHELD[kind], names=names(one.member for one in outcomes if one.unheld in (kind, None)))
        for kind in kinds
    ]
    return joined(found) or Text(
        "Over dit onderwerp zijn geen cijfers.", "There are no figures on this subject."
    )


def _single(claim: Claim, one: Outcome) -> Text:
    if claim.kind is ClaimKind.LEVEL:
        return _level(claim, one)
    way = claim.way if claim.kind is ClaimKind.COMPARISON else way_of(claim)
    if claim.kind is ClaimKind.COMPARISON:
        return _beside(one, way)
    if way is Way.SAME:
        return _SAME if one.goes else _MOVED
    if one.goes:
        return _GOES if one.carried else _doubted(one)
    if one.side in (Side.FLAT, Side.UNCHANGED):
        return _FLAT if one.side is Side.FLAT else _UNCHANGED
    return _OTHER_WAY if one.carried else _OTHER_WAY_CHANCE


def _levels(known: list[Outcome]) -> Text:
    """Of how many indicators a level is right."""
    parts = [
        both(_PART, count=len(found), total=len(known), side=word, names=_names(found))
        for goes, word in _FITTING.items()
        if (found := [one for one in known if one.goes is goes])
    ]
    return Text("; ".join(one.nl for one in parts) + ".", "; ".join(one.en for one in parts) + ".")


def _level(claim: Claim, one: Outcome) -> Text:
    if claim.number is not None:
        return _LEVEL_RIGHT if one.goes else _LEVEL_WRONG
    return _AS_SAID if one.goes else _NOT_AS_SAID


def _doubted(one: Outcome) -> Text:
    if one.change is not None and one.change.interval is None:
        return both(_UNJUDGED, reason=why_not_judged(one))
    return _MAY_BE_CHANCE


def _beside(one: Outcome, way: Way | None) -> Text:
    if not one.goes:
        return _DIFFERENT if way is Way.SAME else _NOT_SO
    if way is Way.SAME and one.carried:
        return _SAME
    margin = one.comparison is not None and one.comparison.supported is None
    return _HIGHER[True] if one.carried else _HIGHER[False] if margin else _NO_MARGIN


def _number(claim: Claim, known: list[Outcome]) -> Text | None:
    if claim.number is None or claim.kind is ClaimKind.LEVEL:
        return None
    if any(one.right is None for one in known):
        return _UNKNOWN_NUMBER
    if all(one.right for one in known):
        return _RIGHT
    shares = any(one.figures and one.figures[0].unit == "percent" for one in known)
    percent = claim.number.unit == "percent" and claim.number.exactness is Exactness.EXACT
    return joined((_WRONG, _POINTS if shares and percent else None))


def newer_of(said: Text) -> Text:
    """That a figure is held that the document could not know."""
    return both(_NEWER_HELD, said=said)
